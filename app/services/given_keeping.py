"""What the model was given for an answer: in the vault, or in memory only for a temporary conversation.

Work thread only.
"""

from app.domain.given import Given
from app.vault.given_store import GivenStore
from app.vault.temporary_conversations import ConversationsWithTemporary


class GivenKeeping:
    """Prompts of kept and of temporary conversations."""

    def __init__(self, store: GivenStore, conversations: ConversationsWithTemporary) -> None:
        self._store = store
        self._conversations = conversations
        self._held: dict[str, dict[str, Given]] = {}  # temporary conversation -> message -> what was given

    def keep(self, conversation_id: str, message_id: str, given: Given) -> None:
        """Keep what an answer is made from."""
        if self._conversations.is_temporary(conversation_id):
            self._held.setdefault(conversation_id, {})[message_id] = given
        else:
            self._store.keep(message_id, given)

    def of(self, conversation_id: str, message_id: str) -> Given | None:
        """What an answer was made from; None where it isn't kept."""
        if self._conversations.is_temporary(conversation_id):
            return self._held.get(conversation_id, {}).get(message_id)
        return self._store.of(message_id)

    def forget(self, conversation_id: str) -> None:
        """A temporary conversation is gone; the vault's rows go with their conversation by themselves."""
        self._held.pop(conversation_id, None)
