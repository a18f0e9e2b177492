"""Markdown that arrives in pieces. Pure, no Qt; runs in the window's thread.

Finished top-level blocks are read once and frozen; each piece costs only the reading of the last block.
However a text is cut, the tree at the end is the same, because every decision depends on the text alone:

- a block is frozen once a later top-level block has begun on a complete line;
- a block of more than `WINDOW_CHARS` is closed at its last unindented line, and read on as a new block (a
  table keeps its header line for that, a fence is followed to its end whatever its length);
- past `MARKDOWN_CHARS` the text is shown letter for letter, past `SHOWN_CHARS` not at all; a notice says so.

A link definition acts at once on what follows it, and at the end (`finish`) on what stands before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.ui.markdown.nodes import Block, Code, Notice, NoticeKind, Plain, Table
from app.ui.markdown.parser import MarkdownParser, PlacedBlock, References, language
from app.ui.markdown.visible_text import mapped, visible

WINDOW_CHARS = (
    4_096  # twice as much of a list or table holds the window for 150 ms each time it is read and laid out
)
MARKDOWN_CHARS = 524_288
SHOWN_CHARS = 1_048_576
PLAIN_SLICE_CHARS = 8_192

_FENCE = re.compile(r"( {0,3})(`{3,}|~{3,})([^\n]*)\n")


@dataclass(frozen=True, slots=True)
class Update:
    """How the tree changed: the first `keep` top-level blocks stay, then come `blocks`, nothing else."""

    keep: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Frozen:
    """Source of a slice that may hold a reference to a definition that comes later."""

    first_block: int
    count: int
    source: str
    definitions: int


class MarkdownStream:
    """One text, growing. `blocks` is the whole tree as it stands."""

    def __init__(self, parser: MarkdownParser) -> None:
        self._parser = parser
        self._frozen: list[Block] = []
        self._tail: tuple[Block, ...] = ()
        self._references: References = {}
        self._unresolved: list[_Frozen] = []
        self._rest = ""
        self._carried = ""  # header lines of a table that was cut
        self._fence_scanned = 0  # characters of `_rest` known to hold no closing fence
        self._taken = 0  # characters read so far, the rest included
        self._left_out = 0
        self._return_pending = False
        self._plain = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The whole tree."""
        return (*self._frozen, *self._tail)

    def append(self, text: str) -> Update:
        """Read on. `text` may end anywhere, in the middle of a line or of a carriage return and line feed."""
        keep = len(self._frozen)
        self._take(text)
        self._freeze()
        self._tail = self._read_tail()
        return Update(keep, (*self._frozen[keep:], *self._tail))

    def finish(self) -> Update:
        """Nothing more will come: late link definitions now act on what stood before them."""
        keep = len(self._frozen)
        self._frozen += self._tail
        references = dict(self._references)
        if not self._plain and self._unresolved:
            self._parser.blocks(self._carried + self._rest, references)
        self._tail = ()
        self._rest = ""
        for slice_ in reversed(self._unresolved):
            if slice_.definitions == len(references):
                continue
            again = [placed.block for placed in self._parser.blocks(slice_.source, dict(references))]
            again = _continued(again) if self._was_continued(slice_) else again
            if len(again) == slice_.count and again != self._frozen[slice_.first_block :][: slice_.count]:
                self._frozen[slice_.first_block : slice_.first_block + slice_.count] = again
                keep = min(keep, slice_.first_block)
        self._unresolved.clear()
        return Update(keep, tuple(self._frozen[keep:]))

    def _was_continued(self, slice_: _Frozen) -> bool:
        first = self._frozen[slice_.first_block] if slice_.count else None
        return isinstance(first, Table) and first.continued

    def _take(self, text: str) -> None:
        if self._return_pending:
            text = "\r" + text
        self._return_pending = text.endswith("\r")
        text = mapped(text.removesuffix("\r").replace("\r\n", "\n"))
        room = SHOWN_CHARS - self._taken
        self._left_out += max(0, len(text) - room)
        text = text[:room]
        self._taken += len(text)
        self._rest += text

    def _freeze(self) -> None:
        """Move every decided block from the rest to the frozen ones."""
        while True:
            before = len(self._rest)
            self._skip_blank_lines()
            if self._plain or self._taken - len(self._rest) >= MARKDOWN_CHARS:
                self._freeze_plain()
                return
            fence = _FENCE.match(self._rest)
            if fence is not None and _opens_fence(fence):
                if not self._freeze_fence(fence):
                    return
            elif not self._freeze_window() and len(self._rest) == before:
                return

    def _skip_blank_lines(self) -> None:
        if self._plain:
            return
        blank = re.match(r"(?:[ \t]*\n)+", self._rest)
        if blank is not None:
            self._rest = self._rest[blank.end() :]
            self._carried = ""

    def _freeze_plain(self) -> None:
        if not self._plain and self._rest:
            self._plain = True
            self._frozen.append(Notice(NoticeKind.PLAIN_FROM_HERE))
        while len(self._rest) >= PLAIN_SLICE_CHARS:
            cut = self._rest.rfind("\n", 1, PLAIN_SLICE_CHARS) + 1 or PLAIN_SLICE_CHARS
            self._frozen.append(Plain(visible(self._rest[:cut].removesuffix("\n"))))
            self._rest = self._rest[cut:]

    def _freeze_fence(self, fence: re.Match[str]) -> bool:
        """Freeze a fence that is closed on a complete line. An open one stays in the rest, however long."""
        self._carried = ""
        closing = re.compile(rf"^ {{0,3}}{fence[2][0]}{{{len(fence[2])},}}[ \t]*\n", re.MULTILINE)
        found = closing.search(self._rest, max(fence.end(), self._fence_scanned))
        if found is None:
            self._fence_scanned = max(fence.end(), self._rest.rfind("\n") + 1)
            return False
        self._frozen.append(_code(fence, self._rest[fence.end() : found.start()]))
        self._rest = self._rest[found.end() :]
        self._fence_scanned = 0
        return True

    def _freeze_window(self) -> bool:
        """Freeze all blocks but the last of the window. Returns whether anything was taken from the rest."""
        full = len(self._rest) >= WINDOW_CHARS
        window = self._rest[:WINDOW_CHARS]
        complete = window[: window.rfind("\n") + 1]
        if complete:
            source = self._carried + complete
            carried_lines = self._carried.count("\n")
            references = dict(self._references)
            placed = self._parser.blocks(source, references)
            beginnings = [line - carried_lines for line in _beginnings(placed, source.split("\n"))]
            cut = self._cut_at([line for line in beginnings if line > 0])
            if cut:
                end_line = carried_lines + self._rest.count("\n", 0, cut)
                read = [block for block in placed if block.first_line < end_line]
                # A definition further down acts on what stands before the cut: that must be read by itself.
                self._freeze_source(cut, read if len(references) == len(self._references) else None)
                return True
        if not full:
            return False
        cut = _forced_cut(window)
        source = self._carried + self._rest[:cut]
        placed = self._freeze_source(cut)
        last = placed[-1].block if placed else None
        if isinstance(last, Table) and source.endswith("\n"):
            lines = source.split("\n")
            first = placed[-1].first_line
            self._carried = "\n".join(lines[first : first + 2]) + "\n"
        return True

    def _cut_at(self, beginnings: Sequence[int]) -> int:
        """How many characters of the rest to freeze: up to the last of the lines where a block begins.

        Where reading as Markdown ends, it ends at the first block past the limit, however the text came.
        """
        done = self._taken - len(self._rest)
        end = line = 0
        for beginning in beginnings:
            while line < beginning:
                end = self._rest.index("\n", end) + 1
                line += 1
            if done + end >= MARKDOWN_CHARS:
                break
        return end

    def _freeze_source(self, end: int, read: list[PlacedBlock] | None = None) -> list[PlacedBlock]:
        """Freeze the first `end` characters of the rest; `read`: their blocks, where they are known already."""
        source = self._carried + self._rest[:end]
        known = len(self._references)
        placed = self._parser.blocks(source, self._references) if read is None else read
        blocks = [block.block for block in placed]
        if self._carried:
            blocks = _continued(blocks)
        if "[" in source or known != len(self._references):
            first = len(self._frozen)
            self._unresolved.append(_Frozen(first, len(blocks), source, len(self._references)))
        self._frozen += blocks
        self._rest = self._rest[end:]
        self._carried = ""
        return placed

    def _read_tail(self) -> tuple[Block, ...]:
        tail: list[Block] = []
        if self._plain:
            tail = [Plain(visible(self._rest))] if self._rest.strip() else []
        elif (fence := _FENCE.match(self._rest)) is not None and _opens_fence(fence):
            content = self._rest[fence.end() :]
            start = content.rfind("\n") + 1
            # A last line that only closes the fence is no code, nor is one that has only begun, with its indent.
            if re.fullmatch(rf"(?: {{0,3}}{fence[2][0]}{{{len(fence[2])},}})?[ \t]*", content[start:]):
                content = content[:start]
            tail = [_code(fence, content)]
        elif self._rest.strip():
            tail = [
                block.block
                for block in self._parser.blocks(self._carried + self._rest, dict(self._references))
            ]
            tail = _continued(tail) if self._carried else tail
        if self._left_out:
            tail.append(Notice(NoticeKind.LEFT_OUT, self._left_out))
        return tuple(tail)


