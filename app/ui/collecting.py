"""Python's collector of cycles, run on the window's thread alone, when its loop has nothing else to do.

Window process. Left to itself it runs on whichever thread makes the next object, and ends what it finds there: a
document or a timer of Qt's on the work thread, while Qt has it in hand on this one.
"""

import gc
import time

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer, Slot

AT_LEAST_EVERY_MS = 10_000  # also where the window sleeps while another thread works
ALL_AT_MOST_EVERY_S = 10.0  # a look at all objects takes tens of milliseconds


class Collector(QObject):
    """Collects from now on; Python's own collector is off until `end`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all_s = time.monotonic()  # when all was looked at last
        gc.disable()
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None, "the application is made first"
        dispatcher.aboutToBlock.connect(self._look)
        self._clock = QTimer(self)
        self._clock.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._clock.timeout.connect(self._look)
        self._clock.start(AT_LEAST_EVERY_MS)

    def end(self) -> None:
        """Leave it to Python again."""
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.disconnect(self._look)
        self._clock.stop()
        gc.enable()

    @Slot()
    def _look(self) -> None:
        """Collect what Python itself would have by now."""
        young, middle, old = (
            count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if not young:
            return
        now_s = time.monotonic()
        if middle and old and now_s - self._all_s > ALL_AT_MOST_EVERY_S:
            gc.collect()
            self._all_s = time.monotonic()
        else:
            gc.collect(1 if middle else 0)
