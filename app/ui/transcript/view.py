"""The transcript of one conversation. Window process, window thread.

Only messages near what is seen have widgets; the others are a height. So a conversation of a thousand
messages opens as quickly as a short one, and scrolling makes and drops widgets without moving what is read.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QWidget

from app.domain.conversation import Message, MessageState, Role
from app.domain.source import Grounding
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.style import TextStyle
from app.ui.text_size import px, sized, text_px
from app.ui.tokens import READING_WIDTH, SIDE_PX, Colours
from app.ui.transcript import wording
from app.ui.transcript.anchor import Anchor, anchor_at
from app.ui.transcript.answer import AnswerItem
from app.ui.transcript.bubble_pictures import NamedPicture
from app.ui.transcript.entry import Entry
from app.ui.transcript.finding import Finder, Place
from app.ui.transcript.floating import JumpButton, QuoteButton
from app.ui.transcript.items import UserBubble
from app.ui.transcript.look import FocusLine, plain_label, transcript_stylesheet
from app.ui.transcript.renewal import restyle
from app.ui.transcript.tab_order import TabOrder
from app.ui.transcript.text_body import TextBody
from app.ui.typesetter import Typesetter

TOP_PX = 22
GAP_PX = 20
NOTICE_PX, NOTICE_GAP_PX = 20, 14
NEAR_END_PX = 8
_SETTLE_ROUNDS = 8
_NEIGHBOURS_MS = 100  # after the window was painted, before a hand is at the wheel


class TranscriptView(QScrollArea):
    """Messages in reading order; follows a growing answer while the reader is at the end.

    Signals: `link_requested(address)` (nothing is opened here), `retry_requested(message_id)`,
    `continue_requested(message_id)`, `copy_requested(text)`,
    `source_requested(message_id, number)`, `edit_requested(message_id, text)`,
    `version_requested(message_id)` with the version to show, `quote_requested(text)`, `filled` with other messages.

    Attributes:
        finder: the search in what is shown; quote: the button beside a selection.
    """

    link_requested = Signal(str)
    retry_requested = Signal(str)
    continue_requested = Signal(str)
    copy_requested = Signal(str)
    source_requested = Signal(str, int)
    edit_requested = Signal(str, str)
    version_requested = Signal(str)
    quote_requested = Signal(str)
    filled = Signal()

    def __init__(
        self, colours: Colours, parent: QWidget | None = None, typesetter: Typesetter | None = None
    ) -> None:
        super().__init__(parent)
        self._typesetter = typesetter
        if typesetter is not None:
            typesetter.ready.connect(self._show_near_ones)
        self._style = TextStyle(colours, QApplication.font().family(), text_px())
        self._parser = MarkdownParser()
        self._entries: list[Entry] = []
        self._versions: Mapping[str, Sequence[str]] = {}
        self._groundings: Mapping[str, Grounding] = {}
        self._pictures: Mapping[str, Sequence[NamedPicture]] = {}
        self._dropped = 0
        self._following = True
        self._settling = False
        self._laid_out_width = 0
        self._tab_order = TabOrder(self)
        self._neighbours = QTimer(self)  # makes what is near, once what is in sight was painted
        self._neighbours.setSingleShot(True)
        self._neighbours.setInterval(_NEIGHBOURS_MS)
        self._neighbours.timeout.connect(self._settle)
        self._read: Anchor | None = None  # what was before the reader's eyes when all was last placed
        self.setObjectName("transcript")
        self._focus_line = FocusLine(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QWidget()
        self._column.setObjectName("column")
        self.setWidget(self._column)
        self._notice: QLabel = plain_label("", "notice", self._column)
        self._notice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._notice.hide()
        self._jump = JumpButton(colours, self)
        self._jump.clicked.connect(self.go_to_end)
        self.quote = QuoteButton(self)
        self.quote.quote_requested.connect(self.quote_requested)
        self.finder = Finder(self, colours)
        self.setStyleSheet(sized(transcript_stylesheet(colours)))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # What the window says

    def set_colours(self, colours: Colours) -> None:
        """Take another theme."""
        former = self._style.colours
        self._style = TextStyle(colours, QApplication.font().family(), text_px())
        self.setStyleSheet(sized(transcript_stylesheet(colours)))
        for entry in self._entries:
            restyle(entry, self._style, former, self._make_answer)
        self._jump.restyle(colours)
        self.finder.restyle(colours)
        self._settle(measure=True)

    def set_messages(self, messages: Sequence[Message], start: str = "") -> None:
        """Show another branch or conversation, from its end or from the message `start`."""
        self._drop_all()
        self._entries = [Entry(message) for message in messages if message.role is not Role.SYSTEM]
        self._dropped = 0
        self._versions = {}
        self._estimate()
        self._place()
        tops = [entry.top for entry in self._entries if entry.message.id == start]
        self._following = not tops
        self._settle_what_is_seen(top=tops[0] if tops else None)
        self.finder.conversation_changed()
        self.filled.emit()

    def add_message(self, message: Message) -> None:
        """One more message at the end; the reader is taken there."""
        entry = Entry(message)
        for index, earlier in enumerate(self._entries):
            if earlier.message.id == message.id:  # an interrupted answer that goes on
                self._drop(earlier)
                entry.folded = earlier.folded
                self._entries[index] = entry
                break
        else:
            self._entries.append(entry)
        entry.height = entry.estimated_height(self._text_width())
        self._following = True
        self._settle()
        self.finder.message_changed(message.id)
        self.filled.emit()

    def begin_answer(self, message: Message) -> None:
        """An answer that will grow."""
        self.add_message(message)

    def set_progress(self, answer_id: str, done_tokens: int, total_tokens: int) -> None:
        """How far the prompt of a growing answer has been read."""
        for item in self._growing(answer_id):
            item.set_progress(done_tokens, total_tokens)

    def append(self, answer_id: str, text: str, thinking: bool) -> None:
        """More of a growing answer."""
        for item in self._growing(answer_id):
            item.append(text, thinking)

    def end_answer(self, message: Message, failure: str = "") -> None:
        """The answer as it was saved. `failure` is the sentence that says why it ended, if it failed."""
        for entry in self._entries:
            if entry.message.id == message.id:
                entry.message = message
                entry.failure = failure
                for item in entry.answers():
                    item.set_message(message, failure)
                if entry.item is None:
                    entry.height = entry.estimated_height(self._text_width())
        self._settle()
        self.finder.message_changed(message.id)

    def set_versions(self, versions: Mapping[str, Sequence[str]]) -> None:
        """Which messages have other versions: the ids of all, oldest first, by the shown one's id."""
        if versions != self._versions:
            self._versions = versions
            for entry in self._entries:
                for item in (entry.item, entry.fresh):
                    if item is not None:
                        item.set_versions(versions.get(entry.message.id, ()))
            self._settle_what_is_seen(measure=True)

    def set_pictures(self, pictures: Mapping[str, Sequence[NamedPicture]]) -> None:
        """What a person sees of the pictures that went with questions, by their ids."""
        if pictures != self._pictures:
            self._pictures = pictures
            for entry in self._entries:
                if isinstance(entry.item, UserBubble):
                    entry.item.set_pictures(pictures.get(entry.message.id, ()))
            self._settle_what_is_seen(measure=True)

    def set_groundings(self, groundings: Mapping[str, Grounding]) -> None:
        """What answers rest on, by their ids: their numbers become links to it."""
        self._groundings = groundings
        for entry in self._entries:
            for item in entry.answers():
                item.set_grounding(groundings.get(entry.message.id))

    def set_dropped(self, count: int) -> None:
        """The first `count` messages no longer fit into the model's context."""
        self._dropped = count
        self._notice.setText(wording.dropped(count) if count else "")
        self._settle()

    def clear(self) -> None:
        """Show nothing."""
        if self._entries:
            self.set_messages(())

    @property
    def entries(self) -> Sequence[Entry]:
        """The messages in the column."""
        return self._entries

    @property
    def last_id(self) -> str:
        """The last message that is shown; empty for none."""
        return self._entries[-1].message.id if self._entries else ""

    @property
    def is_following(self) -> bool:
        """Whether the end is shown, and what grows there followed."""
        return self._following

    def go_to_end(self) -> None:
        """Show the end, and follow what grows there."""
        self._following = True
        self._settle()

    def show_message(self, message_id: str) -> None:
        """Bring the beginning of a message into sight."""
        for entry in self._entries:
            if entry.message.id == message_id:
                self.bring(entry)
                self.verticalScrollBar().setValue(max(0, entry.top - TOP_PX))

    def bring(self, entry: Entry) -> TextBody:
        """Have a widget for `entry`, and it near what is seen; returns its text."""
        if entry.item is None or not entry.item.isVisibleTo(self._column):
            self._following = False
            self.verticalScrollBar().setValue(entry.top)
            self._settle()
        if entry.item is None:  # nothing near the end of a short column is ever far
            entry.item = self._make(entry)
            entry.height = entry.item.place(self._text_width())
            self._settle()
        return entry.item.bodies()[-1]

    def show_range(self, body: TextBody, place: Place) -> None:
        """Bring a range of a text into sight."""
        rect = body.rect_of(place.document, place.start)
        at = body.viewport().mapTo(self._column, rect.center())
        self._following = False
        self.ensureVisible(at.x(), at.y(), 0, min(160, self.viewport().height() // 3))

    def sight_of(self, body: TextBody) -> tuple[float, float]:
        """The heights in a text's own coordinates between which it is near what is seen."""
        top = body.mapTo(self._column, QPoint(0, 0)).y()
        low, high = self._near(0.5)
        return low - top, high - top

    def plain_text(self) -> str:
        """The words of the whole transcript in reading order, as they are shown."""
        parts: list[str] = []
        for index, entry in enumerate(self._entries):
            if index == self._dropped and index:
                parts.append(self._notice.text())
            parts += entry.words(self._parser)
        return "\n".join(part for part in parts if part)

    # Where things are

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out for the new width."""
        super().resizeEvent(event)
        self.finder.place(self.width())
        if self._text_width() != self._laid_out_width:
            self._laid_out_width = self._text_width()
            self.quote.settle()
            self._estimate()
            self._settle_what_is_seen(measure=True)
        else:
            self._settle_what_is_seen()

    def _text_width(self) -> int:
        # The scroll bar has its place at the side: its coming must not break the lines anew.
        return max(120, min(READING_WIDTH, self.width()) - 2 * SIDE_PX)

    def _estimate(self) -> None:
        width = self._text_width()
        for entry in self._entries:
            if entry.item is None:
                entry.height = entry.estimated_height(width)

    def _scrolled(self, value: int) -> None:
        if self._settling:
            return
        self._following = value >= self.verticalScrollBar().maximum() - NEAR_END_PX
        self._read = self._anchor()
        self._settle()
        self.quote.settle()

    def _settle_what_is_seen(self, measure: bool = False, top: int | None = None) -> None:
        """As `_settle`, what is only near in another turn of the loop: the window is painted before."""
        self._settle(measure, top, pages=0)
        self._neighbours.start()

    def _settle(self, measure: bool = False, top: int | None = None, pages: float = 1) -> None:
        """Make the widgets that are needed, place everything, and keep what is read where it is.

        `measure` lays every existing widget out again; what is at `top` is read from now on; `pages` above and below
        what is seen get widgets. Making one corrects its height, which may bring others into sight, hence the rounds.
        """
        if self._settling:
            return
        self._settling = True
        bar = self.verticalScrollBar()
        try:
            if top is not None:
                bar.setValue(top)
            # As it was read before a text changed: what grows above must not move it.
            known = top is None and self._read is not None and self._read.entry in self._entries
            anchor = self._read if known else self._anchor()
            self._place()
            for round_number in range(_SETTLE_ROUNDS):
                made = self._make_near_ones(measure and not round_number, pages)
                if self._following:
                    bar.setValue(bar.maximum())
                elif anchor is not None:
                    bar.setValue(anchor.top())
                if not made:
                    break
            # Before formulas are drawn, which may move what is read until their text is placed anew.
            reached = self._following or anchor is None or bar.value() == anchor.top()
            self._read = self._anchor() if reached else anchor
            self._drop_far_ones()
            self._show_near_ones()
            below = bar.maximum() - bar.value()
            self._jump.settle(self.viewport().size(), not self._following and below > NEAR_END_PX)
        finally:
            self._settling = False

    def _anchor(self) -> Anchor | None:
        return anchor_at(self._entries, self.verticalScrollBar().value(), self.viewport().height())

    def _near(self, pages: float) -> tuple[float, float]:
        page = max(200, self.viewport().height())
        value = self.verticalScrollBar().value()
        if self._following:
            value = self._column.height() - page
        return value - pages * page, value + (1 + pages) * page

    def _make_near_ones(self, measure: bool, pages: float) -> bool:
        low, high = self._near(pages)
        made = False
        for entry in self._entries:
            near = entry.top + entry.height >= low and entry.top <= high
            if entry.item is None and near:
                entry.item = self._make(entry)
                made = True
            elif entry.item is None or not measure:
                continue
            entry.height = entry.item.place(self._text_width())
        if made or measure:
            self._place()
        return made

    def _show_near_ones(self) -> None:
        low, high = self._near(0.5)
        for entry in self._entries:
            if entry.item is not None:
                entry.item.show_near(low - entry.top, high - entry.top)
        self._tab_order.settle([entry.item for entry in self._entries if entry.item is not None])
        self.finder.mark()

    def _drop_far_ones(self) -> None:
        low, high = self._near(4)
        for entry in self._entries:
            item = entry.item
            if item is None or (entry.top + entry.height >= low and entry.top <= high):
                continue
            held = entry.message.state is MessageState.STREAMING or item.isAncestorOf(
                QApplication.focusWidget() or self
            )
            if not held and not any(body.textCursor().hasSelection() for body in item.bodies()):
                self._drop(entry)

    def _make(self, entry: Entry) -> UserBubble | AnswerItem:
        if entry.message.role is Role.USER:
            bubble = UserBubble(entry.message, self._style, self._column)
            bubble.set_versions(self._versions.get(entry.message.id, ()))
            bubble.set_pictures(self._pictures.get(entry.message.id, ()))
            bubble.edit_requested.connect(lambda text: self.edit_requested.emit(entry.message.id, text))
            bubble.copy_requested.connect(self.copy_requested)
            bubble.height_changed.connect(lambda: self._changed(entry, bubble))
            self._join(bubble)
            bubble.show()
            return bubble
        item = self._make_answer(entry, entry.message)
        item.show()
        return item

    def _make_answer(self, entry: Entry, message: Message) -> AnswerItem:
        item = AnswerItem(message, self._style, self._parser, self._column, self._typesetter)
        if entry.failure:
            item.set_message(message, entry.failure)
        item.thinking.set_folded(entry.folded)
        item.set_versions(self._versions.get(entry.message.id, ()))
        item.set_grounding(self._groundings.get(entry.message.id))
        item.source_requested.connect(lambda number: self.source_requested.emit(entry.message.id, number))
        item.retry_requested.connect(lambda: self.retry_requested.emit(entry.message.id))
        item.continue_requested.connect(lambda: self.continue_requested.emit(entry.message.id))
        item.copy_requested.connect(self.copy_requested)
        item.folded.connect(lambda folded: setattr(entry, "folded", folded))
        item.height_changed.connect(lambda: self._changed(entry, item))
        self._join(item)
        return item

    def _exchange(self, entry: Entry, fresh: AnswerItem) -> None:
        held = entry.item is not None and entry.item.isAncestorOf(QApplication.focusWidget() or self)
        entry.fresh = None
        self._drop(entry)
        entry.item = fresh
        fresh.show()
        entry.height = fresh.place(self._text_width())
        if held:
            fresh.bodies()[-1].setFocus()
        self._settle()

    def _join(self, item: UserBubble | AnswerItem) -> None:
        item.version_requested.connect(self.version_requested)
        for body in item.bodies():
            self._join_text(body)
        if isinstance(item, AnswerItem):
            item.thinking.made.connect(self._join_text)

    def _join_text(self, body: TextBody) -> None:
        body.selectionChanged.connect(lambda: self.quote.selection_in(body))
        body.link_requested.connect(self.link_requested)
        body.cursor_moved.connect(lambda rect: self._reveal(body, rect))

    def _changed(self, entry: Entry, item: UserBubble | AnswerItem) -> None:
        if self._settling or item not in (entry.item, entry.fresh):
            return
        height = item.place(self._text_width())
        if isinstance(item, AnswerItem) and item is entry.fresh:
            if item.is_whole:
                self._exchange(entry, item)
        elif height != entry.height:
            entry.height = height
            self._settle()
        else:
            self._show_near_ones()

    def _reveal(self, body: TextBody, rect: QRect) -> None:
        at = body.mapTo(self._column, rect.center())
        self.ensureVisible(at.x(), at.y(), 0, rect.height())

    def _place(self) -> None:
        width = self._text_width()
        left = (self.width() - width) // 2 if self.width() >= READING_WIDTH else SIDE_PX
        left = max(0, left - self.viewport().x())  # where its scroll bar stands at the left
        top = TOP_PX
        shown = 0 < self._dropped < len(self._entries)
        self._notice.setVisible(shown)
        for index, entry in enumerate(self._entries):
            if shown and index == self._dropped:
                self._notice.setGeometry(left, top, width, px(NOTICE_PX))
                top += px(NOTICE_PX) + NOTICE_GAP_PX
            entry.top = top
            if entry.item is not None:
                entry.item.setGeometry(left, top, width, entry.height)
            top += entry.height + GAP_PX
        self._column.resize(self.viewport().width(), max(top, 1))

    def _drop(self, entry: Entry) -> None:
        self._forget(entry.item)
        self._forget(entry.fresh)
        entry.item = entry.fresh = None

    def _forget(self, item: UserBubble | AnswerItem | None) -> None:
        if item is not None:
            self.quote.forget_in(item)
            item.hide()
            item.deleteLater()

    def _drop_all(self) -> None:
        entries, self._entries = self._entries, []  # where the keyboard goes on is brought into sight at once
        for entry in entries:
            self._drop(entry)

    def _growing(self, answer_id: str) -> list[AnswerItem]:
        for entry in reversed(self._entries):
            if entry.message.id == answer_id:
                return entry.answers()
        return []
