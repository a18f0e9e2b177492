"""From where pieces of lines stand on a page to the order in which its columns are read. Pure arithmetic.

A page may be written row by row across its columns. Where pieces of lines keep clear of a strip, line after line, and
what stands on either side of it reads on from line to line, each side is read down to its end before the next one.
Cells of tables don't read on: their rows stay.
"""

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.parsing.box import Box

GAP_HEIGHTS = 0.7  # between columns, at least, in heights of a line: gaps between words are narrower
_FEWEST_ROWS = 3  # on either side of a strip
_FEWEST_GAPS = 4  # one above the other, before a strip is looked at
_STRIPS_TRIED = 4
_DEEPEST = 3  # strips beside strips
_PIECES_LIMIT = 2000
_BESIDE = 0.2  # heights that a neighbour may begin below a line: columns needn't have their lines in common
NARROWEST_HEIGHTS = 7.0  # of a column
_FILLED = 0.6  # the middle one of a column's lines, of the column's width
_FULL = 0.85
_LETTERS = 0.7  # of what isn't white space
_READING_ON = (
    0.3  # of the lines begin with a small letter: about two thirds do in prose, hardly any in a table
)
_WIDE_PITCH = 1.35  # of two rows with a gap between them, in usual distances between rows
_ROW_GAPS = 0.6  # that both sides share, before they are rows of a table with long cells


@dataclass(frozen=True)
class Piece(Box):
    """A stretch of a line without a wide gap, in points."""

    text: str

    @cached_property
    def letters(self) -> str:
        """Those of the text that are letters."""
        return "".join(filter(str.isalpha, self.text))


_Numbered = tuple[int, Piece]  # the number is the place in the order in which the page was written


def reading_order(pieces: Sequence[Piece]) -> list[int] | None:
    """The places of the pieces in the order in which they are read; None where they are in order already.

    `pieces` are in the order in which the page was written. What stands in no column keeps its place.
    """
    if not 2 * _FEWEST_ROWS <= len(pieces) <= _PIECES_LIMIT:
        return None
    moved: dict[int, list[int]] = {}
    taken: set[int] = set()
    for band in _bands(list(enumerate(pieces)), 0):
        places = [place for place, _ in band]
        moved[min(places)] = places
        taken.update(places)
    if not moved:
        return None
    order: list[int] = []
    for place in range(len(pieces)):
        if place in moved:
            order += moved[place]
        elif place not in taken:
            order.append(place)
    return order


def _bands(pieces: list[_Numbered], depth: int) -> list[list[_Numbered]]:
    """The parts of a page that stand in columns and are mixed, each in the order in which it is read."""
    found: list[list[_Numbered]] = []
    refused: list[float] = []
    for _ in range(_STRIPS_TRIED):
        strip = _strip(pieces, refused) if len(pieces) >= 2 * _FEWEST_ROWS else None
        if strip is None or depth >= _DEEPEST:
            break
        done: set[int] = set()
        for band in _between_crossing_lines(pieces, strip):
            ordered = _ordered(band, strip, depth)
            found += ordered
            done.update(place for part in ordered for place, _ in part)
        pieces = [piece for piece in pieces if piece[0] not in done]
        refused.append(strip)
    return found


def _strip(pieces: list[_Numbered], refused: list[float]) -> float | None:
    """The place across the page that most gaps between neighbours in a line have in common."""
    edges: list[tuple[float, int]] = []
    by_top = sorted((piece for _, piece in pieces), key=lambda piece: piece.top)
    for index, piece in enumerate(by_top):
        for left, right in _gaps(piece, by_top, index):
            if not any(left <= place <= right for place in refused):
                edges += [(left, 1), (right, -1)]
    edges.sort()
    most = count = 0
    place = None
    for index, (edge, step) in enumerate(edges):
        count += step
        if count > most and index + 1 < len(edges):
            most, place = count, (edge + edges[index + 1][0]) / 2
    return place if most >= _FEWEST_GAPS else None


def _gaps(piece: Piece, by_top: list[Piece], index: int) -> list[tuple[float, float]]:
    """Gaps to the nearest neighbours, either side, of those that begin no higher up and hardly lower down."""
    nearest_left, nearest_right = None, None
    for other in by_top[index + 1 :]:
        if other.top > piece.bottom + _BESIDE * piece.height:
            break
        if other.left >= piece.right:
            nearest_right = min(nearest_right or other.left, other.left)
        elif other.right <= piece.left:
            nearest_left = max(nearest_left or other.right, other.right)
    wide = GAP_HEIGHTS * piece.height
    gaps = []
    if nearest_right is not None and nearest_right - piece.right >= wide:
        gaps.append((piece.right, nearest_right))
    if nearest_left is not None and piece.left - nearest_left >= wide:
        gaps.append((nearest_left, piece.left))
    return gaps


