"""A library database without its encryption, as bytes: free pages, indexes and WAL too."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE_BYTES = 4096


def decrypted(path: Path, key: bytes) -> bytes:
    """Every page of the file and of its WAL.

    Format: zetetic.net/sqlcipher/design. A page ends with 80 reserved bytes: a nonce of 16 and an HMAC of 64;
    the first page begins with the salt. A WAL has a header of 32 bytes and one of 24 before each page.
    """
    plain = b""
    content = path.read_bytes()
    for at in range(0, len(content), PAGE_BYTES):
        plain += _page(content[at : at + PAGE_BYTES], key, 16 if at == 0 else 0)
    wal = path.with_name(path.name + "-wal")
    frames = wal.read_bytes()[32:] if wal.exists() else b""
    for at in range(0, len(frames), PAGE_BYTES + 24):
        first = int.from_bytes(frames[at : at + 4], "big") == 1
        plain += _page(frames[at + 24 : at + 24 + PAGE_BYTES], key, 16 if first else 0)
    return plain


def _page(page: bytes, key: bytes, start: int) -> bytes:
    reader = Cipher(algorithms.AES(key), modes.CBC(page[-80:-64])).decryptor()
    return reader.update(page[start:-80]) + reader.finalize()
