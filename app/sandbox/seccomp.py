"""A seccomp filter against network sockets, through ctypes alone (Linux on x86_64 and aarch64).

Runs once, as early as possible, in the main thread of each sealed process; covers its threads (TSYNC) and is
inherited by all it starts. Sockets that were open before stay usable.

What is refused, and the way round that each entry closes:

- `socket`, `socketpair` of every family but UNIX; optionally UNIX sockets too (never `socketpair`)
- `io_uring_*`: rings can open and connect sockets without those calls
- `ptrace`, `process_vm_*`, `pidfd_getfd`: another process could be made to speak, or its socket taken
- `add_key`, `request_key`, `keyctl`: the kernel asks a helper of its own to look up names in the DNS
- `bpf`, `mount`, `fsopen`, `open_tree`, `move_mount`: with privileges, network file systems
- system calls of another architecture or of the x32 interface, whose numbers mean other calls

Sources: linux/seccomp.h, linux/filter.h, linux/audit.h, and the kernel's tables of system call numbers.
"""

import ctypes
import errno
import os
import struct
import sys
from dataclasses import dataclass

assert sys.platform == "linux"  # tells mypy which half of `os` there is

_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER = 1
_SECCOMP_FILTER_FLAG_TSYNC = 1
RETURN_ALLOW = 0x7FFF0000
_SECCOMP_RET_ERRNO = 0x00050000

BPF_LOAD_WORD = 0x20  # BPF_LD | BPF_W | BPF_ABS
BPF_JUMP_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_BPF_JUMP_GREATER_EQUAL = 0x35  # BPF_JMP | BPF_JGE | BPF_K
BPF_RETURN = 0x06  # BPF_RET | BPF_K

# Offsets in struct seccomp_data. Both architectures are little-endian, so the low half of an argument comes
# first; the kernel reads a family as a 32-bit int, so the low half is all that counts.
OFFSET_NUMBER, OFFSET_ARCHITECTURE, _OFFSET_FIRST_ARGUMENT = 0, 4, 16

_AF_UNIX, _AF_INET, _AF_INET6, _AF_NETLINK, _SOCK_STREAM, _SOCK_RAW = 1, 2, 10, 16, 1, 3
_X32_BIT = 0x40000000


@dataclass(frozen=True)
class Architecture:
    """What the filter must know of one processor architecture.

    Attributes:
        audit_number: AUDIT_ARCH_ value that the kernel reports for its native calls.
        seccomp, socket, socketpair: system call numbers.
        refused: system call numbers that are never allowed.
        passive: calls that wait for strangers or start programs; refused where the internet is allowed.
        has_x32: whether a second set of calls hides behind `_X32_BIT`.
    """

    audit_number: int
    seccomp: int
    socket: int
    socketpair: int
    refused: tuple[int, ...]
    passive: tuple[int, ...]
    has_x32: bool


# Since number 424 all architectures share one table: io_uring_setup, io_uring_enter, io_uring_register,
# open_tree, move_mount, fsopen, pidfd_getfd.
_SHARED_REFUSED = (425, 426, 427, 428, 429, 430, 438)

ARCHITECTURES = {
    "x86_64": Architecture(
        audit_number=0xC000003E,
        seccomp=317,
        socket=41,
        socketpair=53,
        # ptrace, mount, add_key, request_key, keyctl, process_vm_readv, process_vm_writev, bpf
        refused=(101, 165, 248, 249, 250, 310, 311, 321, *_SHARED_REFUSED),
        # accept, bind, listen, execve, accept4, execveat
        passive=(43, 49, 50, 59, 288, 322),
        has_x32=True,
    ),
    "aarch64": Architecture(
        audit_number=0xC00000B7,
        seccomp=277,
        socket=198,
        socketpair=199,
        # mount, ptrace, add_key, request_key, keyctl, process_vm_readv, process_vm_writev, bpf
        refused=(40, 117, 217, 218, 219, 270, 271, 280, *_SHARED_REFUSED),
        # bind, listen, accept, execve, accept4, execveat
        passive=(200, 201, 202, 221, 242, 281),
        has_x32=False,
    ),
}


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """One struct sock_filter; `if_true` and `if_false` count the instructions to skip."""
    return struct.pack("=HBBI", code, if_true, if_false, value)


