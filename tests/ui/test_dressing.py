"""The look of a window changes part by part: no turn of the event loop restyles it all, and nothing is left out."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.dressing import Dresser
from app.ui.settings.table import TEXT_SIZE
from app.ui.theme import Theme, ThemeChoice
from app.ui.tokens import DARK
from tests.ui.painting import Painted
from tests.ui.window_at_work import WindowAtWork, all_widgets

SEEN = (QFrame, QAbstractButton, QLineEdit, QAbstractSpinBox, QComboBox, QProgressBar, QScrollBar, QTabBar)
MOST_IN_A_TURN = 130  # of the 640 widgets of a window with Settings open; a turn of 78 took 15 ms


class Restyled(QObject):
    """Counts the widgets of a window that are restyled in each turn of the event loop. `end` it.

    Attributes: `turns`, how many in each; `widgets`, all of them.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.begin()
        application, loop = QApplication.instance(), QAbstractEventDispatcher.instance()
        assert application is not None and loop is not None
        self._application, self._loop = application, loop
        application.installEventFilter(self)
        loop.awake.connect(self._turned)
        loop.aboutToBlock.connect(self._turned)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells each widget that it restyles."""
        told = event.type() is QEvent.Type.StyleChange
        if told and isinstance(watched, QWidget) and watched.window() is self._window:
            self._now.add(watched)
        return False

    def begin(self) -> None:
        """Count anew."""
        self.turns: list[int] = []
        self.widgets: set[QObject] = set()
        self._now: set[QObject] = set()

    def _turned(self) -> None:
        if self._now:
            self.turns.append(len(self._now))
            self.widgets |= self._now
            self._now = set()

    def end(self) -> None:
        """Count no more."""
        self._application.removeEventFilter(self)
        self._loop.awake.disconnect(self._turned)
        self._loop.aboutToBlock.disconnect(self._turned)


@pytest.fixture
def restyled(work: WindowAtWork) -> Iterator[Restyled]:
    """A count of what is restyled from now on."""
    counted = Restyled(work.window)
    yield counted
    counted.end()


def sheets_over(widget: QWidget, window: QWidget) -> list[QWidget]:
    """What has a style sheet of the theme, from the widget up."""
    found = []
    at: QWidget | None = widget
    while at is not None:
        if "QPushButton[look=" in at.styleSheet():
            found.append(at)
        at = at.parentWidget() if at is not window else None
    return found


def never_seen(widget: QWidget) -> bool:
    """Whether it is the bar of a page that doesn't scroll sideways."""
    return isinstance(widget, QScrollBar) and widget.orientation() is Qt.Orientation.Horizontal


def show_every_page(work: WindowAtWork) -> None:
    """Settings is made when it is first shown."""
    space = work.space
    for show in (space.show_library, space.show_models, space.show_ledger, space.show_compare):
        show()
        work.settle()
    space.settings.open()
    work.qtbot.waitUntil(lambda: len(space.settings.page.rows) == len(space.settings.values.table))
    work.settle()


def test_every_part_has_one_style_sheet(work: WindowAtWork) -> None:
    show_every_page(work)
    work.window.say("A message")
    work.space.guide.open_shortcuts()
    work.settle()
    bare = []
    for widget in all_widgets(work.window):
        over = sheets_over(widget, work.window)
        assert len(over) < 2, (widget, over)  # one within another: it would be restyled twice
        if not over:
            bare.append(widget)
    wrong = [
        one
        for one in bare
        if (
            isinstance(one, SEEN)
            and not isinstance(one, QScrollArea | QStackedWidget)
            and not never_seen(one)
        )
        or one.property("look") not in (None, "page")  # what only holds parts has its ground from the palette
    ]
    assert [(one, one.property("look"), one.parentWidget()) for one in wrong] == []
    assert len(all_widgets(work.window)) > 600


