"""Word 97 to 2003 (and the plain text of Word 6 and 95), read from its piece table.

Source: [MS-DOC] 2.5 (file information block), 2.9.38 (Clx), 2.8.35 (PlcPcd).
"""

import re
import struct

from app.domain.errors import DocumentError
from app.parsing.compound_streams import Streams
from app.parsing.output import Output
from app.parsing.page_text import PageText

_WORD_97 = 0xA5EC
_OLDER = (0xA5DC, 0xA59C, 0xA59B)
_ENCRYPTED, _OTHER_TABLE = 0x0100, 0x0200
_CLX_PLACE = 0x01A2
_COMPRESSED = 0x40000000
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_FIELD_DEPTH = 10


def read(streams: Streams, output: Output) -> None:
    """Send the text as one page."""
    document = streams.read("WordDocument")
    if len(document) < 0x60:
        raise DocumentError("document_damaged")
    magic, version = struct.unpack_from("<HH", document)
    flags = struct.unpack_from("<H", document, 0x0A)[0]
    if flags & _ENCRYPTED:
        raise DocumentError("document_locked_office")
    output.facts("doc", *streams.title_and_date())
    if streams.has("Macros"):
        output.note("active_content")
    if magic in _OLDER or version < 0xC1:
        start, end = struct.unpack_from("<II", document, 0x18)
        text = document[start:end].decode("cp1252", "replace")
    else:
        table = streams.read("1Table" if flags & _OTHER_TABLE else "0Table")
        text = _pieces(document, table)
    page = PageText()
    _add(text, page)
    output.page(page.page(1))


def _pieces(document: bytes, table: bytes) -> str:
    if len(document) < _CLX_PLACE + 8:
        raise DocumentError("document_damaged")
    place, length = struct.unpack_from("<II", document, _CLX_PLACE)
    clx = table[place : place + length]
    at = 0
    while at + 3 <= len(clx) and clx[at] == 1:  # formatting that pieces refer to
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at + 5 > len(clx) or clx[at] != 2:
        raise DocumentError("document_damaged")
    pieces = clx[at + 5 : at + 5 + struct.unpack_from("<I", clx, at + 1)[0]]
    count = (len(pieces) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", pieces)
    parts = []
    for index in range(count):
        characters = ends[index + 1] - ends[index]
        where = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * index + 2)[0]
        if not 0 <= characters <= len(document):
            raise DocumentError("document_damaged")
        if where & _COMPRESSED:
            start = (where & ~_COMPRESSED) // 2
            parts.append(document[start : start + characters].decode("cp1252", "replace"))
        else:
            parts.append(document[where : where + 2 * characters].decode("utf-16-le", "replace"))
    return "".join(parts)


def _add(text: str, page: PageText) -> None:
    for _ in range(_FIELD_DEPTH):  # a field may lie in another one's result
        text, changed = _FIELD.subn(lambda match: match[1] or "", text)
        if not changed:
            break
    text = text.replace("\x0b", "\n").replace("\x0c", "\r").replace("\x1e", "-")
    text = re.sub("[\x00-\x06\x08\x0e-\x1f]", "", text)
    row: list[str] = []
    cell = ""
    for part in re.split("([\r\x07])", text):
        if part == "\x07":
            if not cell and row:
                page.row(row)  # the mark that ends a row follows the one that ends its last cell
                row = []
            else:
                row.append(cell)
            cell = ""
        elif part == "\r":
            if row:
                cell += " "
            else:
                page.paragraph(cell)
                cell = ""
        else:
            cell += part
    if row:
        page.row([*row, cell])
    else:
        page.paragraph(cell)
