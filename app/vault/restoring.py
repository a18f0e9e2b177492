"""Puts a backup in the place of a profile, whole or not at all. Window or command line process, any one thread.

The backup is unpacked beside the profile's files, in `restoring/`, and proven to its last byte. Then a plan is
written there, in one rename: from that moment the restored profile counts. Carrying the plan out moves the former
files into a folder `before-restore-…`, which is a profile of its own, and the new ones into their places; each move
can be repeated, so a restore that was killed is carried on by whoever looks at the folder next (`settle`). Without
a plan `restoring/` is rubbish, and removed.
"""

import json
import os
import shutil
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.domain.errors import VaultDamagedError, VaultError
from app.vault.backing_up import Progress
from app.vault.backup_file import Header, Reader, read_header
from app.vault.database import Database
from app.vault.grant_tables import forget_grants
from app.vault.key_file import KeyFile, serialise
from app.vault.key_store import COPY_NAME
from app.vault.key_store import NAME as KEYS_NAME
from app.vault.lock_file import ProfileLock
from app.vault.migrations import STEPS
from app.vault.private_file import (
    FILE_MODE,
    make_private_folder,
    read_bounded,
    remove_file,
    replace_file,
    storage_error,
    sync_folder,
)
from app.vault.subkeys import KeyUse, database_salt, subkey

STAGING_NAME = "restoring"
PLAN_NAME = "plan.json"
_PLAN_LIMIT_BYTES = 64 * 1024
_OURS = ("vault.db", "library.db", "keys.json")  # and all whose names begin so: logs and copies


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be moved: `put_away` into `kept` (a folder's name), then `put_in_place` out of the staging."""

    kept: str
    put_away: tuple[str, ...]
    put_in_place: tuple[str, ...]


def restore(
    backup: Path, folder: Path, opened: Callable[[KeyFile], bytes], taken: Callable[[str, bool], object]
) -> Generator[Progress, None, None]:
    """Restore `backup` into the profile `folder`, beside what may be there. Nothing happens before the first `next`.

    `opened` gives the data key for the backup's key file, and raises when its secret is wrong. `taken` is told
    the folder that keeps the former profile ("" where there was none), and whether the backed-up profile opened
    by its keyring alone. Until then nothing has changed; closing the iterator early leaves nothing behind.
    Errors: VaultDamagedError backup_foreign, backup_damaged, backup_newer; VaultBusyError; those of `opened`
    and of the disk; backup_unreadable(name, reason).
    """
    make_private_folder(folder)
    lock = ProfileLock(folder)
    lock.take()
    staging = folder / STAGING_NAME
    try:
        _settle(folder)
        with opened_backup(backup) as file:
            header = read_header(file, backup.name)
            data_key = opened(header.keys)
            reader = Reader(file, header, subkey(data_key, KeyUse.BACKUP), backup.name)
            make_private_folder(staging)
            sync_folder(folder)
            yield from _unpack(reader, staging)
        keyring = reader.manifest.keyring
        _check(staging, data_key)
        kept = _decide(folder, header, reader)
        _settle(folder)
    finally:
        try:
            if not (staging / PLAN_NAME).exists():
                shutil.rmtree(staging, ignore_errors=True)
        finally:
            lock.free()
    taken(kept, keyring)


def settle(folder: Path) -> None:
    """Carry on a restore that was cut off, or clear its rubbish away. Nothing happens where there was none.

    Errors: VaultBusyError while another process has the profile, such as one that restores; those of the disk.
    """
    if not os.path.exists(folder / STAGING_NAME):  # False also where the place itself is no good
        return
    lock = ProfileLock(folder)
    lock.take()
    try:
        _settle(folder)
    finally:
        lock.free()


def _settle(folder: Path) -> None:
    staging = folder / STAGING_NAME
    if not staging.exists():
        return
    plan = _read_plan(staging)
    try:
        if plan is not None:
            _carry_out(plan, folder, staging)
        shutil.rmtree(staging)
    except OSError as error:
        raise storage_error(error, STAGING_NAME) from error


def _carry_out(plan: Plan, folder: Path, staging: Path) -> None:
    """Each move can be repeated: a file that is still in the staging has not been put in its place."""
    kept = folder / plan.kept
    if plan.put_away:
        make_private_folder(kept)
    for name in plan.put_away:
        replaced = name in plan.put_in_place
        moved = (kept / name).exists() or (replaced and not (staging / name).exists())
        if not moved and (folder / name).exists():
            os.rename(folder / name, kept / name)
    if plan.put_away:
        sync_folder(kept)
    for name in plan.put_in_place:
        if (staging / name).exists():
            os.replace(staging / name, folder / name)
    sync_folder(folder)
    remove_file(staging / PLAN_NAME)


def _unpack(reader: Reader, staging: Path) -> Iterator[Progress]:
    done_bytes, total_bytes = 0, reader.manifest.size_bytes
    try:
        for part in reader.manifest.parts:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(staging / part.name, flags, FILE_MODE), "wb") as file:
                for piece in reader.pieces(part):
                    file.write(piece)
                    done_bytes += len(piece)
                    yield Progress(done_bytes, total_bytes)
                file.flush()
                os.fsync(file.fileno())
        reader.finish()
    except OSError as error:
        raise storage_error(error, STAGING_NAME) from error


