"""The text of a PDF's page, and for each of its characters where PDFium has it. With the other `pdf` modules the door
to pypdfium2.

PDFium gives characters in the order in which the page was written, with words that a line's end divides marked; they
are joined again. Where columns were written row by row, they are put in the order in which they are read
(`app.parsing.columns`), and so are lines that run from top to bottom (`app.parsing.pdf_vertical`): whether that may be
so is told from some lines of a page, before all of it is looked at. What PDFium takes apart is put together by
`app.parsing.pdf_scattered`; words within a line of the other direction are put right by `app.parsing.pdf_directions`.
"""

import ctypes
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2.raw as pdfium

from app.parsing.columns import GAP_HEIGHTS, NARROWEST_HEIGHTS, Piece, reading_order
from app.parsing.output import clean
from app.parsing.pdf_directions import may_need_turning, turned
from app.parsing.pdf_scattered import divides_word, is_scattered, put_together
from app.parsing.pdf_vertical import Placed, runs_down, vertical_order

# PDFium writes U+FFFE or U+0002 for a hyphen that divides a word at a line's end.
_DROPPED = re.compile("\ufffe\r?\n?|\x02\r?\n|\r(?=\n)")
_LINE = re.compile("[^\r\n\ufffe\x02]+")
_WORD = re.compile(r"\S+")
_LOOKED_AT_UNITS = 60_000  # of one page; there is none of so many that people read in columns
_SHORTEST_LINE = 24  # characters, of one that goes across two columns
_LONGEST_LINE = 160  # PDFium sees no line's end between lines of two columns that overlap in height
_SHORTEST_SIDE = 8
_SAMPLES = ((5, 1), (24, 4))  # lines looked at, and how many of them have to have a gap
_TURNS_WANTED = 6  # from one column to another, of lines written one after the other
_LINES_LOOKED_AT = 200
_STRETCHES, _STRETCH = 3, 6  # stretches of so many lines are looked at first
_BESIDE = 1.2  # lines' heights that the next line may be lower
_LETTERS = 0.6  # of what is written on either side; the rest is white space too
_USUAL_WIDTH = 0.4  # of a character, in heights of a line
_ASKEW = 0.1  # right angles


def raw_text(text_page: object) -> str:
    """The text of a page as PDFium has it."""
    return _raw_units(text_page).decode("utf-16-le", "replace")


def text_of(raw: str, text_page: object) -> str:
    """The text of a page; `raw` is what PDFium has."""
    placed = _placed(raw, text_page)
    if placed is not None:
        raw = "".join(character for _, character in placed)
    return clean(_DROPPED.sub("", raw)).rstrip()


def kept_units(text_page: object) -> list[int]:
    """For each character of the page's text the number of the UTF-16 unit in PDFium's text that it came from."""
    raw = raw_text(text_page)
    units = _unit_numbers(raw)
    placed = list(_placed(raw, text_page) or enumerate(raw))
    text = "".join(character for _, character in placed)
    dropped = {place for match in _DROPPED.finditer(text) for place in range(*match.span())}
    return [units[source] for place, (source, _) in enumerate(placed) if place not in dropped]


def _placed(raw: str, text_page: object) -> list[Placed] | None:
    """The characters in the order in which they are read, each with its place in PDFium's text.

    None where that is the order in which they come.
    """
    if len(raw) > _LOOKED_AT_UNITS:
        return None
    lines = [match.span() for match in _LINE.finditer(raw)]
    words = _Words(raw, text_page)
    if runs_down(raw, lines, words):
        order = vertical_order(raw, lines, words)
    elif is_scattered(raw, lines, words):
        return put_together(raw, lines, words)
    else:
        order = _pieces_in_order(raw, lines, words)
    placed = None if order is None else list(_put_together(raw, order))
    return turned(placed or list(enumerate(raw)), words) if may_need_turning(raw) else placed


def _raw_units(text_page: object) -> bytes:
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return b""
    buffer = (ctypes.c_ushort * (2 * count + 2))()  # twice the room: PDFium may insert characters
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    return bytes(memoryview(buffer).cast("B")[: max(written - 1, 0) * 2])


