"""Importing conversations from Settings: chosen, followed, stopped, and what is said at the end."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import DocumentError
from app.services.import_summary import ImportSummary, Refused
from app.ui.parts import PlainLabel
from app.ui.questions import TellSheet
from app.ui.settings import table
from app.ui.settings.row import SettingRow
from tests.ui.window_at_work import WindowAtWork

PICKED = Path("/home/ada/export.zip")


@pytest.fixture
def row(work: WindowAtWork, monkeypatch: pytest.MonkeyPatch) -> SettingRow:
    """The setting's row; the system's dialogs answer at once."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(PICKED), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(PICKED.parent))
    work.space.settings.open_at(table.IMPORT)
    work.qtbot.waitUntil(lambda: table.IMPORT in work.space.settings.page.rows)
    work.settle()
    return work.space.settings.page.rows[table.IMPORT]


def click(work: WindowAtWork, row: SettingRow, name: str) -> None:
    button = row.buttons[name]
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    work.settle()


def told(work: WindowAtWork) -> str:
    assert isinstance(work.sheet, TellSheet)
    return "\n".join(label.text() for label in work.sheet.findChildren(PlainLabel))


def test_a_file_is_taken_in_and_what_is_lost_is_said(work: WindowAtWork, row: SettingRow) -> None:
    click(work, row, "import.file")
    assert work.session.imports.path == PICKED
    assert row.buttons["import.stop"].isVisible() and not row.buttons["import.file"].isVisible()
    refused = tuple(Refused(Path(f"/x/{n}.chat"), DocumentError("document_damaged")) for n in range(7))
    summary = ImportSummary(("ChatGPT", "Jan"), 3, 40, 2, 0, {"pictures": 4, "tools": 1}, refused)
    work.work(lambda: work.session.imports.end(summary))
    words = told(work)
    assert "From ChatGPT, Jan: 3 conversations." in words
    assert "2 conversations had been taken in before" in words
    assert "Left behind: Pictures (4), Steps of tools (1)" in words
    assert "0.chat: It is damaged" in words and "6.chat" not in words and "2 more files" in words
    assert row.buttons["import.file"].isVisible()


def test_comparisons_of_an_export_are_told(work: WindowAtWork, row: SettingRow) -> None:
    click(work, row, "import.file")
    summary = ImportSummary(("Hearth",), 0, 0, 0, 0, comparisons=2, known_comparisons=1)
    work.work(lambda: work.session.imports.end(summary))
    words = told(work)
    assert "2 comparisons, with their votes, are on the Compare page." in words
    assert "1 comparison had been there before" in words


def test_a_folder_is_followed_and_can_be_stopped(work: WindowAtWork, row: SettingRow) -> None:
    click(work, row, "import.folder")
    assert work.session.imports.path == PICKED.parent
    work.work(lambda: work.session.imports.go_on(3, 12))
    assert "3 of 12" in row.help.text()
    click(work, row, "import.stop")
    assert "nothing was taken in" in row.help.text()


def test_why_nothing_was_taken_in_is_said(work: WindowAtWork, row: SettingRow) -> None:
    click(work, row, "import.file")
    work.work(lambda: work.session.imports.end(None, DocumentError("document_no_conversations")))
    assert "export.zip: It holds no conversations" in told(work)
