"""What is done to a profile while it is put away: a restore, a move. Window process, main thread.

The work is done on the work thread, some pieces at a time, so that it can be stopped. Whatever comes of it, the process
ends and a fresh one shows the profile that is there, whole.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import HearthError
from app.services.sentences import sentence
from app.ui.door import Door
from app.ui.ports import Opener, Restoring
from app.ui.questions import TellSheet
from app.ui.theme import Theme

PIECES_AT_ONCE = 8  # of 1 MiB; the bar moves and Stop is heard between them


class ShowsProgress(Protocol):
    """A sheet with a bar."""

    def show_progress(self, fraction: float, /) -> None: ...


class AwayWork(QObject):
    """Base of the desks that do such work, once each.

    Signals: `ended` when the process shall end and a fresh one take its place.
    """

    ended = Signal()

    def __init__(
        self, theme: Theme, door: Door, opener: Opener, window: QWidget, put_away: Callable[[], None]
    ) -> None:
        """`put_away` closes the open profile, if one is open; what is run through the door later comes after it."""
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._opener = opener
        self._window = window
        self._put_away = put_away
        self._begin: Callable[[], Restoring] | None = None
        self._steps: Restoring | None = None
        self._sheet: ShowsProgress | None = None
        self._failure = ""
        self._stopped = False

    @Slot()
    def stop(self) -> None:
        """Stop before the next pieces."""
        self._stopped = True

    def _do(self, steps: Callable[[], Restoring], sheet: ShowsProgress, failure: str) -> None:
        """Put the profile away, do what `steps` makes, and show on the sheet how far it is.

        `failure`: the heading over the reason why it couldn't be done.
        """
        self._begin, self._sheet, self._failure = steps, sheet, failure
        self._put_away()
        sheet.show_progress(0.0)
        self._go_on()

    def _some(self) -> float | None:
        """On the work thread. How far it is; None at the end."""
        if self._steps is None and self._begin is not None:
            self._steps = self._begin()
        steps, progress = self._steps, None
        if steps is None:
            return None
        if self._stopped:
            steps.close()
            return None
        for _ in range(PIECES_AT_ONCE):
            progress = next(steps, None)
            if progress is None:
                return None
        return progress.done_bytes / max(progress.total_bytes, 1) if progress is not None else None

    def _go_on(self) -> None:
        self._door.run(self._some, self._moved, self._failed)

    def _moved(self, fraction: float | None) -> None:
        if fraction is None:
            self.ended.emit()
            return
        if self._sheet is not None:
            self._sheet.show_progress(fraction)
        self._go_on()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, HearthError):
            return
        told = TellSheet(self._theme, self._window, self._failure, sentence(error, self.tr))
        told.finished.connect(self.ended)
        told.open_over()
