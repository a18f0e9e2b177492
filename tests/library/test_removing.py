"""A large library is removed bit by bit: questions are answered in between, and a kill in the middle loses no bit."""

import multiprocessing
import os
import queue
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.conversation import Message, MessageState, Role
from app.domain.document import DocumentFacts, Outcome, Page, Reading
from app.domain.errors import LibraryError
from app.domain.library import LibrarySettings
from app.domain.source import Grounding, Source
from app.ipc.channel import Channel
from app.ipc.frames import Frame, JobFrame
from app.ipc.library_frames import (
    Done,
    FromLibrary,
    OpenLibrary,
    PassagesFound,
    RemoveLibrary,
    RemovePath,
    SearchPassages,
    ToLibrary,
)
from app.ipc.worker import Job
from app.library.file_store import REMOVED_AT_ONCE, FileStore
from app.library.handler import LibraryWorker
from app.library.library_store import LibraryStore
from app.library.reading_room import passages_of
from app.library.scanning import Differences, Seen
from app.library.schema import prepare
from app.vault.conversation_store import new_id
from app.vault.database import Database
from tests.end2end.traces import traces_in
from tests.library.library_work import LibraryWork
from tests.library.plain_pages import decrypted

KEY, SALT = b"k" * 32, b"s" * 16
GONE = REMOVED_AT_ONCE * 2 + 50  # three bits
KEPT_WORD, GONE_WORD = "wombat", "quokka"


