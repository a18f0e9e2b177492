"""Folders, pins, copies and deletion over the fake session's conversations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.conversation import Conversation, Folder, Message
from app.services.events import ConversationsChanged, Event
from tests.ui.fake_chat import FakeChat


class FakeArranging:
    """Same shape as `app.services.arranging.ArrangingService`. `late`: undo comes too late from now on."""

    def __init__(self, publish: Callable[[Event], None], chat: FakeChat) -> None:
        self._publish = publish
        self._chat = chat
        self.undo_s = 10.0
        self.late = False
        self.listed: list[Folder] = []
        self.deleted: dict[str, tuple[Conversation, list[Message]]] = {}
        self.places: dict[str, str] = {}

    def pin(self, conversation_id: str, pinned: bool) -> None:
        self._change(conversation_id, pinned=pinned)

    def folders(self) -> list[Folder]:
        return sorted(self.listed, key=lambda one: one.name)

    def move(self, conversation_id: str, folder_id: str) -> None:
        self._change(conversation_id, folder=folder_id)

    def add_folder(self, name: str) -> Folder:
        made = Folder(f"folder{len(self.listed)}", name)
        self.listed.append(made)
        self._publish(ConversationsChanged())
        return made

    def rename_folder(self, folder_id: str, name: str) -> None:
        self.listed = [replace(one, name=name) if one.id == folder_id else one for one in self.listed]
        self._publish(ConversationsChanged())

    def remove_folder(self, folder_id: str) -> None:
        self.listed = [one for one in self.listed if one.id != folder_id]
        self._publish(ConversationsChanged())

    def duplicate(self, conversation_id: str, title: str) -> Conversation:
        made = self._chat.add(title, [(one.role, one.text) for one in self._chat.texts[conversation_id]])
        self._publish(ConversationsChanged())
        return made

    def place(self, conversation_id: str) -> str:
        return self.places.get(conversation_id, "")

    def keep_place(self, conversation_id: str, place: str) -> None:
        self.places[conversation_id] = place

    def delete(self, conversation_id: str) -> None:
        chat = self._chat
        self.deleted[conversation_id] = (chat.kept.pop(conversation_id), chat.texts.pop(conversation_id))
        self._publish(ConversationsChanged())

    def undo(self, conversation_id: str) -> bool:
        if self.late or conversation_id not in self.deleted:
            return False
        chat = self._chat
        chat.kept[conversation_id], chat.texts[conversation_id] = self.deleted.pop(conversation_id)
        self._publish(ConversationsChanged())
        return True

    def _change(self, conversation_id: str, **changes: object) -> None:
        now = self._chat.kept[conversation_id]
        self._chat.kept[conversation_id] = replace(now, **changes)  # type: ignore[arg-type]
        self._publish(ConversationsChanged())
