"""Masking what is personal in a text, and putting it back in what comes of it. Pure; any process.

An aid, not a guarantee: `docs/promise.md` has the measured shares. A placeholder looks like `[EMAIL_1]`; the same
words get the same placeholder for as long as one `Redactor` lives, so a reply can speak of them.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from app.cloud.marks import ALL_KINDS, Kind, Mark, resolve
from app.cloud.patterns import find_patterns
from app.cloud.personal_ids import find_personal_ids
from app.cloud.personal_words import find_personal_words, find_words
from app.cloud.phones import find_phones

PLACEHOLDER: Final = re.compile(rf"\[(?:{'|'.join(kind.value.upper() for kind in Kind)})_\d{{1,6}}\]")
# Where words are put back, they could become part of an address to open or of a command to run.
_UNTOUCHED: Final = re.compile(
    r"(?P<fence>```|~~~)[\s\S]*?(?:(?P=fence)|\Z)|`[^`\n]+`|\]\([^)\n]*\)|<[a-z][a-z0-9+.-]*:[^>\n]*>|\b[a-z][a-z0-9+.-]*://\S+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One masked stretch: characters `start` to `end` of the text as it was, and what stands there now."""

    kind: Kind
    start: int
    end: int
    placeholder: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """A masked text, and what was masked, in order of place."""

    text: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person wants masked.

    Attributes: `kinds` that are looked for; `own_words`, their own list; `user`, `host`, `home` of this
    computer (empty: not looked for).
    """

    kinds: Collection[Kind] = ALL_KINDS
    own_words: Sequence[str] = ()
    user: str = ""
    host: str = ""
    home: str = ""


def find(text: str, wishes: Wishes) -> list[Mark]:
    """What is personal in `text`, in order, nothing overlapping."""
    found = [
        *find_words(text, list(wishes.own_words), Kind.OWN),
        *find_patterns(text),
        *find_personal_ids(text),
        *find_phones(text),
        *find_personal_words(text, wishes.user, wishes.host, wishes.home),
    ]
    literal = [Mark(*match.span(), Kind.LITERAL) for match in PLACEHOLDER.finditer(text)]
    return resolve([*literal, *(mark for mark in found if mark.kind in wishes.kinds)])


class Redactor:
    """Masks the texts of one conversation with consistent placeholders, and puts the words back."""

    def __init__(self, wishes: Wishes | None = None) -> None:
        self._wishes = wishes or Wishes()
        self._words: dict[str, str] = {}  # placeholder -> what it stands for
        self._placeholders: dict[tuple[Kind, str], str] = {}
        self._counts: dict[Kind, int] = {}

    def redact(self, text: str) -> Redacted:
        """`text` with placeholders."""
        parts: list[str] = []
        items: list[Item] = []
        at = 0
        for mark in find(text, self._wishes):
            placeholder = self._placeholder(mark.kind, text[mark.start : mark.end])
            parts += [text[at : mark.start], placeholder]
            items.append(Item(mark.kind, mark.start, mark.end, placeholder))
            at = mark.end
        parts.append(text[at:])
        return Redacted("".join(parts), tuple(items))

    def restore(self, text: str) -> str:
        """The words back in place of each placeholder that this redactor gave out, everywhere."""
        return PLACEHOLDER.sub(lambda match: self._words.get(match[0], match[0]), text)

    def restore_reply(self, text: str) -> str:
        """`restore` for a stranger's text: not inside links or code, where the words could do something."""
        parts: list[str] = []
        at = 0
        for match in _UNTOUCHED.finditer(text):
            parts += [self.restore(text[at : match.start()]), match[0]]
            at = match.end()
        parts.append(self.restore(text[at:]))
        return "".join(parts)

    def _placeholder(self, kind: Kind, words: str) -> str:
        known = self._placeholders.get((kind, words))
        if known is None:
            self._counts[kind] = self._counts.get(kind, 0) + 1
            known = f"[{kind.value.upper()}_{self._counts[kind]}]"
            self._words[known] = words
            self._placeholders[(kind, words)] = known
        return known
