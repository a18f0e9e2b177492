"""A program on a session bus of the tests, which answers what the program under test asks of it."""

import abc
import threading
from typing import Self

from jeepney import Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

PATIENCE_S = 120.0
_LOOK_S = 0.1


class BusProgram(abc.ABC):
    """Owns names on the bus, and answers calls to them while its block lasts."""

    def __init__(self, bus: str, *names: str) -> None:
        self._connection = open_dbus_connection(bus, enable_fds=True)
        for name in names:
            self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._came = threading.Condition()  # guards all that a subclass writes down
        self._ended = False
        self._thread = threading.Thread(target=self._serve, name="bus-program")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended = True
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while not self._ended:
            try:
                message = self._connection.receive(timeout=_LOOK_S)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                with self._came:
                    self._answer(message)
                    self._came.notify_all()

    @abc.abstractmethod
    def _answer(self, message: Message) -> None:
        """Answer one call; what isn't known with `_refuse`. Own thread, `_came` held."""

    def _return(self, message: Message, signature: str | None = None, *body: object) -> None:
        self._connection.send(new_method_return(message, signature, body))

    def _refuse(self, message: Message) -> None:
        self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