@pytest.mark.parametrize("change", ["text", "theme"])
def test_no_turn_restyles_the_whole_window(
    work: WindowAtWork, theme: Theme, restyled: Restyled, change: str
) -> None:
    show_every_page(work)
    work.space.guide.open_shortcuts()
    work.settle()
    work.sheet.reject()
    work.settle()
    theme.choose_text(115)  # Python has forgotten what it doesn't hold by the second change
    work.settle()
    row = work.space.settings.page.rows[TEXT_SIZE]
    before = row.help.fontMetrics().height()
    restyled.begin()
    if change == "text":
        theme.choose_text(150)
    else:
        theme.choose(ThemeChoice.DARK)
    try:
        assert not work.window.updatesEnabled()  # the former picture stays until there is a whole new one
        work.qtbot.waitUntil(work.window.updatesEnabled)
        if change == "text":
            assert row.help.fontMetrics().height() > before * 1.2
        else:
            assert row.help.palette().windowText().color().name() == DARK.muted
        sheet = work.space.settings.page.groups[0].styleSheet()
        work.qtbot.waitUntil(
            lambda: work.space.welcome.styleSheet() == sheet
        )  # hidden, and changed all the same
        work.settle()
        worn = {one for widget in all_widgets(work.window) for one in sheets_over(widget, work.window)}
        work.qtbot.waitUntil(lambda: [one for one in worn if one.styleSheet() != sheet] == [])
        assert len(restyled.widgets) > 500
        assert max(restyled.turns) < MOST_IN_A_TURN, restyled.turns
    finally:
        theme.choose_text(100)
        theme.choose(ThemeChoice.SYSTEM)


@pytest.fixture
def parts(qtbot: QtBot) -> tuple[Dresser, QWidget, QWidget, QWidget]:
    """A dresser, a window of two parts, what is seen of it, and what is hidden."""
    window = QWidget()
    qtbot.addWidget(window)
    dresser = Dresser(window)
    seen, hidden = QWidget(window), QWidget(window)
    hidden.hide()
    dresser.watch(window)
    for part in (hidden, seen):
        dresser.dress(part)
    window.show()
    return dresser, window, seen, hidden


def test_what_is_hidden_changes_as_soon_as_it_is_shown(
    parts: tuple[Dresser, QWidget, QWidget, QWidget], qtbot: QtBot
) -> None:
    dresser, window, seen, hidden = parts
    dresser.change("QWidget { color: red; }")
    assert (seen.styleSheet(), hidden.styleSheet()) == ("", "")
    hidden.show()
    assert hidden.styleSheet() == dresser.sheet
    qtbot.waitUntil(lambda: seen.styleSheet() == dresser.sheet and window.updatesEnabled())


def test_the_last_of_several_changes_is_what_is_worn(
    parts: tuple[Dresser, QWidget, QWidget, QWidget], qtbot: QtBot
) -> None:
    dresser, window, seen, hidden = parts
    dresser.change("QWidget { color: red; }")
    dresser.change("QWidget { color: blue; }")
    qtbot.waitUntil(lambda: hidden.styleSheet() != "")
    assert seen.styleSheet() == hidden.styleSheet() == "QWidget { color: blue; }"
    assert window.updatesEnabled()


def test_a_window_is_painted_on_though_an_update_was_under_way(
    parts: tuple[Dresser, QWidget, QWidget, QWidget], qtbot: QtBot
) -> None:
    dresser, window, seen, _ = parts
    seen.resize(40, 40)
    painted = Painted(seen)
    seen.update()  # as a caret or a button under the pointer asks for at any time
    qtbot.waitUntil(lambda: painted.times > 0)
    seen.update()
    dresser.change("QWidget { color: red; }")
    qtbot.waitUntil(lambda: bool(seen.styleSheet()) and window.updatesEnabled())
    qtbot.waitUntil(lambda: painted.times > 1)
    before = painted.times
    seen.update()
    qtbot.waitUntil(lambda: painted.times > before)
    assert window.updatesEnabled() and seen.styleSheet() == "QWidget { color: red; }"


def test_parts_and_windows_that_are_gone_hold_nothing_up(
    parts: tuple[Dresser, QWidget, QWidget, QWidget], qtbot: QtBot
) -> None:
    dresser, window, seen, hidden = parts
    other = QWidget()
    dresser.watch(other)
    dresser.change("QWidget { color: red; }")
    shiboken6.delete(seen)
    shiboken6.delete(other)
    qtbot.waitUntil(lambda: hidden.styleSheet() == dresser.sheet)
    assert window.updatesEnabled()
    dresser.dress(QWidget(window))
