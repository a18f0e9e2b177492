"""Keeps None, True and False alive on Python 3.11. Runs first in the window's process, on its only thread.

WORKAROUND PySide6 6.12.0 on Python before 3.12: calls that return nothing give `None` away without taking a
reference (and `Signal.emit` does the same with `True`), which is right only since PEP 683 made these objects
immortal in 3.12. Each call lowers the count by one, and after some ten thousand calls the interpreter
aborts with "deallocating None". A count that can't be used up is what PEP 683 does too.
"""

import ctypes
import sys

ENDLESS_REFERENCES = 1 << (40 if sys.maxsize > 2**32 else 29)


def keep_singletons() -> None:
    """Give None, True and False a reference count that is never used up. Nothing to do from Python 3.12."""
    if sys.version_info >= (3, 12):
        return
    for value in (None, True, False):
        # In CPython the reference count is the first field of every object, and id() is its address.
        count = ctypes.c_ssize_t.from_address(id(value))
        if count.value < ENDLESS_REFERENCES // 2:
            count.value += ENDLESS_REFERENCES
