"""Telling that an answer is ready while no window of Hearth is in front: never a word of it.

Window process, main thread. On Linux by org.freedesktop.Notifications, elsewhere by the tray icon.
"""

import sys

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.desktop.session_bus import Body, SessionBus
from app.ui.desktop.tray import Tray

NAME = "org.freedesktop.Notifications"
PLACE = (NAME, "/org/freedesktop/Notifications", NAME)
AS_LONG_AS_USUAL = -1


class Notices(QObject):
    """One notice at a time; a newer one replaces the older.

    Signals: `pressed`: the person clicked on it.
    """

    pressed = Signal()

    def __init__(self, bus: SessionBus, tray: Tray, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._tray = tray
        self._shown = 0
        self._hears = False
        tray.notice_pressed.connect(self.pressed)

    def tell(self, words: str) -> None:
        """Show `words`."""
        if sys.platform != "linux":
            self._tray.tell(words)
            return
        if not self._hears:
            self._hears = True
            self._bus.hear(NAME, NAME, "ActionInvoked", self._acted)

        def told(body: Body | None) -> None:
            if body is None:  # no such service on this desktop
                self._tray.tell(words)
            else:
                self._shown = int(body[0])

        actions = ["default", self.tr("Show Hearth")]
        notice: Body = ("Hearth", self._shown, "hearth", words, "", actions, {}, AS_LONG_AS_USUAL)
        self._bus.call(PLACE, "Notify", "susssasa{sv}i", notice, told)

    @Slot()
    def withdraw(self) -> None:
        """Take it away: the person has come."""
        shown, self._shown = self._shown, 0
        if shown:
            self._bus.call(PLACE, "CloseNotification", "u", (shown,), lambda _body: None)

    def _acted(self, _path: str, body: Body) -> None:
        if body[0] == self._shown:
            self.pressed.emit()
