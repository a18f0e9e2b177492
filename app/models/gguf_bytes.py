"""Reads a hostile file piece by piece. Runs in the window or command line process, on any one thread.

Opens regular files only and never waits on a FIFO or a device. No memory map: a mapped file that another
program cuts short ends the process with SIGBUS. No number from the file is trusted: what is asked for is
compared with the bytes that are left before anything is allocated.
"""

import errno
import os
import stat
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from app.domain.errors import ModelError

CHUNK_BYTES: Final = 1 << 18
_U64: Final = struct.Struct("<Q")
_U32: Final = struct.Struct("<I")


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """Tells whether a path still leads to the file that was looked at, unchanged."""

    device: int
    inode: int
    size_bytes: int
    mtime_ns: int

    @classmethod
    def of_stat(cls, found: os.stat_result) -> "FileIdentity":
        """The identity behind a stat result."""
        return cls(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)

    @classmethod
    def of(cls, path: str | os.PathLike[str]) -> "FileIdentity":
        """The identity of the file at `path`, links followed. Raises OSError."""
        return cls.of_stat(os.stat(path))

    def still_same(self, path: str | os.PathLike[str]) -> bool:
        """Whether `path` leads to this very file, with the same size and time of change."""
        try:
            return self == FileIdentity.of(path)
        except (OSError, ValueError):
            return False


def shown_name(path: str | os.PathLike[str]) -> str:
    """The last part of `path` as safe text for a sentence: no control, direction or broken characters."""
    name = os.path.basename(os.fspath(path).rstrip("/\\")) or os.fspath(path)
    return "".join("\ufffd" if unicodedata.category(char)[0] == "C" else char for char in name)[:255]


class FileBytes:
    """A regular file, read in order through a buffer of `CHUNK_BYTES`.

    Attributes:
        identity: of the file that is open; `size_bytes` is the limit of every read.
        position: next byte, from the start of the file.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Opens `path`. Raises ModelError: model_missing, model_link_broken, model_is_folder,
        model_not_regular_file, model_unreadable."""
        self.path = Path(path)
        self.shown = shown_name(path)
        self._fd = -1
        self._fd, found = _open_regular(path, self.shown)
        self.identity = FileIdentity.of_stat(found)
        self.size = found.st_size
        self.position = 0
        self._buffer = b""
        self._start = 0  # where _buffer lies in the file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; may be called twice."""
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def __del__(self) -> None:
        self.close()

    def damaged(self, reason: str) -> ModelError:
        """The error that says the file contradicts itself; `reason` is snake_case."""
        return ModelError("model_damaged", file=self.shown, reason=reason, offset=self.position)

    def cut_short(self, need_bytes: int) -> ModelError:
        """The error that says bytes are missing at the end; `need_bytes` is the least whole size."""
        return ModelError("model_cut_short", file=self.shown, have_bytes=self.size, need_bytes=need_bytes)

    @property
    def left(self) -> int:
        """Bytes between `position` and the end of the file."""
        return self.size - self.position

    def unchanged(self) -> bool:
        """Whether the open file still has the size and time of change it was opened with."""
        return FileIdentity.of_stat(os.fstat(self._fd)) == self.identity

    def need(self, n_bytes: int, plausible_bytes: int) -> None:
        """Raises unless `n_bytes` are left: cut short when the wish is plausible, else damaged."""
        if n_bytes > self.left:
            if n_bytes <= plausible_bytes:
                raise self.cut_short(self.position + n_bytes)
            raise self.damaged("length_past_end")

    def take(self, n_bytes: int) -> bytes:
        """The next `n_bytes`, which `need` has allowed."""
        self.need(n_bytes, n_bytes)
        offset = self.position - self._start
        if offset < 0 or offset + n_bytes > len(self._buffer):
            self._fill(max(n_bytes, CHUNK_BYTES))
            offset = 0
            if n_bytes > len(self._buffer):
                raise ModelError("model_changed", file=self.shown)
        self.position += n_bytes
        return self._buffer[offset : offset + n_bytes]

    def u32(self) -> int:
        """The next four bytes as an unsigned number."""
        value: int = _U32.unpack(self.take(4))[0]
        return value

    def u64(self) -> int:
        """The next eight bytes as an unsigned number."""
        value: int = _U64.unpack(self.take(8))[0]
        return value

    def skip(self, n_bytes: int) -> None:
        """Steps over `n_bytes` without reading them."""
        self.need(n_bytes, 1 << 30)
        self.position += n_bytes

    def skip_strings(self, count: int) -> None:
        """Steps over `count` strings, each eight bytes of length and its text. About 0.2 µs each."""
        self.need(count * 8, 1 << 30)
        unpack = _U64.unpack_from
        while count:
            self.take(8)  # makes sure a length is in the buffer, or says that the file ends here
            self.position -= 8
            buffer = self._buffer
            at = self.position - self._start
            last = len(buffer) - 8
            while count and at <= last:
                at += 8 + unpack(buffer, at)[0]
                count -= 1
            if self._start + at > self.size:  # the string that crosses the end of the file
                self.position = self.size
                missing = self._start + at - self.size
                raise (
                    self.cut_short(self.size + missing)
                    if missing < 1 << 20
                    else self.damaged("length_past_end")
                )
            self.position = self._start + at

    def _fill(self, n_bytes: int) -> None:
        pieces = []
        want = min(n_bytes, self.left)
        at = self.position
        try:
            while want > 0:
                piece = _read_at(self._fd, want, at)
                if not piece:
                    break
                pieces.append(piece)
                at += len(piece)
                want -= len(piece)
        except OSError as error:
            raise ModelError("model_unreadable", file=self.shown, reason=reason_of(error)) from error
        self._buffer = b"".join(pieces)
        self._start = self.position


