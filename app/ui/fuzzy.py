"""How well a few typed letters fit a line: every letter in order, word beginnings first. Pure."""

import unicodedata


def plain(text: str) -> str:
    """`text` in small letters without accents, so that "uber" finds "Über"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))


def fit(typed: str, line: str) -> int:
    """How well `typed` fits `line`: 0 not at all, more is better. Spaces in `typed` part words that may come
    in any order; each must be in the line as it is, or as letters in order that begin at a word's beginning."""
    words = plain(typed).split()
    hay = plain(line)
    total = 1
    for word in words:
        found = _fit_word(word, hay)
        if not found:
            return 0
        total += found
    return total


def _fit_word(word: str, hay: str) -> int:
    at = hay.find(word)
    if at >= 0:
        begins = at == 0 or not hay[at - 1].isalnum()
        return 200 + 10 * len(word) + (100 if begins else 0) - min(at, 60)
    if len(word) < 2:
        return 0
    best = 0
    for start, letter in enumerate(hay):
        if letter == word[0] and (start == 0 or not hay[start - 1].isalnum()):
            best = max(best, _in_order(word, hay, start))
    return best


def _in_order(word: str, hay: str, start: int) -> int:
    """Letters in order from `start` on, the tighter the better; 0 when they aren't all there."""
    at = start
    for letter in word[1:]:
        at = hay.find(letter, at + 1)
        if at < 0:
            return 0
    spread = at - start + 1
    return max(0, 100 - 3 * (spread - len(word))) if spread <= 6 * len(word) else 0
