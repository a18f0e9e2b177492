"""Another style for the messages of a transcript. Window process, window thread.

A long answer is written anew out of sight, in slices, and then takes the place of the one that is seen: to write it all
at once would hold the window up, for a quarter of a second where it has 10,000 lines.
"""

from collections.abc import Callable

from app.domain.conversation import Message
from app.ui.markdown.style import TextStyle
from app.ui.tokens import Colours
from app.ui.transcript.answer import AnswerItem
from app.ui.transcript.entry import Entry

AT_ONCE_CHARS = 16_000


def restyle(
    entry: Entry, style: TextStyle, former: Colours, make: Callable[[Entry, Message], AnswerItem]
) -> None:
    """Show a message in another style, or begin to write it in it with what `make` gives."""
    item = entry.item
    if isinstance(item, AnswerItem) and item.length > AT_ONCE_CHARS:
        if entry.fresh is not None:  # in a style that is past as well
            entry.fresh.hide()
            entry.fresh.deleteLater()
        item.keep_ground(former)
        entry.fresh = make(entry, item.grown)
        entry.fresh.hide()
        entry.fresh.thinking.go_on_from(item.thinking)
    elif item is not None:
        item.restyle(style)
