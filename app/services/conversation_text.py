"""A conversation as labelled text: what of it may go to a server is asked of these labels. Work thread only."""

from collections.abc import Iterable, Mapping

from app.domain.conversation import Conversation, Message, Role, branch
from app.domain.labels import UNKNOWN, Label, LabelKind, LabelledTurn, Labels, Span


def labelled_turns(
    conversation: Conversation, messages: Iterable[Message], labels: Mapping[str, Labels]
) -> tuple[LabelledTurn, ...]:
    """The branch that is shown, oldest first, with the system prompt before it; empty messages are left out.

    `labels` are those of the answers, by the message's id. An answer that has none is of unknown origin.
    """
    turns = []
    if conversation.system_prompt.strip():
        told = Span(conversation.system_prompt, frozenset({Label(LabelKind.SYSTEM_PROMPT)}))
        turns.append(LabelledTurn(Role.SYSTEM, (told,)))
    for message in branch(messages, conversation.leaf_id):
        if not message.text.strip():
            continue
        if message.role is Role.USER:
            own: Labels = frozenset({Label(LabelKind.TYPED, at_ms=message.created_ms)})
        else:
            own = labels.get(message.id, UNKNOWN)
        turns.append(LabelledTurn(message.role, (Span(message.text, own),)))
    return tuple(turns)
