"""An unlocked profile: its stores, its keys, and the ways it can be unlocked next time.

Window or command line process; made and used on one thread (the services' own), ended by `close`. Ending the
process is the only honest way to forget a key: Python keeps copies of bytes, so `close` drops what it can and
locking ends the window's process.
"""

import contextlib
import uuid
from dataclasses import replace
from pathlib import Path

from app.domain.errors import VaultError, VaultLockedError, WrongSecretError
from app.vault import keyring_secret, recovery_code
from app.vault.argon2_cost import Argon2Cost, calibrated
from app.vault.comparison_store import ComparisonStore
from app.vault.database import Database
from app.vault.given_store import GivenStore
from app.vault.grant_store import GrantStore
from app.vault.key_file import KeyFile, Slot, SlotKind
from app.vault.key_slots import Secrets, unwrap, wrap
from app.vault.key_store import KeyStore
from app.vault.keyring_store import SecretKeeper
from app.vault.label_store import LabelStore
from app.vault.ledger_store import LedgerStore
from app.vault.lock_file import ProfileLock
from app.vault.picture_store import PictureStore
from app.vault.preset_store import PresetStore, SavedPromptStore
from app.vault.price_store import PriceStore
from app.vault.provider_store import ProviderStore
from app.vault.reply_store import ReplyStore
from app.vault.settings_store import SettingsStore
from app.vault.source_store import SourceStore
from app.vault.subkeys import KeyUse, database_salt, subkey
from app.vault.temporary_conversations import ConversationsWithTemporary

SERIAL_KEY = "keys_serial"


