"""What a person narrows a search by, as a filter of it. Pure values; window and command process."""

from collections.abc import Sequence
from datetime import date

from app.domain.errors import UsageError
from app.domain.passage import SearchFilter


def search_filter(
    kinds: Sequence[str] = (), under: str = "", part: str = "", first: str = "", last: str = ""
) -> SearchFilter:
    """The filter for what was chosen and typed; empty means: anything.

    `first` and `last` are ISO 8601 days, both included. Raises UsageError search_day_unfit for one that is no day,
    search_days_turned where the last lies before the first.
    """
    date_from, date_to = _day(first), _day(last)
    if date_from and date_to and date_to < date_from:
        raise UsageError("search_days_turned", first=date_from, last=date_to)
    return SearchFilter(tuple(kinds), under, part.strip(), date_from, date_to)


def _day(given: str) -> str:
    """The day as YYYY-MM-DD, as days in the database are compared; empty for none."""
    try:
        return date.fromisoformat(given.strip()).isoformat() if given.strip() else ""
    except ValueError as error:
        raise UsageError("search_day_unfit", given=given) from error
