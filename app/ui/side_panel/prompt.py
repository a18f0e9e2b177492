"""The Prompt page: word for word what the model was given for an answer, and what had no room.

Window process, main thread.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.given import Given
from app.ui.markdown.visible_text import exact
from app.ui.parts import Button, PlainLabel, set_look
from app.ui.side_panel.answer_picker import AnswerPicker
from app.ui.theme import Theme

BEGINNING_CHARS = 80


def beginning_of(text: str) -> str:
    """The first words of a message, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= BEGINNING_CHARS else line[: BEGINNING_CHARS - 1].rstrip() + "…"


class PromptPage(QWidget):
    """What was given, with a button that copies it.

    Signals: `copy_wished(text)`.
    """

    copy_wished = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_look(self, "scrolled")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        self.picker = AnswerPicker(theme)
        column.addWidget(self.picker)
        self.nothing = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.nothing)
        self.counted = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.counted)
        self.left_out = PlainLabel("", "side-value", wrap=True)
        column.addWidget(self.left_out)
        self.text = QPlainTextEdit()
        set_look(self.text, "prompt")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("What the model was given, word for word"))
        column.addWidget(self.text, 1)
        self.copy = Button(theme, self.tr("Copy the prompt"), icon_name="copy", icon_colour="muted")
        self.copy.clicked.connect(self._copied)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(0)
        self.show_given(None, (), 0, has_answer=False)

    def show_given(
        self, given: Given | None, dropped: Sequence[str], left_out: int, *, has_answer: bool
    ) -> None:
        """Show what an answer was made from. `dropped` are the texts of the messages that had no room,
        `left_out` counts the passages that had none."""
        for widget in (self.counted, self.text, self.copy):
            widget.setVisible(given is not None)
        self.nothing.setVisible(given is None)
        self.nothing.setText(
            self.tr("The model's prompt isn't kept for this answer: no model was asked, or it is an old one.")
            if has_answer
            else self.tr("There is no answer here yet.")
        )
        lines: list[str] = []
        if given is not None:
            numbers = self.locale()
            self.counted.setText(
                self.tr("{used} of {all} tokens, {cached} of them read before").format(
                    used=numbers.toString(given.prompt_tokens),
                    all=numbers.toString(given.context_tokens),
                    cached=numbers.toString(given.cached_tokens),
                )
            )
            self.text.setPlainText(given.prompt)
            if given.dropped_ids:
                lines.append(
                    self.tr(
                        "%Ln earlier message(s) had no room in the model's context:",
                        "",
                        len(given.dropped_ids),
                    )
                )
                lines += [f"· {beginning_of(text)}" for text in dropped]
        if left_out:
            lines.append(self.tr("%Ln passage(s) of your files had no room.", "", left_out))
        self.left_out.setText("\n".join(lines))
        self.left_out.setVisible(bool(lines))

    def show_sent(self, body: bytes | None) -> None:
        """Show what a server was sent, byte for byte; None where the ledger no longer keeps it."""
        for widget in (self.counted, self.text, self.copy):
            widget.setVisible(body is not None)
        self.nothing.setVisible(body is None)
        self.nothing.setText(
            self.tr("What was sent for this answer is no longer kept. Its row stays in the ledger.")
        )
        self.left_out.hide()
        if body is not None:
            size = self.locale().toString(len(body))
            self.counted.setText(self.tr("{count} bytes, as they left this computer").format(count=size))
            self.text.setPlainText(exact(body))

    @Slot()
    def _copied(self) -> None:
        self.copy_wished.emit(self.text.toPlainText())
