"""The ledger: a row before a request and one after, chained by HMAC, never changed. Inside vault.db.

Window or command line process, on the thread that opened the database. Each row's code covers the row and the
code of the row before; the newest code is kept apart, so that rows missing at the end are noticed too.
"""

import hashlib
import hmac
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain.errors import CloudError
from app.domain.ledger import LedgerEntry, LedgerTotals, Outcome
from app.domain.permit import Permit, Purpose
from app.vault.database import Database, Row, Transaction, Value

HEAD_KEY = "ledger_head"
LARGEST_ROW = 2**63 - 1  # what SQLite counts rows by
BEGIN, END, FILES = "begin", "end", "files"
_COLUMNS = (
    "number, permit, event, at_ms, purpose, provider, origin, conversation, model, allowed_by, sent_bytes, sha256,"
    " outcome, received_bytes, prompt_tokens, completion_tokens, mac"
)
_ALL = f"SELECT {_COLUMNS} FROM ledger ORDER BY number"  # noqa: S608 - a constant
# What isn't known yet counts as sent whole. A request that was given up before its first byte sent nothing of files.
_TOTALS = """
    WITH requests AS (
        SELECT b.purpose AS purpose, coalesce(e.sent_bytes, b.sent_bytes) AS sent,
            coalesce(e.received_bytes, 0) AS received, coalesce(f.sent_bytes, 0) AS of_files
        FROM ledger AS b
        LEFT JOIN ledger AS e ON e.permit = b.permit AND e.event = 'end'
        LEFT JOIN ledger AS f ON f.permit = b.permit AND f.event = 'files'
        WHERE b.event = 'begin'
    )
    SELECT purpose, count(*), total(sent), total(received), total(received > 0),
        total(CASE WHEN sent > 0 THEN of_files ELSE 0 END)
    FROM requests GROUP BY purpose
"""
_ASKING = frozenset({Purpose.CHAT, Purpose.TEST_CONNECTION, Purpose.LIST_MODELS})
_ADD = f"INSERT INTO ledger ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Ended:
    """How a request ended. `code` is that of the error, empty for none."""

    outcome: Outcome
    code: str = ""
    sent_bytes: int = 0
    received_bytes: int = 0
    prompt_tokens: int = -1
    completion_tokens: int = -1


