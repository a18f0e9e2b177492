"""What floats over the transcript: the way to its end, and “Quote” beside a selection.

Window process, window thread.
"""

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from app.ui.icons import icon
from app.ui.tokens import Colours
from app.ui.transcript import wording
from app.ui.transcript.look import TextButton
from app.ui.transcript.text_body import TextBody

JUMP_PX = 34
_PAUSE_MS = 120  # a selection that still grows has no button yet


class JumpButton(QToolButton):
    """A round arrow at the foot of the view while its end can't be seen."""

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("jump")
        self.setFixedSize(JUMP_PX, JUMP_PX)
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(wording.to_end())
        self.setToolTip(wording.to_end())
        self.restyle(colours)
        self.hide()

    def restyle(self, colours: Colours) -> None:
        """Take other colours."""
        self.setIcon(icon("down", colours.text))

    def settle(self, size: QSize, wanted: bool) -> None:
        """Stand at the foot of a view of this size, or nowhere."""
        self.move((size.width() - JUMP_PX) // 2, size.height() - JUMP_PX - 10)
        if wanted == self.isHidden():
            self.setVisible(wanted)
        if wanted:
            self.raise_()


class QuoteButton(TextButton):
    """Stands beside the end of what is selected in a text.

    Signals: `quote_requested(text)`.
    """

    quote_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(wording.quote(), wording.quote_selection(), parent)
        self.setObjectName("floating")
        self.setToolTip(wording.quote_selection())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click must leave the selection; a key does the same
        self._body: TextBody | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.settle)
        self.clicked.connect(self.quote)
        self.hide()

    def selection_in(self, body: TextBody) -> None:
        """The selection in this text has changed."""
        if body.textCursor().hasSelection():
            self._body = body
            self._pause.start()
        elif self._body is body:
            self.forget()

    def forget(self) -> None:
        """Nothing is selected, or its text is gone."""
        self._body = None
        self._pause.stop()
        self.hide()

    def forget_in(self, item: QWidget) -> None:
        """The texts of `item` go."""
        if self._body is not None and item.isAncestorOf(self._body):
            self.forget()

    @property
    def text_chosen(self) -> str:
        """The words that are selected."""
        return self._body.chosen_text() if self._body is not None else ""

    def quote(self) -> None:
        """Put the selection into the question."""
        words = self.text_chosen
        if words.strip():
            self.quote_requested.emit(words)
        self.hide()

    def settle(self) -> None:
        """Stand under the end of the selection, inside the view."""
        view = self.parentWidget()
        if self._body is None or view is None or not self._body.textCursor().hasSelection():
            self.hide()
            return
        rect = self._body.cursorRect()
        at = self._body.viewport().mapTo(view, rect.bottomLeft() + QPoint(0, 6))
        self.adjustSize()
        self.move(max(4, min(at.x(), view.width() - self.width() - 14)), at.y())
        self.setVisible(0 <= at.y() <= view.height() - 8)
        self.raise_()
