"""PowerPoint (PPTX): one page a slide: titles, texts, tables, charts, the speaker's notes, and comments."""

from app.domain.errors import DocumentError
from app.parsing.drawing_text import chart_lines, paragraphs_of
from app.parsing.office_package import OfficePackage
from app.parsing.output import Output
from app.parsing.page_text import PageText
from app.parsing.xml_tree import Element, all_named, attribute, first, local, parse, text_of

_TITLES = {"title": 1, "ctrTitle": 1, "subTitle": 2}
_NOT_OF_THE_SLIDE = {"sldNum", "dt", "ftr", "hdr", "sldImg"}


def read(data: bytes, output: Output) -> None:
    """Send every slide, hidden ones too."""
    package = OfficePackage(data)
    main = package.main_part("ppt/presentation.xml")
    title, date = package.title_and_date()
    output.facts("pptx", title, date)
    if any("vbaproject" in name for name in package.archive.names()):
        output.note("active_content")
    slides = _slides(package, main)
    if not slides and not package.archive.whole:
        raise DocumentError("document_damaged")
    for number, part in enumerate(slides, start=1):
        tree = package.tree(part)
        page = PageText()
        if tree is None:
            output.note("partly_damaged")
        else:
            _shapes(package, part, tree, page, 0)
            _notes(package, part, page)
            _comments(package, part, page)
        output.page(page.page(number, f"Slide {number}"))


def _slides(package: OfficePackage, main: str) -> list[str]:
    """Names of the slides' parts in the order they are shown."""
    relations = package.relations(main)
    root = parse(package.archive.read(main))
    listed = first(root, "sldIdLst")
    parts = []
    for slide in listed if listed is not None else ():
        # The id without a namespace is a number; the relation's has one.
        reference = next((str(value) for key, value in slide.attrib.items() if str(key).endswith("}id")), "")
        kind, part = relations.get(reference, ("", ""))
        if kind == "slide":
            parts.append(part)
    return parts or [part for kind, part in relations.values() if kind == "slide"]


def _shapes(package: OfficePackage, part: str, element: Element, page: PageText, depth: int) -> None:
    if depth > 50:
        return
    for child in element:
        name = local(child)
        if name == "sp":
            _shape(child, page)
        elif name == "graphicFrame":
            _frame(package, part, child, page)
        elif name == "AlternateContent":
            choice = first(child, "Choice")
            _shapes(package, part, child if choice is None else choice, page, depth + 1)
        elif name in ("cSld", "spTree", "grpSp", "Choice", "Fallback"):
            _shapes(package, part, child, page, depth + 1)


def _placeholder(shape: Element) -> str:
    found = next(all_named(shape, "ph"), None)
    return "" if found is None else attribute(found, "type") or "body"


def _shape(shape: Element, page: PageText) -> None:
    body = first(shape, "txBody")
    placeholder = _placeholder(shape)
    if body is None or placeholder in _NOT_OF_THE_SLIDE:
        return
    lines = paragraphs_of(body)
    if placeholder in _TITLES:
        page.heading(" ".join(lines), _TITLES[placeholder])
    elif placeholder in ("body", "obj") and len(lines) > 1:
        for line in lines:
            page.item(line)
    else:
        for line in lines:
            page.paragraph(line)


def _frame(package: OfficePackage, part: str, frame: Element, page: PageText) -> None:
    """A table, chart or diagram."""
    for row in all_named(frame, "tr"):
        page.row([" ".join(paragraphs_of(body)) for body in _cell_bodies(row)])
    relations = package.relations(part)
    for reference in frame.iter():
        if local(reference) == "chart":
            kind, name = relations.get(attribute(reference, "id"), ("", ""))
            if kind == "chart":
                for line in chart_lines(package, name):
                    page.row(line.split("\t"))
        elif local(reference) == "relIds":
            kind, name = relations.get(attribute(reference, "dm"), ("", ""))
            tree = package.tree(name) if kind == "diagramData" else None
            if tree is not None:
                for body in all_named(tree, "t"):
                    for line in paragraphs_of(body):
                        page.item(line)


def _cell_bodies(row: Element) -> list[Element]:
    cells = [cell for cell in row if local(cell) == "tc"]
    return [body for cell in cells if (body := first(cell, "txBody")) is not None]


def _notes(package: OfficePackage, part: str, page: PageText) -> None:
    for name in package.related(part, "notesSlide")[:1]:
        tree = package.tree(name)
        for shape in all_named(tree, "sp") if tree is not None else ():
            body = first(shape, "txBody")
            if body is not None and _placeholder(shape) == "body":
                for line in paragraphs_of(body):
                    page.paragraph(line)


def _comments(package: OfficePackage, part: str, page: PageText) -> None:
    """What was remarked on a slide, in the older form (`text`) or the one with answers (`txBody`)."""
    for name in package.related(part, "comments"):
        tree = package.tree(name)
        for found in tree.iter() if tree is not None else ():
            if local(found) == "text":
                page.paragraph(text_of(found))
            elif local(found) == "txBody":
                for line in paragraphs_of(found):
                    page.paragraph(line)
