"""Making a backup in Settings and restoring one, with keys and clicks; the work itself is played by the session."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import VaultDamagedError, VaultError
from app.services.opening_state import Opening, OpeningState
from app.ui.main_window import EXIT_LOCK
from app.ui.questions import ConfirmSheet, TellSheet
from app.ui.recovery_sheet import RecoverySheet
from app.ui.restore_sheet import RestoreSheet
from app.ui.settings import table
from app.ui.settings.row import SettingRow
from tests.ui.fake_session import FakeSession
from tests.ui.window_at_work import WindowAtWork

Make = Callable[..., WindowAtWork]
TARGET = Path("/media/stick/hearth.backup")


@pytest.fixture
def picked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's dialogs, which belong to the system, answer at once."""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: (str(TARGET), ""))


def backup_row(work: WindowAtWork) -> SettingRow:
    work.space.settings.open_at(table.BACKUP)
    work.qtbot.waitUntil(lambda: table.BACKUP in work.space.settings.page.rows)
    work.settle()
    return work.space.settings.page.rows[table.BACKUP]


def click(work: WindowAtWork, row: SettingRow, name: str) -> None:
    button = row.buttons[name]
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    work.settle()


def type_secret(work: WindowAtWork, words: str) -> RestoreSheet:
    sheet = work.sheet
    assert isinstance(sheet, RestoreSheet)
    assert sheet.passphrase.hasFocus()
    sheet.passphrase.clear()
    QTest.keyClicks(sheet.passphrase, words)
    QTest.keyClick(sheet.passphrase, Qt.Key.Key_Return)
    work.settle()
    return sheet


@pytest.mark.usefixtures("picked")
def test_a_backup_shows_how_far_it_is_and_where_it_lies(work: WindowAtWork) -> None:
    row = backup_row(work)
    assert not row.buttons["backup.stop"].isVisible()
    click(work, row, "backup.make")
    assert work.session.backups.target == TARGET
    work.work(lambda: work.session.backups.go_on(0.4))
    assert "40" in row.help.text() and not row.buttons["backup.make"].isVisible()
    assert row.buttons["backup.stop"].isVisible()
    work.work(work.session.backups.end)
    assert str(TARGET) in row.help.text()
    assert row.buttons["backup.make"].isVisible() and not row.buttons["backup.stop"].isVisible()


@pytest.mark.usefixtures("picked")
def test_a_backup_can_be_stopped(work: WindowAtWork) -> None:
    row = backup_row(work)
    click(work, row, "backup.make")
    work.work(lambda: work.session.backups.go_on(0.1))
    click(work, row, "backup.stop")
    assert "stopped" in row.help.text()
    assert row.buttons["backup.make"].isVisible()


@pytest.mark.usefixtures("picked")
def test_why_a_backup_was_not_made_is_said(work: WindowAtWork) -> None:
    row = backup_row(work)
    click(work, row, "backup.make")
    work.work(lambda: work.session.backups.end(VaultError("disk_full", name="x", reason="ENOSPC")))
    assert "disk is full" in row.help.text()


def test_without_another_way_in_a_recovery_code_is_offered_first(work: WindowAtWork) -> None:
    work.session.backups.can_be_opened_elsewhere = False
    click(work, backup_row(work), "backup.make")
    sheet = work.sheet
    assert isinstance(sheet, ConfirmSheet) and sheet.keep.isDefault()
    QTest.mouseClick(sheet.yes, Qt.MouseButton.LeftButton)
    work.settle()
    assert isinstance(work.sheet, RecoverySheet)
    assert work.session.backups.target is None


@pytest.mark.usefixtures("picked")
def test_a_restore_closes_the_profile_and_starts_afresh(work: WindowAtWork) -> None:
    click(work, backup_row(work), "backup.restore")
    sheet = type_secret(work, "not that one")
    assert "doesn't open the backup" in sheet.problem.text() and sheet.problem.isVisible()
    assert work.session.closed == 0
    assert "kept beside" in " ".join(label.text() for label in sheet.findChildren(type(sheet.problem)))
    type_secret(work, work.opener.backup_passphrase)
    work.qtbot.waitUntil(lambda: bool(work.codes))
    assert work.codes == [EXIT_LOCK]
    assert work.opener.restores == ["begun", "done", "left"]
    assert work.session.closed == 1


@pytest.mark.usefixtures("picked")
def test_a_restore_can_be_stopped(work: WindowAtWork) -> None:
    work.opener.endless_restore = True
    click(work, backup_row(work), "backup.restore")
    sheet = type_secret(work, work.opener.backup_passphrase)
    work.qtbot.waitUntil(lambda: work.opener.restores == ["begun"])
    QTest.mouseClick(sheet.cancel, Qt.MouseButton.LeftButton)
    work.qtbot.waitUntil(lambda: bool(work.codes))
    assert work.codes == [EXIT_LOCK]
    assert work.opener.restores == ["begun", "left"]


@pytest.mark.usefixtures("picked")
def test_why_a_restore_failed_is_read_before_the_window_starts_afresh(work: WindowAtWork) -> None:
    work.opener.refuse_backup = VaultDamagedError("backup_damaged", name="hearth.backup")
    click(work, backup_row(work), "backup.restore")
    type_secret(work, work.opener.backup_passphrase)
    work.qtbot.waitUntil(lambda: isinstance(work.sheet, TellSheet))
    assert work.codes == []
    QTest.keyClick(work.sheet, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: bool(work.codes))
    assert work.codes == [EXIT_LOCK]


@pytest.mark.usefixtures("picked")
def test_the_first_page_restores_a_backup(open_window: Make, session: FakeSession) -> None:
    session.models.shelf = []
    session.models.current = ""
    work = open_window(session).begin()
    assert work.space.pages.currentWidget() is work.space.welcome
    QTest.mouseClick(work.space.welcome.restore, Qt.MouseButton.LeftButton)
    type_secret(work, work.opener.backup_passphrase)
    work.qtbot.waitUntil(lambda: bool(work.codes))
    assert work.opener.restores == ["begun", "done", "left"]


@pytest.mark.usefixtures("picked")
@pytest.mark.parametrize("state", [OpeningState.NEW_NEEDS_PASSPHRASE, OpeningState.BROKEN])
def test_without_a_profile_that_opens_the_lock_screen_restores_one(
    open_window: Make, session: FakeSession, state: OpeningState
) -> None:
    work = open_window(session, opening=Opening(state, error=VaultDamagedError("keys_damaged")))
    work.window.begin()
    work.settle()
    session.closed = 1  # nothing was opened
    QTest.mouseClick(work.window.lock_screen.restore, Qt.MouseButton.LeftButton)
    sheet = type_secret(work, work.opener.backup_passphrase)
    said = " ".join(label.text() for label in sheet.findChildren(type(sheet.problem)))
    assert ("kept beside" in said) is (state is OpeningState.BROKEN)
    work.qtbot.waitUntil(lambda: bool(work.codes))
    assert work.opener.restores == ["begun", "done", "left"]


def test_a_locked_profile_offers_no_restore(open_window: Make, session: FakeSession) -> None:
    work = open_window(session, opening=Opening(OpeningState.NEEDS_PASSPHRASE, ("passphrase",)))
    work.window.begin()
    work.settle()
    assert not work.window.lock_screen.restore.isVisible()
