"""The only door to markdown-it-py: Markdown in, the tree of `nodes` out. Pure, no Qt; in the window's thread.

HTML isn't read (it stays as letters). Limits keep hostile text from costing time or memory: nesting deeper
than `MAX_NESTING`, tables with very many columns, lines with very many brackets. What goes past a limit is
shown letter for letter instead, never left out.
"""

import importlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock, table
from markdown_it.token import Token

from app.ui.markdown import links
from app.ui.markdown.extra_rules import FOOTNOTE, add_extra_rules
from app.ui.markdown.nodes import (
    Alignment,
    Block,
    Code,
    CodeSpan,
    Emphasis,
    Formula,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Note,
    NoteMark,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Rule,
    Strike,
    Strong,
    Table,
    Text,
)
from app.ui.markdown.visible_text import visible

MAX_NESTING = 24
MAX_INLINE_NESTING = 12
MAX_COLUMNS = 40
MAX_BRACKETS = 400
MAX_FILLED_CELLS = 1_000
# WORKAROUND markdown-it-py 4.3: 14 KB of short rows under a wide header become 65,536 empty cells, seconds of
# work, and this constant is the only way to say less. (`markdown_it.rules_block.table` is the function.)
importlib.import_module("markdown_it.rules_block.table").__dict__["MAX_AUTOCOMPLETED_CELLS"] = (
    MAX_FILLED_CELLS
)
MAX_LANGUAGE_CHARS = 30

References = dict[str, Any]
"""Link definitions by label, as markdown-it keeps them."""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A top-level block and the lines it came from: `first_line` up to, not including, `end_line`."""

    block: Block
    first_line: int
    end_line: int


def _bounded_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """markdown-it's table rule, but not for a hundred columns: it fills up short rows with empty cells."""
    next_line = start_line + 1
    if next_line >= end_line:
        return False
    start = state.bMarks[next_line]
    if state.src.count("|", start, state.eMarks[next_line]) > MAX_COLUMNS:
        return False
    return table(state, start_line, end_line, silent)


def _any_address(_address: str) -> bool:
    """Every link is read as a link: whether it opens is for `links.opens` to say; its address is shown."""
    return True


def _markdown_it(*, with_links: bool) -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    reader.enable(["table", "strikethrough"])
    reader.disable(["inline", "text_join"])
    reader.block.ruler.at("table", _bounded_table, {"alt": ["paragraph", "reference"]})
    add_extra_rules(reader)
    reader.validateLink = _any_address  # type: ignore[method-assign, assignment]
    if not with_links:
        reader.inline.ruler.disable(["link", "image"])
    return reader


class MarkdownParser:
    """Reads Markdown. Holds no text between calls."""

    def __init__(self) -> None:
        self._reader = _markdown_it(with_links=True)
        self._linkless = _markdown_it(with_links=False)

    def blocks(self, text: str, references: References) -> list[PlacedBlock]:
        """The top-level blocks of `text`, never an exception.

        `references` holds the link definitions known so far and receives those of `text`; the first of a
        label stands. A text that the library can't read comes back as one `Plain`.
        """
        env: dict[str, Any] = {"references": references}
        try:
            tokens = self._reader.parse(text, env)
            return self._placed(tokens, text, env)
        except Exception:  # noqa: BLE001 - the library's door: whatever hostile text does to it, the text is shown
            return [PlacedBlock(Plain(visible(text)), 0, text.count("\n") + 1)] if text.strip() else []

    def _placed(self, tokens: Sequence[Token], text: str, env: dict[str, Any]) -> list[PlacedBlock]:
        placed: list[PlacedBlock] = []
        start = 0
        depth = 0
        deepest = 0
        for index, token in enumerate(tokens):
            depth += token.nesting
            deepest = max(deepest, token.level)
            if depth:
                continue
            opener = tokens[start]
            first, end = opener.map if opener.map is not None else (0, 0)
            if deepest >= MAX_NESTING - 1:
                # markdown-it stops reading there and would lose the words.
                lines = text.split("\n")[first:end]
                placed.append(PlacedBlock(Plain(visible("\n".join(lines))), first, end))
            else:
                blocks = _BlockReader(tokens[start : index + 1], self, env).blocks()
                placed += [PlacedBlock(block, first, end) for block in blocks]
            start = index + 1
            deepest = 0
        return placed

    def inlines(self, text: str, env: dict[str, Any]) -> tuple[Inline, ...]:
        """What stands inside one block of running text."""
        reader = self._linkless if text.count("[") > MAX_BRACKETS else self._reader
        tokens: list[Token] = []
        reader.inline.parse(text, reader, env, tokens)
        return read_inlines(tokens)


