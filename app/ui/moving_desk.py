"""What the desks for backups and imports share: how the work stands, in words. Window process, main thread."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import HearthError
from app.services.sentences import sentence
from app.ui.door import Door
from app.ui.ports import OpenSession
from app.ui.theme import Theme


class MovingDesk(QObject):
    """One kind of long work, one at a time.

    Attributes: `state`: how it stands, in words (empty: nothing is under way and nothing came of it); `is_busy`.
    Signals: `changed` with both.
    """

    changed = Signal(str, bool)

    def __init__(self, theme: Theme, door: Door, session: OpenSession, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._session = session
        self._window = window
        self.state = ""
        self.is_busy = False

    def _show(self, words: str, busy: bool) -> None:
        self.state, self.is_busy = words, busy
        self.changed.emit(words, busy)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self._show(sentence(error, self.tr), False)
