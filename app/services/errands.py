"""What another thread wants done on the work thread, where the vault is: handed over, waited for, never lost.

`Workroom.do` alone would not do: whoever ends the session stands on the work thread and waits for that other thread.
"""

import math
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from app.services.workroom import Workroom

T = TypeVar("T")
POLL_S = 0.05


class Errands:
    """Errands of one thread."""

    def __init__(self, workroom: Workroom) -> None:
        self._workroom = workroom
        self._waiting: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    def do(self, work: Callable[[], T]) -> T:
        """Have `work` done on the work thread; its result or exception. From the other thread only."""
        future: Future[T] = Future()

        def run() -> None:
            try:
                future.set_result(work())
            except BaseException as error:  # noqa: BLE001 - it belongs to the thread that waits
                future.set_exception(error)

        self._waiting.put(run)
        self._workroom.post(self._serve)
        return future.result()

    def serve_until(self, ended: threading.Event, patience_s: float = math.inf) -> bool:
        """Stand on the work thread and do errands until the other thread has ended; whether it did in time."""
        gives_up_at = time.monotonic() + patience_s
        while not ended.is_set() and time.monotonic() < gives_up_at:
            try:
                self._waiting.get(timeout=POLL_S)()
            except queue.Empty:
                continue
        return ended.is_set()

    def _serve(self) -> None:
        try:
            run = self._waiting.get_nowait()
        except queue.Empty:  # `serve_until` has done it
            return
        run()
