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
from app.ui.markdown.visible_text import reads_from_right

SCHEME = "hearth-help"  # of the links between pages; nothing outside our texts sees it
_PAGE = re.compile(r"(?:\d+-)?([a-z-]+)\.md(?:#([a-z0-9-]+))?")
_KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+\S+|F\d{1,2}|Esc|Return")
# Code is one piece that runs from the left, with the signs at its ends, also among words that run from the right.
_APART, _TOGETHER = "\u2066", "\u2069"


@dataclass(frozen=True, slots=True)
class Shown:
    """How one page is shown: `title` says which way it runs, `key` gives a key's name as people read it."""

    title: str
    key: Callable[[str], str]

    def inlines(self, children: Sequence[Inline]) -> tuple[Inline, ...]:
        """A line's parts as they are shown."""
        shown: list[Inline] = []
        for child in children:
            match child:
                case CodeSpan(text):
                    code = CodeSpan(self.key(text) if _KEY.fullmatch(text) else text)
                    from_right = reads_from_right(self.title)
                    shown += [Text(_APART), code, Text(_TOGETHER)] if from_right else [code]
                case Link():
                    shown.append(self._link(child))
                case Strong() | Emphasis() | Strike():
                    shown.append(replace(child, children=self.inlines(child.children)))
                case _:
                    shown.append(child)
        return tuple(shown)

    def _link(self, link: Link) -> Link:
        page = _PAGE.fullmatch(link.address)
        children = self.inlines(link.children)
        if page is None:
            return replace(link, children=children)
        return Link(children, f"{SCHEME}:{page[1]}#{page[2] or ''}", opens=False, inside=True)


def rewritten(blocks: Sequence[Block], shown: Shown) -> tuple[Block, ...]:
    """The blocks of a page as they are shown."""
    return tuple(_block(block, shown) for block in blocks)


def _block(block: Block, shown: Shown) -> Block:
    match block:
        case Paragraph(children):
            return Paragraph(shown.inlines(children))
        case Heading(level, children):
            return Heading(level, shown.inlines(children))
        case Quote(blocks):
            return Quote(rewritten(blocks, shown))
        case ItemList():
            items = tuple(ListItem(rewritten(item.blocks, shown), item.checked) for item in block.items)
            return replace(block, items=items)
        case Table():
            rows = tuple(tuple(map(shown.inlines, row)) for row in block.rows)
            return replace(block, header=tuple(map(shown.inlines, block.header)), rows=rows)
        case _:
            return block
