"""Files and folders that only their owner may read, written so that a crash leaves the old or the new one.

Runs in the window or command line process, on the caller's thread. Every `OSError` leaves this package as a
`VaultError` made by `storage_error`.
"""

import contextlib
import errno
import os
import stat
import sys
from pathlib import Path

from app.domain.errors import VaultError

FOLDER_MODE = 0o700
FILE_MODE = 0o600

_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "profile_read_only",
    errno.EACCES: "profile_denied",
    errno.EPERM: "profile_denied",
    errno.ENAMETOOLONG: "path_too_long",
    errno.ENOTDIR: "profile_not_a_folder",
    errno.EEXIST: "profile_not_a_folder",
}


def storage_error(error: OSError, name: str) -> VaultError:
    """The foreseen error for an operating system error on the profile's file or folder `name`."""
    code = _CODES.get(error.errno or 0, "storage_failed")
    reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return VaultError(code, name=name, reason=reason)


def make_private_folder(folder: Path) -> None:
    """Make `folder` (and what is missing above it) and close it to everyone else.

    Errors: VaultError("profile_folder_shared") for a folder of another person or one everybody may write to
    (such as the shared temporary folder), whose permissions aren't ours to change; and those of
    `storage_error`.
    """
    try:
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        if sys.platform != "win32":  # there the profile's place inherits an owner-only access list
            found = folder.stat()
            if found.st_uid != os.geteuid() or found.st_mode & stat.S_ISVTX:
                raise VaultError("profile_folder_shared", name=folder.name)
            if stat.S_IMODE(found.st_mode) != FOLDER_MODE:
                folder.chmod(FOLDER_MODE)
    except OSError as error:
        raise storage_error(error, folder.name) from error


def make_private(path: Path) -> None:
    """Take away what others may do with `path`; a file that isn't there is left alone."""
    if sys.platform == "win32":
        return
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            path.chmod(FILE_MODE)
    except FileNotFoundError:
        return
    except OSError as error:
        raise storage_error(error, path.name) from error


def create_empty(path: Path) -> None:
    """Make an empty owner-only file; one that is there already is an error (VaultError)."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))
    except OSError as error:
        raise storage_error(error, path.name) from error


def read_bounded(path: Path, limit_bytes: int) -> bytes | None:
    """The bytes of a regular file, or None where there is no regular file or it is larger than the limit.

    Never waits: a FIFO or a device put in its place is no regular file.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, IsADirectoryError):
        return None
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket or a FIFO
            return None
        raise storage_error(error, path.name) from error
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        try:
            content = file.read(limit_bytes + 1)
        except OSError as error:
            raise storage_error(error, path.name) from error
    return None if len(content) > limit_bytes else content


def replace_file(path: Path, content: bytes) -> None:
    """As `put_in_place`, for a file of the profile: what goes wrong is a VaultError."""
    try:
        put_in_place(path, content)
    except OSError as error:
        raise storage_error(error, path.name) from error


def put_in_place(path: Path, content: bytes) -> None:
    """Put `content` in the place of `path` so that a crash or a full disk leaves the former file whole.

    Errors: OSError.
    """
    temporary = path.with_name(path.name + ".new")
    with contextlib.suppress(FileNotFoundError):
        temporary.unlink()  # left by a crash; its permissions are not to be trusted
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def remove_file(path: Path) -> None:
    """Remove `path` if it is there, durably."""
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise storage_error(error, path.name) from error


def sync_folder(folder: Path) -> None:
    """Make renames in `folder` survive a power cut. Windows has no such call: NTFS journals the rename."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # network folders without the call
            raise
    finally:
        os.close(descriptor)
