"""The format of `keys.json`: strict reading and canonical writing. Pure functions over bytes; no secrets.

    {"format": "hearth-keys", "version": 1, "profile": 32 hex digits, "serial": n, "complete": bool,
     "slots": [{"id", "kind", "backend", "salt", "nonce", "wrapped", "argon2": {...} or null}, ...],
     "seal": hex, "checksum": hex}

`checksum` (SHA-256, no key) tells a file that rotted from a wrong passphrase. `seal` (HMAC with a subkey of
the data key) tells a file somebody edited; it can only be looked at after unlocking. `serial` grows with each
writing. `complete` is false from the first writing until the new profile's database is in its place.
"""

import enum
import hashlib
import hmac
import json
import re
from dataclasses import dataclass, replace
from typing import Any

from app.domain.errors import VaultDamagedError
from app.vault.argon2_cost import Argon2Cost

VERSION = 1
LIMIT_BYTES = 64 * 1024
_FORMAT = "hearth-keys"
_HEX = re.compile(r"[0-9a-f]+\Z")
_BACKEND = re.compile(r"[a-z_]{0,40}\Z")
_SERIAL_LIMIT = 1 << 53

SALT_BYTES = 16
NONCE_BYTES = 12
WRAPPED_BYTES = 48  # a 32-byte key and GCM's 16-byte tag


class SlotKind(enum.StrEnum):
    """What opens a slot."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"
    BOTH = "both"  # the passphrase and the keyring's secret together
    RECOVERY = "recovery"

    @property
    def has_passphrase(self) -> bool:
        """Whether its secret is stretched with Argon2id."""
        return self in (SlotKind.PASSPHRASE, SlotKind.BOTH)

    @property
    def has_keyring(self) -> bool:
        """Whether a part of its secret lies in the system's keyring."""
        return self in (SlotKind.KEYRING, SlotKind.BOTH)


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key wrapped once. `backend` names the keyring the secret is in; empty for the other kinds."""

    id: str
    kind: SlotKind
    salt: bytes
    nonce: bytes
    wrapped: bytes
    backend: str = ""
    cost: Argon2Cost | None = None

    def bound(self, profile_id: str) -> bytes:
        """What the wrapping is bound to: everything but the wrapped bytes themselves."""
        shown = _slot_json(self)
        del shown["wrapped"]
        return _canonical({"format": _FORMAT, "version": VERSION, "profile": profile_id, "slot": shown})


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All of `keys.json`. `slots` holds at most one of each kind."""

    profile_id: str
    serial: int
    complete: bool
    slots: tuple[Slot, ...]
    seal: bytes = b""

    def slot(self, kind: SlotKind) -> Slot | None:
        """The slot of this kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind is kind), None)

    def sealed(self, key: bytes) -> "KeyFile":
        """The same with its seal; `key` is the profile's subkey for this."""
        return replace(self, seal=self._seal(key))

    def is_sealed_with(self, key: bytes) -> bool:
        """Whether nobody without the data key has written it."""
        return hmac.compare_digest(self.seal, self._seal(key))

    def _seal(self, key: bytes) -> bytes:
        return hmac.digest(key, _canonical(_body(self)), "sha256")


def serialise(file: KeyFile) -> bytes:
    """The bytes of a sealed key file."""
    shown = {**_body(file), "seal": file.seal.hex()}
    shown["checksum"] = hashlib.sha256(_canonical(shown)).hexdigest()
    return json.dumps(shown, indent=1, sort_keys=True).encode("ascii") + b"\n"


def parse(content: bytes) -> KeyFile:
    """The key file in `content`.

    Errors: VaultDamagedError keys_newer(found, known), or keys_damaged for everything else that isn't exactly
    what `serialise` writes.
    """
    try:
        return _parse(content)
    except (_FormatError, ValueError, RecursionError) as error:
        raise VaultDamagedError("keys_damaged") from error


class _FormatError(Exception):
    """Something is not as it must be."""


