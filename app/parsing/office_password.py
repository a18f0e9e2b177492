"""Newer Office files behind a password (MS-OFFCRYPTO 2.3.4: "agile" encryption, and the "standard" one before it)."""

import base64
import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.domain.errors import DocumentError
from app.parsing.compound_streams import Streams
from app.parsing.xml_tree import Element, all_named, attribute, parse

_OPENED_BY_ALL = (
    "VelvetSweatshop"  # what Excel encrypts with when a workbook is only protected from changes (2.4.2.3)
)
_AGILE, _STANDARD = ((4, 4),), ((2, 2), (3, 2), (4, 2))
_STANDARD_TURNS = 50_000
_TURNS_LIMIT = 10_000_000
_SEGMENT_BYTES = 4096
_HASHES = {"SHA1": "sha1", "SHA-1": "sha1", "SHA256": "sha256", "SHA384": "sha384", "SHA512": "sha512"}
_AES = (0x660E, 0x660F, 0x6610)
_AES_KEY_BYTES = (16, 24, 32)
# Which key of those that one password makes (2.3.4.11, 2.3.4.13).
_VERIFIER_INPUT, _VERIFIER_VALUE = bytes.fromhex("fea7d2763b4b9e79"), bytes.fromhex("d7aa0f6d3061344e")
_PACKAGE_KEY = bytes.fromhex("146e0be7abacd0d6")


def unlocked(streams: Streams, passwords: tuple[str, ...]) -> bytes:
    """The file inside, with the first of the passwords that fits.

    Raises DocumentError when none does, or the file is damaged or encrypted in a way that isn't read.
    """
    if not streams.has("EncryptionInfo"):
        raise DocumentError("document_rights_managed")
    about = streams.read("EncryptionInfo")
    package = streams.read("EncryptedPackage")
    if len(about) < 8 or len(package) < 8:
        raise DocumentError("document_damaged")
    version = struct.unpack_from("<HH", about)
    if version not in (*_AGILE, *_STANDARD):
        raise DocumentError("document_locked_office")
    try:
        lock = _Agile.read(about[8:]) if version in _AGILE else _Standard.read(about)
        for password in (_OPENED_BY_ALL, *passwords):
            key = lock.key(password)
            if key is not None:
                content = b"".join(lock.decrypted(key, package[8:]))
                return content[: int.from_bytes(package[:8], "little")]
    except (struct.error, ValueError) as error:
        raise DocumentError("document_damaged") from error
    raise DocumentError("document_password_wrong" if passwords else "document_locked")


@dataclass(frozen=True)
class _Method:
    """What one part of the agile kind is encrypted with."""

    hash_name: str
    salt: bytes
    block_bytes: int
    key_bytes: int

    @classmethod
    def of(cls, element: Element) -> "_Method":
        """As an element says. Raises DocumentError for what isn't read, ValueError for nonsense."""
        hash_name = _HASHES.get(attribute(element, "hashAlgorithm").upper())
        aes = attribute(element, "cipherAlgorithm") == "AES"
        if hash_name is None or not aes or attribute(element, "cipherChaining") != "ChainingModeCBC":
            raise DocumentError("document_locked_office")
        method = cls(
            hash_name,
            _bytes(element, "saltValue"),
            int(attribute(element, "blockSize")),
            int(attribute(element, "keyBits")) // 8,
        )
        if method.block_bytes != 16 or method.key_bytes not in _AES_KEY_BYTES:
            raise ValueError("no size that AES has")
        return method

    def hashed(self, *parts: bytes) -> bytes:
        """The hash of the parts, one after the other."""
        return hashlib.new(self.hash_name, b"".join(parts)).digest()

    def decrypted(self, key: bytes, start: bytes, data: bytes) -> bytes:
        """AES, each block chained to the one before; `start` is cut or filled up to a block."""
        chain = modes.CBC(_fitted(start, self.block_bytes))
        return _through(Cipher(algorithms.AES(key), chain), data)


