"""Settings and drafts, as JSON values under names, inside vault.db.

Window or command line process, on the thread that opened the database. Reading never raises for what a value
looks like: a setting of the wrong type, too large or unreadable counts as not set, and stays in its place,
for it may be a newer version's.
"""

import json
import math
from typing import Any, TypeVar, cast

from app.domain.errors import VaultError
from app.vault.database import Database

LIMIT_CHARS = (
    16_000_000  # a draft of the longest paste, whatever its script: six characters for one beyond ASCII
)
KEY_LIMIT_CHARS = 200

T = TypeVar("T")


class SettingsStore:
    """Named JSON values."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, default: T) -> T:
        """The value under `key` if it has the type of `default`, else `default`.

        An int also serves where a float is asked for; True and False are no numbers; NaN and infinity are no
        values. A `default` of None takes a value of any type.
        """
        found = self._database.row(
            "SELECT CASE WHEN length(value) <= ? THEN value END FROM settings WHERE key = ?",
            (LIMIT_CHARS, key),
        )
        if found is None or not isinstance(found[0], str):
            return default
        value = _decoded(found[0])
        wanted = type(default)
        if wanted is float and type(value) is int and abs(value) < 1 << 53:
            value = float(value)
        return cast(T, value) if default is None or type(value) is wanted else default

    def set(self, key: str, value: object) -> None:
        """Keep a value made of str, int, float, bool, None, list and dict.

        Errors: VaultError("setting_too_large", key, limit_chars).
        """
        text = json.dumps(value, ensure_ascii=True, allow_nan=False)  # ASCII: lone surrogates survive
        if len(text) > LIMIT_CHARS or len(key) > KEY_LIMIT_CHARS:
            raise VaultError("setting_too_large", key=key[:KEY_LIMIT_CHARS], limit_chars=LIMIT_CHARS)
        with self._database.transaction() as transaction:
            transaction.execute(
                "INSERT INTO settings (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, text),
            )

    def delete(self, key: str) -> None:
        """Forget the value, also in the write-ahead log: a draft may lie here."""
        with self._database.transaction() as transaction:
            removed = transaction.execute("DELETE FROM settings WHERE key = ?", (key,))
        if removed > 0:
            self._database.checkpoint()

    def all(self) -> dict[str, Any]:
        """Every readable setting by its name."""
        rows = self._database.rows(
            "SELECT key, value FROM settings WHERE length(value) <= ? ORDER BY key", (LIMIT_CHARS,)
        )
        return {key: value for key, text in rows if (value := _decoded(text)) is not None}

    def get_text(self, key: str, default: str = "") -> str:
        """The text under `key`."""
        return self.get(key, default)

    def get_flag(self, key: str, default: bool = False) -> bool:
        """The yes or no under `key`."""
        return self.get(key, default)

    def get_integer(self, key: str, default: int, low: int, high: int) -> int:
        """The whole number under `key` if it lies within `low` and `high`, else `default`."""
        value = self.get(key, default)
        return value if low <= value <= high else default

    def get_number(self, key: str, default: float, low: float, high: float) -> float:
        """The number under `key` if it lies within `low` and `high`, else `default`."""
        value = self.get(key, float(default))
        return value if low <= value <= high else default


def _decoded(text: str) -> Any:
    """The JSON value, or None for what can't be read: too deep, too many digits, not a number, not JSON."""
    try:
        value = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, float) and not math.isfinite(value):  # 1e999
        return None
    return value


def _refuse(constant: str) -> None:
    raise ValueError(constant)
