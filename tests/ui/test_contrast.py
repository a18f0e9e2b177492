"""Text can be read: 4.5 to 1 for every text of every place, in both themes, in each state that it can have.

Told from the pixels that are drawn; the pairs of colours that tokens are meant for are tested in `test_tokens.py`.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QHoverEvent, QIcon
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.ui.help.sheet import HelpSheet
from app.ui.sheet import open_sheet_in
from app.ui.theme import ThemeChoice
from app.ui.tokens import DARK, LIGHT, Colours
from tests.ui.drawn_contrast import SCALES, colours_in, drawn, weakest
from tests.ui.fake_chat import a_model
from tests.ui.fake_downloads import found_here
from tests.ui.fake_session import FakeSession
from tests.ui.places import places
from tests.ui.test_everywhere import contrast
from tests.ui.window_at_work import WindowAtWork, all_widgets

LEAST, LEAST_OF_EDGES = 4.5, 3.0
FRAME_PX = 4  # of a button or a field: its edge is no text
ROWS = 6  # of each list; the others are drawn alike
STATES = ("", "hovered", "pressed", "disabled")


def words_of(widget: QWidget) -> str:
    """What is written on it; empty where nothing is, or where another widget shows it."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.toPlainText() or widget.placeholderText()
    return ""


class Look:
    """Measures one window in one theme.

    Attributes: `faults`, one line for each text that is too weak; `measured`, how many texts were looked at; `blind`,
        how many of these showed none.
    """

    def __init__(self, work: WindowAtWork, colours: Colours) -> None:
        self.faults: set[str] = set()
        self.measured = 0
        self.blind = 0
        self._window = work.window
        self._colours = colours
        self._known: set[tuple[object, ...]] = set()

    def at(self, place: str) -> None:
        """All texts that can be seen now."""
        for widget in all_widgets(open_sheet_in(self._window) or self._window):
            if not widget.isVisible() or widget.visibleRegion().isEmpty():
                continue
            if isinstance(widget, QAbstractItemView):
                self._rows(widget, place)
            elif words_of(widget):
                self._one(widget, place)

    def _one(self, widget: QWidget, place: str) -> None:
        key = (
            type(widget),
            widget.property("look"),
            widget.isEnabled(),
            widget.parentWidget(),
            words_of(widget)[:40],
        )
        if key in self._known:
            return
        self._known.add(key)
        frame = 0 if isinstance(widget, QLabel) else FRAME_PX
        seen = widget.visibleRegion().boundingRect() & widget.rect().adjusted(frame, frame, -frame, -frame)
        states = STATES if isinstance(widget, QAbstractButton) and widget.isEnabled() else ("",)
        for state in states:
            with looking(widget, state):
                name = f"{type(widget).__name__} {words_of(widget)[:40]!r}"
                self._measure(widget, seen, f"{name} {state} ({place})")

    def _rows(self, view: QAbstractItemView, place: str) -> None:
        if (view,) in self._known:
            return
        self._known.add((view,))
        for index in some_rows(view):
            before = view.currentIndex()
            for state in ("", "hovered", "chosen"):
                if state == "hovered":
                    hover(view, view.visualRect(index).center())
                elif state == "chosen":
                    view.setCurrentIndex(index)
                QApplication.processEvents()
                rect = view.visualRect(index).adjusted(FRAME_PX, FRAME_PX, -FRAME_PX, -FRAME_PX)
                rect &= view.viewport().rect()
                shown = rect.translated(view.viewport().pos())
                self._measure(view, shown, f"{view.accessibleName()}: {index.data()!r} {state} ({place})")
            view.setCurrentIndex(before)

    def _measure(self, widget: QWidget, seen: QRect, what: str) -> None:
        place = QRect(widget.mapTo(self._window, seen.topLeft()), seen.size())
        found, text, ground = weakest(self._window, place, self._colours)
        self.measured += 1
        self.blind += not text
        if found < LEAST:
            self.faults.add(f"{found:.2f} {text} on {ground}: {what}")


