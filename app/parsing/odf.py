"""OpenDocument (ODT, ODS, ODP and their templates): headings, lists, tables; one page a sheet or slide."""

from app.domain.errors import DocumentError
from app.parsing.archive import Archive
from app.parsing.odf_password import LockedParts
from app.parsing.output import Output
from app.parsing.page_text import PageText
from app.parsing.sheet_text import SheetText
from app.parsing.xml_tree import Element, all_named, attribute, first, local, parse, text_of

_LEFT_OUT = {"tracked-changes", "annotation-end", "script", "forms", "sequence-decls", "ruby-text"}
_INLINE = {"s", "tab", "line-break"}
_REPEATED_LIMIT = 100


def read(data: bytes, output: Output) -> None:
    """Send a text as one page, a spreadsheet or presentation as one page for each sheet or slide."""
    archive = Archive(data)
    manifest = archive.find("META-INF/manifest.xml") or b""
    locked = b"encryption-data" in manifest
    parts = LockedParts(archive, manifest, output.options.passwords) if locked else archive
    if not archive.has("content.xml"):
        raise DocumentError("document_damaged")
    root = parse(parts.find("content.xml") or b"")
    title, date = _title_and_date(parts)
    body = first(root, "body")
    content = next((child for child in body if local(child)), None) if body is not None else None
    if content is None:
        raise DocumentError("document_damaged")
    kind = {"spreadsheet": "ods", "presentation": "odp"}.get(local(content), "odt")
    output.facts(kind, title, date)
    if any(name.startswith(("basic/", "scripts/")) for name in archive.names()):
        output.note("active_content")
    if kind == "ods":
        _sheets(content, output)
    elif kind == "odp":
        _slides(content, output)
    else:
        page = PageText()
        _blocks(content, page, 0)
        output.page(page.page(1))
    if not archive.whole:
        output.note("partly_damaged")


def _title_and_date(parts: Archive | LockedParts) -> tuple[str, str]:
    data = parts.find("meta.xml")
    if not data:
        return "", ""
    try:
        facts = {local(element): (element.text or "").strip() for element in parse(data).iter()}
    except DocumentError:
        return "", ""
    return facts.get("title", ""), facts.get("date", "") or facts.get("creation-date", "")


def _blocks(element: Element, page: PageText, depth: int) -> None:
    if depth > 100:
        return
    for child in element:
        name = local(child)
        if name == "h":
            level = attribute(child, "outline-level")
            page.heading(_text(child), int(level) if level.isdigit() and len(level) < 3 else 1)
            _boxes(child, page, depth)
        elif name == "p":
            page.paragraph(_text(child))
            _boxes(child, page, depth)
        elif name in ("list-item", "list-header"):
            _item(child, page, depth)
        elif name == "table":
            _table(child, page)
        elif name not in _LEFT_OUT:
            _blocks(child, page, depth + 1)


def _item(item: Element, page: PageText, depth: int) -> None:
    for child in item:
        if local(child) in ("p", "h"):
            page.item(_text(child))
            _boxes(child, page, depth)
        elif local(child) == "list":
            _blocks(child, page, depth + 1)


def _boxes(paragraph: Element, page: PageText, depth: int) -> None:
    """Text boxes, footnotes and comments that hang on a paragraph come after it."""
    for name in ("text-box", "note-body", "annotation"):
        for box in all_named(paragraph, name):
            if not any(local(above) in ("text-box", "note-body") for above in _between(box, paragraph)):
                _blocks(box, page, depth + 1)


def _between(element: Element, ancestor: Element) -> list[Element]:
    found = []
    for above in element.iterancestors():
        if above is ancestor:
            break
        found.append(above)
    return found


def _text(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        name = local(child)
        if name == "s":
            count = attribute(child, "c")
            parts.append(" " * (min(int(count), 1000) if count.isdigit() else 1))
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        elif name not in ("note-body", "text-box", "annotation", *_LEFT_OUT):
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _table(table: Element, page: PageText) -> None:
    for row in _rows(table):
        cells: list[str] = []
        found = [cell for cell in row if local(cell) in ("table-cell", "covered-table-cell")]
        for cell in found:
            inside = PageText()
            _blocks(cell, inside, 1)
            text = " ".join(inside.page(1).text.split())
            if local(cell) == "covered-table-cell" and not text and cells and len(found) > 2:
                text = cells[-1]
            cells += [text] * min(_repeated(cell, "number-columns-repeated"), 64 if text else 1)
        page.row(cells)


def _rows(table: Element) -> list[Element]:
    rows = []
    for child in table:
        if local(child) == "table-row":
            rows.append(child)
        elif local(child) in ("table-header-rows", "table-row-group", "table-rows"):
            rows += _rows(child)
    return rows


def _repeated(element: Element, name: str) -> int:
    text = attribute(element, name)
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _sheets(content: Element, output: Output) -> None:
    number = 0
    for table in content:
        if local(table) != "table":
            continue
        number += 1
        sheet = SheetText()
        row_number = 1
        for row in _rows(table):
            cells, remarks = _cells(row)
            sheet.remarks += remarks
            repeated = _repeated(row, "number-rows-repeated")
            for offset in range(min(repeated, _REPEATED_LIMIT) if cells else 0):
                sheet.row(row_number + offset, cells)
            row_number += repeated
            if sheet.full or (row_number % 256 == 0 and output.time_is_short()):
                break
        if sheet.full:
            output.note("cut_length")
        sheet.remarks += [_text(p) for box in all_named(table, "shapes") for p in all_named(box, "p")]
        output.page(sheet.page(number, attribute(table, "name")))


def _cells(row: Element) -> tuple[dict[int, str], list[str]]:
    cells: dict[int, str] = {}
    remarks: list[str] = []
    column = 1
    for cell in row:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        text = "\n".join(_text(p) for p in cell if local(p) == "p")
        if not text:
            text = (
                attribute(cell, "date-value") or attribute(cell, "string-value") or attribute(cell, "value")
            )
        repeated = _repeated(cell, "number-columns-repeated")
        for offset in range(min(repeated, _REPEATED_LIMIT) if text.strip() else 0):
            cells[column + offset] = text
        column += repeated
        remarks += [text_of(p) for note in cell if local(note) == "annotation" for p in all_named(note, "p")]
    return cells, remarks


def _slides(content: Element, output: Output) -> None:
    number = 0
    for slide in content:
        if local(slide) != "page":
            continue
        number += 1
        page = PageText()
        for shape in slide:
            if attribute(shape, "class") in ("title", "subtitle"):
                level = 1 if attribute(shape, "class") == "title" else 2
                page.heading(" ".join(_text(p) for p in all_named(shape, "p")), level)
            elif local(shape) not in _LEFT_OUT:
                _blocks(shape, page, 0)
        output.page(page.page(number, f"Slide {number}"))
