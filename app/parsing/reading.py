"""Kind of a file -> the module that reads it. In the throw-away process."""

from collections.abc import Callable

from app.domain.errors import DocumentError
from app.ipc.parser_frames import DrawPage, PageDrawn, ReadPicture
from app.parsing import (
    charset,
    compound,
    docx,
    epub,
    html,
    json_text,
    kind,
    mail,
    markup,
    odf,
    pdf,
    pdf_drawing,
    picture,
    plain,
    pptx,
    rtf,
    tables,
    xls,
    xlsx,
    xml_text,
)
from app.parsing.output import Output

READERS: dict[str, Callable[[bytes, Output], None]] = {
    "asciidoc": markup.reader("asciidoc"),
    "code": plain.read_code,
    "compound": compound.read,
    "csv": tables.read,
    "docx": docx.read,
    "eml": mail.read,
    "epub": epub.read,
    "html": html.read,
    "json": json_text.read,
    "latex": markup.reader("latex"),
    "markdown": markup.reader("markdown"),
    "mbox": mail.read_mailbox,
    "odf": odf.read,
    "org": markup.reader("org"),
    "pdf": pdf.read,
    "picture": picture.read,
    "pptx": pptx.read,
    "rst": markup.reader("rst"),
    "rtf": rtf.read,
    "text": plain.read,
    "xls": xls.read,
    "xlsx": xlsx.read,
    "xml": xml_text.read,
}

PLAIN = frozenset({"asciidoc", "code", "csv", "json", "latex", "markdown", "org", "rst", "text"})
"""Kinds that several files of may be read by one throw-away process (docs/decisions/0031)."""


def load_libraries() -> None:
    """Load what is loaded late otherwise: after confining, no file of a library can be opened any more."""
    charset.load()


def read(data: bytes, name: str, output: Output) -> None:
    """Read a document of any kind. Raises DocumentError, and whatever a library raises for a damaged file."""
    READERS[kind.detect(data, name)](data, output)


def read_plain(data: bytes, name: str, output: Output) -> bool:
    """Read a plain text: no native library, no package inside. False, with nothing read, for any other kind.

    Raises DocumentError for kinds that hold no text.
    """
    found = kind.detect_text(data, name)
    if found not in PLAIN:
        return False
    READERS[found](data, output)
    return True


def draw(data: bytes, request: DrawPage) -> PageDrawn:
    """Draw one page. Raises DocumentError for kinds that have none."""
    found = kind.detect(data, request.name)
    if found not in ("pdf", "picture"):
        raise DocumentError("document_no_pages_to_draw")
    return pdf_drawing.draw(data if found == "pdf" else picture.in_pdf(data), request)


def pixels(data: bytes, request: ReadPicture) -> PageDrawn:
    """Decode a picture. Raises DocumentError for other kinds."""
    if kind.detect(data, request.name) != "picture":
        raise DocumentError("document_no_picture")
    return pdf_drawing.pixels(picture.in_pdf(data), request.longest_px)
