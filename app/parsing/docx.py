"""Word: paragraphs, headings, lists, tables, text boxes, notes and comments. One page: Word keeps no numbers.

What was deleted under "track changes" is left out, what was inserted is kept. Fields give their last result.
"""

import re

from app.parsing.docx_numbering import Numbering
from app.parsing.office_package import OfficePackage
from app.parsing.output import Output
from app.parsing.page_text import PageText
from app.parsing.xml_tree import Element, all_named, attribute, first, local, parse

_HEADING = re.compile(r"heading ?([1-9])$", re.IGNORECASE)
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LEFT_OUT = {
    "del",
    "delText",
    "moveFrom",
    "instrText",
    "rPr",
    "pPr",
    "sdtPr",
    "fldData",
    "Fallback",
    "docPartPr",
}
_LINES = {"separator", "continuationSeparator", "continuationNotice"}  # between text and footnotes
_OFF = {"0", "false", "off", "none"}
_SMALLEST_HALF_POINTS = 4
_LOOK_AT_CLOCK_PARAGRAPHS = 128


class _Reader:
    """One document while it is read."""

    def __init__(self, levels: dict[str, int], numbering: Numbering, output: Output) -> None:
        self._output = output
        self.page = PageText()
        self._levels = levels
        self._numbering = numbering
        self._boxes: list[Element] = []
        self._paragraphs = 1

    def body(self, element: Element, depth: int = 0) -> None:
        """All blocks in `element`, in order."""
        if depth > 100:
            return
        for child in element:
            name = local(child)
            if self._paragraphs % _LOOK_AT_CLOCK_PARAGRAPHS == 0 and self._output.time_is_short():
                return
            if name == "p":
                self._paragraphs += 1
                self._paragraph(child, depth)
            elif name == "tbl":
                self._table(child, depth)
            elif name in (
                "sdt",
                "sdtContent",
                "ins",
                "moveTo",
                "customXml",
                "smartTag",
                "body",
                "txbxContent",
            ):
                self.body(child, depth + 1)
            elif name == "AlternateContent":
                choice = first(child, "Choice")
                self.body(child if choice is None else choice, depth + 1)
            elif name in ("footnote", "endnote", "comment") and attribute(child, "type") not in _LINES:
                self.body(child, depth + 1)

    def _paragraph(self, paragraph: Element, depth: int) -> None:
        boxes_before = len(self._boxes)
        text = self._text(paragraph)
        properties = first(paragraph, "pPr")
        level = self._level(properties)
        style = first(properties, "pStyle")
        number = self._numbering.of(properties, attribute(style, "val") if style is not None else "")
        if number and text.strip():
            text = f"{number} {text}"
        if level:
            self.page.heading(text, level)
        elif number or first(properties, "numPr") is not None:
            self.page.item(text)
        else:
            self.page.paragraph(text)
        boxes, self._boxes = self._boxes[boxes_before:], self._boxes[:boxes_before]
        for box in boxes:
            self.body(box, depth + 1)

    def _level(self, properties: Element | None) -> int:
        style, outline = first(properties, "pStyle"), first(properties, "outlineLvl")
        if outline is not None and attribute(outline, "val").isdigit():
            level = int(attribute(outline, "val")) + 1
            return level if level < 10 else 0
        return self._levels.get(attribute(style, "val"), 0) if style is not None else 0

    def _table(self, table: Element, depth: int, above: list[str] | None = None) -> None:
        above = [] if above is None else above  # the row above, for cells that go on downwards
        for row in table:
            if local(row) in ("sdt", "ins", "customXml"):
                content = first(row, "sdtContent")
                self._table(row if content is None else content, depth + 1, above)
            elif local(row) == "tr":
                cells = _cells(row)
                texts: list[str] = []
                for cell in cells:
                    merged = first(cell, "tcPr", "vMerge")
                    text = self._cell(cell, depth)
                    if merged is not None and attribute(merged, "val") != "restart" and not text:
                        text = above[len(texts)] if len(texts) < len(above) else ""
                    # A cell over several columns stands in each, unless it is a title over the whole table.
                    span = _span(cell) if len(cells) > 1 else 1
                    texts += [text] * span
                self.page.row(texts)
                above[:] = texts

    def _cell(self, cell: Element, depth: int) -> str:
        """Everything in a cell on one line; a table inside gives its cells one after the other."""
        inner = _Reader(self._levels, self._numbering, self._output)
        inner.body(cell, depth + 1)
        return " ".join(inner.page.page(1).text.split())

    def _text(self, element: Element) -> str:
        parts: list[str] = []
        self._collect(element, parts, 0)
        return "".join(parts)

    def _collect(self, element: Element, parts: list[str], depth: int) -> None:
        if depth > 200:
            return
        for child in element:
            name = local(child)
            if name == "t":
                parts.append(child.text or "")
            elif name in _BREAKS:
                parts.append(_BREAKS[name])
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name == "AlternateContent":
                choice, other = first(child, "Choice"), first(child, "Fallback")
                before = len(parts), len(self._boxes)
                if choice is not None:
                    self._collect(choice, parts, depth + 1)
                if other is not None and before == (len(parts), len(self._boxes)):
                    self._collect(other, parts, depth + 1)
            elif name == "r":
                before_length = len(parts)
                self._collect(child, parts, depth + 1)
                if any(part.strip() for part in parts[before_length:]) and _is_hidden(child):
                    self._output.note("hidden_text")
            elif name == "f":  # a fraction in a formula
                numerator, denominator = first(child, "num"), first(child, "den")
                for part, between in ((numerator, "/"), (denominator, "")):
                    if part is not None:
                        self._collect(part, parts, depth + 1)
                        parts.append(between)
            elif name == "oMath":
                self._collect(child, parts, depth + 1)
                parts.append(" ")
            elif name not in _LEFT_OUT:
                self._collect(child, parts, depth + 1)


