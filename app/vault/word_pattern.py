"""The words of a query as a pattern for the text that an index found, to mark them in it. Pure functions.

The indexes take case and accents for nothing and the last word for the beginning of one; so does the pattern.
"""

import re
import unicodedata
from functools import cache

from app.vault.pair_words import runs

WORDS_LIMIT = 16
LETTERS_LIMIT = 40  # of a word; what begins like a longer one is marked
_LETTER = r"[^\W_]"
_MARKS = r"[\u0300-\u036f]*"
_LAST_PRECOMPOSED = 0x1FFF  # beyond lie no letters with accents that unicode61 takes apart


def word_pattern(query: str) -> re.Pattern[str] | None:
    """What finds any word of `query`; None where it has none."""
    sources = []
    words = runs(query)[:WORDS_LIMIT]
    for number, (word, unspaced) in enumerate(words):
        plain = [ch for ch in unicodedata.normalize("NFD", word) if not _is_mark(ch)]
        letters = "".join(_letter(ch) for ch in plain[:LETTERS_LIMIT])
        if not letters:
            continue
        if unspaced:
            source = letters
        elif number == len(words) - 1 or len(plain) > LETTERS_LIMIT:
            source = rf"(?<!{_LETTER}){letters}{_LETTER}*"
        else:
            source = rf"(?<!{_LETTER}){letters}(?!{_LETTER})"
        sources.append(source)
    return re.compile("|".join(sources), re.IGNORECASE) if sources else None


def _letter(ch: str) -> str:
    """A letter with any accents."""
    same = _accented().get(ch.lower(), "")
    return f"[{re.escape(ch)}{same}]{_MARKS}" if same else re.escape(ch) + (_MARKS if ch.isalpha() else "")


def _is_mark(ch: str) -> bool:
    return "\u0300" <= ch <= "\u036f"


@cache
def _accented() -> dict[str, str]:
    """The letters with accents, by the letter without."""
    found: dict[str, str] = {}
    for code in range(0xC0, _LAST_PRECOMPOSED):
        ch = chr(code)
        taken = unicodedata.normalize("NFD", ch)
        if len(taken) > 1 and all(_is_mark(mark) for mark in taken[1:]):
            base = taken[0].lower()
            found[base] = found.get(base, "") + ch
    return found
