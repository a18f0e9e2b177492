"""The one answer that may be under way: saved every second while it grows, told, and ended exactly once.

Work thread only. Who writes it, a model here or a server, is for `app.services.chat` and `app.services.cloud_chat`.
"""

import time
from collections.abc import Callable

from app.domain.conversation import Conversation, Message, MessageState
from app.domain.errors import Cancelled, GenerationError, HearthError
from app.services.answer import Answer
from app.services.events import AnswerEnded, AnswerGrew, AnswerStarted, ConversationsChanged, Event
from app.vault.conversation_store import ConversationStore

SAVE_EVERY_S = 1.0


class AnswerKeeping:
    """Attributes: `current`, the answer under way, if any; `lent`, whether a comparison is asking the model."""

    def __init__(self, store: ConversationStore, publish: Callable[[Event], None]) -> None:
        self._store = store
        self._publish = publish
        self.current: Answer | None = None
        self.lent = False

    @property
    def busy(self) -> bool:
        """Whether anything is being answered."""
        return self.current is not None or self.lent

    def must_be_free(self) -> None:
        """Raise GenerationError answer_under_way while there is one: nobody can do two."""
        if self.busy:
            raise GenerationError("answer_under_way")

    def begin(self, conversation: Conversation, answer: Answer, question: Message | None) -> None:
        """`answer`, whose message lies in the vault, is under way from now on."""
        self.current = answer
        self._publish(ConversationsChanged())
        self._publish(AnswerStarted(conversation, question, answer.now(MessageState.STREAMING)))

    def grow(self, answer: Answer, text: str, thinking: bool) -> None:
        """More of it."""
        (answer.thinking if thinking else answer.text).append(text)
        self._publish(AnswerGrew(answer.message.id, text, thinking))
        if time.monotonic() - answer.saved_at >= SAVE_EVERY_S:
            self._store.update_message(answer.now(MessageState.STREAMING))
            answer.saved_at = time.monotonic()

    def end(self, answer: Answer, message: Message, error: HearthError | None = None) -> None:
        """It is over, and lies in the vault as `message`."""
        self.current = None
        self._store.update_message(message)
        answer.keep_more(message)
        self._publish(AnswerEnded(message, error))
        self._publish(ConversationsChanged())

    def fail(self, answer: Answer, error: Exception) -> None:
        """It is over, because of `error`. What isn't foreseen is raised."""
        if isinstance(error, Cancelled) or answer.stopped:
            self.end(answer, answer.now(MessageState.STOPPED))
        elif isinstance(error, HearthError):
            begun = bool(answer.text or answer.thinking)
            state = MessageState.INTERRUPTED if begun else MessageState.FAILED
            self.end(answer, answer.now(state, error_code=error.code), error)
        else:
            raise error

    def abandon(self) -> None:
        """Forget it: its conversation is being deleted, or it is to be ended by hand."""
        answer, self.current = self.current, None
        if answer is not None:
            answer.cancel()

    def live(self, message: Message) -> Message:
        """A message as it is this moment."""
        if self.current is not None and self.current.message.id == message.id:
            return self.current.now(MessageState.STREAMING)
        return message
