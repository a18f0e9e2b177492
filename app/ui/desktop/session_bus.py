"""The desktop's session bus, for calls whose types Qt's own module can't write from Python.

Window process. One thread listens, for as long as the process lives; everything else happens on the main thread.
Linux only: elsewhere every call fails at once.
"""

import contextlib
import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

Body = tuple[Any, ...]
BOTH_WAYS = 2  # `socket.SHUT_RDWR`; the module itself is the gateway's alone
Told = Callable[[Body | None], None]
Hears = Callable[[str, Body], None]


class SessionBus(QObject):
    """A connection of our own to the session bus; it is opened with the first call."""

    _connected = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._connection: DBusConnection | None = None
        self._asked = False  # whether there is a bus, or was none
        self._begun = False
        self._waiting: dict[int, Told] = {}
        self._hearing: dict[tuple[str, str], Hears] = {}
        self._unsent: list[Callable[[], None]] = []
        # Queued by name: both are emitted on the listening thread.
        self._connected.connect(self._take_connection, Qt.ConnectionType.QueuedConnection)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def call(self, place: tuple[str, str, str], method: str, signature: str, body: Body, told: Told) -> None:
        """Call a method at `place` (bus name, path, interface); `told` gets what it returns, None for an error."""

        def send() -> None:
            from jeepney import (
                DBusAddress,
                new_method_call,
            )  # late: only where it is used, and not on every system

            if self._connection is None:
                told(None)
                return
            service, path, interface = place
            message = new_method_call(DBusAddress(path, service, interface), method, signature or None, body)
            serial = next(self._connection.outgoing_serial)
            self._waiting[serial] = told
            try:
                self._connection.send(message, serial=serial)
            except OSError:  # the bus is gone
                del self._waiting[serial]
                told(None)

        self._when_open(send)

    def hear(self, sender: str, interface: str, member: str, hears: Hears) -> None:
        """Call `hears` with path and body of each signal of this name from now on."""
        self._hearing[(interface, member)] = hears
        rule = f"type='signal',sender='{sender}',interface='{interface}',member='{member}'"
        bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        self.call(bus, "AddMatch", "s", (rule,), lambda _body: None)

    def close(self) -> None:
        """Let go of the bus; the listening thread ends."""
        connection, self._connection = self._connection, None
        self._waiting.clear()
        self._hearing.clear()
        if connection is not None:
            with contextlib.suppress(OSError):
                connection.sock.shutdown(BOTH_WAYS)  # a close alone wouldn't wake the thread that waits on it

    def _when_open(self, send: Callable[[], None]) -> None:
        if self._asked:
            send()
            return
        self._unsent.append(send)
        if not self._begun:
            self._begun = True
            threading.Thread(target=self._listen, name="session-bus", daemon=True).start()

    def _listen(self) -> None:
        """On the listening thread."""
        try:
            if sys.platform != "linux" or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
                self._connected.emit(None)
                return
            from jeepney.io.blocking import open_dbus_connection  # late: see `call`

            try:
                connection = open_dbus_connection("SESSION")
            except (OSError, ValueError, KeyError, TimeoutError, EOFError):
                self._connected.emit(None)
                return
            self._connected.emit(connection)
            while True:
                self._arrived.emit(connection.receive())
        except (OSError, EOFError, RuntimeError):  # the bus is gone, or Qt is
            return

    @Slot(object)
    def _take_connection(self, connection: "DBusConnection | None") -> None:
        self._connection, self._asked = connection, True
        unsent, self._unsent = self._unsent, []
        for send in unsent:
            send()

    @Slot(object)
    def _take(self, message: "Message") -> None:
        from jeepney import HeaderFields, MessageType  # late: see `call`

        fields, kind = message.header.fields, message.header.message_type
        if kind is MessageType.signal:
            hears = self._hearing.get((fields.get(HeaderFields.interface, ""), fields[HeaderFields.member]))
            if hears is not None:
                hears(fields[HeaderFields.path], message.body)
            return
        told = self._waiting.pop(fields.get(HeaderFields.reply_serial, 0), None)
        if told is not None:
            told(message.body if kind is MessageType.method_return else None)
