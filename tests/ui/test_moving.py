"""Moving the data folder from Settings, with clicks; the work itself is played by the session."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import VaultError
from app.ui.main_window import EXIT_LOCK
from app.ui.move_sheet import MoveSheet
from app.ui.questions import TellSheet
from app.ui.settings import table
from tests.ui.window_at_work import WindowAtWork


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What the system's dialog, which belongs to the system, answers: a disk with something on it."""
    (tmp_path / "something").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path))
    return tmp_path


def press_move(work: WindowAtWork) -> None:
    work.space.settings.open_at(table.FOLDER)
    work.qtbot.waitUntil(lambda: table.FOLDER in work.space.settings.page.rows)
    QTest.mouseClick(
        work.space.settings.page.rows[table.FOLDER].buttons["folder.move"], Qt.MouseButton.LeftButton
    )
    work.settle()


def test_the_data_folder_moves_into_a_folder_of_its_own_and_hearth_starts_afresh(
    work: WindowAtWork, disk: Path
) -> None:
    press_move(work)
    sheet = work.sheet
    assert isinstance(sheet, MoveSheet) and sheet.cancel.isDefault() and sheet.leave.isVisible()
    assert work.session.closed == 0
    sheet.leave.setChecked(True)
    QTest.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    work.qtbot.waitUntil(lambda: bool(work.codes))
    assert work.codes == [EXIT_LOCK]
    assert work.opener.moves == [(disk / "Hearth", True)]
    assert work.opener.restores == ["begun", "done", "left"]


def test_a_move_can_be_stopped(work: WindowAtWork, disk: Path) -> None:
    work.opener.endless_restore = True
    press_move(work)
    sheet = work.sheet
    assert isinstance(sheet, MoveSheet)
    QTest.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    work.qtbot.waitUntil(lambda: work.opener.restores == ["begun"])
    QTest.mouseClick(sheet.cancel, Qt.MouseButton.LeftButton)
    work.qtbot.waitUntil(lambda: bool(work.codes))
    assert (work.codes, work.opener.restores) == ([EXIT_LOCK], ["begun", "left"])


@pytest.mark.usefixtures("disk")
def test_why_a_place_is_refused_is_said_and_the_profile_stays_open(work: WindowAtWork) -> None:
    work.opener.refuse_move = VaultError("move_network", name="/net", kind="nfs4")
    press_move(work)
    sheet = work.sheet
    assert isinstance(sheet, TellSheet)
    assert work.session.closed == 0 and not work.codes
