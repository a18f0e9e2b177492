"""JSON, and Jupyter notebooks, which are JSON: their cells in order."""

import json

from app.parsing import markup
from app.parsing.output import Output
from app.parsing.page_text import PageText
from app.parsing.plain import lines_of, without_colours

_LONG_LINE_CHARACTERS = 2000
_OUTPUT_LIMIT_CHARACTERS = 20_000


def read(data: bytes, output: Output) -> None:
    """Send a notebook's cells, or the JSON text itself, broken into lines where it has none."""
    text = lines_of(data)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None  # one object a line, cut short, or nested for mischief: the text is there all the same
    page = PageText()
    if isinstance(value, dict) and isinstance(value.get("cells"), list) and "nbformat" in value:
        output.facts("notebook")
        for cell in value["cells"]:
            if isinstance(cell, dict):
                _cell(cell, page)
    else:
        output.facts("json")
        longest = max(map(len, text.split("\n")), default=0)
        if value is not None and longest > _LONG_LINE_CHARACTERS:
            text = json.dumps(value, ensure_ascii=False, indent=1)
        page.code(text)
    if page.cut:
        output.note("cut_length")
    output.page(page.page(1))


def _cell(cell: dict[str, object], page: PageText) -> None:
    source = _joined(cell.get("source"))
    if cell.get("cell_type") == "markdown":
        markup.add(page, source, "markdown")
    else:
        page.code(source)
    outputs = cell.get("outputs")
    for shown in outputs if isinstance(outputs, list) else ():
        if not isinstance(shown, dict):
            continue
        data = shown.get("data")
        text = _joined(shown.get("text")) or _joined(data.get("text/plain") if isinstance(data, dict) else "")
        if shown.get("output_type") == "error":
            text = _joined(shown.get("traceback")) or f"{shown.get('ename')}: {shown.get('evalue')}"
        page.code(without_colours(text[:_OUTPUT_LIMIT_CHARACTERS]))


def _joined(lines: object) -> str:
    if isinstance(lines, list):
        return "".join(line for line in lines if isinstance(line, str))
    return lines if isinstance(lines, str) else ""
