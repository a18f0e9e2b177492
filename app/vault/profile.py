"""A profile folder on the disk: where it is, making one, unlocking it. Window or command line process.

Files: `keys.json` (+ `.bak`), `vault.db` (+ `-wal`), `profile.lock`, and for moments `*.new`,
`vault.db.creating`, `vault.db.before-N`, `restoring/`; `before-restore-…/` is a profile that a restore replaced.

Making a profile is safe to kill at any point: keys.json is written with `complete: false`, then the keyring's
entry, then the database under another name, which is then renamed, then keys.json with `complete: true`.
Until the rename nothing can have been stored, so an incomplete profile without a database counts as none, and
set-up starts over; with a database it is whole. (keys.json goes before the keyring's entry, so that a killed
set-up leaves no entry whose name nobody knows.) Over existing data no new key is ever made.
"""

import os
import stat
import sys
import uuid
from dataclasses import replace
from pathlib import Path

from app.domain.errors import VaultDamagedError, VaultError, VaultLockedError, WrongSecretError
from app.vault import keyring_secret
from app.vault.argon2_cost import Argon2Cost, calibrated
from app.vault.database import Database
from app.vault.key_file import KeyFile, Slot, SlotKind
from app.vault.key_slots import Secrets, new_data_key, new_profile_id, normalised, unwrap, wrap
from app.vault.key_store import NAME as KEYS_NAME
from app.vault.key_store import Found, KeyStore
from app.vault.keyring_store import SecretKeeper
from app.vault.lock_file import NAME as LOCK_NAME
from app.vault.lock_file import ProfileLock
from app.vault.migrations import copies, migrate
from app.vault.private_file import make_private_folder, remove_file, storage_error, sync_folder
from app.vault.recovery_code import parse_code
from app.vault.restoring import settle
from app.vault.subkeys import KeyUse, database_salt, subkey
from app.vault.vault import Vault, record_serial, recorded_serial

DATABASE_NAME = "vault.db"
_CREATING_NAME = "vault.db.creating"
# What of ours may lie in a folder before there are keys: models can be put on the shelf, a window be placed.
_BEFORE_KEYS = frozenset({LOCK_NAME, "models", "window.json"})


