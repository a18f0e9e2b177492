"""The recovery code: 160 random bits a person can print, read out and type in again.

Pure values; window or command line process. Written as nine groups of four in Crockford's base32 (no I, L, O
and U; case, spaces and dashes don't matter; O is read as 0, I and L as 1). The ninth group is a checksum, so
a slip of the pen is told apart from the code of another profile.
"""

import hashlib
import secrets

from app.domain.errors import WrongSecretError

CODE_BYTES = 20
GROUP_CHARS = 4
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SECRET_CHARS = CODE_BYTES * 8 // 5
_CODE_CHARS = _SECRET_CHARS + GROUP_CHARS
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LIMIT_CHARS = 400


def new_secret() -> bytes:
    """160 fresh random bits."""
    return secrets.token_bytes(CODE_BYTES)


def format_code(secret: bytes) -> str:
    """The code for `secret` (20 bytes), in groups: `XXXX-XXXX-...`."""
    characters = _encode(secret) + _checksum(secret)
    return "-".join(characters[at : at + GROUP_CHARS] for at in range(0, _CODE_CHARS, GROUP_CHARS))


def parse_code(text: str) -> bytes:
    """The secret in a typed code.

    Errors: WrongSecretError("recovery_code_length", typed, expected) where characters are missing or too
    many; WrongSecretError("recovery_code_mistyped") where the checksum says that one is wrong.
    """
    typed = "".join(ch for ch in text[:_LIMIT_CHARS].upper() if not ch.isspace() and ch not in "-‐‑‒–—−_.")
    typed = typed.translate(_READ_AS)
    if len(typed) != _CODE_CHARS:
        raise WrongSecretError("recovery_code_length", typed=len(typed), expected=_CODE_CHARS)
    if any(ch not in _ALPHABET for ch in typed):
        raise WrongSecretError("recovery_code_mistyped")
    number = 0
    for ch in typed[:_SECRET_CHARS]:
        number = number * 32 + _ALPHABET.index(ch)
    secret = number.to_bytes(CODE_BYTES, "big")
    if _checksum(secret) != typed[_SECRET_CHARS:]:
        raise WrongSecretError("recovery_code_mistyped")
    return secret


def _encode(secret: bytes) -> str:
    number = int.from_bytes(secret, "big")
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(CODE_BYTES * 8 - 5, -1, -5))


def _checksum(secret: bytes) -> str:
    """20 bits of a hash of the secret: a wrong character goes unnoticed once in a million."""
    bits = int.from_bytes(hashlib.sha256(b"hearth recovery code" + secret).digest()[:4], "big") >> 12
    return "".join(_ALPHABET[bits >> shift & 31] for shift in (15, 10, 5, 0))
