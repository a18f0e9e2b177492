"""Office files encrypted with a password, as MS-OFFCRYPTO 2.3.4 says, in compound files as MS-CFB says."""

import base64
import hashlib
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_SALT = bytes(range(16))
_PACKAGE_SALT = bytes(range(16, 32))
_KEY = bytes(range(100, 132))
_VERIFIER = bytes(range(50, 66))
_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR = 512


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams in its root; each is filled up to 4,096 bytes with zeros."""
    filled = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors = {name: -(-len(data) // _SECTOR) for name, data in filled.items()}
    directory_sectors = -(-(len(filled) + 1) // 4)
    others = directory_sectors + sum(sectors.values())
    fat_sectors = -(-others // 127)
    table = [_FAT] * fat_sectors
    starts = {}
    for name, count in (("", directory_sectors), *sectors.items()):
        starts[name] = len(table)
        table += [*range(len(table) + 1, len(table) + count), _END]
    names = list(filled)
    entries = [_entry("Root Entry", 5, child=1)]
    for index, name in enumerate(names):
        after = index + 2 if index + 1 < len(names) else _FREE
        entries.append(_entry(name, 2, right=after, start=starts[name], size=len(filled[name])))
    header = struct.pack("<8s16sHHHHH6x", bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, fat_sectors, starts[""], 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *range(fat_sectors), *[_FREE] * (109 - fat_sectors))
    table += [_FREE] * (128 * fat_sectors - len(table))
    body = struct.pack(f"<{len(table)}I", *table) + b"".join(entries).ljust(
        _SECTOR * directory_sectors, b"\0"
    )
    return (
        header + body + b"".join(data.ljust(_SECTOR * sectors[name], b"\0") for name, data in filled.items())
    )


def _entry(
    name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int = _END, size: int = 0
) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16x4x16xIQ", written, len(written), kind, 1, _FREE, right, child, start, size
    )


def agile(data: bytes, password: str, *, turns: int = 50, chaining: str = "ChainingModeCBC") -> bytes:
    """Encrypted as Office 2010 and later do it: AES, 256 bits, SHA-512."""
    base = hashlib.sha512(_SALT + password.encode("utf-16-le")).digest()
    for turn in range(turns):
        base = hashlib.sha512(struct.pack("<I", turn) + base).digest()

    def wrapped(which: str, value: bytes) -> str:
        key = hashlib.sha512(base + bytes.fromhex(which)).digest()[:32]
        return base64.b64encode(_encrypted(key, modes.CBC(_SALT), value)).decode()

    method = (
        'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" hashAlgorithm="SHA512" '
        f'cipherChaining="{chaining}"'
    )
    about = (
        '<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" '
        'xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password">'
        f'<keyData {method} saltValue="{base64.b64encode(_PACKAGE_SALT).decode()}"/>'
        '<dataIntegrity encryptedHmacKey="" encryptedHmacValue=""/><keyEncryptors>'
        '<keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">'
        f'<p:encryptedKey spinCount="{turns}" {method} saltValue="{base64.b64encode(_SALT).decode()}" '
        f'encryptedVerifierHashInput="{wrapped("fea7d2763b4b9e79", _VERIFIER)}" '
        f'encryptedVerifierHashValue="{wrapped("d7aa0f6d3061344e", hashlib.sha512(_VERIFIER).digest())}" '
        f'encryptedKeyValue="{wrapped("146e0be7abacd0d6", _KEY)}"/>'
        "</keyEncryptor></keyEncryptors></encryption>"
    )
    package = struct.pack("<Q", len(data))
    for number, place in enumerate(range(0, len(data), 4096)):
        start = hashlib.sha512(_PACKAGE_SALT + struct.pack("<I", number)).digest()[:16]
        package += _encrypted(_KEY, modes.CBC(start), data[place : place + 4096])
    return compound(
        {
            "EncryptionInfo": struct.pack("<HHI", 4, 4, 0x40) + about.ljust(4088).encode(),
            "EncryptedPackage": package,
        }
    )


def standard(data: bytes, password: str) -> bytes:
    """Encrypted as Office 2007 does it: AES, 128 bits, SHA-1."""
    value = hashlib.sha1(_SALT + password.encode("utf-16-le")).digest()
    for turn in range(50_000):
        value = hashlib.sha1(struct.pack("<I", turn) + value).digest()
    value = hashlib.sha1(value + bytes(4)).digest().ljust(64, b"\0")
    key = hashlib.sha1(bytes(byte ^ 0x36 for byte in value)).digest()[:16]
    name = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    header = struct.pack("<IIIIIIII", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + name
    about = struct.pack("<HHII", 4, 2, 0x24, len(header)) + header + struct.pack("<I", 16) + _SALT
    about += _encrypted(key, modes.ECB(), _VERIFIER) + struct.pack("<I", 20)
    about += _encrypted(key, modes.ECB(), hashlib.sha1(_VERIFIER).digest())
    package = struct.pack("<Q", len(data)) + _encrypted(key, modes.ECB(), data)
    return compound({"EncryptionInfo": about, "EncryptedPackage": package})


def _encrypted(key: bytes, mode: modes.CBC | modes.ECB, data: bytes) -> bytes:
    encryptor = Cipher(algorithms.AES(key), mode).encryptor()
    return encryptor.update(data + bytes(-len(data) % 16)) + encryptor.finalize()
