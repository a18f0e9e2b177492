"""Desktop portals on a session bus of the tests: one takes what it is asked to open, and opens nothing; another says
whether the desktop is light or dark.
"""

import os

from jeepney import DBusAddress, HeaderFields, Message, new_signal

from tests.end2end.bus_program import PATIENCE_S, BusProgram

NAME = "org.freedesktop.portal.Desktop"


class Portal(BusProgram):
    """Answers calls of org.freedesktop.portal.OpenURI."""

    def __init__(self, bus: str) -> None:
        super().__init__(bus, NAME)
        self._calls: list[tuple[str, str]] = []

    def next_call(self) -> tuple[str, str]:
        """The method that was called, and the path of the file it was handed."""
        with self._came:
            assert self._came.wait_for(lambda: self._calls, PATIENCE_S), "nobody asked the portal"
            return self._calls.pop(0)

    def _answer(self, message: Message) -> None:
        method = message.header.fields[HeaderFields.member]
        if method not in ("OpenFile", "OpenDirectory"):
            self._refuse(message)
            return
        _parent, file, _options = message.body
        self._calls.append((method, os.readlink(f"/proc/self/fd/{file.fileno()}")))
        file.close()
        self._return(message, "o", "/org/freedesktop/portal/desktop/request/1")


class Appearance(BusProgram):
    """Says whether the desktop is dark, as org.freedesktop.portal.Settings does, and when that changes."""

    SPACE, KEY = "org.freedesktop.appearance", "color-scheme"
    NO_WISH, DARK, LIGHT = range(3)

    def __init__(self, bus: str, scheme: int) -> None:
        super().__init__(bus, NAME)
        self._scheme = scheme

    def change(self, scheme: int) -> None:
        """Tell everybody on the bus that the desktop is light or dark from now on."""
        place = DBusAddress("/org/freedesktop/portal/desktop", None, "org.freedesktop.portal.Settings")
        with self._came:  # answers are sent while it is held
            self._scheme = scheme
            body = (self.SPACE, self.KEY, ("u", scheme))
            self._connection.send(new_signal(place, "SettingChanged", "ssv", body))

    def _answer(self, message: Message) -> None:
        if message.header.fields[HeaderFields.member] != "ReadAll":
            self._refuse(message)
            return
        self._return(message, "a{sa{sv}}", {self.SPACE: {self.KEY: ("u", self._scheme)}})
