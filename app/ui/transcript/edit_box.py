"""Where a message is written anew, in its place in the transcript. Window process, window thread."""

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.ui.escape import keeps_escape
from app.ui.field_direction import FieldDirection
from app.ui.text_size import px
from app.ui.transcript import wording
from app.ui.transcript.look import TextButton, put

_LEAST_PX = 64
_MOST_PX = 320
_BUTTON_PX = 26


class EditField(QTextEdit):
    """Plain text. Enter sends, Shift+Enter begins a line, Escape gives up.

    Signals: `send_wished`, `given_up`.
    """

    send_wished = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        FieldDirection(self)
        self.setObjectName("edit")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(wording.edit_field())

    def event(self, event: QEvent) -> bool:
        """Escape is ours before it is the window's."""
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.send_wished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and nothing else."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """The plain text of what was pasted."""
        self.insertPlainText(source.text().replace("\0", ""))


class EditBox(QWidget):
    """The field with its buttons.

    Signals: `sent(text)`, `given_up`, `grew` when another height is needed.
    """

    sent = Signal(str)
    given_up = Signal()
    grew = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = EditField(self)
        self.field.setPlainText(text)
        cursor = self.field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.field.setTextCursor(cursor)
        self.cancel = TextButton(wording.cancel(), wording.cancel_edit(), self)
        self.send = TextButton(wording.send(), wording.send_edit(), self)
        self.cancel.setToolTip(wording.cancel_edit())
        self.send.setToolTip(wording.send_edit())
        self.send.setObjectName("go")
        self.field.send_wished.connect(self._send)
        self.send.clicked.connect(self._send)
        self.field.given_up.connect(self.given_up)
        self.cancel.clicked.connect(self.given_up)
        self.field.document().documentLayout().documentSizeChanged.connect(self._grown)
        self._height = 0  # until it has a place
        self._placing = False

    def place(self, width: int) -> int:
        """Lay out for `width` pixels; returns the height in pixels."""
        self._placing = True
        self.field.setGeometry(
            0, 0, width, max(_LEAST_PX, self._height)
        )  # its lines tell how high it must be
        height = self._wanted()
        self.field.setGeometry(0, 0, width, height)
        self._placing = False
        right = width
        for button in (self.send, self.cancel):
            size = button.sizeHint().width() + 8
            right -= size
            put(button, QRect(right, height + 5, size, px(_BUTTON_PX)), width)
            right -= 6
        self._height = height
        return height + px(_BUTTON_PX) + 6

    def focusables(self) -> list[QWidget]:
        """For the Tab key."""
        return [self.field, self.cancel, self.send]

    def _wanted(self) -> int:
        return max(_LEAST_PX, min(_MOST_PX, int(self.field.document().size().height()) + 18))

    def _grown(self) -> None:
        # Not while Qt gives the field its size: placed anew in the midst of it, the lines would keep the former width.
        if self._height and not self._placing and self._wanted() != self._height:
            self.grew.emit()

    def _send(self) -> None:
        text = self.field.toPlainText()
        if text.strip():
            self.sent.emit(text)
