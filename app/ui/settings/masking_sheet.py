"""The person's own words, and a field that shows what would be masked. Window process, main thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.errors import HearthError
from app.services.sentences import sentence
from app.ui.door import Door
from app.ui.field_direction import FieldDirection
from app.ui.parts import set_look
from app.ui.ports import Masking
from app.ui.sheet import Sheet
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.cloud.redaction import Redacted

PAUSE_MS = 120
TRIED_LIMIT_CHARS = 20_000
WIDTH_PX = 680
HEIGHT_PX = 96


class MaskingSheet(Sheet):
    """Edits the words; nothing is kept before Save. What is tried is kept nowhere.

    Signals: `kept` with the words that are kept now.
    """

    kept = Signal(list)

    def __init__(self, theme: Theme, window: QWidget, door: Door, masking: Masking, words: list[str]) -> None:
        super().__init__(theme, window, self.tr("Words that never go"), width_px=WIDTH_PX)
        self._door = door
        self._masking = masking
        self._trying = self._again = False
        self.add_paragraph(
            self.tr(
                "One on each line: a name, a street, a project. They are masked in whatever case they are "
                "written, and put back in the answer. They stay encrypted on this computer."
            ),
            "muted",
        )
        self.words = self._field(self.tr("Your own words, one on each line"), "\n".join(words))
        self.tried = self._field(self.tr("Try it: type or paste a text"))
        self.tried.setPlaceholderText(self.tr("Try it: type or paste a text"))
        self.told = self.add_paragraph("", "muted")
        self.masked = self._field(self.tr("What a server would get"))
        self.masked.setReadOnly(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._try)
        self.words.textChanged.connect(self._pause.start)
        self.tried.textChanged.connect(self._pause.start)
        self._say_nothing()
        self.buttons.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.save = self.add_button(self.tr("Save"), "primary")
        self.save.clicked.connect(self._keep)

    def _field(self, name: str, text: str = "") -> QPlainTextEdit:
        field = QPlainTextEdit(text)
        FieldDirection(field)
        set_look(field, "field")
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(HEIGHT_PX)
        self.body.addWidget(field)
        return field

    def _say_nothing(self) -> None:
        self.told.setText(
            self.tr("Masking is an aid: names without a title are missed unless they stand above.")
        )
        self.masked.clear()

    @Slot()
    def _try(self) -> None:
        """One try at a time; what was typed meanwhile is tried afterwards."""
        text = self.tried.toPlainText()[:TRIED_LIMIT_CHARS]
        if not text:
            self._say_nothing()
        elif self._trying:
            self._again = True
        else:
            self._trying = True
            words = self.words.toPlainText().splitlines()
            self._door.run(lambda: self._masking.try_out(text, words), self._show, self._fail)

    def _show(self, redacted: "Redacted") -> None:
        self._trying = False
        if not self.tried.toPlainText():  # emptied meanwhile
            return
        self.masked.setPlainText(redacted.text)
        count = len(redacted.items)
        self.told.setText(
            self.tr("%Ln place(s) masked. A server would get this:", "", count)
            if count
            else self.tr("Nothing in it would be masked. A server would get this:")
        )
        if self._again:
            self._again = False
            self._try()

    @Slot()
    def _keep(self) -> None:
        words = self.words.toPlainText().splitlines()
        masking = self._masking

        def keep() -> list[str]:
            masking.keep_words(words)
            return masking.words()

        self._door.run(keep, self._done, self._fail)

    def _done(self, words: list[str]) -> None:
        self.kept.emit(words)
        self.accept()

    def _fail(self, error: Exception) -> None:
        self._trying = False
        if isinstance(error, HearthError):
            self.told.setText(sentence(error, self.tr))
