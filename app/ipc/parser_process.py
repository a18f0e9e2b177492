"""One parser process as its parent sees it: a file goes in, frames come out, and it ends in time.

On Linux the process stays and forks a throw-away process for each file, to which the open file and a pipe for
its answers are handed (`ForkingParser`); elsewhere it reads one file and is gone (`OneFileParser`). Each is
used by one thread at a time.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import send_handle

import psutil

from app.domain.document import ReadOptions
from app.domain.errors import Cancelled, WorkerError
from app.ipc.channel import BadFrame, Channel, ChannelClosed
from app.ipc.frames import Frame, Hello, Leave
from app.ipc.parser_frames import FileRequest, FromParser, FromReader, ReaderEnded, Stop
from app.roles import enter

_LOOK_S = 0.05  # how often the caller is asked whether it still wants it
_START_PATIENCE_S = 60.0
_GRACE_S = 3.0  # after its time: the parser process itself should have ended the reader
_LEAVE_PATIENCE_S = 1.0
_ENDED_FOR_ITS_TIME = (getattr(signal, "SIGXCPU", 0), getattr(signal, "SIGALRM", 0))


class ParserGone(Exception):
    """The parser process itself has ended or speaks nonsense."""


@dataclass(frozen=True)
class Ended:
    """How the process that read one file ended. `nonsense`: it sent what is no frame."""

    exit_code: int
    late: bool
    nonsense: bool


class ParserProcess:
    """What both kinds of parser process share: starting it, and ending it."""

    forks = False

    def __init__(self, target: Callable[..., None] = enter, *, ocr: bool = False) -> None:
        """Start it, with what reads words in pictures if asked. Raises WorkerError if that can't be done."""
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe(duplex=True)
        self._process = context.Process(
            target=target, args=("parser", theirs, ocr), name="hearth-parser", daemon=True
        )
        try:
            self._process.start()
        except OSError as error:
            raise WorkerError("parser_not_started") from error
        theirs.close()  # or end-of-file would never come
        self._channel = Channel(self._connection, FromParser | FromReader)
        self._greeted = False

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid or 0

    def run(
        self,
        request: FileRequest,
        descriptor: int,
        take: Callable[[Frame], bool],
        cancelled: Callable[[], bool],
    ) -> Ended:
        """Have one request served.

        `take` gets every frame of the reader and returns whether more is wanted. Raises ParserGone, or
        Cancelled.
        """
        raise NotImplementedError

    def close(self) -> None:
        """End it; what it has in hand is lost."""
        with contextlib.suppress(ChannelClosed):
            self._channel.send(Leave())
        self._process.join(_LEAVE_PATIENCE_S)
        self.kill()

    def kill(self) -> None:
        """End it at once."""
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join(_LEAVE_PATIENCE_S)
        self._channel.close()

    def _wait_until_ready(self, cancelled: Callable[[], bool]) -> None:
        """It greets once its libraries are loaded: starting is no file's fault and counts for none."""
        deadline = time.monotonic() + _START_PATIENCE_S
        while not self._greeted:
            if cancelled():
                raise Cancelled
            if wait([self._connection], _LOOK_S):
                if not isinstance(self._receive(), Hello):
                    raise ParserGone
                self._greeted = True
            elif time.monotonic() > deadline:
                raise ParserGone

    def _receive(self) -> Frame:
        try:
            return self._channel.receive()
        except (ChannelClosed, BadFrame) as error:
            raise ParserGone from error

    def _send(self, frame: Frame) -> None:
        try:
            self._channel.send(frame)
        except ChannelClosed as error:
            raise ParserGone from error


