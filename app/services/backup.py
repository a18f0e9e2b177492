"""Backups: making one of the open profile, restoring one. Work thread (a command: its main thread).

In the window the work is done in pieces between other work, so that chats go on meanwhile; files can't be searched,
because the library's process has to rest.
"""

import os
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import (
    HearthError,
    KeyringUnavailableError,
    UsageError,
    VaultLockedError,
    WrongSecretError,
)
from app.services.events import BackupEnded, BackupProgressed, Event
from app.services.library_service import LibraryService
from app.services.workroom import Workroom
from app.vault.backing_up import Progress, back_up
from app.vault.backup_file import read_header
from app.vault.key_file import KeyFile, SlotKind
from app.vault.keyring_store import KeyringState, KeyringStore
from app.vault.profile import Profile, data_key_of
from app.vault.restoring import opened_backup, restore
from app.vault.vault import Vault

_OWN_WORDS = {
    "passphrase_wrong": "backup_passphrase_wrong",
    "passphrase_not_set": "backup_passphrase_not_set",
    "recovery_code_wrong": "backup_code_wrong",
    "recovery_code_not_set": "backup_code_not_set",
}


class BackupService:
    """Backups of the open profile."""

    def __init__(
        self, vault: Vault, library: LibraryService, workroom: Workroom, publish: Callable[[Event], None]
    ) -> None:
        self._vault = vault
        self._library = library
        self._workroom = workroom
        self._publish = publish
        self._steps: Generator[Progress, None, None] | None = None
        self._target = Path()

    @property
    def can_be_opened_elsewhere(self) -> bool:
        """Whether there is a passphrase or a recovery code, without which no backup is made."""
        return bool({SlotKind.PASSPHRASE, SlotKind.RECOVERY} & set(self._vault.slots()))

    def steps(self, target: Path, *, library: bool = True) -> Generator[Progress, None, None]:
        """Make a backup, a piece with each `next`. Errors: see `app.vault.backing_up.back_up`."""
        with self._library.resting():
            yield from back_up(self._vault, target, library=library)

    def start(self, target: Path, library: bool = True) -> None:
        """Make a backup in the background: BackupProgressed is published meanwhile, BackupEnded once.

        Errors: UsageError("backup_under_way").
        """
        if self._steps is not None:
            raise UsageError("backup_under_way")
        self._steps, self._target = self.steps(target, library=library), target
        self._workroom.post(self._go_on)

    def stop(self) -> None:
        """Make no backup after all, and leave nothing of it."""
        if self._steps is not None:
            self._end(None, stopped=True)

    close = stop

    def _go_on(self) -> None:
        if self._steps is None:
            return
        try:
            progress = next(self._steps, None)
        except HearthError as error:
            self._end(error)
            return
        if progress is None:
            self._end(None)
            return
        self._publish(BackupProgressed(progress.done_bytes / max(progress.total_bytes, 1)))
        self._workroom.post(self._go_on)

    def _end(self, error: HearthError | None, stopped: bool = False) -> None:
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()
        self._publish(BackupEnded(self._target, error, stopped))


@dataclass
class Restored:
    """What a restore has done: `kept` is the folder with the profile that was there before, None where none was."""

    kept: Path | None = None


def restore_steps(
    backup: Path, folder: Path, passphrase: str | None, recovery_code: str | None, restored: Restored
) -> Generator[Progress, None, None]:
    """Restore `backup` into the profile `folder`, a piece with each `next`; `restored` is filled at the end.

    Errors: see `app.vault.restoring.restore`; VaultLockedError("backup_secret_needed"); WrongSecretError.
    """

    def taken(kept: str, keyring: bool) -> None:
        restored.kept = folder / kept if kept else None
        if keyring:
            _open_by_keyring_again(folder, passphrase, recovery_code)

    return restore(backup, folder, lambda keys: _opened(keys, passphrase, recovery_code), taken)


def try_backup(backup: Path, passphrase: str | None, recovery_code: str | None) -> None:
    """Raise what `restore_steps` would when the secret is wrong or the header damaged; nothing is unpacked."""
    with opened_backup(backup) as file:
        _opened(read_header(file, backup.name).keys, passphrase, recovery_code)


def _opened(keys: KeyFile, passphrase: str | None, recovery_code: str | None) -> bytes:
    if not passphrase and not recovery_code:
        raise VaultLockedError("backup_secret_needed")
    try:
        return data_key_of(keys, passphrase or None, recovery_code or None, None)
    except WrongSecretError as error:
        raise WrongSecretError(_OWN_WORDS.get(error.code, error.code), **error.parameters) from error


def _open_by_keyring_again(folder: Path, passphrase: str | None, recovery_code: str | None) -> None:
    """The backed-up profile opened without a question: let this computer's keyring do that, if it will."""
    keyring = KeyringStore(environ=os.environ)
    if keyring.state() is not KeyringState.AVAILABLE:
        return
    vault = Profile(folder).unlock(passphrase=passphrase or None, recovery=recovery_code or None)
    try:
        vault.add_keyring(keyring)
    except KeyringUnavailableError:
        return  # it opens with what opened the backup
    finally:
        vault.close()
