"""A page whose letters were drawn one by one, put together again from where they stand.

PDFium guesses from a whole page whether its lines run across or down, and takes a lone letter for the beginning of a
line where it guesses wrong: two columns are enough for that. Then each line comes as a row of fragments, from left to
right whatever the script, and the spaces between them are gone.
"""

import statistics
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.parsing.box import Box
from app.parsing.columns import GAP_HEIGHTS, Piece, reading_order
from app.parsing.pdf_vertical import Characters, Placed

_FEWEST = 24  # fragments
_LONGEST = 8  # characters that a fragment has in the middle, with its line's end
_SAMPLES = 60  # pairs of neighbours looked at
_SHARE = 0.6  # of them that stand on one line, side by side
_SAME_LINE = 0.3  # sizes that their middles may be apart
_SPACE = 0.1  # sizes between two words, at least: a size has room for deep letters too
_HYPHENS = "-\u00ad\u2010"


@dataclass(frozen=True)
class _Fragment(Box):
    """Some letters side by side; `start` and `end` are their places in the text."""

    start: int
    end: int
    text: str

    @property
    def size(self) -> float:
        """The height of a line, more or less."""
        return max(self.height, 1.0)

    def with_letter(self, letter: "_Fragment", raw: str) -> "_Fragment":
        """The same with what comes after it."""
        left, right = min(self.left, letter.left), max(self.right, letter.right)
        top, bottom = min(self.top, letter.top), max(self.bottom, letter.bottom)
        return _Fragment(left, top, right, bottom, self.start, letter.end, raw[self.start : letter.end])


_Run = list[_Fragment]  # without a wide gap, from left to right


