"""Backups and imports for tests of the window: begun, and ended when a test says so."""

from collections.abc import Callable
from pathlib import Path

from app.domain.errors import HearthError
from app.services.events import (
    BackupEnded,
    BackupProgressed,
    Event,
    ImportEnded,
    ImportProgressed,
)
from app.services.import_summary import ImportSummary


class FakeBackups:
    """Backups that go on as a test says."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self.can_be_opened_elsewhere = True
        self.target: Path | None = None

    def start(self, target: Path) -> None:
        self.target = target

    def go_on(self, fraction: float) -> None:
        """A piece was written."""
        self._publish(BackupProgressed(fraction))

    def end(self, error: HearthError | None = None) -> None:
        """It is made, or can't be."""
        assert self.target is not None
        self._publish(BackupEnded(self.target, error))

    def stop(self) -> None:
        assert self.target is not None
        self._publish(BackupEnded(self.target, None, stopped=True))


class FakeImports:
    """Imports that end as a test says."""

    def __init__(self, publish: Callable[[Event], None]) -> None:
        self._publish = publish
        self.path: Path | None = None

    def start(self, path: Path) -> None:
        self.path = path

    def go_on(self, done: int, total: int) -> None:
        """A file was read."""
        self._publish(ImportProgressed(done, total))

    def end(self, summary: ImportSummary | None, error: HearthError | None = None) -> None:
        """It is over."""
        assert self.path is not None
        self._publish(ImportEnded(self.path, summary, error))

    def stop(self) -> None:
        self.end(None)
