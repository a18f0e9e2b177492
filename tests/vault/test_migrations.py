"""Schema steps: whole or not at all, with a copy before the first, refusing what is newer."""

from pathlib import Path

import pytest

from app.domain.errors import VaultDamagedError
from app.domain.price import Price
from app.vault.conversation_store import ConversationStore
from app.vault.database import Database, Transaction
from app.vault.migrations import STEPS, Step, copies, migrate
from app.vault.price_store import PriceStore

KEY, SALT = bytes(range(32)), bytes(range(100, 116))


def _step_2(transaction: Transaction) -> None:
    transaction.execute("CREATE TABLE second (a TEXT)")
    transaction.execute("INSERT INTO second SELECT value FROM settings")


def _broken(transaction: Transaction) -> None:
    transaction.execute("CREATE TABLE half (a TEXT)")
    raise ZeroDivisionError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database at version 1 with one setting."""
    made = tmp_path / "vault.db"
    database = Database.create(made, KEY, SALT)
    assert migrate(database, STEPS[:1]) == 1
    with database.transaction() as transaction:
        transaction.execute("INSERT INTO settings (key, value) VALUES ('a', 'kept')")
    database.close()
    return made


def _tables(database: Database) -> set[str]:
    return {row[0] for row in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def test_a_new_database_gets_every_step_and_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    database = Database.create(path, KEY, SALT)
    assert migrate(database) == len(STEPS)
    assert database.user_version == len(STEPS)
    assert migrate(database) == 0
    assert {"conversations", "messages", "settings", "meta"} <= _tables(database)
    database.close()
    assert copies(path) == []


def test_a_step_makes_a_copy_first_and_removes_it_after(path: Path) -> None:
    seen: list[Path] = []

    def looks(transaction: Transaction) -> None:
        seen.extend(copies(path))
        assert seen[0].stat().st_mode & 0o077 == 0
        copied = Database.open(seen[0], KEY, SALT)
        assert copied.user_version == 1
        assert copied.rows("SELECT value FROM settings") == [("kept",)]
        copied.close()
        _step_2(transaction)

    database = Database.open(path, KEY, SALT)
    assert migrate(database, (STEPS[0], looks)) == 1
    assert database.rows("SELECT a FROM second") == [("kept",)]
    database.close()
    assert [found.name for found in seen] == ["vault.db.before-1"]
    assert copies(path) == []


def test_a_step_that_fails_leaves_the_version_before_and_the_copy(path: Path) -> None:
    database = Database.open(path, KEY, SALT)
    with pytest.raises(ZeroDivisionError):
        migrate(database, (STEPS[0], _step_2, _broken))
    assert database.user_version == 2
    assert "half" not in _tables(database)
    assert [found.name for found in copies(path)] == ["vault.db.before-1"]
    last: Step = _step_3
    assert migrate(database, (STEPS[0], _step_2, last)) == 1
    assert copies(path) == []
    database.close()


def _step_3(transaction: Transaction) -> None:
    transaction.execute("CREATE TABLE third (a TEXT)")


def test_a_newer_file_is_refused_and_left_as_it_is(path: Path) -> None:
    database = Database.open(path, KEY, SALT)
    with database.transaction() as transaction:
        transaction.execute("PRAGMA user_version = 99")
    database.close()
    before = path.read_bytes()
    database = Database.open(path, KEY, SALT)
    with pytest.raises(VaultDamagedError) as caught:
        migrate(database)
    database.close()
    assert caught.value.code == "database_newer"
    assert dict(caught.value.parameters) == {"name": "vault.db", "found": 99, "known": len(STEPS)}
    assert path.read_bytes() == before


def test_the_second_step_indexes_the_pairs_of_what_was_there(path: Path) -> None:
    database = Database.open(path, KEY, SALT)
    with database.transaction() as transaction:
        transaction.execute(
            "INSERT INTO conversations (id, title, created_ms, updated_ms, system_prompt, model)"
            " VALUES ('c', 'Old', 1, 1, '', '')"
        )
        for text in ("明日の東京は晴れ", "no pairs here"):
            transaction.execute(
                "INSERT INTO messages (id, conversation, role, text, thinking, state, created_ms, model,"
                " error_code, dropped) VALUES (?, 1, 'user', ?, '', 'complete', 1, '', '', 0)",
                (text, text),
            )
    assert migrate(database) == len(STEPS) - 1
    store = ConversationStore(database)
    assert [hit.message_id for hit in store.search("東京")] == ["明日の東京は晴れ"]
    assert (store.list()[0].pinned, store.list()[0].folder, store.list()[0].sampling) == (False, "", None)
    assert [hit.snippet for hit in store.search("pairs")] == ["no pairs here"]
    database.close()


def test_the_eleventh_step_gives_a_servers_price_to_its_usual_model(path: Path) -> None:
    database = Database.open(path, KEY, SALT)
    migrate(database, STEPS[:10])
    with database.transaction() as transaction:
        transaction.execute(
            "INSERT INTO providers VALUES ('House', 'openai', 'cloud', 'https', 'a', 443, '', 'big-1', '', '', '[]')"
        )
        for name in ("House", "gone"):
            transaction.execute("INSERT INTO provider_prices VALUES (?, '$', 3, 15, '2026-11-28')", (name,))
    assert migrate(database) == len(STEPS) - 10
    prices = PriceStore(database)
    assert prices.of("House") == {"big-1": Price("$", 3, 15, "2026-11-28")}
    assert prices.of("gone") == {}
    assert "provider_prices" not in _tables(database)
    database.close()