class LedgerStore:
    """What has left this computer through Hearth.

    Attributes:
        on_change: called after each row that was written.
    """

    def __init__(self, database: Database, key: bytes, clock: Callable[[], float] = time.time) -> None:
        """`key` is the profile's key for the ledger's chain."""
        self._database = database
        self._key = key
        self._clock = clock
        self.on_change: Callable[[], None] = lambda: None

    def begin(
        self, permit: Permit, provider: str, model: str, allowed_by: str, body: bytes, file_bytes: int = 0
    ) -> int:
        """Write down what is about to leave, and the bytes; on the disk when this returns. The row's number.

        `file_bytes` of text from the person's files are in it: they get a row of their own.
        Errors: CloudError permit_used when this permit has a row already.
        """

        def row(event: str, size_bytes: int) -> tuple[Value, ...]:
            return (
                permit.id, event, self._now(), str(permit.purpose), provider, str(permit.origin),
                permit.conversation, model, allowed_by, size_bytes, permit.sha256, Outcome.OPEN.value, 0, -1, -1,
            )  # fmt: skip

        with self._database.transaction() as transaction:
            if transaction.rows("SELECT 1 FROM ledger WHERE permit = ?", (permit.id,)):
                raise CloudError("permit_used")
            number = self._add(transaction, row(BEGIN, len(body)))
            if file_bytes:
                self._add(transaction, row(FILES, file_bytes))
            if body:
                transaction.execute(
                    "INSERT INTO ledger_bytes (number, conversation, body) VALUES (?, ?, ?)",
                    (number, permit.conversation, body),
                )
        self.on_change()
        return number

    def end(self, number: int, ended: Ended) -> None:
        """Write down how the request of row `number` ended. A second end is passed over."""
        found = self._database.row(
            "SELECT permit, purpose, provider, origin, conversation, model, allowed_by, sha256 FROM ledger"
            " WHERE number = ? AND event = 'begin'",
            (number,),
        )
        if found is None:
            return
        permit, purpose, provider, origin, conversation, model, allowed_by, sha256 = found
        outcome = f"{ended.outcome}:{ended.code}" if ended.code else ended.outcome.value
        values = (
            permit, END, self._now(), purpose, provider, origin, conversation, model, allowed_by, ended.sent_bytes,
            sha256, outcome, ended.received_bytes, ended.prompt_tokens, ended.completion_tokens,
        )  # fmt: skip
        with self._database.transaction() as transaction:
            if not transaction.rows("SELECT 1 FROM ledger WHERE permit = ? AND event = 'end'", (permit,)):
                self._add(transaction, values)
        self.on_change()

    def close_open(self) -> int:
        """End what a killed Hearth left open as unknown; nothing is sent again. How many there were."""
        rows = self._database.rows(
            "SELECT number, sent_bytes FROM ledger AS b WHERE event = 'begin'"
            " AND NOT EXISTS (SELECT 1 FROM ledger AS e WHERE e.permit = b.permit AND e.event = 'end')"
        )
        for number, sent_bytes in rows:
            self.end(int(number), Ended(Outcome.UNKNOWN, sent_bytes=int(sent_bytes)))
        return len(rows)

    def entries(self) -> list[LedgerEntry]:
        """All requests, oldest first."""
        found: dict[str, LedgerEntry] = {}
        for row in self._database.rows(_ALL):
            permit, event = str(row[1]), row[2]
            if event == BEGIN:
                found[permit] = _entry(row)
            elif event == FILES and permit in found:
                found[permit] = replace(found[permit], file_bytes=row[10])
            elif event == END and permit in found:
                end = _entry(row)
                found[permit] = replace(
                    found[permit],
                    sent_bytes=end.sent_bytes,
                    outcome=end.outcome,
                    code=end.code,
                    received_bytes=end.received_bytes,
                    prompt_tokens=end.prompt_tokens,
                    completion_tokens=end.completion_tokens,
                )
        return list(found.values())

    def totals(self) -> LedgerTotals:
        """All requests taken together. What is no question, test or list is a download."""
        totals = LedgerTotals()
        for purpose, *counted in self._database.rows(_TOTALS):
            requests, sent_bytes, received_bytes, received, file_bytes = map(int, counted)
            asking = purpose in _ASKING
            totals = LedgerTotals(
                totals.requests + requests,
                totals.asked + (requests if asking else 0),
                totals.sent_bytes + sent_bytes,
                totals.received_bytes + (received_bytes if asking else 0),
                totals.downloads + (0 if asking else received),
                totals.downloaded_bytes + (0 if asking else received_bytes),
                totals.file_bytes + file_bytes,
            )
        return totals

    def body(self, number: int) -> bytes | None:
        """The exact bytes of a request; None where they are forgotten or there were none.

        Errors: CloudError ledger_entry_unknown; ledger_tampered when they aren't those of the row's hash.
        """
        query = "SELECT sha256 FROM ledger WHERE number = ? AND event = 'begin'"
        row = self._database.row(query, (number,)) if 0 < number <= LARGEST_ROW else None
        if row is None:
            raise CloudError("ledger_entry_unknown", number=number)
        found = self._database.row("SELECT body FROM ledger_bytes WHERE number = ?", (number,))
        if found is None:
            return None
        body = bytes(found[0])
        if hashlib.sha256(body).hexdigest() != row[0]:
            raise CloudError("ledger_tampered", number=number)
        return body

    def forget_bytes(self) -> int:
        """Forget the words of all requests; their rows and hashes stay. How many there were."""
        with self._database.transaction() as transaction:
            count = transaction.execute("DELETE FROM ledger_bytes")
        self._database.checkpoint()
        return count

    def verify(self, with_bytes: bool = True) -> int:
        """Check the whole chain, and `with_bytes` those that are kept; how many rows there are.

        Errors: CloudError ledger_tampered with the number of the first row that doesn't hold.
        """
        former, expected = "", 1
        for row in self._database.rows(_ALL):
            if row[0] != expected or not hmac.compare_digest(self._mac(former, row[:-1]), str(row[-1])):
                raise CloudError("ledger_tampered", number=expected)
            former, expected = str(row[-1]), expected + 1
        if self._head() != former:
            raise CloudError("ledger_tampered", number=expected)
        if with_bytes:
            for (number,) in self._database.rows("SELECT number FROM ledger_bytes ORDER BY number"):
                self.body(int(number))
        return expected - 1

    def _add(self, transaction: Transaction, values: tuple[Value, ...]) -> int:
        (last,) = transaction.rows("SELECT coalesce(max(number), 0) FROM ledger")
        number = int(last[0]) + 1
        mac = self._mac(self._head(), (number, *values))
        transaction.execute(_ADD, (number, *values, mac))
        transaction.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (HEAD_KEY, mac),
        )
        return number

    def _head(self) -> str:
        found = self._database.row("SELECT value FROM meta WHERE key = ?", (HEAD_KEY,))
        return "" if found is None else str(found[0])

    def _mac(self, former: str, values: Row) -> str:
        text = json.dumps([former, *values], ensure_ascii=True)
        return hmac.new(self._key, text.encode("ascii"), hashlib.sha256).hexdigest()

    def _now(self) -> int:
        return int(self._clock() * 1000)


def _entry(row: Row) -> LedgerEntry:
    outcome, _, code = str(row[12]).partition(":")
    return LedgerEntry(
        number=row[0],
        at_ms=row[3],
        purpose=row[4],
        provider=row[5],
        origin=row[6],
        conversation=row[7],
        model=row[8],
        allowed_by=row[9],
        sent_bytes=row[10],
        sha256=row[11],
        outcome=Outcome(outcome) if outcome in list(Outcome) else Outcome.UNKNOWN,
        code=code,
        received_bytes=row[13],
        prompt_tokens=row[14],
        completion_tokens=row[15],
    )
