"""What the side panel of a conversation shows, and what is remembered of it. Window process, main thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.cloud_reply import CloudReply
from app.domain.conversation import Message, Role
from app.domain.given import Given
from app.ui.door import Door
from app.ui.ports import OpenSession
from app.ui.side_panel.details import DetailsPage
from app.ui.side_panel.panel import SidePanel
from app.ui.side_panel.prompt import PromptPage
from app.ui.theme import Theme

WIDTH_KEY = "window.side_panel_width"
OPEN_KEY = "window.side_panel_open"
PROMPT = "prompt"
DETAILS = "details"


@dataclass(frozen=True, slots=True)
class _Told:
    """What the services know of one answer's prompt."""

    given: Given | None
    reply: CloudReply | None = None
    sent: bytes | None = None
    dropped: tuple[str, ...] = ()
    left_out: int = 0


class PanelDesk(QObject):
    """The side panel with its own pages.

    Signals: `copy_wished(text)`.
    """

    copy_wished = Signal(str)

    def __init__(self, theme: Theme, door: Door, session: OpenSession) -> None:
        panel = SidePanel(theme)
        super().__init__(panel)
        self.panel = panel
        self._door = door
        self._session = session
        self._answers: list[Message] = []
        self._shown = ""
        self.prompt = PromptPage(theme)
        self.details = DetailsPage(theme)
        self.panel.add_page(PROMPT, self.tr("Prompt"), self.prompt)
        self.panel.add_page(DETAILS, self.tr("Details"), self.details)
        for page in (self.prompt, self.details):
            page.copy_wished.connect(self.copy_wished)
            page.picker.step_wished.connect(self._step)
        self.panel.width_changed.connect(self._keep_width)
        self.panel.opened.connect(self._keep_open)
        settings = session.settings
        door.run(lambda: (settings.get(WIDTH_KEY, ""), settings.get(OPEN_KEY, "")), self._remembered)

    def show_answers(self, messages: Sequence[Message]) -> None:
        """Another branch is shown: its last answer is the one to tell about."""
        self._answers = [message for message in messages if message.role is Role.ASSISTANT]
        self.show_answer(self._answers[-1] if self._answers else None)

    def show_answer(self, message: Message | None) -> None:
        """Tell about this answer, one of those shown or the newest."""
        self._shown = message.id if message is not None else ""
        if message is not None:
            places = [at for at, one in enumerate(self._answers) if one.id == message.id]
            if places:
                self._answers[places[0]] = message
            else:
                self._answers.append(message)
            number = places[0] + 1 if places else len(self._answers)
        else:
            number = 0
        for page in (self.prompt, self.details):
            page.picker.show_place(number, len(self._answers))
        self.details.show_answer(message)
        if message is None:
            self.prompt.show_given(None, (), 0, has_answer=False)
            return
        answer = message

        def told(found: _Told) -> None:
            if self._shown == answer.id:
                if found.reply is not None:
                    self.prompt.show_sent(found.sent)
                else:
                    self.prompt.show_given(found.given, found.dropped, found.left_out, has_answer=True)
                self.details.show_given(found.given, found.reply)

        self._door.run(lambda: self._look_up(answer), told)

    def _look_up(self, answer: Message) -> _Told:
        """On the work thread."""
        chat = self._session.chat
        given = chat.given(answer.id)
        grounding = chat.grounded(answer.conversation_id).get(answer.id)
        left_out = grounding.left_out if grounding is not None else 0
        reply = self._session.cloud.reply(answer.id) if answer.provider else None
        if reply is not None:
            return _Told(None, reply, self._session.ledger.body(reply.ledger))
        if given is None or not given.dropped_ids:
            return _Told(given, left_out=left_out)
        said = {message.id: message.text for message in chat.messages(answer.conversation_id)}
        dropped = tuple(said[id_] for id_ in given.dropped_ids if id_ in said)
        return _Told(given, dropped=dropped, left_out=left_out)

    @Slot(int)
    def _step(self, step: int) -> None:
        places = [at for at, one in enumerate(self._answers) if one.id == self._shown]
        if places and 0 <= places[0] + step < len(self._answers):
            self.show_answer(self._answers[places[0] + step])

    def _remembered(self, kept: tuple[str, str]) -> None:
        width, is_open = kept
        if width.isascii() and width.isdigit() and len(width) < 6:
            self.panel.set_width(int(width))
        self.panel.set_open(is_open == "yes")

    @Slot(int)
    def _keep_width(self, width_px: int) -> None:
        self._door.run(lambda: self._session.settings.set(WIDTH_KEY, str(width_px)))

    @Slot(bool)
    def _keep_open(self, is_open: bool) -> None:
        self._door.run(lambda: self._session.settings.set(OPEN_KEY, "yes" if is_open else "no"))
