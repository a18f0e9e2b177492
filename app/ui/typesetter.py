"""Drawn formulas and coloured code as the transcript asks for them. Window process, main thread.

Asking never waits: what isn't known yet is wished for through the door, and `ready` tells when to ask again.
"""

from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.typesetting import CODE_LIMIT_CHARS, CodeColours, Outline, may_be_drawn
from app.ui.door import Door
from app.ui.ports import TypesettingPort

_KEPT = 400
_GATHER_MS = 25
T = TypeVar("T")
K = TypeVar("K", bound=tuple[object, ...])


class Typesetter(QObject):
    """Knows what was drawn lately.

    Signals: `ready()` when something that was asked for is known now.
    """

    ready = Signal()

    def __init__(self, door: Door, service: TypesettingPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._service = service
        self._outlines: OrderedDict[tuple[str, bool], Outline | None] = OrderedDict()
        self._colours: OrderedDict[tuple[str, str], CodeColours] = OrderedDict()
        self._asked: set[tuple[object, ...]] = set()
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self.ready)

    def known_outline(self, source: str, display: bool) -> Outline | None:
        """A formula that was drawn already."""
        return self._outlines.get((source, display))

    def outline(self, source: str, display: bool) -> tuple[bool, Outline | None]:
        """Whether it is known what becomes of a formula, and its drawing: None where there is none."""
        key = (source, display)
        if key in self._outlines:
            return True, self._outlines[key]
        if not may_be_drawn(source):
            return True, None
        self._ask(key, self._outlines, lambda then: self._service.draw(source, display, then))
        return False, None

    def colours(self, text: str, language: str) -> CodeColours | None:
        """The runs of code by lines, none for what stays plain; None while that isn't known."""
        if not language or len(text) > CODE_LIMIT_CHARS:
            return ()
        key = (text, language)
        if key in self._colours:
            return self._colours[key]
        self._ask(key, self._colours, lambda then: self._service.colour(text, language, then))
        return None

    def forget(self) -> None:
        """Another conversation is shown: keep nothing of this one."""
        self._outlines.clear()
        self._colours.clear()

    def _ask(
        self,
        key: K,
        known: "OrderedDict[K, T]",
        wish: Callable[[Callable[[T], None]], None],
    ) -> None:
        if key in self._asked:
            return
        self._asked.add(key)

        def told(found: T) -> None:
            self._asked.discard(key)
            known[key] = found
            while len(known) > _KEPT:
                known.popitem(last=False)
            self._gather.start()

        self._door.start(lambda then, _failed: wish(then), told, lambda _error: None)
