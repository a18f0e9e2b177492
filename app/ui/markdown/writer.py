"""Writes the tree into a document, the only way that model text reaches a rich-text widget.

Window process, window thread. Everything is flat blocks with formats; a table is one character that stands
for a document of its own. Frames of code and bars of quotes are painted by the view from `spans`, because Qt's
own frames and tables can't be appended to cheaply.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from app.domain.typesetting import CodeColours, Outline
from app.ui.markdown.formats import formats_of
from app.ui.markdown.nodes import (
    Block,
    Code,
    CodeSpan,
    Emphasis,
    Formula,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Note,
    NoteMark,
    Notice,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Rule,
    Strike,
    Strong,
    Table,
    Text,
)
from app.ui.markdown.objects import (
    LINE_SEPARATOR,
    OBJECT_CHARACTER,
    OBJECT_KIND,
    Drawn,
    ObjectPainter,
    words_between,
)
from app.ui.markdown.plain import (
    address_note,
    inline_text,
    item_marker,
    note_mark,
    notice_sentence,
    picture_text,
)
from app.ui.markdown.style import CODE_HEADER_PX, INDENT_PX, PARAGRAPH_GAP_PX, TextStyle
from app.ui.markdown.table_document import TableDocument
from app.ui.markdown.typeset import FormulaPlaces, Undrawn, colour_lines
from app.ui.markdown.visible_text import reads_from_right

MAX_CELLS = 2_400
MAX_LINE_CHARS = 4_096
MAX_INDENT_PX = 12 * INDENT_PX


@dataclass(slots=True, eq=False)
class Span:
    """A run of document blocks with something painted behind it.

    `first` and `last` are block numbers; `code` is the code of a code block, `table` the table that stands
    there, both None for the bar of a quote or a rule; `left_px` is where it begins.
    """

    first: int
    last: int
    left_px: float
    code: Code | None = None
    rule: bool = False
    table: TableDocument | None = None
    asked: str = ""  # the code whose colours were asked for last, when, and how it is coloured
    asked_at: float = 0.0
    coloured: str | None = None
    lines: CodeColours = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a top-level block begins: the document as it was before. `number` is that of its last block."""

    number: int
    fresh: bool
    spans: int
    objects: int
    block_format: QTextBlockFormat
    char_format: QTextCharFormat


