"""Words of passages that an older Hearth has indexed, made anew a few at a time. Main thread of the library process.

How a text is split into words may change from version to version (`WORDS_VERSION`); what is asked is split as now.
"""

import json

from app.library.language import language_of
from app.library.words import WORDS_VERSION, passage_words
from app.vault.database import Database

AT_ONCE = 100  # passages
_KEY = "words"  # in `meta`: the version, and up to which passage its words have been made; 0 for all


class Rewording:
    """Brings the words of all passages to the present version.

    Attributes:
        left: whether some aren't yet.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        row = database.row("SELECT value FROM meta WHERE key = ?", (_KEY,))
        version, place = json.loads(row[0]) if row is not None else (1, 0)
        known = row is not None and version == WORDS_VERSION
        self._place = place if known else 0
        self.left = not known or place > 0
        if self.left and database.row("SELECT 1 FROM passages LIMIT 1") is None:
            self._note(0)

    def step(self) -> None:
        """Make some words anew."""
        rows = self._database.rows(
            "SELECT number, language, headings, text, words FROM passages WHERE number > ? ORDER BY number LIMIT ?",
            (self._place, AT_ONCE),
        )
        changed = []
        for number, language, headings, text, before in rows:
            spoken = language_of(text) or language  # an older Hearth may have told it otherwise
            now = passage_words(json.loads(headings), text, spoken)
            if " ".join(now) != before or spoken != language:
                changed.append((number, before, spoken, " ".join(now), len(now)))
        with self._database.transaction() as transaction:
            for number, before, spoken, words, length in changed:
                # The triggers know of passages that come and go only.
                transaction.execute(
                    "INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', ?, ?)",
                    (number, before),
                )
                transaction.execute(
                    "UPDATE passages SET language = ?, words = ?, length = ? WHERE number = ?",
                    (spoken, words, length, number),
                )
                transaction.execute("INSERT INTO passage_words (rowid, words) VALUES (?, ?)", (number, words))
        self._note(int(rows[-1][0]) if rows else 0)

    def _note(self, place: int) -> None:
        self._place, self.left = place, place > 0
        with self._database.transaction() as transaction:
            transaction.execute(
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (_KEY, json.dumps([WORDS_VERSION, place])),
            )