def read(data: bytes, output: Output) -> None:
    """Send the document as one page."""
    package = OfficePackage(data)
    main = package.main_part("word/document.xml")
    title, date = package.title_and_date()
    output.facts("docx", title, date)
    if any("vbaproject" in name for name in package.archive.names()):
        output.note("active_content")
    names = package.related(main, "styles")
    styles = package.tree(names[0]) if names else None
    reader = _Reader(_heading_levels(styles), Numbering.of_document(package, main, styles), output)
    reader.body(parse(package.archive.read(main)))
    for kind in ("footnotes", "endnotes", "comments", "header", "footer"):
        seen: set[str] = set()
        for name in package.related(main, kind):
            tree = package.tree(name)
            text = "" if tree is None else " ".join(tree.itertext()).strip()
            if tree is not None and text not in seen:
                seen.add(text)
                reader.body(tree)
    if not package.archive.whole:
        output.note("partly_damaged")
    output.page(reader.page.page(1))


def _span(cell: Element) -> int:
    found = first(cell, "tcPr", "gridSpan")
    columns = attribute(found, "val") if found is not None else ""
    return min(max(int(columns), 1), 64) if columns.isascii() and columns.isdigit() else 1


def _cells(row: Element) -> list[Element]:
    cells = []
    for child in row:
        if local(child) == "tc":
            cells.append(child)
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins"):
            cells += _cells(child)
    return cells


def _heading_levels(tree: Element | None) -> dict[str, int]:
    """Of the styles, those that make headings: style -> level."""
    if tree is None:
        return {}
    levels: dict[str, int] = {}
    based_on: dict[str, str] = {}
    for style in all_named(tree, "style"):
        identity, name, based = attribute(style, "styleId"), first(style, "name"), first(style, "basedOn")
        if based is not None:
            based_on[identity] = attribute(based, "val")
        called = attribute(name, "val").lower() if name is not None else ""
        outline = first(style, "pPr", "outlineLvl")
        match = _HEADING.match(called)
        if match:
            levels[identity] = int(match[1])
        elif called == "title":
            levels[identity] = 1
        elif outline is not None and attribute(outline, "val") in "012345678":
            levels[identity] = int(attribute(outline, "val") or 0) + 1
    for identity in list(based_on):
        ancestor, steps = identity, 0
        while ancestor not in levels and ancestor in based_on and steps < 20:
            ancestor, steps = based_on[ancestor], steps + 1
        if ancestor in levels:
            levels.setdefault(identity, levels[ancestor])
    return levels


def _is_hidden(run: Element) -> bool:
    """Text that a reader of the page can't see: marked hidden, white without a ground of its own, or tiny."""
    properties = first(run, "rPr")
    if properties is None:
        return False
    vanish, color, size = first(properties, "vanish"), first(properties, "color"), first(properties, "sz")
    if vanish is not None and attribute(vanish, "val").lower() not in _OFF:
        return True
    points = attribute(size, "val") if size is not None else ""
    if points.isdigit() and int(points) <= _SMALLEST_HALF_POINTS:
        return True
    if color is None or attribute(color, "val").upper() != "FFFFFF":
        return False
    return not _has_ground(run)


def _has_ground(run: Element) -> bool:
    """Whether the run, its paragraph, a cell or table around it has a colour behind it, or a shape is around it."""
    element: Element | None = run
    while element is not None:
        if local(element) in ("txbxContent", "background"):
            return True
        for name in ("rPr", "pPr", "tcPr", "tblPr"):
            properties = first(element, name)
            if properties is None:
                continue
            if first(properties, "shd") is not None or first(properties, "highlight") is not None:
                return True
            if first(properties, "tblStyle") is not None:
                return True
        element = element.getparent()
    return False
