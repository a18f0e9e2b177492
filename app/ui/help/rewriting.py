"""What stands in a help page as it is shown: keys by their names, links between pages, code that keeps its order.

Pure, no Qt.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.ui.markdown.nodes import (
    Block,
    CodeSpan,
    Emphasis,
    Heading,
    Inline,
    ItemList,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Strike,
    Strong,
    Table,
    Text,
)

SCHEME = "hearth-help"  # of the links between pages; nothing outside our texts sees it
_PAGE = re.compile(r"(?:\d+-)?([a-z-]+)\.md(?:#([a-z0-9-]+))?")
_KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+\S+|F\d{1,2}|Esc|Return")
# Code is one piece that runs from the left, with the signs at its ends, also among words that run from the right.
_APART, _TOGETHER = "\u2066", "\u2069"


@dataclass(frozen=True, slots=True)
class Shown:
    """How the window writes: `key` the name of a key in Qt's portable notation, `digits` the numbers in a text."""

    key: Callable[[str], str] = str
    digits: Callable[[str], str] = str


AS_WRITTEN = Shown()


def rewritten(blocks: Sequence[Block], shown: Shown, from_right: bool) -> tuple[Block, ...]:
    """The blocks of a page as they are shown; `from_right` where its language runs so."""

    def inlines(children: Sequence[Inline]) -> tuple[Inline, ...]:
        parts: list[Inline] = []
        for child in children:
            match child:
                case CodeSpan(text):
                    code = CodeSpan(shown.key(text) if _KEY.fullmatch(text) else text)
                    parts += [Text(_APART), code, Text(_TOGETHER)] if from_right else [code]
                case Link():
                    parts.append(_link(child, inlines(child.children)))
                case Strong() | Emphasis() | Strike():
                    parts.append(replace(child, children=inlines(child.children)))
                case _:
                    parts.append(child)
        return tuple(parts)

    return tuple(_block(block, inlines) for block in blocks)


def _link(link: Link, children: tuple[Inline, ...]) -> Link:
    page = _PAGE.fullmatch(link.address)
    if page is None:
        return replace(link, children=children)
    return Link(children, f"{SCHEME}:{page[1]}#{page[2] or ''}", opens=False, inside=True)


def _block(block: Block, inlines: Callable[[Sequence[Inline]], tuple[Inline, ...]]) -> Block:
    match block:
        case Paragraph(children):
            return Paragraph(inlines(children))
        case Heading(level, children):
            return Heading(level, inlines(children))
        case Quote(blocks):
            return Quote(tuple(_block(one, inlines) for one in blocks))
        case ItemList():
            items = (
                ListItem(tuple(_block(one, inlines) for one in item.blocks), item.checked)
                for item in block.items
            )
            return replace(block, items=tuple(items))
        case Table():
            rows = tuple(tuple(map(inlines, row)) for row in block.rows)
            return replace(block, header=tuple(map(inlines, block.header)), rows=rows)
        case _:
            return block
