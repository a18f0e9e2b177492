"""Tells that another day has begun, for what stands under "Today". Window process, main thread."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

LONGEST_LOOK_MS = 3_600_000  # a clock that is set, or a computer that slept, is noticed within the hour


class DayChange(QObject):
    """Looks at the clock at midnight, and at least once an hour.

    Signals: `begun`: the date is another one.
    """

    begun = Signal()

    def __init__(self, parent: QObject, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(parent)
        self._now = now
        self._day: date = now().date()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._wait()

    @Slot()
    def look(self) -> None:
        """Look at the clock now, and again when it is time."""
        today = self._now().date()
        if today != self._day:
            self._day = today
            self.begun.emit()
        self._wait()

    @property
    def next_look_ms(self) -> int:
        """How long until the next look."""
        return self._timer.interval()

    def _wait(self) -> None:
        now = self._now()
        midnight = datetime.combine(now.date() + timedelta(days=1), time())
        left_ms = int((midnight - now).total_seconds() * 1000) + 1
        self._timer.start(max(1, min(left_ms, LONGEST_LOOK_MS)))
