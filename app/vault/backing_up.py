"""Writes all of an open profile into one encrypted file. Window or command line process, on the vault's thread.

While the pieces are written, conversations may go on: the databases' files rest, and what changes gathers in their
write-ahead logs (`Database.resting`). So the backup holds the profile as it was when it began. The library's
process must be at rest; its database is held open here, which keeps any other process from it.
"""

import contextlib
import os
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import VaultError
from app.vault.backup_file import PIECE_BYTES, Manifest, Part, Reader, Writer, read_header
from app.vault.database import Database
from app.vault.key_file import SlotKind
from app.vault.private_file import FILE_MODE, storage_error, sync_folder
from app.vault.subkeys import KeyUse
from app.vault.vault import Vault

LIBRARY_NAME = "library.db"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a backup or a restore is. `total_bytes` is known from the start."""

    done_bytes: int
    total_bytes: int


def back_up(vault: Vault, target: Path, *, library: bool = True) -> Generator[Progress, None, None]:
    """Write the backup, read it back, and put it at `target`. Nothing happens before the first `next`.

    Closing the iterator early leaves nothing behind. `library` False leaves out what was read from files.
    Errors: VaultError backup_no_way_in, backup_exists(name), backup_folder_missing(name), those of the disk and,
    for a library that can't be opened, of `Database.open`.
    """
    keys = vault.keys_for_backup()
    partial = target.with_name(target.name + ".partial")
    if target.exists() or target.is_symlink():
        raise VaultError("backup_exists", name=target.name)
    if not target.parent.is_dir():
        raise VaultError("backup_folder_missing", name=str(target.parent))
    with contextlib.ExitStack() as stack:
        stack.enter_context(vault.database.resting())
        paths = [vault.database.path]
        library_path = vault.folder / LIBRARY_NAME
        if library and library_path.exists():
            paths.append(_held(vault, library_path, stack))
        try:
            parts = tuple(Part(path.name, path.stat().st_size) for path in paths)
            manifest = Manifest(parts, keyring=SlotKind.KEYRING in vault.slots())
            total_bytes = 2 * manifest.size_bytes
            descriptor = _created(partial)
            stack.callback(partial.unlink, missing_ok=True)
            with os.fdopen(descriptor, "wb") as file:
                writer = Writer(file, keys, vault.key_for(KeyUse.BACKUP), time.time_ns() // 1_000_000)
                writer.manifest(manifest)
                done_bytes = 0
                for part, path in zip(parts, paths, strict=True):
                    for piece in _read(path, part.size_bytes):
                        writer.write(piece)
                        done_bytes += len(piece)
                        yield Progress(done_bytes, total_bytes)
                writer.finish()
                file.flush()
                os.fsync(file.fileno())
            for done_bytes in _read_back(partial, vault.key_for(KeyUse.BACKUP)):
                yield Progress(manifest.size_bytes + done_bytes, total_bytes)
            os.rename(partial, target)
            sync_folder(target.parent)
        except OSError as error:
            raise storage_error(error, target.name) from error


def _held(vault: Vault, path: Path, stack: contextlib.ExitStack) -> Path:
    """Hold the library's database: nobody else can write it, and its file is complete without its log."""
    database = Database.open(path, vault.key_for(KeyUse.LIBRARY), vault.salt_for(KeyUse.LIBRARY))
    stack.callback(database.close)
    stack.enter_context(database.resting())
    return path


def _created(path: Path) -> int:
    """A file that only its owner may read; what an earlier attempt left is overwritten."""
    path.unlink(missing_ok=True)
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)


def _read(path: Path, size_bytes: int) -> Iterator[bytes]:
    left = size_bytes
    with path.open("rb") as file:
        while left > 0:
            piece = file.read(min(left, PIECE_BYTES))
            if not piece:
                raise VaultError("storage_failed", name=path.name, reason="shorter than it was")
            left -= len(piece)
            yield piece


def _read_back(path: Path, backup_key: bytes) -> Iterator[int]:
    """Read the whole file as a restore would; how many bytes so far. Errors: VaultDamagedError."""
    done_bytes = 0
    with path.open("rb") as file:
        reader = Reader(file, read_header(file, path.name), backup_key, path.name)
        for part in reader.manifest.parts:
            for piece in reader.pieces(part):
                done_bytes += len(piece)
                yield done_bytes
        reader.finish()
