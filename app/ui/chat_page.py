"""One conversation: header, transcript, composer, and what happens between them and the services.

Window process, main thread; services are reached through the door only.
"""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.conversation import Conversation, Message, MessageState
from app.domain.errors import HearthError
from app.services.events import (
    AnswerEnded,
    AnswerGrew,
    AnswerGrounded,
    AnswerPrepared,
    AnswerStarted,
    Event,
    PromptMeasured,
    PromptRead,
)
from app.services.first_presets import TEXTS as FIRST_TEXTS
from app.services.sentences import sentence
from app.services.starting import start_of
from app.ui.actions import Actions
from app.ui.asking_desk import Asked, AskingDesk
from app.ui.branch_desk import BranchDesk
from app.ui.cloud.desk import ServerDesk
from app.ui.composer import Composer
from app.ui.composer.writing_desk import WritingDesk
from app.ui.door import Door
from app.ui.empty_page import EmptyPage
from app.ui.header import Header
from app.ui.keeping_desk import KeepingDesk
from app.ui.library.choice import LibraryChoice
from app.ui.library.grounded_sources import GroundedSources
from app.ui.library.own_program import FileOpening
from app.ui.library.source_pages import SourcePages
from app.ui.library.sources_page import SourcesPage
from app.ui.ports import OpenSession
from app.ui.presets.choice import PresetChoice
from app.ui.side_panel.desk import PanelDesk
from app.ui.theme import Theme
from app.ui.transcript import TranscriptView
from app.ui.transcript.hit import Hit
from app.ui.transcript.speaking import Speaker
from app.ui.typesetter import Typesetter

MEASURE_PAUSE_MS = 500  # a pause in typing before the context is measured anew
LEAST_TALK_PX = 420  # the side panel hides rather than make the conversation narrower


