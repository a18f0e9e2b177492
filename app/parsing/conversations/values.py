"""Values of a JSON document, taken only when they are of the expected kind. In the throw-away process."""

import codecs
import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from app.domain.errors import DocumentError
from app.parsing.output import clean

_MILLISECONDS_FROM = 100_000_000_000  # as seconds, that would be in the year 5138
_LATEST_MS = 253_402_300_799_000  # the end of the year 9999
_TEXT_LIMIT_CHARACTERS = 8 * 1024 * 1024
_THINK = re.compile(r"\A\s*<think>(.*?)</think>\s*", re.DOTALL)


def load(data: bytes) -> Any:
    """The JSON document in `data`. Raises DocumentError when it is none, or nested for mischief."""
    try:
        return json.loads(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), parse_constant=lambda _: None)
    except (ValueError, RecursionError) as error:
        raise DocumentError("document_damaged") from error


def text(value: object, limit_characters: int = _TEXT_LIMIT_CHARACTERS) -> str:
    """A text; empty for anything else."""
    return clean(value[:limit_characters]) if isinstance(value, str) else ""


def without_thinking(answer: str) -> tuple[str, str]:
    """An answer's words without the thinking at their beginning, and that thinking; empty where there is none."""
    match = _THINK.match(answer)
    return (answer[match.end() :], match[1].strip()) if match else (answer, "")


def mapping(value: object) -> dict[str, Any]:
    """An object; empty for anything else."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[Any]:
    """A list; empty for anything else."""
    return value if isinstance(value, list) else []


def objects(value: object) -> Iterator[dict[str, Any]]:
    """The objects in a list."""
    return (one for one in items(value) if isinstance(one, dict))


def moment_ms(value: object) -> int:
    """Unix time in milliseconds, from seconds, milliseconds or an ISO date; 0 where it is none of them."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value).timestamp()
        except (ValueError, OverflowError, OSError):
            return 0
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e18:
        return 0
    return min(int(value if value >= _MILLISECONDS_FROM else value * 1000), _LATEST_MS)
