"""Conversations as trees of messages. Pure values, used by every process.

A conversation is a tree: an edited or retried message becomes a sibling of the earlier one, so nothing is
lost. `leaf_id` names the end of the branch that is shown; `branch` walks from there to the root.
"""

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.sampling import Sampling


class Role(enum.StrEnum):
    """Who a message is from."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


class MessageState(enum.StrEnum):
    """How far a message got. Only STREAMING changes by itself: a start that finds it makes it INTERRUPTED."""

    COMPLETE = "complete"
    STREAMING = "streaming"
    STOPPED = "stopped"  # by the person
    INTERRUPTED = "interrupted"  # by a crash, a kill or a power cut
    FAILED = "failed"  # by a foreseen error


@dataclass(frozen=True, slots=True)
class Figures:
    """What one answer cost.

    `prompt_tokens` counts all tokens of the prompt, `cached_tokens` those already in the KV cache,
    `completion_tokens` the generated ones, of which `guessed_tokens` were guessed ahead; times are seconds,
    `tokens_per_s` is generation alone.
    """

    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    first_token_s: float = 0.0
    tokens_per_s: float = 0.0
    thinking_s: float = 0.0
    context_tokens: int = 0
    seed: int = 0
    guessed_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `text` never holds the thinking; `thinking` is empty when there was none.

    `error_code` is set only in state FAILED. `model` is the name of the model that answered: one of the shelf's, or
    one of the server named `provider`, which is empty for an answer from this computer.
    `created_ms` is Unix time in milliseconds. `dropped` counts earlier messages left out of its prompt.
    """

    id: str
    conversation_id: str
    parent_id: str | None
    role: Role
    text: str
    state: MessageState
    created_ms: int
    thinking: str = ""
    model: str = ""
    error_code: str = ""
    dropped: int = 0
    figures: Figures | None = None
    provider: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What the list shows of a conversation, and what holds for all its messages.

    `folder` is a folder's id, empty for none. `preset` is the id of the preset that was chosen here; its system
    prompt, model and sampling were copied at that moment, so that a preset changed later changes nothing that
    was said. `sampling` None means the usual one. A `temporary` conversation lives in memory only.
    `provider` is the server that answers it, empty for this computer.
    """

    id: str
    title: str
    created_ms: int
    updated_ms: int
    leaf_id: str | None = None
    system_prompt: str = ""
    model: str = ""
    pinned: bool = False
    folder: str = ""
    preset: str = ""
    sampling: Sampling | None = None
    temporary: bool = False
    provider: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """A group of the list that a person made."""

    id: str
    name: str


def branch(messages: Iterable[Message], leaf_id: str | None) -> list[Message]:
    """The messages from the root to `leaf_id`, in reading order. Unknown parents and loops end the walk."""
    by_id = {message.id: message for message in messages}
    path: list[Message] = []
    seen: set[str] = set()
    current = leaf_id
    while current is not None and current in by_id and current not in seen:
        seen.add(current)
        path.append(by_id[current])
        current = by_id[current].parent_id
    path.reverse()
    return path


def title_from(text: str, limit_chars: int = 48) -> str:
    """A title made locally from the first words of a message; never empty."""
    line = " ".join(text.split())
    if not line:
        return "New conversation"
    if len(line) <= limit_chars:
        return line
    cut = line[: limit_chars + 1].rsplit(" ", 1)[0]
    return (cut if len(cut) > limit_chars // 2 else line[:limit_chars]).rstrip(" ,.;:") + "…"