class _BlockReader:
    """Walks markdown-it's flat list of tokens for one top-level block."""

    def __init__(self, tokens: Sequence[Token], parser: MarkdownParser, env: dict[str, Any]) -> None:
        self._tokens = tokens
        self._parser = parser
        self._env = env
        self._at = 0

    def blocks(self, closing: str = "") -> tuple[Block, ...]:
        found: list[Block] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == closing:
                break
            block = self._block(token)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _block(self, token: Token) -> Block | None:
        match token.type:
            case "paragraph_open":
                return Paragraph(self._inline("paragraph_close"))
            case "heading_open":
                return Heading(int(token.tag[1]), self._inline("heading_close"))
            case "fence":
                return Code(_code(token.content), language(token.info))
            case "code_block":
                return Code(_code(token.content))
            case "hr":
                return Rule()
            case "blockquote_open":
                return Quote(self.blocks("blockquote_close"))
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token)
            case "footnote_reference_open":
                return Note(visible(str(token.meta["label"])), self.blocks("footnote_reference_close"))
            case "table_open":
                return self._table()
        return None

    def _inline(self, closing: str) -> tuple[Inline, ...]:
        children: tuple[Inline, ...] = ()
        while self._tokens[self._at].type != closing:
            token = self._tokens[self._at]
            if token.type == "inline":
                children = self._parser.inlines(token.content, self._env)
            elif token.type == "formula_paragraph":
                children = (Formula(visible(token.content), True),)
            self._at += 1
        self._at += 1
        return children

    def _list(self, opener: Token) -> ItemList:
        items: list[ListItem] = []
        start = None if opener.type == "bullet_list_open" else int(opener.attrGet("start") or 0)
        if start == 0 and opener.attrGet("start") is None:
            start = 1
        tight = True
        depth = opener.level
        while self._tokens[self._at].type == "list_item_open":
            self._at += 1
            first = self._at
            blocks = self.blocks("list_item_close")
            tight = tight and all(
                token.hidden
                for token in self._tokens[first : self._at]
                if token.type == "paragraph_open" and token.level == depth + 2
            )
            items.append(_task(blocks))
        self._at += 1
        return ItemList(tuple(items), start, tight)

    def _table(self) -> Table:
        alignments: list[Alignment] = []
        rows: list[tuple[tuple[Inline, ...], ...]] = []
        row: list[tuple[Inline, ...]] = []
        while (token := self._tokens[self._at]).type != "table_close":
            self._at += 1
            if token.type in ("th_open", "td_open"):
                if token.type == "th_open":
                    alignments.append(_alignment(str(token.attrGet("style") or "")))
                row.append(self._inline(token.type.replace("open", "close")))
            elif token.type == "tr_close":
                rows.append(tuple(row))
                row = []
        self._at += 1
        return Table(tuple(alignments), rows[0] if rows else (), tuple(rows[1:]))


def _code(content: str) -> str:
    return visible(content.removesuffix("\n"))


def language(info: str) -> str:
    """The language that the opening line of a fence names, backslashes and entities read."""
    words = visible(unescapeAll(info)).split()
    return words[0][:MAX_LANGUAGE_CHARS] if words else ""


def _alignment(style: str) -> Alignment:
    for alignment in (Alignment.CENTRE, Alignment.RIGHT):
        if style.endswith(alignment.value):
            return alignment
    return Alignment.LEFT