def _read_at(fd: int, n_bytes: int, at: int) -> bytes:
    if hasattr(os, "pread"):
        return os.pread(fd, n_bytes, at)
    os.lseek(fd, at, os.SEEK_SET)  # Windows; the descriptor belongs to one thread
    return os.read(fd, n_bytes)


def reason_of(error: OSError) -> str:
    """The system's own name for what went wrong: "enospc"; `app.services.sentence_parts` has words for it."""
    return errno.errorcode.get(error.errno or 0, "unknown").lower()


def _open_regular(path: str | os.PathLike[str], shown: str) -> tuple[int, os.stat_result]:
    flags = os.O_RDONLY
    for extra in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):  # not all exist everywhere
        flags |= getattr(os, extra, 0)
    try:
        _require_regular(os.stat(path), shown)  # before opening: opening a device can do something
        fd = os.open(path, flags)
    except (FileNotFoundError, NotADirectoryError) as error:
        broken = os.path.islink(path)
        raise ModelError("model_link_broken" if broken else "model_missing", file=shown) from error
    except OSError as error:
        code = "model_link_broken" if error.errno == errno.ELOOP else "model_unreadable"
        raise ModelError(code, file=shown, reason=reason_of(error)) from error
    except ValueError as error:  # a NUL character in the name
        raise ModelError("model_missing", file=shown) from error
    try:
        found = os.fstat(fd)  # again: the path may have been swapped since
        _require_regular(found, shown)
    except BaseException:
        os.close(fd)
        raise
    return fd, found


def _require_regular(found: os.stat_result, shown: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise ModelError("model_is_folder", file=shown)
    if not stat.S_ISREG(found.st_mode):
        kinds = {
            stat.S_IFIFO: "fifo",
            stat.S_IFSOCK: "socket",
            stat.S_IFCHR: "device",
            stat.S_IFBLK: "device",
        }
        kind = kinds.get(stat.S_IFMT(found.st_mode), "special")
        raise ModelError("model_not_regular_file", file=shown, kind=kind)