def _put_together(raw: str, order: list[tuple[int, int]]) -> Iterator[Placed]:
    """The characters of these stretches of the text, each with its place in it, a line's end between two of them."""
    for (start, end), after in zip(order, [*(start for start, _ in order[1:]), None], strict=True):
        if after is None or after == end:
            yield from zip(range(start, end), raw[start:end], strict=True)
            continue
        end = start + len(raw[start:end].rstrip())
        divides = divides_word(raw[max(end - 2, 0) : end], raw[after : after + 1])
        end -= divides
        yield from zip(range(start, end), raw[start:end], strict=True)
        if not divides:
            yield end - 1, "\n"


def _pieces_in_order(raw: str, lines: list[tuple[int, int]], words: "_Words") -> list[tuple[int, int]] | None:
    """Starts and ends of stretches that are the whole text, in the order in which they are read.

    None where that is the order in which they come.
    """
    if len(raw) < 2 * _SHORTEST_LINE or not (
        _lines_go_across(raw, lines, words) or _lines_take_turns(raw, lines, words)
    ):
        return None
    placed = [part for line in lines for part in words.parts(*line)]
    usual = Counter(part.quarter_turns for part in placed).most_common(1)
    upright = [index for index, part in enumerate(placed) if part.quarter_turns == usual[0][0]]
    order = reading_order([placed[index].piece(raw) for index in upright]) if usual else None
    if order is None:
        return None
    starts = [0, *(part.start for part in placed[1:])]
    spans = list(zip(starts, [*starts[1:], len(raw)], strict=True))
    moved = dict(zip(upright, (upright[place] for place in order), strict=True))
    return [spans[moved.get(index, index)] for index in range(len(spans))]


