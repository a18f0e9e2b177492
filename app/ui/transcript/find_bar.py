"""The bar that finds words in the conversation that is shown. Window process, window thread."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from app.ui.escape import keeps_escape
from app.ui.transcript import wording
from app.ui.transcript.look import TextButton, plain_label

WIDTH_PX = 380
HEIGHT_PX = 42
TOP_PX = 10
TAKEN_PX = (
    TOP_PX + HEIGHT_PX + 6
)  # of the view's height while it is open: what is found never lies beneath it


class FindField(QLineEdit):
    """Enter goes on, Shift+Enter back, Escape closes.

    Signals: `step_wished(1 or -1)`, `close_wished`.
    """

    step_wished = Signal(int)
    close_wished = Signal()

    def event(self, event: QEvent) -> bool:
        """Escape is ours before it is the window's."""
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_wished.emit(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_wished.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_wished.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """A field, which hit is shown, and the way to the others.

    Signals: `words_changed(text)`, `step_wished(1 or -1)`, `closed`.
    """

    words_changed = Signal(str)
    step_wished = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAccessibleName(wording.find())
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(2)
        self.field = FindField()
        self.field.setPlaceholderText(wording.find())
        self.field.setAccessibleName(wording.find())
        self.field.setMaxLength(400)
        self.field.textChanged.connect(self.words_changed)
        self.field.step_wished.connect(self.step_wished)
        self.field.close_wished.connect(self.close_bar)
        row.addWidget(self.field, 1)
        self.count = plain_label("", "figures", self)
        row.addWidget(self.count)
        self.previous = TextButton("↑", wording.previous_hit(), self)
        self.next = TextButton("↓", wording.next_hit(), self)
        self.close_button = TextButton("✕", wording.close_find(), self)
        for button in (self.previous, self.next, self.close_button):
            button.setToolTip(button.accessibleName())
            row.addWidget(button)
        for button in (self.previous, self.next):
            button.setEnabled(False)  # until something is found
        self.previous.clicked.connect(lambda: self.step_wished.emit(-1))
        self.next.clicked.connect(lambda: self.step_wished.emit(1))
        self.close_button.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self, words: str) -> None:
        """Show the bar with `words` in it, or with what was in it."""
        self.show()
        self.raise_()
        if words and words != self.field.text():
            self.field.setText(words)
        else:
            self.words_changed.emit(self.field.text())
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide it, and the marks with it."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def settle(self, width: int) -> None:
        """Stand at the right top of a view of this width."""
        mine = min(WIDTH_PX, width - 24)
        left = 12 if self.isRightToLeft() else width - mine - 14
        self.setGeometry(left, TOP_PX, mine, HEIGHT_PX)

    def tell(self, place: int, count: int, more: bool) -> None:
        """Which hit is shown."""
        self.count.setText(wording.found(place, count, more) if self.field.text() else "")
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)
