"""The ratios that the project promises, left out unless asked for: `pytest -m benchmark tests/benchmarks`.

Only ratios are asserted, never seconds. On a computer that is busy otherwise they say little: see README.md.
"""

from collections.abc import Iterable

import pytest

from tests.benchmarks import (
    conversation,
    finding,
    flash_attention,
    generation,
    ingesting,
    prompt_reading,
    searching,
    speculation,
    switching,
    window,
)
from tests.benchmarks.ratio import Ratio

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]


def check(found: Iterable[Ratio]) -> None:
    """Print all of them, then fail for those that missed their target."""
    ratios = list(found)
    for one in ratios:
        print(one.line())
    assert [one.line() for one in ratios if not one.met] == []


def test_generation_keeps_up_with_llama_bench() -> None:
    check(generation.measure(rounds=3))


def test_reading_a_prompt_keeps_up_with_llama_bench() -> None:
    check(prompt_reading.measure(rounds=3))


def test_long_conversations_are_faster_than_with_flash_attention() -> None:
    check(flash_attention.measure(rounds=3))


def test_a_conversation_that_was_left_is_not_read_again() -> None:
    check(switching.measure(rounds=2))


def test_guessing_ahead_is_faster_where_text_is_copied_and_costs_little_elsewhere() -> None:
    check(speculation.measure(rounds=3))


def test_window_is_soon_visible_and_small() -> None:
    check(window.measure(rounds=3))


def test_tenth_turn_reads_only_what_is_new_and_the_window_keeps_ticking() -> None:
    check(conversation.measure())


@pytest.mark.skipif(not finding.reports(), reason="HEARTH_CORPUS isn't set")
def test_files_are_searchable_about_as_soon_as_they_can_be_read() -> None:
    check(finding.measure_reading(rounds=3))


@pytest.mark.skipif(not finding.reports(), reason="HEARTH_CORPUS isn't set")
def test_embedding_is_faster_than_by_default() -> None:
    check(finding.measure_embedding(rounds=3))


@pytest.mark.skipif(not finding.reports(), reason="HEARTH_CORPUS isn't set")
@pytest.mark.skipif(
    not ingesting.llama_index_python(), reason="HEARTH_LLAMA_INDEX names no Python with llama-index"
)
def test_whole_ingest_is_faster_than_by_a_common_script() -> None:
    check(ingesting.measure(rounds=1))


def test_searching_among_very_many_passages_keeps_up_with_a_bare_scan() -> None:
    check(searching.measure())
