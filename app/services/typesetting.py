"""Formulas drawn and code coloured in a process of their own, which is ended when it takes too long.

Work thread only. The process is started with the first wish and goes when none came for a while: what it has read
is forgotten with it.
"""

from collections import deque
from collections.abc import Callable

from app.domain.errors import WorkerError
from app.domain.typesetting import CodeColours, Outline
from app.ipc.child import Child
from app.ipc.frames import JobFrame
from app.ipc.restarts import RestartBudget
from app.ipc.typesetter_frames import CodeColoured, ColourCode, DrawFormula, FormulaDrawn, FromTypesetter
from app.services.workroom import Workroom

PATIENCE_S = 3.0  # for one formula or piece of code
STARTING_S = 20.0  # more for the first: the process has to load
IDLE_S = 45.0
WAITING_LIMIT = 200  # older wishes are for what was scrolled away

Listener = Callable[[JobFrame | None], None]
Make = Callable[[int], JobFrame]


class Typesetting:
    """Does one wish after another, the newest first: it is for what is seen now."""

    def __init__(
        self,
        workroom: Workroom,
        start_child: Callable[[], Child] = lambda: Child("typesetter", FromTypesetter),
    ) -> None:
        self._workroom = workroom
        self._start_child = start_child
        self._child: Child | None = None
        self._waiting: deque[tuple[Make, Listener]] = deque()
        self._busy = False
        self._count = 0  # of wishes begun, so that a late alarm can tell that it is late
        self._restarts = RestartBudget(limit=10)
        self._closed = False

    def draw(self, source: str, display: bool, then: Callable[[Outline | None], None]) -> None:
        """Draw a formula; None for what can't be drawn. `then` is called on the work thread."""
        self._wish(
            lambda job: DrawFormula(job, source, display),
            lambda frame: then(frame.outline if isinstance(frame, FormulaDrawn) else None),
        )

    def colour(self, text: str, language: str, then: Callable[[CodeColours], None]) -> None:
        """Colour code; nothing for what stays plain. `then` is called on the work thread."""
        self._wish(
            lambda job: ColourCode(job, text, language),
            lambda frame: then(frame.lines if isinstance(frame, CodeColoured) else ()),
        )

    def close(self) -> None:
        """End the process; what waits is not done."""
        self._closed = True
        self._waiting.clear()
        self._end_child()

    def _wish(self, make: Make, listener: Listener) -> None:
        if self._closed:
            return
        self._waiting.append((make, listener))
        if len(self._waiting) > WAITING_LIMIT:
            _, left_out = self._waiting.popleft()
            left_out(None)
        self._next()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        make, listener = self._waiting.pop()
        patience_s = PATIENCE_S
        if self._child is None or not self._child.alive:
            patience_s += STARTING_S
            if not self._start():
                listener(None)
                self._workroom.post(self._next)
                return
        child = self._child
        if child is None:
            return
        self._busy = True
        self._count += 1
        count = self._count

        def heard(frame: JobFrame) -> None:
            self._busy = False
            if not self._closed:
                listener(frame)
                self._next()
                self._workroom.later(IDLE_S, lambda: self._end_if_idle(count))

        def alarm() -> None:
            if self._busy and self._count == count:
                child.kill()  # its job is failed by that, and the next wish starts another

        child.submit(make, lambda frame: self._workroom.post(lambda: heard(frame)))
        self._workroom.later(patience_s, alarm)

    def _start(self) -> bool:
        """Start a process. At most 10 that ended by themselves within five minutes are followed by another."""
        if self._child is not None and not self._restarts.spend():
            return False
        try:
            self._child = self._start_child()
        except WorkerError:
            return False
        return True

    def _end_if_idle(self, count: int) -> None:
        if not self._busy and self._count == count:
            self._end_child()

    def _end_child(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
