"""Versions of a conversation: editing what was asked, and going from one branch to another. Work thread only.

Nothing is ever overwritten: an edited question stands beside the old one, with all that followed it.
"""

from app.domain.branches import Run, newest_leaf, runs, versions
from app.domain.conversation import Conversation, Role
from app.domain.errors import GenerationError
from app.services.chat import ChatService
from app.services.pictures import Pictures
from app.vault.conversation_store import ConversationStore


class BranchingService:
    """What a person does with the tree of messages."""

    def __init__(self, store: ConversationStore, chat: ChatService, pictures: Pictures) -> None:
        self._pictures = pictures
        self._store = store
        self._chat = chat

    def versions(self, conversation_id: str) -> dict[str, tuple[str, ...]]:
        """For each shown message that has other versions: the ids of all, oldest first."""
        if not self._store.has_versions(conversation_id):
            return {}  # as most have none: a long one takes a while to be read
        return versions(self._store.messages(conversation_id), self._store.get(conversation_id).leaf_id)

    def runs(self, conversation_id: str) -> list[Run]:
        """The whole tree."""
        return runs(self._store.messages(conversation_id), self._store.get(conversation_id).leaf_id)

    def show(self, message_id: str) -> None:
        """Show the newest branch through a message. Raises HearthError while an answer is under way."""
        if self._chat.busy:
            raise GenerationError("answer_under_way")
        message = self._store.message(message_id)
        conversation_id = message.conversation_id
        self._store.set_leaf(conversation_id, newest_leaf(self._store.messages(conversation_id), message_id))

    def edit(self, message_id: str, text: str) -> Conversation:
        """Ask `text`, with its pictures, in the place of an earlier question, which stays as another version.

        Raises HearthError with nothing changed, as `ChatService.send` does.
        """
        if self._chat.busy:
            raise GenerationError("answer_under_way")
        message = self._store.message(message_id)
        if message.role is not Role.USER:
            raise GenerationError("nothing_to_answer")
        conversation = self._store.get(message.conversation_id)
        self._store.set_leaf(conversation.id, message.parent_id)
        try:
            pictures = self._pictures.of(conversation.id, message_id)
            return self._chat.send(conversation.id, text, pictures=pictures)
        except BaseException:
            self._store.set_leaf(conversation.id, conversation.leaf_id)
            raise
