"""Sends what a person asks: a question, the same again, another wording, the rest of an answer.

Window process, main thread.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.conversation import Conversation
from app.services.beginning import Beginning
from app.services.cloud_preview import CloudQuestion
from app.ui.branch_desk import BranchDesk
from app.ui.cloud.desk import ServerDesk
from app.ui.composer import Composer
from app.ui.door import Door
from app.ui.keeping_desk import KeepingDesk
from app.ui.library.choice import LibraryChoice
from app.ui.ports import OpenSession
from app.ui.presets.choice import PresetChoice


class Here(Protocol):
    """The page on which things are asked."""

    conversation: Conversation | None

    @property
    def is_temporary(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """The parts of the page that say what is asked, of whom, and from which files."""

    composer: Composer
    files: LibraryChoice
    presets: PresetChoice
    servers: ServerDesk
    keeping: KeepingDesk
    branches: BranchDesk


class AskingDesk(QObject):
    """One answer at a time.

    Signals: `failed` with the error that kept something from being asked.

    Attributes:
        busy: an answer is under way, here or in another conversation.
        busy_in: the conversation whose answer is under way.
        new_asked: a first question was sent, its conversation isn't known yet.
    """

    failed = Signal(object)

    def __init__(self, door: Door, session: OpenSession, page: Here, parts: Asked) -> None:
        super().__init__(parts.composer)
        self._door = door
        self._session = session
        self._page = page
        self._parts = parts
        self.busy = False
        self.busy_in = ""
        self.new_asked = False

    def set_busy(self, where: str) -> None:
        """An answer is under way in this conversation; empty for none."""
        self.busy_in = where
        self.busy = bool(where)
        self._parts.composer.set_busy(self.busy)

    @Slot(str)
    def send(self, text: str) -> None:
        """Ask what was typed."""
        if self.busy:
            return
        where = self._page.conversation.id if self._page.conversation is not None else None
        beginning = self.beginning()
        if self._parts.servers.on_server:
            self._ask_server(
                lambda: CloudQuestion(text, where or "", None if where else beginning()),
                lambda send: self._send_by(send, text),
            )
            return
        self._send_by(
            lambda: self._session.chat.send(where, text, beginning=beginning() if where is None else None),
            text,
        )

    def _ask_server(
        self, make: Callable[[], CloudQuestion], go: Callable[[Callable[[], Conversation]], None]
    ) -> None:
        """Send to a server once the person has agreed; until then the question stays where it is."""
        self.set_busy(self._page.conversation.id if self._page.conversation is not None else "new")
        self._parts.servers.ask(make, go, lambda: self.set_busy(""))

    def _send_by(self, send: Callable[[], Conversation], text: str = "") -> None:
        """`text` was typed; without any, something is asked in the place of what stands in the conversation."""
        where = self._page.conversation.id if self._page.conversation is not None else None
        if text:
            self.new_asked = where is None
            self._parts.keeping.sent()
            self._parts.composer.taken()
        self.set_busy(where or "new")

        def failed(error: Exception) -> None:
            self.new_asked = False
            self.set_busy("")
            if text and not self._parts.composer.text:
                self._parts.composer.set_text(text)
            self.failed.emit(error)

        self._door.run(send, None, failed)

    def beginning(self) -> Callable[[], Beginning]:
        """What a new conversation begins with; to be called on the work thread, which knows its files."""
        chosen, attachments, temporary = (
            self._parts.files.chosen,
            self._session.attachments,
            self._page.is_temporary,
        )
        beginning = self._parts.presets.begin(Beginning(temporary=temporary))

        def make() -> Beginning:
            own = "" if temporary else attachments.name(None)
            return replace(beginning, libraries=(*chosen, own) if own else chosen)

        return make

    @Slot(str)
    def retry(self, message_id: str) -> None:
        """Ask for another answer in the place of this one."""
        if self.busy:
            return
        if self._parts.servers.on_server and self._page.conversation is not None:
            where = self._page.conversation.id
            self._ask_server(lambda: CloudQuestion("", where, answers=message_id), self._send_by)
            return
        self._door.run(lambda: self._session.chat.retry(message_id), None, self.failed.emit)

    @Slot(str)
    def resume(self, message_id: str) -> None:
        """Have an interrupted answer written on."""
        if self.busy:
            return
        if self._parts.servers.on_server and self._page.conversation is not None:
            where = self._page.conversation.id
            self._ask_server(lambda: CloudQuestion("", where, continues=message_id), self._send_by)
            return
        self._door.run(lambda: self._session.chat.resume(message_id), None, self.failed.emit)

    @Slot(str, str)
    def edit(self, message_id: str, text: str) -> None:
        """Ask in other words, as a branch."""
        if self.busy:
            return
        if self._parts.servers.on_server and self._page.conversation is not None:
            where = self._page.conversation.id
            self._ask_server(lambda: CloudQuestion(text, where, replaces=message_id), self._send_by)
            return
        # Sending clears the draft that is kept; what stands in the field is still one.
        self._parts.branches.edit(message_id, text, self._parts.keeping.save_draft)
