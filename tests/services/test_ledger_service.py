"""The ledger as a person reads it: totals, what came from files, the block, the export, a chain that broke."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import UsageError
from app.domain.ledger import LedgerTotals, Outcome
from app.domain.origin import Origin
from app.domain.permit import Permit, Purpose, Wire
from app.services.events import Event, LedgerChanged
from app.services.ledger_service import LedgerService, ledger_facts
from app.vault.ledger_store import Ended
from app.vault.vault import Vault
from tests.vault.keyring_in_memory import opened_by_keyring

ORIGIN = Origin("https", "models.example.org", 443)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = opened_by_keyring(tmp_path / "profile")
    yield made
    made.close()


@pytest.fixture
def heard() -> list[Event]:
    return []


@pytest.fixture
def service(vault: Vault, heard: list[Event]) -> LedgerService:
    return LedgerService(vault.ledger, vault.conversations, vault.settings, heard.append)


def _begin(
    vault: Vault, number: int, purpose: Purpose = Purpose.CHAT, body: bytes = b"12345", files: int = 0
) -> int:
    conversation = "c1" if purpose is Purpose.CHAT else ""
    sum_ = hashlib.sha256(body).hexdigest()
    permit = Permit(f"{number:032}", purpose, Wire.OPENAI, ORIGIN, "/v1/x", sum_, conversation, 5)
    return vault.ledger.begin(permit, "House", "big-1", "typed at the terminal", body, files)


def test_totals_count_what_left_and_what_of_it_came_from_files(vault: Vault, service: LedgerService) -> None:
    assert service.totals() == LedgerTotals()
    vault.ledger.end(_begin(vault, 1, files=3), Ended(Outcome.ANSWERED, "", 5, 70))
    vault.ledger.end(_begin(vault, 2, files=4), Ended(Outcome.NOT_SENT, "server_not_found", 0, 0))
    _begin(vault, 3, files=2)  # under way: it counts as sent
    vault.ledger.end(_begin(vault, 4, Purpose.LIST_MODELS, b""), Ended(Outcome.ANSWERED, "", 0, 900))
    assert service.totals() == LedgerTotals(
        requests=4, asked=4, sent_bytes=10, received_bytes=970, file_bytes=5
    )
    view = service.view()
    assert [entry.file_bytes for entry in view.entries] == [0, 2, 4, 3]  # newest first
    assert [entry.sent_bytes for entry in view.entries] == [0, 5, 0, 5]
    assert view.broken_at == 0
    assert service.verify() == 10  # seven of requests and their ends, three of files


def test_a_row_of_files_is_part_of_the_chain(vault: Vault, service: LedgerService) -> None:
    _begin(vault, 1, files=3)
    with vault.database.transaction() as transaction:
        transaction.execute("DROP TRIGGER ledger_unchanged")
        transaction.execute("UPDATE ledger SET sent_bytes = 1 WHERE event = 'files'")
    assert service.view().broken_at == 2


def test_titles_are_those_of_conversations_that_are_still_there(vault: Vault, service: LedgerService) -> None:
    made = vault.conversations.create("Towers")
    _begin(vault, 1)
    assert service.view().titles == {made.id: "Towers"}


def test_every_row_and_a_block_are_told(vault: Vault, service: LedgerService, heard: list[Event]) -> None:
    number = _begin(vault, 1)
    vault.ledger.end(number, Ended(Outcome.ANSWERED))
    assert heard == [LedgerChanged(), LedgerChanged()]
    ended: list[str] = []
    service.end_requests = lambda: ended.append("ended")
    service.block(True)
    assert (service.blocked, ended, len(heard)) == (True, ["ended"], 3)
    service.block(False)
    assert (service.blocked, ended, service.view().blocked) == (False, ["ended"], False)


def test_the_export_is_the_commands_json_and_only_this_persons(
    vault: Vault, service: LedgerService, tmp_path: Path
) -> None:
    vault.ledger.end(_begin(vault, 1, files=3), Ended(Outcome.ANSWERED, "", 5, 70))
    place = tmp_path / "ledger.json"
    place.write_text("{}" * 500, encoding="utf-8")
    place.chmod(0o644)
    assert service.export(place) == 1
    facts = ledger_facts(vault.ledger.entries(), vault.ledger.totals(), False)
    assert json.loads(place.read_text(encoding="utf-8")) == json.loads(json.dumps(facts))
    assert facts["totals"] == {"requests": 1, "sent_bytes": 5, "received_bytes": 70, "file_bytes": 3}
    assert place.stat().st_mode & 0o777 == 0o600
    with pytest.raises(UsageError) as caught:
        service.export(tmp_path / "nowhere" / "x.json")
    assert caught.value.code == "cannot_write"
