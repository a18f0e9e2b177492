"""The format of a backup file: a header in clear, then sealed pieces. `docs/backup.md` tells it byte by byte.

Window or command line process. No profile here: `backing_up` writes these files, `restoring` reads them. A
reader that reaches the end has proof that nothing was changed, cut off, moved or added; whoever stops earlier
has proof of what it got so far, and must not use it.
"""

import hashlib
import json
import secrets
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import VaultDamagedError, VaultError
from app.vault.key_file import KeyFile, parse, serialise

MAGIC = b"HEARTHBK"
VERSION = 1
PIECE_BYTES = 1 << 20
TAG_BYTES = 16
_PREFIX = struct.Struct(">8sHI")  # magic, version, length of the header
_HEADER_LIMIT_BYTES = 256 * 1024
_SALT_BYTES = 32
_DIGEST_BYTES = 32
_PIECES_LIMIT = 1 << 40
_MANIFEST_LENGTH = struct.Struct(">I")
_MANIFEST_LIMIT_BYTES = 64 * 1024

PARTS = ("vault.db", "library.db")
"""The files a backup may hold. Any other name is refused: it would be written where a stranger chose."""


@dataclass(frozen=True, slots=True)
class Header:
    """What can be read without a secret.

    Attributes:
        keys: the key file with the slots that open the backup.
        made_ms: when it was made, Unix time in milliseconds.
        salt: 32 random bytes, so that each backup has a key of its own.
        digest: SHA-256 of everything up to the first piece; every piece is bound to it.
    """

    keys: KeyFile
    made_ms: int
    salt: bytes
    digest: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """One file in the backup."""

    name: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the first sealed bytes say. `keyring`: the profile opened by the system's keyring alone."""

    parts: tuple[Part, ...]
    keyring: bool = False

    @property
    def size_bytes(self) -> int:
        """All parts together."""
        return sum(part.size_bytes for part in self.parts)


class Writer:
    """Writes a backup piece by piece; `finish` writes the last one, without which no reader takes the file."""

    def __init__(self, file: BinaryIO, keys: KeyFile, backup_key: bytes, made_ms: int) -> None:
        """Write the header. `backup_key` is the profile's subkey for backups."""
        salt = secrets.token_bytes(_SALT_BYTES)
        shown = {
            "format": "hearth-backup",
            "keys": serialise(keys).decode("ascii"),
            "made_ms": made_ms,
            "salt": salt.hex(),
        }
        header = json.dumps(shown, sort_keys=True, separators=(",", ":")).encode("ascii")
        start = _PREFIX.pack(MAGIC, VERSION, len(header)) + header
        digest = hashlib.sha256(start).digest()
        self._file = file
        self._seal = _Seal(backup_key, salt, digest)
        self._waiting = bytearray()
        file.write(start + digest)

    def manifest(self, manifest: Manifest) -> None:
        """Write what follows. First of all, and once."""
        shown = {
            "parts": [{"name": part.name, "size_bytes": part.size_bytes} for part in manifest.parts],
            "keyring": manifest.keyring,
        }
        content = json.dumps(shown).encode("ascii")
        self.write(_MANIFEST_LENGTH.pack(len(content)) + content)

    def write(self, content: bytes) -> None:
        """Write the next bytes of the parts."""
        self._waiting += content
        while len(self._waiting) > PIECE_BYTES:  # the last piece is never empty, so one full piece waits
            self._file.write(self._seal.closed(bytes(self._waiting[:PIECE_BYTES]), last=False))
            del self._waiting[:PIECE_BYTES]

    def finish(self) -> None:
        """Write the last piece, marked as the last."""
        self._file.write(self._seal.closed(bytes(self._waiting), last=True))


def read_header(file: BinaryIO, name: str) -> Header:
    """The header at the beginning of `file`; the file stands at its first piece afterwards.

    Errors: VaultDamagedError backup_foreign (no backup of Hearth), backup_damaged, backup_newer(found, known).
    """
    prefix = file.read(_PREFIX.size)
    if len(prefix) < _PREFIX.size or not prefix.startswith(MAGIC):
        raise VaultDamagedError("backup_foreign", name=name)
    _, version, length = _PREFIX.unpack(prefix)
    header = file.read(length) if length <= _HEADER_LIMIT_BYTES else b""
    digest = file.read(_DIGEST_BYTES)
    if len(header) != length or hashlib.sha256(prefix + header).digest() != digest:
        raise VaultDamagedError("backup_damaged", name=name)
    if version != VERSION:
        raise VaultDamagedError("backup_newer", name=name, found=version, known=VERSION)
    try:
        shown = json.loads(header.decode("ascii"))
        if shown["format"] != "hearth-backup" or type(shown["made_ms"]) is not int:
            raise ValueError
        salt = bytes.fromhex(shown["salt"])
        if len(salt) != _SALT_BYTES:
            raise ValueError
        keys = parse(shown["keys"].encode("ascii"))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise VaultDamagedError("backup_damaged", name=name) from error
    except VaultDamagedError as error:
        code = "backup_newer" if error.code == "keys_newer" else "backup_damaged"
        raise VaultDamagedError(code, name=name, **error.parameters) from error
    return Header(keys, shown["made_ms"], salt, digest)


