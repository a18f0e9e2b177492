"""Wrapping the data key once per slot, and unwrapping it. Pure cryptography over `KeyFile` values.

Window or command line process; no files here (`key_store` reads and writes them). AES-256-GCM with a fresh
salt, so a fresh wrapping key, and a fresh nonce for each wrapping; the associated data binds kind, id,
version, profile and parameters, so a slot can't be moved, weakened or given to another profile.

    passphrase   Argon2id(passphrase)
    keyring      HKDF(secret in the keyring)
    both         HKDF(Argon2id(passphrase) + secret in the keyring)
    recovery     HKDF(160 random bits): no stretching, for nobody can try 2**160 codes
"""

import secrets
import unicodedata
import uuid
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import VaultError
from app.vault.argon2_cost import Argon2Cost, stretch
from app.vault.key_file import NONCE_BYTES, SALT_BYTES, WRAPPED_BYTES, Slot, SlotKind
from app.vault.subkeys import KEY_BYTES

PASSPHRASE_LIMIT_CHARS = 1024
KEYRING_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """What opens a slot: as many of the three as its kind needs. Never printed."""

    passphrase: str | None = None
    keyring: bytes | None = None
    recovery: bytes | None = None


def new_data_key() -> bytes:
    """A fresh 32-byte data key."""
    return secrets.token_bytes(KEY_BYTES)


def new_profile_id() -> str:
    """A fresh profile id: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def wrap(
    data_key: bytes,
    kind: SlotKind,
    profile_id: str,
    opened_by: Secrets,
    backend: str = "",
    cost: Argon2Cost | None = None,
    slot_id: str | None = None,
) -> Slot:
    """A new slot. `cost` is needed for the kinds with a passphrase, `backend` for those with the keyring.

    Errors: VaultError passphrase_empty, passphrase_too_long(limit_chars), not_enough_memory(needed_bytes).
    """
    empty = Slot(
        id=slot_id or uuid.uuid4().hex,
        kind=kind,
        salt=secrets.token_bytes(SALT_BYTES),
        nonce=secrets.token_bytes(NONCE_BYTES),
        wrapped=bytes(WRAPPED_BYTES),
        backend=backend,
        cost=cost,
    )
    wrapped = AESGCM(_wrapping_key(empty, opened_by)).encrypt(empty.nonce, data_key, empty.bound(profile_id))
    return Slot(empty.id, kind, empty.salt, empty.nonce, wrapped, backend, cost)


def unwrap(slot: Slot, profile_id: str, opened_by: Secrets) -> bytes | None:
    """The data key, or None when these secrets don't open the slot. Errors as in `wrap`."""
    try:
        key = AESGCM(_wrapping_key(slot, opened_by)).decrypt(slot.nonce, slot.wrapped, slot.bound(profile_id))
    except InvalidTag:
        return None
    return key


def normalised(passphrase: str) -> bytes:
    """The bytes of a passphrase, the same for all keyboards and systems (NFKC, UTF-8)."""
    if not passphrase:
        raise VaultError("passphrase_empty")
    if len(passphrase) > PASSPHRASE_LIMIT_CHARS:
        raise VaultError("passphrase_too_long", limit_chars=PASSPHRASE_LIMIT_CHARS)
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def _wrapping_key(slot: Slot, opened_by: Secrets) -> bytes:
    material = b""
    if slot.kind.has_passphrase:
        if slot.cost is None or opened_by.passphrase is None:
            raise ValueError(f"a {slot.kind} slot needs a passphrase and its cost")
        material += stretch(normalised(opened_by.passphrase), slot.salt, slot.cost)
    if slot.kind.has_keyring:
        if opened_by.keyring is None:
            raise ValueError(f"a {slot.kind} slot needs the keyring's secret")
        material += opened_by.keyring
    if slot.kind is SlotKind.RECOVERY:
        if opened_by.recovery is None:
            raise ValueError("a recovery slot needs a code")
        material += opened_by.recovery
    info = f"hearth/1/slot/{slot.kind.value}".encode("ascii")
    return HKDF(algorithm=SHA256(), length=32, salt=slot.salt, info=info).derive(material)