def _lines_go_across(raw: str, lines: list[tuple[int, int]], words: "_Words") -> bool:
    """Whether some lines have a wide gap with words on either side."""
    long = [
        (start, end) for start, end in lines if end - start >= _SHORTEST_LINE and _is_worded(raw[start:end])
    ]
    found = 0
    for first, (few, wanted) in enumerate(_SAMPLES):
        for start, end in long[first :: max(len(long) // few, 1)][:few]:
            worded = list(filter(_is_worded, words.texts_of_parts(start, end)))
            found += len(worded) > 1 and any(map(_reads_on, worded[1:]))
        if found < min(wanted, (len(long) + 1) // 2):
            return False
    return bool(long)


def _is_worded(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters >= _SHORTEST_SIDE and letters >= _LETTERS * len(text)


def _reads_on(text: str) -> bool:
    """Whether a line may go on with this: cells of tables seldom begin with a small letter."""
    return text[:1].islower() or text.lower() == text.upper()


def _lines_take_turns(raw: str, lines: list[tuple[int, int]], words: "_Words") -> bool:
    """Whether line after line begins beside the one before, to and fro."""
    lines = lines[:_LINES_LOOKED_AT]
    step = max(len(lines) // _STRETCHES, _STRETCH)
    if not any(_turns(raw, lines[place : place + _STRETCH], words) for place in range(0, len(lines), step)):
        return False
    return _turns(raw, lines, words) >= _TURNS_WANTED


def _turns(raw: str, lines: list[tuple[int, int]], words: "_Words") -> int:
    """How many of the lines turn back to a column they didn't follow, and go on there."""
    before: _Box | None = None
    turns = direction = 0
    for start, end in lines:
        match = _WORD.search(raw, start, end)
        box = words.character(match.start()) if match else None
        if match is None or box is None:
            continue
        across = box.left - before.left if before is not None else 0.0
        down = box.top - before.top if before is not None else 0.0
        before = box
        if abs(across) > NARROWEST_HEIGHTS * box.size and abs(down) < _BESIDE * box.size:
            turned = (across > 0) != (direction > 0)
            direction = 1 if across > 0 else -1
            turns += turned and _is_worded(raw[start:end]) and _reads_on(match[0])
    return turns


class _Box(NamedTuple):
    """Where something stands, in points from the page's upper edge and left; `top` is smaller than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    def around(self, other: "_Box") -> "_Box":
        """The smallest box around both."""
        return _Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    @property
    def size(self) -> float:
        """The height of the line, when this is the box of one character: none is wider than high, turned or not."""
        return max(self.right - self.left, self.bottom - self.top, 1.0)

    def far_from(self, other: "_Box") -> bool:
        """Whether more than a word's gap is between both characters, whatever the direction of the line."""
        across = max(self.left, other.left) - min(self.right, other.right)
        down = max(self.top, other.top) - min(self.bottom, other.bottom)
        return max(across, down) > GAP_HEIGHTS * min(self.size, other.size)


@dataclass(frozen=True)
class _Part:
    """A stretch of a line without a wide gap: the places of its characters, and where it stands."""

    start: int
    end: int
    box: _Box
    quarter_turns: int

    def piece(self, raw: str) -> Piece:
        """The same with turns undone."""
        left, top, right, bottom = self.box.left, self.box.top, self.box.right, self.box.bottom
        for _ in range(self.quarter_turns % 4):
            left, top, right, bottom = -bottom, left, -top, right
        return Piece(left, top, right, bottom, raw[self.start : self.end].strip())


class _Words:
    """Asks PDFium where words stand."""

    def __init__(self, raw: str, text_page: object) -> None:
        self._raw = raw
        self._text_page = text_page
        self._rectangle = pdfium.FS_RECTF()
        self._units = _unit_numbers(raw)
        self._even = (0, 0, 0)

    def parts(self, start: int, end: int) -> list[_Part]:
        """The parts of a line. Words that stand nowhere are left to those before them."""
        parts: list[_Part] = []
        first, last = start, start
        around: _Box | None = None
        ends: _Box | None = None
        self._look_at(start, end)
        for match in _WORD.finditer(self._raw, start, end):
            box = self.character(match.start())
            if box is None:
                continue
            if around is not None and ends is not None and ends.far_from(box):
                parts.append(_Part(first, last, around, self._quarter_turns(first)))
                around = None
            if around is None:
                first, around = match.start(), box
            last = match.end()
            ends = self.character(last - 1) or box
            around = around.around(box).around(ends)
        if around is not None:
            parts.append(_Part(first, last, around, self._quarter_turns(first)))
        return parts

    def texts_of_parts(self, start: int, end: int) -> list[str]:
        """The texts of the parts of a line, quickly: words that are about as long as usual end before the next."""
        self._look_at(start, end)
        box_of, index_of = pdfium.FPDFText_GetLooseCharBox, self._index
        page, rectangle, to_rectangle = self._text_page, self._rectangle, ctypes.byref(self._rectangle)
        texts = []
        first = start
        word: re.Match[str] | None = None
        left = top = size = 0.0
        for match in _WORD.finditer(self._raw, start, end):
            place = match.start()
            if not box_of(page, index_of(place), to_rectangle):
                continue
            left_before, left = left, rectangle.left
            top_before, top = top, rectangle.top
            if word is None:
                size = max(abs(rectangle.right - left), abs(top - rectangle.bottom), 1.0)
            else:
                length = max(abs(left - left_before), abs(top - top_before))
                usual = (GAP_HEIGHTS + _USUAL_WIDTH * (word.end() - word.start())) * size
                if length > usual and self._far_apart(word.end() - 1, place):
                    texts.append(self._raw[first : word.end()])
                    first = place
            word = match
        return [*texts, self._raw[first:end]]

    def _far_apart(self, end: int, start: int) -> bool:
        ends, begins = self.character(end), self.character(start)
        return ends is not None and begins is not None and ends.far_from(begins)

    def _quarter_turns(self, place: int) -> int:
        """By how many right angles a character is turned to the left; 4 for one that stands askew."""
        turns = pdfium.FPDFText_GetCharAngle(self._text_page, self._index(place)) / (math.pi / 2)
        return -round(turns) % 4 if abs(turns - round(turns)) < _ASKEW else 4  # PDFium counts to the right

    def character(self, place: int) -> _Box | None:
        """Where a character stands; None for what was never drawn."""
        box = self._rectangle
        if not pdfium.FPDFText_GetLooseCharBox(self._text_page, self._index(place), box):
            return None
        return _Box(box.left, -max(box.top, box.bottom), box.right, -min(box.top, box.bottom))

    def _index(self, place: int) -> int:
        """PDFium's number of a character."""
        start, end, shift = self._even
        if start <= place < end:
            return self._units[place] + shift
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._text_page, self._units[place]))

    def _look_at(self, start: int, end: int) -> None:
        """Find out whether the characters of a line are numbered without a gap: asking for each takes long."""
        self._even = (0, 0, 0)
        first, last = self._index(start), self._index(end - 1)
        if last - first == self._units[end - 1] - self._units[start]:
            self._even = (start, end, first - self._units[start])


def _unit_numbers(raw: str) -> Sequence[int]:
    """For each character the number of its first UTF-16 unit."""
    if not raw or max(raw) <= "\uffff":
        return range(len(raw))
    return list(itertools.accumulate((2 if character > "\uffff" else 1 for character in raw[:-1]), initial=0))