def is_scattered(raw: str, lines: Sequence[tuple[int, int]], characters: Characters) -> bool:
    """Whether most of the text's lines are fragments that stand beside each other."""
    if len(lines) < _FEWEST or len(raw) > _LONGEST * len(lines):
        return False
    pairs = list(pairwise(lines))
    sample = pairs[:: max(len(pairs) // _SAMPLES, 1)]
    found = 0
    for one, other in sample:
        ends, begins = list(_fragments(raw, one, characters)), list(_fragments(raw, other, characters))
        found += bool(ends) and bool(begins) and _beside(ends[-1], begins[0])
    return found >= _SHARE * len(sample)


def put_together(raw: str, lines: Sequence[tuple[int, int]], characters: Characters) -> list[Placed]:
    """The characters in the order in which they are read, each with its place; of what is put between them the place
    is that of the character before."""
    fragments = [fragment for line in lines for fragment in _fragments(raw, line, characters)]
    usual = _from_right(fragments, False)
    rows = [list(_runs(row, usual)) for row in _rows(fragments)]
    runs = [run for row in rows for run in row]
    row_of = [number for number, row in enumerate(rows) for _ in row]
    order = reading_order([_piece(run, usual) for run in runs]) or range(len(runs))
    placed: list[Placed] = []
    before: int | None = None
    for number in order:
        read = list(_read(runs[number], usual))
        if before is not None:
            _join(placed, read, " " if row_of[before] == row_of[number] else "\n")
        placed += read
        before = number
    return placed


def _fragments(raw: str, line: tuple[int, int], characters: Characters) -> Iterator[_Fragment]:
    """The letters of a line that stand beside each other: at the end of a row PDFium goes on with the next one."""
    fragment: _Fragment | None = None
    for place in range(*line):
        box = None if raw[place].isspace() else characters.character(place)
        if box is None:
            continue
        letter = _Fragment(box.left, box.top, box.right, box.bottom, place, place + 1, raw[place])
        if fragment is None:
            fragment = letter
        elif _beside(fragment, letter):
            fragment = fragment.with_letter(letter, raw)
        else:
            yield fragment
            fragment = letter
    if fragment is not None:
        yield fragment


def _beside(one: _Fragment, other: _Fragment) -> bool:
    size = min(one.size, other.size)
    gap = max(one.left, other.left) - min(one.right, other.right)
    return abs(one.middle - other.middle) <= _SAME_LINE * size and gap <= GAP_HEIGHTS * size


def _rows(fragments: Sequence[_Fragment]) -> Iterator[_Run]:
    """Those of one height, from top to bottom."""
    row: _Run = []
    for fragment in sorted(fragments, key=lambda fragment: fragment.middle):
        if row and fragment.middle - row[0].middle > _SAME_LINE * min(fragment.size, row[0].size):
            yield row
            row = []
        row.append(fragment)
    if row:
        yield row


def _runs(row: _Run, usual: bool) -> Iterator[_Run]:
    """The parts of a row that stand apart, in the order in which a row of its script is read."""
    row = sorted(row, key=lambda fragment: fragment.left)
    runs: list[_Run] = [[row[0]]]
    for before, fragment in pairwise(row):
        if fragment.left - before.right > GAP_HEIGHTS * min(fragment.size, before.size):
            runs.append([])
        runs[-1].append(fragment)
    yield from reversed(runs) if _from_right(row, usual) else runs


def _piece(run: _Run, usual: bool) -> Piece:
    text = "".join(character for _, character in _read(run, usual))
    top, bottom = min(one.top for one in run), max(one.bottom for one in run)
    return Piece(run[0].left, top, run[-1].right, bottom, text)


def _read(run: _Run, usual: bool) -> Iterator[Placed]:
    """The characters of a run in the order in which they are read, with spaces where words are apart."""
    size = statistics.median(fragment.size for fragment in run)
    before: _Fragment | None = None
    for fragment in _logical(run, usual):
        if before is not None:
            gap = max(before.left, fragment.left) - min(before.right, fragment.right)
            if gap > _SPACE * size:
                yield before.end - 1, " "
        yield from zip(range(fragment.start, fragment.end), fragment.text, strict=True)
        before = fragment


def _logical(run: _Run, usual: bool) -> _Run:
    """Fragments from left to right, in the order in which they are read: words of a script that runs the other way
    than the line are turned round."""
    from_right = _from_right(run, usual)
    ordered = run[::-1] if from_right else run
    other_way = [_way(fragment) is (not from_right) for fragment in ordered]
    neutral = [_way(fragment) is None for fragment in ordered]
    result: _Run = []
    index = 0
    while index < len(ordered):
        end = index
        if other_way[index]:
            for place in range(index, len(ordered)):
                if other_way[place]:
                    end = place
                elif not neutral[place]:
                    break
        result += reversed(ordered[index : end + 1])
        index = end + 1
    return result


def _way(fragment: _Fragment) -> bool | None:
    """Whether a fragment's letters run from the right; None where it has none, and no digits."""
    for letter in fragment.text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "EN", "AN"):
            return False
        if direction in ("R", "AL"):
            return True
    return None


def _from_right(run: Sequence[_Fragment], usual: bool) -> bool:
    """Whether a line runs from the right. Where the page's usual ones do, one with any letter that does is one."""
    ways = [unicodedata.bidirectional(letter) for fragment in run for letter in fragment.text]
    letters = sum(way in ("R", "AL") for way in ways)
    return letters > 0 if usual else letters > ways.count("L")


def divides_word(before: str, after: str) -> bool:
    """Whether a hyphen at the end of `before` divides a word that goes on with `after`."""
    return before[-1:] in tuple(_HYPHENS) and before[-2:-1].isalpha() and after[:1].islower()


def _join(placed: list[Placed], read: list[Placed], joint: str) -> None:
    """Put a space or a line's end after what there is; a word that a hyphen divides is joined."""
    before, after = ("".join(character for _, character in some) for some in (placed[-2:], read[:1]))
    if joint == "\n" and divides_word(before, after):
        placed.pop()
    elif placed:
        placed.append((placed[-1][0], joint))
