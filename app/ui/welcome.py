"""The page of the first start: choose a model, add a folder, set a lock. Window process, main thread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.sentences import one_line
from app.ui.markdown.visible_text import visible
from app.ui.page import Page
from app.ui.parts import Button, Card, Flame, PlainLabel
from app.ui.text_size import px
from app.ui.theme import Theme

if TYPE_CHECKING:  # the lock screen needs this module before there is a picture
    from app.domain.library import LibraryFacts

WELCOME_WIDTH = 640
MARGIN_PX, PADDING_PX, GAP_PX = 24, 16, 8
NAMES_CHARS = 120  # of the libraries there are


class Step(Card):
    """A card with a title, a tag behind it, buttons at its end or, where there is no room, below, and words."""

    def __init__(
        self, title: str, tag: QWidget | None, buttons: Sequence[QWidget], below: Sequence[QWidget]
    ) -> None:
        super().__init__()
        self._buttons = buttons
        inside = QVBoxLayout(self)
        inside.setContentsMargins(PADDING_PX, 14, PADDING_PX, 14)
        inside.setSpacing(6)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head = QHBoxLayout()
        for layout in (self._row, self._side, self._head):
            layout.setSpacing(GAP_PX)
        inside.addLayout(self._row)
        self._row.addLayout(self._head, 1)
        self._row.addLayout(self._side)
        self._head.addWidget(PlainLabel(title, "strong"))
        if tag is not None:
            self._head.addWidget(tag)
        self._head.addStretch(1)
        for button in buttons:
            self._side.addWidget(button)
        for widget in below:
            inside.addWidget(widget)

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


class WelcomePage(Page):
    """Picture 7, as far as it works now.

    Signals: `model_wished` (pick a GGUF file), `models_wished` (see which suit this computer), `folder_wished` (pick
    one for the library), `library_wished` (see it), `passphrase_wished`, `code_wished` (a recovery code),
    `restore_wished` (a backup).
    """

    model_wished = Signal()
    models_wished = Signal()
    folder_wished = Signal()
    library_wished = Signal()
    passphrase_wished = Signal()
    code_wished = Signal()
    restore_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Welcome"))
        self.add = Button(theme, self.tr("I have a GGUF file"), "primary", on_click=self.model_wished.emit)
        self.see = Button(theme, self.tr("See what suits this computer"), on_click=self.models_wished.emit)
        self.lock = Button(theme, self.tr("Set a passphrase"), on_click=self.passphrase_wished.emit)
        self.code = Button(theme, self.tr("Make a recovery code"), on_click=self.code_wished.emit)
        self.folder = Button(theme, self.tr("Add folder"), icon_name="plus", on_click=self.folder_wished.emit)
        self.library = Button(theme, self.tr("Open the Library"), on_click=self.library_wished.emit)
        self.folder_problem = PlainLabel("", "problem", wrap=True)
        self.folder_problem.hide()
        self._folder_words = PlainLabel("", "muted", wrap=True)
        self._folder_tag = PlainLabel("", "muted")
        self._lock_words = PlainLabel("", "muted", wrap=True)
        self._lock_tag = PlainLabel(self.tr("optional"), "muted")
        column = page_column(self.inside)
        add_opening_words(
            column,
            self.tr("AI that stays home."),
            self.tr(
                "Chat with an open model on this computer and ask questions about your own files. Nothing is sent "
                "anywhere unless you allow it, one conversation at a time."
            ),
        )
        model_words = PlainLabel(
            self.tr(
                "A model is one file with the ending .gguf. "
                "Hearth links to it where it lies and never changes it."
            ),
            "muted",
            wrap=True,
        )
        self._steps = [
            Step(self.tr("1 · Choose a model"), None, [self.see, self.add], [model_words, self.problem]),
            Step(
                self.tr("2 · Add a folder"),
                self._folder_tag,
                [self.library, self.folder],
                [self._folder_words, self.folder_problem],
            ),
            Step(self.tr("3 · Lock"), self._lock_tag, [self.lock, self.code], [self._lock_words]),
        ]
        for step in self._steps:
            column.addWidget(step)
            column.addSpacing(12)
        self.restore = Button(theme, self.tr("Restore a backup…"), "ghost", on_click=self.restore_wished.emit)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.setWidget(self.inside)
        self.show_libraries(())
        self.show_lock(False, False)

    def show_libraries(self, libraries: "Sequence[LibraryFacts]") -> None:
        """Say which folders were added."""
        self.library.setVisible(bool(libraries))
        self._folder_tag.setText(self.tr("done") if libraries else self.tr("optional"))
        words = self.tr(
            "Works right now, even before a model is here: Hearth finds the passages that answer."
        )
        if libraries:
            names = visible(one_line(", ".join(facts.name for facts in libraries), NAMES_CHARS))
            words = self.tr(
                "Added: {names}. The Library finds the passages that answer, even before a model is here."
            ).format(names=names)
        self._folder_words.setText(words)
        self._settle()

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
        self._settle()

    def show_folder_problem(self, text: str) -> None:
        """Say why a folder can't be read; empty for nothing."""
        self.folder_problem.say(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the steps out for the room there is."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        room = self.viewport().width() - 2 * MARGIN_PX
        narrow = any(step.needs_px > min(room, px(WELCOME_WIDTH)) for step in self._steps)
        for step in self._steps:
            step.set_narrow(narrow)


def page_column(page: QWidget) -> QVBoxLayout:
    """A column in the middle of a page, as wide as reading is comfortable."""
    row = QHBoxLayout(page)
    row.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
    row.addStretch(1)
    middle = QWidget()
    middle.setMaximumWidth(px(WELCOME_WIDTH))
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
