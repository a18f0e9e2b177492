"""Text cut so that any piece of a sentence without spaces can be found by an index. Pure functions.

Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer sentences have no spaces, or glue particles to their
words: an index of words holds one long token a sentence. So each run of such characters becomes its pairs,
東京都 -> 東京 京都 都: a query of two characters is one pair, a longer one a phrase of pairs, and one character is
the beginning of a pair. Other words stay as they are, so that one index answers mixed queries.

`paired` must give for a text today what it gave when the text was indexed, or deleting would leave words
behind: a change of it needs a migration step that builds `message_pairs` anew.
"""

import re
import unicodedata

_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x9FFF),  # Chinese characters
    (0xAC00, 0xD7AF),  # Hangul: spaced, but words are glued to particles
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_ONE = re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in _UNSPACED) + "]")


def has_unspaced(text: str) -> bool:
    """Whether `text` has a character of a script that is written without spaces between words."""
    return not text.isascii() and _ONE.search(text) is not None


def runs(text: str) -> list[tuple[str, bool]]:
    """The words of `text` in order, each with whether it is a run without spaces.

    Words are runs of letters, numbers and private use characters, with the marks inside them; they end
    where the kind of script changes.
    """
    found: list[tuple[str, bool]] = []
    run, kind = "", False
    for ch in text:
        category = unicodedata.category(ch)
        if category[0] not in "LNM" and category != "Co":
            if run:
                found.append((run, kind))
                run = ""
            continue
        unspaced = _ONE.match(ch) is not None
        if run and unspaced != kind and category[0] != "M":
            found.append((run, kind))
            run = ""
        if not run:
            kind = unspaced
        run += ch
    if run:
        found.append((run, kind))
    return found


def pairs(run: str) -> list[str]:
    """Each character with its follower, and the last one alone."""
    return [run[at : at + 2] for at in range(len(run))]


def paired(text: str) -> str:
    """What the index gets for `text`; empty for a text without such characters, which the index of words
    serves."""
    if not has_unspaced(text):
        return ""
    words: list[str] = []
    for run, unspaced in runs(text):
        words.extend(pairs(run) if unspaced else [run])
    return " ".join(words)


def pair_expression(words: list[tuple[str, bool]]) -> str:
    """The FTS5 expression that finds texts with all of `words` (from `runs`); the last may be a beginning."""
    parts = []
    for run, unspaced in words:
        pieces = pairs(run)[:-1] or [run] if unspaced else [run]
        parts.append('"' + " ".join(pieces) + '"' + ("*" if unspaced and len(run) == 1 else ""))
    expression = " ".join(parts)
    return expression if expression.endswith("*") or not expression else expression + "*"
