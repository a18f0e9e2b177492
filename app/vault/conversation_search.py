"""Finding words in titles and messages inside vault.db. Work thread of the window or command line process."""

import itertools
import re
import secrets
from dataclasses import dataclass
from typing import TypeAlias

from app.domain.conversation import Conversation
from app.vault import search_sql as sql
from app.vault.conversation_rows import CONVERSATION_COLUMNS, clean, conversation_of
from app.vault.database import Database, Row
from app.vault.pair_words import has_unspaced, pair_expression, runs
from app.vault.word_pattern import word_pattern
from app.vault.word_query import QUERY_LIMIT_CHARS, WORDS_LIMIT, match_expression

_SNIPPET_CHARS = 160
_FIRST_MATCHES = 20


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place where a search found its words.

    `message_id` is None when the title matched. `snippet` is part of that message or the title; `matches` are
    (start, end) character ranges in it, in order, to be marked.
    """

    conversation: Conversation
    message_id: str | None
    snippet: str
    matches: tuple[tuple[int, int], ...]


Hits: TypeAlias = list[SearchHit]


def search(database: Database, query: str, limit: int) -> Hits:
    """Where the words of `query` stand: titles first, then messages, best first; any text is safe.

    All words must be there; the last may be the beginning of one. Accents and case don't matter.
    """
    query = clean(query)[:QUERY_LIMIT_CHARS]
    if limit < 1:
        return []
    found = _pieces(database, query, limit) if has_unspaced(query) else _words(database, query, limit)
    return found[:limit]


def _words(database: Database, query: str, limit: int) -> Hits:
    """What the indexes of words find."""
    expression = match_expression(query)
    if not expression:
        return []
    open_mark, close_mark = _marks()
    arguments = (open_mark, close_mark, expression, limit)
    titles = database.rows(sql.TITLES, arguments)
    left = limit - len(titles)
    messages = database.rows(sql.MESSAGES, (expression, left)) if left > 0 else []
    mark = word_pattern(query)
    if mark is None:
        return []
    return [_hit(row, None, open_mark, close_mark) for row in titles] + [
        _marked_hit(conversation_of(row[1:]), row[0], row[-1], mark) for row in messages
    ]


def _pieces(database: Database, query: str, limit: int) -> Hits:
    """What the index of pairs finds, for queries in scripts without spaces between words."""
    words = runs(query)[:WORDS_LIMIT]
    if not words:
        return []
    mark = re.compile("|".join(re.escape(run) for run, _ in words), re.IGNORECASE)
    found = [
        _marked_hit(conversation_of(row), None, row[1], mark)
        for row in database.rows(sql.TITLE_PIECES, (" ".join(query.split()), limit))
    ]
    found += [
        _marked_hit(conversation_of(row[1:]), row[0], row[-1], mark)
        for row in database.rows(sql.PAIRS, (pair_expression(words), limit))
    ]
    return found


def _marks() -> tuple[str, str]:
    """Marks around matches that no text holds: private-use characters around random digits."""
    token = secrets.token_hex(8)
    return f"\ue000{token}\ue001", f"\ue002{token}\ue003"


def _hit(row: Row, message_id: str | None, open_mark: str, close_mark: str) -> SearchHit:
    """`row` is a conversation followed by the marked text."""
    marked: str = row[CONVERSATION_COLUMNS] or ""
    plain = ""
    matches: list[tuple[int, int]] = []
    for part in marked.split(open_mark):
        inside, closed, after = part.partition(close_mark)
        if closed:
            matches.append((len(plain), len(plain) + len(inside)))
        plain += inside + after
    return SearchHit(conversation_of(row), message_id, plain, tuple(matches))


def _marked_hit(
    conversation: Conversation,
    message_id: str | None,
    text: str,
    mark: re.Pattern[str],
) -> SearchHit:
    """The surroundings of the longest of the first matches, which tells most, with every match in them."""
    firsts = itertools.islice(mark.finditer(text), _FIRST_MATCHES)
    first = max(firsts, key=lambda match: match.end() - match.start(), default=None)
    start = max((first.start() if first else 0) - _SNIPPET_CHARS // 4, 0)
    end = min(start + _SNIPPET_CHARS, len(text))
    snippet = ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
    matches = tuple(match.span() for match in mark.finditer(snippet))
    return SearchHit(conversation, message_id, snippet, matches)
