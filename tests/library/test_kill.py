"""M5: the library process is killed in the middle of reading; what it had read stays, the rest follows, once."""

import hashlib
import os
import signal
import time
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.library import LibraryFacts
from app.domain.passage import Found
from app.ipc.child import Child
from app.library.library_store import LibraryStore
from app.vault.database import Database
from app.vault.subkeys import KeyUse
from tests.library.library_work import PATIENCE_S, LibraryWork

KILLS = 3  # as many restarts as the service allows itself
PAUSE_S = 0.5
CORPUS = Path(os.environ.get("HEARTH_CORPUS", "/nowhere")) / "robustness"
KINDS = (
    ".pdf",
    ".docx",
    ".xlsx",
    ".pptx",
    ".doc",
    ".xls",
    ".ppt",
    ".eml",
    ".msg",
    ".html",
    ".epub",
    ".txt",
    ".odt",
)
PLAIN = (".html", ".txt", ".eml")


def _write(folder: Path, files: int) -> None:
    for number in range(files):
        place = folder / f"part{number // 100}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"note{number}.txt").write_text(
            f"Note number {number} tells of the harbour and word{number}.\n"
        )


def _kill(work: LibraryWork) -> None:
    child = work.service._child
    if child is not None and child.process.pid is not None and child.alive:
        os.kill(child.process.pid, signal.SIGKILL)
        _wait_for_the_next(work, child)


def _wait_for_the_next(work: LibraryWork, killed: Child) -> None:
    """The service starts another process by itself."""

    def is_there() -> bool:
        child = work.service._child
        return child is not None and child is not killed and child.alive

    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if work.do(is_there):
            return
        time.sleep(0.05)
    raise AssertionError("no other process was started")


def _go_on_after_kills(
    work: LibraryWork, folder: Path, files: int, patience_s: float, kills: int
) -> LibraryFacts:
    """Add a folder, kill the process on the way, pause and go on in between; the facts once all is read."""
    work.done(lambda then, failed: work.service.add("notes", (folder,), None, then, failed))
    for kill in range(1, kills + 1):
        deadline = time.monotonic() + patience_s
        while _read(work) < files * kill // (kills + 2):
            assert time.monotonic() < deadline, "it doesn't get on"
            time.sleep(0.02)
        if kill == 1:
            work.done(lambda then, failed: work.service.pause(True, "notes", then, failed))
        _kill(work)
        if kill == 1:
            _stays_paused(work)
            work.done(lambda then, failed: work.service.pause(False, "notes", then, failed))
    return work.settled("notes", lambda facts: facts.files == files, patience_s)


def _read(work: LibraryWork) -> int:
    return sum(facts.files_ready for facts in work.service.libraries)


def _stays_paused(work: LibraryWork) -> None:
    """After the kill, too, nothing more is read than was under way."""
    work.done(lambda then, failed: work.service.sync("notes", then, failed))
    work.done(
        lambda then, failed: work.service.when_told(
            then, failed, lambda: all(facts.paused for facts in work.service.libraries)
        )
    )
    before = _read(work)
    time.sleep(PAUSE_S)
    assert _read(work) == before


def _open(work: LibraryWork) -> Database:
    """Its database, after its process has ended."""
    key, salt = work.vault.key_for(KeyUse.LIBRARY), work.vault.salt_for(KeyUse.LIBRARY)
    work.do(work.service.close)
    return Database.open(work.folder / "library.db", key, salt)


@dataclass(frozen=True)
class Counts:
    """What is in a library's database; numbers are never given twice: had anything been written twice, the last would
    be higher than the count."""

    files_ready: int
    attention: int
    passages: int
    last_passage: int
    documents: int
    last_document: int
    roots: int = 1
    damaged_pages: int = 0


def _once_each(files: int) -> Counts:
    """So many short files, all different, each read once."""
    return Counts(files, 0, files, files, files, files)


def _count_after_kills(
    work: LibraryWork, folder: Path, files: int, patience_s: float, kills: int = KILLS
) -> Counts:
    _write(folder, files)
    facts = _go_on_after_kills(work, folder, files, patience_s, kills)
    assert work.search(f"word{files - 1}").hits
    database = _open(work)
    try:
        return Counts(
            facts.files_ready,
            facts.attention,
            facts.passages,
            _number(database, "SELECT seq FROM sqlite_sequence WHERE name = 'passages'"),
            _number(database, "SELECT count(*) FROM documents"),
            _number(database, "SELECT seq FROM sqlite_sequence WHERE name = 'documents'"),
            len(LibraryStore(database).roots()),
            database.damaged_pages(),
        )
    finally:
        database.close()


