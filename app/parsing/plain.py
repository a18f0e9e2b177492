"""Plain text, source code and logs, in any encoding."""

import re

from app.domain.document import BlockKind
from app.parsing.charset import decode
from app.parsing.output import Output
from app.parsing.page_text import PAGE_LIMIT_CHARACTERS, PageText

_LONGEST_BYTES = 4 * PAGE_LIMIT_CHARACTERS  # no encoding needs more for a character
_ESCAPE = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]{0,200}(?:\x07|\x1b\\\\))")
_GAP = re.compile(r"\n(?:[ \t]*\n)+")


def read(data: bytes, output: Output) -> None:
    """Send a text as one page; blank lines separate its paragraphs."""
    _send("text", data, output, BlockKind.PARAGRAPH)


def read_code(data: bytes, output: Output) -> None:
    """Send source code as one page; blank lines separate its blocks, their indentation stays."""
    _send("code", data, output, BlockKind.CODE)


def _send(kind: str, data: bytes, output: Output, blocks: BlockKind) -> None:
    output.facts(kind)
    page = PageText()
    for part in _GAP.split(lines_of(data)):
        page.add(blocks, part)
    if page.cut:
        output.note("cut_length")
    output.page(page.page(1))


def lines_of(data: bytes) -> str:
    """The text with line feeds only between its lines, without what colours it in a terminal.

    Of a text much longer than a page may be, the beginning: time for the rest is better spent on keeping that.
    """
    text = decode(data[:_LONGEST_BYTES]).replace("\r\n", "\n").replace("\r", "\n")
    return without_colours(text)


def without_colours(text: str) -> str:
    """The text without a terminal's escape sequences, which would hide the words they stand at."""
    return _ESCAPE.sub("", text) if "\x1b" in text else text
