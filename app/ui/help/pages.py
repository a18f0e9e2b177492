"""The help pages: Markdown files that come with the program, read into sections. No Qt; the window's thread.

The English pages lie in `resources/help`, those of another language in a folder with its code below it, under the same
names. A page that isn't there in the window's language, or hasn't the same headings, is read in English.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.services.places import resource
from app.ui.fuzzy import plain
from app.ui.help.rewriting import AS_WRITTEN, Shown, rewritten
from app.ui.markdown.nodes import Block, Heading
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text
from app.ui.markdown.visible_text import reads_from_right

FOLDER = resource("help")
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a page under one heading.

    Attributes:
        title: the heading. first: the number of its first block. text: its words with the heading's.
        anchor: what a link calls it: the English heading in small letters with hyphens, in every language.
    """

    title: str
    first: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page, in the order of the files' names. `name` is the file's, without number and ending."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    language: str = ENGLISH

    def section(self, anchor: str) -> Section:
        """The section that a link names; the page's beginning where it names none."""
        return next((one for one in self.sections if one.anchor == anchor), self.sections[0])


@dataclass(frozen=True, slots=True)
class Found:
    """A section in which every word that was searched stands."""

    page: HelpPage
    section: Section


def read_pages(
    folder: Path = FOLDER, language: str = ENGLISH, shown: Shown = AS_WRITTEN
) -> tuple[HelpPage, ...]:
    """All pages in a language, or in English, with keys and digits as `shown` has them.

    A file that can't be read is left out: help never keeps the window from working.
    """
    parser = MarkdownParser()
    pages = []
    for path in sorted(folder.glob("*.md")):
        page = _read(parser, path, shown)
        if page is None:
            continue
        other = _read(parser, folder / language / path.name, shown) if language != ENGLISH else None
        if other is not None and len(other.sections) == len(page.sections):
            sections = tuple(
                replace(section, anchor=english.anchor)
                for section, english in zip(other.sections, page.sections, strict=True)
            )
            page = replace(other, sections=sections, language=language)
        pages.append(page)
    return tuple(pages)


def search(pages: Sequence[HelpPage], typed: str) -> list[Found]:
    """The sections that hold every word of `typed`; those with a word in their heading first.

    Capitals, accents and the signs that Arabic may leave out count for nothing.
    """
    words = plain(typed).split()
    found = [
        Found(page, section)
        for page in pages
        for section in page.sections
        if words and all(word in plain(section.text) for word in words)
    ]
    return sorted(found, key=lambda one: not any(word in plain(one.section.title) for word in words))


def _read(parser: MarkdownParser, path: Path, shown: Shown) -> HelpPage | None:
    try:
        text = shown.digits(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    read = tuple(placed.block for placed in parser.blocks(text, {}))
    titles = [block_text((block,)) for block in read if isinstance(block, Heading)]
    if not titles:
        return None
    blocks = rewritten(read, shown, reads_from_right(titles[0]))
    return HelpPage(path.stem.partition("-")[2] or path.stem, titles[0], blocks, tuple(_sections(blocks)))


def _sections(blocks: Sequence[Block]) -> list[Section]:
    starts = [number for number, block in enumerate(blocks) if isinstance(block, Heading)]
    ends = [*starts[1:], len(blocks)][: len(starts)]
    sections = []
    for start, end in zip(starts, ends, strict=True):
        title = block_text(blocks[start : start + 1])
        anchor = re.sub(r"[^a-z0-9 -]", "", title.casefold()).replace(" ", "-")
        sections.append(Section(title, start, block_text(blocks[start:end]), anchor))
    return sections