class DocumentWriter:
    """Keeps a document equal to a list of top-level blocks."""

    def __init__(self, document: QTextDocument, style: TextStyle) -> None:
        self._document = document
        self._style = style
        self._cursor = QTextCursor(document)
        self._blocks: list[Block] = []
        self._marks: list[_Mark] = []
        self._fresh = True  # the document's last block is empty and waits for content
        self._formats = formats_of(style)
        self._objects = ObjectPainter(document)
        self.formulas = FormulaPlaces(document, self._objects)
        self._places = self.formulas  # of the document that is being written: this one, or a table's
        document.documentLayout().registerHandler(OBJECT_KIND, self._objects)
        self.width_px = 10_000
        self.spans: list[Span] = []

    @property
    def blocks(self) -> Sequence[Block]:
        """What the document shows."""
        return self._blocks

    def show(self, keep: int, blocks: Sequence[Block]) -> None:
        """Keep the first `keep` blocks and show `blocks` after them; what is the same stays untouched."""
        shown = self._blocks[keep:]
        same = 0
        while same < len(blocks) and same < len(shown) and shown[same] == blocks[same]:
            same += 1
        keep += same
        if keep == len(self._blocks) and same == len(blocks):
            return
        self._cursor.beginEditBlock()
        try:
            rest = blocks[same:]
            last = bool(rest) and keep == len(self._blocks) - 1
            if last and (self._extend_code(rest[0]) or self._extend_table(rest[0])):
                rest = rest[1:]
                keep += 1
            self._remove_from(keep)
            for block in rest:
                self._mark()
                self._blocks.append(block)
                self._block(block, 0)
            self._make_head_room()
        finally:
            self._cursor.endEditBlock()

    def _make_head_room(self) -> None:
        """Room for the header of code that the text begins with: Qt leaves the first block's top margin out."""
        begins = any(span.first == 0 and span.code is not None for span in self.spans[:2])
        frame = self._document.rootFrame()
        shape = frame.frameFormat()
        room = CODE_HEADER_PX + 4 if begins else 0
        if shape.topMargin() != room:
            shape.setTopMargin(room)
            frame.setFrameFormat(shape)

    def first_block_of(self, keep: int) -> int:
        """The number of the document's block that the top-level block `keep` begins with, or its last one.

        A table or piece of code may grow in place, hence the one before the end.
        """
        at = min(keep, len(self._marks) - 1)
        return self._marks[at].number if at >= 0 else 0

    def beginning_of(self, block: int) -> int:
        """The number of the document's block in which the words of the top-level block `block` begin."""
        return self.first_block_of(block) + (1 if block else 0)

    def restyle(self, style: TextStyle) -> None:
        """Write everything again in another style."""
        blocks = tuple(self._blocks)
        self._style = style
        self._formats = formats_of(style)
        self.show(0, ())
        self.show(0, blocks)

    def words_between(self, start: int, end: int) -> str:
        """What stands between two positions, tables and formulas as their words."""
        return words_between(self._document, self._objects, start, end)

    def drawn_at(self, shape: QTextCharFormat) -> Drawn | None:
        """What a character of this format stands for."""
        return self._objects.at(shape)

    def spans_between(self, first: int, last: int) -> list[Span]:
        """The spans that touch the blocks numbered `first` to `last`."""
        end = bisect_left(self.spans, last + 1, key=lambda span: span.first)
        # A span lies within its top-level block, so the search begins with the one that holds `first`. A mark's
        # number is that of the block before it, save for the very first.
        holding = max(0, bisect_left(self._marks, first, key=lambda mark: mark.number) - 1)
        start = self._marks[holding].spans if self._marks else 0
        return [span for span in self.spans[start:end] if span.last >= first]

    def _mark(self) -> None:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._marks.append(
            _Mark(
                self._cursor.blockNumber(),
                self._fresh,
                len(self.spans),
                self._objects.next_number,
                self._cursor.blockFormat(),
                self._cursor.blockCharFormat(),
            )
        )

    def _remove_from(self, keep: int) -> None:
        if keep >= len(self._blocks):
            return
        mark = self._marks[keep]
        # By its number: positions have moved where a formula was drawn in the place of its source.
        block = self._document.findBlockByNumber(mark.number)
        self._cursor.setPosition(block.position() + (0 if mark.fresh else block.length() - 1))
        self._cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        self._cursor.removeSelectedText()
        self._cursor.setBlockFormat(mark.block_format)
        self._cursor.setBlockCharFormat(mark.char_format)
        self._fresh = mark.fresh
        for span in self.spans[mark.spans :]:
            if span.table is not None:
                span.table.deleteLater()
        self._objects.forget_from(mark.objects)
        self.formulas.forget_from(mark.objects)
        del self._blocks[keep:], self._marks[keep:], self.spans[mark.spans :]

    def _extend_code(self, block: Block) -> bool:
        """Write only what is new when the last block is code that has grown."""
        old = self._blocks[-1]
        if not isinstance(old, Code) or not isinstance(block, Code) or old.language != block.language:
            return False
        if not old.text or not block.text.startswith(old.text):
            return False
        span = self.spans[-1]
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.setBlockFormat(
            self._formats.code_line(span.left_px, first=span.first == span.last, last=False)
        )
        self._code_lines(block.text[len(old.text) :].split("\n"), span.left_px)
        span.last = self._cursor.blockNumber()
        span.code = block
        self._cursor.setBlockFormat(
            self._formats.code_line(span.left_px, first=span.first == span.last, last=True)
        )
        self._blocks[-1] = block
        return True

    def _start(self, block_format: QTextBlockFormat, char_format: QTextCharFormat) -> None:
        """Begin a document block at the end."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._fresh:
            self._cursor.setBlockFormat(block_format)
            self._cursor.setBlockCharFormat(char_format)
            self._fresh = False
        else:
            self._cursor.insertBlock(block_format, char_format)

    def _block(self, block: Block, indent: float, prefix: str = "", gap: float = PARAGRAPH_GAP_PX) -> None:
        indent = min(indent, MAX_INDENT_PX)
        if prefix and not isinstance(block, Paragraph):
            # The marker of an item that doesn't begin with text stands on a line of its own.
            self._paragraph((), indent, prefix, 2)
            prefix = ""
        match block:
            case Paragraph(children):
                self._paragraph(children, indent, prefix, gap)
            case Heading(level, children):
                shape = self._style.block(indent, 6)
                shape.setTopMargin(8)
                shape.setHeadingLevel(level)
                base = self._style.heading(level)
                self._start(shape, base)
                self._inlines(children, base)
            case Code():
                self._code(block, indent)
            case Plain(text):
                self._plain(text, indent)
            case Rule():
                self._rule(indent)
            case Quote(blocks):
                self._quote(blocks, indent)
            case ItemList():
                self._list(block, indent)
            case Note(label, blocks):
                for number, inner in enumerate(blocks or (Paragraph(()),)):
                    self._block(inner, indent + INDENT_PX, "" if number else note_mark(label), 4)
            case Table():
                self._table(block, indent)
            case Notice():
                self._start(self._style.block(indent), self._formats.quiet)
                self._cursor.insertText(notice_sentence(block), self._formats.quiet)

    def _paragraph(self, children: Sequence[Inline], indent: float, prefix: str, gap: float) -> None:
        shape = self._style.block(indent, gap)
        from_right = reads_from_right(inline_text(children))
        if indent and from_right:
            shape.setRightMargin(indent)  # where its lines begin
        alone = len(children) == 1 and children[0]
        if isinstance(alone, Formula) and alone.display and not prefix:
            shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if prefix:
            shape.setTextIndent(-INDENT_PX)
            tab = QTextOption.TabType.RightTab if from_right else QTextOption.TabType.LeftTab
            shape.setTabPositions([QTextOption.Tab(INDENT_PX, tab)])
        self._start(shape, self._formats.text)
        if prefix:
            self._cursor.insertText(f"{prefix}\t", self._formats.text)
        self._inlines(children, self._formats.text)

    def _inlines(self, children: Sequence[Inline], base: QTextCharFormat) -> None:
        for child in children:
            match child:
                case Text(text):
                    self._cursor.insertText(text.replace("\n", LINE_SEPARATOR), base)
                case CodeSpan(text):
                    self._cursor.insertText(text.replace("\n", " "), self._formats.code_span(base))
                case LineBreak():
                    self._cursor.insertText(LINE_SEPARATOR, base)
                case Formula():
                    self._formula(child, base)
                case NoteMark(label):
                    self._cursor.insertText(note_mark(label), self._formats.note(base))
                case Picture():
                    self._cursor.insertText(picture_text(child), self._formats.beside(base))
                case Link():
                    shown = self._formats.link(base, child.address) if child.opens or child.inside else base
                    self._inlines(child.children, shown)
                    self._cursor.insertText(address_note(child), self._formats.beside(shown))
                case Strong():
                    bold = QTextCharFormat(base)
                    bold.setFontWeight(QFont.Weight.Bold.value)
                    self._inlines(child.children, bold)
                case Emphasis():
                    italic = QTextCharFormat(base)
                    italic.setFontItalic(True)
                    self._inlines(child.children, italic)
                case Strike():
                    struck = QTextCharFormat(base)
                    struck.setFontStrikeOut(True)
                    self._inlines(child.children, struck)

    def _formula(self, formula: Formula, base: QTextCharFormat) -> None:
        source = self._formats.code_span(base)
        self._places.write(self._cursor, formula, base, source, self._room_px())

    def draw(self, undrawn: Undrawn, outline: Outline | None) -> bool:
        """See `FormulaPlaces.draw`."""
        return self.formulas.draw(undrawn, outline, self._room_px())

    def draw_in_table(self, span: Span, undrawn: Undrawn, outline: Outline | None) -> bool:
        """The same for a formula in the table of `span`."""
        if span.table is None or not span.table.draw(undrawn, outline):
            return False
        self._lay_out(span)
        return True

    def _lay_out(self, span: Span) -> None:
        """A table has another size."""
        place = self._document.findBlockByNumber(span.first)
        self._document.markContentsDirty(place.position(), place.length())

    def colour(self, span: Span, text: str, lines: CodeColours) -> None:
        """Colour the code of `span` as `text`, which it is or begins with."""
        shown = lines if span.code is not None and span.code.text == text else lines[:-1]
        colour_lines(self._document, span.first, span.last, span.lines, shown, self._formats)
        span.lines, span.coloured = shown, text

    def _room_px(self) -> float:
        return max(80, self.width_px - self._cursor.blockFormat().leftMargin())

    def _code(self, code: Code, indent: float) -> None:
        lines = code.text.split("\n")
        first_only = len(lines) == 1
        self._start(self._formats.code_line(indent, first=True, last=first_only), self._formats.code)
        span = Span(self._cursor.blockNumber(), 0, indent, code)
        self.spans.append(span)
        self._code_lines(lines, indent)
        span.last = self._cursor.blockNumber()
        if not first_only:
            self._cursor.setBlockFormat(self._formats.code_line(indent, first=False, last=True))

    def _code_lines(self, lines: Sequence[str], indent: float) -> None:
        """Go on in the current line of code with the first of `lines`, then begin one line for each other."""
        between = self._formats.code_line(indent, first=False, last=False)
        for number, line in enumerate(lines):
            if number:
                self._cursor.insertBlock(between, self._formats.code)
            room = MAX_LINE_CHARS - self._cursor.block().length()
            while len(line) > room:
                # A line costs the square of its length: an endless one goes on in another block.
                self._cursor.insertText(line[: max(0, room)], self._formats.code)
                self._cursor.insertBlock(between, self._formats.code)
                line, room = line[max(0, room) :], MAX_LINE_CHARS
            self._cursor.insertText(line, self._formats.code)

    def _plain(self, text: str, indent: float) -> None:
        lines = [
            line[start : start + MAX_LINE_CHARS]
            for line in text.split("\n")
            for start in range(0, len(line) or 1, MAX_LINE_CHARS)
        ]
        for number, line in enumerate(lines):
            gap = PARAGRAPH_GAP_PX if number == len(lines) - 1 else 0
            self._start(self._style.block(indent, gap), self._formats.text)
            self._cursor.insertText(line, self._formats.text)

    def _rule(self, indent: float) -> None:
        self._start(self._style.block(indent), self._formats.text)
        number = self._cursor.blockNumber()
        self.spans.append(Span(number, number, indent, rule=True))

    def _quote(self, blocks: Sequence[Block], indent: float) -> None:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        span = Span(self._cursor.blockNumber() + (0 if self._fresh else 1), 0, indent)
        self.spans.append(span)
        for block in blocks or (Paragraph(()),):
            self._block(block, indent + INDENT_PX / 2 + 2)
        span.last = self._document.blockCount() - 1

    def _list(self, items: ItemList, indent: float) -> None:
        inner = indent + INDENT_PX
        for index, item in enumerate(items.items):
            gap = 3 if items.tight else PARAGRAPH_GAP_PX
            blocks = item.blocks or (Paragraph(()),)
            last_item = index == len(items.items) - 1
            for number, block in enumerate(blocks):
                prefix = item_marker(items, index) if number == 0 else ""
                ends = last_item and number == len(blocks) - 1
                self._block(block, inner, prefix, PARAGRAPH_GAP_PX if ends else gap)

    def _table(self, table: Table, indent: float) -> None:
        rows = len(table.rows) + (0 if table.continued else 1)
        columns = len(table.alignments)
        if not rows or not columns:
            return
        if rows * columns > MAX_CELLS:
            shown = table.rows if table.continued else (table.header, *table.rows)
            self._plain("\n".join(" | ".join(inline_text(cell) for cell in row) for row in shown), indent)
            return
        document = TableDocument(
            table, self._formats, self._write_inlines, lambda: max(120, self.width_px - int(indent))
        )
        document.setParent(self._document)
        self._start(self._formats.place(indent, document.from_right), self._formats.hidden)
        self._cursor.insertText(OBJECT_CHARACTER, self._objects.add(document, self._formats.hidden))
        number = self._cursor.blockNumber()
        self.spans.append(Span(number, number, indent, table=document))

    def _extend_table(self, block: Block) -> bool:
        """Write only the new rows when the last block is a table that has grown."""
        if not isinstance(block, Table) or not isinstance(self._blocks[-1], Table) or not self.spans:
            return False
        span = self.spans[-1]
        if span.table is None or len(block.rows) * len(block.alignments) > MAX_CELLS - len(block.alignments):
            return False
        if not span.table.grow(block):
            return False
        self._lay_out(span)
        self._blocks[-1] = block
        return True

    def _write_inlines(
        self, cursor: QTextCursor, places: FormulaPlaces, children: Sequence[Inline], base: QTextCharFormat
    ) -> None:
        """Write into a table's document."""
        mine = self._cursor, self._places
        self._cursor, self._places = cursor, places
        places.known = self.formulas.known
        try:
            self._inlines(children, base)
        finally:
            self._cursor, self._places = mine