def _parse(content: bytes) -> KeyFile:
    if len(content) > LIMIT_BYTES:
        raise _FormatError
    shown = json.loads(content.decode("ascii"), object_pairs_hook=_unique, parse_constant=_no_constant)
    if not isinstance(shown, dict) or shown.get("format") != _FORMAT:
        raise _FormatError
    version = shown.get("version")
    if type(version) is not int or not 1 <= version < _SERIAL_LIMIT:
        raise _FormatError
    if version > VERSION:
        raise VaultDamagedError("keys_newer", found=version, known=VERSION)
    _expect(shown, {"format", "version", "profile", "serial", "complete", "slots", "seal", "checksum"})
    checksum = _hex(shown.pop("checksum"), 32)
    if hashlib.sha256(_canonical(shown)).digest() != checksum:
        raise _FormatError
    slots = shown["slots"]
    if not isinstance(slots, list) or not 1 <= len(slots) <= len(SlotKind):
        raise _FormatError
    if type(shown["complete"]) is not bool:
        raise _FormatError
    file = KeyFile(
        profile_id=_hex(shown["profile"], 16).hex(),
        serial=_integer(shown["serial"]),
        complete=shown["complete"],
        slots=tuple(_slot(slot) for slot in slots),
        seal=_hex(shown["seal"], 32),
    )
    if len({slot.kind for slot in file.slots}) != len(file.slots):
        raise _FormatError
    return file


def _slot(shown: Any) -> Slot:
    _expect(shown, {"id", "kind", "backend", "salt", "nonce", "wrapped", "argon2"})
    if not isinstance(shown["kind"], str):
        raise _FormatError
    kind = SlotKind(shown["kind"])
    backend = shown["backend"]
    if not isinstance(backend, str) or not _BACKEND.match(backend) or bool(backend) is not kind.has_keyring:
        raise _FormatError
    cost = None
    if kind.has_passphrase:
        argon2 = shown["argon2"]
        _expect(argon2, {"memory_kib", "passes", "lanes"})
        cost = Argon2Cost(
            _integer(argon2["memory_kib"]), _integer(argon2["passes"]), _integer(argon2["lanes"])
        )
        if not cost.is_allowed():
            raise _FormatError
    elif shown["argon2"] is not None:
        raise _FormatError
    return Slot(
        id=_hex(shown["id"], 16).hex(),
        kind=kind,
        salt=_hex(shown["salt"], SALT_BYTES),
        nonce=_hex(shown["nonce"], NONCE_BYTES),
        wrapped=_hex(shown["wrapped"], WRAPPED_BYTES),
        backend=backend,
        cost=cost,
    )


def _body(file: KeyFile) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "version": VERSION,
        "profile": file.profile_id,
        "serial": file.serial,
        "complete": file.complete,
        "slots": [_slot_json(slot) for slot in file.slots],
    }


def _slot_json(slot: Slot) -> dict[str, Any]:
    cost = slot.cost
    return {
        "id": slot.id,
        "kind": slot.kind.value,
        "backend": slot.backend,
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
        "argon2": None
        if cost is None
        else {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes},
    }


def _canonical(shown: object) -> bytes:
    return json.dumps(shown, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def _expect(shown: Any, names: set[str]) -> None:
    if not isinstance(shown, dict) or set(shown) != names:
        raise _FormatError


def _integer(shown: Any) -> int:
    if type(shown) is not int or not 0 <= shown < _SERIAL_LIMIT:
        raise _FormatError
    return shown


def _hex(shown: Any, size_bytes: int) -> bytes:
    if not isinstance(shown, str) or len(shown) != 2 * size_bytes or not _HEX.match(shown):
        raise _FormatError
    return bytes.fromhex(shown)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    shown = dict(pairs)
    if len(shown) != len(pairs):  # a name given twice is read differently by different readers
        raise _FormatError
    return shown


def _no_constant(constant: str) -> None:
    raise _FormatError(constant)
