"""Hebrew words without what is written together with them: “the”, “and”, “in”, endings. Pure functions.

A light stemmer: what it leaves need be no word, only the same for all forms of one.
"""

_PREFIXES = frozenset("והבלכמש")  # and, the, in, to, as, from, that
_FINAL_LETTERS = str.maketrans("ךםןףץ", "כמנפצ")
_ENDINGS = ("ימ", "ות", "ה", "ת")  # after the final letters have been made common ones
_LEAST_LETTERS = 3


def stem(word: str) -> str:
    """The word without prefixes and endings, as long as three letters are left; any other word as it is."""
    if not "\u05d0" <= word[:1] <= "\u05ea":
        return word
    word = word.translate(_FINAL_LETTERS)
    while word[0] in _PREFIXES and len(word) > _LEAST_LETTERS:
        word = word[1:]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_LETTERS:
            return word[: -len(ending)]
    return word