class Profile:
    """One profile folder.

    Attributes:
        folder: the folder, absolute.
        database_path: its vault.db.
    """

    def __init__(self, folder: Path, *, take_lock: bool = True) -> None:
        """`take_lock` False: the process that started this one holds the profile's lock for it.

        A restore that was cut off is carried on first. Errors: those of `restoring.settle`.
        """
        self.folder = folder.absolute()
        settle(self.folder)
        self.database_path = self.folder / DATABASE_NAME
        self._creating_path = self.folder / _CREATING_NAME
        self._keys = KeyStore(self.folder)
        self._take_lock = take_lock

    def exists(self) -> bool:
        """Whether there is something to unlock, or to mend: False means that set-up may start."""
        try:
            if self.database_path.exists():
                return True
            if not self._keys.exists():
                return False
            found = self._keys.read()
        except VaultError:
            return True
        except OSError as error:
            raise storage_error(error, self.folder.name) from error
        return found is not None and found.file.complete

    def slots(self) -> tuple[SlotKind, ...]:
        """The ways this profile can be unlocked; none when it doesn't exist.

        Errors: VaultDamagedError keys_damaged, keys_newer, keys_missing, database_missing(copy).
        """
        if not self.exists():
            return ()
        return tuple(slot.kind for slot in self._read().file.slots)

    def create(
        self,
        passphrase: str | None = None,
        keyring: SecretKeeper | None = None,
        *,
        both: bool = False,
        cost: Argon2Cost | None = None,
    ) -> Vault:
        """Make the profile and open it. `both`: passphrase and keyring are needed together, not either.

        `cost` None means: measured here, towards one second.
        Errors: VaultError secret_needed, passphrase_empty, passphrase_too_long, profile_exists, those of the
        disk; profile_folder_in_use; KeyringUnavailableError; VaultBusyError.
        """
        if (passphrase is None and keyring is None) or (both and (passphrase is None or keyring is None)):
            raise VaultError("secret_needed")
        if passphrase is not None:
            normalised(passphrase)  # refused before anything is written
        self._must_not_be_in_use()
        make_private_folder(self.folder)
        lock = self._locked()
        try:
            return self._create(passphrase, keyring, both, cost, lock)
        except BaseException:
            lock.free()
            raise

    def unlock(
        self,
        passphrase: str | None = None,
        recovery: str | None = None,
        keyring: SecretKeeper | None = None,
    ) -> Vault:
        """Open the profile with what is given; the recovery code is tried first, then the passphrase.

        Answers that a crash cut off are marked as interrupted.
        Errors: VaultError("profile_missing"); VaultLockedError secret_needed(kinds), keyring_needed,
        keyring_entry_missing(other_ways), keyring_entry_changed(other_ways); WrongSecretError
        passphrase_wrong, passphrase_not_set, recovery_code_wrong, recovery_code_not_set,
        recovery_code_length, recovery_code_mistyped; KeyringUnavailableError; VaultDamagedError;
        VaultBusyError.
        """
        try:
            there = self.folder.is_dir()
        except OSError as error:
            raise storage_error(error, self.folder.name) from error
        if not there:
            raise VaultError("profile_missing", name=self.folder.name)
        make_private_folder(self.folder)
        lock = self._locked()
        try:
            found = self._read()
            data_key = data_key_of(found.file, passphrase, recovery, keyring)
            return self._open(found, data_key, lock)
        except BaseException:
            lock.free()
            raise

    def _must_not_be_in_use(self) -> None:
        """Refuse a folder of other things that others may look into (`--profile ~/Documents`): it would be closed to
        them, and the profile scattered among what is there."""
        if sys.platform == "win32":  # there nothing would be closed
            return
        try:
            open_to_others = stat.S_IMODE(self.folder.stat().st_mode) & 0o077
            names = {entry.name for entry in self.folder.iterdir()} if open_to_others else set()
        except (FileNotFoundError, NotADirectoryError):
            return  # made, or refused, in a moment
        except OSError as error:
            raise storage_error(error, self.folder.name) from error
        if names - _BEFORE_KEYS:
            raise VaultError("profile_folder_in_use", name=self.folder.name)

    def _locked(self) -> ProfileLock:
        lock = ProfileLock(self.folder)
        if self._take_lock:
            lock.take()
        return lock

    def _read(self) -> Found:
        """The key file of a profile that is whole or provably fresh."""
        found = self._keys.read()
        has_database = self.database_path.exists()
        if found is None:
            if has_database:
                raise VaultDamagedError("keys_missing", name=KEYS_NAME)
            raise VaultError("profile_missing", name=self.folder.name)
        if found.file.complete and not has_database:
            left = copies(self.database_path)
            raise VaultDamagedError("database_missing", name=DATABASE_NAME, copy=left[0].name if left else "")
        return found

    def _create(
        self,
        passphrase: str | None,
        keyring: SecretKeeper | None,
        both: bool,
        cost: Argon2Cost | None,
        lock: ProfileLock,
    ) -> Vault:
        if self.exists():
            raise VaultError("profile_exists", name=self.folder.name)
        former = self._keys.read()
        if former is not None:  # a set-up that was killed before it could hold anything
            keyring_secret.forget(keyring, former.file)
            self._keys.remove()
        data_key, profile_id = new_data_key(), new_profile_id()
        secret, slot_id = keyring_secret.new_secret(), uuid.uuid4().hex
        opened_by = Secrets(passphrase=passphrase, keyring=secret if keyring else None)
        backend = keyring.backend.value if keyring is not None and keyring.backend is not None else "unknown"
        if passphrase is not None:
            cost = cost or calibrated()
        slots: list[Slot] = []
        if both:
            slots.append(wrap(data_key, SlotKind.BOTH, profile_id, opened_by, backend, cost, slot_id))
        else:
            if keyring is not None:
                slots.append(wrap(data_key, SlotKind.KEYRING, profile_id, opened_by, backend, None, slot_id))
            if passphrase is not None:
                slots.append(wrap(data_key, SlotKind.PASSPHRASE, profile_id, opened_by, cost=cost))
        file = KeyFile(profile_id, serial=1, complete=False, slots=tuple(slots))
        file = file.sealed(subkey(data_key, KeyUse.KEYS))
        self._keys.write(file)
        if keyring is not None:
            try:
                keyring_secret.keep(keyring, profile_id, slot_id, secret)
            except BaseException:
                self._keys.remove()
                raise
        return self._open(Found(file), data_key, lock)

    def _open(self, found: Found, data_key: bytes, lock: ProfileLock) -> Vault:
        file, notices, trusted = self._verified(found, data_key)
        key, salt = subkey(data_key, KeyUse.VAULT), database_salt(data_key, KeyUse.VAULT)
        if not file.complete and not self.database_path.exists():
            self._make_database(key, salt)
        database = Database.open(self.database_path, key, salt)
        try:
            migrate(database)
            if not file.complete:
                file = replace(file, complete=True, serial=file.serial + 1)
                file = file.sealed(subkey(data_key, KeyUse.KEYS))
                self._keys.write(file)
            elif trusted:
                self._keys.settle(file)
            known = recorded_serial(database)
            if file.serial < known:
                notices = (*notices, "keys_older")
                # From here on it is the newest: the next change must not look old again.
                file = replace(file, serial=known)
            elif file.serial > known:
                record_serial(database, file.serial)
            vault = Vault(self.folder, file, data_key, database, lock, notices)
            vault.conversations.mark_streaming_as_interrupted()
            return vault
        except BaseException:
            database.close()
            raise

    def _verified(self, found: Found, data_key: bytes) -> tuple[KeyFile, tuple[str, ...], bool]:
        """The key file to go on with, what to tell, and whether its seal is whole.

        An edited keys.json isn't refused: the slot that opened is authenticated by itself, nobody without the
        data key can add one, and refusing would lock the person out without protecting anything.
        """
        seal_key = subkey(data_key, KeyUse.KEYS)
        if found.file.is_sealed_with(seal_key):
            return found.file, ("keys_from_copy",) if found.from_copy else (), True
        copy = self._keys.read_copy()
        if copy is not None and copy.is_sealed_with(seal_key):
            return copy, ("keys_tampered", "keys_from_copy"), True
        return found.file, ("keys_tampered",), False

    def _make_database(self, key: bytes, salt: bytes) -> None:
        """Make it under another name: under its own name it is always whole."""
        for suffix in ("", "-wal", "-journal", "-shm"):
            remove_file(self._creating_path.with_name(_CREATING_NAME + suffix))
        database = Database.create(self._creating_path, key, salt)
        try:
            migrate(database)
            database.checkpoint()
        finally:
            database.close()
        try:
            os.replace(self._creating_path, self.database_path)
            sync_folder(self.folder)
        except OSError as error:
            raise storage_error(error, DATABASE_NAME) from error


