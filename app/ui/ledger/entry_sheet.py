"""One request of the ledger, with all that is known of it and its exact bytes. Window process, main thread."""

from PySide6.QtCore import QLocale, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.errors import CloudError, HearthError
from app.services.sentences import sentence
from app.ui.language import size_words
from app.ui.ledger.rows import LedgerRow
from app.ui.ledger.table import moment
from app.ui.markdown.visible_text import visible
from app.ui.parts import PlainLabel, set_look
from app.ui.sheet import Sheet
from app.ui.theme import Theme

BYTES_HEIGHT_PX = 260
WIDTH_PX = 760
SHOWN_LIMIT_BYTES = 50_000  # one line of more would hold the window while it is laid out


class EntrySheet(Sheet):
    """What is known of one request; `show_body` or `say` fills in the bytes as soon as they are read."""

    def __init__(self, theme: Theme, window: QWidget, row: LedgerRow) -> None:
        super().__init__(theme, window, self.tr("What left this computer"), width_px=WIDTH_PX)
        for line in self._lines(row):
            self.body.addWidget(PlainLabel(visible(line), wrap=True))
        self.about_bytes = self.add_paragraph(self.tr("The bytes are being read…"), "muted")
        self.bytes = QPlainTextEdit()
        set_look(self.bytes, "prompt")
        self.bytes.setReadOnly(True)
        self.bytes.setTabChangesFocus(True)
        self.bytes.setAccessibleName(self.tr("The exact bytes that were sent"))
        self.bytes.setFixedHeight(max(120, min(BYTES_HEIGHT_PX, window.height() - 480)))
        self.bytes.hide()
        self.body.addWidget(self.bytes)
        self._body = b""
        self.copy = self.add_button(self.tr("Copy the bytes"), icon_name="copy")
        self.copy.clicked.connect(self._copy)
        self.copy.hide()
        self.buttons.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)

    def show_body(self, body: bytes | None) -> None:
        """Show the bytes; None where there were none, or they are forgotten."""
        if body is None:
            self.say(self.tr("There were no words in it, or they are forgotten. The row and its sum stay."))
            return
        self._body = body
        told = self.tr("Its %Ln byte(s), exactly as they were sent:", "", len(body))
        if len(body) > SHOWN_LIMIT_BYTES:
            told += " " + self.tr("Only the beginning is shown; “Copy the bytes” takes them all.")
        self.about_bytes.setText(told)
        self.bytes.setPlainText(visible(body[:SHOWN_LIMIT_BYTES].decode("utf-8", "replace")))
        self.bytes.show()
        self.copy.show()

    def fail(self, error: Exception) -> None:
        """The bytes can't be had."""
        if isinstance(error, HearthError):
            self.say(sentence(error, self.tr))

    def say(self, words: str) -> None:
        """Why there are no bytes to show."""
        self.about_bytes.setText(words)

    def _lines(self, row: LedgerRow) -> list[str]:
        entry, numbers = row.entry, QLocale()
        to = f"{entry.provider} · {entry.origin}" if entry.provider else entry.origin
        lines = [
            self.tr("{when}, entry {number}").format(
                when=moment(entry.at_ms), number=numbers.toString(entry.number)
            ),
            self.tr("To: {server}").format(server=to),
            self.tr("Why: {why}").format(why=row.why),
            self.tr("Sent: {sent}, received: {received}").format(
                sent=size_words(entry.sent_bytes), received=size_words(entry.received_bytes)
            ),
            self.tr("Allowed by: {who}").format(who=row.allowed),
            self.tr("How it ended: {how}").format(how=row.ended),
        ]
        if entry.model and entry.purpose == "chat":
            lines.insert(3, self.tr("Model: {name}").format(name=entry.model))
        if entry.file_bytes:
            lines.append(self.tr("From your files: {size}").format(size=size_words(entry.file_bytes)))
        if entry.code:
            lines.append(sentence(CloudError(entry.code, origin=entry.origin), self.tr))
        lines.append(self.tr("Sum of the bytes (SHA-256): {sum}").format(sum=entry.sha256))
        return lines

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._body.decode("utf-8", "replace"))
