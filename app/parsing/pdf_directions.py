"""Names and numbers of other letters within lines that run from the right.

PDFium puts each word of them before the one at its left: “Harald Smit” comes as “Smit Harald”, and “1951-1987” as
“1987-1951”. Where the words stand tells that they read from the left, and they are put so.
"""

import re
import unicodedata
from collections.abc import Iterator

from app.parsing.columns import GAP_HEIGHTS
from app.parsing.pdf_vertical import Characters

Placed = tuple[int, str]  # the place of a character in PDFium's text, and the character

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FROM_LEFT = re.compile("[0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u0660-\u0669\u06f0-\u06f9]")
# A word, as many signs as are between it and the next, that word, and so on. Classes are those of `_classes`.
_CHAIN = re.compile("[LED]+(?:N+[LED]+)+")
_WORD = re.compile("[LED]+")
_WITHIN_NUMBERS = {
    "E": "+-.,:/",
    "D": ".,:/",
}  # Unicode Standard Annex 9, rule W4: European and Arabic digits
_HEIGHT = 0.5  # sizes of a letter that two words of one line may be apart


def turned(placed: list[Placed], characters: Characters) -> list[Placed]:
    """The same characters, with such words in the order in which they are read."""
    text = "".join(character for _, character in placed)
    result = list(placed)
    for line in re.finditer("[^\r\n]+", text):
        if _FROM_RIGHT.search(line[0]) and _FROM_LEFT.search(line[0]):
            for start, end in _chains(placed, line, characters):
                result[start:end] = _from_left(placed[start:end], characters)
    return result


def may_need_turning(raw: str) -> bool:
    """Whether a text has letters that run from the right, and others."""
    return bool(_FROM_RIGHT.search(raw)) and bool(_FROM_LEFT.search(raw))


def _chains(placed: list[Placed], line: re.Match[str], characters: Characters) -> Iterator[tuple[int, int]]:
    """Where words follow each other from right to left that belong together from left to right."""
    classes = _classes(line[0])
    for chain in _CHAIN.finditer(classes):
        words = [match.span() for match in _WORD.finditer(classes, *chain.span())]
        begun = 0
        for number in range(1, len(words) + 1):
            if number < len(words) and _belong(line[0], classes, words[number - 1], words[number]):
                first = placed[line.start() + words[number - 1][0]][0]
                begins, ends = (
                    placed[line.start() + at][0] for at in (words[number][0], words[number][1] - 1)
                )
                if _stands_right(characters, first, begins, ends):
                    continue
            if number - begun > 1:
                yield line.start() + words[begun][0], line.start() + words[number - 1][1]
            begun = number


def _belong(line: str, classes: str, word: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether two words are read from the left: one has letters, or both are parts of one number."""
    kinds = set(classes[slice(*word)]) | set(classes[slice(*following)])
    between = line[word[1] : following[0]]
    if "L" in kinds:
        return True
    return len(kinds) == 1 and len(between) == 1 and between in _WITHIN_NUMBERS[kinds.pop()]


def _stands_right(characters: Characters, first: int, begins: int, ends: int) -> bool:
    """Whether a word stands right beside the one that begins and ends there, at its right: cells stand apart."""
    one, other, last = (characters.character(place) for place in (first, begins, ends))
    if one is None or other is None or last is None:
        return False
    near = one.left >= other.left and one.left - last.right <= GAP_HEIGHTS * one.size
    return near and abs(one.bottom - other.bottom) <= _HEIGHT * one.size


def _from_left(placed: list[Placed], characters: Characters) -> list[Placed]:
    """Words, and the signs between them, as they stand from left to right."""
    boxes = [characters.character(source) for source, _ in placed]
    middles = [box.left + box.right for box in boxes if box is not None]
    if len(middles) < len(placed):
        return placed
    return [one for _, one in sorted(zip(middles, placed, strict=True), key=lambda pair: pair[0])]


def _classes(text: str) -> str:
    """A letter for each character: L of a script from the left, R from the right, E and D European and Arabic digits
    (all of them D in a line with Arabic letters), N any other."""
    ways = [unicodedata.bidirectional(one) for one in text]
    digit = "D" if "AL" in ways else "E"
    kinds = {"L": "L", "R": "R", "AL": "R", "EN": digit, "AN": "D"}
    return "".join(kinds.get(way, "N") for way in ways)