_TASK = re.compile(r"\[([ xX])\][ \u00a0]")


def _task(blocks: tuple[Block, ...]) -> ListItem:
    """A list item; one that begins with `[ ]` or `[x]` is a task."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or not first.children or not isinstance(first.children[0], Text):
        return ListItem(blocks)
    words = first.children[0].text
    mark = _TASK.match(words)
    if mark is None:
        return ListItem(blocks)
    rest = (Text(words[mark.end() :]), *first.children[1:])
    return ListItem((Paragraph(rest), *blocks[1:]), mark.group(1) != " ")


_SPANS: dict[str, type[Strong] | type[Emphasis] | type[Strike]] = {
    "strong_open": Strong,
    "em_open": Emphasis,
    "s_open": Strike,
}


def read_inlines(tokens: Sequence[Token]) -> tuple[Inline, ...]:
    """The tree of markdown-it's inline tokens. Spans deeper than MAX_INLINE_NESTING lose their look."""
    stack: list[tuple[Token | None, list[Inline]]] = [(None, [])]
    ignored = 0
    for token in tokens:
        if token.nesting == 1:
            if len(stack) > MAX_INLINE_NESTING:
                ignored += 1
            else:
                stack.append((token, []))
        elif token.nesting == -1:
            if ignored:
                ignored -= 1
                continue
            opener, children = stack.pop()
            in_link = any(outer is not None and outer.type == "link_open" for outer, _ in stack)
            stack[-1][1].append(_span(opener, children, in_link))
        else:
            stack[-1][1].append(_leaf(token))
    return _joined(stack[0][1], addresses=True)


def _span(opener: Token | None, children: list[Inline], in_link: bool) -> Inline:
    if opener is None or opener.type == "link_open":
        href = str(opener.attrGet("href") or "") if opener is not None else ""
        if href.startswith(FOOTNOTE):
            return _note_mark(href.removeprefix(FOOTNOTE), children)
        address = visible(href)
        return Link(_joined(children, addresses=False), address, links.opens(address))
    return _SPANS[opener.type](_joined(children, addresses=not in_link))


def _note_mark(label: str, children: list[Inline]) -> Inline:
    """`[^1]` is a mark; `[words][^1]` keeps its words."""
    shown = visible(label)
    words = _joined(children, addresses=False)
    return NoteMark(shown) if words == (Text(f"^{shown}"),) else Link(words, f"^{shown}", False)


def _leaf(token: Token) -> Inline:
    match token.type:
        case "code_inline":
            return CodeSpan(visible(token.content))
        case "formula":
            return Formula(visible(token.content), token.markup == "block")
        case "hardbreak":
            return LineBreak()
        case "softbreak":
            return Text(" ")
        case "image":
            return Picture(_description(token.children or ()), visible(str(token.attrGet("src") or "")))
    return Text(visible(token.content))


def _description(tokens: Sequence[Token]) -> str:
    words = "".join(
        _description(token.children or ())
        if token.type == "image"
        else " "
        if "break" in token.type
        else token.content
        for token in tokens
    )
    return visible(words)


def _joined(children: Sequence[Inline], *, addresses: bool) -> tuple[Inline, ...]:
    """Neighbouring texts as one, however the text was cut; bare addresses as links."""
    joined: list[Inline] = []
    run: list[str] = []

    def flush() -> None:
        if run:
            joined.extend(_with_addresses("".join(run)) if addresses else (Text("".join(run)),))
            run.clear()

    for child in children:
        if isinstance(child, Text):
            if child.text:
                run.append(child.text)
            continue
        flush()
        joined.append(child)
    flush()
    return tuple(joined)


def _with_addresses(text: str) -> list[Inline]:
    if "https://" not in text.lower():
        return [Text(text)]
    parts: list[Inline] = []
    done = 0
    for start, end in links.bare_addresses(text):
        if start > done:
            parts.append(Text(text[done:start]))
        parts.append(Link((Text(text[start:end]),), text[start:end], True))
        done = end
    if done < len(text):
        parts.append(Text(text[done:]))
    return parts
