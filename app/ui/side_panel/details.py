"""The Details page: what one answer was made with and what it cost. Window process, main thread."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.cloud_reply import CloudReply
from app.domain.conversation import Message, MessageState
from app.domain.given import Given
from app.domain.sampling import Sampling
from app.ui.amounts import money
from app.ui.language import number_words
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, PlainLabel, set_look
from app.ui.side_panel.answer_picker import AnswerPicker
from app.ui.theme import Theme

Rows = list[tuple[str, str]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Details", text)


def rows_of(message: Message, given: Given | None = None, reply: CloudReply | None = None) -> Rows:
    """What there is to say of an answer: names and values, in the order they are read. `reply`: a server's."""
    locale = QLocale()
    made = QDateTime.fromMSecsSinceEpoch(message.created_ms)
    rows: Rows = [
        (_tr("Model"), message.model or _tr("not known")),
        (_tr("Where"), visible(message.provider) or _tr("on this computer")),
        (_tr("Asked"), locale.toString(made, QLocale.FormatType.ShortFormat)),
        (_tr("State"), _state(message.state)),
    ]
    figures = message.figures
    if message.provider:
        return rows + _cloud_rows(message, reply)
    if figures is None:
        return rows
    context = locale.toString(figures.context_tokens)
    rows += [
        (_tr("Tokens in the prompt"), locale.toString(figures.prompt_tokens)),
        (_tr("of them read before"), locale.toString(figures.cached_tokens)),
        (_tr("Tokens in the answer"), locale.toString(figures.completion_tokens)),
        *_guessed(figures.guessed_tokens),
        (_tr("Context"), _tr("%s tokens") % context),
        (_tr("Earlier messages left out"), locale.toString(message.dropped)),
        (_tr("First word after"), _seconds(figures.first_token_s)),
        (_tr("Speed"), _tr("%s tokens a second") % locale.toString(figures.tokens_per_s, "f", 1)),
    ]
    if figures.thinking_s:
        rows.append((_tr("Time thinking"), _seconds(figures.thinking_s)))
    if given is not None:
        rows.append((_tr("Sampling"), sampling_words(given.sampling)))
    rows.append((_tr("Seed"), str(figures.seed)))
    return rows


def _guessed(tokens: int) -> Rows:
    return [(_tr("of them guessed ahead"), QLocale().toString(tokens))] if tokens else []


def _cloud_rows(message: Message, reply: CloudReply | None) -> Rows:
    """What is known of a server's answer; counts of tokens are the server's own word."""
    locale = QLocale()
    rows: Rows = []
    if reply is not None:
        rows += [
            (_tr("Server"), visible(reply.origin)),
            (_tr("Bytes sent"), locale.toString(reply.sent_bytes)),
            (_tr("Entry in the ledger"), locale.toString(reply.ledger)),
        ]
    figures = message.figures
    if figures is not None and figures.prompt_tokens:
        rows += [
            (_tr("Tokens in the prompt"), locale.toString(figures.prompt_tokens)),
            (_tr("Tokens in the answer"), locale.toString(figures.completion_tokens)),
        ]
    if reply is not None and reply.cost_micro >= 0:
        cost = money(reply.currency, reply.cost_micro)
        rows.append((_tr("Cost"), _tr("about {cost}").format(cost=cost) if reply.estimated else cost))
    elif reply is not None:
        rows.append((_tr("Cost"), _tr("not known: nobody has typed a price")))
    return rows


def sampling_words(sampling: Sampling) -> str:
    """How words are chosen, on one line; what has no effect isn't named."""
    number = QLocale().toString
    words = [_tr("temperature {value}").format(value=number(sampling.temperature, "g", 4))]
    if sampling.temperature > 0:
        words += [
            f"top_k {sampling.top_k}" if sampling.top_k else "",
            f"top_p {number(sampling.top_p, 'g', 4)}" if sampling.top_p < 1 else "",
            f"min_p {number(sampling.min_p, 'g', 4)}" if sampling.min_p else "",
        ]
    if sampling.repeat_penalty != 1:
        penalty = number(sampling.repeat_penalty, "g", 4)
        words.append(
            _tr("repetition {value} over {count} tokens").format(
                value=penalty, count=number_words(sampling.repeat_last_n)
            )
        )
    if sampling.max_tokens:
        words.append(_tr("at most {count} tokens").format(count=number_words(sampling.max_tokens)))
    return ", ".join(word for word in words if word)


def report_of(message: Message, given: Given | None = None, reply: CloudReply | None = None) -> str:
    """The same as text to paste: one line each, no words of the conversation."""
    return "\n".join(f"{name}: {value}" for name, value in rows_of(message, given, reply))


def _seconds(seconds: float) -> str:
    return _tr("%s s") % QLocale().toString(seconds, "f", 1)


def _state(state: MessageState) -> str:
    return {
        MessageState.COMPLETE: _tr("complete"),
        MessageState.STREAMING: _tr("growing"),
        MessageState.STOPPED: _tr("stopped"),
        MessageState.INTERRUPTED: _tr("interrupted"),
        MessageState.FAILED: _tr("failed"),
    }[state]


class DetailsPage(QScrollArea):
    """Names at the left, values at the right, a button that copies all.

    Signals: `copy_wished(text)`.
    """

    copy_wished = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "reading")
        self._message: Message | None = None
        self._given: Given | None = None
        self._reply: CloudReply | None = None
        self._waits = False  # whether lines are to be made once they are seen
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_tr("Details of the answer"))
        page = QWidget()
        set_look(page, "scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        self.picker = AnswerPicker(theme)
        column.addWidget(self.picker)
        self._nothing = PlainLabel(_tr("There is no answer here yet."), "muted", wrap=True)
        column.addWidget(self._nothing)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self.copy = Button(theme, _tr("Copy as a report"), icon_name="copy", icon_colour="muted")
        self.copy.clicked.connect(self._copied)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.setWidget(page)
        self.show_answer(None)

    def show_answer(self, message: Message | None) -> None:
        """Show what is known of `message`."""
        self._message, self._given, self._reply = message, None, None
        self._show()

    def show_given(self, given: Given | None, reply: CloudReply | None) -> None:
        """More is known of the answer that is shown: what it was made from, or which request it answers."""
        self._given, self._reply = given, reply
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Whatever came meanwhile is told from now on."""
        super().showEvent(event)
        if self._waits:
            self._write()

    def _show(self) -> None:
        self._nothing.setVisible(self._message is None)
        self.copy.setVisible(self._message is not None)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._waits = not self.isVisible()
        if not self._waits:
            self._write()

    def _write(self) -> None:
        """Make the lines; most conversations are opened while nobody looks at them."""
        self._waits = False
        rows = rows_of(self._message, self._given, self._reply) if self._message is not None else []
        for number, (name, value) in enumerate(rows):
            told = PlainLabel(value, "side-value", wrap=True)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            told.setAccessibleName(f"{name}: {value}")
            self._grid.addWidget(PlainLabel(name, "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(told, number, 1)

    @Slot()
    def _copied(self) -> None:
        if self._message is not None:
            self.copy_wished.emit(report_of(self._message, self._given, self._reply))
