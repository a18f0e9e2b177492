"""A key that works in every program, where the desktop's portal gives one (org.freedesktop.portal.GlobalShortcuts).

Window process, main thread. The desktop asks the person and remembers; we learn which key it became. Other systems
and desktops have no such door for a program that reads no one else's keys: the settings say what to do there.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.ui.desktop.session_bus import Body, SessionBus
from app.ui.links import PORTAL, PORTAL_PATH

SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
REQUEST = "org.freedesktop.portal.Request"
PLACE = (PORTAL, PORTAL_PATH, SHORTCUTS)
PREFERRED = "CTRL+ALT+space"  # in the notation of the XDG shortcuts specification; the desktop decides
ID = "quick-ask"
GRANTED = 0  # a request's response; 1: the person said no, 2: ended otherwise


class GlobalShortcut(QObject):
    """The one shortcut of ours.

    Attributes:
        offered: whether this desktop gives shortcuts; None while that isn't known.
        keys: the key as the desktop words it; empty while there is none.

    Signals: `pressed` with the desktop's token for coming to the front; `changed` when an attribute did.
    """

    pressed = Signal(str)
    changed = Signal()

    def __init__(self, bus: SessionBus, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self.offered: bool | None = None
        self.keys = ""
        self._session = ""
        self._wanted = False
        self._words = ""
        self._asked = 0
        self._answers: dict[str, Callable[[dict[str, Any]], None]] = {}

    def look(self) -> None:
        """Find out whether the desktop offers shortcuts. Asks nobody anything."""
        if self.offered is None:
            properties = (PORTAL, PORTAL_PATH, "org.freedesktop.DBus.Properties")
            self._bus.call(properties, "Get", "ss", (SHORTCUTS, "version"), self._looked)

    def want(self, wanted: bool, words: str) -> None:
        """Have the shortcut from now on, or not; `words` tell in the desktop's dialog what it does."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if not wanted:
            self._give_back()
            return
        self._words = words
        self._bus.hear(PORTAL, REQUEST, "Response", self._responded)
        self._bus.hear(PORTAL, SHORTCUTS, "Activated", self._activated)
        self._ask("CreateSession", "", (), {"session_handle_token": ("s", "hearth")}, self._have_session)

    def _looked(self, body: Body | None) -> None:
        self.offered = body is not None
        self.changed.emit()

    def _ask(
        self,
        method: str,
        signature: str,
        body: Body,
        options: dict[str, tuple[str, object]],
        then: Callable[[dict[str, Any]], None],
    ) -> None:
        """Call a method that answers by a signal at a path that ends in our token."""
        self._asked += 1
        token = f"hearth{self._asked}"
        self._answers[token] = then

        def sent(answer: Body | None) -> None:
            if answer is None:
                self._answers.pop(token, None)
                self.offered = False
                self.changed.emit()

        options = {"handle_token": ("s", token), **options}
        self._bus.call(PLACE, method, f"{signature}a{{sv}}", (*body, options), sent)

    def _responded(self, path: str, body: Body) -> None:
        then = self._answers.pop(path.rpartition("/")[2], None)
        if then is None:
            return
        code, results = body
        if code == GRANTED:
            self.offered = True
            then(results)
        self.changed.emit()

    def _have_session(self, results: dict[str, Any]) -> None:
        self._session = str(results["session_handle"][1])
        if not self._wanted:
            self._give_back()
            return
        shortcut = (ID, {"description": ("s", self._words), "preferred_trigger": ("s", PREFERRED)})
        self._ask("BindShortcuts", "oa(sa{sv})s", (self._session, [shortcut], ""), {}, self._bound)

    def _bound(self, results: dict[str, Any]) -> None:
        for name, facts in results.get("shortcuts", ("", []))[1]:
            if name == ID:
                self.keys = str(facts.get("trigger_description", ("s", ""))[1])

    def _activated(self, _path: str, body: Body) -> None:
        session, name, _time, options = body
        if session == self._session and name == ID:
            self.pressed.emit(str(options.get("activation_token", ("s", ""))[1]))

    def _give_back(self) -> None:
        session, self._session, self.keys = self._session, "", ""
        if session:
            place = (PORTAL, session, "org.freedesktop.portal.Session")
            self._bus.call(place, "Close", "", (), lambda _body: None)
        self.changed.emit()
