"""The order of a page's lines that run from top to bottom, as Chinese and Japanese do, the first of them at the right.

PDFium sorts what begins at the same height from left to right, so it gives such lines the wrong way round. Each
stretch of them is turned round again; parts of the page that were written in turns are put one after the other as
those of other pages are (`app.parsing.columns`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.parsing.columns import GAP_HEIGHTS, Piece, reading_order

_WRITTEN_DOWN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_SAMPLES = 16  # lines looked at
_FEWEST = 3  # letters of a line that is looked at
_BESIDE = 0.7  # sizes of a letter that the middle of another one of the same line may be away; the next line is at 1
_ASIDE = 0.4  # sizes of a letter that another line stands beside it, at least
_BACK = 1.3  # sizes that a character may begin above the end of those before it
_SAME_START = 2.5  # sizes that lines of one part of the page may begin apart: paragraphs are indented


Placed = tuple[int, str]  # the place of a character in PDFium's text, and the character


class Standing(Protocol):
    """Where a character stands, in points from the page's upper edge and left."""

    @property
    def left(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def bottom(self) -> float: ...
    @property
    def size(self) -> float: ...


class Characters(Protocol):
    """Says where a character stands; None for what was never drawn."""

    def character(self, place: int) -> Standing | None: ...


@dataclass
class _Stretch:
    """Characters below each other: their places in the text, and where they stand."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    down: bool = True  # False for a line that runs across, which stays as it is

    def goes_on_with(self, box: Standing) -> bool:
        """Whether a character stands right below, or beside the last one, as the digits of a short number do."""
        across = abs((box.left + box.right) - (self.left + self.right)) / 2
        down = (box.top - self.bottom) / self.size
        return across <= _BESIDE * self.size and -_BACK <= down <= GAP_HEIGHTS

    def precedes_wrongly(self, other: "_Stretch") -> bool:
        """Whether the other one stands beside it, at its right: then it is to be read before."""
        return (
            self.down
            and other.down
            and other.right - self.right > _ASIDE * self.size
            and abs(other.top - self.top) <= _SAME_START * self.size
        )

    def piece(self, raw: str) -> Piece:
        """The same as if the page was turned by a quarter: the first line on top, its beginning at the left."""
        return Piece(self.top, -self.right, self.bottom, -self.left, raw[self.start : self.end].strip())


def runs_down(raw: str, lines: Sequence[tuple[int, int]], characters: Characters) -> bool:
    """Whether most of the page's lines run from top to bottom. `lines` are their places in the text."""
    if not _WRITTEN_DOWN.search(raw):
        return False
    long = [line for line in lines if len(_WRITTEN_DOWN.findall(raw, *line)) >= _FEWEST]
    sample = long[:: max(len(long) // _SAMPLES, 1)]
    down = sum(_runs_down(raw, line, characters) for line in sample)
    return 2 * down > len(sample)


def vertical_order(
    raw: str, lines: Sequence[tuple[int, int]], characters: Characters
) -> list[tuple[int, int]] | None:
    """Starts and ends of stretches that are the whole text, in the order in which they are read.

    None where that is the order in which they come.
    """
    stretches = [stretch for line in lines for stretch in _stretches(raw, line, characters)]
    turned = list(_turned_round(stretches))
    order = reading_order([stretches[index].piece(raw) for index in turned])
    if order is not None:
        turned = [turned[place] for place in order]
    if turned == sorted(turned):
        return None
    starts = [0, *(stretch.start for stretch in stretches[1:])]
    spans = list(zip(starts, [*starts[1:], len(raw)], strict=True))
    return [spans[index] for index in turned]


def _runs_down(raw: str, line: tuple[int, int], characters: Characters) -> bool:
    """Whether the first letters of a line stand below each other; a single one may."""
    places = [place for place in range(*line) if not raw[place].isspace()][:_FEWEST]
    boxes = [box for place in places if (box := characters.character(place)) is not None]
    if len(boxes) < 2:
        return True
    first, last = boxes[0], boxes[-1]
    return abs(last.left - first.left) < last.top - first.top


def _stretches(raw: str, line: tuple[int, int], characters: Characters) -> Iterator[_Stretch]:
    stretch: _Stretch | None = None
    down = _runs_down(raw, line, characters)
    for place in range(*line):
        box = None if raw[place].isspace() else characters.character(place)
        if box is None:
            continue
        if stretch is not None and (not down or stretch.goes_on_with(box)):
            stretch.end, stretch.bottom = place + 1, max(stretch.bottom, box.bottom)
            stretch.left, stretch.right = min(stretch.left, box.left), max(stretch.right, box.right)
            stretch.size = min(stretch.size, box.size)
            continue
        if stretch is not None:
            yield stretch
        stretch = _Stretch(place, place + 1, box.left, box.top, box.right, box.bottom, box.size, down)
    if stretch is not None:
        yield stretch


def _turned_round(stretches: Sequence[_Stretch]) -> Iterator[int]:
    """The places of the stretches; those that follow each other from left to right, the other way round."""
    begun = 0
    for index in range(1, len(stretches) + 1):
        if index < len(stretches) and stretches[index - 1].precedes_wrongly(stretches[index]):
            continue
        yield from reversed(range(begun, index))
        begun = index
