"""What a search is narrowed by, as it was typed."""

import pytest

from app.domain.errors import UsageError
from app.domain.narrowing import search_filter
from app.domain.passage import SearchFilter


def test_nothing_typed_narrows_nothing() -> None:
    assert search_filter(part="  ", first=" ", last="") == SearchFilter()


def test_days_are_kept_as_days_are_compared() -> None:
    found = search_filter(("pdf",), "/papers", " lease ", " 20260131 ", "2026-01-31")
    assert found == SearchFilter(("pdf",), "/papers", "lease", "2026-01-31", "2026-01-31")


@pytest.mark.parametrize("given", ["2026-02-30", "yesterday", "2026", "31.1.2026"])
@pytest.mark.parametrize("side", ["first", "last"])
def test_what_is_no_day_is_refused_with_what_was_given(side: str, given: str) -> None:
    with pytest.raises(UsageError) as caught:
        search_filter(**{side: given})
    assert (caught.value.code, caught.value.parameters) == ("search_day_unfit", {"given": given})


def test_a_last_day_before_the_first_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        search_filter(first="2026-05-01", last="2026-04-30")
    assert caught.value.code == "search_days_turned"
    assert caught.value.parameters == {"first": "2026-05-01", "last": "2026-04-30"}
