"""What the library keeps of files, straight in its database."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.document import DocumentFacts, Outcome, Page, Reading
from app.domain.library import LibrarySettings
from app.domain.passage import SearchFilter
from app.library.file_store import FileStore
from app.library.library_store import Library, LibraryStore
from app.library.passage_store import PassageStore
from app.library.reading_room import passages_of
from app.library.scanning import Differences, Seen
from app.library.schema import STEPS
from app.vault.database import Database
from app.vault.migrations import migrate


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database.create(tmp_path / "library.db", os.urandom(32), os.urandom(16))
    migrate(made, STEPS)
    yield made
    made.close()


@pytest.fixture
def library(database: Database, tmp_path: Path) -> Library:
    """A library with one root, of number 1."""
    libraries = LibraryStore(database)
    libraries.add("notes", (str(tmp_path),), None, False, LibrarySettings())
    (made,) = libraries.all()
    return made


def _reading() -> Reading:
    page = Page(1, "The height of the lantern tower is 41 metres.")
    return Reading(Outcome.TEXT, "", DocumentFacts("text"), (page,), 0.1)


def test_the_same_bytes_read_twice_at_the_same_time_are_kept_once(database: Database) -> None:
    reading = _reading()
    with database.transaction() as transaction:
        for _ in range(2):
            FileStore(database).keep(transaction, b"same", reading, passages_of(reading))
    assert database.rows("SELECT count(*) FROM pages") == [(1,)]
    assert database.rows("SELECT count(*) FROM passages") == [(1,)]


def _seen(path: bytes) -> Seen:
    return Seen(path, 10, 1, 1, 7)


def _moved(files: FileStore, library: Library, number: int, path: bytes) -> None:
    files.apply(library.number, Differences(1, moved=[(number, _seen(path))], complete=True))


def test_a_file_that_was_moved_before_it_could_be_opened_gets_its_turn(
    database: Database, library: Library
) -> None:
    files = FileStore(database)
    files.apply(library.number, Differences(1, new=[_seen(b"/notes/Old.txt"), _seen(b"/notes/b.txt")]))
    first, second = files.waiting(library, (), 2)
    with database.transaction() as transaction:
        files.refuse(transaction, first, "document_unreadable", {})
    _moved(files, library, first.number, b"/notes/old.txt")
    # and one whose refusal comes after the move
    _moved(files, library, second.number, b"/notes/c.txt")
    with database.transaction() as transaction:
        files.refuse(transaction, second, "document_unreadable", {})
    assert [file.path for file in files.waiting(library, (), 2)] == [b"/notes/old.txt", b"/notes/c.txt"]
    assert files.troubles("", 10) == []


def test_a_file_that_changed_before_it_was_refused_gets_its_turn(
    database: Database, library: Library
) -> None:
    files = FileStore(database)
    files.apply(library.number, Differences(1, new=[_seen(b"/notes/a.txt")]))
    (before,) = files.waiting(library, (), 1)
    changed = replace(_seen(b"/notes/a.txt"), size_bytes=before.size_bytes + 1)
    files.apply(library.number, Differences(1, changed=[(before.number, changed)]))
    with database.transaction() as transaction:
        files.refuse(transaction, before, "document_unreadable", {})
    assert [file.size_bytes for file in files.waiting(library, (), 2)] == [changed.size_bytes]


def test_what_was_read_while_ocr_was_switched_on_gets_its_turn_with_it(
    database: Database, library: Library
) -> None:
    files = FileStore(database)
    files.apply(library.number, Differences(1, new=[_seen(b"/notes/scan.pdf")]))
    (without,) = files.waiting(library, (), 1)
    LibraryStore(database).add("notes", (), LibrarySettings(ocr=True), False, LibrarySettings())
    (library,) = LibraryStore(database).all()
    with database.transaction() as transaction:
        files.link(transaction, without, files.keep(transaction, b"bytes", _reading(), ()))
    (waiting,) = files.waiting(library, (), 1)
    assert waiting.ocr
    with database.transaction() as transaction:
        files.link(transaction, waiting, files.keep(transaction, b"by OCR", _reading(), ()))
    assert files.waiting(library, (), 1) == []


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer whose clock is 14 hours before that of Greenwich."""
    monkeypatch.setenv("TZ", "EAST-14")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("far_east")
