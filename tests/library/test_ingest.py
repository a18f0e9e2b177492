"""The queue at work, with a reader that waits until it is told to go on."""

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.domain.document import DocumentFacts, Outcome, Page, Reading, ReadOptions
from app.domain.library import LibrarySettings
from app.library.file_store import FileStore
from app.library.ingest import Ingest
from app.library.library_store import LibraryStore
from app.library.schema import prepare
from app.vault.database import Database

PATIENCE_S = 300.0


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
def test_m3_gone_what_was_being_read_when_it_was_removed_is_not_kept(tmp_path: Path, way: str) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("The lantern of canaries.")
    database = Database.create(tmp_path / "library.db", os.urandom(32), os.urandom(16))
    prepare(database)
    libraries, files, reader = LibraryStore(database), FileStore(database), WaitingReader()
    work = threading.Event()
    ingest = Ingest(database, libraries, files, reader, work.set, threads=1)

    def settle(done: Callable[[], bool]) -> None:
        while not done():
            if not ingest.step(read_more=True):
                work.wait(0.05)
                work.clear()

    library = libraries.add("notes", (str(tmp_path / "notes"),), None, False, LibrarySettings())
    (root,) = libraries.roots()
    ingest.look(root, library.settings)
    settle(reader.begun.is_set)
    if way == "library removed":
        with database.transaction() as transaction:
            libraries.remove(transaction, library.number)
        ingest.forget_unused()
    else:
        (tmp_path / "notes" / "a.txt").rename(tmp_path / "elsewhere.txt")
        ingest.look(root, library.settings)
        settle(lambda: not ingest.looking)
        (tmp_path / "elsewhere.txt").rename(tmp_path / "notes" / "a.txt")
    reader.released.set()
    settle(lambda: not ingest.reading)
    assert database.rows("SELECT text FROM pages") == []
    assert database.rows("SELECT text FROM passages") == []
    assert database.rows("SELECT title FROM documents") == []
    database.close()
