"""Every place of the window, opened one after the other through the table of actions: pages, sheets, panels.

What is added to the table later is walked through without a change here.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.conversation import Role
from app.ui.action_table import ACTIONS
from app.ui.palette import PaletteSheet
from app.ui.sheet import open_sheet_in
from tests.ui.window_at_work import WindowAtWork

# These end something, or ask the system for a file.
NOT_PLACES = frozenset(
    {"window.quit", "window.lock", "window.back", "models.add", "library.add", "models.choose"}
)
PICK = ("writing.files", "presets.import", "presets.export", "quick", "conversation.delete")


def fill(work: WindowAtWork) -> None:
    """A conversation with an answer, shown, and one beside it."""
    session = work.session
    session.chat.add("Another", [(Role.USER, "Anything?"), (Role.ASSISTANT, "Nothing.")])
    code = "Some words, a table and code.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```python\nprint(1)\n```\n"
    talk = session.chat.add("Lantern tower", [(Role.USER, "How high?"), (Role.ASSISTANT, code)])
    work.work(lambda: session.chat.rename(talk.id, "Lantern tower"))
    work.space.open(talk.id)
    work.settle()


def activate(work: WindowAtWork) -> None:
    """Give the window the keyboard, which a menu or another window may have had."""
    work.window.activateWindow()
    work.qtbot.waitUntil(lambda: QApplication.activeWindow() is work.window)
    work.settle()


def speaking(work: WindowAtWork, code: str) -> None:
    """The window speaks another language from now on."""
    if code != "en":
        before = work.space
        work.window.speak(code)
        work.qtbot.waitUntil(lambda: work.space is not before)
        work.settle()


def palette(work: WindowAtWork) -> PaletteSheet:
    """The palette, opened by its keys."""
    activate(work)
    QTest.keyClick(work.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    work.settle()
    assert isinstance(work.sheet, PaletteSheet)
    return work.sheet


def places(work: WindowAtWork) -> Iterator[str]:
    """Opens every place in turn and gives the name of the action that opened it; closes it afterwards."""
    fill(work)
    activate(work)
    yield "conversation"
    for action in ACTIONS:
        if action.name in NOT_PLACES or action.name.startswith(PICK) or not work.window.acts.can(action.name):
            continue
        work.space.chat.composer.field.setFocus()
        work.window.acts.run(action.name)
        work.settle()
        activate(work)
        yield action.name
        if action.name == "conversation.rename" and (editor := QApplication.focusWidget()) is not None:
            QTest.keyClick(editor, Qt.Key.Key_Escape)
        sheet = open_sheet_in(work.window)
        while sheet is not None:
            sheet.reject()
            work.settle()
            sheet = open_sheet_in(work.window)