class Reader:
    """Reads the sealed pieces after a header. All of `manifest`, `pieces` or nothing may be trusted: see above."""

    def __init__(self, file: BinaryIO, header: Header, backup_key: bytes, name: str) -> None:
        """`name` is what errors call the file."""
        self._seal = _Seal(backup_key, header.salt, header.digest)
        self._name = name
        self._opened = self._pieces(file)
        self._rest = b""
        self.manifest = self._manifest()

    def pieces(self, part: Part) -> Iterator[bytes]:
        """The bytes of the next part, piece by piece. Parts come in the manifest's order, each to its end.

        Errors: VaultDamagedError("backup_damaged").
        """
        left = part.size_bytes
        while left > 0:
            if not self._rest:
                self._rest = self._next()
            piece, self._rest = self._rest[:left], self._rest[left:]
            left -= len(piece)
            yield piece

    def finish(self) -> None:
        """Make sure that everything was read and the file ends here. Errors: VaultDamagedError."""
        if self._rest or next(self._opened, None) is not None:
            raise self._damaged()

    def _manifest(self) -> Manifest:
        self._rest = self._next()
        length = int.from_bytes(self._take(_MANIFEST_LENGTH.size), "big")
        if length > _MANIFEST_LIMIT_BYTES:
            raise self._damaged()
        try:
            return _manifest_of(json.loads(self._take(length).decode("ascii")))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise self._damaged() from error

    def _take(self, size_bytes: int) -> bytes:
        """The manifest lies within the first piece."""
        taken, self._rest = self._rest[:size_bytes], self._rest[size_bytes:]
        return taken

    def _next(self) -> bytes:
        piece = next(self._opened, None)
        if piece is None:
            raise self._damaged()
        return piece

    def _pieces(self, file: BinaryIO) -> Iterator[bytes]:
        sealed = file.read(PIECE_BYTES + TAG_BYTES)
        while True:
            after = file.read(PIECE_BYTES + TAG_BYTES)
            try:
                yield self._seal.opened(sealed, last=not after)
            except (InvalidTag, ValueError) as error:
                raise self._damaged() from error
            if not after:
                return
            sealed = after

    def _damaged(self) -> VaultError:
        return VaultDamagedError("backup_damaged", name=self._name)


class _Seal:
    """Seals pieces in their order: AES-256-GCM with a key of this file's own, the nonce being the piece's number
    and whether it is the last (the STREAM construction), bound to the header."""

    def __init__(self, backup_key: bytes, salt: bytes, digest: bytes) -> None:
        info = b"hearth/1/backup/file"
        self._cipher = AESGCM(HKDF(SHA256(), 32, salt, info).derive(backup_key))
        self._digest = digest
        self._number = 0

    def closed(self, piece: bytes, last: bool) -> bytes:
        return self._cipher.encrypt(self._nonce(last), piece, self._digest)

    def opened(self, sealed: bytes, last: bool) -> bytes:
        return self._cipher.decrypt(self._nonce(last), sealed, self._digest)

    def _nonce(self, last: bool) -> bytes:
        number, self._number = self._number, self._number + 1
        if number >= _PIECES_LIMIT:
            raise ValueError("too many pieces")
        return number.to_bytes(11, "big") + bytes([last])


def _manifest_of(shown: Any) -> Manifest:
    parts = tuple(Part(entry["name"], entry["size_bytes"]) for entry in shown["parts"])
    names = [part.name for part in parts]
    if "vault.db" not in names or len(set(names)) != len(names) or not set(names) <= set(PARTS):
        raise ValueError
    if any(type(part.size_bytes) is not int or part.size_bytes < 1 for part in parts):
        raise ValueError
    return Manifest(parts, shown["keyring"] is True)
