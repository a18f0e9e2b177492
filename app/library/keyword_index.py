"""BM25 over the keyword index, with our own parameters. Main thread of the library process.

A passage is scored half by itself and half together with its neighbours: an answer often stands beside the
words that were asked for.

FTS5's own bm25() has k1 1.2 and b .75 built in; .9 and .4 find more in every collection that was measured
(`tests/quality`). So lists of passages are read (`postings`) and scored here (`word_gains`). Rare words come first;
once `POSTINGS_BUDGET` passages have been read from the disk, the words left over, which are in nearly everything,
are counted only in the passages that the rarer ones have found.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from app.library.passage_table import Floats, PassageTable, Positions
from app.library.postings import Postings
from app.library.word_gains import GainMaker, KeptGains
from app.vault.database import Database

POSTINGS_BUDGET = 30_000
WORDS_LIMIT = 64  # different words of a query; of a whole page pasted into it the rarest count
RESCORED = 200  # passages that the frequent words are counted in


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the query: its forms in the index, how often it was asked, in how many passages it is."""

    forms: tuple[str, ...]
    asked: int
    passages: int

    def weight(self, total: int) -> float:
        """Inverse document frequency (never negative), times how often it was asked."""
        return self.asked * math.log1p((total - self.passages + 0.5) / (self.passages + 0.5))


class KeywordIndex:
    """Scores passages for a query."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._postings: Postings | None = None
        self._maker: GainMaker | None = None
        self._kept = KeptGains()

    def forget(self) -> None:
        """Passages came or went: what is kept of words is true no longer."""
        self._postings = self._maker = None
        self._kept.clear()

    def read_ahead(self, table: PassageTable) -> bool:
        """Read some of the long lists of frequent words. Returns whether more are left."""
        return self._of(table)[0].read_ahead()

    def terms(self, asked: Iterable[tuple[str, ...]], table: PassageTable) -> list[Term]:
        """The words of a query that are in the index, rarest first. `asked`: their forms (`words.query_words`)."""
        postings, _ = self._of(table)
        found: list[Term] = []
        for forms, times in Counter(asked).items():
            passages = sum(map(postings.passages_with, forms))
            if passages:
                found.append(Term(forms, times, passages))
        return sorted(found, key=lambda term: term.passages)[:WORDS_LIMIT]

    def scores(self, terms: list[Term], table: PassageTable) -> Floats:
        """(n,) BM25 of every passage of `table`; 0 for those with none of the words."""
        postings, maker = self._of(table)
        scores = np.zeros(len(table), dtype=np.float32)
        read = 0
        frequent: list[Term] = []
        for term in terms:
            gain = self._kept.get(term.forms)
            if gain is None:
                if not postings.has(term.forms):
                    if read and read + term.passages > POSTINGS_BUDGET:
                        frequent.append(term)
                        continue
                    read += term.passages
                gain = maker.gain(*postings.of(term.forms))
                self._kept.keep(term.forms, gain)
            gain.add_to(scores, term.weight(len(table)))
        if frequent:
            few = min(RESCORED, len(scores))
            best = np.argpartition(-scores, few - 1)[:few]
            best = best[scores[best] > 0]
            scores[best] += self._counted_in(frequent, best, table, maker)
        return scores

    def _of(self, table: PassageTable) -> tuple[Postings, GainMaker]:
        """What belongs to the table as it is now."""
        if self._postings is None or self._maker is None or self._postings.table is not table:
            self.forget()
            self._postings, self._maker = Postings(self._database, table), GainMaker(table)
        return self._postings, self._maker

    def _counted_in(
        self, terms: list[Term], places: Positions, table: PassageTable, maker: GainMaker
    ) -> Floats:
        """(m,) BM25 of these words in these few passages, counted in their kept words."""
        numbers = table.numbers[places]
        words: dict[int, list[str]] = {
            number: text.split()
            for number, text in self._database.rows(
                "SELECT number, words FROM passages WHERE number IN"  # noqa: S608 - numbers only
                f" ({', '.join(map(str, numbers.tolist()))})"
            )
        }
        held = [words.get(number, []) for number in numbers.tolist()]
        total = np.zeros(len(places), dtype=np.float32)
        for term in terms:
            counts = [sum(map(each.count, term.forms)) for each in held]
            gain = maker.own_gain(places, np.array(counts, dtype=np.float32))
            total += np.float32(term.weight(len(table))) * gain
        return total
