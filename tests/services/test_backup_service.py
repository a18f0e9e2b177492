"""Backups of a profile at work: in the background, with its library's process resting meanwhile."""

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from app.domain.errors import LibraryError, UsageError
from app.domain.passage import Found
from app.services.backup import Restored, restore_steps
from app.services.events import BackupEnded, BackupProgressed
from tests.end2end.program import PASSPHRASE
from tests.services.session_at_work import PATIENCE_S, SessionAtWork


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    """An open profile with a library."""
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "tower.md").write_text("The quokkazephyr tower is 41 metres high.", encoding="utf-8")
    opened = SessionAtWork(tmp_path / "profile", by_passphrase=True)
    opened.library_of("notes", notes)
    yield opened
    opened.close()


def _search(work: SessionAtWork) -> Found:
    found: Future[Found] = Future()
    library = work.session.library
    work.do(lambda: library.search("quokkazephyr", found.set_result, found.set_exception))
    return found.result(PATIENCE_S)


def test_files_can_not_be_searched_meanwhile_and_can_afterwards(work: SessionAtWork, tmp_path: Path) -> None:
    steps = work.session.backups.steps(tmp_path / "hearth.backup")
    work.do(lambda: next(steps))
    with pytest.raises(LibraryError) as caught:
        _search(work)
    assert caught.value.code == "library_resting"
    work.do(steps.close)
    assert _search(work).hits
    assert not (tmp_path / "hearth.backup").exists()


def test_it_is_made_in_the_background_and_told(work: SessionAtWork, tmp_path: Path) -> None:
    target = tmp_path / "hearth.backup"

    def twice() -> str:
        work.session.backups.start(target)
        with pytest.raises(UsageError) as caught:
            work.session.backups.start(target)
        return caught.value.code

    assert work.do(twice) == "backup_under_way"
    ended = work.until(BackupEnded)
    assert (ended.path, ended.error, ended.stopped) == (target, None, False)
    fractions = [event.fraction for event in work.seen if isinstance(event, BackupProgressed)]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    for _ in restore_steps(target, tmp_path / "other", PASSPHRASE, None, Restored()):
        pass
    restored = SessionAtWork(tmp_path / "other", by_passphrase=True)
    try:
        assert _search(restored).hits
    finally:
        restored.close()


def test_a_stop_and_a_failure_are_told(work: SessionAtWork, tmp_path: Path) -> None:
    def begin_and_stop() -> None:
        work.session.backups.start(tmp_path / "one")
        work.session.backups.stop()

    work.do(begin_and_stop)
    assert work.until(BackupEnded).stopped
    work.do(lambda: work.session.backups.start(tmp_path / "nowhere" / "two"))
    failed = work.until(BackupEnded).error
    assert failed is not None
    assert failed.code == "backup_folder_missing"
    assert not (tmp_path / "one").exists()
    assert _search(work).hits
