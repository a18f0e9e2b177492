"""Cells of a spreadsheet as a person sees them: which number formats are dates, and dates from day numbers."""

import re
from datetime import datetime, timedelta

# Formats that files use without spelling them out (ECMA-376 part 1, 18.8.30).
_DATE_NUMBERS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_NOT_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[ymdhs]", re.IGNORECASE)
_EPOCH = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_LAST_DAY = 2_958_465  # 9999-12-31


def is_date_format(number: int, code: str = "") -> bool:
    """Whether a number format shows a date or time."""
    if code:
        first = _NOT_LETTERS.sub("", code.split(";", maxsplit=1)[0])
        return "general" not in first.lower() and bool(_DATE_LETTERS.search(first))
    return number in _DATE_NUMBERS


def is_elapsed_format(number: int, code: str = "") -> bool:
    """Whether a number format shows how long something took: hours go on after 24."""
    return (
        bool(_ELAPSED.search(_NOT_LETTERS.sub("", code.split(";", maxsplit=1)[0]))) if code else number == 46
    )


def is_percent_format(number: int, code: str = "") -> bool:
    """Whether a number format shows a hundred times the number, with a per cent sign."""
    return "%" in _NOT_LETTERS.sub("", code.split(";", maxsplit=1)[0]) if code else number in (9, 10)


def date_text(value: float, *, since_1904: bool = False) -> str:
    """A day number as ISO date, time, or both; the plain number when it is none."""
    if not 0 <= value <= _LAST_DAY:
        return number_text(value)
    moment = (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(seconds=round(value * 86400))
    if value < 1 and not since_1904:
        return moment.strftime("%H:%M:%S")
    has_time = (moment.hour, moment.minute, moment.second) != (0, 0, 0)
    return moment.isoformat(sep=" ") if has_time else moment.date().isoformat()


def elapsed_text(value: float) -> str:
    """Days as hours, minutes and, unless there are none, seconds: 1.5 -> 36:00."""
    seconds = round(abs(value) * 86400)
    text = f"{'-' if value < 0 else ''}{seconds // 3600}:{seconds // 60 % 60:02}"
    return f"{text}:{seconds % 60:02}" if seconds % 60 else text


def number_text(value: float) -> str:
    """A number without the noise of its binary form."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"
