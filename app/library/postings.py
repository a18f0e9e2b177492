"""In which passages a word is, and how often. Main thread of the library process.

Read from FTS5's lists; those of the words that are in many passages are read ahead, while there is nothing else to
do, and kept in memory until passages come or go: they take a tenth of a second and more from the disk.
"""

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.library.passage_table import Floats, PassageTable, Positions
from app.vault.database import Database

FREQUENT = 200  # passages; a shorter list is read in less than .1 ms
READ_AHEAD_FROM = 5_000  # passages; in a smaller library no list is long
KEPT_POSTINGS = 12_000_000  # 60 MB: all frequent words of 200,000 passages, the longest lists of more
COUNTS_KEPT = (
    50_000  # words whose number of passages is remembered, as long as the frequent ones aren't listed
)
RARE_KEPT = 2_000  # lists of rare words that were read last: 2 MB at most
STEP_S = 0.02
_LISTED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Places:
    """Where a word is.

    Attributes:
        places: (m,) in the passage table, rising.
        counts: (m,) how often, at most 255: more says nothing more.
    """

    places: NDArray[np.int32]
    counts: NDArray[np.uint8]


_NOWHERE = Places(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.uint8))


class Postings:
    """The lists of the words of one table of passages.

    Attributes:
        table: the passages.
    """

    def __init__(self, database: Database, table: PassageTable) -> None:
        self.table = table
        self._database = database
        self._counts: dict[str, int] = {}
        self._kept: dict[str, Places] = {}
        self._rare: dict[str, Places] = {}
        self._all_listed = False  # every frequent word has its number in `_counts`
        self._listed_to: str | None = "" if len(table) >= READ_AHEAD_FROM else None
        self._frequent: list[tuple[int, str]] = []  # passages and word; once all are listed, the rarest first

    def passages_with(self, form: str) -> int:
        """In how many passages a word is."""
        found = self._counts.get(form)
        if found is not None:
            return found
        if not self._all_listed:
            # Words are letters and digits only: nothing in them can end the quotation. Six times as fast as the
            # count of fts5vocab, which looks at every place.
            row = self._database.row(
                "SELECT count(*) FROM passage_words WHERE passage_words MATCH ?", (f'"{form}"',)
            )
            if len(self._counts) >= COUNTS_KEPT:
                self._counts.clear()
            found = self._counts[form] = int(row[0]) if row else 0
            return found
        rare = self._rare.get(form)
        if rare is None:  # its list, which the score needs next, is read as fast as its length
            if len(self._rare) >= RARE_KEPT:
                self._rare.clear()
            rare = self._rare[form] = self._read(form)
        return len(rare.places)

    def has(self, forms: tuple[str, ...]) -> bool:
        """Whether these words' lists are in memory."""
        return all(form in self._kept or form in self._rare for form in forms)

    def of(self, forms: tuple[str, ...]) -> tuple[Positions, Floats]:
        """Places of the passages with any of the words, rising, and how often they are there together."""
        parts = [self._kept.get(form) or self._rare.get(form) or self._read(form) for form in forms]
        if len(parts) == 1:
            return parts[0].places.astype(np.int64), parts[0].counts.astype(np.float32)
        places = np.concatenate([part.places for part in parts]).astype(np.int64)
        counts = np.concatenate([part.counts for part in parts]).astype(np.float32)
        order = np.argsort(places, kind="stable")
        places, counts = places[order], counts[order]
        begins = np.flatnonzero(np.diff(places, prepend=-1))
        return places[begins], np.add.reduceat(counts, begins) if len(begins) else counts

    def read_ahead(self) -> bool:
        """Read some of the long lists, for about `STEP_S`. Returns whether more are left."""
        until = time.monotonic() + STEP_S
        while time.monotonic() < until:
            if self._listed_to is not None:
                self._list_frequent()
            elif self._frequent:
                _, form = self._frequent.pop()
                self._kept[form] = self._read(form)
            else:
                return False
        return True

    def _list_frequent(self) -> None:
        rows = self._database.rows(
            "SELECT term, doc FROM word_counts WHERE term > ? LIMIT ?", (self._listed_to, _LISTED_AT_ONCE)
        )
        self._frequent += [(passages, term) for term, passages in rows if passages >= FREQUENT]
        if len(rows) == _LISTED_AT_ONCE:
            self._listed_to = rows[-1][0]
            return
        self._listed_to, self._all_listed = None, True
        self._counts = {form: passages for passages, form in self._frequent}
        self._frequent.sort(reverse=True)
        total, fitting = 0, 0
        for passages, _ in self._frequent:
            total += passages
            if total > KEPT_POSTINGS:
                break
            fitting += 1
        self._frequent = self._frequent[fitting - 1 :: -1] if fitting else []

    def _read(self, form: str) -> Places:
        # One text of all numbers: a row for each takes four times as long to become Python's.
        row = self._database.row("SELECT group_concat(doc) FROM word_places WHERE term = ?", (form,))
        if not row or not row[0]:
            return _NOWHERE
        found = np.fromstring(row[0], dtype=np.int64, sep=",")
        begins = np.flatnonzero(np.diff(found, prepend=-1))  # they come in the order of passages
        counts = np.minimum(np.diff(begins, append=len(found)), 255).astype(np.uint8)
        return Places(self.table.positions(found[begins]).astype(np.int32), counts)
