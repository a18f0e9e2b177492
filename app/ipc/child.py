"""A worker as its parent sees it: start, jobs, cancel, the stop ladder, and what is left after a crash.

Lives in the parent. One reader thread per child delivers frames; listeners run on that thread and must be
quick. Everything public may be called from any thread.
"""

import contextlib
import itertools
import multiprocessing
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

from app.domain import errors
from app.domain.errors import Cancelled, HearthError, WorkerError
from app.ipc.channel import BadFrame, Channel, ChannelClosed
from app.ipc.frames import Cancel, Ending, Failed, Frame, Hello, JobFrame, Leave
from app.roles import enter

CANCEL_PATIENCE_S = 3.0  # after a cancel: flag, then terminate
TERMINATE_PATIENCE_S = 1.0  # after terminate: kill
LOOK_S = 0.002  # between two looks for the exit code of a process that has ended

Listener = Callable[[JobFrame], None]


class Child:
    """One worker process.

    Attributes:
        hello: what it said of itself, None until then.
        on_end: called once with the exit code (None when unknown) after all open jobs were failed.
    """

    def __init__(
        self,
        role: str,
        receives: object,
        *,
        target: Callable[..., None] = enter,
        on_end: Callable[[int | None], None] | None = None,
    ) -> None:
        """Start the process for `role` (a name of `app.roles.ROLES`). Raises WorkerError if it can't start.

        `target(role, connection)` is what runs in it.
        """
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=True)
        self.hello: Hello | None = None
        self.on_end = on_end
        self._numbers = itertools.count(1)
        self._listeners: dict[int, Listener] = {}
        self._lock = threading.Lock()  # guards _listeners and _ended
        self._ended = False
        self._ended_event = threading.Event()
        self.process: BaseProcess = context.Process(
            target=target, args=(role, theirs), name=f"hearth-{role}", daemon=True
        )
        try:
            self.process.start()
        except OSError as error:
            raise WorkerError("worker_not_started", role=role) from error
        theirs.close()  # or end-of-file would never come
        self._channel = Channel(ours, receives)
        self._reader = threading.Thread(target=self._read, name=f"from-{role}", daemon=True)
        self._reader.start()

    @property
    def alive(self) -> bool:
        """Whether jobs can still be given."""
        return not self._ended

    def submit(self, make_frame: Callable[[int], JobFrame], listener: Listener) -> int:
        """Start a job. `listener` gets each of its frames; the last is an Ending, even if the worker dies, or the
        frame holds bytes that are no text (a command's words may) and can't be sent."""
        number = next(self._numbers)
        with self._lock:
            ended = self._ended
            if not ended:
                self._listeners[number] = listener
        if ended:
            listener(Failed(number, "WorkerError", "worker_crashed"))
            return number
        try:
            self._channel.send(make_frame(number))
        except ChannelClosed:
            pass  # the reader thread sees the same end and fails the job
        except UnicodeEncodeError:
            with self._lock:
                self._listeners.pop(number, None)
            listener(Failed(number, "WorkerError", "text_unfit"))
        return number

    def cancel(self, job: int) -> None:
        """Ask a job to end; when it hasn't after 3 s the process is terminated, 1 s later killed."""
        with self._lock:
            if self._ended or job not in self._listeners:
                return
        try:
            self._channel.send(Cancel(job))
        except ChannelClosed:
            return
        threading.Thread(target=self._insist, args=(job,), name="insist", daemon=True).start()

    def close(self, patience_s: float = CANCEL_PATIENCE_S) -> None:
        """End the process: ask first, then terminate, then kill. Returns when it is gone."""
        with contextlib.suppress(ChannelClosed):
            self._channel.send(Leave())
        if not self._wait_for_end(patience_s):
            self.process.terminate()
            if not self._wait_for_end(TERMINATE_PATIENCE_S):
                self.process.kill()
                self._wait_for_end(TERMINATE_PATIENCE_S)
        self._reader.join(TERMINATE_PATIENCE_S)

    def kill(self) -> None:
        """End the process at once, as the only honest way to make it forget."""
        self.process.kill()
        self._wait_for_end(TERMINATE_PATIENCE_S)

    def _wait_for_end(self, patience_s: float) -> bool:
        """Whether it has ended. Two threads may wait for it: only one is told by the system, and the other sees no exit
        code until that one has written it down."""
        if not wait([self.process.sentinel], patience_s):
            return False
        deadline = time.monotonic() + TERMINATE_PATIENCE_S
        while self.process.exitcode is None and time.monotonic() < deadline:
            time.sleep(LOOK_S)
        return self.process.exitcode is not None

    def _insist(self, job: int) -> None:
        if self._gone_within(job, CANCEL_PATIENCE_S):
            return
        self.process.terminate()
        if not self._gone_within(job, TERMINATE_PATIENCE_S):
            self.process.kill()

    def _gone_within(self, job: int, patience_s: float) -> bool:
        deadline = time.monotonic() + patience_s
        while time.monotonic() < deadline:
            with self._lock:
                if job not in self._listeners:
                    return True
            if self._ended_event.wait(0.05):
                return True
        return False

    def _read(self) -> None:
        while True:
            try:
                frame = self._channel.receive()
            except ChannelClosed:
                break
            except BadFrame:
                self.process.kill()  # a worker that talks nonsense may be taken over
                break
            self._deliver(frame)
        self._finish()

    def _deliver(self, frame: Frame) -> None:
        if isinstance(frame, Hello):
            self.hello = frame
            return
        if not isinstance(frame, JobFrame):
            return
        with self._lock:
            if isinstance(frame, Ending):
                listener = self._listeners.pop(frame.job, None)
            else:
                listener = self._listeners.get(frame.job)
        if listener is not None:
            listener(frame)

    def _finish(self) -> None:
        if not self._wait_for_end(TERMINATE_PATIENCE_S):
            self.process.kill()
            self._wait_for_end(TERMINATE_PATIENCE_S)
        with self._lock:
            self._ended = True
            open_jobs = list(self._listeners.items())
            self._listeners.clear()
        self._ended_event.set()
        exit_code = self.process.exitcode
        for number, listener in open_jobs:
            listener(Failed(number, "WorkerError", "worker_crashed", {"exit_code": exit_code or 0}))
        self._channel.close()
        if self.on_end is not None:
            self.on_end(exit_code)


def error_from(frame: Failed) -> Exception:
    """The exception a Failed frame stands for: Cancelled, a class of `app.domain.errors`, or WorkerError."""
    if frame.kind == "Cancelled":
        return Cancelled()
    found = getattr(errors, frame.kind, None)
    if isinstance(found, type) and issubclass(found, HearthError):
        return found(frame.code, **frame.parameters)
    return WorkerError("worker_bug", **frame.parameters)
