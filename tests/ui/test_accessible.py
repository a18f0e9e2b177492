"""Every place of the window for someone who can't see it or has no mouse: the accessibility tree, Tab, focus, size."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app.ui.sheet import open_sheet_in
from app.ui.stylesheet import stylesheet
from app.ui.theme import Theme, ThemeChoice
from app.ui.tokens import DARK, LIGHT, Colours
from tests.ui.fake_downloads import found_here
from tests.ui.fake_session import FakeSession
from tests.ui.places import activate, places
from tests.ui.test_everywhere import contrast
from tests.ui.window_at_work import WindowAtWork, all_widgets

TARGETS = (QAbstractButton, QComboBox, QLineEdit)
LEAST_PX = 24  # WCAG 2.2, target size
LOOKS = 3  # what a place does a moment after it came up may take the focus during the first look
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTextEdit, QTabBar)


def top_of(work: WindowAtWork) -> QWidget:
    """What the keyboard can reach now: the open sheet, else the window."""
    return open_sheet_in(work.window) or work.window


def seen(widget: QWidget) -> bool:
    """Whether any of it can be seen."""
    return widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()


def inside_another(widget: QWidget) -> bool:
    """A part that another widget works: the field of a spin box, the arrows of tabs, scroll bars."""
    parent = widget.parentWidget()
    return isinstance(widget, QScrollBar) or isinstance(
        parent, QAbstractSpinBox | QTabBar | QComboBox | QLineEdit
    )


def walked_by_arrows(widget: QWidget) -> bool:
    """A list of suggestions, or a choice beside the chosen one: arrow keys walk there, Tab stops once."""
    parent = widget.parentWidget()
    beside = parent.findChildren(QRadioButton) if parent and isinstance(widget, QRadioButton) else []
    if any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in beside):
        return True
    return isinstance(widget, QAbstractItemView) and widget.focusPolicy() is Qt.FocusPolicy.NoFocus


def told(widget: QWidget) -> str:
    """A name for a report."""
    return f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName()}”"


def stops(work: WindowAtWork) -> list[QWidget]:
    """Where the Tab key stops, in its order, from where the focus is until it comes round."""
    found: list[QWidget] = []
    for _ in range(300):
        focused = QApplication.focusWidget()
        if found and focused is found[0]:
            break
        if focused is not None and focused not in found:  # a text with links is left after its last one
            found.append(focused)
        QTest.keyClick(focused or work.window, Qt.Key.Key_Tab)
    return found


def faults_of(work: WindowAtWork, widget: QWidget) -> Iterator[str]:
    """What is wrong with a widget that Tab should reach."""
    one = QAccessible.queryAccessibleInterface(widget)
    assert one is not None
    if not one.text(QAccessible.Text.Name):
        yield "no name"
    # A scrolled page whose children are what is read has no better role in Qt.
    if one.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client) and not isinstance(
        widget, QScrollArea
    ):
        yield "no role"
    if not one.state().focusable:
        yield "not told to be reachable"
    if isinstance(widget, TARGETS) and min(widget.width(), widget.height()) < LEAST_PX:
        yield f"{widget.width()}x{widget.height()} px"


def test_every_place_is_reached_named_and_large_enough(work: WindowAtWork) -> None:
    faults: set[str] = set()
    walked = 0
    for place in places(work):
        if place == "conversation.rename":  # typed over its row in the list: Tab ends it
            continue
        reached = stops(work)
        for widget in all_widgets(top_of(work)):
            if not seen(widget) or inside_another(widget):
                continue
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                walked += 1
                found = list(faults_of(work, widget))
                found += [] if widget in reached else ["Tab doesn't reach it"]
            else:
                of_keys = isinstance(widget, INTERACTIVE) and not walked_by_arrows(widget)
                found = ["not for the keyboard"] if of_keys else []
            faults |= {f"{told(widget)}: {fault} ({place})" for fault in found}
    assert walked > 150
    assert not faults, "\n".join(sorted(faults))


def test_every_part_of_the_first_page_is_reached_named_large_enough_and_seen_with_the_focus(
    open_window: Callable[[FakeSession], WindowAtWork],
) -> None:
    session = FakeSession()
    session.offers.found = (found_here("gemma"),)
    work = open_window(session).begin()
    activate(work)
    work.qtbot.waitUntil(work.space.welcome.model.download.isEnabled)
    work.space.welcome.model.file.setFocus()
    reached = stops(work)
    faults: list[str] = []
    buttons = [one for one in work.space.welcome.findChildren(QAbstractButton) if seen(one)]
    for button in buttons:
        faults += [f"{told(button)}: {fault}" for fault in faults_of(work, button)]
        faults += [] if button in reached else [f"{told(button)}: Tab doesn't reach it"]
        faults += [] if shows_focus(work, button) else [f"{told(button)}: the focus can't be seen"]
    assert len(buttons) == 7
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_focus_can_be_seen_wherever_it_is(work: WindowAtWork, theme: Theme, choice: ThemeChoice) -> None:
    theme.choose(choice)
    unseen: set[str] = set()
    looked = set[int]()
    for place in places(work):
        for widget in stops(work):
            if id(widget) in looked or not seen(widget):
                continue
            looked.add(id(widget))
            if not any(shows_focus(work, widget) for _ in range(LOOKS)):
                unseen.add(f"{place}: {told(widget)}")
            widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(looked) > 60
    assert not unseen, "\n".join(sorted(unseen))


def shows_focus(work: WindowAtWork, widget: QWidget) -> bool:
    """Whether the widget looks different while it has the focus."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = picture(work, widget)
    widget.clearFocus()
    return with_focus != picture(work, widget)


def picture(work: WindowAtWork, widget: QWidget) -> QImage:
    """What the widget and a little around it look like."""
    QApplication.processEvents()
    where = QRect(widget.mapTo(work.window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    return work.window.grab(where.intersected(work.window.rect())).toImage()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_rule_of_the_style_sheet_can_be_read(colours: Colours) -> None:
    weak: set[str] = set()
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", stylesheet(colours))
    assert len(rules) > 60
    for selector, body in rules:
        values = dict(re.findall(r"(?<![\w-])(color|background): (#\w{6}|transparent)", body))
        text, ground = values.get("color"), values.get("background", "transparent")
        if text is None or ":disabled" in selector or text.startswith("t"):
            continue
        grounds = [ground] if ground != "transparent" else [colours.bg, colours.panel, colours.card]
        if "toast" in selector and ground == "transparent":
            grounds = [colours.text]
        if "private" in selector:
            grounds = [colours.local_soft]
        for one in grounds:
            if contrast(text, one) < 4.5:
                weak.add(f"{selector.strip()}: {text} on {one} is {contrast(text, one):.2f}")
    assert not weak, "\n".join(sorted(weak))