class Vault:
    """What `Profile.unlock` and `Profile.create` give.

    Attributes:
        folder: the profile's folder.
        profile_id: 32 hexadecimal digits.
        database, conversations, settings, sources, given, pictures, presets, prompts: what it holds.
        notices: what the person should be told once, as codes: keys_from_copy (keys.json was damaged or
            missing and its copy was used), keys_older (an older keys.json was put back), keys_tampered
            (keys.json was edited by something else; what it unlocks is authentic).
    """

    def __init__(
        self,
        folder: Path,
        file: KeyFile,
        data_key: bytes,
        database: Database,
        lock: ProfileLock,
        notices: tuple[str, ...] = (),
    ) -> None:
        """Built by `Profile` only."""
        self.folder = folder
        self.profile_id = file.profile_id
        self.database = database
        self.conversations = ConversationsWithTemporary(database)
        self.settings = SettingsStore(database)
        self.sources = SourceStore(database)
        self.labels = LabelStore(database)
        self.providers = ProviderStore(database)
        self.prices = PriceStore(database)
        self.grants = GrantStore(database)
        self.replies = ReplyStore(database)
        self.comparisons = ComparisonStore(database)
        self.ledger = LedgerStore(database, subkey(data_key, KeyUse.LEDGER))
        self.given = GivenStore(database)
        self.pictures = PictureStore(database)
        self.presets = PresetStore(database)
        self.prompts = SavedPromptStore(database)
        self.notices = notices
        self._file = file
        self._data_key: bytes | None = data_key
        self._lock = lock
        self._keys = KeyStore(folder)

    def slots(self) -> tuple[SlotKind, ...]:
        """The ways this profile can be unlocked."""
        return tuple(slot.kind for slot in self._file.slots)

    def key_for(self, use: KeyUse | str) -> bytes:
        """The 32-byte key for `use` ("library", "ledger", "backup", ...).

        Errors: VaultLockedError("vault_closed") after `close`.
        """
        return subkey(self._key(), KeyUse(use))

    def salt_for(self, use: KeyUse | str) -> bytes:
        """The 16 bytes that a database opened with `key_for(use)` begins with. Errors as there."""
        return database_salt(self._key(), KeyUse(use))

    def keys_for_backup(self) -> KeyFile:
        """The key file for a backup: only what opens it on another computer, so nothing with the keyring.

        Errors: VaultError("backup_no_way_in") when there is neither a passphrase alone nor a recovery code.
        """
        kinds = (SlotKind.PASSPHRASE, SlotKind.RECOVERY)
        slots = tuple(slot for slot in self._file.slots if slot.kind in kinds)
        if not slots:
            raise VaultError("backup_no_way_in")
        # A number of its own: put back, it must not look like an older file than the database knows of.
        file = replace(self._file, slots=slots, serial=self._file.serial + 1, complete=True)
        return file.sealed(subkey(self._key(), KeyUse.KEYS))

    def add_passphrase(self, passphrase: str, cost: Argon2Cost | None = None) -> None:
        """Let `passphrase` unlock the profile; one that did so before no longer does.

        `cost` None means: measured here, towards one second. Nothing but 32 bytes is encrypted again.
        Errors: VaultError passphrase_empty, passphrase_too_long, slot_is_both where a passphrase alone would
        undo a slot that needs the keyring too; and those of the disk.
        """
        if self._file.slot(SlotKind.BOTH):
            raise VaultError("slot_is_both")
        self._put(self._passphrase_slot(passphrase, cost))

    def change_passphrase(
        self,
        former: str,
        new: str,
        keyring: SecretKeeper | None = None,
        cost: Argon2Cost | None = None,
    ) -> None:
        """Replace the passphrase after checking the former one; also that of a slot that needs both.

        Errors: WrongSecretError passphrase_wrong or passphrase_not_set, those of `add_passphrase`, and for a
        slot that needs both those of the keyring.
        """
        slot, secret = self._checked(former, keyring)
        if secret is None:
            self._put(self._passphrase_slot(new, cost))
            return
        opened_by = Secrets(passphrase=new, keyring=secret)
        cost = cost or calibrated()
        # The same id: the entry in the keyring stays the same.
        self._put(wrap(self._key(), slot.kind, self.profile_id, opened_by, slot.backend, cost, slot.id))

    def check_passphrase(self, passphrase: str, keyring: SecretKeeper | None = None) -> None:
        """Raise WrongSecretError passphrase_wrong or passphrase_not_set unless this is the passphrase; for a
        slot that needs both, also the errors of the keyring. Takes as long as unlocking."""
        self._checked(passphrase, keyring)

    def remove_passphrase(self) -> None:
        """Stop the passphrase from unlocking. Errors: VaultError("last_slot") when no daily way is left."""
        self._remove(SlotKind.PASSPHRASE)

    def add_keyring(self, keyring: SecretKeeper) -> None:
        """Let the system's keyring unlock the profile by itself. Errors: those of the keyring and the disk,
        and VaultError("slot_is_both")."""
        if self._file.slot(SlotKind.BOTH):
            raise VaultError("slot_is_both")
        former = self._file
        self._put_with_keyring(SlotKind.KEYRING, keyring, None, None, replaces={SlotKind.KEYRING})
        keyring_secret.forget(keyring, former)

    def remove_keyring(self, keyring: SecretKeeper | None) -> None:
        """Stop the keyring from unlocking, and remove its entry. Errors: VaultError("last_slot")."""
        former = self._file
        self._remove(SlotKind.KEYRING)
        if former.slot(SlotKind.KEYRING):
            keyring_secret.forget(keyring, former)

    def require_both(self, passphrase: str, keyring: SecretKeeper, cost: Argon2Cost | None = None) -> None:
        """Need the passphrase and the keyring together from now on, instead of either; the recovery code
        stays. Errors as in `add_passphrase` and `add_keyring`."""
        former = self._file
        self._put_with_keyring(
            SlotKind.BOTH, keyring, passphrase, cost, replaces=set(SlotKind) - {SlotKind.RECOVERY}
        )
        keyring_secret.forget(keyring, former)

    def use_keyring_alone(self, keyring: SecretKeeper) -> None:
        """Let the keyring unlock by itself, instead of a passphrase or both together; the recovery code
        stays. Errors: those of the keyring and the disk."""
        former = self._file
        self._put_with_keyring(
            SlotKind.KEYRING, keyring, None, None, replaces=set(SlotKind) - {SlotKind.RECOVERY}
        )
        keyring_secret.forget(keyring, former)

    def make_recovery_code(self) -> str:
        """A new recovery code, to be shown once; a former one no longer opens anything."""
        secret = recovery_code.new_secret()
        self._put(wrap(self._key(), SlotKind.RECOVERY, self.profile_id, Secrets(recovery=secret)))
        return recovery_code.format_code(secret)

    def remove_recovery_code(self) -> None:
        """Stop the recovery code from opening anything."""
        self._remove(SlotKind.RECOVERY)

    def close(self) -> None:
        """Cut the write-ahead log, close the database, drop the key, free the profile. Safe to call twice."""
        if self._data_key is None:
            return
        self._data_key = None
        with contextlib.ExitStack() as stack:
            stack.callback(self._lock.free)
            self.database.close()

    def _key(self) -> bytes:
        if self._data_key is None:
            raise VaultLockedError("vault_closed")
        return self._data_key

    def _passphrase_slot(self, passphrase: str, cost: Argon2Cost | None) -> Slot:
        opened_by = Secrets(passphrase=passphrase)
        key, cost = self._key(), cost or calibrated()
        return wrap(key, SlotKind.PASSPHRASE, self.profile_id, opened_by, cost=cost)

    def _checked(self, passphrase: str, keyring: SecretKeeper | None) -> tuple[Slot, bytes | None]:
        """The slot this passphrase opens, and the keyring's part of its secret where it has one."""
        slot = self._file.slot(SlotKind.PASSPHRASE) or self._file.slot(SlotKind.BOTH)
        if slot is None:
            raise WrongSecretError("passphrase_not_set")
        secret: bytes | None = None
        if slot.kind is SlotKind.BOTH:
            if keyring is None:
                raise VaultLockedError("keyring_needed")
            secret = keyring_secret.fetch(keyring, self._file, slot)
        if unwrap(slot, self.profile_id, Secrets(passphrase=passphrase, keyring=secret)) != self._key():
            raise WrongSecretError("passphrase_wrong")
        return slot, secret

    def _put_with_keyring(
        self,
        kind: SlotKind,
        keyring: SecretKeeper,
        passphrase: str | None,
        cost: Argon2Cost | None,
        replaces: set[SlotKind],
    ) -> None:
        """The entry first, under a new name: whenever this is cut off, the former slot still works."""
        secret, slot_id = keyring_secret.new_secret(), uuid.uuid4().hex
        if kind.has_passphrase:
            cost = cost or calibrated()
        backend = "unknown" if keyring.backend is None else keyring.backend.value
        opened_by = Secrets(passphrase=passphrase, keyring=secret)
        slot = wrap(self._key(), kind, self.profile_id, opened_by, backend, cost, slot_id)
        keyring_secret.keep(keyring, self.profile_id, slot_id, secret)
        self._put(slot, replaces)

    def _put(self, slot: Slot, replaces: set[SlotKind] | None = None) -> None:
        """Put a slot in the place of those of its kind, or of the kinds in `replaces`."""
        gone = replaces or {slot.kind}
        self._write((*(other for other in self._file.slots if other.kind not in gone), slot))

    def _remove(self, kind: SlotKind) -> None:
        left = tuple(slot for slot in self._file.slots if slot.kind is not kind)
        if len(left) == len(self._file.slots):
            return
        if not any(slot.kind is not SlotKind.RECOVERY for slot in left):
            raise VaultError("last_slot")
        self._write(left)

    def _write(self, slots: tuple[Slot, ...]) -> None:
        """keys.json first, the serial in the database after: killed in between, the next start catches up."""
        file = replace(self._file, slots=slots, serial=self._file.serial + 1)
        file = file.sealed(subkey(self._key(), KeyUse.KEYS))
        self._keys.write(file)
        self._file = file
        record_serial(self.database, file.serial)


def record_serial(database: Database, serial: int) -> None:
    """Keep the newest keys.json's number in the database, so that an older one is noticed."""
    with database.transaction() as transaction:
        transaction.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (SERIAL_KEY, str(serial)),
        )


def recorded_serial(database: Database) -> int:
    """The newest keys.json number the database knows of; 0 where none."""
    found = database.row("SELECT value FROM meta WHERE key = ?", (SERIAL_KEY,))
    return int(found[0]) if found and str(found[0]).isdigit() else 0
