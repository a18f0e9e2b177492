"""The loop of every worker process: one thread reads frames, the main thread does one job after another.

A worker that reads end-of-file, or bytes that are no frame, leaves at once: without its parent it has no
business. Jobs wait in a queue; a `Cancel` overtakes them, because it only sets a flag.
"""

import os
import queue
import signal
import threading
from collections.abc import Callable
from typing import Protocol

from app.domain.errors import Cancelled, HearthError
from app.ipc.channel import BadFrame, Channel, ChannelClosed
from app.ipc.frames import Cancel, Failed, Frame, JobFrame, Leave

EXIT_PARENT_GONE = 0
EXIT_BAD_FRAME = 3


class Job:
    """What a handler gets beside its frame: the way back and the flag.

    `cancelled` may be read from any thread (llama.cpp's abort callback does).
    """

    def __init__(self, number: int, send: Callable[[Frame], None], flag: threading.Event) -> None:
        self.number = number
        self.send = send
        self._flag = flag

    @property
    def cancelled(self) -> bool:
        """Whether the parent has asked for this job to end."""
        return self._flag.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled when the parent has asked for this job to end."""
        if self._flag.is_set():
            raise Cancelled


class Handler(Protocol):
    """What a worker does with a job frame. Must send exactly one Ending frame, or raise."""

    def __call__(self, frame: JobFrame, job: Job) -> None: ...


Between = Callable[[], float | None]
"""What a worker does while no job waits: a little, then it says in how many seconds to call it again (0: as soon
as no job waits; None: once something is put into `waiting`)."""


def run_worker(
    channel: Channel,
    handle: Handler,
    *,
    between: Between | None = None,
    waiting: "queue.SimpleQueue[JobFrame | None] | None" = None,
) -> None:
    """Serve jobs until the parent is gone. Never returns: the process exits.

    `waiting` is the queue of jobs, given by a worker whose other threads wake its main thread by putting None.
    """
    # Ctrl-C in a terminal reaches the whole process group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    flags: dict[int, threading.Event] = {}
    lock = threading.Lock()  # guards `flags`: the reader adds, the main thread removes
    jobs: queue.SimpleQueue[JobFrame | None] = queue.SimpleQueue() if waiting is None else waiting

    def read() -> None:
        while True:
            try:
                frame = channel.receive()
            except ChannelClosed:
                os._exit(EXIT_PARENT_GONE)  # the main thread may be deep inside native code
            except BadFrame:
                os._exit(EXIT_BAD_FRAME)
            if isinstance(frame, Leave):
                os._exit(EXIT_PARENT_GONE)
            elif isinstance(frame, Cancel):
                with lock:
                    if frame.job in flags:
                        flags[frame.job].set()
            elif isinstance(frame, JobFrame):
                with lock:
                    flags[frame.job] = threading.Event()
                jobs.put(frame)

    threading.Thread(target=read, name="frames", daemon=True).start()
    while True:
        frame = _next(jobs, between)
        job = Job(frame.job, channel.send, flags[frame.job])
        try:
            _do(frame, job, handle)
        except ChannelClosed:
            os._exit(EXIT_PARENT_GONE)
        finally:
            with lock:
                del flags[frame.job]


def _next(jobs: "queue.SimpleQueue[JobFrame | None]", between: Between | None) -> JobFrame:
    """The next job; what is to be done between jobs is done while there is none."""
    wait_s: float | None = 0.0 if between is not None else None
    while True:
        try:
            frame = jobs.get_nowait() if wait_s == 0.0 else jobs.get(timeout=wait_s)
        except queue.Empty:
            frame = None
        if frame is not None:
            return frame
        if between is not None:
            wait_s = between()


def _do(frame: JobFrame, job: Job, handle: Handler) -> None:
    """Run one job; whatever it raises becomes its one Failed frame."""
    try:
        job.raise_if_cancelled()
        handle(frame, job)
    except ChannelClosed:
        raise
    except Cancelled:
        job.send(Failed(job.number, kind="Cancelled", code="cancelled"))
    except HearthError as error:
        job.send(Failed(job.number, type(error).__name__, error.code, dict(error.parameters)))
    except Exception as error:  # noqa: BLE001 - the process boundary: a bug ends the job, not the worker
        # The message may quote what a person wrote, so only the kind and the place travel.
        place = error.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno}" if place else "?"
        job.send(Failed(job.number, "Bug", "bug", {"exception": type(error).__name__, "where": where}))
