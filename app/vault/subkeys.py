"""One key per use, derived from the profile's data key with HKDF-SHA256.

Runs in the window or command line process. A leaked subkey tells nothing of the data key or of the others.
"""

import enum

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32


class KeyUse(enum.StrEnum):
    """What a key is for. The values go into the derivation and never change."""

    VAULT = "vault"  # vault.db
    LIBRARY = "library"  # library.db
    LEDGER = "ledger"  # the chain of the cloud ledger
    BACKUP = "backup"  # backup files
    KEYS = "keys"  # the seal over keys.json itself


def subkey(data_key: bytes, use: KeyUse) -> bytes:
    """The 32-byte key for `use`. `data_key` is the profile's 32 random bytes."""
    return _derive(data_key, f"hearth/1/{use.value}", KEY_BYTES)


def database_salt(data_key: bytes, use: KeyUse) -> bytes:
    """The 16 bytes a SQLCipher file of this profile begins with.

    Derived and not random, so that a file of another profile is told from a damaged one before it is opened.
    The key is random per profile and every page has its own random nonce, so nothing rests on this salt.
    """
    return _derive(data_key, f"hearth/1/{use.value}/salt", 16)


def _derive(data_key: bytes, info: str, length: int) -> bytes:
    if len(data_key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=info.encode("ascii")).derive(data_key)
