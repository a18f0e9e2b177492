"""What reading a file gives: pages of text with their structure, or a reason why there are none. Pure values.

Reasons are codes with parameters, like those of `app.domain.errors`; `app.services.sentences` makes sentences of
them. A code belongs to one outcome: `OUTCOMES`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.errors import DocumentError

Parameter = str | int | float

TIME_LIMIT_S = 18.0  # of processor time; on a quiet computer it stays under 20 seconds as seen from outside
OCR_TIME_LIMIT_S = 1800.0
_WALL_TIMES = 10.0  # as long may it take on a busy computer


class BlockKind(StrEnum):
    """What a stretch of a page's text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE_ROW = "table_row"
    LIST_ITEM = "list_item"
    CODE = "code"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """Characters `start` to `end` (exclusive) of a page's text. `level` is 1 to 6 for headings, else 0."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page, slide, sheet, chapter or message.

    Attributes:
        number: from 1.
        text: cells of a table's row are joined with a tab, blocks with line breaks.
        blocks: in order, without overlap; text between them is white space.
        label: what a person calls it (a sheet's name, a chapter's title, a subject), empty if nothing.
    """

    number: int
    text: str
    blocks: tuple[Block, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of a file beside its text.

    Attributes:
        kind: "pdf", "docx", "text" and so on, told by the content.
        title: as the file itself says, may be empty.
        date: ISO 8601, when it was written or sent as the file itself says, may be empty.
        notes: codes of what a person should know, `NOTES`.
    """

    kind: str
    title: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()


NOTES = frozenset(
    {
        "active_content",
        "attachment_not_read",
        "cut_length",
        "cut_time",
        "hidden_text",
        "pages_without_words",
        "partly_damaged",
        "read_by_ocr",
    }
)

NOT_WHOLE = ("pages_without_words", "partly_damaged", "cut_length", "cut_time")
"""The notes of a document that words are missing of."""


class Outcome(StrEnum):
    """How reading a file ended."""

    TEXT = "text"
    EMPTY = "empty"
    """There are no words in it."""

    LOCKED = "locked"
    """It needs a password that wasn't given."""

    REFUSED = "refused"
    """Not a kind that is read, or not an ordinary file."""

    DAMAGED = "damaged"
    LIMIT = "limit"
    """It would have taken too much time, memory or room."""


OUTCOMES: Mapping[str, Outcome] = {
    "document_changed": Outcome.DAMAGED,
    "document_crashed_reader": Outcome.DAMAGED,
    "document_damaged": Outcome.DAMAGED,
    "document_empty": Outcome.EMPTY,
    "document_inflates": Outcome.LIMIT,
    "document_kind_not_read": Outcome.REFUSED,
    "document_kind_unknown": Outcome.REFUSED,
    "document_link_broken": Outcome.REFUSED,
    "document_locked": Outcome.LOCKED,
    "document_locked_office": Outcome.LOCKED,
    "document_missing": Outcome.REFUSED,
    "document_newer": Outcome.REFUSED,
    "document_no_conversations": Outcome.REFUSED,
    "document_no_words": Outcome.EMPTY,
    "document_no_page": Outcome.REFUSED,
    "document_no_pages_to_draw": Outcome.REFUSED,
    "document_not_allowed": Outcome.REFUSED,
    "document_not_regular_file": Outcome.REFUSED,
    "document_password_wrong": Outcome.LOCKED,
    "document_no_picture": Outcome.REFUSED,
    "document_picture": Outcome.EMPTY,
    "document_picture_form": Outcome.REFUSED,
    "document_pictures_only": Outcome.EMPTY,
    "document_rights_managed": Outcome.LOCKED,
    "document_too_big_file": Outcome.LIMIT,
    "document_too_much_memory": Outcome.LIMIT,
    "document_too_much_text": Outcome.LIMIT,
    "document_too_slow": Outcome.LIMIT,
    "document_unreadable": Outcome.REFUSED,
}


UNLOCKED_BY_PASSWORD = frozenset({"document_locked", "document_password_wrong"})
"""The reasons that go away with the right password."""


PICTURE_CODES = ("document_picture", "document_pictures_only")
"""The reasons that may go away with OCR."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file.

    Attributes:
        outcome: TEXT if and only if `reason` is empty; then at least one page has a word.
        reason: code of a sentence, see `OUTCOMES`.
        parameters: what that sentence needs.
        pages: in order; those without words are among them, so that numbers stay true.
        seconds: how long it took.
    """

    outcome: Outcome
    reason: str
    facts: DocumentFacts
    pages: tuple[Page, ...]
    seconds: float
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    @property
    def error(self) -> DocumentError | None:
        """The reason as an error whose sentence can be made; None when there is text."""
        return DocumentError(self.reason, **self.parameters) if self.reason else None


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a file should be read.

    Attributes:
        passwords: tried in order on a file that needs one.
        page_limit: no more pages than these are read, 0 for all.
        time_limit_s: processor time; what was read until then is kept.
        ocr: read words in pictures, where a page has none as text. Takes seconds a page, and so has a time limit
            of its own, `OCR_TIME_LIMIT_S`.
    """

    passwords: tuple[str, ...] = ()
    page_limit: int = 0
    time_limit_s: float = TIME_LIMIT_S
    ocr: bool = False

    @property
    def patience_s(self) -> float:
        """The limit of processor time in force, and of time in which nothing is done."""
        return max(self.time_limit_s, OCR_TIME_LIMIT_S) if self.ocr else self.time_limit_s

    @property
    def wall_limit_s(self) -> float:
        """The limit of wall time: other programs' work is no file's fault."""
        return _WALL_TIMES * self.patience_s


@dataclass(frozen=True, slots=True)
class PageImage:
    """A drawn page.

    Attributes:
        png: the picture.
        width, height: in pixels.
        marks: for each asked range of characters its rectangles (left, top, right, bottom) in pixels.
    """

    png: bytes
    width: int
    height: int
    marks: tuple[tuple[tuple[int, int, int, int], ...], ...] = ()
