"""A second seccomp filter, for a process that reads one hostile file: it may compute, read and write what is
open already, and nothing else. Through ctypes alone (Linux on x86_64 and aarch64).

Everything that isn't on the list gets EPERM: opening files and looking at them, starting processes and threads,
sockets, signals to others, changing limits. Runs once, in the only thread of the process.

Sources: the kernel's tables of system call numbers; linux/seccomp.h.
"""

import ctypes
import errno
import os
import sys

from app.sandbox import seccomp

assert sys.platform == "linux"  # tells mypy which half of `os` there is

# read, write, readv, writev, pread64, lseek, close; mmap, mprotect, munmap, mremap, madvise, brk; rt_sigaction,
# rt_sigprocmask, rt_sigreturn, sigaltstack; getpid, gettid, sched_yield, futex, clock_gettime,
# clock_nanosleep, getrusage, getrandom; exit, exit_group
_ALLOWED = {
    "x86_64": (
        *(0, 1, 19, 20, 17, 8, 3, 9, 10, 11, 25, 28, 12, 13, 14, 15, 131),
        *(39, 186, 24, 202, 228, 230, 98, 318, 60, 231),
    ),
    "aarch64": (
        *(63, 64, 65, 66, 67, 62, 57, 222, 226, 215, 216, 233, 214, 134, 135, 139, 132),
        *(172, 178, 124, 98, 113, 115, 165, 278, 93, 94),
    ),
}


# openat, fstat, newfstatat, getdents64, and on the older architecture stat and lstat
_READING_FILES = {"x86_64": (257, 5, 262, 217, 4, 6), "aarch64": (56, 80, 79, 61)}


def build_filter(machine: str, *, reading_files: bool = False) -> bytes:
    """The filter program as an array of struct sock_filter, for `machine` as `os.uname` names it.

    `reading_files` lets files and folders be opened: only where something else decides which.
    """
    architecture = seccomp.ARCHITECTURES[machine]
    allow = seccomp.instruction(seccomp.BPF_RETURN, seccomp.RETURN_ALLOW)
    refuse = seccomp.refusal(errno.EPERM)
    program = [
        seccomp.instruction(seccomp.BPF_LOAD_WORD, seccomp.OFFSET_ARCHITECTURE),
        seccomp.instruction(seccomp.BPF_JUMP_EQUAL, architecture.audit_number, if_true=1),
        refuse,
        seccomp.instruction(seccomp.BPF_LOAD_WORD, seccomp.OFFSET_NUMBER),
    ]
    for number in _ALLOWED[machine] + (_READING_FILES[machine] if reading_files else ()):
        program += [seccomp.instruction(seccomp.BPF_JUMP_EQUAL, number, if_false=1), allow]
    return b"".join([*program, refuse])


def install(*, reading_files: bool = False) -> bool:
    """Put the filter in force for this thread, for good. False where none is known or the kernel takes none."""
    machine = os.uname().machine
    if machine not in _ALLOWED or ctypes.sizeof(ctypes.c_void_p) != 8:
        return False
    program = build_filter(machine, reading_files=reading_files)
    return seccomp.install_program(program, seccomp.ARCHITECTURES[machine], all_threads=False)
