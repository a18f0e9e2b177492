"""Markdown, reStructuredText, AsciiDoc, Org and LaTeX: the text as it stands, with headings, lists and tables told
apart. Marks inside a line are left alone: what a person wrote can be found as it was written."""

import re
from collections.abc import Callable

from app.parsing.output import Output
from app.parsing.page_text import PageText
from app.parsing.plain import lines_of

_ITEM = re.compile(r"\s*(?:[-*+•] |\d{1,4}[.)] )")
_ASCIIDOC_ITEM = re.compile(r"\s*(?:[-*] |\d{1,4}[.] |[.*]{1,5} (?=\S))")
_MARK = re.compile(r"\s*[-*+•.]+ ")
_UNDERLINE = re.compile(r"([=\-~^\"'`#*+.:_])\1{2,}\s*$")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE_CHARACTERS = frozenset(" \t|:+=-")
_FENCE = re.compile(r"\s*(```+|~~~+|-{4,}$|\.{4,}$|#\+begin_(?:src|example))", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_ASCIIDOC_HEADING = re.compile(r"(={1,6})\s+(\S.*)$")
_ORG_HEADING = re.compile(r"(\*{1,6})\s+(\S.*)$")
_LATEX_HEADING = re.compile(
    r"\s*\\(part|chapter|section|subsection|subsubsection|paragraph|title)\*?\{(.*?)\}\s*$"
)
_LATEX_LEVELS = {"title": 1, "part": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4}
_LONG_LINE_CHARACTERS = 5000  # no mark-up is that long, and looking for some takes its time

Heading = tuple[str, int] | None


def reader(kind: str) -> Callable[[bytes, Output], None]:
    """What reads this kind of markup."""

    def read(data: bytes, output: Output) -> None:
        page = PageText()
        add(page, lines_of(data), kind)
        output.facts(kind, page.first_heading)
        if page.cut:
            output.note("cut_length")
        output.page(page.page(1))

    return read


def add(page: PageText, text: str, kind: str) -> None:
    """Add a text in this markup to a page."""
    _Scanner(page, kind).scan(text.split("\n"))


class _Scanner:
    """Goes through the lines once."""

    def __init__(self, page: PageText, kind: str) -> None:
        self._page = page
        self._kind = kind
        self._item_mark = _ASCIIDOC_ITEM if kind == "asciidoc" else _ITEM
        self._paragraph: list[str] = []
        self._underlines: list[str] = []  # reStructuredText: marks in the order of their first use

    def scan(self, lines: list[str]) -> None:
        place = 0
        if self._kind == "markdown" and lines and lines[0].strip() == "---":
            place = self._front_matter(lines)
        while place < len(lines):
            line = lines[place]
            after = lines[place + 1] if place + 1 < len(lines) else ""
            fence = _FENCE.match(line)
            heading = self._heading(line)
            if len(line) > _LONG_LINE_CHARACTERS:
                self._paragraph.append(line)
            elif not line.strip():
                self._end()
            elif heading is not None:
                self._end()
                self._page.heading(*heading)
            elif fence and self._opens_code(fence, after):
                self._end()
                place = self._code(lines, place, fence[1])
            elif self._is_underlined(line, after):
                self._end()
                self._page.heading(line.strip(), self._underline_level(after.strip()[0]))
                place += 1
            elif self._kind == "asciidoc" and line.startswith("|") and not line.startswith("|==="):
                self._end()
                self._page.row([cell.strip() for cell in re.split(r"\s*\d*[<^>.]*[a-z]?(?<!\\)\|", line)[1:]])
            elif _ROW.match(line):
                self._end()
                if not _is_rule(line):
                    self._page.row([cell.strip() for cell in line.strip().strip("|").split("|")])
            elif self._item_mark.match(line) and self._kind != "latex":
                self._end()
                place = self._item(lines, place)
            elif not (_is_rule(line) and self._kind in ("rst", "asciidoc")) and not line.startswith("|==="):
                self._paragraph.append(line)
            place += 1
        self._end()

    def _end(self) -> None:
        self._page.paragraph("\n".join(self._paragraph))
        self._paragraph = []

    def _front_matter(self, lines: list[str]) -> int:
        for place in range(1, min(len(lines), 200)):
            if lines[place].strip() in ("---", "..."):
                self._page.code("\n".join(lines[1:place]))
                return place + 1
        return 0

    def _opens_code(self, fence: re.Match[str], after: str) -> bool:
        mark = fence[1]
        if mark.startswith(("```", "~~~")):
            return self._kind in ("markdown", "asciidoc")
        if mark.startswith("#"):
            return self._kind == "org"
        return self._kind == "asciidoc" and bool(after)

    def _code(self, lines: list[str], place: int, mark: str) -> int:
        """Add the code that begins at `place`; returns the place of the line that ends it."""
        closing = "#+end_" if mark.startswith("#") else mark
        end = place + 1
        while end < len(lines) and not lines[end].strip().lower().startswith(closing):
            end += 1
        self._page.code("\n".join(lines[place + 1 : end]))
        return end

    def _item(self, lines: list[str], place: int) -> int:
        """Add a list's item with the lines that go on in it; returns the place of the last."""
        item = [_MARK.sub("", lines[place], count=1)]
        while (
            place + 1 < len(lines)
            and lines[place + 1][:1] in (" ", "\t")
            and lines[place + 1].strip()
            and not self._item_mark.match(lines[place + 1])
        ):
            place += 1
            item.append(lines[place].strip())
        self._page.item("\n".join(item))
        return place

    def _heading(self, line: str) -> Heading:
        if self._kind == "markdown" and (match := _MARKDOWN_HEADING.match(line)):
            return match[2], len(match[1])
        if self._kind == "asciidoc" and (match := _ASCIIDOC_HEADING.match(line)):
            return match[2], len(match[1])
        if self._kind == "org" and (match := _ORG_HEADING.match(line)):
            return match[2], len(match[1])
        if self._kind == "latex" and (match := _LATEX_HEADING.match(line)):
            return match[2], _LATEX_LEVELS.get(match[1], 5)
        return None

    def _is_underlined(self, line: str, after: str) -> bool:
        if self._paragraph or not after or not line.strip() or _UNDERLINE.match(line):
            return False
        if self._kind == "markdown":
            return bool(re.match(r" {0,3}(=+|-{2,})\s*$", after))
        return (
            self._kind == "rst"
            and bool(_UNDERLINE.match(after))
            and len(after.rstrip()) >= len(line.strip()) - 1
        )

    def _underline_level(self, mark: str) -> int:
        if self._kind == "markdown":
            return 1 if mark == "=" else 2
        if mark not in self._underlines:
            self._underlines.append(mark)
        return self._underlines.index(mark) + 1


def _is_rule(line: str) -> bool:
    """Whether a line only draws one."""
    return bool(line.strip()) and _RULE_CHARACTERS.issuperset(line)
