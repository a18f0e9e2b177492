"""Palette, shortcuts, Help and About: found by keys alone, named for screen readers, true."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import __version__
from app.domain.conversation import Role
from app.ui.about_sheet import AboutSheet, licence_lines
from app.ui.fuzzy import fit
from app.ui.help.sheet import HelpSheet
from app.ui.palette import Line, PaletteSheet
from app.ui.sheet import Sheet
from app.ui.shortcuts_sheet import ShortcutsSheet
from bundling.parts import Part, bill_of_materials
from tests.ui.window_at_work import WindowAtWork

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(work: WindowAtWork, key: Qt.Key, modifier: Qt.KeyboardModifier) -> Sheet:
    QTest.keyClick(work.window, key, modifier)
    work.settle()
    return work.sheet


def test_letters_in_order_fit_and_whole_words_fit_better() -> None:
    assert fit("nc", "New conversation") > 0
    assert fit("wn", "New conversation") == 0
    assert fit("newc", "New conversation") > 0
    assert fit("conv new", "New conversation") > fit("newc", "New conversation")
    assert fit("uber", "Über den Mietvertrag") > 0
    assert fit("xyz", "New conversation") == 0


def test_a_few_letters_and_enter_carry_a_command_out(work: WindowAtWork) -> None:
    sheet = press(work, Qt.Key.Key_K, CONTROL)
    assert isinstance(sheet, PaletteSheet)
    assert sheet.field.hasFocus()
    QTest.keyClicks(sheet.field, "keyb short")
    assert sheet.field.accessibleDescription().startswith("Keyboard shortcuts")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: isinstance(work.sheet, ShortcutsSheet))


def test_the_palette_begins_with_what_is_done_daily(work: WindowAtWork) -> None:
    sheet = press(work, Qt.Key.Key_K, CONTROL)
    assert isinstance(sheet, PaletteSheet)
    assert sheet.list.item(0).text() == "New conversation"


def test_what_is_found_later_doesn_t_move_the_choice(work: WindowAtWork) -> None:
    sheet = press(work, Qt.Key.Key_K, CONTROL)
    assert isinstance(sheet, PaletteSheet)
    QTest.keyClicks(sheet.field, "conv")
    QTest.keyClick(sheet.field, Qt.Key.Key_Down)
    QTest.keyClick(sheet.field, Qt.Key.Key_Down)
    chosen = sheet.field.accessibleDescription()
    count = sheet.list.count()
    sheet.add_lines([Line("Conv", "Message", lambda: None), Line("A conversation", "Message", lambda: None)])
    assert sheet.list.count() == count + 2
    assert sheet.field.accessibleDescription() == chosen
    assert sheet.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole) == chosen


def test_a_conversation_is_found_by_title_and_by_its_words(work: WindowAtWork) -> None:
    chat = work.session.chat
    lease = chat.add("Lease", [(Role.USER, "the quokka clause")])
    work.work(lambda: chat.rename(lease.id, "Lease"))
    sheet = press(work, Qt.Key.Key_K, CONTROL)
    assert isinstance(sheet, PaletteSheet)
    QTest.keyClicks(sheet.field, "quokka")
    work.qtbot.waitUntil(lambda: sheet.list.count() == 1)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    work.qtbot.waitUntil(lambda: work.space.chat.conversation is not None)
    assert work.space.chat.conversation is not None
    assert work.space.chat.conversation.id == lease.id


def test_keys_are_changed_by_pressing_them_and_kept(work: WindowAtWork) -> None:
    sheet = press(work, Qt.Key.Key_Slash, CONTROL)
    assert isinstance(sheet, ShortcutsSheet)
    row = next(one for one in sheet.rows if one.action.name == "conversation.new")
    row.keys.click()
    QTest.keyClick(row.keys, Qt.Key.Key_U, CONTROL)
    work.settle()
    assert work.window.acts.keys("conversation.new") == "Ctrl+U"
    assert work.session.settings.values["window.keys"] == '{"conversation.new": "Ctrl+U"}'
    sheet.reset.click()
    assert work.window.acts.keys("conversation.new") == "Ctrl+N"


def test_help_and_about_say_the_version_and_every_licence(work: WindowAtWork) -> None:
    sheet = press(work, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    assert isinstance(sheet, HelpSheet)
    sheet.about.click()
    work.settle()
    about = work.sheet
    assert isinstance(about, AboutSheet)
    lines = licence_lines()
    assert about.licences.toPlainText() == "\n".join(lines)
    assert any(line.startswith("PySide6") and "LGPL" in line for line in lines)
    assert any(line.startswith("Lucide") and "ISC" in line for line in lines)
    assert [line for line in lines if line.endswith(": ")] == []
    assert __version__ in " ".join(label.text() for label in about.findChildren(type(about.heading)))


def test_everything_the_keyboard_reaches_in_them_has_a_name(work: WindowAtWork) -> None:
    nameless = []
    guide = work.space.guide
    for act in (guide.open_palette, guide.open_shortcuts, guide.open_help, guide.open_about):
        act()
        work.settle()
        for widget in work.sheet.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                told = QAccessible.queryAccessibleInterface(widget)
                if told is None or not told.text(QAccessible.Text.Name):
                    nameless.append((act.__name__, type(widget).__name__))
        work.sheet.accept()
        work.settle()
    assert nameless == []


def test_about_of_a_bundle_lists_all_that_it_is_made_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert len(licence_lines()) > 50  # no list lies there: of what is installed
    listed = [Part("Python", "3.11.7", "PSF-2.0"), Part("zlib1g", "1.2.13", "Zlib", "deb")]
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "parts.cdx.json").write_text(bill_of_materials("1.2.3", listed), "utf-8")
    assert licence_lines() == ["Python 3.11.7: PSF-2.0", "zlib1g 1.2.13: Zlib"]
