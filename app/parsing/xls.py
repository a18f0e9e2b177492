"""Excel 5 to 2003 (XLS): one page a sheet. The one door to xlrd."""

import io

import xlrd

from app.domain.errors import DocumentError
from app.parsing.number_format import date_text, number_text
from app.parsing.output import Output
from app.parsing.sheet_text import SheetText

_ERRORS = xlrd.error_text_from_code


def read(data: bytes, output: Output) -> None:
    """Send every sheet of a workbook that isn't in a compound file."""
    read_titled(data, "", "", output)


def read_titled(data: bytes, title: str, date: str, output: Output) -> None:
    """Send every sheet. Raises DocumentError."""
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), ragged_rows=True)
    except xlrd.XLRDError as error:
        said = str(error).lower()
        code = "document_locked_office" if "encrypt" in said or "password" in said else "document_damaged"
        raise DocumentError(code) from error
    output.facts("xls", title, date)
    since_1904 = bool(book.datemode)
    for number, sheet in enumerate(book.sheets(), start=1):
        text = SheetText()
        for row in range(sheet.nrows):
            kinds, values = sheet.row_types(row), sheet.row_values(row)
            cells = {
                column: _shown(kind, value, since_1904)
                for column, (kind, value) in enumerate(zip(kinds, values, strict=True), start=1)
            }
            text.row(row + 1, cells)
            if text.full or (row % 256 == 0 and output.time_is_short()):
                if text.full:
                    output.note("cut_length")
                break
        for top, bottom, left, right in sheet.merged_cells:
            text.merge(top + 1, left + 1, bottom, right)
        text.remarks += [note.text for _, note in sorted(getattr(sheet, "cell_note_map", {}).items())]
        output.page(text.page(number, sheet.name))


def _shown(kind: int, value: object, since_1904: bool) -> str:
    if kind == xlrd.XL_CELL_DATE and isinstance(value, float):
        return date_text(value, since_1904=since_1904)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind == xlrd.XL_CELL_ERROR:
        return str(_ERRORS.get(value, ""))
    return number_text(value) if isinstance(value, float) else str(value)
