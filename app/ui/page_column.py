"""A column in the middle of a page, and the large words at its head. Window process, main thread.

The lock screen needs this before there is a picture: it loads next to nothing.
"""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.parts import Flame, PlainLabel
from app.ui.text_size import px

COLUMN_PX = 640
MARGIN_PX = 24


def page_column(page: QWidget) -> QVBoxLayout:
    """A column in the middle of a page, as wide as reading is comfortable."""
    row = QHBoxLayout(page)
    row.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
    row.addStretch(1)
    middle = QWidget()
    middle.setMaximumWidth(px(COLUMN_PX))
    row.addWidget(middle, 1000)
    row.addStretch(1)
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addStretch(1)
    return column


def add_opening_words(column: QVBoxLayout, title: str, text: str) -> None:
    """The mark, a large line and what it means."""
    column.addWidget(Flame(52))
    column.addSpacing(18)
    column.addWidget(PlainLabel(title, "display", wrap=True))
    column.addSpacing(8)
    column.addWidget(PlainLabel(text, "lead", wrap=True))
    column.addSpacing(22)
