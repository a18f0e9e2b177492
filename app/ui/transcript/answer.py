"""An answer: thinking, text, state, figures and what can be done with it. Window process, window thread."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.conversation import Message, MessageState
from app.domain.source import Grounding, Source
from app.services.sentences import answer_words
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text
from app.ui.markdown.style import TextStyle
from app.ui.text_size import px
from app.ui.tokens import Colours
from app.ui.transcript import wording
from app.ui.transcript.growing_text import GrowingText
from app.ui.transcript.look import TextButton, plain_label, put
from app.ui.transcript.text_body import TextBody
from app.ui.transcript.thinking import Thinking
from app.ui.transcript.versions import VersionSwitch
from app.ui.typesetter import Typesetter

_META_PX = 24
_GAP_PX = 8


class AnswerItem(QWidget):
    """One answer, growing or whole.

    Signals: `height_changed()`, `retry_requested()`, `continue_requested()`, `copy_requested(text)`,
    `folded(bool)` when the thinking is folded (True) or unfolded,
    `source_requested(number)`, `version_requested(message_id)`.
    """

    height_changed = Signal()
    retry_requested = Signal()
    continue_requested = Signal()
    copy_requested = Signal(str)
    folded = Signal(bool)
    source_requested = Signal(int)
    version_requested = Signal(str)

    def __init__(
        self,
        message: Message,
        style: TextStyle,
        parser: MarkdownParser,
        parent: QWidget,
        typesetter: Typesetter | None = None,
    ) -> None:
        super().__init__(parent)
        self._message = message
        self._failure = ""
        self._sources: Sequence[Source] = ()
        self._without_support = 0
        self._style = style
        self.thinking = Thinking(self, style, parser, typesetter)
        self._body = TextBody(style, wording.answer_from(message.model), self, typesetter)
        self._answer_text = GrowingText(self._body, parser)
        self._progress = plain_label("", "progress", self)
        self._trouble = plain_label("", "failure", self)
        self._trouble.setWordWrap(True)
        self._who = plain_label(wording.where(message.model, message.provider), "who", self)
        self._figures: list[QLabel] = []
        self._copy = TextButton(wording.copy(), wording.copy_answer(), self)
        self._retry = TextButton(wording.retry(), wording.retry(), self)
        self._continue = TextButton(wording.resume(), wording.resume(), self)
        self._copy.clicked.connect(self._copied)
        self._body.source_requested.connect(self.source_requested)
        self.switch = VersionSwitch(self)
        self.switch.version_requested.connect(self.version_requested)
        self._retry.clicked.connect(self.retry_requested)
        self._continue.clicked.connect(self.continue_requested)
        self._body.copy_requested.connect(self.copy_requested)
        self._body.reflowed.connect(self.height_changed)
        self._answer_text.grew.connect(self._body.link_numbers)  # before the height is taken
        self._answer_text.grew.connect(self.height_changed)
        self.thinking.made.connect(lambda body: body.copy_requested.connect(self.copy_requested))
        self.thinking.changed.connect(self.height_changed)
        self.thinking.folded.connect(self.folded)
        self.setAccessibleName(wording.answer_from(message.model))
        self._show_icons()
        self.set_message(message, "")

    @property
    def message(self) -> Message:
        """The message as last given."""
        return self._message

    @property
    def is_whole(self) -> bool:
        """Whether all that came is laid out."""
        return not self._answer_text.waits and not self.thinking.waits

    @property
    def length(self) -> int:
        """Of all that came, in characters."""
        return len(self._answer_text.text) + len(self.thinking.text)

    @property
    def grown(self) -> Message:
        """The message with all that has come of it."""
        return replace(self._message, text=self._answer_text.text, thinking=self.thinking.text)

    def answer_words(self) -> str:
        """The answer alone, as it is shown."""
        return block_text(self._body.writer.blocks)

    def bodies(self) -> list[TextBody]:
        """Thinking, if there was any, and answer."""
        return [*self.thinking.bodies(), self._body]

    def focusables(self) -> list[QWidget]:
        """Widgets for the Tab key, in reading order."""
        return [
            *self.thinking.focusables(),
            *self._body.focusables(),
            *self.switch.focusables(),
            self._continue,
            self._copy,
            self._retry,
        ]

    def restyle(self, style: TextStyle) -> None:
        """Take other colours."""
        self._style = style
        self.thinking.restyle(style)
        self._body.restyle(style)
        self._show_icons()

    def keep_ground(self, colours: Colours) -> None:
        """Stay readable where all around has other colours from now on."""
        if not self.autoFillBackground():
            ground = self.palette()
            ground.setColor(QPalette.ColorRole.Window, QColor(colours.bg))
            self.setPalette(ground)
            self.setAutoFillBackground(True)

    def _show_icons(self) -> None:
        self._copy.show_icon("copy", self._style.colours)
        self._retry.show_icon("retry", self._style.colours)

    def set_grounding(self, grounding: Grounding | None) -> None:
        """What the answer rests on: its numbers lead there."""
        sources = grounding.sources if grounding is not None else ()
        self._sources = sources
        self._body.set_sources({source.number: source.text for source in sources})
        self._judge()
        self._write_figures()
        self.height_changed.emit()

    def set_versions(self, ids: Sequence[str]) -> None:
        """All versions of this answer."""
        self.switch.set_versions(ids, self._message.id)

    def set_progress(self, done_tokens: int, total_tokens: int) -> None:
        """How far the prompt has been read."""
        self._progress.setText(wording.reading(done_tokens, total_tokens))
        self._progress.setVisible(not self._answer_text.text and not self.thinking.text)
        self.height_changed.emit()

    def append(self, text: str, thinking: bool) -> None:
        """More of the thinking or of the answer."""
        if self._progress.isVisibleTo(self):
            self._progress.hide()
        if thinking:
            self.thinking.append(text)
        else:
            self.thinking.end()
            self._answer_text.append(text)

    def set_message(self, message: Message, failure: str) -> None:
        """Show `message` as it is now; its text replaces what has grown, no change when they agree."""
        self._message = message
        self._failure = failure
        self._who.setText(wording.where(message.model, message.provider))  # known only once a model is ready
        growing = message.state is MessageState.STREAMING
        self.thinking.show(message)
        if not growing:
            self._answer_text.set_text(answer_words(message.text, self.tr))
        elif message.text and not self._answer_text.text:
            self._answer_text.append(message.text)
        self._progress.setText(wording.waiting())
        self._progress.setVisible(growing and not message.text and not message.thinking)
        self._trouble.setText(
            self._failure or (wording.failed() if message.state is MessageState.FAILED else "")
        )
        self._trouble.setVisible(bool(self._trouble.text()))
        for button in (self._copy, self._retry):
            button.setVisible(not growing)
        self._copy.setVisible(not growing and bool(message.text))
        broken_off = message.state in (MessageState.INTERRUPTED, MessageState.STOPPED)
        self._continue.setVisible(broken_off)
        self._judge()
        self._write_figures()
        self.height_changed.emit()

    def words(self) -> list[str]:
        """What is shown, piece by piece."""
        labels = [self._progress, self._trouble, self._who, *self._figures]
        return [
            *self.thinking.words(),
            block_text(self._body.writer.blocks),
            *(label.text() for label in labels if label.isVisibleTo(self)),
        ]

    def place(self, width: int) -> int:
        """Lay out for `width` pixels; returns the height in pixels."""
        top = self.thinking.place(width)
        self._body.setVisible(bool(self._answer_text.text))
        if self._answer_text.text:
            top += self._body.place(0, top, width) + _GAP_PX
        if self._progress.isVisibleTo(self):
            self._progress.setGeometry(0, top, width, px(_META_PX))
            top += px(_META_PX)
        if self._trouble.isVisibleTo(self):
            height = self._trouble.heightForWidth(width)
            self._trouble.setGeometry(0, top, width, height)
            top += height + 6
        return self._place_meta(top, width)

    def show_near(self, low: float, high: float) -> None:
        """Have the buttons and boxes that are in sight between these heights."""
        for body in self.bodies():
            if body.isVisibleTo(self):
                body.show_near(low - body.y(), high - body.y())

    def _place_meta(self, top: int, width: int) -> int:
        """What can be done, and what is said of the answer, on further lines where there is no room beside."""
        right = width
        for button in (self._retry, self._copy, self._continue):
            if button.isVisibleTo(self):
                size = button.sizeHint().width()
                if size > right:
                    top, right = top + px(_META_PX), width
                right -= size
                put(button, QRect(right, top, size, px(_META_PX)), width)
                right -= 4
        left = 0
        if self.switch.count:
            left = self.switch.sizeHint().width()
            if left > right:
                top, right = top + px(_META_PX), width
            put(self.switch, QRect(0, top, left, px(_META_PX)), width)
            left += 10
        for label in (self._who, *self._figures):
            label.show()
            size = min(label.sizeHint().width(), width)
            if left + size > right:
                top, left, right = top + px(_META_PX), 0, width
            put(label, QRect(left, top, size, px(_META_PX)), width)
            left += size + 14
        return top + px(_META_PX)

    def _judge(self) -> None:
        """Mark what no passage supports, once the answer is whole."""
        whole = self._message.state is MessageState.COMPLETE
        self._without_support = self._body.judge(self._sources) if whole else 0

    def _write_figures(self) -> None:
        for label in self._figures:
            label.hide()
            label.deleteLater()
        words: list[str] = []
        match self._message.state:
            case MessageState.STOPPED:
                words.append(wording.stopped())
            case MessageState.INTERRUPTED:
                words.append(wording.interrupted())
        figures = self._message.figures
        if figures is not None:
            if figures.tokens_per_s > 0:
                words.append(wording.speed(figures.tokens_per_s))
            if figures.completion_tokens > 0:
                words.append(wording.tokens(figures.completion_tokens))
            if figures.first_token_s > 0:
                words.append(wording.first_word(figures.first_token_s))
        if self._without_support:
            words.insert(0, wording.unsupported(self._without_support))
        if self._message.dropped:
            words.append(wording.left_out(self._message.dropped))
        self._figures = [plain_label(word, "figures", self) for word in words]

    def _copied(self) -> None:
        self.copy_requested.emit(answer_words(self._message.text, self.tr))
