"""The one way out of the window's thread and back: work goes to the work thread, results and events return.

Runs in the window process. `run` belongs to the main thread, `publish` may be called from any thread.
"""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from types import FunctionType
from typing import TYPE_CHECKING, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.domain.errors import Cancelled, HearthError

if TYPE_CHECKING:
    from app.services.events import Event

log = logging.getLogger(__name__)

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Worker(Protocol):
    """Whatever runs callables one after another away from the main thread (`Workroom`)."""

    def do(self, work: Callable[[], T]) -> "Future[T]":
        """Run `work` and hand back its future."""


class Door(QObject):
    """Runs services away from the main thread.

    Signals:
        arrived: a service event, delivered on the main thread in the order it was published.
        failure: a HearthError nobody asked to handle, or a bug (any other exception).
    """

    arrived = Signal(object)
    failure = Signal(object)
    _published = Signal(object)
    _returned = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._open = True
        # Queued by name: both are emitted on the work thread and must be handled on ours.
        self._published.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._returned.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run `work` on the work thread; afterwards `then(result)` or `failed(error)` on this one.

        Without `failed`, errors go to the `failure` signal. A cancelled task calls neither. Calls back to a
        widget that is gone by then are dropped, see `_call_back`.
        """
        future = self._worker.do(work)

        def done(finished: "Future[T]") -> None:
            self._returned.emit(lambda: self._finish(finished, then, failed))

        future.add_done_callback(done)

    def start(
        self,
        begin: Callable[[Callable[[T], None], Failed], object],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """As `run`, for services that answer later: `begin(told, not_told)` runs on the work thread, and one
        of the two is called there some time after."""
        answer: Future[T] = Future()
        answer.add_done_callback(
            lambda finished: self._returned.emit(lambda: self._finish(finished, then, failed))
        )

        def work() -> None:
            try:
                begin(answer.set_result, answer.set_exception)
            except Exception as error:  # noqa: BLE001 - thread boundary: whoever asked is told
                answer.set_exception(error)

        self._worker.do(work)

    def publish(self, event: "Event") -> None:
        """Hand an event to the main thread. Any thread."""
        if self._open:
            self._published.emit(event)

    def close(self) -> None:
        """Deliver nothing any more: the window is going away."""
        self._open = False

    def _finish(self, future: "Future[T]", then: Callable[[T], None] | None, failed: Failed | None) -> None:
        try:
            result = future.result()
        except (Cancelled, CancelledError):
            return
        except Exception as error:  # noqa: BLE001 - thread boundary: whoever asked is told
            if failed is not None and isinstance(error, HearthError):
                _call_back(failed, error)
            else:
                self.failure.emit(error)
            return
        if then is not None:
            _call_back(then, result)

    @Slot(object)
    def _deliver(self, event: "Event") -> None:
        if self._open:
            self.arrived.emit(event)

    @Slot(object)
    def _call(self, finish: Callable[[], None]) -> None:
        finish()


def _call_back(callback: Callable[[T], None], value: T) -> None:
    """Call a method only while its widget still exists in Qt. A function inside a method is called in any case, for
    what it does for others; that it can't show anything in a widget that is gone is no fault."""
    if not _exists(getattr(callback, "__self__", None)):
        return
    try:
        callback(value)
    except RuntimeError:
        if _exists(_self_of(callback)):
            raise


def _exists(owner: object) -> bool:
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def _self_of(function: Callable[..., None]) -> object:
    """What a function inside a method knows as `self`; None where there is none."""
    if not isinstance(function, FunctionType):
        return None
    inside = dict(zip(function.__code__.co_freevars, function.__closure__ or (), strict=True))
    return inside["self"].cell_contents if "self" in inside else None
