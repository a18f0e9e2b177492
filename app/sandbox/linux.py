"""Linux: the seal (seccomp with the audit hook as a second line) and what keeps a process to itself.

Runs in the main thread, as the first statements of each of our processes.
"""

import ctypes
import os
import signal
import sys
import types
from collections.abc import Mapping

from app.environment import display_needs_network
from app.sandbox import audit, landlock, readable_paths, seccomp
from app.sandbox.level import SealLevel, SealReport

assert sys.platform == "linux"  # tells mypy which half of `os` and `signal` there is

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4
_PARENT_GONE = 0


def seal_network(*, local_sockets: bool) -> SealReport:
    """Refuse all sockets but UNIX ones (those too without `local_sockets`), in the kernel and in Python."""
    reason = seccomp.install(local_sockets=local_sockets)
    audit.install()
    level = SealLevel.KERNEL if reason == "enforced" else SealLevel.AUDIT
    return SealReport(level, reason, landlock.abi_version())


def seal_window_network(environ: Mapping[str, str]) -> SealReport:
    """`seal_network` for a process that shows a window: with X over TCP only the tripwire stands."""
    if display_needs_network(environ):
        audit.install()
        return SealReport(SealLevel.AUDIT, "x11_over_tcp", landlock.abi_version())
    return seal_network(local_sockets=True)


def seal_gateway() -> SealReport:
    """Leave IPv4 and IPv6 connections, and of the files those that servers are found and trusted by."""
    reason = seccomp.install(local_sockets=False, internet=True)
    level = SealLevel.KERNEL if reason == "enforced" else SealLevel.NONE
    abi = landlock.restrict_files(
        readable_paths.gateway_readable_paths(), devices=[readable_paths.NULL], may_connect=True
    )
    return SealReport(level, reason, abi)


def _prctl(option: int, value: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
    if libc.prctl(option, value, 0, 0, 0) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def deny_inspection() -> None:
    """Other processes of the same person can't attach to this one or read its memory; no dump is left."""
    _prctl(_PR_SET_DUMPABLE, 0)


def die_with_parent() -> None:
    """End this process when its parent has gone.

    The kernel sends the signal when the parent's *thread* ends, so it alone proves nothing: the handler looks
    whether the parent is still the same.
    """
    parent = os.getppid()

    def leave_if_orphaned(_number: int, _frame: types.FrameType | None) -> None:
        if os.getppid() != parent:
            os._exit(_PARENT_GONE)

    signal.signal(signal.SIGHUP, leave_if_orphaned)
    _prctl(_PR_SET_PDEATHSIG, signal.SIGHUP)
    leave_if_orphaned(signal.SIGHUP, None)  # it may have gone before the kernel knew


def end_with_parent_thread() -> None:
    """The kernel kills this process when the thread that forked it ends, whatever runs in it by then."""
    parent = os.getppid()
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(_PARENT_GONE)
