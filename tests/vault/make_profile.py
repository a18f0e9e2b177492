"""Makes the profile that a release leaves in tests/data/profiles/, for later versions to open.

Run once for a release: `python -m tests.vault.make_profile tests/data/profiles/v1`. Never run again for a
version that was released: the point is that these bytes stay as that version wrote them.
"""

import shutil
import sys
from pathlib import Path

from app.domain.conversation import Figures, Message, MessageState, Role
from app.vault.argon2_cost import FLOOR
from app.vault.conversation_store import ConversationStore
from app.vault.profile import Profile

PASSPHRASE = "correct horse battery staple"
TITLE = "The lighthouse of Älmhult"
SYSTEM_PROMPT = "Answer in one sentence."
QUESTION = Message(
    "a" * 32, "", None, Role.USER, "How tall is the lighthouse?", MessageState.COMPLETE, 1_700_000_000_000
)
ANSWER = Message(
    "b" * 32,
    "",
    QUESTION.id,
    Role.ASSISTANT,
    "The lighthouse is 41 metres tall. ☕",
    MessageState.COMPLETE,
    1_700_000_001_000,
    thinking="They ask for the height.",
    model="tiny-model",
    figures=Figures(12, 3, 9, 0.25, 33.5, 0.125, 2048, 7),
)
CUT_OFF = Message(
    "c" * 32, "", QUESTION.id, Role.ASSISTANT, "The lighthouse is", MessageState.STREAMING, 1_700_000_002_000
)
SETTINGS = {"appearance.theme": "dark", "sampling.temperature": 0.5, "model.context_tokens": 4096}


def make(folder: Path) -> None:
    """Write the profile into `folder`, which must not be there yet."""
    vault = Profile(folder).create(PASSPHRASE, cost=FLOOR)
    store = ConversationStore(vault.database, lambda: QUESTION.created_ms)
    made = store.create(TITLE, SYSTEM_PROMPT, "tiny-model")
    for message in (QUESTION, CUT_OFF, ANSWER):
        store.add_message(of(message, made.id))
    for key, value in SETTINGS.items():
        vault.settings.set(key, value)
    vault.close()
    (folder / "profile.lock").unlink()


def of(message: Message, conversation_id: str) -> Message:
    """The message in its conversation."""
    values = {name: getattr(message, name) for name in Message.__slots__}
    return Message(**{**values, "conversation_id": conversation_id})


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if target.exists():
        sys.exit(f"{target} is there already, and what a release wrote stays as it is.")
    making = target.with_name(target.name + ".making")
    make(making)
    shutil.move(making, target)
