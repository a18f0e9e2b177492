"""Keeps PySide6 from reading the source of every module. Runs first in the window's process, on its only thread.

WORKAROUND PySide6 6.12.0: after its import, it opens the source of each module that is imported, looks for its own
name in it, and leaves the text in `linecache`: a sixth of the time in which the window's modules load, and several
megabytes for good. It is to know which modules may switch `__feature__` (snake_case, true_property) on. None of ours
does: every module may count as one that has nothing to do with it.
"""

import sys
from importlib import import_module

HOOK = "shibokensupport.feature"
QUESTION = "_mod_uses_pyside"


def read_no_sources() -> None:
    """Answer PySide6's question for every module that is imported from now on."""
    import_module("PySide6")  # which brings the module that is changed here
    hook = sys.modules.get(HOOK)
    if hook is not None and hasattr(hook, QUESTION):
        setattr(hook, QUESTION, lambda _module: False)
