"""`keys.json` on the disk, with its copy `keys.json.bak`.

Window or command line process; the profile's lock is held. The copy is there against rot and half-written
files, not to keep what was: the former file stays as the copy only until the new one has been read back
from the disk; then the copy is made the same as the new one, so that a passphrase that was changed or removed
opens nothing any more. A crash in between leaves the former copy until the next unlocking, which makes the
two the same again (`settle`). Somebody who has an older `keys.json` and its passphrase still has the data
key: wrapping it anew can't take it back, and `docs/promise.md` says so.
"""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import VaultDamagedError, VaultError
from app.vault.key_file import LIMIT_BYTES, KeyFile, parse, serialise
from app.vault.private_file import make_private, read_bounded, remove_file, replace_file

NAME = "keys.json"
COPY_NAME = "keys.json.bak"


@dataclass(frozen=True, slots=True)
class Found:
    """What was read: `from_copy` when `keys.json` was missing or damaged and the copy stood in for it."""

    file: KeyFile
    from_copy: bool = False


class KeyStore:
    """The two files of one profile folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._copy = folder / COPY_NAME

    def exists(self) -> bool:
        """Whether either file is there."""
        return self._path.exists() or self._copy.exists()

    def read(self) -> Found | None:
        """The key file, from the copy when need be; None when neither file is there.

        Errors: VaultDamagedError keys_newer, or keys_damaged when neither can be read.
        """
        try:
            file = self._read(self._path)
        except VaultDamagedError as error:
            if error.code == "keys_newer":
                raise
            copy = self.read_copy()
            if copy is None:
                raise
            return Found(copy, from_copy=True)
        if file is not None:
            return Found(file)
        copy = self._read(self._copy)
        return None if copy is None else Found(copy, from_copy=True)

    def read_copy(self) -> KeyFile | None:
        """The copy, or None when it is missing, damaged or newer."""
        try:
            return self._read(self._copy)
        except VaultDamagedError:
            return None

    def write(self, file: KeyFile) -> None:
        """Put a sealed key file in place, keeping the former as the copy until the new one was read back.

        Errors: VaultError of the disk; the former file is then still in place.
        """
        former = read_bounded(self._path, LIMIT_BYTES)
        if former is not None and former != read_bounded(self._copy, LIMIT_BYTES):
            with contextlib.suppress(VaultDamagedError):  # a damaged one would push out a good copy
                parse(former)
                replace_file(self._copy, former)
        content = serialise(file)
        replace_file(self._path, content)
        if read_bounded(self._path, LIMIT_BYTES) != content:
            raise VaultError("storage_failed", name=NAME, reason="read back otherwise than written")
        replace_file(self._copy, content)

    def settle(self, file: KeyFile) -> None:
        """After unlocking with `file`: make both files hold it, if they don't."""
        content = serialise(file)
        for path in (self._path, self._copy):
            if read_bounded(path, LIMIT_BYTES) != content:
                replace_file(path, content)
            make_private(path)

    def remove(self) -> None:
        """Remove both files: only for a profile whose set-up never finished."""
        remove_file(self._path)
        remove_file(self._copy)

    def _read(self, path: Path) -> KeyFile | None:
        if not path.exists() and not path.is_symlink():
            return None
        content = read_bounded(path, LIMIT_BYTES)
        if content is None:
            raise VaultDamagedError("keys_damaged")
        return parse(content)
