"""The page of the first start: choose a model, add a folder, set a lock. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent

from app.domain.library import LibraryFacts
from app.services.sentences import one_line
from app.ui.markdown.visible_text import visible
from app.ui.models.first_model import FirstModel
from app.ui.page import Page
from app.ui.page_column import COLUMN_PX, MARGIN_PX, add_opening_words, page_column
from app.ui.parts import Button, PlainLabel
from app.ui.step import Step
from app.ui.text_size import px
from app.ui.theme import Theme

NAMES_CHARS = 120  # of the libraries there are


class WelcomePage(Page):
    """Picture 7.

    Signals: `shown`; `folder_wished` (pick one for the library), `library_wished` (see it), `passphrase_wished`,
    `code_wished` (a recovery code), `restore_wished` (a backup).
    Attributes: `model`, the first step.
    """

    shown = Signal()
    folder_wished = Signal()
    library_wished = Signal()
    passphrase_wished = Signal()
    code_wished = Signal()
    restore_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self.setAccessibleName(self.tr("Welcome"))
        self.model = FirstModel(theme, self.problem, self)
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
        self._steps = [
            self.model.step,
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
        self.model.settled.connect(self._settle)
        self.show_libraries(())
        self.show_lock(False, False)

    def show_libraries(self, libraries: Sequence[LibraryFacts]) -> None:
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

    def showEvent(self, event: QShowEvent) -> None:
        """What is offered may have changed."""
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the steps out for the room there is."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """In a narrow window all steps have their buttons below, elsewhere one whose own are too long."""
        room, column = self.viewport().width() - 2 * MARGIN_PX, px(COLUMN_PX)
        all_narrow = any(step.needs_px > room for step in self._steps)
        for step in self._steps:
            step.set_narrow(all_narrow or step.needs_px > column)
