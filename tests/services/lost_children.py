"""Inference processes that are short of memory or get lost while loading: targets for `Child`.

A module of its own, because a child imports it: nothing here may start threads before the process confines itself.
"""

import os
import resource
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from app import computer
from app.domain.model_memory import LoadPlan
from app.ipc.channel import Channel
from app.ipc.frames import Hello
from app.ipc.inference_frames import LoadModel, LoadProgress, LoadTried, ToInference
from app.roles import enter

ROOM_MB = "HEARTH_TEST_ROOM_MB"


def killed_for_its_memory(_role: str, connection: "Connection[bytes, bytes]") -> None:
    """The system ends it."""
    _lost(connection, LoadPlan(8_192), signal.SIGKILL)


def crashed_in_a_driver(_role: str, connection: "Connection[bytes, bytes]") -> None:
    """Layers were put on a graphics processor."""
    _lost(connection, LoadPlan(2_048, gpu_layers=3), signal.SIGSEGV)


def aborted_for_want_of_memory(_role: str, connection: "Connection[bytes, bytes]") -> None:
    """All weights are there, and the rest can't be had."""
    _lost(connection, LoadPlan(8_192), signal.SIGABRT, (0.4, 1.0))


def aborted_over_the_file(_role: str, connection: "Connection[bytes, bytes]") -> None:
    """In the midst of the weights."""
    _lost(connection, LoadPlan(8_192), signal.SIGABRT, (0.4,))


def ended_before_it_began(_role: str, connection: "Connection[bytes, bytes]") -> None:
    """llama.cpp itself couldn't be loaded."""
    channel = Channel(connection, ToInference)
    channel.send(Hello("inference", os.getpid(), seal="none", seal_reason="test"))
    channel.receive()
    os._exit(1)


def short_of_memory(role: str, connection: "Connection[bytes, bytes]") -> None:
    """The real one, with so many megabytes of addresses to go, as the variable says."""
    _limit()
    enter(role, connection)


def short_without_knowing(role: str, connection: "Connection[bytes, bytes]") -> None:
    """The same, and it doesn't know: what it plans by itself can't be had."""
    computer._address_room = lambda: None
    _limit()
    enter(role, connection)


def _limit() -> None:
    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    room = used + int(os.environ[ROOM_MB]) * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (room, room))


def _lost(
    connection: "Connection[bytes, bytes]",
    plan: LoadPlan,
    with_signal: signal.Signals,
    progress: tuple[float, ...] = (),
) -> None:
    channel = Channel(connection, ToInference)
    channel.send(Hello("inference", os.getpid(), seal="none", seal_reason="test"))
    frame = channel.receive()
    assert isinstance(frame, LoadModel)
    channel.send(LoadTried(frame.job, plan, ()))
    for fraction in progress:
        channel.send(LoadProgress(frame.job, fraction))
    os.kill(os.getpid(), with_signal)
