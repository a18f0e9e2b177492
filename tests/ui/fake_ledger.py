"""A ledger in memory: part of `fake_session`. Its totals and its chain are what a test says they are."""

import json
from collections.abc import Callable
from pathlib import Path

from app.domain.errors import CloudError, HearthError
from app.domain.ledger import LedgerEntry, LedgerTotals, Outcome
from app.services.events import Event, LedgerChanged
from app.services.ledger_service import LedgerView

NOON_MS = 1_700_000_000_000


def an_entry(number: int, **changes: object) -> LedgerEntry:
    """A request that was answered."""
    values: dict[str, object] = {
        "number": number, "at_ms": NOON_MS + number, "purpose": "chat", "provider": "Cloud",
        "origin": "https://models.example.org:443", "conversation": "gone", "model": "big-1",
        "allowed_by": "typed at the terminal", "sent_bytes": 1200, "sha256": "ab" * 32,
        "outcome": Outcome.ANSWERED, "code": "", "received_bytes": 3800, "prompt_tokens": 9, "completion_tokens": 2,
    }  # fmt: skip
    return LedgerEntry(**{**values, **changes})  # type: ignore[arg-type] # checked by the dataclass's users


class FakeLedger:
    """Rows, oldest first, and the bytes of some of them."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self.entries: list[LedgerEntry] = []
        self.titles: dict[str, str] = {}
        self.bodies: dict[int, bytes] = {}
        self.blocked = False
        self.broken_at = 0
        self.refuse: HearthError | None = None

    def write(self, *entries: LedgerEntry) -> None:
        """More rows."""
        self.entries += entries
        self._publish(LedgerChanged())

    def block(self, blocked: bool) -> None:
        self.blocked = blocked
        self._publish(LedgerChanged())

    def totals(self) -> LedgerTotals:
        asked = [entry for entry in self.entries if entry.purpose != "download_model"]
        fetched = [entry for entry in self.entries if entry.purpose == "download_model"]
        return LedgerTotals(
            len(self.entries),
            len(asked),
            sum(entry.sent_bytes for entry in self.entries),
            sum(entry.received_bytes for entry in asked),
            len(fetched),
            sum(entry.received_bytes for entry in fetched),
            sum(entry.file_bytes for entry in self.entries),
        )

    def view(self) -> LedgerView:
        newest_first = tuple(reversed(self.entries))
        return LedgerView(newest_first, self.totals(), self.titles, self.blocked, self.broken_at)

    def body(self, number: int) -> bytes | None:
        if self.refuse is not None:
            raise self.refuse
        return self.bodies.get(number)

    def verify(self) -> int:
        if self.broken_at:
            raise CloudError("ledger_tampered", number=self.broken_at)
        return 2 * len(self.entries)

    def export(self, path: Path) -> int:
        if self.refuse is not None:
            raise self.refuse
        path.write_text(json.dumps({"entries": len(self.entries)}), encoding="utf-8")
        return len(self.entries)
