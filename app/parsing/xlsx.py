"""Excel (XLSX, XLSM): one page a sheet, each row a table row.

Formulas give the value they had when saved, and stand themselves where there was none.
"""

from app.domain.errors import DocumentError
from app.parsing.drawing_text import chart_lines, drawing_lines
from app.parsing.number_format import (
    date_text,
    elapsed_text,
    is_date_format,
    is_elapsed_format,
    is_percent_format,
    number_text,
)
from app.parsing.office_package import OfficePackage
from app.parsing.output import Output
from app.parsing.sheet_text import SheetText
from app.parsing.xml_tree import Element, all_named, attribute, each, first, local, parse, text_of

_LETTERS = 26
_LOOK_AT_CLOCK_ROWS = 256


class _Book:
    """What all sheets of a workbook share."""

    def __init__(self, package: OfficePackage, main: str) -> None:
        self.package = package
        self.root = parse(package.archive.read(main))
        properties = first(self.root, "workbookPr")
        self.since_1904 = properties is not None and attribute(properties, "date1904") in ("1", "true")
        self.strings: list[str] = []
        for name in package.related(main, "sharedStrings")[:1]:
            self.strings = [_string(item) for item in each(package.archive.find(name) or b"", "si")]
        self.dates, self.percents, self.durations = _special_styles(package, main)

    def value(self, cell: Element) -> str:
        """A cell as text."""
        kind = cell.get("t")
        if kind == "inlineStr":
            inline = first(cell, "is")
            return _string(inline) if inline is not None else ""
        found = cell.find(cell.tag[:-1] + "v")
        text = (found.text or "") if found is not None else ""
        if not text and kind != "str" and (formula := cell.findtext(cell.tag[:-1] + "f")):
            return f"={formula}"  # its program hasn't worked it out; a text that is empty was
        if kind == "s":
            number = int(text) if text.isdigit() else -1
            return self.strings[number] if 0 <= number < len(self.strings) else ""
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(text, text)
        if kind in ("str", "e", "d") or not text:
            return text
        try:
            amount = float(text)
            style = cell.get("s")
            if style in self.durations:
                return elapsed_text(amount)
            if style in self.dates:
                return date_text(amount, since_1904=self.since_1904)
            if style in self.percents:
                return number_text(amount * 100) + "%"
            return number_text(amount)
        except (ValueError, OverflowError):
            return text


def read(data: bytes, output: Output) -> None:
    """Send every sheet, hidden ones too."""
    package = OfficePackage(data)
    main = package.main_part("xl/workbook.xml")
    title, date = package.title_and_date()
    output.facts("xlsx", title, date)
    if any("vbaproject" in name for name in package.archive.names()):
        output.note("active_content")
    book = _Book(package, main)
    relations = package.relations(main)
    number = 0
    for sheet in all_named(book.root, "sheet"):
        number += 1
        part = relations.get(attribute(sheet, "id"), ("", ""))[1]
        if not package.archive.has(part):
            part = f"xl/worksheets/sheet{number}.xml"
        sheet_text = _read_sheet(book, part, output)
        if sheet_text.full:
            output.note("cut_length")
        output.page(sheet_text.page(number, attribute(sheet, "name")))
    if number == 0:
        raise DocumentError("document_damaged")
    if not package.archive.whole:
        output.note("partly_damaged")


def _read_sheet(book: _Book, part: str, output: Output) -> SheetText:
    text = SheetText()
    data = book.package.archive.find(part)
    if data is None:
        return text
    row_number = 0
    for element in each(data, "row", "mergeCell"):
        if local(element) == "mergeCell":
            text.merge(*_corners(attribute(element, "ref")))
            continue
        reference = element.get("r") or ""
        row_number = int(reference) if reference.isdigit() else row_number + 1
        text.row(row_number, _cells(book, element))
        if text.full or (row_number % _LOOK_AT_CLOCK_ROWS == 0 and output.time_is_short()):
            break
    text.remarks += _lying_over(book.package, part)  # all there is on a sheet that is one chart
    return text


def _cells(book: _Book, row: Element) -> dict[int, str]:
    """Column -> text. Millions of cells go through here, so it looks at their full names and not at `local`."""
    cells: dict[int, str] = {}
    column = 0
    cell_name = row.tag[:-3] + "c"
    for cell in row:
        if cell.tag == cell_name:
            column = _column(cell.get("r") or "") or column + 1
            cells[column] = book.value(cell)
    return cells


def _lying_over(package: OfficePackage, part: str) -> list[str]:
    """Comments on cells, and the words in shapes and charts."""
    lines = []
    for kind, name in package.relations(part).values():
        if kind in ("comments", "threadedComment", "drawing"):
            tree = package.tree(name)
            if tree is None:
                continue
            if kind == "drawing":
                lines += drawing_lines(tree)
                lines += [
                    line for chart in package.related(name, "chart") for line in chart_lines(package, chart)
                ]
            else:
                lines += [text_of(comment) for comment in all_named(tree, "text")]
    return lines


def _string(item: Element) -> str:
    """A text with its differently formatted runs, without the reading aid above Japanese words."""
    parts = []
    for child in item:
        if local(child) == "t":
            parts.append(child.text or "")
        elif local(child) == "r":
            parts += [piece.text or "" for piece in child if local(piece) == "t"]
    return "".join(parts)


def _special_styles(package: OfficePackage, main: str) -> tuple[set[str], set[str], set[str]]:
    """Numbers of the cell styles that show dates, of those that show per cent, and of those that show durations."""
    names = package.related(main, "styles")
    tree = package.tree(names[0]) if names else None
    dates: set[str] = set()
    percents: set[str] = set()
    durations: set[str] = set()
    if tree is None:
        return dates, percents, durations
    codes = {attribute(form, "numFmtId"): attribute(form, "formatCode") for form in all_named(tree, "numFmt")}
    cell_formats = first(tree, "cellXfs")
    for index, form in enumerate(cell_formats if cell_formats is not None else ()):
        number = attribute(form, "numFmtId")
        if not number.isdigit():
            continue
        if is_elapsed_format(int(number), codes.get(number, "")):
            durations.add(str(index))
        elif is_date_format(int(number), codes.get(number, "")):
            dates.add(str(index))
        elif is_percent_format(int(number), codes.get(number, "")):
            percents.add(str(index))
    return dates, percents, durations


def _corners(reference: str) -> tuple[int, int, int, int]:
    """`A2:C4` -> first row, first column, last row, last column."""
    start, _, end = reference.partition(":")
    end = end or start
    rows = [int("".join(filter(str.isdigit, corner)) or 0) for corner in (start, end)]
    return rows[0], _column(start), rows[1], _column(end)


def _column(reference: str) -> int:
    """`BC23` -> 55; 0 when there is no reference."""
    number = 0
    for character in reference:
        if not ("A" <= character <= "Z"):
            break
        number = number * _LETTERS + ord(character) - ord("A") + 1
    return number
