"""PDF: text with page numbers. With the other `pdf` modules the door to pypdfium2.

What was filled into fields and written on notes follows the text of a page (`pdf_text`).
"""

import re

import pypdfium2
import pypdfium2.raw as pdfium

from app.domain.document import Block, BlockKind, Page
from app.domain.errors import DocumentError
from app.parsing import pdf_parts, pdf_text
from app.parsing.output import Output, clean

_PASSWORD = pdfium.FPDF_ERR_PASSWORD
FEW_CHARACTERS = 32  # a page of fewer is looked at by OCR: a number or a scanner's name is often all there is
_GAP = re.compile(r"\n[ \t]*\n\s*")
_LOOKED_FOR_ACTIONS_BYTES = 16 * 1024 * 1024


def read(data: bytes, output: Output) -> None:
    """Send every page, also those without words."""
    document = opened(data, output.options.passwords)
    output.facts("pdf", **_facts(document))
    head = data[:_LOOKED_FOR_ACTIONS_BYTES]
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0 or b"/Launch" in head or b"/JavaScript" in head:
        output.note("active_content")
    if pdfium.FPDFDoc_GetAttachmentCount(document) > 0:
        output.note("attachment_not_read")  # as pages of this file they would have numbers that it hasn't
    outline = pdf_parts.outline(document)
    form = pdf_parts.form_of(document)
    unseen = pdf_parts.UnseenText()
    count = len(document)
    wordless, pictured = 0, False
    for index in range(count):
        text, added = _page_text(document, index, form, unseen)
        if output.options.ocr and not added and len(text) < FEW_CHARACTERS:
            page = _read_by_ocr(document, index)
            if len(page.text) > len(text):
                output.note("read_by_ocr")
                output.page(page)
                continue
        if not (pictured or added) and len(text) < FEW_CHARACTERS:
            pictured = pdf_parts.shows_pictures(document, index)
        wordless += not (text or added)
        if unseen.found:
            output.note("hidden_text")
        output.page(_page(index + 1, text, added, outline.get(index, ())))
    # Blank pages are as they should be, and of those that OCR has looked at nothing more can be had.
    if pictured and wordless < count and not output.options.ocr:
        output.note("pages_without_words")


def _read_by_ocr(document: pypdfium2.PdfDocument, index: int) -> Page:
    """A page's words as they are seen in its picture; one that can't be drawn has none."""
    from app.parsing import pdf_ocr  # loaded before, in those processes that are asked for it

    return pdf_ocr.page_of(document, index)[0]


def first_page_by_ocr(data: bytes) -> Page:
    """The words to be seen on the first page. Raises DocumentError when there is none that can be drawn."""
    return _read_by_ocr(opened(data, ()), 0)


def opened(data: bytes, passwords: tuple[str, ...]) -> pypdfium2.PdfDocument:
    """The document. Raises DocumentError when it is damaged or none of the passwords fits."""
    for password in (None, *passwords):
        try:
            return pypdfium2.PdfDocument(data, password=password)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) != _PASSWORD:
                raise DocumentError("document_damaged") from error
    raise DocumentError("document_password_wrong" if passwords else "document_locked")


def _page_text(
    document: pypdfium2.PdfDocument, index: int, form: object | None, unseen: pdf_parts.UnseenText
) -> tuple[str, list[str]]:
    """A page's text, and what was added to it; empty for a page that can't be loaded: the others still can."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return "", []
    try:
        added = pdf_parts.added_text(page, form)
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return "", added
        try:
            raw = pdf_text.raw_text(text_page)
            if raw:
                unseen.look_at(page, text_page)
            return pdf_text.text_of(raw, text_page), added
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)


def _page(number: int, text: str, added: list[str], headings: "tuple[pdf_parts.Heading, ...]") -> Page:
    """A page with its blocks: headings that the outline names, and what stands between blank lines."""
    blocks = list(_paragraphs(text, headings))
    for line in added:
        line = clean(line).strip()
        gap = "\n\n" if text else ""
        blocks.append(Block(BlockKind.PARAGRAPH, len(text) + len(gap), len(text) + len(gap) + len(line)))
        text += gap + line
    return Page(number, text, tuple(blocks))


def _paragraphs(text: str, headings: "tuple[pdf_parts.Heading, ...]") -> list[Block]:
    cuts = [(match.start(), match.end(), 0) for match in _GAP.finditer(text)]
    for heading in headings:
        found = heading.place_in(text)
        if found is not None:
            cuts.append((*found, heading.level))
    blocks: list[Block] = []
    start = len(text) - len(text.lstrip())
    for cut_start, cut_end, level in sorted(cuts):
        if cut_start < start:
            continue
        _add(blocks, BlockKind.PARAGRAPH, text, start, cut_start)
        if level:
            _add(blocks, BlockKind.HEADING, text, cut_start, cut_end, level)
        start = cut_end
    _add(blocks, BlockKind.PARAGRAPH, text, start, len(text))
    return blocks


def _add(blocks: list[Block], kind: BlockKind, text: str, start: int, end: int, level: int = 0) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        blocks.append(Block(kind, start, end, level))


def _facts(document: pypdfium2.PdfDocument) -> dict[str, str]:
    facts = {}
    for name, tag in (("title", "Title"), ("date", "CreationDate")):
        try:
            facts[name] = document.get_metadata_value(tag).strip("\0\ufffd ")
        except (pypdfium2.PdfiumError, UnicodeError, ValueError):
            continue
    facts["date"] = _iso_date(facts.get("date", ""))
    return facts


def _iso_date(text: str) -> str:
    """D:20240131235959+01'00' -> 2024-01-31T23:59:59."""
    match = re.match(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d))?", text)
    if match is None:
        return ""
    year, month, day, hour, minute, second = match.groups()
    date = "-".join(part for part in (year, month, day) if part)
    return f"{date}T{hour}:{minute}:{second}" if hour and day else date
