"""The way of the Tab key through parts that come and go: as they stand. Window process, main thread.

Qt puts what is made later at the end, also where it stands at the top.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(area: QWidget, inside: QWidget) -> None:
    """Have Tab walk through `inside` in the order of its layouts, after the `area` around it where that is a stop."""
    first = [area] if area.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    chain([*first, *stops_in(inside)])


def chain(stops: Iterable[QWidget]) -> None:
    """Have Tab go from each to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def stops_in(whole: QWidget) -> Iterator[QWidget]:
    """What Tab stops at in `whole`, in the order of its layouts; hidden parts too."""
    layout = whole.layout()
    parts = [one for one in whole.children() if isinstance(one, QWidget)] if layout is None else _laid(layout)
    for part in parts:
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part
        elif not part.isWindow():
            yield from stops_in(part)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """Without its items: PySide would keep what stands for one after Qt has taken it away with its widget."""
    around = layout.parentWidget()
    widgets = [one for one in around.children() if isinstance(one, QWidget)] if around is not None else []
    layouts = [one for one in layout.children() if isinstance(one, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in widgets]
    placed += [(layout.indexOf(one), one) for one in layouts]
    for place, part in sorted(placed, key=itemgetter(0)):
        if isinstance(part, QLayout):
            yield from _laid(part)
        elif place >= 0:
            yield part
