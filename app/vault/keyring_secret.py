"""The part of a slot's secret that lies in the keyring: 32 random bytes with a mark of their slot.

Window or command line process. Each slot has an entry of its own, so a new slot never overwrites the entry of
one that still counts. The mark tells an entry that was changed from a wrong passphrase.
"""

import contextlib
import hashlib
import secrets

from app.domain.errors import KeyringUnavailableError, VaultLockedError
from app.vault.key_file import KeyFile, Slot, SlotKind
from app.vault.key_slots import KEYRING_SECRET_BYTES
from app.vault.keyring_store import SecretKeeper, entry_name

_MARK_BYTES = 4


def new_secret() -> bytes:
    """32 fresh random bytes."""
    return secrets.token_bytes(KEYRING_SECRET_BYTES)


def keep(keyring: SecretKeeper, profile_id: str, slot_id: str, secret: bytes) -> None:
    """Write the secret's entry. Errors: KeyringUnavailableError."""
    keyring.set(_entry(profile_id, slot_id), (secret + _mark(slot_id, secret)).hex())


def fetch(keyring: SecretKeeper, file: KeyFile, slot: Slot) -> bytes:
    """The secret of `slot`.

    Errors: KeyringUnavailableError, also keyring_other(wanted) when the slot's keyring isn't the one of this
    session; VaultLockedError keyring_entry_missing or keyring_entry_changed, with `other_ways` naming the
    kinds of the other slots ("" where there is none: then the data can't be opened any more).
    """
    text = keyring.get(_entry(file.profile_id, slot.id))
    other_ways = ",".join(other.kind.value for other in file.slots if other.kind is not slot.kind)
    if text is None:
        if keyring.backend is not None and keyring.backend.value != slot.backend:
            raise KeyringUnavailableError("keyring_other", wanted=slot.backend)
        raise VaultLockedError("keyring_entry_missing", other_ways=other_ways)
    with contextlib.suppress(ValueError):
        content = bytes.fromhex(text)
        secret = content[:KEYRING_SECRET_BYTES]
        if len(secret) == KEYRING_SECRET_BYTES and content[KEYRING_SECRET_BYTES:] == _mark(slot.id, secret):
            return secret
    raise VaultLockedError("keyring_entry_changed", other_ways=other_ways)


def forget(keyring: SecretKeeper | None, file: KeyFile) -> None:
    """Remove the entries of `file`'s slots where the keyring lets us; what stays opens nothing."""
    for kind in (SlotKind.KEYRING, SlotKind.BOTH):
        slot = file.slot(kind)
        if slot is not None and keyring is not None:
            with contextlib.suppress(KeyringUnavailableError):
                keyring.delete(_entry(file.profile_id, slot.id))


def _entry(profile_id: str, slot_id: str) -> str:
    return entry_name(profile_id, f"slot/{slot_id}")


def _mark(slot_id: str, secret: bytes) -> bytes:
    return hashlib.sha256(b"hearth keyring entry" + bytes.fromhex(slot_id) + secret).digest()[:_MARK_BYTES]
