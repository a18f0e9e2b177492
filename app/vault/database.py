"""One SQLCipher file: opened with a raw key, checked, used from one thread, closed without a trace beside it.

The only door to `sqlcipher3`. Used by the process that owns the file (vault.db: window or command line), on
the thread that opened it. Every exception of the library leaves as a VaultError of `app.domain.errors`.

What holds: each page carries an HMAC, so a changed page is refused and never read as other text (see
`_check_pages` for what that needs); WAL with
synchronous=FULL, so what was committed survives a kill and a power cut; secure_delete, so deleted rows are
overwritten; temporary tables in memory; no log. `locking_mode=EXCLUSIVE` keeps the WAL's index in memory:
there is no `-shm` file, and a second process gets "busy" even where the lock file failed.

`cipher_memory_security` stays off: it locks and wipes every allocation of SQLite, and reading takes 1.8 times
as long (`tests/vault/measure_open.py`), for little: the text that the key protects lies in the same process
anyway, core dumps are off, and locking ends the process.
"""

import contextlib
import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2  # type: ignore[import-untyped,unused-ignore]

from app.domain.errors import VaultBusyError, VaultDamagedError, VaultError
from app.vault.private_file import create_empty, make_private, storage_error
from app.vault.subkeys import KEY_BYTES

Value = str | int | float | bytes | None
Row = tuple[Any, ...]

PLAIN_HEADER = b"SQLite format 3\x00"
SALT_BYTES = 16
SMALLEST_FILE_BYTES = 4096  # one page
BUSY_WAIT_MS = 2000
AUTOMATIC_CHECKPOINT_PAGES = 1000  # SQLite's own default, sqlite.org/pragma.html#pragma_wal_autocheckpoint

# Before the first read, so that even a damaged schema is read under these rules.
_SETTINGS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    f"PRAGMA busy_timeout = {BUSY_WAIT_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
)

# SQLite's primary result codes, sqlite.org/rescode.html
_BUSY, _LOCKED, _NOMEM, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = (
    5,
    6,
    7,
    8,
    10,
    11,
    13,
    14,
    26,
)
_LIBRARY_ERRORS = (dbapi2.Error, dbapi2.Warning)


class Database:
    """An open, verified SQLCipher file.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path, key: bytes, salt: bytes) -> None:
        """Open the file; `Database.open` and `Database.create` are the ways in."""
        self.path = path
        self._thread = threading.get_ident()
        self._in_transaction = False
        self._rests = False
        with self._translated():
            self._connection = dbapi2.connect(os.fspath(path), isolation_level=None, cached_statements=64)
        try:
            with self._translated():
                self._connection.execute("PRAGMA cipher_log_level = NONE")
                self._connection.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
                for statement in _SETTINGS:
                    self._connection.execute(statement)
                self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException:
            self._connection.close()
            raise

    @classmethod
    def open(cls, path: Path, key: bytes, salt: bytes) -> "Database":
        """Open an existing file with a raw 32-byte key; `salt` is what the file must begin with (16 bytes).

        Errors: VaultDamagedError database_missing, database_empty, database_plain, database_foreign (made
        with another key) or database_damaged; the file is left as it is. VaultBusyError("profile_in_use").
        VaultError for what the disk refuses.
        """
        _check_key(key, salt)
        _check_header(path, salt)
        for name in (path.name, path.name + "-wal"):
            make_private(path.with_name(name))
        return cls(path, key, salt)

    @classmethod
    def create(cls, path: Path, key: bytes, salt: bytes) -> "Database":
        """Make a new, empty file that only its owner may read. It must not be there yet (VaultError)."""
        _check_key(key, salt)
        create_empty(path)
        return cls(path, key, salt)

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query."""
        self._check_thread()
        with self._translated():
            found: list[Row] = self._connection.execute(sql, parameters).fetchall()
            self._check_pages()
            return found

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, or None."""
        self._check_thread()
        with self._translated():
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
            self._check_pages()
            return found

    @contextlib.contextmanager
    def transaction(self) -> Iterator["Transaction"]:
        """Everything written inside is kept whole, or not at all when the block raises.

        After the block ends without an exception the rows are on the disk, not only in its cache.
        """
        self._check_thread()
        if self._in_transaction:
            raise RuntimeError("a transaction is already open on this database")
        with self._translated():
            self._connection.execute("BEGIN IMMEDIATE")
        self._in_transaction = True
        try:
            yield Transaction(self)
            with self._translated():
                self._check_pages()  # what the statements and triggers read was authentic too
                self._connection.execute("COMMIT")
        except BaseException:
            # A full disk may have rolled back by itself: then there is nothing left to roll back.
            with contextlib.suppress(*_LIBRARY_ERRORS):
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._in_transaction = False

    @property
    def user_version(self) -> int:
        """The schema version of the file; 0 for a new one."""
        found = self.row("PRAGMA user_version")
        return int(found[0]) if found else 0

    def checkpoint(self) -> None:
        """Move the WAL into the database and cut it to nothing, so that nothing deleted remains in it.

        While the file rests, this waits for its end.
        """
        self._check_thread()
        if self._rests:
            return
        with self._translated():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextlib.contextmanager
    def resting(self) -> Iterator[None]:
        """Inside, the file holds all that was committed before and isn't written: changes gather in the WAL."""
        self.checkpoint()
        self._set_automatic_checkpoint(0)
        self._rests = True
        try:
            yield
        finally:
            self._rests = False
            with contextlib.suppress(
                *_LIBRARY_ERRORS, VaultError
            ):  # closed, or no room: the WAL keeps it all
                self._set_automatic_checkpoint(AUTOMATIC_CHECKPOINT_PAGES)
                self.checkpoint()

    def _set_automatic_checkpoint(self, pages: int) -> None:
        with self._translated():
            self._connection.execute(f"PRAGMA wal_autocheckpoint = {pages}").fetchall()

    def damaged_pages(self) -> int:
        """How many pages fail their authentication (reads the whole file)."""
        return len(self.rows("PRAGMA cipher_integrity_check"))

    def close(self) -> None:
        """Checkpoint and close. Safe to call twice; a full disk doesn't keep it from closing."""
        self._check_thread()
        with contextlib.suppress(*_LIBRARY_ERRORS):  # the WAL stays and is read at the next opening
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._connection.close()

    def _execute(self, sql: str, parameters: Sequence[Value]) -> int:
        self._check_thread()
        with self._translated():
            return int(self._connection.execute(sql, parameters).rowcount)

    def _check_pages(self) -> None:
        """Refuse what was just read when a page of it failed its authentication.

        WORKAROUND for SQLCipher 4.19: a page that fails while a long value is read (an overflow page) gives
        zeros in the place of text, and no error. The connection's status tells, and never recovers.
        """
        status = self._connection.execute("PRAGMA cipher_status").fetchone()
        if status is None or str(status[0]) != "1":
            raise VaultDamagedError("database_damaged", name=self.path.name)

    def _check_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError(
                f"{self.path.name} was opened on another thread: all calls belong on the one that opened it"
            )

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        """Library errors become ours. A mistake in our own SQL or arguments stays what it is: a bug."""
        try:
            yield
        except _LIBRARY_ERRORS as error:
            translated = translate(error, self.path)
            if translated is None:
                raise
            raise translated from error


