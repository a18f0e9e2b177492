"""What a person does with the ledger: reads it, checks it, takes it away, and blocks all connections.

Work thread only. Nothing here writes a row: whoever sends does.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from app.domain.errors import CloudError
from app.domain.ledger import LedgerEntry, LedgerTotals
from app.services.events import Event, LedgerChanged
from app.services.handed_out import write_for_person
from app.vault.conversation_store import ConversationStore
from app.vault.ledger_store import LedgerStore
from app.vault.settings_store import SettingsStore

BLOCKED_SETTING = "cloud.blocked"


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The whole ledger as it is now.

    Attributes:
        entries: newest first.
        titles: those of the conversations that are still there, by id.
        broken_at: the first row from which the chain doesn't hold; 0 where all of it does.
    """

    entries: tuple[LedgerEntry, ...]
    totals: LedgerTotals
    titles: Mapping[str, str]
    blocked: bool
    broken_at: int


class LedgerService:
    """Reading, checking, blocking.

    Attributes:
        end_requests: ends what is under way, when all connections are blocked; set by who can.
    """

    def __init__(
        self,
        ledger: LedgerStore,
        conversations: ConversationStore,
        settings: SettingsStore,
        publish: Callable[[Event], None],
    ) -> None:
        self._ledger = ledger
        self._conversations = conversations
        self._settings = settings
        self._publish = publish
        self.end_requests: Callable[[], None] = lambda: None
        ledger.on_change = lambda: publish(LedgerChanged())

    @property
    def blocked(self) -> bool:
        """Whether the person has blocked all connections."""
        return self._settings.get_flag(BLOCKED_SETTING)

    def block(self, blocked: bool) -> None:
        """Block all connections, until this is lifted; what is under way is ended."""
        self._settings.set(BLOCKED_SETTING, blocked)
        if blocked:
            self.end_requests()
        self._publish(LedgerChanged())

    def totals(self) -> LedgerTotals:
        """All requests taken together."""
        return self._ledger.totals()

    def view(self) -> LedgerView:
        """All of it, newest first."""
        entries = tuple(reversed(self._ledger.entries()))
        titles = {one.id: one.title for one in self._conversations.list()} if entries else {}
        return LedgerView(entries, self._ledger.totals(), titles, self.blocked, self._broken_at())

    def _broken_at(self) -> int:
        try:
            self._ledger.verify(with_bytes=False)
        except CloudError as error:
            return int(error.parameters["number"])
        return 0

    def body(self, number: int) -> bytes | None:
        """The exact bytes of a request; None where they are forgotten or there were none.

        Errors: CloudError ledger_entry_unknown, ledger_tampered.
        """
        return self._ledger.body(number)

    def verify(self) -> int:
        """Check the chain and all bytes that are kept; how many rows it has. Errors: CloudError ledger_tampered."""
        return self._ledger.verify()

    def export(self, path: Path) -> int:
        """Write what `hearth ledger --json` prints to a file that only this person can read; how many requests.

        Errors: UsageError cannot_write.
        """
        entries = self._ledger.entries()
        facts = ledger_facts(entries, self._ledger.totals(), self.blocked)
        text = json.dumps(facts, ensure_ascii=False) + "\n"
        write_for_person(path, text)
        return len(entries)


def ledger_facts(
    entries: list[LedgerEntry], totals: LedgerTotals, blocked: bool, verified_rows: int | None = None
) -> dict[str, object]:
    """The ledger as plain values, oldest first: a contract, see DESIGN. `verified_rows` where it was checked."""
    facts: dict[str, object] = {
        "entries": [asdict(entry) for entry in entries],
        "totals": {
            "requests": totals.requests,
            "sent_bytes": totals.sent_bytes,
            "received_bytes": totals.received_bytes + totals.downloaded_bytes,
            "file_bytes": totals.file_bytes,
        },
        "blocked": blocked,
    }
    return facts if verified_rows is None else {**facts, "verified_rows": verified_rows}
