"""The encrypted database: what it refuses, what it keeps, what it leaves behind."""

import random
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from app.domain.errors import VaultBusyError, VaultDamagedError, VaultError
from app.vault.database import Database, translate
from app.vault.migrations import migrate

KEY, SALT = bytes(range(32)), bytes(range(100, 116))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is made."""
    return tmp_path / "vault.db"


def _filled(path: Path, rows: int = 40) -> None:
    database = Database.create(path, KEY, SALT)
    migrate(database)
    with database.transaction() as transaction:
        for number in range(rows):
            transaction.execute(
                "INSERT INTO settings (key, value) VALUES (?, ?)", (f"key{number}", _value(number))
            )
    database.close()


def _value(number: int) -> str:
    return f"value {number} " * 200


def _refusal(path: Path) -> str:
    with pytest.raises(VaultDamagedError) as caught:
        Database.open(path, KEY, SALT).close()
    return caught.value.code


def test_the_settings_are_in_force(path: Path) -> None:
    database = Database.create(path, KEY, SALT)
    wanted = {
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "foreign_keys": 1,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "mmap_size": 0,
        "cipher_log_level": "NONE",
        "cipher_status": "1",
        "cipher_use_hmac": "1",
    }
    found = {name: database.row(f"PRAGMA {name}") for name in wanted}
    assert {name: row and row[0] for name, row in found.items()} == wanted
    database.close()
    assert path.read_bytes()[:16] == SALT
    assert [entry.name for entry in path.parent.iterdir()] == ["vault.db"]


def test_foreign_files_are_refused_and_left_as_they_are(path: Path) -> None:
    plain = path.with_name("plain.db")
    connection = sqlite3.connect(plain)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    for content, code in (
        (b"", "database_empty"),
        (plain.read_bytes(), "database_plain"),
        (b"%PDF-1.7 and so on" * 1000, "database_foreign"),
        (SALT, "database_damaged"),
        (SALT + bytes(8176), "database_damaged"),
        (b"x", "database_foreign"),
    ):
        path.write_bytes(content)
        assert _refusal(path) == code
        assert path.read_bytes() == content
    path.unlink()
    assert _refusal(path) == "database_missing"
    path.mkdir()
    assert _refusal(path) == "database_foreign"


def test_another_key_does_not_open_it(path: Path) -> None:
    _filled(path)
    before = path.read_bytes()
    with pytest.raises(VaultDamagedError) as caught:
        Database.open(path, bytes(32), SALT)
    assert caught.value.code == "database_damaged"
    assert path.read_bytes() == before


def test_flipped_bytes_are_refused_and_never_read_as_other_text(path: Path) -> None:
    _filled(path)
    whole = path.read_bytes()
    chance = random.Random(20)
    refused = 0
    for at in [0, 16, 40, 4095, 4096, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(194))]:
        content = bytearray(whole)
        content[at] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        try:
            database = Database.open(path, KEY, SALT)
        except VaultDamagedError:
            refused += 1
            continue
        try:
            rows = database.rows("SELECT key, value FROM settings")
            assert dict(rows) == {f"key{number}": _value(number) for number in range(40)}
            damaged = database.damaged_pages()
        except VaultDamagedError:
            refused += 1
        else:
            assert damaged  # the page isn't read by this query, and the check of all pages finds it
        finally:
            database.close()
    assert refused > 60  # the others hit pages that the query doesn't read


def test_a_damaged_page_inside_a_long_value_is_never_read_as_zeros(path: Path) -> None:
    """SQLCipher itself gives zeros here and no error; each page that holds such text is tried."""
    _filled(path, rows=12)
    whole = path.read_bytes()
    page_bytes = 4096
    for page in range(1, len(whole) // page_bytes):
        content = bytearray(whole)
        content[page * page_bytes + 100] ^= 1
        path.write_bytes(content)
        try:
            database = Database.open(path, KEY, SALT)
        except VaultDamagedError:
            continue
        for _ in range(2):
            try:
                rows = database.rows("SELECT key, value FROM settings")
            except VaultDamagedError:
                with pytest.raises(VaultError), database.transaction() as transaction:
                    transaction.execute("UPDATE settings SET value = value || 'x'")
            else:
                assert dict(rows) == {f"key{number}": _value(number) for number in range(12)}
        database.close()


@pytest.mark.parametrize("keep", [0.3, 0.5, 0.9])
def test_a_file_cut_short_is_refused(path: Path, keep: float) -> None:
    _filled(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    with pytest.raises(VaultDamagedError):
        database = Database.open(path, KEY, SALT)
        try:
            database.rows("SELECT * FROM settings")
        finally:
            database.close()


def test_a_transaction_is_whole_or_not_at_all(path: Path) -> None:
    _filled(path, rows=1)
    database = Database.open(path, KEY, SALT)
    with pytest.raises(ZeroDivisionError), database.transaction() as transaction:
        transaction.execute("DELETE FROM settings")
        raise ZeroDivisionError
    assert len(database.rows("SELECT * FROM settings")) == 1
    with database.transaction(), pytest.raises(RuntimeError, match="already open"), database.transaction():
        pass
    with pytest.raises(dbapi2.IntegrityError), database.transaction() as transaction:  # a bug stays a bug
        transaction.execute("INSERT INTO settings (key, value) VALUES ('key0', 'x')")
    database.close()
    database.close()


def test_another_thread_is_refused_with_a_clear_word(path: Path) -> None:
    _filled(path, rows=1)
    database = Database.open(path, KEY, SALT)
    seen: list[str] = []

    def use() -> None:
        try:
            database.rows("SELECT 1")
        except RuntimeError as error:
            seen.append(str(error))

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    database.close()
    assert len(seen) == 1
    assert "vault.db was opened on another thread" in seen[0]


def test_a_second_opening_is_told_that_it_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _filled(path, rows=1)
    database = Database.open(path, KEY, SALT)
    database.row("SELECT * FROM settings")
    with pytest.raises(VaultBusyError):
        Database.open(path, KEY, SALT)
    database.close()


def test_every_exception_of_the_library_is_translated_or_a_bug(tmp_path: Path) -> None:
    """SQLite's result codes (sqlite.org/rescode.html): each is foreseen or named here as a bug of ours."""
    foreseen = {5, 6, 7, 8, 10, 11, 13, 14, 26}
    bugs = {1, 2, 3, 4, 9, 12, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25}
    kinds = [kind for kind in vars(dbapi2).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert {"DatabaseError", "OperationalError", "IntegrityError", "InterfaceError", "Warning"} <= {
        kind.__name__ for kind in kinds
    }
    for kind in kinds:
        for number in range(1, 27):
            for extended in (number, number | 3 << 8):
                error = kind("text")
                error.__dict__["sqlite_errorcode"] = extended
                translated = translate(error, tmp_path / "vault.db")
                assert isinstance(translated, VaultError) is (number in foreseen), number
    assert foreseen | bugs == set(range(1, 27))


def test_creating_never_overwrites(path: Path) -> None:
    path.write_bytes(b"something")
    with pytest.raises(VaultError):
        Database.create(path, KEY, SALT)
    assert path.read_bytes() == b"something"
