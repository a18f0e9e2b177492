"""Puts what the typesetter made into a text: drawn formulas in the place of their source, colours on code.

Window process, window thread. Nothing here asks; `app.ui.transcript.text_body` does, for what is in sight.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextLayout

from app.domain.typesetting import CodeColours, Outline, Runs
from app.ui.markdown.drawn_formula import DrawnFormula, Strut, drawable
from app.ui.markdown.formats import Formats
from app.ui.markdown.nodes import Formula
from app.ui.markdown.objects import OBJECT_CHARACTER, ObjectPainter
from app.ui.markdown.plain import formula_text

KnownOutline = Callable[[Formula], Outline | None]


@dataclass(slots=True)
class Undrawn:
    """A formula whose source stands in the text. `place` selects it and moves with the text."""

    formula: Formula
    base: QTextCharFormat
    place: QTextCursor
    numbers: tuple[int, int]


class FormulaPlaces:
    """The formulas of one document.

    Attributes:
        known: looks up what was drawn already.
        undrawn: the others by their numbers, in reading order.
    """

    def __init__(self, document: QTextDocument, objects: ObjectPainter) -> None:
        self._document = document
        self._objects = objects
        self.known: KnownOutline = lambda _formula: None
        self.undrawn: dict[int, Undrawn] = {}

    def write(
        self,
        cursor: QTextCursor,
        formula: Formula,
        base: QTextCharFormat,
        source: QTextCharFormat,
        room_px: float,
    ) -> None:
        """Write a formula at the cursor: drawn if it is known, else as its source."""
        numbers = (self._objects.reserve(), self._objects.reserve())
        outline = self.known(formula)
        if outline is not None and drawable(outline):
            self._insert(cursor, numbers, DrawnFormula(formula, outline, base, room_px), base)
            return
        place = QTextCursor(self._document)
        start = cursor.position()
        cursor.insertText(formula_text(formula), source)
        place.setPosition(start)
        place.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        place.setKeepPositionOnInsert(True)  # what is written next stands behind it, not in it
        self.undrawn[numbers[0]] = Undrawn(formula, base, place, numbers)

    def draw(self, undrawn: Undrawn, outline: Outline | None, room_px: float) -> bool:
        """Put the drawing in the place of the source; without one the source stays. Whether it was put there."""
        del self.undrawn[undrawn.numbers[0]]
        if outline is None or not drawable(outline):
            return False
        drawn = DrawnFormula(undrawn.formula, outline, undrawn.base, room_px)
        undrawn.place.setKeepPositionOnInsert(False)
        self._insert(undrawn.place, undrawn.numbers, drawn, undrawn.base)
        return True

    def between(self, first: int, last: int) -> list[Undrawn]:
        """Those in the blocks numbered `first` to `last`."""
        return [one for one in self.undrawn.values() if first <= one.place.blockNumber() <= last]

    def forget_from(self, number: int) -> None:
        """The objects from `number` on are gone from the document."""
        while self.undrawn and next(reversed(self.undrawn)) >= number:
            self.undrawn.popitem()

    def _insert(
        self, cursor: QTextCursor, numbers: tuple[int, int], drawn: DrawnFormula, base: QTextCharFormat
    ) -> None:
        shape = QTextCharFormat(base)
        shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignNormal)
        cursor.insertText(OBJECT_CHARACTER, self._objects.fill(numbers[0], drawn, shape))
        if drawn.below_px > 1:
            shape.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            strut = Strut(drawn.below_px, base)
            cursor.insertText(OBJECT_CHARACTER, self._objects.fill(numbers[1], strut, shape))


def colour_lines(
    document: QTextDocument, first: int, last: int, before: CodeColours, lines: CodeColours, formats: Formats
) -> None:
    """Colour the code in the blocks `first` to `last`, one for each line; `before` is how it is coloured now."""
    block = document.findBlockByNumber(first)
    changed: list[int] = []
    for number in range(min(len(lines), last - first + 1)):
        if not block.isValid():
            break
        if number >= len(before) or before[number] != lines[number]:
            block.layout().setFormats(_ranges(lines[number], block.length(), formats))
            changed += (block.position(), block.position() + block.length())
        block = block.next()
    if changed:
        document.markContentsDirty(changed[0], changed[-1] - changed[0])


def _ranges(runs: Runs, length: int, formats: Formats) -> list[QTextLayout.FormatRange]:
    ranges = []
    for start, count, kind in runs:
        if 0 <= start < start + count <= length and kind in formats.code_kinds:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, count, formats.code_kinds[kind]
            ranges.append(one)
    return ranges
