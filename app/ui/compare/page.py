"""The Compare page: a question, the two answers, a vote, what all votes come to, and earlier comparisons.

Window process, main thread. It is given what there is and tells wishes by signals, which `desk` takes.
"""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.comparison import Comparison, ComparisonHead, Tally, Vote
from app.domain.errors import HearthError
from app.domain.picture import ENDINGS
from app.ui.cloud.switch_row import SwitchRow
from app.ui.compare import words
from app.ui.compare.answer_card import AnswerCard
from app.ui.composer.field import local_files
from app.ui.controls import ChoiceBox
from app.ui.field_direction import FieldDirection
from app.ui.page import Page
from app.ui.parts import Button, PlainLabel, set_look
from app.ui.text_size import px
from app.ui.theme import Theme
from app.ui.typesetter import Typesetter

NARROW_PX = 700  # a narrower page has the second answer below the first
QUESTION_PX, LIST_PX = 96, 150
VOTES = (Vote.LOCAL, Vote.SERVER, Vote.BOTH, Vote.NEITHER)


class QuestionBox(QPlainTextEdit):
    """Where the question is typed. Signals: `compare_wished` on Ctrl+Enter; `picture_refused` where one was pasted or
    dropped, which no server gets."""

    compare_wished = Signal()
    picture_refused = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        FieldDirection(self)
        set_look(self, "field")
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFixedHeight(px(QUESTION_PX))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text; pictures are taken only to be refused in words."""
        return source.hasText() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the plain text of what was pasted or dropped."""
        pictures = [path for path in local_files(source) if path.suffix.lower() in ENDINGS]
        if pictures or (source.hasImage() and not source.hasText()):
            self.picture_refused.emit()
        else:
            self.insertPlainText(source.text().replace("\0", ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter asks both."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.compare_wished.emit()
        else:
            super().keyPressEvent(event)


class ComparePage(Page):
    """Everything about comparing.

    Signals: `compare_wished`, `stop_wished`, `servers_wished`; `voted` with a Vote; `opened` and `remove_wished` with a
    comparison's id; `link_wished` with an address.
    """

    compare_wished = Signal()
    stop_wished = Signal()
    servers_wished = Signal()
    voted = Signal(object)
    opened = Signal(str)
    remove_wished = Signal(str)
    link_wished = Signal(str)

    def __init__(self, theme: Theme, typesetter: Typesetter) -> None:
        super().__init__()
        theme.dress(self)
        self.setAccessibleName(self.tr("Compare"))
        self._theme = theme
        self._heads: Sequence[ComparisonHead] = ()
        self._shown_id = ""
        column = self.stack(12)
        column.addWidget(PlainLabel(self.tr("Compare"), "heading"))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Ask the model on this computer and a server the same, and judge the answers yourself. The server "
                    "gets this question alone, after you have seen every byte of it."
                ),
                "muted",
                wrap=True,
            )
        )
        self.lead = PlainLabel(
            self.tr("No server is named yet. Name one under Servers to compare with it."), "strong", wrap=True
        )
        self.lead.hide()  # until it is known whom one can ask
        column.addWidget(self.lead)
        column.addWidget(self.problem)
        self.question = QuestionBox(self.tr("The question for both"))
        self.question.compare_wished.connect(self.compare_wished)
        self.question.picture_refused.connect(self._refuse_picture)
        column.addWidget(self.question)
        column.addLayout(self._choices(theme))
        column.addLayout(self._answers(theme, typesetter))
        column.addWidget(self._votes(theme))
        column.addWidget(self._overview(theme))
        column.addStretch(1)
        self.setWidget(self.inside)
        self.show_comparison(None, None, ("", ""))
        self.show_busy(False)

    @Slot()
    def _refuse_picture(self) -> None:
        self.show_problem(
            self.tr(
                "Both are asked the same here, and a picture goes to no server. Ask about it in a conversation with a "
                "model that sees."
            )
        )

    # ---- parts

    def _choices(self, theme: Theme) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        self.local = PlainLabel("", "muted", wrap=True)
        row.addWidget(self.local, 1)
        self.server = ChoiceBox(self.tr("The server to compare with"), ())
        row.addWidget(self.server)
        self.servers = Button(theme, self.tr("Servers…"), on_click=self.servers_wished.emit)
        row.addWidget(self.servers)
        self.stop = Button(theme, self.tr("Stop both"), on_click=self.stop_wished.emit)
        row.addWidget(self.stop)
        self.compare = Button(theme, self.tr("Compare…"), "primary", on_click=self.compare_wished.emit)
        row.addWidget(self.compare)
        self.blind = SwitchRow(
            theme,
            self.tr("Blind"),
            self.tr("Who wrote which answer, and how it went, is told after your vote."),
        )
        column.addLayout(row)
        column.addWidget(self.blind)
        return column

    def _answers(self, theme: Theme, typesetter: Typesetter) -> QBoxLayout:
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side_by_side.setSpacing(12)
        self.asked = PlainLabel("", "strong", wrap=True)
        self.cards = tuple(AnswerCard(theme, words.place_words(first), typesetter) for first in (True, False))
        for card in self.cards:
            card.link_wished.connect(self.link_wished)
            self._side_by_side.addWidget(card, 1)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.asked)
        column.addLayout(self._side_by_side)
        return column

    def _votes(self, theme: Theme) -> QWidget:
        self.vote_row = QWidget()
        self._judging = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.vote_row)
        self._judging.setContentsMargins(0, 0, 0, 0)
        self._judging.setSpacing(8)
        self.verdict = PlainLabel("", "strong", wrap=True)
        self._judging.addWidget(self.verdict, 1)
        self._places = QGridLayout()
        self._places.setSpacing(8)
        self._judging.addLayout(self._places)
        self.votes = [Button(theme, "") for _ in VOTES]
        for number, button in enumerate(self.votes):
            button.clicked.connect(lambda _checked, number=number: self._vote(number))
            self._places.addWidget(button, 0, number)
        self._shown_votes: Sequence[Vote] = VOTES
        return self.vote_row

    def _overview(self, theme: Theme) -> QWidget:
        self.overview = QWidget()
        column = QVBoxLayout(self.overview)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.tr("What your votes come to"), "title"))
        self.tallies = PlainLabel("", wrap=True)
        column.addWidget(self.tallies)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Energy here is estimated: the time it took at the watts that Settings has, or at 8 W and 6 W for "
                    "each thread, and 120 W more where a graphics card computes. What a server takes nobody tells."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(PlainLabel(self.tr("Earlier comparisons"), "title"))
        self.list = QListWidget()
        set_look(self.list, "choices")
        self.list.setAccessibleName(self.tr("Earlier comparisons"))
        self.list.setFixedHeight(px(LIST_PX))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.addStretch(1)
        self.remove = Button(theme, self.tr("Delete this comparison"), "danger", on_click=self._remove)
        row.addWidget(self.remove)
        column.addLayout(row)
        return self.overview

    # ---- showing

    def show_servers(self, names: Sequence[tuple[object, str]], local: str) -> None:
        """Whom one can compare with, and the model here; both may be missing."""
        self.server.show_choices(names)
        self.server.setVisible(bool(names))
        self.compare.setEnabled(bool(names) and bool(local))
        self.local.setText(
            self.tr("On this computer: {model}").format(model=local)
            if local
            else self.tr("There is no model on this computer yet. The Models page gets one.")
        )
        self.lead.setVisible(not names)

    def show_busy(self, busy: bool) -> None:
        """Whether two answers are under way."""
        self.stop.setVisible(busy)
        self.compare.setVisible(not busy)

    def show_comparison(
        self, comparison: Comparison | None, error: HearthError | None, grown: tuple[str, str]
    ) -> None:
        """Show a comparison; `grown` is what has come of the two answers so far, in the order they are shown."""
        for card in self.cards:
            card.setVisible(comparison is not None)
        self.asked.say(comparison.question if comparison is not None else "")
        self._shown_id = comparison.id if comparison is not None else ""
        self._mark(self._shown_id)
        self.vote_row.setVisible(comparison is not None and comparison.ended)
        if comparison is None:
            return
        waits = comparison.hidden and not comparison.ended
        for card, answer, text in zip(self.cards, comparison.in_order, grown, strict=True):
            card.show_title(
                "" if comparison.hidden else words.who_words(answer),
                bool(answer.provider) and not comparison.hidden,
            )
            card.show_text("" if waits else text or answer.text)
            # Also that one of the two has ended would tell who wrote it.
            state = words.waiting() if waits else words.state_words(answer, error, begun=bool(text))
            card.show_lines(state, "" if comparison.hidden else words.figures(answer))
        self._show_votes(comparison)

    def _show_votes(self, comparison: Comparison) -> None:
        self._shown_votes = comparison.votes
        for button, vote in zip(self.votes, self._shown_votes, strict=True):
            button.set_caption(words.vote_words(comparison, vote))
            button.setVisible(comparison.can_be_judged)
        if comparison.can_be_judged:
            self.verdict.setText(self.tr("Which answer helps you more?"))
        elif comparison.vote is not Vote.NONE:
            told = words.vote_words(comparison, comparison.vote)
            self.verdict.setText(self.tr("Your vote: {vote}").format(vote=told))
        else:
            self.verdict.setText(self.tr("Without both answers there is nothing to judge."))

    def show_kept(self, heads: Sequence[ComparisonHead], tallies: Sequence[Tally]) -> None:
        """What there is of earlier comparisons."""
        row = self.list.currentRow()
        marked = self._shown_id or (self._heads[row].id if 0 <= row < len(self._heads) else "")
        self._heads = heads
        self.list.clear()
        self.list.addItems([words.head_words(head) for head in heads])
        self.list.setCurrentRow(min(max(row, 0), len(heads) - 1))
        self._mark(marked)
        self.tallies.setText(
            "\n\n".join(words.tally_words(tally) for tally in tallies) or self.tr("There are no votes yet.")
        )
        self.overview.setVisible(bool(heads))

    def _mark(self, comparison_id: str) -> None:
        """Have the list stand at this comparison, which is the one that Delete means."""
        for row, head in enumerate(self._heads):
            if head.id == comparison_id:
                self.list.setCurrentRow(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or below each other: the answers, and what judges them, two buttons in a row."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < px(NARROW_PX)
        across = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if across != self._side_by_side.direction():
            self._side_by_side.setDirection(across)
            self._judging.setDirection(across)
            for number, button in enumerate(self.votes):
                self._places.addWidget(button, *(divmod(number, 2) if narrow else (0, number)))

    # ---- wishes

    def _vote(self, number: int) -> None:
        self.voted.emit(self._shown_votes[number])

    @Slot()
    def _open(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._heads):
            self.opened.emit(self._heads[row].id)

    def _remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._heads):
            self.remove_wished.emit(self._heads[row].id)
