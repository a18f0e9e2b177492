"""The way of the Tab key through the widgets of a transcript. Window process, window thread."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.ui.reading_order import chain
from app.ui.transcript.answer import AnswerItem
from app.ui.transcript.items import UserBubble


class TabOrder:
    """From the area itself through what was said, from above."""

    def __init__(self, area: QWidget) -> None:
        self._area = area
        self._order: list[QWidget] = []

    def settle(self, items: Sequence[UserBubble | AnswerItem]) -> None:
        """Set it anew where something came or went. `items`: from above."""
        order = [self._area, *(one for item in items for one in item.focusables())]
        if order != self._order:
            self._order = order
            chain(order)