def data_key_of(
    file: KeyFile, passphrase: str | None, recovery: str | None, keyring: SecretKeeper | None
) -> bytes:
    """The data key, by the first secret that was given. Errors: as for `Profile.unlock`."""
    if recovery is not None:
        return _opened_by_recovery(file, recovery)
    if passphrase is not None:
        return _opened_by_passphrase(file, passphrase, keyring)
    slot = file.slot(SlotKind.KEYRING)
    if keyring is None or slot is None:
        raise VaultLockedError("secret_needed", kinds=",".join(other.kind.value for other in file.slots))
    secret = keyring_secret.fetch(keyring, file, slot)
    data_key = unwrap(slot, file.profile_id, Secrets(keyring=secret))
    if data_key is None:
        raise VaultDamagedError("keys_tampered")
    return data_key


def _opened_by_recovery(file: KeyFile, recovery: str) -> bytes:
    slot = file.slot(SlotKind.RECOVERY)
    if slot is None:
        raise WrongSecretError("recovery_code_not_set")
    data_key = unwrap(slot, file.profile_id, Secrets(recovery=parse_code(recovery)))
    if data_key is None:
        raise WrongSecretError("recovery_code_wrong")
    return data_key


def _opened_by_passphrase(file: KeyFile, passphrase: str, keyring: SecretKeeper | None) -> bytes:
    slot = file.slot(SlotKind.PASSPHRASE) or file.slot(SlotKind.BOTH)
    if slot is None:
        raise WrongSecretError("passphrase_not_set")
    secret: bytes | None = None
    if slot.kind is SlotKind.BOTH:
        if keyring is None:
            raise VaultLockedError("keyring_needed")
        secret = keyring_secret.fetch(keyring, file, slot)
    data_key = unwrap(slot, file.profile_id, Secrets(passphrase=passphrase, keyring=secret))
    if data_key is None:
        raise WrongSecretError("passphrase_wrong")
    return data_key
