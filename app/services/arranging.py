"""Putting conversations in order: pins, folders, copies, and deletion that can be undone. Work thread only.

A deleted conversation leaves list and search at once and is marked in the vault. It is gone for good when the
time for undo is over, when the program ends, or, after a crash, at the next start: whoever deleted something
doesn't find it again.
"""

from collections.abc import Callable

from app.domain.conversation import Conversation, Folder
from app.domain.errors import UsageError
from app.services.chat import ChatService
from app.services.events import ConversationsChanged, Event
from app.services.workroom import Workroom
from app.vault.conversation_store import FOLDER_NAME_LIMIT
from app.vault.temporary_conversations import ConversationsWithTemporary

UNDO_S = 10.0
TITLE_LIMIT = 200


class ArrangingService:
    """What a person does with the list.

    Attributes: `undo_s`, how many seconds a deletion can be taken back.
    """

    def __init__(
        self,
        store: ConversationsWithTemporary,
        chat: ChatService,
        workroom: Workroom,
        publish: Callable[[Event], None],
        undo_s: float = UNDO_S,
    ) -> None:
        self._store = store
        self._chat = chat
        self._workroom = workroom
        self._publish = publish
        self.undo_s = undo_s
        self._leaving: dict[str, object] = {}  # conversation -> the promise to delete it
        self._closed = False
        for conversation_id in store.deleting():
            chat.delete(conversation_id)  # a crash came before its time was over

    # ---- order

    def pin(self, conversation_id: str, pinned: bool) -> None:
        """Keep a conversation at the top of the list, or no longer."""
        self._store.set_pinned(conversation_id, pinned)
        self._publish(ConversationsChanged())

    def folders(self) -> list[Folder]:
        """All folders, by name."""
        return self._store.folders()

    def move(self, conversation_id: str, folder_id: str) -> None:
        """Put a conversation into a folder; empty takes it out."""
        self._store.set_folder(conversation_id, folder_id)
        self._publish(ConversationsChanged())

    def add_folder(self, name: str) -> Folder:
        """A folder of this name: the one there is, or a new one. Raises UsageError for an empty name."""
        wanted = _folder_name(name)
        for folder in self._store.folders():
            if folder.name.casefold() == wanted.casefold():
                return folder
        made = self._store.add_folder(wanted)
        self._publish(ConversationsChanged())
        return made

    def rename_folder(self, folder_id: str, name: str) -> None:
        """Give a folder another name. Raises UsageError for an empty one."""
        self._store.rename_folder(folder_id, _folder_name(name))
        self._publish(ConversationsChanged())

    def remove_folder(self, folder_id: str) -> None:
        """Remove a folder; its conversations stay, by their days."""
        self._store.remove_folder(folder_id)
        self._publish(ConversationsChanged())

    def duplicate(self, conversation_id: str, title: str) -> Conversation:
        """A copy with all branches, called `title`."""
        made = self._store.duplicate(conversation_id, " ".join(title.split())[:TITLE_LIMIT])
        self._publish(ConversationsChanged())
        return made

    # ---- where the reader was, and what was asked

    def place(self, conversation_id: str) -> str:
        """Where the reader was in a conversation, as `keep_place` was told."""
        return self._store.place(conversation_id)

    def keep_place(self, conversation_id: str, place: str) -> None:
        """Remember where the reader is."""
        self._store.set_place(conversation_id, place)

    def questions(self) -> list[str]:
        """What was asked last, newest first."""
        return self._store.questions()

    # ---- deletion

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation unless `undo` comes in time. An answer under way in it is stopped."""
        self._chat.leave_off(conversation_id)
        self._store.mark_deleting(conversation_id, True)
        promise = object()
        self._leaving[conversation_id] = promise

        def finish() -> None:
            if self._leaving.get(conversation_id) is promise and not self._closed:
                del self._leaving[conversation_id]
                self._chat.delete(conversation_id)

        self._workroom.later(self.undo_s, finish)
        self._publish(ConversationsChanged())

    def undo(self, conversation_id: str) -> bool:
        """Take a deletion back; False when it is too late."""
        if self._leaving.pop(conversation_id, None) is None:
            return False
        self._store.mark_deleting(conversation_id, False)
        self._publish(ConversationsChanged())
        return True

    def close(self) -> None:
        """Delete now what waits for it. Call when the worker that read it has ended."""
        self._closed = True
        for conversation_id in self._leaving:
            self._chat.remove(conversation_id)
        self._leaving.clear()


def _folder_name(name: str) -> str:
    cleaned = " ".join(name.split())[:FOLDER_NAME_LIMIT]
    if not cleaned:
        raise UsageError("folder_name_empty")
    return cleaned
