"""Rows and columns of cells -> a page's table rows, without the columns nobody used."""

from app.domain.document import Page
from app.parsing.page_text import PageText

CELLS_LIMIT = 2_000_000
_MERGED_LIMIT = 200  # rows or columns that a merged cell is repeated over
_MERGES_LIMIT = 50_000


class SheetText:
    """One sheet being read, rows in order.

    Attributes:
        remarks: what lies over the cells or was remarked on them; lines with tabs are rows of a table.
    """

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, str]] = {}
        self._columns: set[int] = set()
        self._cells = 0
        self._merges = 0
        self.remarks: list[str] = []

    @property
    def full(self) -> bool:
        """Whether more cells than are sensible have come."""
        return self._cells >= CELLS_LIMIT

    def row(self, number: int, cells: dict[int, str]) -> None:
        """Add one row: column number -> text. Empty ones are left out."""
        kept = {column: text for column, text in cells.items() if text and not text.isspace()}
        if kept and not self.full:
            self._rows.setdefault(number, {}).update(kept)
            self._columns.update(kept)
            self._cells += len(kept)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Repeat the text of a merged cell in all the cells it covers, so that each row can stand alone.

        A title across the whole table isn't repeated sideways. After all rows.
        """
        text = self._rows.get(top, {}).get(left, "")
        self._merges += 1
        if not text or self._merges > _MERGES_LIMIT:
            return
        alone = all(left <= column <= right for column in self._rows[top])
        last_column = left if alone else min(right, left + _MERGED_LIMIT)
        for row in range(top, min(bottom, top + _MERGED_LIMIT) + 1):
            cells = self._rows.get(row)
            if cells is None or (alone and row > top and not cells):
                continue
            for column in range(left, last_column + 1):
                cells.setdefault(column, text)
                self._columns.add(column)

    def page(self, number: int, label: str) -> Page:
        """The finished sheet: its name if there is anything in it, its rows, then the remarks."""
        page = PageText()
        if self._rows or self.remarks:
            page.heading(label, 1)
        columns = sorted(self._columns)
        for _, row in sorted(self._rows.items()):
            page.row([row.get(column, "") for column in columns])
        for remark in self.remarks:
            if "\t" in remark:
                page.row(remark.split("\t"))
            else:
                page.paragraph(remark)
        return page.page(number, label)
