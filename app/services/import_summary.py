"""What came of an import. Pure values."""

from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import DocumentError


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that gave no conversations, and why."""

    path: Path
    error: DocumentError


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import has done.

    Attributes:
        programs: names of the programs the conversations are from.
        added, messages: how many conversations, and messages in them.
        known: conversations that had been taken in before, and were left as they are.
        empty: conversations without a message.
        comparisons, known_comparisons: the same of comparisons, which our own exports have.
        lost: what was left behind, by the kinds of `app.domain.imported.LOST`.
        refused: files of a folder that gave nothing.
    """

    programs: tuple[str, ...]
    added: int
    messages: int
    known: int
    empty: int
    lost: dict[str, int] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()
    comparisons: int = 0
    known_comparisons: int = 0
