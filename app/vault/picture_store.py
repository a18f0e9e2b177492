"""The pictures that were shown to a model with a question, inside vault.db: pixels packed with zlib, never a file.

Window or command line process, on the vault's thread. Rows go with their message.
"""

import zlib
from collections.abc import Sequence

from app.domain.picture import Picture, ShownPicture
from app.vault.conversation_rows import clean
from app.vault.database import Database, Transaction

_LARGEST_BYTES = 64 << 20  # unpacked; far above the largest that is made
_QUICK = 1  # zlib's level: photographs hardly become smaller with more
_KEEP = """
INSERT INTO message_pictures (message, place, name, width, height, pixels, small_width, small_height, small)
SELECT number, ?, ?, ?, ?, ?, ?, ?, ? FROM messages WHERE id = ?
"""
_OF = """
SELECT p.name, p.width, p.height, p.pixels, p.small_width, p.small_height, p.small FROM message_pictures AS p
JOIN messages AS m ON m.number = p.message WHERE m.id = ? ORDER BY p.place
"""
_SMALL = """
SELECT m.id, p.name, p.small_width, p.small_height, p.small FROM message_pictures AS p
JOIN messages AS m ON m.number = p.message JOIN conversations AS c ON c.number = m.conversation
WHERE c.id = ? ORDER BY p.message, p.place
"""
_QUESTIONS = """
SELECT m.id FROM messages AS m JOIN conversations AS c ON c.number = m.conversation
WHERE c.id = ? AND EXISTS (SELECT 1 FROM message_pictures AS p WHERE p.message = m.number)
"""


class PictureStore:
    """Pictures by the id of the question they belong to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, message_id: str) -> tuple[ShownPicture, ...]:
        """The pictures of a question, in order."""
        return tuple(
            ShownPicture(name, _picture(width, height, pixels), _picture(small_width, small_height, small))
            for name, width, height, pixels, small_width, small_height, small in self._database.rows(
                _OF, (message_id,)
            )
        )

    def questions(self, conversation_id: str) -> frozenset[str]:
        """The ids of a conversation's questions that have pictures."""
        return frozenset(id_ for (id_,) in self._database.rows(_QUESTIONS, (conversation_id,)))

    def small(self, conversation_id: str) -> dict[str, tuple[tuple[str, Picture], ...]]:
        """The small pictures of a conversation with their names, by their question's id."""
        found: dict[str, tuple[tuple[str, Picture], ...]] = {}
        for message_id, name, width, height, pixels in self._database.rows(_SMALL, (conversation_id,)):
            found[message_id] = (*found.get(message_id, ()), (name, _picture(width, height, pixels)))
        return found


def put_pictures(transaction: Transaction, message_id: str, pictures: Sequence[ShownPicture]) -> None:
    """Keep the pictures of a question within a transaction. Nothing when it is gone."""
    for place, shown in enumerate(pictures):
        large, small = shown.picture, shown.small
        transaction.execute(
            _KEEP,
            (
                place,
                clean(shown.name),
                large.width,
                large.height,
                zlib.compress(large.pixels, _QUICK),
                small.width,
                small.height,
                zlib.compress(small.pixels, _QUICK),
                message_id,
            ),
        )


def _picture(width: int, height: int, packed: bytes) -> Picture:
    return Picture(width, height, zlib.decompressobj().decompress(packed, _LARGEST_BYTES))
