"""CSV and TSV: each line a table's row, whatever separates the cells.

Python's `csv` takes a quote that is never closed for the beginning of a cell that holds the rest of the file, so the
cells are told apart here.
"""

import itertools
import re
from collections.abc import Iterator

from app.parsing.output import Output
from app.parsing.page_text import PageText
from app.parsing.plain import lines_of

_SEPARATORS = ("\t", ";", ",", "|")
_NAMED_SEPARATOR = re.compile(r"\ufeff?sep=([^\w\s\"]|\t)\n")  # a first line for Excel
_LOOKED_AT_LINES = 50
_QUOTES = re.compile('"+')
_CELL_LIMIT_CHARACTERS = 1024 * 1024  # between quotes; a quote that is closed later than that is text


def read(data: bytes, output: Output) -> None:
    """Send the table as one page."""
    output.facts("csv")
    text = lines_of(data).replace("\0", "")
    named = _NAMED_SEPARATOR.match(text)
    if named is not None:
        text = text[named.end() :]
    page = PageText()
    separator = named[1] if named is not None else _separator(text)
    for number, row in enumerate(_rows(text, separator), start=1):
        page.row(row)
        if number % 1024 == 0 and output.time_is_short():
            break
        if page.cut:
            output.note("cut_length")
            break
    output.page(page.page(1))


def _separator(text: str) -> str:
    """The one that gives the most lines the same number of cells, more than one."""
    beginning = text[: 64 * 1024]
    best, best_score = ",", 0.0
    for separator in _SEPARATORS:
        rows = (row for row in _rows(beginning, separator) if any(map(str.strip, row)))
        counts = [len(row) for row in itertools.islice(rows, _LOOKED_AT_LINES)]
        usual = max(set(counts), key=counts.count, default=1)
        score = (counts.count(usual) / max(len(counts), 1)) * (usual > 1) + min(usual, 50) / 1000
        if usual > 1 and score > best_score:
            best, best_score = separator, score
    return best


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """The cells of each row. Between quotes a cell may hold separators and line ends."""
    cell_end = re.compile(rf"[{re.escape(separator)}\n]")
    closed = re.compile(rf" *(?=[{re.escape(separator)}\n]|\Z)")
    begin = 0
    while begin < len(text):
        line_end = text.find("\n", begin)
        line_end = len(text) if line_end < 0 else line_end
        if text.find('"', begin, line_end) < 0:
            yield text[begin:line_end].split(separator)
            begin = line_end + 1
            continue
        row: list[str] = []
        while not row or text[begin - 1 : begin] == separator:
            cell, end = _quoted(text, begin, closed) or _plain(text, begin, cell_end)
            row.append(cell)
            begin = end + 1
        yield row


def _plain(text: str, begin: int, cell_end: re.Pattern[str]) -> tuple[str, int]:
    """A cell without quotes around it, and where it ends. Quotes in it are text."""
    found = cell_end.search(text, begin)
    end = found.start() if found is not None else len(text)
    return text[begin:end], end


def _quoted(text: str, begin: int, closed: re.Pattern[str]) -> tuple[str, int] | None:
    """A cell between quotes, and where it ends; None where there is none, so that a quote here is text.

    In quotes a quote is written twice. The first that stands alone has to be at the cell's end: of a quote that was
    never closed it is the beginning of another cell, or stands in its middle.
    """
    if not text.startswith('"', begin):
        return None
    begin += 1
    for quotes in _QUOTES.finditer(text, begin, begin + _CELL_LIMIT_CHARACTERS):
        if (quotes.end() - quotes.start()) % 2:
            end = closed.match(text, quotes.end())
            return (text[begin : quotes.end() - 1].replace('""', '"'), end.end()) if end is not None else None
    return None
