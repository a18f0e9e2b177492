"""The Library page's own questions: what a library reads, and a file's password. Window process, main thread."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.domain.library import LibrarySettings
from app.ui.sheet import Sheet
from app.ui.theme import Theme


class LibrarySettingsSheet(Sheet):
    """What is read of a library's folders; `take` gets the new settings."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        name: str,
        settings: LibrarySettings,
        take: Callable[[LibrarySettings], None],
    ) -> None:
        super().__init__(theme, window, self.tr("Settings of “{name}”").format(name=name))
        self._settings = settings
        self._take = take
        self.kinds = self._line(
            self.tr("Only these kinds of files, such as pdf, docx; empty for all"), settings.kinds
        )
        self.ignore = self._line(self.tr("Names to pass over, such as *.log, drafts/*"), settings.ignore)
        self.hidden = QCheckBox(self.tr("Read names that begin with a dot"))
        self.hidden.setChecked(settings.hidden)
        self.body.addWidget(self.hidden)
        self.ocr = QCheckBox(self.tr("Read pages that are only pictures of text (slow)"))
        self.ocr.setChecked(settings.ocr)
        self.body.addWidget(self.ocr)
        self.buttons.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.save = self.add_button(self.tr("Save"), "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._finish)

    def _line(self, label: str, words: tuple[str, ...]) -> QLineEdit:
        self.add_paragraph(label, "muted")
        field = QLineEdit(", ".join(words))
        field.setAccessibleName(label)
        field.setMaxLength(2000)
        self.body.addWidget(field)
        return field

    @Slot()
    def _finish(self) -> None:
        self._take(
            replace(
                self._settings,
                kinds=tuple(kind.lstrip("*.").lower() for kind in _words(self.kinds.text())),
                ignore=_words(self.ignore.text()),
                hidden=self.hidden.isChecked(),
                ocr=self.ocr.isChecked(),
            )
        )
        self.accept()


class FilePasswordSheet(Sheet):
    """Asks for a file's password; `take` gets it, and whether to keep it."""

    def __init__(self, theme: Theme, window: QWidget, name: str, take: Callable[[str, bool], None]) -> None:
        super().__init__(theme, window, self.tr("Unlock {name}").format(name=name), width_px=460)
        self._take = take
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Password of the file"))
        self.body.addWidget(self.field)
        self.keep = QCheckBox(self.tr("Keep the password, encrypted, for when the file changes"))
        self.body.addWidget(self.keep)
        self.add_paragraph(
            self.tr("Otherwise it stays in memory only, until Hearth ends. It goes with the file's library."),
            "muted",
        )
        self.buttons.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.go = self.add_button(self.tr("Unlock"), "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._finish)

    @Slot()
    def _finish(self) -> None:
        if self.field.text():
            self._take(self.field.text(), self.keep.isChecked())
            self.accept()


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
