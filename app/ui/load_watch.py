"""Tells when a module of the window, or of Qt, is loaded on another thread than the main one: see `app.ui.loading`.

Window process; on only where `app.ui.hold_watch` is, as in the tests of the real window.
"""

import sys
import threading
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

WATCHED = ("app.ui", "PySide6", "shiboken6")


class LoadWatch(MetaPathFinder):
    """Asked for each module that is to be loaded; finds none itself."""

    def __init__(self, report: Callable[[str], None]) -> None:
        """`report` is called with one sentence, on the thread that loads."""
        self._report = report

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Only look."""
        thread = threading.current_thread()
        if fullname.startswith(WATCHED) and thread is not threading.main_thread():
            self._report(f"{fullname} was loaded on the thread {thread.name}")
        return None


def watch_loads(report: Callable[[str], None]) -> LoadWatch:
    """Look at each module that is loaded from now on."""
    watch = LoadWatch(report)
    sys.meta_path.insert(0, watch)
    return watch
