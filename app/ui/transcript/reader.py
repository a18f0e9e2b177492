"""One text that is read by itself, outside of the transcript: a scrolled area around a `TextBody`.

Window process, main thread.
"""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from app.ui.markdown.style import TextStyle
from app.ui.text_size import sized, text_px
from app.ui.theme import Theme
from app.ui.transcript.look import FocusLine, transcript_stylesheet
from app.ui.transcript.text_body import TextBody
from app.ui.typesetter import Typesetter

MARGIN_PX = 6


class TextReader(QScrollArea):
    """Shows a text as tall as it is, and scrolls it."""

    def __init__(
        self, theme: Theme, name: str, typesetter: Typesetter | None = None, on_card: bool = False
    ) -> None:
        """`on_card`: it lies on a card, and not on the page itself."""
        super().__init__()
        self._on_card = on_card
        self._theme = theme
        self.setObjectName("transcript")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that keys can scroll it
        self.setAccessibleName(name)
        self._column = QWidget()
        self._column.setObjectName("column")
        self.setWidget(self._column)
        self._focus_line = FocusLine(self)
        self.body = TextBody(self._style(), name, self._column, typesetter)
        self.body.copy_requested.connect(self._copy)
        self._dress()
        theme.changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text is as wide as the room for it."""
        super().resizeEvent(event)
        self.lay_out()

    def event(self, event: QEvent) -> bool:
        """Tables and buttons of code are placed when the text is seen."""
        if event.type() is QEvent.Type.Show:
            self.lay_out()
        return super().event(event)

    @Slot()
    def lay_out(self) -> None:
        """The text or the room for it has changed."""
        width = max(120, self.viewport().width() - 2 * MARGIN_PX)
        height = self.body.place(MARGIN_PX, MARGIN_PX, width)
        self._column.resize(self.viewport().width(), height + 2 * MARGIN_PX)
        self.body.show_near(0, height)

    def _dress(self) -> None:
        colours = self._theme.colours
        ground = f"QScrollArea#transcript, QWidget#column {{ background: {colours.card}; }}"
        look = transcript_stylesheet(colours)
        self.setStyleSheet(sized(look + ground if self._on_card else look))

    def _style(self) -> TextStyle:
        return TextStyle(self._theme.colours, QApplication.font().family(), text_px())

    @Slot(str)
    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)

    @Slot()
    def _restyle(self) -> None:
        self._dress()
        self.body.restyle(self._style())
        self.lay_out()
