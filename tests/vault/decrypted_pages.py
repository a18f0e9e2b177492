"""A profile's database without its encryption, page by page, read beside the program. Test material."""

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from app.vault.profile import Profile

PAGE_BYTES = 4096


def decrypted(profile: Profile, key: bytes) -> bytes:
    """Every page of the database and its WAL without its encryption, free pages too.

    Format: zetetic.net/sqlcipher/design. A page ends with 80 reserved bytes: a nonce of 16 and an HMAC of 64;
    the first page begins with the salt. A WAL has a header of 32 bytes and one of 24 before each page.
    """
    plain = b""
    content = profile.database_path.read_bytes()
    for at in range(0, len(content), PAGE_BYTES):
        plain += _page(content[at : at + PAGE_BYTES], key, 16 if at == 0 else 0)
    wal = profile.database_path.with_name("vault.db-wal")
    frames = wal.read_bytes()[32:] if wal.exists() else b""
    for at in range(0, len(frames), PAGE_BYTES + 24):
        number = int.from_bytes(frames[at : at + 4], "big")
        page = frames[at + 24 : at + 24 + PAGE_BYTES]
        plain += _page(page, key, 16 if number == 1 else 0)
    return plain


def _page(page: bytes, key: bytes, start: int) -> bytes:
    nonce = page[PAGE_BYTES - 80 : PAGE_BYTES - 64]
    reader = Cipher(algorithms.AES(key), modes.CBC(nonce)).decryptor()
    return reader.update(page[start : PAGE_BYTES - 80]) + reader.finalize()
