"""What the list of conversations shows, row by row: groups, folders, days, or the hits of a search. Pure."""

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.conversation import Conversation, Folder
from app.vault.conversation_store import SearchHit

Translate = Callable[[str], str]


class RowKind(enum.Enum):
    """What a row is."""

    HEADING = 1
    CONVERSATION = 2
    HIT = 3
    FOLDER = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        id: the conversation's; empty for headings and folders.
        snippet, matches, message_id: a hit's words, what is marked in them, and where they stand.
        folder: the id of the folder that the row is, or lies in.
        count, is_open: a folder's.
        pinned, temporary: a conversation's, or those under the heading.
        provider: the server that answers a conversation; empty: it stays on this computer.
    """

    kind: RowKind
    text: str
    id: str = ""
    snippet: str = ""
    message_id: str = ""
    matches: tuple[tuple[int, int], ...] = ()
    pinned: bool = False
    temporary: bool = False
    folder: str = ""
    count: int = 0
    is_open: bool = False
    provider: str = ""

    @property
    def key(self) -> tuple[RowKind, str, str, str]:
        """What stays the same while words and marks of a row change."""
        heading = self.text if self.kind is RowKind.HEADING else ""
        return self.kind, self.id or self.folder, self.message_id, heading


class Period(enum.Enum):
    """The groups of the list by day, newest first."""

    TODAY = "Today"
    THIS_WEEK = "This week"
    OLDER = "Older"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the list conversations can be put by dragging: a folder (empty: by their days), or pinned."""

    folder: str = ""
    pinned: bool = False


def period_of(moment_ms: int, today: date) -> Period:
    """The group for a moment (Unix ms, local time). The future counts as today; the week is seven days."""
    try:
        day = datetime.fromtimestamp(moment_ms / 1000).date()
    except (OverflowError, ValueError, OSError):  # a clock that stood at a wild time
        return Period.OLDER
    if day >= today:
        return Period.TODAY
    return Period.THIS_WEEK if day > today - timedelta(days=7) else Period.OLDER


def list_rows(
    conversations: Iterable[Conversation],
    folders: Iterable[Folder],
    closed: frozenset[str],
    today: date,
    words: Translate,
) -> list[Row]:
    """Temporary ones, pinned ones, folders by name, then the days; newest first in each.

    `closed` are the folders whose conversations aren't shown. A folder that is gone holds nothing.
    """
    known = {folder.id: folder for folder in folders}
    ordered = sorted(conversations, key=lambda one: one.updated_ms, reverse=True)
    inside: dict[str, list[Conversation]] = {name: [] for name in known}
    temporary: list[Conversation] = []
    pinned: list[Conversation] = []
    loose: list[Conversation] = []
    for one in ordered:
        if one.temporary:
            temporary.append(one)
        elif one.pinned:
            pinned.append(one)
        else:
            inside.get(one.folder, loose).append(one)
    rows: list[Row] = []
    if temporary:
        rows.append(Row(RowKind.HEADING, words("Temporary"), temporary=True))
        rows += [_conversation_row(one) for one in temporary]
    if pinned:
        rows.append(Row(RowKind.HEADING, words("Pinned"), pinned=True))
        rows += [_conversation_row(one) for one in pinned]
    for folder in known.values():
        held, is_open = inside[folder.id], folder.id not in closed
        rows.append(Row(RowKind.FOLDER, folder.name, folder=folder.id, count=len(held), is_open=is_open))
        if is_open:
            rows += [_conversation_row(one, folder.id) for one in held]
    return rows + _by_day(loose, today, words)


def hit_rows(hits: Iterable[SearchHit], heading: str) -> list[Row]:
    """What a search found, under `heading`."""
    rows = [Row(RowKind.HEADING, heading)]
    for hit in hits:
        found = hit.conversation
        rows.append(
            Row(
                RowKind.HIT,
                found.title,
                found.id,
                hit.snippet,
                hit.message_id or "",
                hit.matches,
                provider=found.provider,
            )
        )
    return rows


def place_at(row: Row | None) -> Place | None:
    """Where conversations go that are dropped on `row` (None: below all rows); None where they can't."""
    if row is None:
        return Place()
    if row.temporary or row.kind is RowKind.HIT:
        return None
    return Place(row.folder, row.pinned)


def _by_day(conversations: list[Conversation], today: date, words: Translate) -> list[Row]:
    rows: list[Row] = []
    last: Period | None = None
    for one in conversations:
        # Newest first: once a row is old, all after it are, and no date need be worked out.
        period = Period.OLDER if last is Period.OLDER else period_of(one.updated_ms, today)
        if period is not last:
            rows.append(Row(RowKind.HEADING, words(period.value)))
            last = period
        rows.append(_conversation_row(one))
    return rows


def _conversation_row(one: Conversation, folder: str = "") -> Row:
    return Row(
        RowKind.CONVERSATION,
        one.title,
        one.id,
        pinned=one.pinned,
        temporary=one.temporary,
        folder=folder,
        provider=one.provider,
    )
