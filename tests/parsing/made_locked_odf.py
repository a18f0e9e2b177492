"""OpenDocument files encrypted with a password, as ODF 1.2 part 3 says in 3.4 and 4.8."""

import base64
import hashlib
import io
import zipfile
import zlib

from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.parsing.made_files import archive

_TURNS = 1024
_DEFLATED = ("content.xml", "meta.xml", "styles.xml")


def aes(plain: bytes, password: str) -> bytes:
    """As LibreOffice has done since 3.5."""
    return _locked(
        plain,
        password,
        algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc",
        start=bytes(range(16)),
        key_bytes=32,
        begin="http://www.w3.org/2000/09/xmldsig#sha256",
    )


def blowfish(plain: bytes, password: str) -> bytes:
    """As OpenOffice did."""
    return _locked(plain, password, algorithm="Blowfish CFB", start=bytes(range(8)), key_bytes=16, begin="")


def _locked(
    plain: bytes, password: str, *, algorithm: str, start: bytes, key_bytes: int, begin: str
) -> bytes:
    parts: dict[str, str | bytes] = {}
    entries = ""
    with zipfile.ZipFile(io.BytesIO(plain)) as package:
        for number, name in enumerate(package.namelist()):
            data = package.read(name)
            parts[name] = data
            if name not in _DEFLATED:
                continue
            salt = bytes([number]) * 16
            hashed = hashlib.new("sha256" if begin else "sha1", password.encode()).digest()
            key = hashlib.pbkdf2_hmac("sha1", hashed, salt, _TURNS, key_bytes)
            parts[name] = _encrypted(key, start, data)
            generation = f'<start-key-generation start-key-generation-name="{begin}"/>' if begin else ""
            entries += (
                f'<file-entry full-path="{name}"><encryption-data><algorithm algorithm-name="{algorithm}" '
                f'initialisation-vector="{base64.b64encode(start).decode()}"/><key-derivation '
                f'key-derivation-name="PBKDF2" key-size="{key_bytes}" iteration-count="{_TURNS}" '
                f'salt="{base64.b64encode(salt).decode()}"/>{generation}</encryption-data></file-entry>'
            )
    parts["META-INF/manifest.xml"] = f"<manifest>{entries}</manifest>"
    return archive(parts, stored_first=True)


def _encrypted(key: bytes, start: bytes, data: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    packed = packing.compress(data) + packing.flush()
    if len(start) == 16:
        fill = 16 - len(packed) % 16
        encryptor = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
        return encryptor.update(packed + bytes(fill - 1) + bytes([fill])) + encryptor.finalize()
    encryptor = Cipher(Blowfish(key), CFB(start)).encryptor()
    return encryptor.update(packed) + encryptor.finalize()