def refusal(number: int) -> bytes:
    return instruction(BPF_RETURN, _SECCOMP_RET_ERRNO | number)


def build_filter(architecture: Architecture, *, local_sockets: bool, internet: bool = False) -> bytes:
    """The filter program as an array of struct sock_filter.

    Arguments: `local_sockets` allows `socket(AF_UNIX)`; `socketpair(AF_UNIX)` is always allowed, because it
    reaches nobody. `internet` allows IPv4 and IPv6 beside what `local_sockets` says, to connect but not to wait
    for connections, and no program can be started. A refused family gets EACCES, a refused call EPERM.
    """
    allow = instruction(BPF_RETURN, RETURN_ALLOW)
    not_permitted = refusal(errno.EPERM)
    program = [
        instruction(BPF_LOAD_WORD, OFFSET_ARCHITECTURE),
        instruction(BPF_JUMP_EQUAL, architecture.audit_number, if_true=1),
        not_permitted,
        instruction(BPF_LOAD_WORD, OFFSET_NUMBER),
    ]
    if architecture.has_x32:
        program += [instruction(_BPF_JUMP_GREATER_EQUAL, _X32_BIT, if_false=1), not_permitted]
    for number in (*architecture.refused, *(architecture.passive if internet else ())):
        program += [instruction(BPF_JUMP_EQUAL, number, if_false=1), not_permitted]
    inet = (_AF_INET, _AF_INET6) if internet else ()
    for number, families in (
        (architecture.socket, (*inet, *((_AF_UNIX,) if local_sockets else ()))),
        (architecture.socketpair, (_AF_UNIX,)),
    ):
        body = [instruction(BPF_LOAD_WORD, _OFFSET_FIRST_ARGUMENT)] if families else []
        for family in families:
            body += [instruction(BPF_JUMP_EQUAL, family, if_false=1), allow]
        body.append(refusal(errno.EACCES))
        program += [instruction(BPF_JUMP_EQUAL, number, if_false=len(body)), *body]
    program.append(allow)
    return b"".join(program)


def install_program(instructions: bytes, architecture: Architecture, *, all_threads: bool) -> bool:
    """Hand a filter to the kernel, after NO_NEW_PRIVS. Returns whether it was taken."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    libc.syscall.argtypes = (ctypes.c_long, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_void_p)
    libc.prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    program = _Program(len(instructions) // 8, instructions)
    flags = _SECCOMP_FILTER_FLAG_TSYNC if all_threads else 0
    # The result is 0, or -1, or the id of a thread that runs under a filter of its own.
    failed = libc.syscall(architecture.seccomp, _SECCOMP_SET_MODE_FILTER, flags, ctypes.addressof(program))
    return int(failed) == 0


def install(*, local_sockets: bool, internet: bool = False) -> str:
    """Put the filter in force for every thread of this process and all that it will start, for good.

    Sets NO_NEW_PRIVS, so set-uid programs gain nothing any more. Returns a `SealReport` reason: `enforced`
    only after the kernel was seen to refuse a socket, else `architecture`, `seccomp_refused` or
    `seccomp_ineffective`.
    """
    architecture = ARCHITECTURES.get(os.uname().machine)
    if architecture is None or ctypes.sizeof(ctypes.c_void_p) != 8:
        return "architecture"
    instructions = build_filter(architecture, local_sockets=local_sockets, internet=internet)
    if not install_program(instructions, architecture, all_threads=True):
        return "seccomp_refused"
    libc = ctypes.CDLL(None, use_errno=True)
    asked = (_AF_NETLINK, _SOCK_RAW) if internet else (_AF_INET, _SOCK_STREAM)
    descriptor = libc.socket(*asked, 0)
    if descriptor >= 0:
        os.close(descriptor)
        return "seccomp_ineffective"
    return "enforced" if ctypes.get_errno() == errno.EACCES else "seccomp_ineffective"
