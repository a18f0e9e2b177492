"""A place that the search in all messages found, and how its words are found again in the shown text. Pure."""

import re
from dataclasses import dataclass

from app.vault.word_pattern import word_pattern


@dataclass(frozen=True, slots=True)
class Hit:
    """A message and what was searched."""

    message_id: str
    words: str

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """What to mark; None where there is nothing."""
        return word_pattern(self.words)
