"""What the reader has before the eyes, so that it can stay there whatever changes above it.

Window process, window thread.

A message alone doesn't tell it: a formula that is drawn in an answer moves what is read further down in the same one.
So the anchor is a block of a text where one begins in sight. Blocks keep their numbers when formulas are drawn in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint

from app.ui.transcript.entry import Entry

SEARCHED_BLOCKS = 40


@dataclass(frozen=True, slots=True)
class Anchor:
    """Attributes:
    entry: the message. body: which of its texts is read, counted from the last, -1; 0 for what isn't text.
    block: the number of a block in it.
    down_px: how far below the upper edge of what is seen it begins; negative above.
    height_px: of the block, where it begins above and its own lines are read; else 0.
    """

    entry: Entry
    body: int
    block: int
    down_px: float
    height_px: float

    def top(self) -> int:
        """Where what is seen must begin now, in the column, for the anchor to be where it was."""
        item = self.entry.item
        if self.body == 0 or item is None:
            return round(self.entry.top - self.down_px)
        body = item.bodies()[self.body]
        rect = body.block_rect(self.block)
        down = self.down_px
        if self.height_px:  # lines may break elsewhere now: the same share of them has gone by
            down *= rect.height() / self.height_px
        return round(self.entry.top + body.mapTo(item, QPoint(0, 0)).y() + rect.top() - down)


def anchor_at(entries: Sequence[Entry], top: int, page_px: int) -> Anchor | None:
    """The anchor for what is seen from `top` on, `page_px` high; None where nothing is."""
    seen = next((entry for entry in entries if entry.top + entry.height > top), None)
    if seen is None:
        return None
    for entry in entries[entries.index(seen) :]:
        if entry.top > top + page_px / 2:
            break
        found = _block_in(entry, top, page_px)
        if found is not None:
            return found
    return Anchor(seen, 0, 0, seen.top - top, 0)


def _block_in(entry: Entry, top: int, page_px: int) -> Anchor | None:
    """The first block that begins in the upper half of what is seen, else the one that goes through it."""
    item = entry.item
    bodies = item.bodies() if item is not None else []
    for at, body in enumerate(bodies, -len(bodies)):
        if item is None or not body.isVisibleTo(item):
            continue
        start = entry.top + body.mapTo(item, QPoint(0, 0)).y()
        low = top - start
        if low >= body.height() or low < -page_px / 2:
            continue
        through = body.block_at(max(0, low))
        for number in range(through, min(through + SEARCHED_BLOCKS, body.sealed.blockCount())):
            rect = body.block_rect(number)
            if low <= rect.top() <= low + page_px / 2 and rect.height() > 0:
                return Anchor(entry, at, number, start + rect.top() - top, 0)
        rect = body.block_rect(through)
        return Anchor(entry, at, through, start + rect.top() - top, rect.height())
    return None
