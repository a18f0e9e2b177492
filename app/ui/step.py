"""One step of the first start: a card with a title, buttons at its end, and words. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.parts import Card, PlainLabel

PADDING_PX, GAP_PX = 16, 8


class Step(Card):
    """A card with a title, a tag behind it, buttons at its end or, where there is no room, below, and words.

    Attributes: `inside`, the column of all this: its first line is the title's.
    """

    def __init__(
        self, title: str, tag: QWidget | None, buttons: Sequence[QWidget], below: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._buttons = buttons
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(PADDING_PX, 14, PADDING_PX, 14)
        self.inside.setSpacing(6)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head = QHBoxLayout()
        for layout in (self._row, self._side, self._head):
            layout.setSpacing(GAP_PX)
        self.inside.addLayout(self._row)
        self._row.addLayout(self._head, 1)
        self._row.addLayout(self._side)
        self._head.addWidget(PlainLabel(title, "strong"))
        if tag is not None:
            self._head.addWidget(tag)
        self._head.addStretch(1)
        for button in buttons:
            self._side.addWidget(button)
        for widget in below:
            self.inside.addWidget(widget)

    @property
    def needs_px(self) -> int:
        """The width that it takes to have the buttons beside the title."""
        shown = [button for button in self._buttons if not button.isHidden()]
        beside = sum(GAP_PX + button.sizeHint().width() for button in shown)
        return 2 * PADDING_PX + self._head.sizeHint().width() + beside

    def set_narrow(self, narrow: bool) -> None:
        """The buttons below the title, or beside it."""
        across = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for layout in (self._row, self._side):
            layout.setDirection(across)
