"""Following changes in the folders, through what the system tells of them. A thread of its own.

Only which folder something changed in is passed on; looking finds out what. Several changes within
`SETTLE_S` count as one. Where the system can't watch (too many folders, a network disk), the folders are
looked through every `LOOK_EVERY_S` by whoever owns this.
"""

import os
import threading
from collections.abc import Callable, Sequence

from watchfiles import watch

from app.library.library_store import Root

SETTLE_S = 1.0
LOOK_EVERY_S = 600.0


class Watching:
    """Watches roots. `changed(number)` is called on the watching thread with the number of a root."""

    def __init__(self, changed: Callable[[int], None]) -> None:
        self._changed = changed
        self._roots: tuple[Root, ...] = ()
        self._stop = threading.Event()

    def watch(self, roots: Sequence[Root]) -> None:
        """Watch these from now on, and no others."""
        if tuple(roots) == self._roots:
            return
        self._stop.set()
        self._roots, self._stop = tuple(roots), threading.Event()
        if roots:
            threading.Thread(
                target=self._follow, args=(self._roots, self._stop), name="watching", daemon=True
            ).start()

    def _follow(self, roots: tuple[Root, ...], stop: threading.Event) -> None:
        there: dict[str, list[int]] = {}  # two libraries may have the same folder
        for root in roots:
            if os.path.exists(root.path):
                there.setdefault(os.fsdecode(root.path), []).append(root.number)
        if not there:
            return
        try:
            for changes in watch(
                *there,
                watch_filter=None,
                debounce=round(SETTLE_S * 1000),
                step=200,
                stop_event=stop,
                rust_timeout=1000,
                yield_on_timeout=False,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                touched = {path for _, path in changes}
                for place, numbers in there.items():
                    if any(path == place or path.startswith(place + os.sep) for path in touched):
                        for number in numbers:
                            self._changed(number)
        except (OSError, RuntimeError):
            return  # the owner looks from time to time anyway
