"""BM25 over the real keyword index, against the formula worked out word by word."""

import math
from collections.abc import Iterator

import numpy as np
import pytest

from app.library import passage_table
from app.library.keyword_index import KeywordIndex
from app.library.passage_table import PassageTable
from app.library.postings import READ_AHEAD_FROM, Postings
from app.library.schema import prepare
from app.library.word_gains import K1, B, Gain, KeptGains
from app.library.words import query_words
from app.vault.database import Database

PASSAGES = READ_AHEAD_FROM + 200
IN_ONE = 4  # passages of one document


def _words(number: int) -> list[str]:
    words = ["common"] * (1 + number % 3) + ["filler"] * (number % 7)
    words += ["often"] * (number % 2) + ["rare"] * (2 if number % 1000 == 5 else 0)
    return words


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Passages of made words."""
    opened = Database.create(tmp_path_factory.mktemp("words") / "library.db", b"k" * 32, b"s" * 16)
    prepare(opened)
    with opened.transaction() as transaction:
        for number in range(PASSAGES):
            document = number // IN_ONE + 1
            if number % IN_ONE == 0:
                transaction.execute(
                    "INSERT INTO documents VALUES (?, ?, 'text', '', '', '', '{}', '[]')",
                    (document, str(document).encode()),
                )
            words = _words(number)
            transaction.execute(
                "INSERT INTO passages VALUES (?, ?, 1, 0, 1, 'en', '[]', '', ?, ?)",
                (number + 1, document, " ".join(words), len(words)),
            )
    yield opened
    opened.close()


def _by_hand(table: PassageTable, place: int, asked: list[str]) -> float:
    """The score of one passage: half by itself, half together with its neighbours."""

    def part(count: int, length: float, mean: float) -> float:
        return count * (K1 + 1) / (count + K1 * (1 - B + B * length / mean))

    document = place // IN_ONE
    around = [near for near in (place - 1, place, place + 1) if near >= 0 and near // IN_ONE == document]
    around = [near for near in around if near < PASSAGES]
    total = 0.0
    for word in asked:
        having = sum(word in _words(number) for number in range(PASSAGES))
        weight = math.log1p((PASSAGES - having + 0.5) / (having + 0.5))
        alone = part(_words(place).count(word), len(_words(place)), table.mean_length)
        counts = sum(_words(near).count(word) for near in around)
        length = sum(len(_words(near)) for near in around)
        total += weight * 0.5 * (alone + part(counts, length, table.mean_surroundings))
    return total


def test_scores_are_those_of_the_formula_with_and_without_reading_ahead(database: Database) -> None:
    table = passage_table.load(database)
    index = KeywordIndex(database)
    asked = ["rare", "often", "common"]
    terms = index.terms(query_words(" ".join(asked), ["en"]), table)
    cold = index.scores(terms, table)
    assert [term.passages for term in terms] == [6, PASSAGES // 2, PASSAGES]
    for place in (0, 4, 5, 6, 7, 1005, PASSAGES - 1):
        assert cold[place] == pytest.approx(_by_hand(table, place, asked), rel=1e-4)
    index.forget()
    while index.read_ahead(table):
        pass
    assert np.array_equal(index.scores(index.terms(query_words(" ".join(asked), ["en"]), table), table), cold)


def test_only_long_lists_are_read_ahead(database: Database) -> None:
    postings = Postings(database, passage_table.load(database))
    while postings.read_ahead():
        pass
    assert postings.has(("common", "often"))
    assert not postings.has(("rare",))
    places, counts = postings.of(("rare", "often"))
    assert list(places[:4]) == [1, 3, 5, 7]
    assert list(counts[:4]) == [1, 1, 3, 1]  # forms of one word are counted together


def test_once_the_frequent_words_are_listed_a_rare_one_is_counted_by_its_list(database: Database) -> None:
    table = passage_table.load(database)
    before, after = Postings(database, table), Postings(database, table)
    while after.read_ahead():
        pass
    words = ("rare", "often", "common", "nowhere")
    assert [before.passages_with(word) for word in words] == [6, PASSAGES // 2, PASSAGES, 0]
    assert [after.passages_with(word) for word in words] == [6, PASSAGES // 2, PASSAGES, 0]
    assert after.has(("rare", "common"))
    for word in words:
        assert [part.tolist() for part in after.of((word,))] == [part.tolist() for part in before.of((word,))]


def test_what_is_gone_is_no_longer_found(database: Database) -> None:
    index = KeywordIndex(database)
    before = passage_table.load(database)
    found = index.scores(index.terms([("rare",)], before), before)
    assert found[5] > 0
    with database.transaction() as transaction:
        transaction.execute("DELETE FROM passages WHERE number = 6")
    after = passage_table.load(database)
    assert [term.passages for term in index.terms([("rare",)], after)] == [5]
    assert not index.scores(index.terms([("rare",)], after), after)[:900].any()


def test_what_was_not_asked_for_the_longest_is_dropped_first() -> None:
    kept = KeptGains(limit_bytes=2 * 40)
    for word in ("a", "b"):
        kept.keep((word,), Gain(None, np.ones(10, dtype=np.float32)))
    assert kept.get(("a",)) is not None
    kept.keep(("c",), Gain(None, np.ones(10, dtype=np.float32)))
    assert (kept.get(("a",)) is None, kept.get(("b",)) is None) == (False, True)
