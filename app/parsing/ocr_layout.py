"""From where words are likely in a picture to lines of words in the order they are read. Pure arithmetic."""

import statistics

import numpy
from numpy.typing import NDArray

from app.parsing.box import Box

_LIKELY = 0.3
_LIKELY_ON_AVERAGE = 0.5
_GROWTH = 1.6  # the network marks the middle of a line; its authors let boxes grow by this much
_SMALLEST_PX = 3
_BOXES_LIMIT = 3000
_COLUMN_SHARE = 0.25


def boxes_in(likeness: NDArray[numpy.float32], across: float, down: float) -> list[Box]:
    """The boxes in a map of likeness; `across` and `down` scale them to the picture."""
    height, width = likeness.shape
    found = []
    for left, top, right, bottom in _connected(likeness > _LIKELY)[:_BOXES_LIMIT]:
        box_width, box_height = right - left, bottom - top
        if min(box_width, box_height) < _SMALLEST_PX:
            continue
        if likeness[top:bottom, left:right].mean() < _LIKELY_ON_AVERAGE:
            continue
        grow = box_width * box_height * _GROWTH / (2 * (box_width + box_height))
        found.append(
            Box(
                max(left - grow, 0) * across,
                max(top - grow, 0) * down,
                min(right + grow, width) * across,
                min(bottom + grow, height) * down,
            )
        )
    return found


def _connected(mask: NDArray[numpy.bool_]) -> list[tuple[int, int, int, int]]:
    """Bounds (left, top, right, bottom) of each connected part of a mask, joined run by run."""
    parents: list[int] = []
    bounds: list[tuple[int, int, int, int]] = []

    def root_of(part: int) -> int:
        while parents[part] != part:
            parents[part] = parents[parents[part]]
            part = parents[part]
        return part

    above: list[tuple[int, int, int]] = []
    for row in range(mask.shape[0]):
        steps = numpy.flatnonzero(numpy.diff(mask[row].astype(numpy.int8), prepend=0, append=0))
        here: list[tuple[int, int, int]] = []
        place = 0
        for start, end in zip(steps[::2].tolist(), steps[1::2].tolist(), strict=True):
            part = -1
            while place < len(above) and above[place][1] < start:
                place += 1
            touching = place
            while touching < len(above) and above[touching][0] <= end:
                other = root_of(above[touching][2])
                if part < 0:
                    part = other
                elif part != other:
                    parents[other] = part
                    bounds[part] = _around(bounds[part], bounds[other])
                touching += 1
            if part < 0:
                part = len(parents)
                parents.append(part)
                bounds.append((start, row, end, row + 1))
            bounds[part] = _around(bounds[part], (start, row, end, row + 1))
            here.append((start, end, part))
        above = here
    return [bounds[part] for part in range(len(parents)) if parents[part] == part]


def _around(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def in_reading_order(boxes: list[Box]) -> list[list[Box]]:
    """Lines of boxes: columns from left to right, in them lines from top to bottom."""
    return [line for part in _parts(boxes, 0) for line in _lines(part)]


def _parts(boxes: list[Box], depth: int) -> list[list[Box]]:
    """Cut between columns where there are some, else at the widest gap between lines, and again in each part."""
    if len(boxes) < 4 or depth > 40:
        return [boxes]
    cut = _column_gap(boxes)
    if cut is not None:
        sides = [box for box in boxes if box.right <= cut], [box for box in boxes if box.right > cut]
        return [part for side in sides for part in _parts(side, depth + 1)]
    gap, cut = _widest_gap(sorted((box.top, box.bottom) for box in boxes))
    if gap <= 0:
        return [boxes]
    upper, lower = [box for box in boxes if box.bottom <= cut], [box for box in boxes if box.bottom > cut]
    if not any(_has_columns(part) for part in (upper, lower)):
        return [boxes]  # no columns further down either: lines across the whole are right
    return [*_parts(upper, depth + 1), *_parts(lower, depth + 1)]


def _has_columns(boxes: list[Box], depth: int = 0) -> bool:
    if len(boxes) < 4 or depth > 12:
        return False
    if _column_gap(boxes) is not None:
        return True
    gap, cut = _widest_gap(sorted((box.top, box.bottom) for box in boxes))
    if gap <= 0:
        return False
    return any(
        _has_columns(part, depth + 1)
        for part in (
            [box for box in boxes if box.bottom <= cut],
            [box for box in boxes if box.bottom > cut],
        )
    )


def _column_gap(boxes: list[Box]) -> float | None:
    """Where prose stands in columns, the place between them: figures in a table don't fill theirs line by line."""
    gap, cut = _widest_gap(sorted((box.left, box.right) for box in boxes))
    height = statistics.median([box.height for box in boxes])
    if gap < 0.5 * height:
        return None
    whole = max(box.right for box in boxes) - min(box.left for box in boxes)
    for side in ([box for box in boxes if box.right <= cut], [box for box in boxes if box.right > cut]):
        if len(side) < 4:
            return None
        width = max(box.right for box in side) - min(box.left for box in side)
        usual = statistics.median([box.right - box.left for box in side])
        if width < _COLUMN_SHARE * whole or usual < 0.6 * width:
            return None
    return cut


def _widest_gap(spans: list[tuple[float, float]]) -> tuple[float, float]:
    """The widest stretch that no span covers, and its middle."""
    best, cut = 0.0, 0.0
    reached = spans[0][1]
    for start, end in spans[1:]:
        if start - reached > best:
            best, cut = start - reached, (start + reached) / 2
        reached = max(reached, end)
    return best, cut


def _lines(boxes: list[Box]) -> list[list[Box]]:
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: box.middle):
        line = lines[-1] if lines else []
        if line and box.top < line[-1].middle and line[-1].bottom > box.middle:
            line.append(box)
        else:
            lines.append([box])
    return [sorted(line, key=lambda box: box.left) for line in lines]


def joined(line: list[tuple[Box, str]]) -> str:
    """The words of one line: a tab where a gap says that they are cells of a table."""
    text = ""
    before: Box | None = None
    for box, words in line:
        if before is not None:
            text += "\t" if box.left - before.right > 0.8 * box.height else " "
        text += words
        before = box
    return text
