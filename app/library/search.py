"""Answers a search from keyword index and vectors. Main thread of the library process."""

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from app.domain.errors import LibraryError
from app.domain.passage import Found, Hit, SearchFilter, SearchMode
from app.library import passage_table
from app.library.fusion import LATIN, best_places, fused, meaning_share, with_surroundings
from app.library.keyword_index import KeywordIndex
from app.library.language import languages_among, script_of
from app.library.meaning import Meaning
from app.library.passage_store import PassageStore
from app.library.passage_table import Floats, Mask, PassageTable, Positions
from app.library.ranker import CANDIDATES, Ranker
from app.library.results import Ranked, in_reading_order, results
from app.library.words import query_words
from app.vault.database import Database

LARGEST_LIMIT = 200
MASKS_KEPT = 16  # a byte for each passage each; days and parts of paths can be asked for without end
POOL = 100  # passages of each ranking that are looked at together
# Scripts of the languages that an embedder with a list of languages may be given texts in.
_SCRIPTS = {"he": "yi", "ar": "ar", "fa": "ar", "ur": "ar", "ru": "ru", "uk": "ru", "bg": "ru", "sr": "ru"}


@dataclass(frozen=True, slots=True)
class _Allowed:
    """Which passages may be found.

    Attributes:
        mask: (n,) True for them.
        number: how many they are.
        languages: places in the table's `language_names` of those they are in.
    """

    mask: Mask
    number: int
    languages: Positions

    @property
    def everything(self) -> bool:
        """Whether no passage is left out."""
        return self.number == len(self.mask)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search as it was asked."""

    query: str
    libraries: tuple[str, ...] = ()
    limit: int = 10
    only: SearchFilter = SearchFilter()  # noqa: RUF009 - a frozen value
    join: bool = True
    fill: bool = False


class Searcher:
    """Finds passages."""

    def __init__(
        self,
        database: Database,
        meaning: Meaning,
        ranker: Ranker | None = None,
        missed: Callable[[], None] = lambda: None,
    ) -> None:
        """`missed()` is called by a search that meaning would have counted in, had the embedder been loaded."""
        self._missed = missed
        self._database = database
        self._meaning = meaning
        self.ranker = ranker or Ranker("", lambda: None)
        self._keywords = KeywordIndex(database)
        self._passages = PassageStore(database)
        self._table: PassageTable | None = None
        self._masks: dict[tuple[str, tuple[object, ...]], _Allowed] = {}

    def forget_table(self) -> None:
        """Passages or files came, moved or went."""
        before, self._table = self._table, None
        self._masks.clear()
        self._keywords.forget()
        if before is not None:
            self._meaning.forget(np.setdiff1d(before.numbers, self.table.numbers, assume_unique=True))

    @property
    def table(self) -> PassageTable:
        """All passages as they are now."""
        if self._table is None:
            self._table = passage_table.load(self._database)
        return self._table

    def read_ahead(self) -> bool:
        """Read for later searches what takes them longest. Returns whether more is left."""
        return self._keywords.read_ahead(self.table)

    def search(self, wanted: Wanted) -> Found:
        """The best passages. Raises LibraryError library_unknown, search_empty."""
        found = self._best(wanted)
        if not wanted.fill or len(found.hits) >= wanted.limit:
            return found
        return replace(found, hits=(*found.hits, *in_reading_order(self._passages, found.hits, wanted)))

    def _best(self, wanted: Wanted) -> Found:
        if not wanted.query.strip():
            raise LibraryError("search_empty")
        table = self.table
        allowed = self._allowed(wanted, table)
        if not allowed.number:
            return Found()
        share_of = self._shares(wanted.query, table)
        counts = bool(share_of[allowed.languages].any())
        vector = self._meaning.query_vector(wanted.query) if counts else None
        asked = query_words(wanted.query, languages_among(table.languages.items()))
        compared = None
        if vector is not None:
            compared = self._meaning.comparing(vector, table, allowed.mask, allowed.everything, POOL)
        keyword = self._keywords.scores(self._keywords.terms(asked, table), table)
        if not allowed.everything:
            keyword[~allowed.mask] = 0
        best = best_places(keyword, POOL)
        if compared is None:
            ranked = Ranked(best, keyword[best], keyword[best], np.zeros(len(best), dtype=np.float32))
            hits = self._results(ranked, wanted, asked)
            ready = self._meaning.ready(allowed.mask, table)
            if counts and ready:
                self._missed()
            return Found(hits, SearchMode.KEYWORD, ready)
        cosine, have = compared(best)
        # Two short lists: numpy's own union takes a tenth of a millisecond longer.
        pool = np.array(
            sorted({*best.tolist(), *best_places(cosine, POOL, above=-1.0).tolist()}), dtype=np.int64
        )
        share = share_of[table.language_codes[pool]]
        total = fused(keyword[pool], with_surroundings(cosine, pool, table.linked, share), share)
        order = np.argsort(-total, kind="stable")
        ranked = Ranked(pool[order], total[order], keyword[pool][order], np.nan_to_num(cosine[pool][order]))
        mode = SearchMode.FUSED if len(best) else SearchMode.MEANING
        return Found(self._results(ranked, wanted, asked), mode, have / allowed.number)

    def _results(self, ranked: Ranked, wanted: Wanted, asked: Iterable[tuple[str, ...]]) -> tuple[Hit, ...]:
        """What is shown of a ranking; `asked`: the forms of the words of the query."""
        ranked = self._ranked_anew(wanted.query, self.table, ranked)
        words_asked = frozenset(itertools.chain.from_iterable(asked))
        return results(self._passages, self.table, ranked, wanted, words_asked)

    def _ranked_anew(self, query: str, table: PassageTable, ranked: Ranked) -> Ranked:
        """The first places in the order of the cross-encoder, where one was chosen; the others follow."""
        if self.ranker.folder is None or not len(ranked.places):
            return ranked
        numbers = table.numbers[ranked.places[:CANDIDATES]].tolist()
        rows = {row.number: row for row in self._passages.rows(numbers)}
        texts = ["\n".join((*rows[one].headings, rows[one].text)) if one in rows else "" for one in numbers]
        scores = self.ranker.scores(query, texts)
        order = np.concatenate(
            [np.argsort(-scores, kind="stable"), np.arange(len(scores), len(ranked.places))]
        )
        # Scores fall with the rank, whatever the scale of the cross-encoder is.
        return Ranked(
            ranked.places[order], np.sort(ranked.scores)[::-1], ranked.keyword[order], ranked.meaning[order]
        )

    def _shares(self, query: str, table: PassageTable) -> Floats:
        """How much meaning counts for a passage in each of the table's `language_names`."""
        names, folder = table.language_names, self._meaning.folder
        if folder is None:
            return np.zeros(len(names), dtype=np.float32)
        scripts = [_script(language) for language in folder.languages]
        if folder.languages and (script_of(query) or LATIN) not in scripts:
            return np.zeros(len(names), dtype=np.float32)
        by_language = [
            meaning_share(folder.knowledge_of(language), _script(language), scripts) for language in names
        ]
        return np.array(by_language, dtype=np.float32)

    def _allowed(self, wanted: Wanted, table: PassageTable) -> _Allowed:
        """Which passages may be found; kept, since most searches allow the same."""
        where, values = self._passages.conditions(wanted.libraries, wanted.only)
        key = (where, tuple(values))
        found = self._masks.get(key)
        if found is None:
            if len(self._masks) >= MASKS_KEPT:
                self._masks.clear()
            mask = table.mask(self._passages.numbers(where, values))
            languages = np.unique(table.language_codes[mask]).astype(np.int64)
            found = self._masks[key] = _Allowed(mask, int(mask.sum()), languages)
        return found


def _script(language: str) -> str:
    """The script a language is written in, as `script_of` names it."""
    if language in ("zh", "ja", "ko", "th", "lo", "my", "km", "yi", "el", "hy", "hi", "ta"):
        return language
    return _SCRIPTS.get(language, LATIN)
