"""The profile this process was started for: what opening it needs, and opening it. Work thread only.

Vault and services are imported when they are first used: the window is on the screen before.
"""

from collections.abc import Callable, Generator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import UsageError
from app.sandbox import SealReport
from app.services.opening_state import Opening
from app.services.workroom import Workroom

if TYPE_CHECKING:
    from app.domain.library import LibraryFacts
    from app.services.demo import DemoOpener
    from app.services.events import Event
    from app.services.opening import Session
    from app.vault.backing_up import Progress
    from app.vault.moving import MovePlan


class ProfileOpener:
    """Ties `app.services.opening` to one folder. `locked` says that the person locked the window before."""

    def __init__(
        self,
        folder: Path,
        locked: bool,
        report: SealReport,
        workroom: Workroom,
        start_gateway: "Callable[[], Connection[bytes, bytes]]",
    ) -> None:
        """`start_gateway` has the supervisor start the process that speaks to servers."""
        self._start_gateway = start_gateway
        self._folder = folder
        self._locked = locked
        self._report = report
        self._workroom = workroom

    def inspect(self) -> Opening:
        """What opening the profile needs. Never raises."""
        from app.services.opening import inspect  # late: after the first picture

        return inspect(self._folder, self._locked)

    def open(
        self, passphrase: str | None, recovery_code: str | None, publish: "Callable[[Event], None]"
    ) -> "Session":
        """Open the profile, making it first where there is none. Raises VaultError."""
        from app.services.opening import open_session  # late: after the first picture

        session = open_session(
            self._folder,
            passphrase=passphrase,
            recovery_code=recovery_code,
            publish=publish,
            seal=self._report,
            workroom=self._workroom,
            start_gateway=self._start_gateway,
        )
        session.library.start_in_background()
        return session

    def try_backup(self, backup: Path, passphrase: str | None, recovery_code: str | None) -> None:
        """Raise HearthError unless this secret opens the backup."""
        from app.services.backup import try_backup  # late: after the first picture

        try_backup(backup, passphrase, recovery_code)

    def restoring(
        self, backup: Path, passphrase: str | None, recovery_code: str | None
    ) -> "Generator[Progress, None, None]":
        """Put the backup in the profile's place, which isn't open any more: a piece with each `next`."""
        from app.services.backup import Restored, restore_steps  # late: after the first picture
        from app.vault.moving import settled

        return restore_steps(backup, settled(self._folder), passphrase, recovery_code, Restored())

    def plan_of_move(self, target: Path, libraries: "tuple[LibraryFacts, ...]") -> "MovePlan":
        """What moving the open profile to `target` would do. Raises HearthError where it can't be done."""
        from app.services.moving import plan_of  # late: after the first picture

        return plan_of(self._folder, target, libraries)

    def moving(self, target: Path, leave_models: bool) -> "Generator[Progress, None, None]":
        """Move the profile, which isn't open any more: a piece with each `next`."""
        from app.vault.moving import move  # late: after the first picture

        return move(self._folder, target, leave_models=leave_models)


class DemoProfileOpener(ProfileOpener):
    """The same for the throw-away profile of the demo: ties `app.services.demo` to its folder."""

    def inspect(self) -> Opening:
        """Never needs a secret."""
        return self._opener().inspect()

    def open(
        self, passphrase: str | None, recovery_code: str | None, publish: "Callable[[Event], None]"
    ) -> "Session":
        """Make the profile, its model and its library."""
        return self._opener().open(passphrase, recovery_code, publish)

    def try_backup(self, backup: Path, passphrase: str | None, recovery_code: str | None) -> None:
        """Refused: the demo's profile is thrown away."""
        raise UsageError("backup_of_demo")

    def plan_of_move(self, target: Path, libraries: "tuple[LibraryFacts, ...]") -> "MovePlan":
        """Refused: the demo's profile is thrown away."""
        raise UsageError("move_of_demo")

    def _opener(self) -> "DemoOpener":
        from app.services.demo import DemoOpener  # late: after the first picture

        return DemoOpener(
            self._folder, self._locked, self._report, self._workroom, start_gateway=self._start_gateway
        )
