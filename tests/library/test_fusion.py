"""Scores into one ranking: what neighbours add, and what isn't known."""

from pathlib import Path

import numpy as np
import pytest

from app.library.embedder import EmbedderFolder
from app.library.fusion import (
    LATIN,
    MEANING_KNOWN,
    Knowledge,
    best_places,
    fused,
    meaning_share,
    with_surroundings,
)

NAN = float("nan")


def _wide(cosines: list[float], pool: list[int], linked: list[bool], share: float) -> list[float]:
    """Cosines with their surroundings."""
    shares = np.full(len(pool), share, dtype=np.float32)
    found = with_surroundings(
        np.array(cosines, dtype=np.float32), np.array(pool), np.array(linked, dtype=np.bool_), shares
    )
    return [float(each) for each in found]


def test_a_passage_counts_half_together_with_its_neighbours_in_the_document() -> None:
    linked = [True, True, False, False]  # three of one document, and another
    found = _wide([0.2, 0.8, 0.5, 0.9], [0, 1, 2, 3], linked, MEANING_KNOWN)
    assert found == pytest.approx([0.35, 0.65, 0.575, 0.9])


def test_neighbours_without_a_vector_are_left_out() -> None:
    found = _wide([NAN, 0.8, 0.4], [0, 1], [True, True, False], MEANING_KNOWN)
    assert np.isnan(found[0])
    assert found[1] == pytest.approx(0.7)


def test_where_the_language_is_unknown_a_cosine_stays_as_it_is() -> None:
    assert _wide([0.25, 0.75], [0, 1], [True, False], Knowledge.NEAR.value) == pytest.approx([0.25, 0.75])


def test_meaning_counts_the_less_the_less_the_embedder_knows() -> None:
    english = EmbedderFolder(Path("/x"), "x", "1", ("en",))
    shares = [
        meaning_share(english.knowledge_of(language), script, [LATIN])
        for language, script in (("en", LATIN), ("de", LATIN), ("", LATIN), ("tr", LATIN), ("ar", "ar"))
    ]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] == MEANING_KNOWN
    assert len(set(shares)) == 5
    assert shares[-1] == 0
    every = EmbedderFolder(Path("/x"), "x", "1", ())
    assert meaning_share(every.knowledge_of("ar"), "ar", []) == MEANING_KNOWN
    german = EmbedderFolder(Path("/x"), "x", "1", ("de",))
    assert german.knowledge_of("en") is Knowledge.FAR


def test_without_a_share_the_ranking_is_that_of_words() -> None:
    keyword = np.array([3.0, 1.0, 2.0], dtype=np.float32)
    meaning = np.array([0.1, 0.9, NAN], dtype=np.float32)
    total = fused(keyword, meaning, np.zeros(3, dtype=np.float32))
    assert np.argsort(-total).tolist() == [0, 2, 1]


@pytest.mark.parametrize("number", [0, 1, 31, 3199, 3200, 50_001])
@pytest.mark.parametrize("share_with_score", [0.0, 0.0005, 0.5, 1.0])
def test_the_best_of_many_are_those_that_sorting_all_gives(number: int, share_with_score: float) -> None:
    chance = np.random.default_rng(number)
    scores = chance.random(number).astype(np.float32) * (chance.random(number) < share_with_score)
    scores = np.round(scores, 3)  # so that some are equal, which keep their order
    expected = np.argsort(-scores, kind="stable")[:100]
    assert best_places(scores, 100).tolist() == [place for place in expected if scores[place] > 0]


@pytest.mark.parametrize("share_known", [0.0, 0.0005, 0.5, 1.0])
def test_what_is_not_known_is_not_among_the_best(share_known: float) -> None:
    chance = np.random.default_rng(3)
    scores = chance.uniform(-0.9, 0.9, 50_001).astype(np.float32)
    known = np.flatnonzero(chance.random(len(scores)) < share_known)
    with_gaps = np.full_like(scores, NAN)
    with_gaps[known] = scores[known]
    expected = known[np.argsort(-scores[known], kind="stable")[:100]]
    assert best_places(with_gaps, 100, above=-1.0).tolist() == expected.tolist()
