"""Puts a page's text and blocks together, and lets no page grow without end."""

from app.domain.document import Block, BlockKind, Page
from app.parsing.output import clean, one_line

PAGE_LIMIT_CHARACTERS = 8 * 1024 * 1024
_BLOCKS_LIMIT = 200_000


class PageText:
    """One page being written. Empty blocks are left out; blocks are separated by line breaks.

    Attributes:
        cut: whether something had to be left out because the page was full.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._last: BlockKind | None = None
        self.cut = False

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    @property
    def first_heading(self) -> str:
        """The text of the first heading, empty when there is none."""
        for block in self._blocks:
            if block.kind is BlockKind.HEADING:
                return "".join(self._parts)[block.start : block.end]
        return ""

    def add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        """Add one block. White space around it goes; what is inside stays as it is, but for unseen hyphens."""
        text = clean(text).replace("\u00ad", "")
        if kind is BlockKind.TABLE_ROW:
            text = text.rstrip()  # empty first cells say which columns the next ones are in
        elif kind is BlockKind.CODE:
            text = text.strip("\n\r").rstrip()
        else:
            text = text.strip("\n\r\t \f\v")
        room = PAGE_LIMIT_CHARACTERS - self._length
        if not text:
            return
        self.cut = self.cut or len(text) > room
        if room <= 0:
            return
        text = text[:room]
        if self._parts:
            close = kind is self._last and kind in (BlockKind.TABLE_ROW, BlockKind.LIST_ITEM)
            gap = "\n" if close else "\n\n"
            self._parts.append(gap)
            self._length += len(gap)
        if len(self._blocks) < _BLOCKS_LIMIT:
            self._blocks.append(Block(kind, self._length, self._length + len(text), level))
        self._parts.append(text)
        self._length += len(text)
        self._last = kind

    def heading(self, text: str, level: int) -> None:
        """Add a heading, on one line, of level 1 to 6."""
        self.add(BlockKind.HEADING, " ".join(text.split()), min(max(level, 1), 6))

    def paragraph(self, text: str) -> None:
        """Add a paragraph."""
        self.add(BlockKind.PARAGRAPH, text)

    def row(self, cells: list[str]) -> None:
        """Add a table's row, if any of its cells holds something; cells are joined with tabs."""
        cells = [" ".join(cell.split()) for cell in cells]
        while cells and not cells[-1]:
            cells.pop()
        if any(cells):
            self.add(BlockKind.TABLE_ROW, "\t".join(cells))

    def item(self, text: str) -> None:
        """Add one item of a list."""
        self.add(BlockKind.LIST_ITEM, text)

    def code(self, text: str) -> None:
        """Add lines of code; their indentation stays."""
        self.add(BlockKind.CODE, text)

    def page(self, number: int, label: str = "") -> Page:
        """The finished page."""
        return Page(number, "".join(self._parts), tuple(self._blocks), one_line(label))
