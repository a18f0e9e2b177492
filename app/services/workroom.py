"""The one thread that does everything which isn't drawing: it owns the vault and runs the services.

One thread, because SQLite connections belong to a thread and because services without locks can be read.
Whatever it is given runs in the order it came; `later` waits without holding anything up.
"""

import heapq
import itertools
import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[[], object]


class Workroom:
    """Runs callables one after another on its own thread."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[Work | None] = queue.SimpleQueue()
        self._timed: list[tuple[float, int, Work]] = []
        self._order = itertools.count()
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="workroom", daemon=True)
        self._thread.start()

    def do(self, work: Callable[[], T]) -> "Future[T]":
        """Run `work` and hand back its result or exception. After `close` the future is cancelled."""
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(work())
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits on the future
                future.set_exception(error)

        if self._closed.is_set():
            future.cancel()
        else:
            self._waiting.put(run)
        return future

    def post(self, work: Work) -> None:
        """Run `work` some time; nobody waits. A bug in it is logged by kind and place."""
        if not self._closed.is_set():
            self._waiting.put(work)

    def later(self, delay_s: float, work: Work) -> None:
        """Run `work` after `delay_s` seconds, unless the room is closed by then."""
        due = time.monotonic() + delay_s
        self.post(lambda: heapq.heappush(self._timed, (due, next(self._order), work)))

    def close(self) -> None:
        """Finish what waits, then end the thread. May be called from the thread itself."""
        self._closed.set()
        self._waiting.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        while True:
            work = self._next()
            if work is None:
                return
            try:
                work()
            except Exception as error:  # noqa: BLE001 - thread boundary
                place = error.__traceback__
                while place is not None and place.tb_next is not None:
                    place = place.tb_next
                where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
                log.error("a task failed: %s at %s", type(error).__name__, where)

    def _next(self) -> Work | None:
        while True:
            wait_s = None
            if self._timed:
                wait_s = self._timed[0][0] - time.monotonic()
                if wait_s <= 0:
                    return heapq.heappop(self._timed)[2]
            try:
                return self._waiting.get(timeout=wait_s)
            except queue.Empty:
                continue
