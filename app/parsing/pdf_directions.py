"""Names and numbers of other letters within lines that run from the right.

PDFium puts each word of them before the one at its left: “Harald Smit” comes as “Smit Harald”, and “1951-1987” as
“1987-1951”. Where the words stand tells that they read from the left, and they are put so. And it takes a line with
more words of other letters for one from the left, whatever the page is: such a line is turned round.
"""

import re
import unicodedata
from collections.abc import Iterator

from app.parsing.columns import GAP_HEIGHTS
from app.parsing.pdf_vertical import Characters, Placed

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FROM_LEFT = re.compile("[0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u0660-\u0669\u06f0-\u06f9]")
# A word, as many signs as are between it and the next, that word, and so on. Classes are those of `_classes`.
_CHAIN = re.compile("[LED]+(?:N+[LED]+)+")
_WORD = re.compile("[LED]+")
_WITHIN_NUMBERS = {
    "E": "+-.,:/",
    "D": ".,:/",
}  # Unicode Standard Annex 9, rule W4: European and Arabic digits
_UNIT = re.compile("R+|[LED](?:N*[LED])*")
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_HEIGHT = 0.5  # sizes of a letter that two words of one line may be apart


def turned(placed: list[Placed], characters: Characters) -> list[Placed]:
    """The same characters, with such words in the order in which they are read."""
    text = "".join(character for _, character in placed)
    result = list(placed)
    usual = 2 * len(_FROM_RIGHT.findall(text)) > sum(map(str.isalpha, text))
    for line in re.finditer("[^\r\n]+", text):
        part = placed[line.start() : line.end()]
        if not _FROM_RIGHT.search(line[0]) or not _is_upright(part, line[0], characters):
            continue
        if usual and _runs_wrongly(part, line[0], characters):
            result[line.start() : line.end()] = _turned_round(part, line[0])
        else:
            for start, end in _chains(placed, line, characters):
                result[start:end] = _from_left(placed[start:end], characters)
    return result


def may_need_turning(raw: str) -> bool:
    """Whether a text has letters that run from the right, and others."""
    return bool(_FROM_RIGHT.search(raw)) and bool(_FROM_LEFT.search(raw))


def _is_upright(placed: list[Placed], line: str, characters: Characters) -> bool:
    """Whether the letters of a word from the left stand so on the page: on one that is turned they may not."""
    for word in _WORD.finditer(_classes(line)):
        if len(word[0]) > 1:
            first, last = (characters.character(placed[at][0]) for at in (word.start(), word.end() - 1))
            return first is not None and last is not None and first.left < last.left
    return False


def _runs_wrongly(placed: list[Placed], line: str, characters: Characters) -> bool:
    """Whether the first words of a line stand at the left of its last ones."""
    units = [match.start() for match in _UNIT.finditer(_classes(line))]
    first, last = (characters.character(placed[at][0]) for at in (units[0], units[-1]))
    if first is None or last is None:
        return False
    return first.left < last.left and abs(first.bottom - last.bottom) <= _HEIGHT * first.size


def _turned_round(placed: list[Placed], line: str) -> list[Placed]:
    """A line from the left as one from the right: its parts the other way round, each as it is.

    Signs after a part that runs from the right are given as they are in such a line, the others as they are seen.
    """
    classes = _classes(line)
    result: list[Placed] = []
    end = 0
    seen = True
    for unit in _UNIT.finditer(classes):
        result = [*placed[slice(*unit.span())], *_signs(placed[end : unit.start()], seen), *result]
        end, seen = unit.end(), unit[0][0] != "R"
    return [*_signs(placed[end:], seen), *result]


def _signs(placed: list[Placed], seen: bool) -> list[Placed]:
    """Signs of a line from the right, given so or as they are seen from the left."""
    return [(place, sign.translate(_MIRROR)) for place, sign in reversed(placed)] if seen else placed


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
                between = line[0][words[number - 1][1] : words[number][0]]
                room = GAP_HEIGHTS + len("".join(between.split()))
                if _stands_right(characters, (first, begins, ends), room):
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


def _stands_right(characters: Characters, places: tuple[int, int, int], room: float) -> bool:
    """Whether a word stands right beside another, at its right: cells stand apart.

    `places` are those of the word and of the other's first and last letter; `room` is what may be between them, in
    sizes of a letter.
    """
    one, other, last = map(characters.character, places)
    if one is None or other is None or last is None:
        return False
    near = one.left >= other.left and one.left - last.right <= room * one.size
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
