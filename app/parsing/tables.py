"""CSV and TSV: each line a table's row, whatever separates the cells."""

import csv
import io
import re

from app.parsing.output import Output
from app.parsing.page_text import PageText
from app.parsing.plain import lines_of

_SEPARATORS = ("\t", ";", ",", "|")
_NAMED_SEPARATOR = re.compile(r"\ufeff?sep=([^\w\s\"]|\t)\n")  # a first line for Excel
_LOOKED_AT_LINES = 50
_CELL_LIMIT_CHARACTERS = 1024 * 1024


def read(data: bytes, output: Output) -> None:
    """Send the table as one page."""
    output.facts("csv")
    text = lines_of(data).replace("\0", "")
    named = _NAMED_SEPARATOR.match(text)
    if named is not None:
        text = text[named.end() :]
    page = PageText()
    csv.field_size_limit(_CELL_LIMIT_CHARACTERS)
    separator = named[1] if named is not None else _separator(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, row in enumerate(rows, start=1):
            page.row(row)
            if number % 1024 == 0 and output.time_is_short():
                break
            if page.cut:
                output.note("cut_length")
                break
    except csv.Error:
        page = PageText()
        for line in text.split("\n"):
            page.row([line])
    output.page(page.page(1))


def _separator(text: str) -> str:
    """The one that gives the most lines the same number of cells, more than one."""
    lines = [line for line in text[: 64 * 1024].split("\n") if line.strip()][:_LOOKED_AT_LINES]
    best, best_score = ",", 0.0
    for separator in _SEPARATORS:
        counts = [len(row) for row in csv.reader(lines, delimiter=separator)]
        usual = max(set(counts), key=counts.count, default=1)
        score = (counts.count(usual) / max(len(counts), 1)) * (usual > 1) + min(usual, 50) / 1000
        if usual > 1 and score > best_score:
            best, best_score = separator, score
    return best
