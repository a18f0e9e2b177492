"""Confining the throw-away process that reads one file: Linux, and what POSIX offers elsewhere.

Runs in the only thread of that process, before it has seen a byte of the file.
"""

import os
import resource
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

_MANY = 1 << 16
# Where PDFium looks for fonts that a file doesn't bring along (core/fxge/linux/fx_linux_impl.cpp).
_FONTS = tuple(
    map(
        Path,
        (
            "/usr/share/fonts",
            "/usr/share/X11/fonts/Type1",
            "/usr/share/X11/fonts/TTF",
            "/usr/local/share/fonts",
        ),
    )
)


def confine(*, memory_bytes: int, processor_s: int, keep: Sequence[int], fonts: bool) -> None:
    """Close every descriptor but `keep`, limit memory, processor time and files, and refuse all the rest.

    `memory_bytes` limits the address space (in use already and new), `processor_s` is followed by SIGXCPU.
    Nothing can be written to a file, also not to one that is open. With `fonts` the folders of the system's fonts
    stay readable, if Landlock sees to it that no others are. Raises OSError when the system refuses a
    limit: the file must not be read then.
    """
    silence = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(silence, standard)
    _close_all_but(keep)
    resource.setrlimit(resource.RLIMIT_CPU, (processor_s, processor_s + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # then writing gives an error instead
    if sys.platform == "linux":
        from app.sandbox import allow_list, landlock, linux  # late: only this platform's modules are loaded

        linux.end_with_parent_thread()
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        version = landlock.restrict_files(_FONTS if fonts else ())
        allow_list.install(reading_files=fonts and version > 0)


def _close_all_but(keep: Sequence[int]) -> None:
    start = 3
    for descriptor in sorted(keep):
        os.closerange(start, descriptor)
        start = descriptor + 1
    os.closerange(start, _MANY)
