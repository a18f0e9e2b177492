"""One table in a document of its own. Window process, window thread."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import cast

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
)

from app.domain.typesetting import Outline
from app.ui.markdown.document import SealedDocument
from app.ui.markdown.formats import Formats
from app.ui.markdown.nodes import Alignment, Inline, Table
from app.ui.markdown.objects import OBJECT_KIND, ObjectPainter, words_between
from app.ui.markdown.plain import inline_text
from app.ui.markdown.typeset import FormulaPlaces, Undrawn
from app.ui.markdown.visible_text import reads_from_right

LEAST_COLUMN_PX = 120  # more columns than fit at this width scroll sideways
_SPOKEN = {
    "\ufdd0": "\n",
    "\ufdd1": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}  # what Qt has between lines and cells
WriteInlines = Callable[[QTextCursor, FormulaPlaces, Sequence[Inline], QTextCharFormat], None]
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_ALIGN = {
    Alignment.LEFT: _LEFT,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Alignment.RIGHT: _RIGHT,
}


class TableDocument(SealedDocument):
    """A table, growing by rows.

    Attributes:
        table: what it shows.
        from_right: whether its first column stands at the right.
        formulas: those in its cells.
        boxed: a widget shows it, so that it need not be painted into the text.
    """

    def __init__(
        self, table: Table, formats: Formats, write: WriteInlines, room_px: Callable[[], int]
    ) -> None:
        super().__init__()
        self._formats = formats
        self._write = write
        self._room_px = room_px
        self._fitted_for = -1
        self._natural_px = 0  # the width that its content would like, 0 for not known
        self._width_px = 0
        self.table = table
        self.from_right = runs_from_right(table)
        self.boxed = False
        self._objects = ObjectPainter(self)
        self.formulas = FormulaPlaces(self, self._objects)
        self.documentLayout().registerHandler(OBJECT_KIND, self._objects)
        self._last_row = 1  # the number that its first formula has or would have
        rows = self._rows()
        cursor = QTextCursor(self)
        cursor.setBlockFormat(formats.hidden_block)
        cursor.setBlockCharFormat(formats.hidden)
        cursor.beginEditBlock()
        self._grid: QTextTable = cursor.insertTable(len(rows), len(table.alignments), formats.table())
        for number, row in enumerate(rows):
            self._write_row(number, row)
        last = QTextCursor(self)
        last.movePosition(QTextCursor.MoveOperation.End)
        last.setBlockFormat(formats.hidden_block)
        last.setBlockCharFormat(formats.hidden)
        cursor.endEditBlock()

    def grow(self, table: Table) -> bool:
        """Show `table`, which has the same beginning; False when it hasn't, with nothing changed."""
        known, rows = self.table.rows, table.rows
        same = (table.header, table.alignments, table.continued) == (
            self.table.header,
            self.table.alignments,
            self.table.continued,
        )
        if runs_from_right(table) != self.from_right:
            return False
        if not same or not known or len(rows) < len(known) or rows[: len(known) - 1] != known[:-1]:
            return False
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        first = self._grid.rows() - 1
        if rows[len(known) - 1] == known[-1]:
            first += 1
        else:
            self._clear_row(first)
        added = len(rows) - len(known)
        if added:
            self._grid.appendRows(added)
        self.table = table
        shown = self._rows()
        for number in range(first, len(shown)):
            self._write_row(number, shown[number])
        cursor.endEditBlock()
        self._forget_size()
        return True

    def draw(self, undrawn: Undrawn, outline: Outline | None) -> bool:
        """See `FormulaPlaces.draw`."""
        drawn = self.formulas.draw(undrawn, outline, self._room_px())
        self._forget_size()
        return drawn

    def _forget_size(self) -> None:
        self._fitted_for = -1
        self._natural_px = 0

    def extent(self) -> QSizeF:
        """As wide as its content, at most the room there is."""
        self.fit()
        content = self.size()
        return QSizeF(min(float(self._room_px()), content.width()), math.ceil(content.height()) + self.bar_px)

    @property
    def is_wide(self) -> bool:
        """Whether it scrolls sideways."""
        self.fit()
        return self.textWidth() > self._room_px() + 1

    @property
    def bar_px(self) -> int:
        """Room for the bar that scrolls it."""
        return 12 if self.is_wide else 0

    def fit(self) -> None:
        """Break the lines for the room there is. (A widget that takes this document gives it a width of its own.)"""
        room = self._room_px()
        if self._fitted_for != room:
            self._fitted_for = room
            if not self._natural_px:
                self._natural_px = self._measure(room)
            least = min(self._natural_px, len(self.table.alignments) * LEAST_COLUMN_PX)
            self._width_px = self._natural_px if self._natural_px <= room else max(room, least)
        if self.textWidth() != self._width_px:
            self.setTextWidth(self._width_px)

    def _measure(self, room: int) -> int:
        """The width that the content would like."""
        if self.textWidth() != -1:  # which would break all lines anew
            self.setTextWidth(-1)
        widths = self._right_to_left_widths()
        if widths:
            share = min(1.0, room / sum(widths))
            shape = self._grid.format()
            shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            shape.setColumnWidthConstraints(
                [QTextLength(QTextLength.Type.FixedLength, width * share) for width in widths]
            )
            self._grid.setFormat(shape)
        return math.ceil(max(self.idealWidth(), sum(widths))) + 1

    def _right_to_left_widths(self) -> list[float]:
        """What each column would like; empty where nothing is read from the right.

        WORKAROUND Qt 6.12: the layout counts nothing for lines from right to left, and breaks them at each letter.
        """
        if not any(reads_from_right(inline_text(cell)) for row in self._rows() for cell in row):
            return []
        rows, columns = range(self._grid.rows()), range(self._grid.columns())
        return [max(self._cell_width(row, column) for row in rows) for column in columns]

    def _cell_width(self, row: int, column: int) -> float:
        cell = self._grid.cellAt(row, column)
        shape = cell.format().toTableCellFormat()
        width, block = 0.0, cell.firstCursorPosition().block()
        fragment = block.begin()
        while not fragment.atEnd():
            piece = fragment.fragment()
            drawn = self._objects.at(piece.charFormat())
            if drawn is not None:
                width += drawn.extent().width()
            else:
                width += QFontMetricsF(piece.charFormat().font()).horizontalAdvance(piece.text())
            fragment += 1
        return width + shape.leftPadding() + shape.rightPadding() + 2

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Its visible part, while no widget shows it."""
        if self.boxed:
            return
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.translate(rect.topLeft())
        self.drawContents(painter, QRectF(0, 0, rect.width(), rect.height()))
        painter.restore()

    def words(self) -> str:
        """Cells between tabs, rows on lines."""
        return tab_separated(self.table)

    def beginning(self, rows: int) -> str:
        """Cells of the first rows between tabs, rows on lines, to be read out."""
        shown = self._rows()
        lines = ["\t".join(_flat(inline_text(cell)) for cell in row) for row in shown[:rows]]
        return "\n".join([*lines, "…"] if len(shown) > rows else lines)

    def spoken(self) -> str:
        """All its letters, each at the place that it has in the document: tabs and line ends between the cells."""
        marks = {}
        for row in range(self._grid.rows()):
            for column in range(self._grid.columns()):
                before = self._grid.cellAt(row, column).firstPosition() - 1
                marks[before] = "\t" if column else "\n"
        letters = QTextCursor(self)
        letters.select(QTextCursor.SelectionType.Document)
        shown = letters.selectedText()
        return "".join(marks.get(at, _SPOKEN.get(letter, letter)) for at, letter in enumerate(shown))

    def words_chosen(self, cursor: QTextCursor) -> str:
        """What is selected, columns in the order in which they are read."""
        inside = QTextCursor(self)  # the table alone: all that is selected may begin before it
        inside.setPosition(max(cursor.selectionStart(), self._grid.firstPosition()))
        end = min(cursor.selectionEnd(), self._grid.lastPosition())
        inside.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        # Its declaration says object, and it gives four numbers, -1 for no cells.
        first, rows, left, columns = cast("tuple[int, int, int, int]", inside.selectedTableCells())
        if rows < 1:
            return words_between(self, self._objects, inside.selectionStart(), inside.selectionEnd())
        chosen = sorted(self._place(number) for number in range(left, left + columns))
        return _lines([row[column] for column in chosen] for row in self._rows()[first : first + rows])

    def _rows(self) -> list[tuple[tuple[Inline, ...], ...]]:
        return list(self.table.rows) if self.table.continued else [self.table.header, *self.table.rows]

    def _place(self, column: int) -> int:
        """Where a column stands from the left. (Qt 6.12 lays none out from the right.)"""
        return self._grid.columns() - 1 - column if self.from_right else column

    def _clear_row(self, number: int) -> None:
        self._objects.forget_from(self._last_row)
        self.formulas.forget_from(self._last_row)
        for column in range(self._grid.columns()):
            cell = self._grid.cellAt(number, column)
            cursor = cell.firstCursorPosition()
            cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    def _write_row(self, number: int, row: Sequence[Sequence[Inline]]) -> None:
        self._last_row = self._objects.next_number
        is_header = number == 0 and not self.table.continued
        base = self._formats.table_header if is_header else self._formats.table_text
        for column, children in enumerate(row[: self._grid.columns()]):
            cell = self._grid.cellAt(number, self._place(column))
            # The cell's format is also its first block's character format: setting one resets the other.
            cell.setFormat(self._formats.cell(base, self.from_right))
            cursor = cell.firstCursorPosition()
            shape = QTextBlockFormat()
            alignment = _ALIGN[self.table.alignments[column]]
            shape.setAlignment(_RIGHT if self.from_right and alignment == _LEFT else alignment)
            cursor.setBlockFormat(shape)
            self._write(cursor, self.formulas, children, base)


def runs_from_right(table: Table) -> bool:
    """Whether more of its headings are read from the right than from the left; without any, of its first cells."""
    for row in (table.header, *table.rows[:1]):
        texts = [text for text in map(inline_text, row) if any(map(str.isalpha, text))]
        if texts:
            return sum(map(reads_from_right, texts)) * 2 > len(texts)
    return False


def tab_separated(table: Table) -> str:
    """For a spreadsheet: no tab and no line end inside a cell, and no cell that begins a formula."""
    rows = table.rows if table.continued else (table.header, *table.rows)
    return _lines(rows)


def as_markdown(table: Table) -> str:
    """As Markdown, bars in cells escaped."""
    marks = {Alignment.LEFT: "---", Alignment.CENTRE: ":-:", Alignment.RIGHT: "--:"}
    lines = [table.header, *table.rows]
    texts = [" | ".join(_flat(inline_text(cell)).replace("|", "\\|") for cell in row) for row in lines]
    texts.insert(1, " | ".join(marks[alignment] for alignment in table.alignments))
    return "\n".join(f"| {line} |" for line in texts)


def _lines(rows: Iterable[Iterable[Sequence[Inline]]]) -> str:
    return "\n".join("\t".join(_cell(inline_text(cell)) for cell in row) for row in rows)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    flat = _flat(text)
    numeric = flat[1:].replace(".", "", 1).replace(",", "").replace("%", "").isdigit()
    return f"'{flat}" if flat[:1] in ("=", "+", "-", "@") and len(flat) > 1 and not numeric else flat