def _number(database: Database, question: str) -> int:
    row = database.row(question)
    assert row is not None
    return int(row[0])


def _mix(folder: Path, files: int) -> int:
    """Copies of real files of every kind, over and over, those of a kind that can bear it with a mark of their own.
    How many different contents there are."""
    sources = sorted(path for path in CORPUS.rglob("*") if path.is_file() and path.suffix in KINDS)
    contents: set[bytes] = set()
    for number in range(files):
        source = sources[number % len(sources)]
        data = source.read_bytes()
        if source.suffix in PLAIN:
            data += f"\nword{number}\n".encode()
        place = folder / f"part{number // 100}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number}{source.suffix}").write_bytes(data)
        contents.add(hashlib.sha256(source.suffix.encode() + data).digest())
    return len(contents)


def _faults_after_kills(
    work: LibraryWork, folder: Path, files: int, patience_s: float, kills: int
) -> dict[str, int]:
    """How often each thing went wrong that may never go wrong."""
    contents = _mix(folder, files)
    facts = _go_on_after_kills(work, folder, files, patience_s, kills)
    database = _open(work)
    try:
        documents = _number(database, "SELECT count(*) FROM documents")
        refused = _number(database, "SELECT count(*) FROM files WHERE document IS NULL")
        print(f"{files} files, {contents} contents, {documents} documents, {refused} refused")
        return {
            "files that weren't read": files - facts.files_ready,
            "damaged pages": database.damaged_pages(),
            "files that wait": _number(database, "SELECT count(*) FROM files WHERE state <> 'ready'"),
            "files with neither a document nor a reason": _number(
                database, "SELECT count(*) FROM files WHERE document IS NULL AND code = ''"
            ),
            "numbers of passages given and taken back": (
                _number(database, "SELECT seq FROM sqlite_sequence WHERE name = 'passages'")
                - _number(database, "SELECT count(*) FROM passages")
            ),
            "documents that no content stands for": max(0, documents - contents),
            "passages written twice": len(
                database.rows(
                    "SELECT 1 FROM passages GROUP BY document, page, start, stop, text HAVING count(*) > 1"
                )
            ),
        }
    finally:
        database.close()


def test_what_the_killed_process_was_asked_the_next_one_answers(work: LibraryWork, tmp_path: Path) -> None:
    _write(tmp_path / "notes", 3)
    work.add("notes", tmp_path / "notes")
    child = work.service._child
    assert child is not None and child.process.pid is not None
    os.kill(child.process.pid, signal.SIGSTOP)  # so that it can't answer before it ends
    asked: Future[Found] = Future()
    work.do(lambda: work.service.search("word2", asked.set_result, asked.set_exception))
    os.kill(child.process.pid, signal.SIGKILL)
    assert [Path(hit.passage.path).name for hit in asked.result(PATIENCE_S).hits] == ["note2.txt"]


def test_m5_killed_while_reading_nothing_is_lost_or_written_twice(work: LibraryWork, tmp_path: Path) -> None:
    assert _count_after_kills(work, tmp_path / "notes", 300, PATIENCE_S, kills=2) == _once_each(300)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("files", [10_000, 100_000])
def test_m5_killed_among_very_many_files(work: LibraryWork, tmp_path: Path, files: int) -> None:
    assert _count_after_kills(work, tmp_path / "notes", files, 3600.0) == _once_each(files)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="HEARTH_CORPUS isn't set")
def test_m5_killed_among_files_of_many_kinds(work: LibraryWork, tmp_path: Path) -> None:
    faults = _faults_after_kills(work, tmp_path / "mixed", 60, PATIENCE_S, kills=1)
    assert faults == dict.fromkeys(faults, 0)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.skipif(not CORPUS.is_dir(), reason="HEARTH_CORPUS isn't set")
def test_m5_killed_among_2000_files_of_many_kinds(work: LibraryWork, tmp_path: Path) -> None:
    faults = _faults_after_kills(work, tmp_path / "mixed", 2000, 3600.0, kills=KILLS)
    assert faults == dict.fromkeys(faults, 0)
