"""macOS: no debugger may attach. The network is refused by the audit hook only.

Runs in the main thread, as the first statements of each of our processes.
"""

import ctypes

_PT_DENY_ATTACH = 31  # sys/ptrace.h


def deny_inspection() -> None:
    """No debugger can attach to this process any more; its result is not looked at, it is a second line."""
    libc = ctypes.CDLL(None)
    libc.ptrace.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
    libc.ptrace(_PT_DENY_ATTACH, 0, None, 0)
