"""The table of actions: names and keys are there once, menus take words and keys from it, keys can be changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.ui.action_table import ACTIONS
from app.ui.actions import NO_KEYS, Actions, sequences
from app.ui.icons import FOLDER
from tests.ui.window_at_work import WindowAtWork

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """A window to give keys to."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return window


def test_names_and_keys_are_in_the_table_once() -> None:
    names = [action.name for action in ACTIONS]
    keys = [key.toString() for action in ACTIONS for key in sequences(action.keys)]
    assert len(set(names)) == len(names)
    assert len(set(keys)) == len(keys)
    written = [key for action in ACTIONS for key in action.keys.split("; ") if key]
    assert keys == [QKeySequence(key).toString() for key in written]  # Qt can read every one of them


def test_every_drawing_in_the_table_is_there() -> None:
    assert [one.icon for one in ACTIONS if one.icon and not (FOLDER / f"{one.icon}.svg").exists()] == []


def test_a_key_carries_out_what_was_bound_while_it_makes_sense(ground: QWidget) -> None:
    done: list[str] = []
    sense = [True]
    acts = Actions(ground, lambda: True)
    acts.bind("conversation.new", lambda: done.append("new"), lambda: sense[0])
    QTest.keyClick(ground, Qt.Key.Key_N, CONTROL)
    assert done == ["new"]
    sense[0] = False
    QTest.keyClick(ground, Qt.Key.Key_N, CONTROL)
    assert done == ["new"]
    assert acts.possible() == []


def test_only_what_says_so_works_under_a_sheet(ground: QWidget) -> None:
    acts = Actions(ground, lambda: False)
    acts.bind("conversation.new", lambda: None)
    acts.bind("window.lock", lambda: None)
    assert [one.name for one in acts.possible()] == ["window.lock"]


def test_a_name_that_is_not_in_the_table_is_refused(ground: QWidget) -> None:
    with pytest.raises(KeyError):
        Actions(ground, lambda: True).bind("conversation.fly", lambda: None)


def test_other_keys_are_used_from_then_on_and_taken_from_whoever_had_them(ground: QWidget) -> None:
    done: list[str] = []
    acts = Actions(ground, lambda: True)
    acts.bind("conversation.new", lambda: done.append("new"))
    acts.bind("window.fold", lambda: done.append("fold"))
    assert acts.choose_keys("window.fold", "Ctrl+N") == "conversation.new"
    QTest.keyClick(ground, Qt.Key.Key_N, CONTROL)
    QTest.keyClick(ground, Qt.Key.Key_B, CONTROL)
    assert done == ["fold"]
    assert acts.chosen_keys() == {"window.fold": "Ctrl+N", "conversation.new": NO_KEYS}
    acts.choose_keys("window.fold", "Ctrl+B")
    acts.choose_keys("conversation.new", "Ctrl+N")
    assert acts.chosen_keys() == {}  # only what differs is kept


def test_fixed_keys_stay_where_they_are(ground: QWidget) -> None:
    acts = Actions(ground, lambda: True)
    acts.bind("window.fold", lambda: None)
    assert acts.choose_keys("window.fold", "Return") == "writing.send"
    assert acts.keys("window.fold") == "Ctrl+B"


def test_what_the_settings_hold_is_looked_at_before_it_is_used(ground: QWidget) -> None:
    acts = Actions(ground, lambda: True)
    acts.take_keys(
        {"window.fold": "Ctrl+blubb", "window.fly": "Ctrl+1", "window.lock": 5, "window.quit": "-"}
    )
    assert acts.chosen_keys() == {"window.quit": NO_KEYS}
    assert acts.keys("window.quit") == ""


def test_menu_entries_show_words_and_keys_of_the_table(ground: QWidget) -> None:
    acts = Actions(ground, lambda: True)
    done: list[str] = []
    acts.bind("conversation.rename", lambda: done.append("shown"))
    menu = QMenu(ground)
    entry = acts.entry("conversation.rename", menu)
    other = acts.entry("conversation.rename", menu, lambda: done.append("another one"))
    assert entry.text() == "Rename this conversation…"
    assert entry.shortcut().toString() == "F2"
    acts.choose_keys("conversation.rename", "F4")
    menu.aboutToShow.emit()
    assert entry.shortcut().toString() == "F4"
    entry.trigger()
    other.trigger()
    assert done == ["shown", "another one"]


def test_f6_walks_through_the_parts_of_the_window_and_back(work: WindowAtWork) -> None:
    work.space.chat.composer.field.setFocus()
    QTest.keyClick(work.window, Qt.Key.Key_F6)
    assert work.space.sidebar.search.hasFocus()
    QTest.keyClick(work.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert work.space.chat.composer.isAncestorOf(work.window.focusWidget())


def test_the_list_tells_the_keys_in_force(work: WindowAtWork) -> None:
    side, acts = work.space.sidebar, work.window.acts
    assert "(Ctrl+N)" in side.new.toolTip() and side.hint.text() == "Ctrl K"
    acts.choose_keys("conversation.new", "Ctrl+Alt+B")
    acts.choose_keys("window.lock", "")
    acts.choose_keys("palette.open", "F9")
    assert "(Ctrl+Alt+B)" in side.new.toolTip() and "(" not in side.lock.toolTip()
    assert side.hint.text() == "F9"
