"""The ledger only grows, notices every change, and forgets words with their conversation."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import CloudError, UsageError
from app.domain.ledger import Outcome
from app.domain.origin import Origin
from app.domain.permit import Permit, Purpose, Wire
from app.domain.provider import make_provider
from app.vault.database import Database
from app.vault.ledger_store import Ended, LedgerStore
from app.vault.migrations import migrate
from app.vault.provider_store import ProviderStore

KEY, SALT = bytes(range(32)), bytes(range(100, 116))
BODY = b'{"messages":[{"content":"Kanarie"}]}'
ORIGIN = Origin("https", "models.example.org", 443)


def permit(number: int = 1, conversation: str = "c1", body: bytes = BODY) -> Permit:
    sum_ = hashlib.sha256(body).hexdigest()
    return Permit(
        f"{number:032}", Purpose.CHAT, Wire.OPENAI, ORIGIN, "/v1/chat/completions", sum_, conversation, 5
    )


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database.create(tmp_path / "vault.db", KEY, SALT)
    migrate(made)
    with closing(made):
        yield made


@pytest.fixture
def ledger(database: Database) -> LedgerStore:
    return LedgerStore(database, b"k" * 32, lambda: 1000.5)


def begun(ledger: LedgerStore, number: int = 1, conversation: str = "c1") -> int:
    return ledger.begin(permit(number, conversation), "House", "big-1", "typed at the terminal", BODY)


def test_a_request_is_one_entry_with_its_exact_bytes(ledger: LedgerStore) -> None:
    number = begun(ledger)
    assert [entry.outcome for entry in ledger.entries()] == [Outcome.OPEN]
    ledger.end(number, Ended(Outcome.BROKEN, "reply_broken_off", len(BODY), 12, 3, 4))
    (entry,) = ledger.entries()
    assert (entry.number, entry.at_ms, entry.provider, entry.origin) == (1, 1_000_500, "House", str(ORIGIN))
    assert (entry.outcome, entry.code, entry.sent_bytes) == (Outcome.BROKEN, "reply_broken_off", len(BODY))
    assert (entry.received_bytes, entry.prompt_tokens, entry.completion_tokens) == (12, 3, 4)
    assert (entry.allowed_by, entry.sha256) == ("typed at the terminal", hashlib.sha256(BODY).hexdigest())
    assert (ledger.body(number), ledger.verify()) == (BODY, 2)


def test_a_permit_has_one_row_and_one_end(ledger: LedgerStore) -> None:
    number = begun(ledger)
    with pytest.raises(CloudError) as caught:
        begun(ledger)
    assert caught.value.code == "permit_used"
    ledger.end(number, Ended(Outcome.ANSWERED))
    ledger.end(number, Ended(Outcome.BROKEN))
    assert [entry.outcome for entry in ledger.entries()] == [Outcome.ANSWERED]
    assert ledger.verify() == 2


def test_what_a_killed_program_left_open_is_unknown_and_stays_so(ledger: LedgerStore) -> None:
    ledger.end(begun(ledger, 1), Ended(Outcome.ANSWERED))
    begun(ledger, 2)
    assert (ledger.close_open(), ledger.close_open()) == (1, 0)
    assert [entry.outcome for entry in ledger.entries()] == [Outcome.ANSWERED, Outcome.UNKNOWN]
    assert ledger.entries()[1].sent_bytes == len(BODY)  # it may all have left
    assert ledger.verify() == 4


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE ledger SET sent_bytes = 1 WHERE number = 3",
        "UPDATE ledger SET allowed_by = 'nobody' WHERE number = 1",
        "DELETE FROM ledger WHERE number = 2",
        "DELETE FROM ledger WHERE number = 1",
        "DELETE FROM ledger WHERE number = 4",
        "UPDATE ledger_bytes SET body = x'00' WHERE number = 3",
        "UPDATE ledger SET number = 9 WHERE number = 4",
        "UPDATE meta SET value = '' WHERE key = 'ledger_head'",
    ],
)
def test_every_change_is_refused_by_the_database_and_found_by_the_chain(
    database: Database, ledger: LedgerStore, change: str
) -> None:
    for number in (1, 2):
        ledger.end(begun(ledger, number), Ended(Outcome.ANSWERED))
    if " ledger " in change:
        with pytest.raises(Exception, match="only grows"), database.transaction() as transaction:
            transaction.execute(change)
        assert ledger.verify() == 4
    with database.transaction() as transaction:
        for trigger in ("ledger_kept", "ledger_unchanged"):
            transaction.execute(f"DROP TRIGGER {trigger}")
        if "number = 1" in change and "DELETE" in change:
            transaction.execute("DELETE FROM ledger_bytes")
        transaction.execute(change)
    with pytest.raises(CloudError) as caught:
        ledger.verify()
    assert caught.value.code == "ledger_tampered"


def test_a_row_written_with_another_key_does_not_hold(database: Database, ledger: LedgerStore) -> None:
    begun(LedgerStore(database, b"x" * 32))
    with pytest.raises(CloudError):
        ledger.verify()


def test_a_row_of_another_history_does_not_hold(
    tmp_path: Path, ledger: LedgerStore, database: Database
) -> None:
    """One that was written with the same key, in an older copy of the profile: right by itself, wrong in its place."""
    ledger.end(begun(ledger, 1), Ended(Outcome.ANSWERED))
    other = Database.create(tmp_path / "copy.db", KEY, SALT)
    migrate(other)
    with closing(other):
        elsewhere = LedgerStore(other, b"k" * 32, lambda: 2000.5)
        elsewhere.end(begun(elsewhere, 2), Ended(Outcome.ANSWERED))
        (row,) = other.rows("SELECT * FROM ledger WHERE number = 2")
    with database.transaction() as transaction:
        transaction.execute("DROP TRIGGER ledger_kept")
        transaction.execute("DELETE FROM ledger WHERE number = 2")
        marks = ", ".join("?" * len(row))
        transaction.execute(f"INSERT INTO ledger VALUES ({marks})", row)  # noqa: S608 - question marks alone
        transaction.execute("UPDATE meta SET value = ? WHERE key = 'ledger_head'", (row[-1],))
    with pytest.raises(CloudError) as caught:
        ledger.verify()
    assert (caught.value.code, caught.value.parameters["number"]) == ("ledger_tampered", 2)


def test_words_go_with_their_conversation_and_the_row_stays(database: Database, ledger: LedgerStore) -> None:
    begun(ledger, 1, "c1")
    begun(ledger, 2, "c2")
    with database.transaction() as transaction:
        transaction.execute(
            "INSERT INTO conversations (id, title, created_ms, updated_ms, system_prompt, model)"
            " VALUES ('c1', '', 0, 0, '', '')"
        )
        transaction.execute("DELETE FROM conversations WHERE id = 'c1'")
    assert (ledger.body(1), ledger.body(2)) == (None, BODY)
    assert ledger.forget_bytes() == 1
    assert (ledger.body(2), ledger.verify(), len(ledger.entries())) == (None, 2, 2)
    with pytest.raises(CloudError) as caught:
        ledger.body(7)
    assert caught.value.code == "ledger_entry_unknown"


def test_servers_are_kept_by_name(database: Database) -> None:
    store = ProviderStore(database)
    made = make_provider("House", "openai", "https://192.168.1.4:8443/v1", "big-1", own=True)
    store.put(made)
    store.put(replace(made, model="big-2"))
    assert store.all() == [replace(made, model="big-2")]
    store.remove("House")
    for act in (store.get, store.remove):
        with pytest.raises(UsageError) as caught:
            act("House")
        assert caught.value.code == "provider_unknown"
