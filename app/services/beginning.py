"""How a conversation begins: what is chosen before its first question. Pure values, and making the row."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.conversation import Conversation, title_from
from app.domain.errors import VaultError
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


@contextlib.contextmanager
def first_question(store: ConversationsWithTemporary, begun: Conversation | None) -> Iterator[None]:
    """Around keeping the first question of a conversation that has just begun, which is taken back where the question
    can't be kept: nobody wants an empty one with its title. None: it was there before, and stays.

    Where a full disk refuses even the taking back, the error is still the question's.
    """
    try:
        yield
    except VaultError:
        if begun is not None:
            with contextlib.suppress(VaultError):
                store.delete(begun.id)
        raise
