"""Prompts that a person keeps under a name, with places to fill in: `Translate into {{language}}: {{text}}`. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.errors import UsageError

NAME_LIMIT_CHARS = 40
TEXT_LIMIT_CHARS = 100_000
VARIABLE_LIMIT_CHARS = 40
_VARIABLE = re.compile(r"\{\{[ \t]*([^{}\n]{1,60}?)[ \t]*\}\}")


@dataclass(frozen=True, slots=True)
class SavedPrompt:
    """A text under a name; the name is what is typed behind the slash."""

    name: str
    text: str

    @property
    def variables(self) -> tuple[str, ...]:
        """The places to fill in, each once, in the order they come."""
        found = (match[1] for match in _VARIABLE.finditer(self.text))
        return tuple(dict.fromkeys(name for name in found if len(name) <= VARIABLE_LIMIT_CHARS))

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with its places filled in; one that has no value stays as it is. What is filled in isn't
        looked through again."""
        return _VARIABLE.sub(lambda match: values.get(match[1], match[0]), self.text)


def checked_prompt(name: str, text: str) -> SavedPrompt:
    """A prompt that can be kept. Raises UsageError: no name, no text, too long."""
    cleaned = "-".join(name.strip().lstrip("/").split())
    if not cleaned:
        raise UsageError("saved_prompt_name_empty")
    if len(cleaned) > NAME_LIMIT_CHARS:
        raise UsageError("saved_prompt_name_long", limit_chars=NAME_LIMIT_CHARS)
    if not text.strip():
        raise UsageError("saved_prompt_empty")
    if len(text) > TEXT_LIMIT_CHARS:
        raise UsageError("saved_prompt_long", limit_chars=TEXT_LIMIT_CHARS)
    return SavedPrompt(cleaned, text)