class ForkingParser(ParserProcess):
    """A sealed process with its libraries loaded that forks a throw-away process for each file."""

    forks = True

    def run(
        self,
        request: FileRequest,
        descriptor: int,
        take: Callable[[Frame], bool],
        cancelled: Callable[[], bool],
    ) -> Ended:
        """See ParserProcess. After Cancelled the process may still be used."""
        self._wait_until_ready(cancelled)
        with contextlib.closing(self._hand_over(request, descriptor)) as answers:
            return self._follow(
                answers, take, time.monotonic() + request.options.wall_limit_s + _GRACE_S, cancelled
            )

    def _hand_over(self, request: FileRequest, descriptor: int) -> "Connection[bytes, bytes]":
        reading, writing = os.pipe()
        answers: Connection[bytes, bytes] = Connection(reading, writable=False)
        try:
            self._send(request)
            for handle in (descriptor, writing):
                send_handle(self._connection, handle, self.pid)
        except (OSError, ParserGone) as error:
            answers.close()
            raise ParserGone from error
        finally:
            os.close(writing)  # when the reader ends, the last of them is gone
        return answers

    def _follow(
        self,
        answers: "Connection[bytes, bytes]",
        take: Callable[[Frame], bool],
        deadline: float,
        cancelled: Callable[[], bool],
    ) -> Ended:
        channel = Channel(answers, FromReader)
        open_ends = [self._connection, answers]
        ended: ReaderEnded | None = None
        wanted, was_cancelled, nonsense = True, False, False
        while ended is None or answers in open_ends:
            if not was_cancelled and cancelled():
                wanted, was_cancelled = False, True
                self._send(Stop())
            ready = wait(open_ends, _LOOK_S)
            if answers in ready:
                try:
                    frame = channel.receive()
                except ChannelClosed:
                    open_ends.remove(answers)
                except BadFrame:
                    # It may have been taken over: nothing more of it is believed.
                    open_ends.remove(answers)
                    wanted, nonsense = False, True
                    self._send(Stop())
                else:
                    if wanted and not take(frame):
                        wanted = False
                        self._send(Stop())
            elif self._connection in ready:
                frame = self._receive()
                if not isinstance(frame, ReaderEnded):
                    raise ParserGone
                ended = frame
                open_ends.remove(self._connection)
            if time.monotonic() > deadline:
                raise ParserGone  # it should have ended the reader itself
        if was_cancelled:
            raise Cancelled
        late = ended.late or -ended.exit_code in _ENDED_FOR_ITS_TIME
        return Ended(ended.exit_code, late, nonsense)


class OneFileParser(ParserProcess):
    """A process that reads one file by its path, and is gone."""

    def run(
        self,
        request: FileRequest,
        descriptor: int,
        take: Callable[[Frame], bool],
        cancelled: Callable[[], bool],
    ) -> Ended:
        """See ParserProcess."""
        self._wait_until_ready(cancelled)
        self._send(request)
        late, done = threading.Event(), threading.Event()
        # In a thread: receiving may be stuck in half a frame.
        watch = threading.Thread(target=self._end_when_late, args=(request.options, late, done))
        watch.start()
        try:
            return self._follow(take, late, cancelled)
        finally:
            done.set()
            watch.join()

    def _end_when_late(self, options: ReadOptions, late: threading.Event, done: threading.Event) -> None:
        deadline = time.monotonic() + options.wall_limit_s
        before_s = self._processor_time_s()
        while not done.wait(_LOOK_S):
            if self._processor_time_s() - before_s > options.patience_s or time.monotonic() > deadline:
                late.set()
                self._process.kill()
                return

    def _processor_time_s(self) -> float:
        try:
            times = psutil.Process(self.pid).cpu_times()
        except psutil.Error:  # it has ended
            return 0.0
        return float(times.user + times.system)

    def _follow(
        self, take: Callable[[Frame], bool], late: threading.Event, cancelled: Callable[[], bool]
    ) -> Ended:
        nonsense = False
        while True:
            if cancelled():
                self.kill()
                raise Cancelled
            if not wait([self._connection], _LOOK_S):
                continue
            try:
                frame = self._channel.receive()
            except ChannelClosed:
                break
            except BadFrame:
                nonsense = True
                break
            if isinstance(frame, ReaderEnded) or not take(frame):
                break
        self.kill()
        code = self._process.exitcode or 0
        return Ended(code, late.is_set() or -code in _ENDED_FOR_ITS_TIME, nonsense)
