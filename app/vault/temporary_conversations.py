"""Conversations that live in memory only, beside those in vault.db. Same process and thread as the store.

What a temporary conversation holds reaches no file: no row, no index, no draft. It ends with the process.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.domain.conversation import Conversation, Message
from app.domain.errors import VaultError
from app.domain.sampling import Sampling
from app.vault.conversation_search import Hits
from app.vault.conversation_store import Conversations, ConversationStore, Messages, new_id, now_ms
from app.vault.database import Database, Transaction
from app.vault.memory_search import search_held


class ConversationsWithTemporary(ConversationStore):
    """A store that answers for temporary conversations from memory, and for all others from the database."""

    def __init__(self, database: Database, clock_ms: Callable[[], int] = now_ms) -> None:
        super().__init__(database, clock_ms)
        self._held: dict[str, Conversation] = {}
        self._said: dict[str, Messages] = {}
        self._hidden: set[str] = set()  # to be deleted soon

    def create_temporary(
        self, title: str, system_prompt: str = "", preset: str = "", sampling: Sampling | None = None
    ) -> Conversation:
        """A new, empty conversation that no disk will see."""
        now = self._clock_ms()
        made = Conversation(
            new_id(),
            title,
            now,
            now,
            system_prompt=system_prompt,
            preset=preset,
            sampling=sampling,
            temporary=True,
        )
        self._held[made.id] = made
        self._said[made.id] = []
        return made

    def is_temporary(self, conversation_id: str) -> bool:
        """Whether a conversation lives in memory only."""
        return conversation_id in self._held

    def temporary(self) -> Conversations:
        """All temporary conversations, the last one changed first."""
        kept = [one for one in self._held.values() if one.id not in self._hidden]
        return sorted(kept, key=lambda one: one.updated_ms, reverse=True)

    def get(self, conversation_id: str) -> Conversation:
        """One conversation, from memory or the database."""
        return self._held.get(conversation_id) or super().get(conversation_id)

    def rename(self, conversation_id: str, title: str) -> None:
        """Give a conversation another title."""
        if not self._change(conversation_id, title=title):
            super().rename(conversation_id, title)

    def set_leaf(self, conversation_id: str, leaf_id: str | None) -> None:
        """Show the branch that ends at a message."""
        if self.is_temporary(conversation_id):
            if leaf_id is not None and self.message(leaf_id).conversation_id != conversation_id:
                raise VaultError("message_missing")
            self._change(conversation_id, leaf_id=leaf_id)
        else:
            super().set_leaf(conversation_id, leaf_id)

    def set_system_prompt(self, conversation_id: str, text: str) -> None:
        """Set what the model is told before everything else."""
        if not self._change(conversation_id, system_prompt=text):
            super().set_system_prompt(conversation_id, text)

    def set_model(self, conversation_id: str, model: str) -> None:
        """Set the model that answers here."""
        if not self._change(conversation_id, model=model):
            super().set_model(conversation_id, model)

    def set_pinned(self, conversation_id: str, pinned: bool) -> None:
        """Keep a conversation at the top of the list, or no longer."""
        if not self._change(conversation_id, pinned=pinned):
            super().set_pinned(conversation_id, pinned)

    def set_folder(self, conversation_id: str, folder_id: str) -> None:
        """Folders are for what is kept: a temporary conversation stays outside them."""
        if not self.is_temporary(conversation_id):
            super().set_folder(conversation_id, folder_id)

    def set_preset(
        self, conversation_id: str, preset: str, system_prompt: str, model: str, sampling: Sampling | None
    ) -> None:
        """Let a conversation be answered as a preset says."""
        changes = {"preset": preset, "system_prompt": system_prompt, "model": model, "sampling": sampling}
        if not self._change(conversation_id, **changes):
            super().set_preset(conversation_id, preset, system_prompt, model, sampling)

    def set_place(self, conversation_id: str, place: str) -> None:
        """Keep where the reader was; not for what isn't kept."""
        if not self.is_temporary(conversation_id):
            super().set_place(conversation_id, place)

    def mark_deleting(self, conversation_id: str, deleting: bool) -> None:
        """Take a conversation out of the list, to be deleted soon, or put it back."""
        if not self.is_temporary(conversation_id):
            super().mark_deleting(conversation_id, deleting)
        elif deleting:
            self._hidden.add(conversation_id)
        else:
            self._hidden.discard(conversation_id)

    def duplicate(self, conversation_id: str, title: str) -> Conversation:
        """A copy; that of a temporary conversation is temporary too."""
        if not self.is_temporary(conversation_id):
            return super().duplicate(conversation_id, title)
        now = self._clock_ms()
        names = {message.id: new_id() for message in self._said[conversation_id]}
        original = self._held[conversation_id]
        made = replace(
            original,
            id=new_id(),
            title=title,
            created_ms=now,
            updated_ms=now,
            leaf_id=names.get(original.leaf_id or ""),
            pinned=False,
        )
        self._held[made.id] = made
        self._said[made.id] = [
            replace(
                message,
                id=names[message.id],
                conversation_id=made.id,
                parent_id=names.get(message.parent_id or ""),
            )
            for message in self._said[conversation_id]
        ]
        return made

    def delete(self, conversation_id: str) -> None:
        """Remove a conversation with all its messages."""
        if self._held.pop(conversation_id, None) is None:
            super().delete(conversation_id)
            return
        self._said.pop(conversation_id, None)
        self._hidden.discard(conversation_id)

    def messages(self, conversation_id: str) -> Messages:
        """All messages of a conversation, in the order they were added."""
        if self.is_temporary(conversation_id):
            return [*self._said[conversation_id]]
        return super().messages(conversation_id)

    def has_versions(self, conversation_id: str) -> bool:
        """Whether any message was asked or answered anew."""
        if self.is_temporary(conversation_id):
            places = [(one.parent_id, one.role) for one in self._said[conversation_id]]
            return len(set(places)) < len(places)
        return super().has_versions(conversation_id)

    def message(self, message_id: str) -> Message:
        """One message, from memory or the database."""
        for said in self._said.values():
            for message in said:
                if message.id == message_id:
                    return message
        return super().message(message_id)

    def search(self, query: str, limit: int = 50) -> Hits:
        """Where the words of `query` stand: in memory first, then in the database."""
        held = search_held([(one, self._said[one.id]) for one in self.temporary()], query)[: max(limit, 0)]
        return held + super().search(query, limit - len(held))

    def add_message(self, message: Message, beside: Callable[[Transaction], None] | None = None) -> None:
        """Add a message and show the branch it ends; of a temporary conversation nothing is written beside it."""
        said = self._said.get(message.conversation_id)
        if said is None:
            super().add_message(message, beside)
            return
        if message.parent_id is not None and all(one.id != message.parent_id for one in said):
            raise VaultError("message_missing")
        said.append(message)
        self._change(message.conversation_id, leaf_id=message.id, updated_ms=self._clock_ms())

    def update_message(self, message: Message) -> None:
        """Keep what changed while a message grew."""
        said = self._said.get(message.conversation_id)
        if said is None:
            super().update_message(message)
            return
        for number, one in enumerate(said):
            if one.id == message.id:
                said[number] = message
                return
        raise VaultError("message_missing")

    def _change(self, conversation_id: str, **changes: Any) -> bool:
        """Change a temporary conversation; False where it isn't one."""
        held = self._held.get(conversation_id)
        if held is None:
            return False
        self._held[conversation_id] = replace(held, **changes)
        return True
