"""Tells when the window's main thread was held for too long between two looks at what the person does.

Window process; off unless the environment variable HEARTH_WATCH_HOLDS names a limit in milliseconds, as the tests of
the real window do. The clock is the processor time of the main thread itself, divided by how slow this core is at that
moment (`app.ui.core_speed`), so a busy machine makes little difference. A thread of its own looks where the main
thread stands, and whether it waits for something there. The reports name places in the code and nothing that a person
wrote.
"""

import faulthandler
import os
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot

from app.environment import WATCH_HOLDS
from app.ui.core_speed import slowness
from app.ui.load_watch import watch_loads

MARK = "held:"  # each report begins with it
LOOK_S = 0.01
WAITING_FACTOR = 10  # waiting for others (a lock, the disk) may last this much longer: the machine is shared
_OWN = Path(__file__).parents[1].as_posix()
_LINE = re.compile(r'\s*File "(?P<file>.*)", line (?P<line>\d+) in (?P<name>.*)')


class HoldWatch(QObject):
    """Watches the event loop of the thread that makes it.

    A turn is what the loop does between two looks for events: its length is what a key press may have to wait.
    """

    def __init__(
        self,
        limit_s: float,
        report: Callable[[str], None],
        parent: QObject | None = None,
        slow: Callable[[], float] = slowness,
    ) -> None:
        """`report` is called with one line for every turn that was too long; on either thread.

        `slow` tells by what factor this core is slower than the one that the limit was set on.
        """
        super().__init__(parent)
        self._limit_s = limit_s
        self._report = report
        self._slow = slow
        self._thread = threading.get_ident()
        self._began_s = time.thread_time()
        self._loop = ""  # the place that runs the loop
        self._turn = 0
        self._places: Counter[str] = Counter()
        self._ended = threading.Event()
        self._looker: threading.Thread | None = None
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None, "the application is made first"
        # Which of the two comes before the sleep and which after it differs between Qt's dispatchers; a sleep
        # takes no processor time, so both are ends of a turn.
        dispatcher.awake.connect(self._turned)
        dispatcher.aboutToBlock.connect(self._turned)
        if hasattr(time, "pthread_getcpuclockid"):  # not on Windows and macOS: reports have no place then
            self._looker = threading.Thread(target=self._look, name="hold-watch", daemon=True)
            self._looker.start()

    def end(self) -> None:
        """Stop watching."""
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.awake.disconnect(self._turned)
            dispatcher.aboutToBlock.disconnect(self._turned)
        self._ended.set()
        if self._looker is not None:
            self._looker.join()

    @Slot()
    def _turned(self) -> None:
        now_s = time.thread_time()
        worked_s, self._began_s = now_s - self._began_s, now_s
        places, self._places = (
            self._places,
            Counter(),
        )  # before the turn's number: the other thread goes by it
        self._turn += 1
        loop = sys._getframe().f_back
        self._loop = _place(loop.f_code.co_filename, loop.f_lineno, loop.f_code.co_name) if loop else ""
        if worked_s <= self._limit_s:
            return
        slow = self._slow()
        self._began_s = time.thread_time()  # finding that out is no part of the next turn
        if worked_s / slow > self._limit_s:
            told = "; ".join(f"{count}x {place}" for place, count in places.most_common(3))
            here = f"{worked_s * 1000:.0f} on this core"
            self._report(
                f"{MARK} {worked_s / slow * 1000:.0f} ms of work, {here}: {told or 'not seen where'}"
            )

    # ---- the looking thread

    def _look(self) -> None:
        clock = time.pthread_getcpuclockid(self._thread)
        with _Stack(self._thread) as stack, _Queue(self._thread) as queue:
            seen, since_s, behind_s, told = -1, 0.0, 0.0, False
            while not self._ended.wait(LOOK_S):
                # Read without a lock: a wrong look costs a place in the report, no more.
                turn, worked_s = self._turn, time.clock_gettime(clock) - self._began_s
                if turn != seen:
                    seen, since_s, behind_s, told = turn, time.monotonic(), queue.stood_s(), False
                waited_s = time.monotonic() - since_s - worked_s - (queue.stood_s() - behind_s)
                too_long = queue.known and not told and waited_s > self._limit_s * WAITING_FACTOR
                if worked_s < self._limit_s / 4 and not too_long:
                    continue
                calls = stack.calls()
                if not calls or calls[0] == self._loop:  # it sleeps, or is in Qt's own code
                    since_s, behind_s = time.monotonic() - worked_s, queue.stood_s()
                    continue
                places, place = self._places, " < ".join(_own(calls))
                if turn == self._turn:
                    places[place] += 1
                if too_long:
                    told = True
                    self._report(f"{MARK} {waited_s * 1000:.0f} ms waiting: {place}")


class _Stack:
    """Where a thread stands, without taking hold of its frames: that would keep a painter alive past its end."""

    def __init__(self, thread: int) -> None:
        self._heading = re.compile(rf"^(Current thread|Thread) 0x0*{thread:x}\b")
        self._reads, self._writes = os.pipe()
        os.set_blocking(self._reads, False)
        os.set_blocking(self._writes, False)  # what has no room is left out

    def __enter__(self) -> "_Stack":
        return self

    def __exit__(self, *_error: object) -> None:
        os.close(self._reads)
        os.close(self._writes)

    def calls(self) -> list[str]:
        """The calls, innermost first; empty when they can't be told."""
        faulthandler.dump_traceback(self._writes, all_threads=True)
        try:
            told = os.read(self._reads, 1 << 20).decode(errors="replace")
        except BlockingIOError:
            return []
        found: list[str] = []
        inside = False
        for line in told.splitlines():
            if not line.startswith(" "):
                inside = bool(self._heading.match(line))
            elif inside and (one := _LINE.match(line)):
                found.append(_place(one["file"], int(one["line"]), one["name"]))
        return found


class _Queue:
    """How long a thread has stood in the machine's queue behind others, by the kernel's account (Linux)."""

    def __init__(self, thread: int) -> None:
        number = next((one.native_id for one in threading.enumerate() if one.ident == thread), None)
        try:
            self._file = os.open(f"/proc/self/task/{number}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            self._file = -1
        self.known = self._file >= 0

    def __enter__(self) -> "_Queue":
        return self

    def __exit__(self, *_error: object) -> None:
        if self.known:
            os.close(self._file)

    def stood_s(self) -> float:
        """Seconds so far."""
        return int(os.pread(self._file, 80, 0).split()[1]) / 1e9 if self.known else 0.0


def watch_from(environ: Mapping[str, str], parent: QObject) -> HoldWatch | None:
    """The watch that the environment asks for, reporting to standard error; None when it asks for none."""
    asked = environ.get(WATCH_HOLDS, "")
    if not asked.isdigit():
        return None

    def report(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    watch_loads(lambda what: report(f"{MARK} {what}"))
    return HoldWatch(int(asked) / 1000, report, parent)


def _place(file: str, line: int, name: str) -> str:
    return f"{file.removeprefix(_OWN)}:{line} {name}"


def _own(calls: list[str]) -> list[str]:
    """The innermost call and those of our own that lead to it."""
    return [*calls[:1], *(call for call in calls[1:] if call.startswith("/ui/"))][:6]
