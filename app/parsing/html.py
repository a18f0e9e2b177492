"""HTML: the main text of a web page with its headings, lists and tables. The one door to lxml's HTML parser.

Nothing a page refers to is ever fetched: pictures, frames, styles and scripts are not looked at.
"""

import re

from lxml import etree

from app.domain.document import BlockKind
from app.domain.errors import DocumentError
from app.parsing import html_main
from app.parsing.charset import decode
from app.parsing.output import Output
from app.parsing.page_text import PageText
from app.parsing.xml_tree import Element, attribute, first, local

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})|encoding\s*=\s*["']([\w.:-]{2,40})""", re.I
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav",
    "ol", "p", "pre", "section", "summary", "table", "caption", "ul", "optgroup", "option", "title",
}  # fmt: skip
_DEPTH_LIMIT = 250


def read(data: bytes, output: Output) -> None:
    """Send the page's main text as one page."""
    root = parse(data)
    title = first(root, "head", "title")
    output.facts("html", (title.text or "") if title is not None else "", _date(root))
    if html_main.has_white_text(root):
        output.note("hidden_text")
    page = PageText()
    add_page(root, page, main_only=True)
    output.page(page.page(1))


def parse(data: bytes) -> Element:
    """The root of a page in any encoding. Raises DocumentError when there is nothing in it."""
    match = _DECLARED.search(data[:4096])
    declared = (match[1] or match[2]).decode("ascii", "replace") if match else ""
    return parse_text(decode(data, declared))


def parse_text(text: str) -> Element:
    """The root of a page. Raises DocumentError when there is nothing in it."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError("document_no_words") from error
    if root is None:
        raise DocumentError("document_no_words")
    return root


def add_page(root: Element, page: PageText, *, main_only: bool) -> None:
    """Add the text of a page, only its main part if asked."""
    html_main.remove_unseen(root)
    body = first(root, "body")
    body = root if body is None else body
    part = html_main.main_part(body) if main_only else body
    headline = next((h for h in body.iter("h1")), None)
    if part is not body and headline is not None and headline not in set(part.iter("h1")):
        page.heading(_inline(headline), 1)
    _Flow(page).walk(part, 0)


def plain_text(markup: str) -> str:
    """All text of a piece of HTML, for messages."""
    page = PageText()
    add_page(parse_text(markup), page, main_only=False)
    return page.page(1).text


class _Flow:
    """Gathers inline text until a block begins or ends."""

    def __init__(self, page: PageText) -> None:
        self._page = page
        self._text: list[str] = []
        self._kind = BlockKind.PARAGRAPH
        self._lists: dict[Element, int] = {}  # ordered lists: the last number

    def walk(self, element: Element, depth: int) -> None:
        """Add an element and all in it; the text behind it isn't its own."""
        name = local(element)
        if depth > _DEPTH_LIMIT or not name:
            return
        if name in _HEADINGS:
            self._end()
            self._page.heading(_inline(element), _HEADINGS[name])
        elif name == "table" and not _is_layout(element):
            self._end()
            self._table(element)
        elif name == "pre":
            self._end()
            self._page.code("".join(str(part) for part in element.itertext()))
        elif name == "noframes" and (markup := (element.text or "").strip()):
            self._inside(parse_text(markup), depth)  # the parser takes it for text
        elif name in ("rt", "rp"):
            return  # how the word before it is said
        elif name == "br":
            self._text.append("\n")
        elif name == "img":
            self._text.append(element.get("alt") or "")
        elif name in _BLOCKS or name in ("table", "tbody", "thead", "tfoot", "tr", "td", "th"):
            self._end()
            outer, self._kind = self._kind, _kind_of(name, self._kind)
            if name == "li" and local(element.getparent()) == "ol":
                self._text.append(f"{self._ordinal(element)}. ")
            self._inside(element, depth)
            self._end()
            self._kind = outer
        else:
            self._inside(element, depth)
            if depth == 0:
                self._end()

    def _inside(self, element: Element, depth: int) -> None:
        if element.text:
            self._text.append(_SPACE.sub(" ", element.text))
        for child in element:
            self.walk(child, depth + 1)
            if child.tail:
                self._text.append(_SPACE.sub(" ", child.tail))

    def _ordinal(self, item: Element) -> int:
        """The number that a browser shows before an item."""
        parent = item.getparent()
        if parent not in self._lists:
            start = (parent.get("start") or "").strip()
            self._lists[parent] = (
                int(start) - 1 if start.isascii() and start.isdigit() and len(start) < 7 else 0
            )
        self._lists[parent] += 1
        return self._lists[parent]

    def _end(self) -> None:
        text = "\n".join(_SPACE.sub(" ", line).strip() for line in "".join(self._text).split("\n"))
        self._text.clear()
        self._page.add(self._kind, text)

    def _table(self, table: Element) -> None:
        below: dict[int, tuple[int, str]] = {}  # column -> rows that a cell still reaches down, and its text
        caption = first(table, "caption")
        if caption is not None:
            self._page.add(BlockKind.CAPTION, _inline(caption))
        for row in _rows(table):
            cells: list[str] = []
            found = [cell for cell in row if local(cell) in ("td", "th")]
            alone = len(found) == 1 and not any(rows for rows, _ in below.values())
            for cell in found:
                _fill(cells, below)
                text = _inline(cell)
                # A cell over several columns stands in each, unless it is a title over the whole table.
                for _ in range(1 if alone else _count(cell, "colspan")):
                    down = _count(cell, "rowspan")
                    if down > 1:
                        below[len(cells)] = (down - 1, text)
                    cells.append(text)
            _fill(cells, below)
            self._page.row(cells)


