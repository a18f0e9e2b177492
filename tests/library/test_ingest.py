"""The queue at work, with a reader that waits until it is told to go on."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from app.domain.document import DocumentFacts, Outcome, Page, Reading, ReadOptions
from app.domain.library import LibrarySettings
from app.library.file_store import FileStore
from app.library.ingest import Ingest
from app.library.library_store import Library, LibraryStore
from app.library.schema import prepare
from app.vault.database import Database

PATIENCE_S = 300.0


class Queue:
    """A queue over a fresh database, without the rest of the library process."""

    def __init__(self, folder: Path) -> None:
        self.database = Database.create(folder / "library.db", os.urandom(32), os.urandom(16))
        prepare(self.database)
        self.libraries, self.files = LibraryStore(self.database), FileStore(self.database)
        self.reader = WaitingReader()
        self.news = threading.Event()
        self.ingest = Ingest(self.database, self.libraries, self.files, self.reader, self.news.set, threads=1)

    def add(self, name: str, folder: Path) -> Library:
        """Make a library of a folder, and begin to look through it."""
        library = self.libraries.add(name, (str(folder),), None, False, LibrarySettings())
        for root in self.libraries.roots(library.number):
            self.ingest.look(root, library.settings)
        return library

    def remove(self, library: Library) -> None:
        """As `LibraryAtWork.remove`."""
        self.ingest.stop_looking(root.number for root in self.libraries.roots(library.number))
        with self.database.transaction() as transaction:
            self.libraries.remove(transaction, library)
        self.ingest.forget_unused()

    def settle(self, done: Callable[[], bool]) -> None:
        """Go on until it is done."""
        while not done():
            if not self.ingest.step(read_more=True):
                self.news.wait(0.05)
                self.news.clear()


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[Queue]:
    made = Queue(tmp_path)
    yield made
    made.database.close()


class WaitingReader:
    """Reads nothing before `released` is set; `begun` is set once it has been asked."""

    def __init__(self) -> None:
        self.begun, self.released = threading.Event(), threading.Event()

    def read_document(self, path: Path, options: ReadOptions, cancelled: Callable[[], bool]) -> Reading:
        """The words of the file, later."""
        self.begun.set()
        assert self.released.wait(PATIENCE_S)
        return Reading(Outcome.TEXT, "", DocumentFacts("text"), (Page(1, path.read_text()),), 0.1)

    def read_texts(
        self, files: Sequence[tuple[str, bytes]], cancelled: Callable[[], bool]
    ) -> Sequence[Reading | None]:
        """Nothing."""
        return [None for _ in files]


@pytest.mark.parametrize("way", ["library removed", "file deleted"])
def test_m3_gone_what_was_being_read_when_it_was_removed_is_not_kept(
    queue: Queue, tmp_path: Path, way: str
) -> None:
    file = tmp_path / "notes" / "a.txt"
    file.parent.mkdir()
    file.write_text("The lantern of canaries.")
    library = queue.add("notes", file.parent)
    queue.settle(queue.reader.begun.is_set)
    if way == "library removed":
        queue.remove(library)
    else:
        file.rename(tmp_path / "elsewhere.txt")
        queue.ingest.look(queue.libraries.roots()[0], library.settings)
        queue.settle(lambda: not queue.ingest.looking)
        (tmp_path / "elsewhere.txt").rename(file)
    queue.reader.released.set()
    queue.settle(lambda: not queue.ingest.reading)
    for rows in ("SELECT text FROM pages", "SELECT text FROM passages", "SELECT title FROM documents"):
        assert queue.database.rows(rows) == []


def test_m3_gone_a_look_that_goes_on_after_its_library_was_removed_brings_nothing_into_the_next(
    queue: Queue, tmp_path: Path
) -> None:
    for name in ("private", "wanted"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text("The lantern.")
    first = queue.add("private", tmp_path / "private")
    assert queue.news.wait(PATIENCE_S)  # what it saw waits to be taken in
    queue.remove(first)
    second = queue.add("wanted", tmp_path / "wanted")
    assert second.number == first.number  # the database gives numbers again
    queue.settle(lambda: not queue.ingest.looking)
    assert queue.database.rows("SELECT shown FROM files") == [(str(tmp_path / "wanted" / "wanted.txt"),)]


def test_a_file_that_was_changed_before_it_was_read_lends_its_new_words_to_no_other(
    queue: Queue, tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.txt").write_text("The old lantern.")
    queue.add("notes", folder)
    queue.settle(queue.reader.begun.is_set)  # the old bytes have been hashed
    (folder / "a.txt").write_text("The new lantern, which is longer.")
    queue.reader.released.set()
    queue.settle(lambda: not queue.ingest.reading)
    (folder / "copy.txt").write_text("The old lantern.")
    (root,) = queue.libraries.roots()
    queue.ingest.look(root, LibrarySettings())
    queue.settle(lambda: not queue.ingest.looking and not queue.ingest.reading)
    rows = queue.database.rows(
        "SELECT f.shown, p.text FROM files AS f JOIN passages AS p ON p.document = f.document ORDER BY f.shown"
    )
    assert [(Path(path).name, text) for path, text in rows] == [
        ("a.txt", "The new lantern, which is longer."),
        ("copy.txt", "The old lantern."),
    ]


def test_a_file_that_comes_back_while_its_folder_is_looked_through_stays(
    queue: Queue, tmp_path: Path
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "a.txt").write_text("The lantern.")
    library = queue.add("notes", folder)
    queue.reader.released.set()
    queue.settle(lambda: not queue.ingest.looking and not queue.ingest.reading)
    (root,) = queue.libraries.roots()
    (folder / "a.txt").rename(tmp_path / "saved.txt")  # as editors save
    queue.news.clear()
    queue.ingest.look(root, library.settings)
    assert queue.news.wait(PATIENCE_S)  # that it is gone waits to be taken in
    (tmp_path / "saved.txt").write_text("The lantern, and more.")
    (tmp_path / "saved.txt").rename(folder / "a.txt")
    queue.ingest.look(root, library.settings)
    queue.settle(lambda: not queue.ingest.looking and not queue.ingest.reading)
    assert queue.database.rows("SELECT text FROM passages") == [("The lantern, and more.",)]
