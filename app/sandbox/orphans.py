"""Linux: what lost its parent becomes a child of this process, which can then wait for its end.

Runs in the supervisor's main thread. Its children share nothing but this: when one dies, its own children
would go on for a moment (they leave by themselves as soon as they notice), beside a fresh window or after
the end of the program.
"""

import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Collection
from pathlib import Path

assert sys.platform == "linux"  # tells mypy which half of `os` and `signal` there is

_PR_SET_CHILD_SUBREAPER = 36
_POLL_S = 0.005
_KILLED_PATIENCE_S = 1.0


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ends. Never raises: without it nobody waits."""
    libc = ctypes.CDLL(None)
    libc.prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
    libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def wait_for_children(spared: Collection[int | None], patience_s: float) -> None:
    """Return when every child but `spared` is gone; what still runs after `patience_s` seconds is killed."""
    deadline = time.monotonic() + patience_s
    while left := [pid for pid in _children() if pid not in spared and not _reaped(pid)]:
        late_s = time.monotonic() - deadline
        if late_s > _KILLED_PATIENCE_S:
            return  # held by the kernel itself (a dead disk): waiting on helps nobody
        if late_s > 0:
            for pid in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        time.sleep(_POLL_S)


def _children() -> list[int]:
    """The children of all threads of this process; none where the kernel doesn't tell."""
    found: list[int] = []
    for told in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):  # the thread has ended
            found += [int(pid) for pid in told.read_text(encoding="ascii").split()]
    return found


def _reaped(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    except ChildProcessError:
        return True
