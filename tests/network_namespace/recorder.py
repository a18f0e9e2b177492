"""Records every packet that a program tries to send.

`record` starts the program in a network namespace of its own (see `inside.py`), in which all ways out lead to
a TUN device. This process reads the device: whatever the program, its threads or its children send, over IPv4
or IPv6, DNS questions too, comes out here and goes nowhere. Nothing is filtered; a program that sends nothing
gives an empty list. Not recorded is what stays on the loopback device, and what UNIX sockets carry to
programs outside. UNIX sockets with abstract names belong to the namespace: outer ones (a D-Bus, an X server)
can't be reached by them, those in the file system can.

Runs in the calling thread. Needs Linux, /dev/net/tun and user namespaces (or root): `unavailable_reason`.
"""

import functools
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.network_namespace.packets import Packet, parse

_INSIDE = Path(__file__).with_name("inside.py")
_SET_UP_PATIENCE_S = 120.0
_END_PATIENCE_S = 60.0
_LARGEST_PACKET_BYTES = 65536
_ROUNDS_OF_ENDING = 50


class RecorderUnavailable(Exception):
    """The namespace or the device can't be made here; the text says why."""


@dataclass(frozen=True)
class Recording:
    """What a program did.

    Attributes:
        packets: all that it tried to send, in order.
        returncode: its exit code, negative for the signal that ended it.
        stdout, stderr: what it wrote.
        timed_out: whether it was ended because `timeout_s` was over.
    """

    packets: list[Packet]
    returncode: int
    stdout: bytes
    stderr: bytes
    timed_out: bool


def record(
    argv: Sequence[str],
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | str | None = None,
    timeout_s: float,
) -> Recording:
    """Run `argv` with `env` (this process's unless given) in `cwd`, and record what it sends until it ends.

    When it ends, or after `timeout_s` seconds, everything left in its namespace is killed. Raises
    RecorderUnavailable where `unavailable_reason` has something to say. A program that can't be started gives
    the return code 127.
    """
    if sys.platform != "linux":
        raise RecorderUnavailable("network namespaces are part of Linux")
    ours, theirs = socket.socketpair()
    with ours, theirs, tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_INSIDE), str(theirs.fileno()), *argv],
            env=env, cwd=cwd, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
            pass_fds=(theirs.fileno(),), start_new_session=True,
        )  # fmt: skip
        theirs.close()
        try:
            tun = _receive_device(ours)
        except BaseException:
            process.kill()
            process.wait(_END_PATIENCE_S)
            raise
        try:
            packets, timed_out = _watch(process, ours, tun, time.monotonic() + timeout_s)
        finally:
            os.close(tun)
        return Recording(packets, process.returncode, _all_of(stdout), _all_of(stderr), timed_out)


@functools.cache
def unavailable_reason() -> str | None:
    """Why nothing can be recorded here, None when it can. Tries it once."""
    try:
        record([sys.executable, "-I", "-S", "-c", "pass"], timeout_s=_SET_UP_PATIENCE_S)
    except RecorderUnavailable as reason:
        return str(reason)
    return None


def _receive_device(ours: socket.socket) -> int:
    """The TUN device's descriptor, as the set-up inside hands it out."""
    ours.settimeout(_SET_UP_PATIENCE_S)
    try:
        message, descriptors, _, _ = socket.recv_fds(ours, 4096, 1)
    except TimeoutError as error:  # no reason to do without: a test that is left out proves nothing
        raise AssertionError("setting up the namespace took too long") from error
    if message != b"ok":
        raise RecorderUnavailable(message.decode() or "the set-up of the namespace ended early")
    return descriptors[0]


def _watch(
    process: subprocess.Popen[bytes], ours: socket.socket, tun: int, deadline_s: float
) -> tuple[list[Packet], bool]:
    """Let the program start, read the device until it has ended, end what it left, read the rest."""
    packets: list[Packet] = []
    namespace = os.readlink(f"/proc/{process.pid}/ns/net")
    ended = os.pidfd_open(process.pid)
    timed_out = False
    try:
        ours.sendall(b"g")
        while True:
            left_s = deadline_s - time.monotonic()
            timed_out = left_s <= 0
            ready = [] if timed_out else select.select([tun, ended], [], [], left_s)[0]
            packets += _read_all(tun)
            if timed_out or ended in ready:
                break
    finally:
        os.close(ended)
        _end_all_in(namespace, process)
    packets += _read_all(tun)
    return packets, timed_out


def _read_all(tun: int) -> list[Packet]:
    """The packets that wait in the device."""
    packets: list[Packet] = []
    while True:
        try:
            packets.append(parse(os.read(tun, _LARGEST_PACKET_BYTES)))
        except BlockingIOError:
            return packets


def _end_all_in(namespace: str, process: subprocess.Popen[bytes]) -> None:
    """Kill, by number, every process in the network namespace: they are all the program's own."""
    for _ in range(_ROUNDS_OF_ENDING):  # a process may start another while we look
        ended = [_end_if_in(namespace, int(name)) for name in os.listdir("/proc") if name.isdigit()]
        process.wait(_END_PATIENCE_S)
        if not any(ended):
            return


def _end_if_in(namespace: str, pid: int) -> bool:
    """Kill one process if it is in the namespace, and wait for its end. Returns whether it was."""
    try:
        handle = os.pidfd_open(pid)  # first, so that what is looked at is what is killed
    except OSError:  # gone
        return False
    try:
        if os.readlink(f"/proc/{pid}/ns/net") != namespace:
            return False
        signal.pidfd_send_signal(handle, signal.SIGKILL)
        select.select([handle], [], [], _END_PATIENCE_S)
        return True
    except OSError:  # gone meanwhile, or another person's
        return False
    finally:
        os.close(handle)


def _all_of(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()
