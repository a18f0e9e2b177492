"""The page of the first start: choose a model, set a lock. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.parts import Button, Card, Flame, PlainLabel, set_look
from app.ui.theme import Theme

WELCOME_WIDTH = 640


class WelcomePage(QWidget):
    """Picture 7, as far as it works now.

    Signals: `model_wished` (pick a GGUF file), `models_wished` (see which suit this computer), `passphrase_wished`,
    `code_wished` (a recovery code), `restore_wished` (a backup).
    """

    model_wished = Signal()
    models_wished = Signal()
    passphrase_wished = Signal()
    code_wished = Signal()
    restore_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_look(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.add = Button(theme, self.tr("I have a GGUF file"), "primary", on_click=self.model_wished.emit)
        self.see = Button(theme, self.tr("See what suits this computer"), on_click=self.models_wished.emit)
        self.lock = Button(theme, self.tr("Set a passphrase"), on_click=self.passphrase_wished.emit)
        self.code = Button(theme, self.tr("Make a recovery code"), on_click=self.code_wished.emit)
        self.problem = PlainLabel("", "problem", wrap=True)
        self.problem.hide()
        self._lock_words = PlainLabel("", "muted", wrap=True)
        self._lock_tag = PlainLabel(self.tr("optional"), "muted")
        column = page_column(self)
        add_opening_words(
            column,
            self.tr("AI that stays home."),
            self.tr("Chat with an open model on this computer. Nothing you write is sent anywhere."),
        )
        model_words = PlainLabel(
            self.tr(
                "A model is one file with the ending .gguf. "
                "Hearth links to it where it lies and never changes it."
            ),
            "muted",
            wrap=True,
        )
        column.addWidget(
            step(self.tr("1 · Choose a model"), None, [self.see, self.add], [model_words, self.problem])
        )
        column.addSpacing(12)
        column.addWidget(
            step(self.tr("2 · Lock"), self._lock_tag, [self.lock, self.code], [self._lock_words])
        )
        column.addSpacing(12)
        self.restore = Button(theme, self.tr("Restore a backup…"), "ghost", on_click=self.restore_wished.emit)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.show_lock(False, False)

    def show_lock(self, has_passphrase: bool, has_code: bool) -> None:
        """Say what protects the profile now."""
        self.lock.setVisible(not has_passphrase)
        self.code.setVisible(has_passphrase and not has_code)
        self._lock_tag.setText(self.tr("done") if has_passphrase else self.tr("optional"))
        if not has_passphrase:
            words = self.tr(
                "Your conversations are always encrypted, with a key in your system's keyring. "
                "A passphrase also locks the app."
            )
        elif has_code:
            words = self.tr(
                "Your conversations are encrypted. Your passphrase or your recovery code opens them."
            )
        else:
            words = self.tr(
                "Your conversations are encrypted, and only your passphrase opens them. "
                "A recovery code on paper helps if you forget it."
            )
        self._lock_words.setText(words)

    def show_problem(self, text: str) -> None:
        """Say why a file can't be used; empty for nothing."""
        self.problem.say(text)


def page_column(page: QWidget) -> QVBoxLayout:
    """A column in the middle of a page, as wide as reading is comfortable."""
    row = QHBoxLayout(page)
    row.setContentsMargins(24, 24, 24, 24)
    row.addStretch(1)
    middle = QWidget()
    middle.setMaximumWidth(WELCOME_WIDTH)
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


def step(title: str, tag: QWidget | None, buttons: Sequence[QWidget], below: Sequence[QWidget]) -> Card:
    """A card with a title, a tag behind it, buttons at the right, and words below."""
    card = Card()
    inside = QVBoxLayout(card)
    inside.setContentsMargins(16, 14, 16, 14)
    inside.setSpacing(6)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(PlainLabel(title, "strong"))
    if tag is not None:
        row.addWidget(tag)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    inside.addLayout(row)
    for widget in below:
        inside.addWidget(widget)
    return card
