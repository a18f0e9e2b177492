"""Conversations as another program's file tells them, before they are ours. Pure values, sent between processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.comparison import Comparison
from app.domain.conversation import Role

PROGRAMS: Mapping[str, str] = MappingProxyType(
    {
        "chatgpt": "ChatGPT",
        "gpt4all": "GPT4All",
        "hearth": "Hearth",
        "jan": "Jan",
        "lm_studio": "LM Studio",
        "open_webui": "Open WebUI",
    }
)
"""The programs whose files can be taken in, with their names."""

LOST = ("pictures", "files", "audio", "tools", "sources", "instructions", "other")
"""What of a conversation isn't taken in: `ImportedConversation.lost` counts each."""


@dataclass(frozen=True, slots=True)
class ImportedMessage:
    """One message. `id` and `parent` are names within its conversation; `parent` is empty for a beginning.

    `created_ms` is Unix time in milliseconds, 0 where it isn't known. A parent comes before its children. `provider`
    is the server that answered, where the file says it.
    """

    id: str
    parent: str
    role: Role
    text: str
    thinking: str = ""
    created_ms: int = 0
    model: str = ""
    provider: str = ""


@dataclass(frozen=True, slots=True)
class ImportedConversation:
    """One conversation with all its branches.

    Attributes:
        program: a key of PROGRAMS.
        id: what the other program calls it; empty where it has no name there.
        leaf: the message that ends the branch that was shown; empty for the last one.
        folder, pinned: the name of its folder in our own list (empty for none), and its pin; only we tell them.
        lost: how many things of each kind in LOST were left behind.
    """

    program: str
    id: str
    title: str
    created_ms: int = 0
    updated_ms: int = 0
    system_prompt: str = ""
    model: str = ""
    leaf: str = ""
    folder: str = ""
    pinned: bool = False
    messages: tuple[ImportedMessage, ...] = ()
    lost: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Imported:
    """All that one file holds. Comparisons are in our own exports only."""

    conversations: tuple[ImportedConversation, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
