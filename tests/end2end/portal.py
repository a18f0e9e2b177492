"""A desktop portal on a session bus of the tests: it takes what it is asked to open, and opens nothing."""

import os

from jeepney import HeaderFields, Message

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
