"""The masking settings as a person uses them: switches, own words, and trying what would be masked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.settings import table
from app.ui.settings.masking_sheet import MaskingSheet
from app.ui.settings.page import SettingsPage
from tests.ui.window_at_work import WindowAtWork

TEXT = "Ohm-Werk, ada@example.org"


@pytest.fixture
def page(work: WindowAtWork) -> SettingsPage:
    work.space.settings.open_at(table.MASKING_WORDS)
    page = work.space.settings.page
    work.qtbot.waitUntil(lambda: len(page.rows) == len(table.SETTINGS))
    work.settle()
    return page


@pytest.fixture
def sheet(work: WindowAtWork, page: SettingsPage) -> MaskingSheet:
    page.rows[table.MASKING_WORDS].buttons["masking.words"].click()
    work.settle()
    assert isinstance(work.sheet, MaskingSheet)
    assert work.sheet.words.hasFocus()
    return work.sheet


def _shown(work: WindowAtWork, sheet: MaskingSheet, text: str) -> None:
    work.qtbot.waitUntil(lambda: sheet.masked.toPlainText() == text)


def test_a_switch_is_kept_under_its_kind(work: WindowAtWork, page: SettingsPage) -> None:
    QTest.keyClicks(page.search, "e-mail addresses")
    toggle = page.rows["masking.email"].control
    assert toggle is not None
    assert toggle.isVisible()
    toggle.setFocus()
    QTest.keyClick(toggle, Qt.Key.Key_Space)
    work.settle()
    assert work.session.settings.values["masking.email"] is False


def test_what_is_typed_is_shown_as_a_server_would_get_it(work: WindowAtWork, sheet: MaskingSheet) -> None:
    QTest.keyClicks(sheet.tried, TEXT)
    _shown(work, sheet, "Ohm-Werk, [EMAIL_1]")
    assert "1 place masked" in sheet.told.text()
    QTest.keyClicks(sheet.words, "ohm-werk")
    _shown(work, sheet, "[OWN_1], [EMAIL_1]")
    assert work.session.masking.kept == []  # nothing is kept before Save
    sheet.tried.setPlainText("Nothing.")
    _shown(work, sheet, "Nothing.")
    assert "Nothing in it would be masked" in sheet.told.text()
    sheet.tried.clear()
    _shown(work, sheet, "")


def test_words_are_kept_by_save_alone_and_counted(
    work: WindowAtWork, page: SettingsPage, sheet: MaskingSheet
) -> None:
    row = page.rows[table.MASKING_WORDS]
    assert "none yet" in row.help.text()
    sheet.words.setPlainText("Ohm-Werk\n\nAda")
    sheet.save.click()
    work.settle()
    assert work.session.masking.kept == ["Ohm-Werk", "Ada"]
    assert "2 words of your own are masked" in row.help.text()
    row.buttons["masking.words"].click()
    work.settle()
    again = work.sheet
    assert isinstance(again, MaskingSheet)
    assert again.words.toPlainText() == "Ohm-Werk\nAda"
    again.words.clear()
    QTest.keyClick(again, Qt.Key.Key_Escape)
    work.settle()
    assert work.session.masking.kept == ["Ohm-Werk", "Ada"]