def test_a_change_was_on_the_day_of_this_computers_calendar(database: Database, library: Library) -> None:
    files, passages = FileStore(database), PassageStore(database)
    evening = datetime(2026, 11, 28, 20, tzinfo=UTC)  # the morning of the 29th here
    seen = replace(_seen(b"/notes/a.txt"), changed_ns=int(evening.timestamp()) * 1_000_000_000)
    files.apply(library.number, Differences(1, new=[seen]))
    (file,) = files.waiting(library, (), 1)
    reading = _reading()
    with database.transaction() as transaction:
        files.link(transaction, file, files.keep(transaction, b"bytes", reading, passages_of(reading)))
    found = {
        day: len(passages.numbers(*passages.conditions((), SearchFilter(date_from=day, date_to=day))))
        for day in ("2026-11-28", "2026-11-29")
    }
    assert found == {"2026-11-28": 0, "2026-11-29": 1}


@pytest.mark.parametrize(
    ("place", "again"), [(b"/notes/A.MD", False), (b"/notes/sub/a.md", False), (b"/notes/a.txt", True)]
)
def test_a_moved_file_is_read_again_only_under_another_ending(
    database: Database, library: Library, place: bytes, again: bool
) -> None:
    files = FileStore(database)
    files.apply(library.number, Differences(1, new=[_seen(b"/notes/a.md")]))
    (file,) = files.waiting(library, (), 1)
    with database.transaction() as transaction:
        files.link(transaction, file, files.keep(transaction, b"bytes", _reading(), ()))
    _moved(files, library, file.number, place)
    assert [waiting.path for waiting in files.waiting(library, (), 1)] == [place] * again
    assert database.row("SELECT document IS NOT NULL, path FROM files") == (1, place)


def test_a_password_that_is_kept_moves_with_its_file(database: Database, library: Library) -> None:
    files = FileStore(database)
    files.apply(library.number, Differences(1, new=[_seen(b"/notes/Pay.pdf")]))
    files.keep_password("/notes/Pay.pdf", "lantern")
    (file,) = files.waiting(library, (), 1)
    _moved(files, library, file.number, b"/notes/pay.pdf")
    files.forget_passwords()
    assert files.passwords() == ["lantern"]
    files.apply(library.number, Differences(1, gone=[file.number]))
    files.forget_passwords()
    assert files.passwords() == []


def _kept(database: Database, library: Library, hash_: bytes, passages: int) -> int:
    """A document of so many passages that a file holds; its number."""
    files, reading = FileStore(database), _reading()
    files.apply(library.number, Differences(1, new=[_seen(b"/notes/" + hash_)]))
    (file,) = files.waiting(library, (), 1)
    with database.transaction() as transaction:
        document = files.keep(transaction, hash_, reading, passages_of(reading) * passages)
        files.link(transaction, file, document)
    return document


def test_documents_that_no_file_holds_go_a_few_passages_at_a_time(
    database: Database, library: Library
) -> None:
    files = FileStore(database)
    _kept(database, library, b"short", 2)
    _kept(database, library, b"long", 7)
    stays = _kept(database, library, b"stays", 3)
    with database.transaction() as transaction:
        transaction.execute("DELETE FROM files WHERE document <> ?", (stays,))
    left = []
    removed = files.remove_unused(0, 4)
    while removed.upto is not None:
        left.append(database.rows("SELECT count(*) FROM passages"))
        assert files.document_of(b"long") is None  # nobody may be given what is left of it
        removed = files.remove_unused(removed.upto, 4)
    assert left == [[(8,)], [(4,)]]
    assert database.rows("SELECT DISTINCT document FROM passages") == [(stays,)]
    assert database.rows("SELECT number, hash FROM documents") == [(stays, b"stays")]
    assert database.rows("SELECT DISTINCT document FROM pages") == [(stays,)]


def test_a_document_that_a_file_holds_again_before_its_turn_stays(
    database: Database, library: Library
) -> None:
    files = FileStore(database)
    for hash_ in (b"first", b"second"):
        _kept(database, library, hash_, 2)
    with database.transaction() as transaction:
        transaction.execute("DELETE FROM files")
    removed = files.remove_unused(0, 2)
    assert removed.upto is not None
    again = _kept(database, library, b"second", 2)
    assert files.remove_unused(removed.upto, 2).upto is None
    assert database.rows("SELECT number, hash FROM documents") == [(again, b"second")]
    assert database.rows("SELECT count(*) FROM passages") == [(2,)]
