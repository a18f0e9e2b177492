"""Zip archives inside out: parts by name, never more of them than is sensible. The one door to zipfile.

Nothing is ever unpacked to a disk, so names like `../x` and links in an archive are names and nothing more.
"""

import io
import posixpath
import struct
import zipfile
import zlib

from app.domain.errors import DocumentError

PART_LIMIT_BYTES = 192 * 1024 * 1024
TOTAL_LIMIT_BYTES = 512 * 1024 * 1024
_LOCAL_HEADER = b"PK\x03\x04"
_ENTRIES_LIMIT = 100_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, struct.error)


class Archive:
    """The parts of a zip archive, also of one whose directory at the end is missing."""

    def __init__(self, data: bytes) -> None:
        """Raises DocumentError when not even a beginning of an archive is there."""
        self._taken = 0
        self._salvaged: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        try:
            self._zip: zipfile.ZipFile | None = zipfile.ZipFile(io.BytesIO(data))
            names = self._zip.namelist()[:_ENTRIES_LIMIT]
        except _BROKEN:
            self._zip = None
            self._salvaged = _salvage(data)
            names = list(self._salvaged)
            if not names:
                raise DocumentError("document_damaged") from None
        for name in names:
            self._names.setdefault(_plain(name), name)

    @property
    def whole(self) -> bool:
        """Whether the archive's own directory could be read."""
        return self._zip is not None

    def names(self) -> list[str]:
        """Names of all parts, in order, with `/` between folders and none at the beginning."""
        return list(self._names)

    def has(self, name: str) -> bool:
        """Whether there is such a part; capitals don't matter."""
        return _plain(name) in self._names

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises KeyError when there is none, DocumentError when it is damaged or too large."""
        real = self._names[_plain(name)]
        if self._zip is None:
            return self._count(self._salvaged[real])
        try:
            info = self._zip.getinfo(real)
            if info.flag_bits & 1:
                raise DocumentError("document_locked_office")
            if info.file_size > PART_LIMIT_BYTES:
                raise DocumentError("document_inflates", limit_bytes=PART_LIMIT_BYTES)
            with self._zip.open(info) as part:
                data = part.read(PART_LIMIT_BYTES + 1)
        except _BROKEN as error:
            raise DocumentError("document_damaged") from error
        return self._count(data)

    def find(self, name: str) -> bytes | None:
        """A part's bytes, None when it isn't there or can't be read: for parts one can do without."""
        try:
            return self.read(name)
        except KeyError:
            return None
        except DocumentError as error:
            if error.code == "document_damaged":
                return None
            raise

    def _count(self, data: bytes) -> bytes:
        self._taken += len(data)
        if len(data) > PART_LIMIT_BYTES or self._taken > TOTAL_LIMIT_BYTES:
            raise DocumentError("document_inflates", limit_bytes=PART_LIMIT_BYTES)
        return data


def _plain(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/").lstrip("/")).lower()


def _salvage(data: bytes) -> dict[str, bytes]:
    """The parts of an archive that is cut short or overwritten: each is announced by a header of its own."""
    parts: dict[str, bytes] = {}
    total = 0
    place = data.find(_LOCAL_HEADER)
    while 0 <= place <= len(data) - 30 and len(parts) < _ENTRIES_LIMIT:
        flags, method = struct.unpack_from("<HH", data, place + 6)
        compressed, _, name_length, extra_length = struct.unpack_from("<IIHH", data, place + 18)
        name = data[place + 30 : place + 30 + name_length].decode("utf-8", "replace")
        start = place + 30 + name_length + extra_length
        body = b""
        if method == 8 and not flags & 1:
            inflating = zlib.decompressobj(-15)
            try:
                body = inflating.decompress(data[start:], PART_LIMIT_BYTES)
            except zlib.error:
                body = b""
        elif method == 0 and compressed:
            body = data[start : start + compressed]
        total += len(body)
        if total > TOTAL_LIMIT_BYTES:
            raise DocumentError("document_inflates", limit_bytes=PART_LIMIT_BYTES)
        if body:
            parts.setdefault(name, body)
        place = data.find(_LOCAL_HEADER, start)
    return parts