def parse(text: str, parser: MarkdownParser | None = None) -> tuple[Block, ...]:
    """The tree of a whole text: the same as any stream of its pieces."""
    stream = MarkdownStream(parser or MarkdownParser())
    stream.append(text)
    stream.finish()
    return stream.blocks


def _opens_fence(fence: re.Match[str]) -> bool:
    return fence[2][0] == "~" or "`" not in fence[3]


def _code(fence: re.Match[str], content: str) -> Code:
    indent = len(fence[1])
    if indent:
        content = re.sub(rf"^ {{1,{indent}}}", "", content, flags=re.MULTILINE)
    return Code(visible(content.removesuffix("\n")), language(fence[3]))


def _continued(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` of a slice that began with a carried header: its first table goes on an earlier one."""
    if blocks and isinstance(blocks[0], Table):
        first = blocks[0]
        return [*([replace(first, continued=True)] if first.rows else []), *blocks[1:]]
    return list(blocks)


def _beginnings(placed: Sequence[PlacedBlock], lines: Sequence[str]) -> list[int]:
    """The lines where a later block begins and nothing before it can change any more, in order.

    Definitions leave no block behind. One that stands directly before a block may still take that block's
    first line as its title, so a blank line must separate them.
    """
    found: list[int] = []
    for before, block in pairwise(placed):
        line = block.first_line
        if line != before.first_line and (before.end_line >= line or not lines[line - 1].strip()):
            found.append(line)
    return found


def _forced_cut(window: str) -> int:
    """Where a too long block is closed: before its last unindented line, at a line end, at a space."""
    at = len(window)
    while (at := window.rfind("\n", 0, at)) > 0:
        if at + 1 < len(window) and window[at + 1] not in " \t\n":
            return at + 1
    return (window.rfind("\n") + 1) or (window.rfind(" ") + 1) or len(window)
