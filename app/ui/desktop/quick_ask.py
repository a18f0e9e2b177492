"""The small window for a question in between: a field, and the answer under way. Window process, main thread.

What is asked here is a conversation like any other, kept or temporary; the large window can go on with it.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.conversation import Conversation, Message, MessageState
from app.domain.errors import HearthError
from app.services.beginning import Beginning
from app.services.events import AnswerEnded, AnswerGrew, AnswerStarted, Event
from app.services.sentences import sentence
from app.ui.composer.box import SHADOW_PX, ComposerBox
from app.ui.composer.field import QuestionField
from app.ui.controls import Toggle
from app.ui.door import Door
from app.ui.icons import window_icon
from app.ui.parts import Button, IconButton, PlainLabel, set_look
from app.ui.ports import OpenSession
from app.ui.text_size import px
from app.ui.theme import Theme
from app.ui.transcript import TranscriptView
from app.ui.transcript.speaking import Speaker
from app.ui.typesetter import Typesetter
from app.ui.window_keeping import bring_to_front

WIDTH_PX, ANSWER_PX = 620, 320
FROM_TOP = 0.22  # of the screen's height, where the eye is


class QuickAsk(QWidget):
    """One conversation at a time; closing the window begins another.

    Signals: `open_wished` with the conversation that the large window shall show, `copy_wished` with a text,
    `link_wished` with an address, `keep_chosen` with whether what is asked shall be kept.
    """

    open_wished = Signal(object)
    copy_wished = Signal(str)
    link_wished = Signal(str)
    keep_chosen = Signal(object)

    def __init__(self, theme: Theme, door: Door, session: OpenSession, typesetter: Typesetter) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._theme = theme
        self._door = door
        self._session = session
        self._conversation: Conversation | None = None
        self._growing = ""
        self.setWindowTitle(self.tr("Quick question"))
        self.setWindowIcon(window_icon())
        set_look(self, "page")
        theme.watch(self)
        theme.dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(16 - SHADOW_PX, 12, 16 - SHADOW_PX, 10)
        column.setSpacing(4)
        self.transcript = TranscriptView(theme.colours, self, typesetter)
        self.transcript.setAccessibleName(self.tr("Answer to your quick question"))
        self.transcript.setMinimumHeight(px(ANSWER_PX))
        self.transcript.hide()
        self._speaker = Speaker(self.transcript)
        column.addWidget(self.transcript, 1)
        self.problem = PlainLabel("", "problem", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addWidget(self._field_box(theme))
        column.addLayout(self._foot(theme))
        self._connect()

    def _field_box(self, theme: Theme) -> QWidget:
        box = ComposerBox(theme)
        inside = QHBoxLayout(box)
        inside.setContentsMargins(SHADOW_PX + 14, 13, SHADOW_PX + 10, SHADOW_PX + 8)
        self.field = QuestionField()
        self.field.setPlaceholderText(self.tr("Ask a quick question…"))
        self.field.setAccessibleName(self.tr("Quick question"))
        inside.addWidget(self.field, 1)
        self.send = IconButton(theme, "send", self.tr("Send the quick question"), "send", "on_accent")
        self.send.setEnabled(False)
        inside.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        return box

    def _foot(self, theme: Theme) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(SHADOW_PX, 0, SHADOW_PX, 0)
        foot.setSpacing(8)
        self.keep = Toggle(theme, self.tr("Keep this conversation"))
        foot.addWidget(self.keep)
        foot.addWidget(PlainLabel(self.tr("Keep this conversation"), "muted"))
        foot.addStretch(1)
        self.open_in_window = Button(theme, self.tr("Open in the window"), "ghost")
        self.open_in_window.hide()
        foot.addWidget(self.open_in_window)
        return foot

    def _connect(self) -> None:
        self.field.send_wished.connect(self._send)
        self.field.textChanged.connect(self._settle)
        self.field.pasted_long.connect(self.field.insertPlainText)
        self.field.files_wished.connect(self._take_words_only)
        self.field.picture_pasted.connect(self._take_words_only)
        self.send.clicked.connect(self._press)
        self.keep.chosen.connect(self.keep_chosen)
        self.open_in_window.clicked.connect(self._open)
        self.transcript.copy_requested.connect(self.copy_wished)
        self.transcript.link_requested.connect(self.link_wished)
        self.transcript.quote_requested.connect(self.field.insertPlainText)
        self.transcript.retry_requested.connect(self._retry)
        self.transcript.continue_requested.connect(self._resume)
        self.transcript.edit_requested.connect(self._edit)
        self._theme.changed.connect(self._recolour)

    @Slot(object)
    def _take_words_only(self, _given: object) -> None:
        self.problem.say(self.tr("Files and pictures are added in the large window."))
        self._fit()

    @Slot()
    def _recolour(self) -> None:
        self.transcript.set_colours(self._theme.colours)

    # ---- coming and going

    def come(self, token: str) -> None:
        """Stand on the screen where the mouse is, ready to be typed into; `token` is the desktop's leave to do so."""
        if not self.isVisible():
            room = (QGuiApplication.screenAt(QCursor.pos()) or self.screen()).availableGeometry()
            self.setFixedWidth(min(px(WIDTH_PX), room.width()))
            self._fit()
            left = room.left() + (room.width() - self.width()) // 2
            self.move(left, room.top() + round(room.height() * FROM_TOP))
        bring_to_front(self, token)
        self.field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The conversation stays in the list; the next question begins another."""
        super().closeEvent(event)
        self._forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops the answer, then closes the window."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._growing:
            self._door.run(self._session.chat.stop)
        else:
            self.close()

    def show_kept(self, kept: object) -> None:
        """Whether what is asked is kept from now on."""
        self.keep.show_value(kept)

    def _forget(self) -> None:
        self._conversation, self._growing = None, ""
        self.transcript.clear()
        self.transcript.hide()
        self.problem.say("")
        self.open_in_window.hide()
        self.keep.setEnabled(True)
        self.field.clear()

    def _fit(self) -> None:
        """As tall as what is shown needs."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.minimumSize().height())

    @Slot()
    def _open(self) -> None:
        conversation = self._conversation
        self.close()
        if conversation is not None:
            self.open_wished.emit(conversation)

    # ---- asking

    @Slot()
    def _press(self) -> None:
        if self._growing:
            self._door.run(self._session.chat.stop)
        else:
            self._send()

    @Slot()
    def _send(self) -> None:
        text = self.field.toPlainText()
        if self._growing or not text.strip():
            return
        self.problem.say("")
        where = self._conversation.id if self._conversation is not None else None
        beginning = Beginning(temporary=not self.keep.isChecked()) if where is None else None
        chat = self._session.chat

        def sent(conversation: Conversation) -> None:
            if self._conversation is None and self.isVisible():
                self._show(conversation)
            if self.field.toPlainText() == text:
                self.field.clear()

        self._door.run(lambda: chat.send(where, text, beginning=beginning), sent, self._refused)

    @Slot(str)
    def _retry(self, message_id: str) -> None:
        self._again(lambda: self._session.chat.retry(message_id))

    @Slot(str)
    def _resume(self, message_id: str) -> None:
        self._again(lambda: self._session.chat.resume(message_id))

    @Slot(str, str)
    def _edit(self, message_id: str, text: str) -> None:
        self._again(lambda: self._session.branches.edit(message_id, text))

    def _again(self, work: Callable[[], object]) -> None:
        if not self._growing:
            self._door.run(work, None, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.problem.say(sentence(error, self.tr))

    # ---- events

    @Slot(object)
    def take(self, event: Event) -> None:
        """What the services tell; only what concerns our conversation is taken."""
        if isinstance(event, AnswerGrew):
            if event.answer_id == self._growing:
                self.transcript.append(event.answer_id, event.text, event.thinking)
                if not event.thinking:
                    self._speaker.grew(event.text)
        elif isinstance(event, AnswerStarted):
            if self._conversation is not None and event.conversation.id == self._conversation.id:
                self._show(event.conversation)
        elif isinstance(event, AnswerEnded) and event.answer.id == self._growing:
            self._growing = ""
            failure = sentence(event.error, self.tr) if event.error else ""
            self.transcript.end_answer(event.answer, failure)
            self._speaker.end(failure)
            self._settle()

    def _show(self, conversation: Conversation) -> None:
        """Show the conversation as it now is."""
        self._conversation = conversation
        self.keep.setEnabled(False)

        def arrived(messages: list[Message]) -> None:
            if self._conversation is not None and self._conversation.id == conversation.id:
                self._fill(messages)

        self._door.run(lambda: self._session.chat.messages(conversation.id), arrived)

    def _fill(self, messages: list[Message]) -> None:
        growing = messages[-1] if messages and messages[-1].state is MessageState.STREAMING else None
        self._growing = growing.id if growing is not None else ""
        if self.transcript.isHidden():
            self.transcript.show()
            self._fit()
        self.transcript.set_messages(messages[:-1] if growing is not None else messages)
        if growing is not None:
            self._speaker.begin()
            self.transcript.begin_answer(growing)
        self.open_in_window.show()
        self._settle()

    @Slot()
    def _settle(self) -> None:
        """What the button means now."""
        busy = bool(self._growing)
        self.send.set_icon("stop" if busy else "send")
        self.send.set_name(self.tr("Stop the answer (Esc)") if busy else self.tr("Send the quick question"))
        self.send.setEnabled(busy or bool(self.field.toPlainText().strip()))
