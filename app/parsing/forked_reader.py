"""The throw-away process for one file: forked, watched, and killed when its time is over or nobody wants it.

`serve` runs in the parser process; what it forks gets the open file and a pipe for its answers, confines itself
(`app.sandbox.confine_reader`), reads, answers, and ends. Linux only.
"""

import os
import signal
import sys
import time
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import recv_handle
from pathlib import Path

from app.domain.document import ReadOptions
from app.ipc.channel import BadFrame, Channel, ChannelClosed
from app.ipc.frames import Leave
from app.ipc.parser_frames import FileRequest, ReaderEnded, Stop, ToParser
from app.ipc.worker import EXIT_PARENT_GONE
from app.parsing import one_file

assert sys.platform == "linux"  # tells mypy which half of `os` and `signal` there is

EXIT_NOT_CONFINED = 4
_SHORTEST_LOOK_S = 0.02


def serve(channel: Channel, connection: "Connection[bytes, bytes]", frame: FileRequest) -> None:
    """Have one file read. Its descriptor and that of a pipe come next over `connection`."""
    descriptor, answers = recv_handle(connection), recv_handle(connection)
    reader = os.fork()
    if reader == 0:
        _be_reader(frame, descriptor, answers)
    os.close(descriptor)
    os.close(answers)
    late = _watch(channel, connection, reader, frame.options)
    _, status = os.waitpid(reader, 0)
    channel.send(ReaderEnded(os.waitstatus_to_exitcode(status), late))


def _watch(
    channel: Channel, connection: "Connection[bytes, bytes]", reader: int, options: ReadOptions
) -> bool:
    """Wait for the reader to end; kill it when it is late or unwanted. Returns whether it was late."""
    started = time.monotonic()
    ended = os.pidfd_open(reader)
    try:
        while True:
            # It has one thread: what is left of any of its times doesn't pass in less wall time.
            left_s = time_left_s(
                options,
                time.monotonic() - started,
                _processor_time_s(reader),
                _waited_for_processor_s(reader),
            )
            ready = wait([ended, connection], max(left_s, _SHORTEST_LOOK_S))
            if ended in ready:
                return False
            if not ready:
                if left_s > _SHORTEST_LOOK_S:
                    continue  # it had to wait for the processor
                os.kill(reader, signal.SIGKILL)
                return True
            try:
                frame = channel.receive()
            except (ChannelClosed, BadFrame):
                os.kill(reader, signal.SIGKILL)
                raise
            if isinstance(frame, Stop | Leave):
                os.kill(reader, signal.SIGKILL)
                return False
    finally:
        os.close(ended)


def time_left_s(options: ReadOptions, wall_s: float, processor_s: float, waited_s: float | None) -> float:
    """What a reader has left of its time, by the clock.

    It may take so much of the processor, do nothing as long, and ten times as long in all: what other programs take
    from it is no file's fault. Where `waited_s` (for the processor) isn't known, nothing is known of its idleness.
    """
    idle_s = wall_s - processor_s - waited_s if waited_s is not None else 0.0
    return min(options.patience_s - max(processor_s, idle_s), options.wall_limit_s - wall_s)


def _processor_time_s(process: int) -> float:
    """What a process has taken so far, by its own clock (clock_getcpuclockid(3); include/linux/posix-timers.h)."""
    try:
        return time.clock_gettime((~process << 3) | 2)
    except OSError:  # it has ended
        return 0.0


def _waited_for_processor_s(process: int) -> float | None:
    """How long a process could have run and others did (Linux: Documentation/scheduler/sched-stats.rst).

    None where the system doesn't say.
    """
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text("ascii").split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return None


def _be_reader(frame: FileRequest, descriptor: int, answers: int) -> None:
    """The life of a throw-away process."""
    try:
        size = os.fstat(descriptor).st_size
        one_file.confine(frame, (descriptor, answers))
        channel = Channel(Connection(answers, readable=False), ToParser)
        one_file.read(channel, frame, descriptor, size)
    except ChannelClosed:
        os._exit(EXIT_PARENT_GONE)
    except BaseException:  # noqa: BLE001 - a forked process must not return into the other's stack
        os._exit(EXIT_NOT_CONFINED)
    os._exit(EXIT_PARENT_GONE)
