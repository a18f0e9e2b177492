"""One of the two answers of a comparison. Window process, main thread."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.ui.markdown.parser import MarkdownParser
from app.ui.parts import Card, PlainLabel, set_look
from app.ui.text_size import px
from app.ui.theme import Theme
from app.ui.transcript.growing_text import GrowingText
from app.ui.transcript.reader import TextReader
from app.ui.typesetter import Typesetter

TEXT_PX = 260


class AnswerCard(Card):
    """A title, the text, and a line on how it went.

    Signals: `link_wished` with an address.
    """

    link_wished = Signal(str)

    def __init__(self, theme: Theme, name: str, typesetter: Typesetter) -> None:
        super().__init__()
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        self.title = PlainLabel(name, "strong", wrap=True)
        column.addWidget(self.title)
        self.reader = TextReader(theme, name, typesetter, on_card=True)
        self.reader.setMinimumHeight(px(TEXT_PX))
        self.reader.body.link_requested.connect(self.link_wished)
        self.reader.body.reflowed.connect(self.reader.lay_out)
        self._text = GrowingText(self.reader.body, MarkdownParser())
        self._text.grew.connect(self.reader.lay_out)
        column.addWidget(self.reader, 1)
        self.state = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.state)
        self.figures = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.figures)
        self.show_title("", False)

    @property
    def text(self) -> str:
        """What is shown of the answer."""
        return self._text.text

    def show_title(self, who: str, on_server: bool) -> None:
        """Who wrote it; empty while that is hidden."""
        self.title.setText(who or self._name)
        set_look(self.title, "shared-strong" if on_server else "private-strong" if who else "strong")
        told = f"{self._name}: {who}" if who else self._name
        self.reader.setAccessibleName(told)
        self.reader.body.setAccessibleName(told)

    def show_text(self, text: str) -> None:
        """The whole of it."""
        self._text.set_text(text)

    def grow(self, text: str) -> None:
        """More of it."""
        self._text.append(text)

    def show_lines(self, state: str, figures: str) -> None:
        """How far it is, and what is known of it."""
        self.state.say(state)
        self.figures.say(figures)
