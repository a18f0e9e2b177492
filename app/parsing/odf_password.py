"""OpenDocument files behind a password (ODF 1.2 part 3, 3.4 and 4.8): AES, and Blowfish before it.

Each part of the package is encrypted by itself, after it was compressed. Newer ways (the whole package with AES in
counter mode, keys by Argon2, certificates) are told as locked.
"""

import base64
import hashlib
import zlib
from dataclasses import dataclass

from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.domain.errors import DocumentError
from app.parsing.archive import PART_LIMIT_BYTES, Archive
from app.parsing.xml_tree import Element, all_named, attribute, first, parse

_TURNS_LIMIT = 10_000_000
_BLOCK_BYTES = 16
_AES_KEY_BYTES = (16, 24, 32)
_LEGACY_KEY_BYTES = 16  # where nothing is said


class LockedParts:
    """The parts of a package that a password opens."""

    def __init__(self, archive: Archive, manifest: bytes, passwords: tuple[str, ...]) -> None:
        """Find the password. Raises DocumentError when none fits, or for ways of encrypting that aren't read."""
        self._archive = archive
        self._locks: dict[str, _Lock] = {}
        for entry in all_named(parse(manifest), "file-entry"):
            about = first(entry, "encryption-data")
            if about is not None:
                self._locks[attribute(entry, "full-path")] = _Lock.read(about)
        lock = self._locks.get("content.xml")
        if lock is None or not archive.has("content.xml"):
            raise DocumentError("document_locked_office")  # the whole package is in one part
        content = archive.read("content.xml")
        # Chance may unpack, too; it makes no XML.
        self._password = next((one for one in passwords if _is_xml(lock.opened(content, one))), None)
        if self._password is None:
            raise DocumentError("document_password_wrong" if passwords else "document_locked")

    def find(self, name: str) -> bytes | None:
        """A part's bytes, None when it isn't there or can't be read."""
        data, lock = self._archive.find(name), self._locks.get(name)
        if data is None or lock is None or self._password is None:
            return data
        return lock.opened(data, self._password)


def _is_xml(data: bytes | None) -> bool:
    return data is not None and data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


@dataclass(frozen=True)
class _Lock:
    """How one part is encrypted."""

    is_aes: bool
    start: bytes
    salt: bytes
    turns: int
    key_bytes: int
    hash_name: str  # of the password, before the key is made of it

    @classmethod
    def read(cls, about: Element) -> "_Lock":
        """As its element says. Raises DocumentError for what isn't read or is nonsense."""
        algorithm, derivation = first(about, "algorithm"), first(about, "key-derivation")
        if algorithm is None or derivation is None:
            raise DocumentError("document_locked_office")
        name = attribute(algorithm, "algorithm-name")
        is_aes = name.lower().endswith(("#aes128-cbc", "#aes192-cbc", "#aes256-cbc"))
        if not is_aes and "blowfish" not in name.lower():
            raise DocumentError("document_locked_office")
        if "pbkdf2" not in attribute(derivation, "key-derivation-name").lower():
            raise DocumentError("document_locked_office")
        beginning = first(about, "start-key-generation")
        hashed = attribute(beginning, "start-key-generation-name") if beginning is not None else "sha1"
        try:
            lock = cls(
                is_aes,
                base64.b64decode(attribute(algorithm, "initialisation-vector")),
                base64.b64decode(attribute(derivation, "salt")),
                int(attribute(derivation, "iteration-count")),
                int(attribute(derivation, "key-size") or _LEGACY_KEY_BYTES),
                "sha256" if hashed.lower().endswith("sha256") else "sha1",
            )
        except ValueError as error:
            raise DocumentError("document_damaged") from error
        if not (0 < lock.turns <= _TURNS_LIMIT and lock._sizes_fit()):
            raise DocumentError("document_damaged")
        return lock

    def opened(self, data: bytes, password: str) -> bytes | None:
        """What is in the part; None when the password is wrong: what it gives can't be unpacked then."""
        start = hashlib.new(self.hash_name, password.encode("utf-8", "surrogatepass")).digest()
        key = hashlib.pbkdf2_hmac("sha1", start, self.salt, self.turns, self.key_bytes)
        packed = self._decrypted(key, data)
        unpacking = zlib.decompressobj(-15)
        try:
            found = unpacking.decompress(packed, PART_LIMIT_BYTES + 1)
        except zlib.error:
            return None
        if len(found) > PART_LIMIT_BYTES:
            raise DocumentError("document_inflates", limit_bytes=PART_LIMIT_BYTES)
        return found if unpacking.eof and found else None

    def _sizes_fit(self) -> bool:
        if self.is_aes:
            return len(self.start) == _BLOCK_BYTES and self.key_bytes in _AES_KEY_BYTES
        return len(self.start) == _BLOCK_BYTES // 2 and 4 <= self.key_bytes <= 56

    def _decrypted(self, key: bytes, data: bytes) -> bytes:
        if self.is_aes:
            decryptor = Cipher(algorithms.AES(key), modes.CBC(self.start)).decryptor()
            data = data[
                : len(data) // _BLOCK_BYTES * _BLOCK_BYTES
            ]  # what fills the last block follows the text's end
        else:
            decryptor = Cipher(Blowfish(key), CFB(self.start)).decryptor()
        return decryptor.update(data) + decryptor.finalize()
