"""What a model thought before its answer, folded. Window process, window thread.

Most answers have none: its widgets are made when the first of it comes.
"""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.conversation import Message, MessageState
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text
from app.ui.markdown.style import TextStyle
from app.ui.text_size import px
from app.ui.transcript import wording
from app.ui.transcript.growing_text import GrowingText
from app.ui.transcript.look import TextButton, put
from app.ui.transcript.text_body import TextBody
from app.ui.typesetter import Typesetter

_FOLD_PX = 26
_INDENT_PX = 14
_GAP_PX = 10


@dataclass(frozen=True, slots=True)
class _Parts:
    """The line at its side, what folds it, and its text."""

    bar: QWidget
    fold: TextButton
    body: TextBody
    text: GrowingText


class Thinking(QObject):
    """The thinking of one answer, growing or whole, and how long it took.

    Signals: `changed()` when another height may be needed, `folded(bool)` by the person, `made(TextBody)` when there is
    a text of it.
    """

    changed = Signal()
    folded = Signal(bool)
    made = Signal(object)

    def __init__(
        self, item: QWidget, style: TextStyle, parser: MarkdownParser, typesetter: Typesetter | None
    ) -> None:
        """`item`: what its widgets stand in."""
        super().__init__(item)
        self._item = item
        self._style = style
        self._parser = parser
        self._typesetter = typesetter
        self._parts: _Parts | None = None
        self._unfolded = False
        self._model = ""
        self._growing = False
        self._started_s: float | None = None
        self._took_s = 0.0
        self._ended = False  # the answer itself has begun

    @property
    def text(self) -> str:
        """The Markdown received so far."""
        return self._parts.text.text if self._parts is not None else ""

    @property
    def waits(self) -> bool:
        """Whether text has come that isn't shown yet."""
        return self._parts is not None and self._parts.text.waits

    def bodies(self) -> list[TextBody]:
        """Its text, if there is any."""
        return [self._parts.body] if self._parts is not None else []

    def focusables(self) -> list[QWidget]:
        """For the Tab key."""
        return [self._parts.fold, *self._parts.body.focusables()] if self._parts is not None else []

    def words(self) -> list[str]:
        """What is shown: the time, and the text where it is unfolded."""
        if self._parts is None or not self.text:
            return []
        shown = [block_text(self._parts.body.writer.blocks)] if self._unfolded else []
        return [self._parts.fold.accessibleName(), *shown]

    def restyle(self, style: TextStyle) -> None:
        """Take other colours."""
        self._style = style
        if self._parts is not None:
            self._parts.body.restyle(_quiet(style))
            self._paint_bar(self._parts.bar)

    def set_folded(self, folded: bool) -> None:
        """Fold or unfold."""
        self._unfolded = not folded
        if self._parts is not None:
            self._parts.fold.setChecked(not folded)

    def append(self, text: str) -> None:
        """More of it."""
        if self._started_s is None:
            self._started_s = time.monotonic()
        self._there().text.append(text)
        self._name_fold()

    def end(self) -> None:
        """The answer itself begins."""
        if self._ended:
            return
        self._ended = True
        if self._started_s is not None and not self._took_s:
            self._took_s = time.monotonic() - self._started_s
        self._name_fold()

    def go_on_from(self, former: "Thinking") -> None:
        """Take the time from the same thinking in another style."""
        self._started_s, self._took_s = former._started_s, former._took_s
        self._name_fold()

    def show(self, message: Message) -> None:
        """As it is in `message`; what has grown stays where it agrees."""
        self._model = message.model
        self._growing = message.state is MessageState.STREAMING
        self._ended = self._ended or bool(message.text)
        if message.figures is not None and message.figures.thinking_s:
            self._took_s = message.figures.thinking_s
        if not self._growing and (message.thinking or self._parts is not None):
            self._there().text.set_text(message.thinking)
        elif message.thinking and not self.text:
            self._there().text.append(message.thinking)
        self._name_fold()

    def place(self, width: int) -> int:
        """Lay out at the top for `width` pixels; returns the height in pixels, with the gap below."""
        if self._parts is None:
            return 0
        thinks = bool(self.text)
        fold, bar, body = self._parts.fold, self._parts.bar, self._parts.body
        bar.setVisible(thinks)
        fold.setVisible(thinks)
        body.setVisible(thinks and self._unfolded)
        if not thinks:
            return 0
        top = px(_FOLD_PX)
        put(fold, QRect(2, 0, min(width, fold.sizeHint().width()), top), width)
        if self._unfolded:
            indent = 0 if self._item.isRightToLeft() else _INDENT_PX
            top += 4 + body.place(indent, top + 4, width - _INDENT_PX)
        put(bar, QRect(0, 0, 2, top), width)
        return top + _GAP_PX

    def _there(self) -> _Parts:
        if self._parts is None:
            bar = QWidget(self._item)
            self._paint_bar(bar)
            fold = TextButton("", "", self._item)
            fold.setObjectName("fold")
            fold.setCheckable(True)
            fold.setChecked(self._unfolded)
            fold.toggled.connect(self._toggled)
            body = TextBody(
                _quiet(self._style), wording.thoughts_of(self._model), self._item, self._typesetter
            )
            body.reflowed.connect(self.changed)
            text = GrowingText(body, self._parser)
            text.grew.connect(self.changed)
            for widget in (body, fold, bar):
                widget.lower()  # read out before the answer
            self._parts = _Parts(bar, fold, body, text)
            self.made.emit(body)
        return self._parts

    def _name_fold(self) -> None:
        if self._parts is None:
            return
        done = not self._growing or self._ended or self._took_s > 0
        words = wording.thought_for(self._took_s) if done else wording.thinking()
        fold = self._parts.fold
        closed = "◂" if fold.isRightToLeft() else "▸"
        fold.setText(f"{'▾' if self._unfolded else closed} {words}")
        self._parts.fold.setAccessibleName(words)

    def _toggled(self, unfolded: bool) -> None:
        self._unfolded = unfolded
        self._name_fold()
        self.folded.emit(not unfolded)
        self.changed.emit()

    def _paint_bar(self, bar: QWidget) -> None:
        bar.setStyleSheet(f"background: {self._style.colours.line};")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def _quiet(style: TextStyle) -> TextStyle:
    return TextStyle(style.colours, style.family, style.text_px - 1, quiet=True)