class ChatPage(QWidget):
    """The right side of the window.

    Signals: `shown` with the conversation's id (empty for a new one); `link_wished` with an address; `told` with
    a sentence for the person; `offered` with one, a button's words, what it does, and for how many seconds.
    """

    shown = Signal(str)
    link_wished = Signal(str)
    told = Signal(str)
    offered = Signal(str, str, object, float)

    def __init__(self, theme: Theme, door: Door, session: OpenSession, acts: Actions) -> None:
        super().__init__()
        self._theme = theme
        self._door = door
        self._session = session
        self.conversation: Conversation | None = None
        self._growing = ""  # the answer that grows in the transcript
        self._opening = ""  # the conversation that is being fetched
        self._new_is_temporary = False
        self._hit: Hit | None = None  # in a branch that is being fetched
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = Header(theme, acts)
        column.addWidget(self.header)
        self.typesetter = Typesetter(door, session.typesetting, self)
        self.transcript = TranscriptView(theme.colours, self, self.typesetter)
        self.transcript.setAccessibleName(self.tr("Conversation"))
        self.speaker = Speaker(self.transcript)
        self.panel = PanelDesk(theme, door, session)
        self.empty = EmptyPage(theme)
        self.empty.asked.connect(self._try)
        door.run(lambda: start_of(session.settings), self.empty.offer)
        self.stack = QStackedWidget()
        theme.dress(self.stack)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.transcript)
        self.composer = Composer(theme)
        first = {text: self.tr(text) for text in FIRST_TEXTS}
        door.run(lambda: session.presets.speak(first))
        self.files = LibraryChoice(theme, door, session, self.composer)
        self.writing = WritingDesk(theme, door, session, self.composer, self)
        self.writing.told.connect(self.told)
        self.presets = PresetChoice(theme, door, session, self.header)
        self.presets.told.connect(self.told)
        self.keeping = KeepingDesk(door, session, self.composer, self.transcript)
        self.servers = ServerDesk(theme, door, session, self.header, self.composer)
        self.servers.told.connect(self.told)
        self.servers.offered.connect(self.offered)
        self.servers.changed.connect(lambda _on: self.empty.greet(self._new_is_temporary, self.servers.name))
        self.sources = SourcesPage(theme)
        SourcePages(door, session, self.sources)
        self.opening = FileOpening(self)
        self.opening.told.connect(self.told)
        self.sources.open_wished.connect(self.opening.open)
        self.grounded = GroundedSources(door, session, self.transcript, self.sources, self.panel.panel)
        self.branches = BranchDesk(door, session, self.transcript, self.panel.panel)
        self.branches.filled.connect(self._switched)
        self.branches.failed.connect(self._tell)
        self.asking = AskingDesk(
            door,
            session,
            self,
            Asked(self.composer, self.files, self.presets, self.servers, self.keeping, self.branches),
        )
        self.asking.failed.connect(self._tell)
        self.servers.answer_wished.connect(self.asking.retry)
        self._talk = QWidget()
        talk = QVBoxLayout(self._talk)
        talk.setContentsMargins(0, 0, 0, 0)
        talk.addWidget(self.stack, 1)
        talk.addWidget(self.composer)
        beside = QHBoxLayout()
        beside.addWidget(self._talk, 1)
        beside.addWidget(self.panel.panel)
        column.addLayout(beside, 1)

        self._measure_pause = self._pause(MEASURE_PAUSE_MS, self._measure)
        self.composer.send_wished.connect(self.asking.send)
        self.composer.stop_wished.connect(self.stop)
        self.composer.edited.connect(self._edited)
        self.writing.changed.connect(self._measure_pause.start)
        self.transcript.retry_requested.connect(self.asking.retry)
        self.transcript.continue_requested.connect(self.asking.resume)
        self.transcript.edit_requested.connect(self.asking.edit)
        self.transcript.quote_requested.connect(self.composer.quote)
        self.transcript.copy_requested.connect(self._copy)
        self.transcript.link_requested.connect(self.link_wished)
        self.header.temporary_wished.connect(self.show_new)
        self.header.temporary_explained.connect(self._explain_temporary)
        self.header.panel_wished.connect(self.panel.panel.toggle)
        self.panel.copy_wished.connect(self._copy)
        self.panel.panel.covers.connect(self._give_way)
        theme.changed.connect(self._recolour)
        self.show_new()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel has what the conversation can spare, the question field its share of the height."""
        super().resizeEvent(event)
        self.composer.set_room(self.height())
        self.panel.panel.set_room(self.width() - LEAST_TALK_PX)

    @Slot(bool)
    def _give_way(self, covered: bool) -> None:
        """The side panel takes the whole of a narrow page, or gives it back."""
        self._talk.setVisible(not covered)
        if covered:
            self.panel.panel.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.composer.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_words(self) -> None:
        """Find words in the conversation, those that are chosen in it to begin with."""
        self.panel.panel.give_back()
        self.transcript.finder.open(self.transcript.quote.text_chosen)

    # ---- which conversation

    @property
    def busy(self) -> bool:
        """Whether an answer is under way, here or in another conversation."""
        return self.asking.busy

    @property
    def is_temporary(self) -> bool:
        """Whether what is shown lives in memory only."""
        return self.conversation.temporary if self.conversation is not None else self._new_is_temporary

    @Slot(bool)
    def show_new(self, temporary: bool = False) -> None:
        """An empty page for a question that begins a conversation."""
        self.panel.panel.give_back()
        self.keeping.leave()
        self._new_is_temporary = temporary
        self.conversation = None
        self._opening = ""
        self._growing = ""
        self.typesetter.forget()
        self.transcript.clear()
        self.panel.show_answers(())
        self.branches.open("")
        self.grounded.open("")
        self.files.open(None)
        self.servers.open(None, temporary)
        self.writing.open(None, temporary)
        self.presets.open(None)
        self.empty.greet(temporary)
        self.stack.setCurrentWidget(self.empty)
        self._head()
        self.keeping.open(None, temporary)
        self.shown.emit("")
        self.composer.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _explain_temporary(self) -> None:
        self.told.emit(
            self.tr("Nothing of this conversation is kept. It is gone when Hearth locks or closes.")
        )

    def _head(self) -> None:
        now = self.conversation
        new = self.tr("Temporary conversation") if self._new_is_temporary else self.tr("New conversation")
        self.header.show_conversation(now.title if now else new, now is not None, self.is_temporary)

    def open(self, conversation: Conversation, hit: Hit | None = None) -> None:
        """Show a conversation of the list, where the reader was or at `hit`."""
        self.panel.panel.give_back()
        if self.conversation is not None and self.conversation.id == conversation.id:
            self._opening = ""  # another one was wished, and this one again before it came
            if hit is not None:
                self._go_to(hit)
            self.composer.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.keeping.leave()
        wished = conversation.id
        self._opening = wished
        self.asking.new_asked = False

        def arrived(found: tuple[list[Message], str]) -> None:
            if self._opening == wished:
                self._show(conversation, found[0], hit.message_id if hit is not None else found[1])
                if hit is not None:
                    self._go_to(hit)
                elif not self._growing:
                    self.keeping.bring_place(found[1])

        session = self._session
        self._door.run(lambda: (session.chat.messages(wished), session.arranging.place(wished)), arrived)

    def _go_to(self, hit: Hit) -> None:
        """Show a message and mark what was searched in it; first the branch that it is in."""
        if any(entry.message.id == hit.message_id for entry in self.transcript.entries):
            self.transcript.finder.show_hit(hit.message_id, hit.pattern)
        else:
            self._hit = hit
            self.branches.show_version(hit.message_id)

    def renamed(self, conversations: list[Conversation]) -> None:
        """The list changed: take the title, or leave a conversation that is gone."""
        if self.asking.busy_in not in ("", "new") and all(
            one.id != self.asking.busy_in for one in conversations
        ):
            self.asking.set_busy("")  # it was deleted, and its answer with it
        if self.conversation is None:
            return
        now = next((one for one in conversations if one.id == self.conversation.id), None)
        if now is None:
            self.conversation = None  # its draft went with it
            self.show_new()
        else:
            self.conversation = now
            self._head()

    def stop(self) -> None:
        """Stop the answer under way."""
        self.servers.stop_asking()
        if self.asking.busy:
            self._door.run(self._session.chat.stop)

    # ---- events

    def take(self, event: Event) -> None:
        """What the services tell. Events of other conversations only change what the button means."""
        if isinstance(event, AnswerGrew):
            if event.answer_id == self._growing:
                self.transcript.append(event.answer_id, event.text, event.thinking)
                if not event.thinking:
                    self.speaker.grew(event.text)
        elif isinstance(event, AnswerStarted):
            self._started(event)
        elif isinstance(event, AnswerGrounded):
            if event.answer_id == self._growing:
                self.grounded.add(event.answer_id, event.grounding)
        elif isinstance(event, AnswerPrepared):
            if event.answer_id == self._growing:
                self.transcript.set_dropped(len(event.prepared.dropped_ids))
                self.composer.set_context(event.prepared)
        elif isinstance(event, PromptRead):
            if event.answer_id == self._growing:
                self.transcript.set_progress(event.answer_id, event.done_tokens, event.total_tokens)
        elif isinstance(event, AnswerEnded):
            self._ended(event)
        elif isinstance(event, PromptMeasured):
            here = self.conversation.id if self.conversation is not None else None
            if event.conversation_id == here and not self._growing:
                self.writing.show_measured(event)

    def _started(self, event: AnswerStarted) -> None:
        self.asking.set_busy(event.conversation.id)
        here = self.conversation is not None and self.conversation.id == event.conversation.id
        if self.asking.new_asked and self.conversation is None:
            self.asking.new_asked = False
            here = True
            self.files.begun(event.conversation.id)
            self.writing.begun(event.conversation.id)
            self.presets.open(event.conversation)
            self.servers.begun(event.conversation)
            self.grounded.begun(event.conversation.id)
            self.keeping.begun(event.conversation.id)
        if not here:
            return
        self.conversation = event.conversation
        self._head()
        self.shown.emit(event.conversation.id)
        self.stack.setCurrentWidget(self.transcript)
        question = event.question
        if question is None or (question.parent_id or "") != self.transcript.last_id:
            # A retry, a continued answer or an edited question changes the branch: take it as it now is.
            wished = event.conversation

            def arrived(messages: list[Message]) -> None:
                if self.conversation is not None and self.conversation.id == wished.id:
                    self._fill(messages)
                    self.grounded.open(wished.id)  # it may have been told before the answer was here

            self._door.run(lambda: self._session.chat.messages(wished.id), arrived)
            return
        self.transcript.add_message(question)
        self._begin(event.answer)

    def _ended(self, event: AnswerEnded) -> None:
        answer = event.answer
        self.asking.set_busy("")
        if answer.id == self._growing:
            self._growing = ""
            self.panel.show_answer(answer)
            self.grounded.ended(answer)
            failure = sentence(event.error, self.tr) if event.error else ""
            self.transcript.end_answer(answer, failure)
            self.speaker.end(failure)
            self._measure_pause.start()
            self.branches.refresh_tree()
            if failure:
                self.servers.failed(answer, failure)
        elif event.error is not None:
            self.told.emit(sentence(event.error, self.tr))

    # ---- wishes

    @Slot(str)
    def _try(self, question: str) -> None:
        """A suggested question, asked of the libraries it is about."""
        self.files.choose(self.empty.start.libraries)
        self.asking.send(question)

    @Slot(str, list, str)
    def _switched(self, conversation_id: str, messages: list[Message], message_id: str) -> None:
        if self.conversation is not None and self.conversation.id == conversation_id:
            self._fill(messages, message_id)
            self.transcript.show_message(message_id)
            hit, self._hit = self._hit, None
            if hit is not None and hit.message_id == message_id:
                self.transcript.finder.show_hit(message_id, hit.pattern)

    @Slot(str)
    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.emit(self.tr("Copied."))

    @Slot()
    def _edited(self) -> None:
        self._measure_pause.start()
        self.keeping.edited()

    @Slot()
    def _measure(self) -> None:
        if self.asking.busy or self.servers.on_server:  # nothing is counted of what a server will read
            return
        where = self.conversation.id if self.conversation is not None else None
        text = self.composer.text
        beginning = self.asking.beginning()
        self._door.run(
            lambda: self._session.chat.measure(where, text, None if where else beginning()),
            None,
            self._not_measured,
        )

    @Slot()
    def _recolour(self) -> None:
        self.transcript.set_colours(self._theme.colours)

    # ---- inside

    def _show(self, conversation: Conversation, messages: list[Message], start: str) -> None:
        """`start`: the message to begin at, perhaps followed by how far into it; empty for the end."""
        self._opening = ""
        self.typesetter.forget()
        self.conversation = conversation
        self._head()
        self._fill(messages, start)
        self.keeping.open(conversation.id, conversation.temporary)
        self.files.open(conversation.id)
        self.servers.open(conversation, conversation.temporary)
        self.writing.open(conversation.id)
        self.presets.open(conversation)
        self.grounded.open(conversation.id)
        self.shown.emit(conversation.id)
        self.composer.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._measure_pause.start()

    def _fill(self, messages: list[Message], start: str = "") -> None:
        self._growing = ""
        last = messages[-1] if messages else None
        grows = last is not None and last.state is MessageState.STREAMING
        self.panel.show_answers(messages)
        begin = start.partition(" ")[0]
        self.transcript.set_messages(messages[:-1] if grows else messages, "" if grows else begin)
        self.grounded.show_last()
        self.stack.setCurrentWidget(self.transcript if messages else self.empty)
        if self.conversation is not None:
            self.branches.open(self.conversation.id)
        if grows and last is not None:
            self._begin(last)

    def _begin(self, answer: Message) -> None:
        self._growing = answer.id
        self.speaker.begin()
        self.transcript.begin_answer(answer)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.told.emit(sentence(error, self.tr))

    def _not_measured(self, _error: Exception) -> None:
        self.composer.set_context(None)

    def _pause(self, interval_ms: int, act: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(act)
        return timer
