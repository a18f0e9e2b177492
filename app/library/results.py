"""From a ranking to what is shown: near-duplicates folded, neighbours joined. Main thread."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol

from app.domain.passage import Hit, Passage, SearchFilter
from app.library.likeness import same
from app.library.passage_store import Holder, PassageStore, Row
from app.library.passage_table import Floats, PassageTable, Positions

JOINED_LIMIT = 3  # passages in one hit
GAP_CHARS = 40  # white space and the like between neighbours
_LOOKED_AT = 4  # times as many as wanted, at most


class Asked(Protocol):
    """The parts of a search that decide about its results."""

    @property
    def libraries(self) -> tuple[str, ...]: ...
    @property
    def limit(self) -> int: ...
    @property
    def only(self) -> SearchFilter: ...
    @property
    def join(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Ranked:
    """Places in the passage table, best first, with their scores: all (n,)."""

    places: Positions
    scores: Floats
    keyword: Floats
    meaning: Floats


@dataclass(slots=True)
class _Draft:
    """A hit that may still grow."""

    row: Row
    score: float
    keyword: float
    meaning: float
    start: int
    stop: int
    parts: int = 1
    numbers: set[int] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    twins: list[int] = field(default_factory=list)  # other documents with nearly the same passage


def results(
    passages: PassageStore, table: PassageTable, ranked: Ranked, asked: Asked, words_asked: Set[str]
) -> tuple[Hit, ...]:
    """At most `asked.limit` hits. `words_asked`: the words of the query, in all their forms in the index."""
    limit = min(max(asked.limit, 1), 200)
    where, values = passages.conditions(asked.libraries, asked.only)
    drafts: list[_Draft] = []
    for rank, row in _rows(passages, table, ranked, limit):
        if len(drafts) >= limit and not asked.join:
            break
        words = set(row.words.split())
        twin = next((draft for draft in drafts if same(draft.words, words, words_asked)), None)
        if twin is not None:
            if twin.row.document != row.document:
                twin.twins.append(row.document)
            continue
        if asked.join and _joined(drafts, row, rank < limit):
            continue
        if len(drafts) < limit:
            drafts.append(
                _Draft(
                    row,
                    float(ranked.scores[rank]),
                    float(ranked.keyword[rank]),
                    float(ranked.meaning[rank]),
                    row.start,
                    row.stop,
                    numbers={row.number},
                    words=words,
                )
            )
        elif rank >= limit * 2:
            break
    documents = {document for draft in drafts for document in (draft.row.document, *draft.twins)}
    holders = passages.holders(sorted(documents), where, values)
    hits = (_hit(passages, draft, holders) for draft in drafts)
    return tuple(hit for hit in hits if hit is not None)


def _rows(
    passages: PassageStore, table: PassageTable, ranked: Ranked, limit: int
) -> Iterator[tuple[int, Row]]:
    """Ranks and passages, best first, read a good many at a time; first those that nearly always suffice."""
    numbers = table.numbers[ranked.places[: limit * _LOOKED_AT]].tolist()
    rank_of = {number: rank for rank, number in enumerate(numbers)}
    begin, end = 0, 2 * limit + 1
    while begin < len(numbers):
        for row in passages.rows(numbers[begin:end]):
            yield rank_of[row.number], row
        begin, end = end, end + 2 * limit


def in_reading_order(passages: PassageStore, found: Sequence[Hit], asked: Asked) -> tuple[Hit, ...]:
    """Passages of conversations' files that aren't among `found`, from their beginnings, up to the limit."""
    where, values = passages.conditions(asked.libraries, asked.only)
    rows = passages.rows(passages.of_conversations(where, values, asked.limit * _LOOKED_AT))
    holders = passages.holders(sorted({row.document for row in rows}), where, values)
    drafts = (_Draft(row, 0.0, 0.0, 0.0, row.start, row.stop) for row in rows)
    hits = [hit for draft in drafts if (hit := _hit(passages, draft, holders)) is not None]
    others = [hit for hit in hits if not any(_overlap(hit.passage, other.passage) for other in found)]
    return tuple(others[: max(0, asked.limit - len(found))])


def _overlap(some: Passage, other: Passage) -> bool:
    same_page = (some.path, some.page) == (other.path, other.page)
    return same_page and some.start < other.end and other.start < some.end


def _joined(drafts: list[_Draft], row: Row, is_good: bool) -> bool:
    """Let a passage join the hit it lies beside; only where both are among the best."""
    if not is_good:
        return False
    for draft in drafts:
        if (draft.row.document, draft.row.page) != (row.document, row.page) or draft.parts >= JOINED_LIMIT:
            continue
        if 0 <= row.start - draft.stop <= GAP_CHARS:
            draft.stop = row.stop
        elif 0 <= draft.start - row.stop <= GAP_CHARS:
            draft.start = row.start
        else:
            continue
        draft.parts += 1
        draft.numbers.add(row.number)
        return True
    return False


def _hit(passages: PassageStore, draft: _Draft, holders: dict[int, list[Holder]]) -> Hit | None:
    row, held = draft.row, holders.get(draft.row.document)
    if not held:
        return None
    first = held[0]
    text = row.text
    if draft.parts > 1:
        text = passages.page(row.document, row.page)[draft.start : draft.stop]
    passage = Passage(
        row.number,
        first.library,
        first.path,
        row.kind,
        row.page,
        row.page_label,
        draft.start,
        draft.stop,
        text,
        row.headings,
    )
    others = held[1:] + [holder for twin in draft.twins for holder in holders.get(twin, ())]
    also = {holder.path: None for holder in others if holder.path != first.path}
    return Hit(passage, draft.score, draft.keyword, draft.meaning, tuple(also))