def _between_crossing_lines(pieces: list[_Numbered], strip: float) -> list[list[_Numbered]]:
    """What stands between two lines that go across the strip, from top to bottom, each as it was written."""
    bands: list[list[_Numbered]] = [[]]
    for numbered in sorted(pieces, key=lambda numbered: numbered[1].middle):
        if numbered[1].left < strip < numbered[1].right:
            bands.append([])
        else:
            bands[-1].append(numbered)
    return [sorted(band, key=lambda numbered: numbered[0]) for band in bands if band]


def _ordered(band: list[_Numbered], strip: float, depth: int) -> list[list[_Numbered]]:
    """The band in the order in which it is read; nothing where it is no columns or in order already."""
    left = [numbered for numbered in band if numbered[1].right <= strip]
    right = [numbered for numbered in band if numbered[1].right > strip]
    if not left or not right:
        return _bands(band, depth + 1)
    inside = [_bands(side, depth + 1) for side in (left, right)]
    rows = [_rows(left), _rows(right)]
    steps = itertools.pairwise(band)
    switches = sum((one[1].right <= strip) != (other[1].right <= strip) for one, other in steps)
    if switches < max(min(len(rows[0]), len(rows[1])), _FEWEST_ROWS):
        return [part for parts in inside for part in parts]
    if not all(
        _in_parts(side, parts) or _reads_on(side_rows)
        for side, side_rows, parts in zip((left, right), rows, inside, strict=True)
    ):
        return []
    sides = [_with_parts(side, parts) for side, parts in zip((left, right), inside, strict=True)]
    if _from_right_to_left(band):
        sides.reverse()
    cuts = _row_gaps(*rows)
    return [
        [numbered for side in sides for numbered in side if _between(numbered, cuts, row)]
        for row in range(len(cuts) + 1)
    ]


def _between(numbered: _Numbered, cuts: list[float], row: int) -> bool:
    return sum(cut < numbered[1].middle for cut in cuts) == row


def _in_parts(side: list[_Numbered], parts: list[list[_Numbered]]) -> bool:
    return sum(map(len, parts)) >= 0.7 * len(side)


def _with_parts(side: list[_Numbered], parts: list[list[_Numbered]]) -> list[_Numbered]:
    """A side in whose parts the order has been found already."""
    firsts = {min(place for place, _ in part): part for part in parts}
    taken = {place for part in parts for place, _ in part}
    ordered: list[_Numbered] = []
    for numbered in side:
        if numbered[0] in firsts:
            ordered += firsts[numbered[0]]
        elif numbered[0] not in taken:
            ordered.append(numbered)
    return ordered


def _rows(side: list[_Numbered]) -> list[list[Piece]]:
    """Pieces of the same line together, from top to bottom."""
    rows: list[list[Piece]] = []
    for _, piece in sorted(side, key=lambda numbered: numbered[1].middle):
        if rows and piece.top < rows[-1][0].middle < piece.bottom:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _reads_on(rows: list[list[Piece]]) -> bool:
    """Whether these lines are a column of text rather than cells of a table, a list or labels."""
    left = min(piece.left for row in rows for piece in row)
    width = max(piece.right for row in rows for piece in row) - left
    height = statistics.median(row[0].height for row in rows)
    if len(rows) < _FEWEST_ROWS or width < NARROWEST_HEIGHTS * height:
        return False
    filled = [sum(piece.right - piece.left for piece in row) / width for row in rows]
    text = ["".join("".join(piece.text for piece in row).split()) for row in rows]
    letters = "".join(piece.letters for row in rows for piece in row)
    if statistics.median(filled) < _FILLED or len(letters) < _LETTERS * sum(map(len, text)):
        return False
    cased = sum(letter.islower() or letter.isupper() for letter in letters)
    if 2 * cased < len(letters):  # a script without small letters: lines that end where the column ends
        return 2 * sum(share >= _FULL for share in filled) >= len(rows)
    return sum(line[:1].islower() for line in text[1:]) >= _READING_ON * (len(text) - 1)


def _from_right_to_left(band: list[_Numbered]) -> bool:
    letters = "".join(piece.letters for _, piece in band)
    return 2 * sum(
        "\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc" for letter in letters
    ) > len(letters)


def _row_gaps(left: list[list[Piece]], right: list[list[Piece]]) -> list[float]:
    """Where a table with long cells has gaps between its rows: on both sides at the same height."""
    ours, others = _wide_gaps(left), _wide_gaps(right)
    shared = [
        (max(top, other_top) + min(bottom, other_bottom)) / 2
        for top, bottom in ours
        for other_top, other_bottom in others
        if max(top, other_top) < min(bottom, other_bottom)
    ]
    return shared if len(shared) >= 2 and len(shared) >= _ROW_GAPS * max(len(ours), len(others)) else []


def _wide_gaps(rows: list[list[Piece]]) -> list[tuple[float, float]]:
    middles = [row[0].middle for row in rows]
    steps = [after - before for before, after in itertools.pairwise(middles)]
    usual = statistics.median(steps)
    return [
        (before, after)
        for before, after, step in zip(middles, middles[1:], steps, strict=False)
        if step > _WIDE_PITCH * usual
    ]
