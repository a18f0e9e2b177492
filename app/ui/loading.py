"""Loads the modules that the workspace is made of, while the lock screen is on the screen.

Window process. What knows nothing of Qt is loaded on the work thread, all else on the window's, a few modules a turn.

WORKAROUND PySide6 6.12.0 on Python before 3.12: Qt asks objects for their kind without holding Python's lock, and
PySide looks it up in a table that grows with each class that is made. Loading a module of the window makes classes:
done on another thread at that moment, it ends the process with a memory fault.
"""

import contextlib
import gc
import sys
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from app.ui.door import Door
from app.ui.icons import read_ahead

PLAIN = (
    "app.domain.citation",
    "app.services.beginning",
    "app.services.cloud_preview",
    "app.services.download_run",
    "app.services.events",
    "app.services.model_offers",
    "app.services.provider_service",
    "app.services.state_words",
    "markdown_it",
)
# Each brings what it is made of, in some 10 to 40 ms. In the order in which they need each other.
PARTS = (
    "app.ui.side_panel",
    "app.ui.markdown.parser",
    "app.ui.markdown.writer",
    "app.ui.transcript",
    "app.ui.cloud.consent_sheet",
    "app.ui.composer",
    "app.ui.asking_desk",
    "app.ui.library.sources_page",
    "app.ui.chat_page",
    "app.ui.ledger.desk",
    "app.ui.compare.desk",
    "app.ui.sidebar",
    "app.ui.settings.desk",
    "app.ui.desktop.desk",
    "app.ui.library.desk",
    "app.ui.models.desk",
    "app.ui.workspace",
    "app.ui.bindings",
)


class WorkspaceLoading:
    """Loads `PARTS` once. `owner` lives as long as anybody waits for it."""

    def __init__(self, door: Door, owner: QObject) -> None:
        self._door = door
        self._owner = owner
        self._left = [name for name in PARTS if name not in sys.modules]
        self._begun = False
        self._waiting: list[Callable[[], None]] = []

    def begin(self) -> None:
        """Begin, unless that was done already."""
        if not self._begun:
            self._begun = True
            self._door.run(_load_plain, lambda _done: self._go_on())

    def when_done(self, then: Callable[[], None]) -> None:
        """Call `then` once all is loaded: at once, or in a later turn of the window's loop."""
        self.begin()
        if self._left:
            self._waiting.append(then)
        else:
            then()

    def _go_on(self) -> None:
        if self._left:
            import_module(self._left[0])
            del self._left[0]
            if not self._left:
                gc.freeze()  # it stays, as what `app.roles` loads
            QTimer.singleShot(0, self._owner, self._go_on)
            return
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()


def _load_plain() -> None:
    """On the work thread. A module that isn't there is told of where it is needed."""
    for name in PLAIN:
        with contextlib.suppress(ImportError):
            import_module(name)
    with contextlib.suppress(OSError):
        read_ahead()
