"""Fields for secrets: one passphrase, or a new one typed twice. Window process, main thread."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.domain.passphrase import PASSPHRASE_MIN_CHARS
from app.ui.parts import PlainLabel

SECRET_LIMIT = 1024  # characters


class SecretField(QLineEdit):
    """One hidden line. Nothing of it goes to input-method dictionaries or the undo list of another field."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(SECRET_LIMIT)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMinimumHeight(36)


class NewPassphrase(QWidget):
    """A new passphrase, typed twice, with what is still missing in words.

    Signals: `changed` after each key; `finished` when Enter was pressed and it can be used.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.first = SecretField(self.tr("New passphrase"))
        self.second = SecretField(self.tr("The same once more"))
        for field in (self.first, self.second):
            field.textChanged.connect(self._check)
            field.returnPressed.connect(self._enter)
            column.addWidget(field)
        self.show_letters = QCheckBox(self.tr("Show what I type"))
        self.show_letters.toggled.connect(self._show)
        column.addWidget(self.show_letters)
        self.missing = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.missing)
        self._check()

    @property
    def text(self) -> str:
        """The passphrase when both lines agree and it is long enough, else empty."""
        return self.first.text() if not self._what_is_missing() else ""

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _what_is_missing(self) -> str:
        if len(self.first.text()) < PASSPHRASE_MIN_CHARS:
            return self.tr(
                "At least %Ln characters. A few unrelated words are easy to keep in mind.",
                "",
                PASSPHRASE_MIN_CHARS,
            )
        if self.first.text() != self.second.text():
            return self.tr("Type it once more, the same way.")
        return ""

    @Slot()
    def _check(self) -> None:
        self.missing.setText(self._what_is_missing())
        self.changed.emit()

    @Slot()
    def _enter(self) -> None:
        if self.text:
            self.finished.emit()
        elif self.first.hasFocus() and len(self.first.text()) >= PASSPHRASE_MIN_CHARS:
            self.second.setFocus()

    @Slot(bool)
    def _show(self, visible: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.second.setEchoMode(mode)
