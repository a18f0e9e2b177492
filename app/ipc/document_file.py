"""Opening a file that a person pointed at, whatever it turns out to be. Any process and thread."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import DocumentError

MEMORY_LIMIT_BYTES = 48 * 1024 * 1024  # of one that is no file: it fits into a frame
SIZE_LIMIT_BYTES = 512 * 1024 * 1024  # it is read into memory whole; a larger file is hardly a document

_IRREGULAR = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


@contextlib.contextmanager
def opened_document(path: Path) -> Iterator[int]:
    """A descriptor of an ordinary file, closed afterwards.

    Raises DocumentError for everything else, without waiting: a pipe nobody writes to is never opened.
    """
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        _refuse_irregular(os.stat(path))  # before opening: opening a device may already do something
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise _why_not_opened(path, error) from error
    try:
        status = os.fstat(descriptor)
        _refuse_irregular(status)
        if status.st_size == 0:
            raise DocumentError("document_empty")
        if status.st_size > SIZE_LIMIT_BYTES:
            raise DocumentError(
                "document_too_big_file", have_bytes=status.st_size, limit_bytes=SIZE_LIMIT_BYTES
            )
        yield descriptor
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def in_memory(content: bytes) -> Iterator[int]:
    """A descriptor of a nameless file in memory that holds `content` and can't be changed; -1 outside of Linux."""
    if sys.platform != "linux":
        yield -1
        return
    import fcntl  # late: there is none elsewhere

    descriptor = os.memfd_create("document", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        with open(descriptor, "wb", buffering=0, closefd=False) as file:
            left = memoryview(content)
            while left:
                left = left[file.write(left) :]
        everything = fcntl.F_SEAL_SEAL | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, everything)
        os.lseek(descriptor, 0, os.SEEK_SET)
        yield descriptor
    finally:
        os.close(descriptor)


def fingerprint(descriptor: int) -> tuple[int, int]:
    """What differs when the file was written to in the meantime: size and time of the last change."""
    status = os.fstat(descriptor)
    return status.st_size, status.st_mtime_ns


def file_name(path: Path) -> str:
    """The file's name as text that can be encoded; bytes that are no UTF-8 are replaced."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _refuse_irregular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = _IRREGULAR.get(stat.S_IFMT(status.st_mode), "something else")
        raise DocumentError("document_not_regular_file", kind=kind)


def _why_not_opened(path: Path, error: OSError | ValueError) -> DocumentError:
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    if number == errno.ELOOP or (number == errno.ENOENT and path.is_symlink()):
        return DocumentError("document_link_broken")
    if number in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
        return DocumentError("document_missing")
    if number in (errno.EACCES, errno.EPERM):
        return DocumentError("document_not_allowed")
    reason = os.strerror(number) if number else "unknown"
    return DocumentError("document_unreadable", reason=reason)