@dataclass(frozen=True)
class _Agile:
    package: _Method
    password: _Method
    turns: int
    verifier_input: bytes
    verifier_value: bytes
    package_key: bytes

    @classmethod
    def read(cls, xml: bytes) -> "_Agile":
        root = parse(xml.rstrip(b"\0 \r\n"))
        package = next(all_named(root, "keyData"), None)
        password = next(all_named(root, "encryptedKey"), None)
        if package is None or password is None:
            raise DocumentError("document_locked_office")  # a certificate opens it, not a password
        turns = int(attribute(password, "spinCount"))
        if not 0 <= turns <= _TURNS_LIMIT:
            raise ValueError("more turns than there may be")
        return cls(
            _Method.of(package),
            _Method.of(password),
            turns,
            _bytes(password, "encryptedVerifierHashInput"),
            _bytes(password, "encryptedVerifierHashValue"),
            _bytes(password, "encryptedKeyValue"),
        )

    def key(self, password: str) -> bytes | None:
        """The key of the package, None when the password is wrong."""
        method = self.password
        base = _turned(method.hash_name, method.salt, password, self.turns)

        def opened(which: bytes, data: bytes) -> bytes:
            key = _fitted(method.hashed(base, which), method.key_bytes)
            return method.decrypted(key, method.salt, data)

        expected = method.hashed(opened(_VERIFIER_INPUT, self.verifier_input)[: len(method.salt)])
        if opened(_VERIFIER_VALUE, self.verifier_value)[: len(expected)] != expected:
            return None
        return opened(_PACKAGE_KEY, self.package_key)[: self.package.key_bytes]

    def decrypted(self, key: bytes, data: bytes) -> Iterator[bytes]:
        """Segment by segment."""
        for number, place in enumerate(range(0, len(data), _SEGMENT_BYTES)):
            start = self.package.hashed(self.package.salt, struct.pack("<I", number))
            yield self.package.decrypted(key, start, data[place : place + _SEGMENT_BYTES])


@dataclass(frozen=True)
class _Standard:
    salt: bytes
    key_bytes: int
    verifier_input: bytes
    verifier_value: bytes

    @classmethod
    def read(cls, about: bytes) -> "_Standard":
        (header_bytes,) = struct.unpack_from("<I", about, 8)
        algorithm, _, key_bits = struct.unpack_from("<III", about, 12 + 8)
        if algorithm not in _AES:
            raise DocumentError("document_locked_office")
        if key_bits // 8 not in _AES_KEY_BYTES:
            raise ValueError("no size that AES has")
        place = 12 + header_bytes
        salt, verifier_input, _, verifier_value = struct.unpack_from("<4x16s16sI32s", about, place)
        return cls(salt, key_bits // 8, verifier_input, verifier_value)

    def key(self, password: str) -> bytes | None:
        """The key of everything, None when the password is wrong."""
        base = hashlib.sha1(_turned("sha1", self.salt, password, _STANDARD_TURNS) + bytes(4)).digest()
        key = b"".join(_filled_up(base, filling) for filling in (0x36, 0x5C))[: self.key_bytes]
        expected = hashlib.sha1(b"".join(self.decrypted(key, self.verifier_input))).digest()
        value = b"".join(self.decrypted(key, self.verifier_value))
        return key if value[: len(expected)] == expected else None

    def decrypted(self, key: bytes, data: bytes) -> Iterator[bytes]:
        """Block by block, without a chain: so it is specified."""
        yield _through(Cipher(algorithms.AES(key), modes.ECB()), data)


def _turned(hash_name: str, salt: bytes, password: str, turns: int) -> bytes:
    """The password, made slow to guess."""
    value = hashlib.new(hash_name, salt + password.encode("utf-16-le", "surrogatepass")).digest()
    hashed = getattr(hashlib, hash_name)  # looked up once: this runs a hundred thousand times
    pack = struct.Struct("<I").pack
    for turn in range(turns):
        value = hashed(pack(turn) + value).digest()
    return value


def _filled_up(value: bytes, filling: int) -> bytes:
    return hashlib.sha1(bytes(a ^ filling for a in value.ljust(64, b"\0"))).digest()


def _fitted(value: bytes, size: int) -> bytes:
    return value[:size].ljust(size, b"\x36")


def _through(cipher: "Cipher[modes.CBC] | Cipher[modes.ECB]", data: bytes) -> bytes:
    decryptor = cipher.decryptor()
    whole = len(data) // 16 * 16
    return decryptor.update(data[:whole]) + decryptor.finalize()


def _bytes(element: Element, name: str) -> bytes:
    return base64.b64decode(attribute(element, name))
