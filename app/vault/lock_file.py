"""One process per profile: an operating system lock on `profile.lock`, gone with the process that held it.

Window or command line process. The file holds the holder's process id as text, only to be shown; it stays
when the lock is freed, for removing it would let two processes lock two files of the same name.
"""

import errno
import os
import sys
from pathlib import Path

from app.domain.errors import VaultBusyError, VaultError
from app.vault.private_file import FILE_MODE, read_bounded, storage_error

NAME = "profile.lock"
_HELD_ELSEWHERE = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_NO_LOCKS_HERE = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)
_WINDOWS_LOCKED_BYTE = 1 << 20  # beyond the text, which Windows would otherwise keep others from reading


class ProfileLock:
    """The lock of one profile folder; taken by `take`, freed by `free` or by the end of the process."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._descriptor: int | None = None

    def take(self) -> None:
        """Take the lock. Never waits.

        Errors: VaultBusyError("profile_in_use", pid), pid 0 where it isn't known;
        VaultError("profile_no_locks") on a network folder that can't lock; profile_read_only, profile_denied,
        disk_full and others of `storage_error`.
        """
        if self._descriptor is not None:
            return
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(self._path, flags, FILE_MODE)
        except OSError as error:
            raise storage_error(error, NAME) from error
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HELD_ELSEWHERE:
                raise VaultBusyError("profile_in_use", pid=self.holder()) from error
            if error.errno in _NO_LOCKS_HERE:
                raise VaultError("profile_no_locks", name=NAME) from error
            raise storage_error(error, NAME) from error
        self._descriptor = descriptor
        try:
            os.ftruncate(descriptor, 0)
            os.write(descriptor, f"{os.getpid()}\n".encode("ascii"))
        except OSError:
            pass  # a full disk: the lock holds, only the number can't be shown

    def holder(self) -> int:
        """The process id in the file, or 0."""
        try:
            text = read_bounded(self._path, 64) or b""
        except VaultError:
            return 0
        digits = text.strip()
        return int(digits) if digits.isdigit() and len(digits) < 10 else 0

    def free(self) -> None:
        """Free the lock; safe to call when it isn't held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _WINDOWS_LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
