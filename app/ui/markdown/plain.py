"""The tree as plain text: what the screen shows, without a screen. Pure, no Qt."""

from collections.abc import Sequence

from app.ui.markdown.links import same_place
from app.ui.markdown.nodes import (
    Block,
    Code,
    CodeSpan,
    Formula,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Note,
    NoteMark,
    Notice,
    NoticeKind,
    Paragraph,
    Picture,
    Plain,
    Quote,
    Table,
    Text,
)

BULLET = "•"
TASK_OPEN = "☐"
TASK_DONE = "☑"


def notice_sentence(notice: Notice) -> str:
    """What the program says at a limit."""
    if notice.kind is NoticeKind.PLAIN_FROM_HERE:
        return "This text is very long. From here on it is shown letter for letter."
    return f"{notice.count:,} more characters are not shown here. Copy takes all of them."


def address_note(link: Link) -> str:
    """The address to show after a link's words, in brackets, or nothing where the words say it."""
    known = link.inside or same_place(inline_text(link.children), link.address)
    return "" if known else f" ({link.address})"


def picture_text(picture: Picture) -> str:
    """A picture in words."""
    return " ".join(part for part in ("Picture:", picture.description, f"({picture.address})") if part)


def formula_text(formula: Formula) -> str:
    """A formula as its source."""
    mark = "$$" if formula.display else "$"
    return f"{mark}{' '.join(formula.source.split())}{mark}"


def note_mark(label: str) -> str:
    """What points to a footnote, and stands before it."""
    return f"[{label}]"


def inline_text(children: Sequence[Inline]) -> str:
    """The words of one line of text."""
    parts: list[str] = []
    for child in children:
        match child:
            case Text(text) | CodeSpan(text):
                parts.append(text)
            case LineBreak():
                parts.append("\n")
            case Formula():
                parts.append(formula_text(child))
            case NoteMark(label):
                parts.append(note_mark(label))
            case Picture():
                parts.append(picture_text(child))
            case Link():
                parts.append(inline_text(child.children) + address_note(child))
            case _:
                parts.append(inline_text(child.children))
    return "".join(parts)


def block_text(blocks: Sequence[Block]) -> str:
    """The words of `blocks`, one line for each paragraph, item, table cell or line of code."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph() | Heading():
            return inline_text(block.children).split("\n")
        case Code(text) | Plain(text):
            return text.split("\n")
        case Quote(blocks):
            return block_text(blocks).split("\n")
        case Note(label, blocks):
            own = block_text(blocks).split("\n")
            return [f"{note_mark(label)}\t{own[0]}", *own[1:]]
        case Table():
            rows = block.rows if block.continued else (block.header, *block.rows)
            return ["\t".join(inline_text(cell) for cell in row) for row in rows]
        case Notice():
            return [notice_sentence(block)]
        case ItemList():
            return _list_lines(block)
        case _:
            return [""]


def item_marker(items: ItemList, index: int) -> str:
    """What stands before an item."""
    checked = items.items[index].checked
    if checked is not None:
        return TASK_DONE if checked else TASK_OPEN
    return BULLET if items.start is None else f"{items.start + index}."


def _list_lines(items: ItemList) -> list[str]:
    lines: list[str] = []
    for index, item in enumerate(items.items):
        own = block_text(item.blocks).split("\n")
        lines += [f"{item_marker(items, index)}\t{own[0]}", *own[1:]]
    return lines