@contextmanager
def looking(widget: QWidget, state: str) -> Iterator[None]:
    """A button for the block as if it were pointed at, pressed or of no use now; a field without a selection.

    Its drawing is taken away: a small one has no pixels that smoothing left alone.
    """
    if isinstance(widget, QLineEdit):
        widget.deselect()
    if not isinstance(widget, QAbstractButton):
        yield
        return
    drawing = widget.icon()
    widget.setIcon(QIcon())
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state in ("hovered", "pressed"))
    widget.setDown(state == "pressed")
    widget.setEnabled(state != "disabled" and widget.isEnabled())
    yield
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    widget.setDown(False)
    widget.setEnabled(state == "disabled" or widget.isEnabled())
    widget.setIcon(drawing)


def hover(view: QAbstractItemView, at: QPoint) -> None:
    """The pointer stands over a row."""
    place = QPointF(at)
    QApplication.sendEvent(view.viewport(), QHoverEvent(QEvent.Type.HoverMove, place, place, QPointF(-1, -1)))


def some_rows(view: QAbstractItemView) -> list[QModelIndex]:
    """The first few that can be seen and hold words."""
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    rows = min(model.rowCount(QModelIndex()), ROWS)
    cells = [model.index(row, column) for row in range(rows) for column in range(columns)]
    seen = view.viewport().rect()
    return [cell for cell in cells if cell.data() and view.visualRect(cell).intersects(seen)]


@pytest.fixture
def session() -> FakeSession:
    """A profile without a model at first: the first page is a place, too."""
    session = FakeSession()
    session.offers.found = (found_here("gemma"),)
    return session


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_every_text_of_every_place_can_be_read_in_every_state(
    work: WindowAtWork, choice: ThemeChoice
) -> None:
    work.space.chat._theme.choose(choice)
    look = Look(work, DARK if choice is ThemeChoice.DARK else LIGHT)
    work.settle()
    assert work.space.welcome.isVisible()
    look.at("the first page")
    work.session.models.shelf.append(a_model("Qwen3 4B"))
    work.session.models.current = "Qwen3 4B"
    work.space.models.look()
    work.settle()
    for place in places(work):
        look.at(place)
    assert look.measured > 500 and look.blind < look.measured / 10
    assert not look.faults, "\n".join(sorted(look.faults))


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_items_of_a_menu_can_be_read(work: WindowAtWork, choice: ThemeChoice) -> None:
    colours = DARK if choice is ThemeChoice.DARK else LIGHT
    work.space.chat._theme.choose(choice)
    work.settle()
    menu = QMenu(work.space.sidebar)  # a menu wears what the part that it belongs to does
    for words in ("Usual", "Of no use now", "Ticked"):
        menu.addAction(words)
    usual, useless, ticked = menu.actions()
    useless.setEnabled(False)
    ticked.setCheckable(True)
    ticked.setChecked(True)
    menu.popup(work.window.mapToGlobal(QPoint(10, 10)))
    weak = []
    for action in (usual, useless, ticked):
        for pointed in (False, True):
            if pointed:
                menu.setActiveAction(action)
            found, text, ground = weakest(menu, menu.actionGeometry(action), colours)
            if found < LEAST:
                weak.append(f"{found:.2f} {text} on {ground}: {action.text()} {pointed}")
    menu.close()
    assert weak == []


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_chosen_line_of_the_help_s_list_stands_out(work: WindowAtWork, choice: ThemeChoice) -> None:
    """By its frame: the tint below it is too weak for that in the dark."""
    work.space.chat._theme.choose(choice)
    colours = DARK if choice is ThemeChoice.DARK else LIGHT
    work.window.acts.run("help.open")
    work.settle()
    sheet = work.sheet
    assert isinstance(sheet, HelpSheet)
    framed = []
    for row in range(2):
        rect = sheet.list.visualItemRect(sheet.list.item(row))
        place = QRect(sheet.list.viewport().mapTo(work.window, rect.topLeft()), rect.size())
        framed.append(colours.accent in colours_in(drawn(work.window, place, SCALES[0])))
    assert framed == [True, False]
    assert contrast(colours.accent, colours.card) >= LEAST_OF_EDGES


def test_a_text_that_is_too_weak_is_found(work: WindowAtWork) -> None:
    """What the measure is worth."""
    label = work.space.welcome.model.words
    label.setText("Weak words")
    label.setStyleSheet("color: #9a9a9a")
    work.settle()
    place = QRect(label.mapTo(work.window, QPoint(0, 0)), label.size())
    found, text, _ground = weakest(work.window, place, LIGHT)
    assert (text, found < LEAST) == ("#9a9a9a", True)