class Transaction:
    """What may be done inside `Database.transaction`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def execute(self, sql: str, parameters: Sequence[Value] = ()) -> int:
        """Run one statement; how many rows it changed (-1 where that has no meaning)."""
        return self._database._execute(sql, parameters)

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query, as this transaction sees them."""
        return self._database.rows(sql, parameters)


def translate(error: Exception, path: Path) -> VaultError | None:
    """The foreseen error for an exception of the library, or None for a mistake of the program itself."""
    number = getattr(error, "sqlite_errorcode", None)
    if not isinstance(number, int):
        return VaultDamagedError("database_damaged", name=path.name) if _is_closed_by_damage(error) else None
    primary = number & 0xFF
    if primary in (_BUSY, _LOCKED):
        return VaultBusyError("profile_in_use", pid=0)
    if primary in (_CORRUPT, _NOTADB):
        return VaultDamagedError("database_damaged", name=path.name)
    if primary == _FULL:
        return VaultError("disk_full", name=path.name, reason="SQLITE_FULL")
    if primary == _READONLY:
        return VaultError("profile_read_only", name=path.name, reason="SQLITE_READONLY")
    if primary == _NOMEM:
        return VaultError("not_enough_memory", needed_bytes=0)
    if primary in (_IOERR, _CANTOPEN):
        code = "disk_full" if _disk_is_full(path) else "storage_failed"
        return VaultError(code, name=path.name, reason=str(getattr(error, "sqlite_errorname", "")))
    return None


def _is_closed_by_damage(error: Exception) -> bool:
    """No authenticated page holds text that isn't UTF-8; the library raises that without a number."""
    return isinstance(error, dbapi2.OperationalError) and "decode" in str(error).lower()


def _disk_is_full(path: Path) -> bool:
    """SQLite reports some writes to a full disk as plain input/output errors."""
    try:
        if not hasattr(os, "statvfs"):
            return False
        found = os.statvfs(path.parent)
    except OSError:
        return False
    return found.f_bavail * found.f_frsize < 1 << 20


def _check_key(key: bytes, salt: bytes) -> None:
    if len(key) != KEY_BYTES or len(salt) != SALT_BYTES:
        raise ValueError("a raw key has 32 bytes and a salt 16")


def _check_header(path: Path, salt: bytes) -> None:
    """Tell a missing, empty, plain or foreign file before SQLCipher can touch it."""
    try:
        size_bytes = path.stat().st_size
        regular = path.is_file()
    except FileNotFoundError:
        raise VaultDamagedError("database_missing", name=path.name) from None
    except OSError as error:
        raise storage_error(error, path.name) from error
    if not regular:
        raise VaultDamagedError("database_foreign", name=path.name)
    if size_bytes == 0:
        raise VaultDamagedError("database_empty", name=path.name)
    header = _header(path)
    if header == PLAIN_HEADER:
        raise VaultDamagedError("database_plain", name=path.name)
    if header != salt:
        raise VaultDamagedError("database_foreign", name=path.name)
    if size_bytes < SMALLEST_FILE_BYTES:
        raise VaultDamagedError("database_damaged", name=path.name)


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(SALT_BYTES)
    except OSError as error:
        raise storage_error(error, path.name) from error