def _fill(cells: list[str], below: dict[int, tuple[int, str]]) -> None:
    """Put in what reaches down from the rows above."""
    while len(cells) in below and below[len(cells)][0] > 0:
        rows, text = below[len(cells)]
        below[len(cells)] = (rows - 1, text)
        cells.append(text)


def _count(cell: Element, name: str) -> int:
    text = (cell.get(name) or "").strip()
    return min(max(int(text), 1), 64) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _rows(table: Element) -> list[Element]:
    rows = []
    for child in table:
        if local(child) == "tr":
            rows.append(child)
        elif local(child) in ("thead", "tbody", "tfoot"):
            rows += [row for row in child if local(row) == "tr"]
    return rows


def _is_layout(table: Element) -> bool:
    """Whether a table only arranges a page: headings, paragraphs of length or other tables are in its cells."""
    if (table.get("role") or "") in ("presentation", "none"):
        return True
    rows = _rows(table)
    if sum(len(row) for row in rows) <= 1:
        return True
    return any(local(inner) in ("table", "h1", "h2", "article", "form") for inner in table.iterdescendants())


def _inline(element: Element) -> str:
    """All text of an element on one line; blocks and breaks in it count as spaces."""
    parts: list[str] = []
    for event, found in etree.iterwalk(element, events=("start", "end")):
        name = local(found)
        apart = name in _BLOCKS or name in ("br", "td", "th", "tr")
        if event == "start":
            parts += [" " if apart else "", found.text or "", found.get("alt") or "" if name == "img" else ""]
        elif found is not element:
            parts += [" " if apart else "", found.tail or ""]
    return _SPACE.sub(" ", "".join(parts)).strip()


def _kind_of(name: str, outer: BlockKind) -> BlockKind:
    if name in ("li", "dd", "dt"):
        return BlockKind.LIST_ITEM
    if name in ("figcaption", "caption"):
        return BlockKind.CAPTION
    return outer if outer is BlockKind.LIST_ITEM and name in ("p", "div") else BlockKind.PARAGRAPH


def _date(root: Element) -> str:
    for meta in root.iter("meta"):
        name = (attribute(meta, "property") or attribute(meta, "name") or attribute(meta, "itemprop")).lower()
        if name in (
            "article:published_time",
            "datepublished",
            "date",
            "dc.date",
            "dcterms.date",
            "dc.date.issued",
        ):
            return attribute(meta, "content")
    return ""
