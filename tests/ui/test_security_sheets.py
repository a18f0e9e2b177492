"""Passphrase, recovery code, settings, as a person meets them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from app.ui.passphrase_sheet import PassphraseSheet
from app.ui.recovery_sheet import RecoverySheet
from app.ui.settings.page import SettingsPage
from app.ui.settings.table import PASSPHRASE, RECOVERY, SETTINGS
from app.ui.sheet import open_sheet_in
from tests.ui.window_at_work import WindowAtWork

SEARCH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def settings(work: WindowAtWork) -> SettingsPage:
    QTest.mouseClick(work.space.sidebar.settings, Qt.MouseButton.LeftButton)
    work.settle()
    page = work.space.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    work.qtbot.waitUntil(lambda: len(page.rows) == len(SETTINGS))
    return page


def passphrase_sheet(work: WindowAtWork) -> PassphraseSheet:
    QTest.mouseClick(settings(work).rows[PASSPHRASE].buttons["passphrase.set"], Qt.MouseButton.LeftButton)
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, PassphraseSheet)
    return sheet


def test_a_passphrase_is_set_and_changed_with_the_present_one(work: WindowAtWork) -> None:
    sheet = passphrase_sheet(work)
    assert not sheet.current.isVisible()
    QTest.keyClicks(sheet.new.first, "first passphrase")
    QTest.keyClicks(sheet.new.second, "first passphrase")
    QTest.mouseClick(sheet.save, Qt.MouseButton.LeftButton)
    work.settle()
    assert work.session.security.passphrase == "first passphrase"
    assert open_sheet_in(work.window) is None

    again = passphrase_sheet(work)
    QTest.keyClicks(again.current, "not it")
    QTest.keyClicks(again.new.first, "second passphrase")
    QTest.keyClicks(again.new.second, "second passphrase")
    QTest.mouseClick(again.save, Qt.MouseButton.LeftButton)
    work.settle()
    assert again.isVisible() and again.problem.isVisible()
    assert work.session.security.passphrase == "first passphrase"
    QTest.keyClicks(again.current, "first passphrase")  # the wrong one is selected, and so replaced
    QTest.mouseClick(again.save, Qt.MouseButton.LeftButton)
    work.settle()
    assert work.session.security.passphrase == "second passphrase"


def test_a_passphrase_is_removed_with_the_present_one(work: WindowAtWork) -> None:
    work.session.security.set_passphrase("first passphrase")
    work.space.security.begin()
    work.settle()
    QTest.mouseClick(settings(work).rows[PASSPHRASE].buttons["passphrase.remove"], Qt.MouseButton.LeftButton)
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, PassphraseSheet)
    QTest.keyClicks(sheet.current, "first passphrase")
    QTest.keyClick(sheet.current, Qt.Key.Key_Return)
    work.settle()
    assert not work.session.security.has_passphrase


def test_a_recovery_code_stays_until_it_is_written_down(work: WindowAtWork, tmp_path: Path) -> None:
    QTest.mouseClick(settings(work).rows[RECOVERY].buttons["recovery.make"], Qt.MouseButton.LeftButton)
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, RecoverySheet)
    assert sheet.shown.text() == "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible() and not sheet.done_button.isEnabled()
    QTest.mouseClick(sheet.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == sheet.shown.text()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    page = tmp_path / "code.pdf"
    printer.setOutputFileName(str(page))
    sheet.print_on(printer)
    assert page.read_bytes().startswith(b"%PDF")
    sheet.written.setChecked(True)
    QTest.mouseClick(sheet.done_button, Qt.MouseButton.LeftButton)
    work.settle()
    assert open_sheet_in(work.window) is None


def test_shortcuts_wait_while_a_sheet_is_open(work: WindowAtWork) -> None:
    passphrase_sheet(work)
    QTest.keyClick(work.window, Qt.Key.Key_F, SEARCH)
    assert not work.space.sidebar.search.hasFocus()
    QTest.keyClick(work.window, Qt.Key.Key_Escape)
    work.settle()
    assert open_sheet_in(work.window) is None
    QTest.keyClick(work.window, Qt.Key.Key_F, SEARCH)
    assert work.space.sidebar.search.hasFocus()


def test_tab_stays_inside_a_sheet(work: WindowAtWork) -> None:
    from PySide6.QtWidgets import QApplication

    sheet = passphrase_sheet(work)
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None and sheet.isAncestorOf(focused)
