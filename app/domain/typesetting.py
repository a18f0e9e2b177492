"""Formulas as outlines and code as coloured runs: what the typesetter makes of text. Pure values."""

import enum
from dataclasses import dataclass

CODE_LIMIT_CHARS = 60_000  # longer code stays plain
CODE_LINE_LIMIT_CHARS = 2_000  # and code with a longer line
FORMULA_LIMIT_CHARS = 600
FORMULA_LIMIT_DEPTH = 6  # the time to draw one doubles with each level


class CodeKind(enum.IntEnum):
    """What a piece of code is. What is none of these has the text's own colour."""

    KEYWORD = 1
    STRING = 2
    NUMBER = 3
    COMMENT = 4
    NAME = 5
    TYPE = 6


Runs = tuple[tuple[int, int, int], ...]  # (start, length, kind): in UTF-16 units, as the window counts
CodeColours = tuple[Runs, ...]  # one for each line


@dataclass(frozen=True, slots=True)
class Outline:
    """A formula as filled shapes, in units of its font size; y grows downward, 0 is the baseline.

    `commands` are of M and L (two numbers each), Q (four), C (six) and Z (none), `numbers` theirs in order.
    """

    left: float
    top: float
    width: float
    height: float
    commands: str
    numbers: tuple[float, ...]


def may_be_drawn(source: str) -> bool:
    """Whether a formula is short and flat enough to be drawn in a moment."""
    if not source.strip() or len(source) > FORMULA_LIMIT_CHARS:
        return False
    depth = deepest = 0
    opening = ("{", "\\left", "\\begin")
    closing = ("}", "\\right", "\\end")
    at = 0
    while at < len(source):
        if source.startswith(opening, at) and not source.startswith(("\\leftarrow", "\\leftright"), at):
            depth += 1
            deepest = max(deepest, depth)
        elif source.startswith(closing, at) and not source.startswith("\\rightarrow", at):
            depth -= 1
        at += 2 if source[at] == "\\" else 1
    return deepest <= FORMULA_LIMIT_DEPTH
