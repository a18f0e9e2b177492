"""What an answer may contain once it has been read: a tree of frozen values. Pure, no Qt.

Everything a model writes ends up as one of these; there is no node for markup, pictures that load, or styles.
Text in the tree has already been through `visible_text.visible`.
"""

import enum
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they are shown."""

    text: str


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """A few words of code inside a line."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break that the writer asked for."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is never loaded: its description and its full address, both as text."""

    description: str
    address: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strike:
    """Struck through."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link. `opens` says whether a click may ask to open `address`; only whole https addresses may.

    `inside`: it leads to a page of Hearth's own help, so that its address isn't shown. The parser makes none.
    """

    children: tuple["Inline", ...]
    address: str
    opens: bool
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Formula:
    """LaTeX as it was written, without its marks; `display` ones stand alone and are drawn larger."""

    source: str
    display: bool = False


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark in a text that points to a footnote."""

    label: str


Inline: TypeAlias = (
    Text | CodeSpan | LineBreak | Picture | Strong | Emphasis | Strike | Link | Formula | NoteMark
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 to 6."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Code with the language its writer named, or an empty string. No final line end."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; `checked` is None for an item that isn't a task."""

    blocks: tuple["Block", ...]
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list. `start` is the first number, or None for bullets. `tight` lists have no space between items."""

    items: tuple[ListItem, ...]
    start: int | None
    tight: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, shown where it was written."""

    label: str
    blocks: tuple["Block", ...]


class Alignment(enum.Enum):
    """Where the text of a table's column stands."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Every row has as many cells as `alignments`; later parts of a long one are `continued`."""

    alignments: tuple[Alignment, ...]
    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Plain:
    """Text shown letter for letter, line ends kept: typed by a person, or too much to read as Markdown."""

    text: str


class NoticeKind(enum.Enum):
    """What the program itself says about a text."""

    PLAIN_FROM_HERE = "plain"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark of the program inside a text; `count` is a number of characters."""

    kind: NoticeKind
    count: int = 0


Block: TypeAlias = Paragraph | Heading | Code | Rule | Quote | ItemList | Note | Table | Plain | Notice
