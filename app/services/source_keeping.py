"""Which libraries a conversation searches, and what its answers rest on: in the vault, or in memory only.

Work thread only. A temporary conversation reaches no file, so what its answers rest on doesn't either.
"""

from collections.abc import Iterable

from app.domain.conversation import Message
from app.domain.labels import LabelKind
from app.domain.source import Grounding
from app.vault.label_store import LabelStore
from app.vault.source_store import SourceStore
from app.vault.temporary_conversations import ConversationsWithTemporary


class SourceKeeping:
    """Groundings and chosen libraries of kept and of temporary conversations."""

    def __init__(
        self, store: SourceStore, conversations: ConversationsWithTemporary, labels: LabelStore
    ) -> None:
        self._store = store
        self._labels = labels
        self._conversations = conversations
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._held: dict[str, dict[str, Grounding]] = {}  # temporary conversation -> message -> grounding

    def libraries(self, conversation_id: str) -> tuple[str, ...]:
        """The libraries that a conversation searches, in the order they were chosen."""
        if self._conversations.is_temporary(conversation_id):
            return self._chosen.get(conversation_id, ())
        return self._store.libraries(conversation_id)

    def all_libraries(self) -> set[str]:
        """Every library that some conversation searches."""
        held = (name for names in self._chosen.values() for name in names)
        return {*held, *self._store.all_libraries()}

    def set_libraries(self, conversation_id: str, names: Iterable[str]) -> None:
        """Let a conversation search these from now on."""
        if self._conversations.is_temporary(conversation_id):
            self._chosen[conversation_id] = tuple(dict.fromkeys(names))
        else:
            self._store.set_libraries(conversation_id, names)

    def keep(self, conversation_id: str, message_id: str, grounding: Grounding) -> None:
        """Keep what an answer rests on."""
        if self._conversations.is_temporary(conversation_id):
            self._held.setdefault(conversation_id, {})[message_id] = grounding
        else:
            self._store.keep(message_id, grounding)

    def keep_labels(self, answer: Message) -> None:
        """Keep where the words of an answer come from, now that it has ended. A temporary one goes nowhere."""
        if not self._conversations.is_temporary(answer.conversation_id):
            grounding = self._store.of(answer.id)
            documents = [source.path for source in grounding.sources] if grounding is not None else []
            self._labels.keep(answer, LabelKind.LOCAL_ANSWER, "", documents)

    def of(self, conversation_id: str, message_id: str) -> Grounding | None:
        """What an answer rests on; None for one that isn't from files."""
        if self._conversations.is_temporary(conversation_id):
            return self._held.get(conversation_id, {}).get(message_id)
        return self._store.of(message_id)

    def grounded(self, conversation_id: str) -> dict[str, Grounding]:
        """What each answer of a conversation rests on, by the message's id."""
        if self._conversations.is_temporary(conversation_id):
            return dict(self._held.get(conversation_id, {}))
        found = {id_: self._store.of(id_) for id_ in self._store.grounded(conversation_id)}
        return {id_: grounding for id_, grounding in found.items() if grounding is not None}

    def forget(self, conversation_id: str) -> None:
        """A temporary conversation is gone; the vault's rows go with their conversation by themselves."""
        self._chosen.pop(conversation_id, None)
        self._held.pop(conversation_id, None)
