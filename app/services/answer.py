"""The answer under way, and the turns a model is given of a conversation. Work thread only."""

import time
from collections.abc import Callable, Sequence

from app.domain.conversation import Message, MessageState, Role
from app.domain.generation import Prepared, Sampling, Turn
from app.domain.source import Grounding
from app.vault.conversation_store import new_id, now_ms


def _nothing_to_cancel() -> None:
    """Nobody has been asked yet."""


def _nothing_more(_message: Message) -> None:
    """Only the message itself is kept."""


class Answer:
    """The answer under way: its message so far.

    Attributes:
        asked: whether somebody is at work on it, whom `cancel` stops.
        keep_more: keeps what belongs to it beside its message, once it has ended.
    """

    def __init__(self, message: Message, resumed: bool) -> None:
        self.message = message
        self.resumed = resumed
        self.asked = False
        self.cancel: Callable[[], None] = _nothing_to_cancel
        self.keep_more: Callable[[Message], None] = _nothing_more
        self.stopped = False
        self.text = [message.text] if message.text else []
        self.thinking = [message.thinking] if message.thinking else []
        self.saved_at = time.monotonic()
        self.prepared: Prepared | None = None
        self.grounding: Grounding | None = None
        self.sampling = Sampling()

    def now(self, state: MessageState, **changes: object) -> Message:
        """The message as it stands, in `state`."""
        values = {field: getattr(self.message, field) for field in Message.__dataclass_fields__}
        values.update(text="".join(self.text), thinking="".join(self.thinking), state=state, **changes)
        return Message(**values)


def new_message(
    conversation_id: str, role: Role, text: str, state: MessageState, parent_id: str | None
) -> Message:
    """A message that is made now."""
    return Message(
        id=new_id(),
        conversation_id=conversation_id,
        parent_id=parent_id,
        role=role,
        text=text,
        state=state,
        created_ms=now_ms(),
    )


def turns_of(system_prompt: str, shown: Sequence[Message]) -> list[Turn]:
    """What the model is given of a branch: no empty answers, no thinking."""
    turns = [Turn(Role.SYSTEM, system_prompt)] if system_prompt.strip() else []
    turns += [Turn(message.role, message.text, message.id) for message in shown if message.text.strip()]
    return turns
