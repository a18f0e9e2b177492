"""The help pages: Markdown files that come with the program, read into sections. No Qt; the window's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.services.places import resource
from app.ui.markdown.nodes import Block, Heading
from app.ui.markdown.parser import MarkdownParser
from app.ui.markdown.plain import block_text

FOLDER = resource("help")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a page under one heading: `first` is its first block, `text` its words with the heading's."""

    title: str
    first: int
    text: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page, in the order of the files' names. `name` is the file's, without number and ending."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A section in which every word that was searched stands."""

    page: HelpPage
    section: Section


def read_pages(folder: Path = FOLDER) -> tuple[HelpPage, ...]:
    """All pages. A file that can't be read is left out: help never keeps the window from working."""
    parser = MarkdownParser()
    pages = []
    for path in sorted(folder.glob("*.md")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            continue
        blocks = tuple(placed.block for placed in parser.blocks(text, {}))
        sections = tuple(_sections(blocks))
        if sections:
            name = path.stem.partition("-")[2] or path.stem
            pages.append(HelpPage(name, sections[0].title, blocks, sections))
    return tuple(pages)


def search(pages: Sequence[HelpPage], typed: str) -> list[Found]:
    """The sections that hold every word of `typed`; those with a word in their heading first."""
    words = typed.casefold().split()
    found = [
        Found(page, section)
        for page in pages
        for section in page.sections
        if words and all(word in section.text.casefold() for word in words)
    ]
    return sorted(found, key=lambda one: not any(word in one.section.title.casefold() for word in words))


def _sections(blocks: Sequence[Block]) -> list[Section]:
    starts = [number for number, block in enumerate(blocks) if isinstance(block, Heading)]
    ends = [*starts[1:], len(blocks)][: len(starts)]
    return [
        Section(block_text(blocks[start : start + 1]), start, block_text(blocks[start:end]))
        for start, end in zip(starts, ends, strict=True)
    ]
