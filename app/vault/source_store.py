"""What answers from files rest on, and which libraries a conversation searches, inside vault.db.

Window or command line process, on the vault's thread. Rows go with their message or conversation. When a file or
library is forgotten, so are the words of its passages here, and the prompts that quoted them; names and places
stay, because answers name them.
"""

import json
from collections.abc import Iterable

from app.domain.source import Grounding, Source
from app.vault.database import Database, Row

_SOURCES = """
SELECT s.place, s.path, s.kind, s.page, s.start, s.end, s.text, s.score, s.library, s.page_label, s.headings
FROM message_sources AS s JOIN messages AS m ON m.number = s.message WHERE m.id = ? ORDER BY s.place
"""
_ADD_SOURCE = """
INSERT INTO message_sources
    (message, place, path, kind, page, start, end, text, score, library, page_label, headings)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FORGET_PROMPTS_OF = """
DELETE FROM message_prompts WHERE message IN (SELECT message FROM message_sources
WHERE library = ?1 AND (path = ?2 OR substr(path, 1, length(?2) + 1) IN (?2 || '/', ?2 || char(92))))
"""
_FORGET_WORDS_OF = """
UPDATE message_sources SET text = '', headings = '[]'
WHERE library = ?1 AND (path = ?2 OR substr(path, 1, length(?2) + 1) IN (?2 || '/', ?2 || char(92)))
"""


class SourceStore:
    """Groundings of answers, and the libraries that are on in a conversation."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, message_id: str, grounding: Grounding) -> None:
        """Keep what an answer rests on, instead of what was kept before. Nothing when the message is gone."""
        found = self._database.row("SELECT number FROM messages WHERE id = ?", (message_id,))
        if found is None:
            return
        number = int(found[0])
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM message_sources WHERE message = ?", (number,))
            transaction.execute("DELETE FROM message_groundings WHERE message = ?", (number,))
            transaction.execute(
                "INSERT INTO message_groundings (message, libraries, query, left_out, mode, ready, no_model)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    number,
                    _listed(grounding.libraries),
                    _clean(grounding.query),
                    grounding.left_out,
                    grounding.mode,
                    grounding.ready,
                    int(grounding.no_model),
                ),
            )
            for source in grounding.sources:
                transaction.execute(_ADD_SOURCE, (number, *_values(source)))

    def of(self, message_id: str) -> Grounding | None:
        """What an answer rests on; None for one that isn't from files."""
        found = self._database.row(
            "SELECT g.libraries, g.query, g.left_out, g.mode, g.ready, g.no_model"
            " FROM message_groundings AS g JOIN messages AS m ON m.number = g.message WHERE m.id = ?",
            (message_id,),
        )
        if found is None:
            return None
        sources = tuple(_source(row) for row in self._database.rows(_SOURCES, (message_id,)))
        return Grounding(
            libraries=_read(found[0]),
            sources=sources,
            query=found[1],
            left_out=found[2],
            mode=found[3],
            ready=found[4],
            no_model=bool(found[5]),
        )

    def grounded(self, conversation_id: str) -> set[str]:
        """The ids of a conversation's messages that rest on files."""
        rows = self._database.rows(
            "SELECT m.id FROM message_groundings AS g JOIN messages AS m ON m.number = g.message"
            " JOIN conversations AS c ON c.number = m.conversation WHERE c.id = ?",
            (conversation_id,),
        )
        return {str(row[0]) for row in rows}

    def libraries(self, conversation_id: str) -> tuple[str, ...]:
        """The libraries that a conversation searches, in the order they were chosen."""
        rows = self._database.rows(
            "SELECT l.library FROM conversation_libraries AS l"
            " JOIN conversations AS c ON c.number = l.conversation WHERE c.id = ? ORDER BY l.place",
            (conversation_id,),
        )
        return tuple(str(row[0]) for row in rows)

    def all_libraries(self) -> set[str]:
        """Every library that some conversation searches."""
        return {str(row[0]) for row in self._database.rows("SELECT library FROM conversation_libraries")}

    def set_libraries(self, conversation_id: str, names: Iterable[str]) -> None:
        """Let a conversation search these from now on. Nothing when it is gone."""
        found = self._database.row("SELECT number FROM conversations WHERE id = ?", (conversation_id,))
        if found is None:
            return
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM conversation_libraries WHERE conversation = ?", (found[0],))
            for place, name in enumerate(dict.fromkeys(names)):
                transaction.execute(
                    "INSERT INTO conversation_libraries (conversation, place, library) VALUES (?, ?, ?)",
                    (found[0], place, _clean(name)),
                )

    def forget_library(self, name: str) -> None:
        """A library was removed: no conversation searches it, and its passages' words are forgotten."""
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM conversation_libraries WHERE library = ?", (name,))
            transaction.execute(
                "DELETE FROM message_prompts WHERE message IN"
                " (SELECT message FROM message_sources WHERE library = ?)",
                (name,),
            )
            transaction.execute(
                "UPDATE message_sources SET text = '', headings = '[]' WHERE library = ?", (name,)
            )
        self._database.checkpoint()

    def forget_path(self, name: str, path: str) -> None:
        """A file or folder was taken out of a library: its passages' words are forgotten."""
        inside = (name, path.rstrip("/\\"))
        with self._database.transaction() as transaction:
            transaction.execute(_FORGET_PROMPTS_OF, inside)
            transaction.execute(_FORGET_WORDS_OF, inside)
        self._database.checkpoint()


def _values(source: Source) -> tuple[str | int | float, ...]:
    return (
        source.number,
        _clean(source.path),
        source.kind,
        source.page,
        source.start,
        source.end,
        _clean(source.text),
        source.score,
        _clean(source.library),
        _clean(source.page_label),
        _listed(source.headings),
    )


def _source(row: Row) -> Source:
    number, path, kind, page, start, end, text, score, library, label, headings = row
    return Source(number, path, kind, page, start, end, text, score, library, label, _read(headings))


def _listed(words: Iterable[str]) -> str:
    return json.dumps([_clean(word) for word in words], ensure_ascii=False)


def _read(text: str) -> tuple[str, ...]:
    found = json.loads(text)
    return tuple(str(word) for word in found) if isinstance(found, list) else ()


def _clean(text: str) -> str:
    """Without lone halves of surrogate pairs, which UTF-8 has no place for."""
    return text.encode("utf-8", "replace").decode("utf-8")
