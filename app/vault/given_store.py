"""What the model was given for each answer, inside vault.db, packed with zlib.

Window or command line process, on the vault's thread. Rows go with their message; when a library or file is
forgotten, `source_store` removes those that quote it. Prompts repeat the conversation, so only the last ones of
each conversation are kept (docs/decisions/0013).
"""

import json
import zlib

from app.domain.given import Given
from app.domain.sampling import Sampling
from app.vault.conversation_rows import clean, sampling_of, sampling_text
from app.vault.database import Database

KEPT_OF_A_CONVERSATION = 50
_LARGEST_BYTES = 64 << 20  # unpacked; no context is near that

_KEEP = """
INSERT INTO message_prompts (message, prompt, dropped, prompt_tokens, cached_tokens, context_tokens, sampling)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (message) DO UPDATE SET prompt = excluded.prompt, dropped = excluded.dropped,
    prompt_tokens = excluded.prompt_tokens, cached_tokens = excluded.cached_tokens,
    context_tokens = excluded.context_tokens, sampling = excluded.sampling
"""
_OLD = """
DELETE FROM message_prompts WHERE message IN (
    SELECT p.message FROM message_prompts AS p JOIN messages AS m ON m.number = p.message
    WHERE m.conversation = ? ORDER BY p.message DESC LIMIT -1 OFFSET ?)
"""


class GivenStore:
    """Prompts by the id of the answer they were made for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, message_id: str, given: Given) -> None:
        """Keep what an answer is made from, instead of what was kept before. Nothing when it is gone."""
        found = self._database.row("SELECT number, conversation FROM messages WHERE id = ?", (message_id,))
        if found is None:
            return
        number, conversation = found
        with self._database.transaction() as transaction:
            transaction.execute(
                _KEEP,
                (
                    number,
                    zlib.compress(clean(given.prompt).encode("utf-8")),
                    json.dumps(given.dropped_ids),
                    given.prompt_tokens,
                    given.cached_tokens,
                    given.context_tokens,
                    sampling_text(given.sampling),
                ),
            )
            transaction.execute(_OLD, (conversation, KEPT_OF_A_CONVERSATION))

    def of(self, message_id: str) -> Given | None:
        """What an answer was made from; None where it isn't kept (any more)."""
        found = self._database.row(
            "SELECT p.prompt, p.dropped, p.prompt_tokens, p.cached_tokens, p.context_tokens, p.sampling"
            " FROM message_prompts AS p JOIN messages AS m ON m.number = p.message WHERE m.id = ?",
            (message_id,),
        )
        if found is None:
            return None
        packed, dropped, prompt_tokens, cached_tokens, context_tokens, sampling = found
        text = zlib.decompressobj().decompress(packed, _LARGEST_BYTES).decode("utf-8", "replace")
        return Given(
            prompt=text,
            dropped_ids=tuple(str(one) for one in json.loads(dropped)),
            prompt_tokens=prompt_tokens,
            cached_tokens=cached_tokens,
            context_tokens=context_tokens,
            sampling=sampling_of(sampling) or Sampling(),
        )
