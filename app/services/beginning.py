"""How a conversation begins: what is chosen before its first question. Pure values, and making the row."""

from dataclasses import dataclass

from app.domain.conversation import Conversation, title_from
from app.domain.sampling import Sampling
from app.vault.temporary_conversations import ConversationsWithTemporary


@dataclass(frozen=True, slots=True)
class Beginning:
    """What holds for a conversation from its first question on; the fields are those of `Conversation`,
    and `libraries`, which it is answered from."""

    system_prompt: str = ""
    model: str = ""
    preset: str = ""
    sampling: Sampling | None = None
    folder: str = ""
    temporary: bool = False
    libraries: tuple[str, ...] = ()


def begin(
    store: ConversationsWithTemporary, question: str, beginning: Beginning, conversation_id: str = ""
) -> Conversation:
    """Make the conversation whose first question is `question`, under an id that was made for it already, if any."""
    if beginning.temporary:
        made = store.create_temporary(
            title_from(question), beginning.system_prompt, beginning.preset, beginning.sampling
        )
        if beginning.model:
            store.set_model(made.id, beginning.model)
        return store.get(made.id)
    return store.create(
        title_from(question),
        beginning.system_prompt,
        beginning.model,
        folder=beginning.folder,
        preset=beginning.preset,
        sampling=beginning.sampling,
        conversation_id=conversation_id,
    )