class Worker:
    """The worker over a database, in this process: its jobs, and what it says."""

    def __init__(self, path: Path) -> None:
        ours, theirs = multiprocessing.Pipe()
        self._said = Channel(ours, FromLibrary)
        self._worker = LibraryWorker(Channel(theirs, ToLibrary), queue.SimpleQueue())
        self._answers: list[Frame] = []
        self.ask(OpenLibrary(1, os.fspath(path), KEY, SALT, meaning=False, background=False))

    def ask(self, frame: JobFrame) -> None:
        """Do a job."""
        self._worker(frame, Job(frame.job, self._answers.append, threading.Event()))

    def work_on(self) -> None:
        """What is done between jobs."""
        self._worker.between()

    def answers(self) -> list[Frame]:
        """What was answered since this was last asked."""
        told = list(self._answers)
        self._answers.clear()
        return told

    def finish(self) -> list[Frame]:
        """Work on, twice as long as all bits take, until something is answered."""
        for _ in range(2 * GONE // REMOVED_AT_ONCE + 2):
            self.work_on()
            if self._answers:
                break
        return self.answers()

    def close(self) -> None:
        """Let go of the database."""
        opened = self._worker._opened
        assert opened is not None
        opened._database.close()


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A database with a small library and a large one, which has two folders."""
    database = Database.create(tmp_path / "library.db", KEY, SALT)
    prepare(database)
    libraries, files = LibraryStore(database), FileStore(database)
    for name in ("large", "kept", "other"):
        (tmp_path / name).mkdir()
    large = libraries.add("large", (str(tmp_path / "large"),), None, False, LibrarySettings())
    kept = libraries.add(
        "kept", (str(tmp_path / "kept"), str(tmp_path / "other")), None, False, LibrarySettings()
    )
    root, kept_root, _ = libraries.roots()
    for library, number, word, count in (
        (large, root.number, GONE_WORD, GONE),
        (kept, kept_root.number, KEPT_WORD, 3),
    ):
        seen = [Seen(f"/{word}/{one}".encode(), 10, 1, 1, one) for one in range(count)]
        files.apply(library.number, Differences(number, new=seen))
        with database.transaction() as transaction:
            for file in files.waiting(library, (), count):
                page = Page(1, f"The {word} number {file.number} was seen near the harbour.")
                reading = Reading(Outcome.TEXT, "", DocumentFacts("text"), (page,), 0.1)
                document = files.keep(transaction, file.path, reading, passages_of(reading))
                files.link(transaction, file, document)
    database.close()
    yield tmp_path / "library.db"


def _search(job: int) -> SearchPassages:
    return SearchPassages(job, "harbour")


def _passages(path: Path) -> int:
    database = Database.open(path, KEY, SALT)
    rows = database.rows("SELECT count(*) FROM passages")
    database.close()
    return int(rows[0][0])


def test_questions_are_answered_while_a_library_is_removed(path: Path) -> None:
    worker = Worker(path)
    worker.ask(RemoveLibrary(2, "large"))
    worker.ask(_search(3))
    (found,) = worker.answers()  # the removal isn't done yet
    assert isinstance(found, PassagesFound)
    assert {hit.passage.library for hit in found.found.hits} == {"kept"}
    worker.work_on()
    assert worker.answers() == []
    assert worker.finish() == [Done(2)]
    assert traces_in(decrypted(path, KEY), [GONE_WORD, KEPT_WORD]) == {KEPT_WORD}
    worker.ask(_search(4))
    (found,) = worker.answers()
    assert isinstance(found, PassagesFound)
    assert len(found.found.hits) == 3
    worker.close()


@pytest.mark.parametrize("way", ["library", "path"])
def test_what_is_left_of_a_removal_by_a_kill_goes_at_the_next_start(path: Path, way: str) -> None:
    removal: JobFrame = RemoveLibrary(2, "large")
    if way == "path":
        removal = RemovePath(2, "large", str(path.parent / "large"))
    worker = Worker(path)
    worker.ask(removal)
    # What a kill leaves is what is on the disk at that moment.
    (path.parent / "killed").mkdir()
    for name in ("library.db", "library.db-wal"):
        shutil.copy(path.parent / name, path.parent / "killed" / name)
    worker.close()
    killed = path.parent / "killed" / "library.db"
    shutil.copytree(killed.parent, path.parent / "looked-at")
    assert 3 < _passages(path.parent / "looked-at" / "library.db") < GONE
    following = Worker(killed)
    following.ask(removal)  # its answer was owed, so it is asked for again
    assert following.finish() == [Done(2)]
    assert traces_in(decrypted(killed, KEY), [GONE_WORD, KEPT_WORD, "large"]) == (
        {KEPT_WORD} if way == "library" else {KEPT_WORD, "large"}
    )
    following.close()
    assert _passages(killed) == 3


@pytest.mark.parametrize("way", ["library", "path"])
def test_what_answers_quoted_is_forgotten_though_nobody_is_there_when_all_is_removed(
    work: LibraryWork, folder: Path, way: str
) -> None:
    work.add("notes", folder)
    vault, service = work.vault, work.service

    def answered() -> str:
        conversation = vault.conversations.create("Towers")
        answer = Message(new_id(), conversation.id, None, Role.ASSISTANT, "41 [1].", MessageState.COMPLETE, 1)
        vault.conversations.add_message(answer)
        source = Source(1, str(folder / "tower.md"), "md", 1, 0, 3, "The tower", 1.5, "notes")
        vault.sources.keep(answer.id, Grounding(("notes",), (source,), "how high?", 1, "fused", 1.0, True))
        return answer.id

    answer = work.do(answered)

    def remove_and_lock() -> None:
        if way == "library":
            service.remove("notes")
        else:
            service.remove_path("notes", folder)
        service.close()

    work.do(remove_and_lock)
    kept = work.do(lambda: vault.sources.of(answer))
    assert kept is not None
    assert [(source.text, Path(source.path).name) for source in kept.sources] == [("", "tower.md")]


def test_a_removal_that_can_t_be_asked_for_leaves_what_answers_quoted(
    work: LibraryWork, folder: Path
) -> None:
    work.add("notes", folder)
    conversation = work.do(lambda: work.vault.conversations.create("Towers"))
    work.do(lambda: work.vault.sources.set_libraries(conversation.id, ["notes"]))

    def remove_at_rest() -> list[Exception]:
        failures: list[Exception] = []
        with work.service.resting():
            work.service.remove("notes", failed=failures.append)
        return failures

    (failure,) = work.do(remove_at_rest)
    assert isinstance(failure, LibraryError)
    assert work.do(work.vault.sources.all_libraries) == {"notes"}
