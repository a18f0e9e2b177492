"""Landlock: which files this process may still touch (Linux 5.13 and newer), through ctypes alone.

Called once, in the main thread of a worker, before it starts others: older kernels restrict only the calling
thread and what it starts. Restrictions are inherited and can only grow tighter.

Source: linux/landlock.h and the kernel's userspace-api/landlock.rst.
"""

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Sequence
from pathlib import Path

assert sys.platform == "linux"  # tells mypy which half of `os` there is

# The same numbers on every architecture.
_SYS_CREATE_RULESET, _SYS_ADD_RULE, _SYS_RESTRICT_SELF = 444, 445, 446
_CREATE_RULESET_VERSION = 1
_RULE_PATH_BENEATH = 1
_RESTRICT_SELF_TSYNC = 1 << 3  # ABI 8
_PR_SET_NO_NEW_PRIVS = 38

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _REMOVE_DIR, _REMOVE_FILE = (1 << bit for bit in range(6))
_MAKE_CHAR, _MAKE_DIR, _MAKE_REG, _MAKE_SOCK, _MAKE_FIFO, _MAKE_BLOCK, _MAKE_SYM = (
    1 << bit for bit in range(6, 13)
)
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
_ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV  # the rest is for folders only

_READ = _READ_FILE | _READ_DIR
_CHANGE = (
    _REMOVE_DIR
    | _REMOVE_FILE
    | _MAKE_DIR
    | _MAKE_REG
    | _MAKE_SOCK
    | _MAKE_FIFO
    | _MAKE_SYM
    | _REFER
    | _TRUNCATE
)
_WRITE = _READ | _WRITE_FILE | _CHANGE
_RUN = _READ | _EXECUTE
_DEVICE = _READ | _WRITE_FILE | _IOCTL_DEV

_NET_BIND_TCP, _NET_BIND_TCP_AND_CONNECT_TCP = 0b01, 0b11
_SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS = 0b11


def _libc() -> ctypes.CDLL:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    libc.syscall.argtypes = (ctypes.c_long, *(ctypes.c_void_p,) * 4)
    return libc


def abi_version() -> int:
    """Version of Landlock that the kernel offers, 0 when it has none or has it switched off."""
    answer = int(_libc().syscall(_SYS_CREATE_RULESET, None, None, _CREATE_RULESET_VERSION, None))
    return max(answer, 0)


def _handled_rights(abi: int) -> int:
    """Every file right that this version knows: what is handled and not granted is refused."""
    rights = (_REFER - 1) | (_REFER if abi >= 2 else 0)
    return rights | (_TRUNCATE if abi >= 3 else 0) | (_IOCTL_DEV if abi >= 5 else 0)


def _fail(call: str) -> OSError:
    number = ctypes.get_errno()
    return OSError(number, f"{call}: {os.strerror(number)}")


def restrict_files(
    readable: Sequence[Path],
    writable: Sequence[Path] = (),
    executable: Sequence[Path] = (),
    devices: Sequence[Path] = (),
    *,
    may_connect: bool = False,
) -> int:
    """Refuse this process every file outside the given ones with EACCES, for good.

    A folder stands for all beneath it; a path that doesn't exist is passed over. Shared libraries need only
    be readable; starting a program needs it to be executable. Descriptors that are open stay usable. Where
    the kernel can, TCP bind and connect (ABI 4), ioctl on other devices (5), and signals and abstract UNIX
    sockets out of this process (6) are refused as well.

    Arguments: `readable` may be read and listed; `writable` also made, changed and removed; `executable` also
    started; `devices` read, written and controlled with ioctl. With `may_connect` only TCP bind is refused.

    Returns the Landlock version in force, 0 when the kernel has none and nothing was restricted. Raises
    RuntimeError when other threads run that this kernel can't include, OSError when it refuses a rule.
    """
    abi = abi_version()
    if abi == 0:
        return 0
    if abi < 8 and len(os.listdir("/proc/self/task")) > 1:
        raise RuntimeError("other threads are running already and would stay unrestricted")
    libc = _libc()
    handled = _handled_rights(abi)
    attributes = struct.pack("=Q", handled)
    refused = _NET_BIND_TCP if may_connect else _NET_BIND_TCP_AND_CONNECT_TCP
    attributes += struct.pack("=Q", refused) if abi >= 4 else b""
    attributes += struct.pack("=Q", _SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS) if abi >= 6 else b""
    buffer = ctypes.create_string_buffer(attributes, len(attributes))
    ruleset = libc.syscall(_SYS_CREATE_RULESET, ctypes.addressof(buffer), len(attributes), None, None)
    if ruleset < 0:
        raise _fail("landlock_create_ruleset")
    try:
        for paths, rights in ((readable, _READ), (writable, _WRITE), (executable, _RUN), (devices, _DEVICE)):
            for path in paths:
                _allow(libc, ruleset, path, rights & handled)
        libc.prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
        if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
            raise _fail("prctl")
        if (
            libc.syscall(_SYS_RESTRICT_SELF, ruleset, _RESTRICT_SELF_TSYNC if abi >= 8 else None, None, None)
            != 0
        ):
            raise _fail("landlock_restrict_self")
    finally:
        os.close(ruleset)
    return abi


def _allow(libc: ctypes.CDLL, ruleset: int, path: Path, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # missing, or out of reach anyway
        return
    status = os.fstat(descriptor)
    rights = rights if stat.S_ISDIR(status.st_mode) else rights & _ON_FILES
    # struct landlock_path_beneath_attr is packed: u64 rights, s32 descriptor.
    rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, descriptor), 12)
    try:
        if libc.syscall(_SYS_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.addressof(rule), None) != 0:
            raise _fail(f"landlock_add_rule for {path}")
    finally:
        if not _is_process_folder(status):
            os.close(descriptor)


def _is_process_folder(status: os.stat_result) -> bool:
    """Whether this is /proc/self, whose descriptor must stay open.

    WORKAROUND: a rule holds on to an inode, and procfs makes a new one once memory pressure has dropped the
    folder from the cache. An open descriptor keeps it there.
    """
    own = os.stat("/proc/self")
    return (own.st_dev, own.st_ino) == (status.st_dev, status.st_ino)
