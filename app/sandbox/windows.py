"""Windows: no crash dialog and no report of a crash. The network is refused by the audit hook only.

Runs in the main thread, as the first statements of each of our processes.
"""

import ctypes

_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX, _SEM_NOOPENFILEERRORBOX = (
    0x0001,
    0x0002,
    0x8000,
)  # errhandlingapi.h
_NO_DIALOGS = _SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX | _SEM_NOOPENFILEERRORBOX


def deny_inspection() -> None:
    """A crash is not offered for sending and writes no dump of memory.

    The same person's other programs can still open this process: Windows has no switch against that which a
    process could set for itself.
    """
    kernel32 = ctypes.CDLL("kernel32")
    kernel32.SetErrorMode(_NO_DIALOGS)
