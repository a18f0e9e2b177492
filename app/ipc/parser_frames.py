"""Frames between whoever wants a file read, the parser process, and the throw-away process that reads one file.

The file itself travels as an open descriptor (Linux) or by its path (elsewhere), never as a frame.
"""

import msgspec

from app.domain.comparison import Comparison
from app.domain.document import Block, DocumentFacts, Page, ReadOptions
from app.domain.imported import ImportedConversation
from app.ipc.frames import Failed, Frame, Hello, Leave, Parameter

# ---- to the parser process


class ReadFile(Frame, frozen=True, tag=True):
    """Read the file whose descriptor follows. `name` is its file name, `path` is set where none can follow."""

    name: str
    options: ReadOptions
    path: str = ""


class DrawPage(Frame, frozen=True, tag=True):
    """Draw page `number` of the file whose descriptor follows, `width_px` wide, with these ranges marked."""

    name: str
    number: int
    marks: tuple[tuple[int, int], ...]
    width_px: int
    options: ReadOptions
    path: str = ""


class ReadPicture(Frame, frozen=True, tag=True):
    """Read the picture whose descriptor follows, made smaller where its longer side has more than `longest_px`.

    Of one that is no file, the bytes stand in `data` where no descriptor can follow.
    """

    name: str
    longest_px: int
    options: ReadOptions
    path: str = ""
    data: bytes = b""


class ReadConversations(Frame, frozen=True, tag=True):
    """Read the conversations in another program's file, whose descriptor follows. The rest as in ReadFile."""

    name: str
    options: ReadOptions
    path: str = ""


class SmallFile(msgspec.Struct, frozen=True):
    """One of several files: its name, and how many bytes of those handed over are its own."""

    name: str
    size_bytes: int


class ReadTexts(Frame, frozen=True, tag=True):
    """Read several small files, one after the other: plain texts only, the others are to be said NoText of.

    Their bytes lie behind each other in the open file that follows, or in `data` where none can follow.
    """

    files: tuple[SmallFile, ...]
    options: ReadOptions
    data: bytes = b""

    @property
    def path(self) -> str:
        """They have none: their bytes were read already."""
        return ""


class Stop(Frame, frozen=True, tag=True):
    """End the process that reads a file now."""


# ---- from the process that reads one file


class FactsRead(Frame, frozen=True, tag=True):
    """What the file is; comes before its pages, and again when more is known."""

    facts: DocumentFacts


class PageRead(Frame, frozen=True, tag=True):
    """The next page."""

    page: Page


class TextRead(Frame, frozen=True, tag=True):
    """The whole next one of several small files, which come in the order asked for."""

    facts: DocumentFacts
    pages: tuple[Page, ...]


class PageDrawn(Frame, frozen=True, tag=True):
    """The picture that was asked for: three bytes a pixel (red, green, blue), and the rectangles of the marks."""

    width: int
    height: int
    pixels: bytes
    marks: tuple[tuple[tuple[int, int, int, int], ...], ...]


class ConversationRead(Frame, frozen=True, tag=True):
    """The next conversation. None of a file's may be used before AllRead has come."""

    conversation: ImportedConversation


class ComparisonRead(Frame, frozen=True, tag=True):
    """The next comparison of our own export. The rest as in ConversationRead."""

    comparison: Comparison


class NoText(Frame, frozen=True, tag=True):
    """The file gives no text, or no more: a code of `app.domain.document.OUTCOMES`.

    In place of TextRead an empty code says that the file is no plain text.
    """

    code: str
    parameters: dict[str, Parameter]


class AllRead(Frame, frozen=True, tag=True):
    """Everything was sent."""


# ---- from the parser process


class ReaderEnded(Frame, frozen=True, tag=True):
    """The throw-away process is gone. `exit_code` is negative for a signal; `late` if it was ended for its time."""

    exit_code: int
    late: bool = False


FileRequest = ReadFile | ReadTexts | DrawPage | ReadPicture | ReadConversations
ToParser = FileRequest | Stop | Leave
FromParser = Hello | ReaderEnded | Failed
FromReader = (
    FactsRead | PageRead | TextRead | PageDrawn | ConversationRead | ComparisonRead | NoText | AllRead
)

__all__ = [
    "AllRead", "Block", "ComparisonRead", "ConversationRead", "DrawPage", "FactsRead", "FileRequest", "FromParser",
    "FromReader", "NoText", "PageDrawn", "PageRead", "ReadConversations", "ReadFile", "ReadPicture", "ReadTexts",
    "ReaderEnded", "SmallFile", "Stop", "TextRead", "ToParser",
]  # fmt: skip
