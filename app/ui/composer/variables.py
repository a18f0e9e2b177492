"""The places of a saved prompt, asked one after another. Window process, main thread."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.saved_prompt import SavedPrompt
from app.ui.escape import keeps_escape
from app.ui.field_direction import FieldDirection
from app.ui.parts import Button, PlainLabel, set_look
from app.ui.theme import Theme

FIELD_PX = 64


class VariableStrip(QWidget):
    """One field at a time, in the question field's place. Enter goes on, Shift+Enter starts a line, Escape leaves.

    Signals: `filled(text)` when the last place has its words; `left` when the person doesn't want to.
    """

    filled = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._prompt = SavedPrompt("", "")
        self._values: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.label = PlainLabel("", "strong", wrap=True)
        column.addWidget(self.label)
        self.field = QPlainTextEdit()
        FieldDirection(self.field)
        set_look(self.field, "field")
        self.field.setFixedHeight(FIELD_PX)
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.cancel = Button(theme, self.tr("Cancel"), "ghost", on_click=self.left.emit)
        self.back = Button(theme, self.tr("Back"), on_click=self._back)
        self.next = Button(theme, self.tr("Next"), "primary", on_click=self._next)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column.addLayout(row)
        self.hide()

    def ask(self, prompt: SavedPrompt) -> None:
        """Ask for the prompt's places; it has at least one."""
        self._prompt = prompt
        self._values = []
        self.show()
        self._show_place("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Escape leaves."""
        if watched is self.field and keeps_escape(event):
            return True
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
                self._next()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _next(self) -> None:
        self._values.append(self.field.toPlainText())
        names = self._prompt.variables
        if len(self._values) < len(names):
            self._show_place("")
            return
        self.filled.emit(self._prompt.filled(dict(zip(names, self._values, strict=True))))

    @Slot()
    def _back(self) -> None:
        if self._values:
            self._show_place(self._values.pop())

    def _show_place(self, text: str) -> None:
        names = self._prompt.variables
        number = len(self._values)
        words = f"/{self._prompt.name} · {names[number]}"
        if len(names) > 1:
            words += f" ({number + 1}/{len(names)})"
        self.label.setText(words)
        self.field.setAccessibleName(names[number])
        self.field.setPlainText(text)
        self.field.selectAll()
        self.back.setEnabled(number > 0)
        last = number + 1 == len(names)
        self.next.set_caption(self.tr("Done (Enter)") if last else self.tr("Next (Enter)"))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