def _check(staging: Path, data_key: bytes) -> None:
    """The databases are this key's, and not of a newer Hearth. What is restored stays on this computer."""
    for name, use in (("vault.db", KeyUse.VAULT), ("library.db", KeyUse.LIBRARY)):
        path = staging / name
        if use is KeyUse.LIBRARY and not path.exists():
            continue
        database = Database.open(path, subkey(data_key, use), database_salt(data_key, use))
        try:
            found = database.user_version
            if use is KeyUse.VAULT and found > len(STEPS):
                raise VaultDamagedError("database_newer", name=name, found=found, known=len(STEPS))
            if use is KeyUse.VAULT:
                forget_grants(database)
        finally:
            database.close()
        log = path.with_name(name + "-wal")
        if log.exists() and log.stat().st_size:  # only the file itself is put in its place
            raise VaultError("storage_failed", name=name, reason="its log was not closed")


def _decide(folder: Path, header: Header, reader: Reader) -> str:
    """Write the plan: from here on the restored profile counts. The name of the folder that keeps the former one."""
    staging = folder / STAGING_NAME
    content = serialise(header.keys)
    for name in (KEYS_NAME, COPY_NAME):
        replace_file(staging / name, content)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.startswith(_OURS))
    kept = _free_name(folder) if names else ""
    plan = {
        "kept": kept,
        "put_away": names,
        "put_in_place": [*(part.name for part in reader.manifest.parts), KEYS_NAME, COPY_NAME],
    }
    replace_file(staging / PLAN_NAME, json.dumps(plan).encode("ascii"))
    return kept


def _free_name(folder: Path) -> str:
    stamp = time.strftime("before-restore-%Y-%m-%d-%H%M%S")
    name, number = stamp, 1
    while (folder / name).exists():
        number += 1
        name = f"{stamp}-{number}"
    return name


def _read_plan(staging: Path) -> Plan | None:
    """The plan, or None where there is none. It was written in one rename, so it is whole; whoever can write
    another one here can as well replace the profile. Only plain names are followed all the same."""
    content = read_bounded(staging / PLAN_NAME, _PLAN_LIMIT_BYTES)
    if content is None:
        return None
    try:
        shown: Any = json.loads(content)
        plan = Plan(shown["kept"], tuple(shown["put_away"]), tuple(shown["put_in_place"]))
    except (ValueError, KeyError, TypeError) as error:
        raise VaultError("storage_failed", name=PLAN_NAME, reason="unreadable") from error
    for name in (*plan.put_away, *plan.put_in_place, plan.kept or "none"):
        if not isinstance(name, str) or name in (".", "..") or set(name) & set("/\\:\0"):
            raise VaultError("storage_failed", name=PLAN_NAME, reason="unreadable")
    return plan


def opened_backup(path: Path) -> BinaryIO:
    """The file, open for reading. Errors: VaultError backup_missing(name), backup_unreadable(name, reason)."""
    try:
        if not path.is_file():  # a FIFO would keep us waiting
            raise VaultError("backup_missing", name=str(path))
        return path.open("rb")
    except OSError as error:
        raise VaultError("backup_unreadable", name=str(path), reason=error.strerror or "") from error
