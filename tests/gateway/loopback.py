"""A listening port of this computer, on a thread of its own: what the small servers of the tests stand on."""

import contextlib
import socket
import threading
from abc import ABC, abstractmethod


def call_until_gone(thread: threading.Thread, port: int) -> None:
    """Wake a server that waits for calls and is to end, until its thread has."""
    while thread.is_alive():  # one call may be lost on a busy computer
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            pass
        thread.join(1)


class Loopback(ABC):
    """Talks to its callers one after the other, over plain TCP. Close it.

    Attributes: `port`.
    """

    def __init__(self, silence_s: float) -> None:
        """Begins at once: what `_talk` needs is there before. A caller who says nothing is left after `silence_s`."""
        self._silence_s = silence_s
        self._closing = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, name=type(self).__name__)
        self._thread.start()

    def close(self) -> None:
        """Stop; its thread is gone afterwards."""
        self._closing = True
        call_until_gone(self._thread, self.port)
        self._listener.close()

    def _serve(self) -> None:
        while True:
            opened, _ = self._listener.accept()
            if self._closing:
                opened.close()
                return
            opened.settimeout(self._silence_s)
            with contextlib.suppress(OSError), opened:
                self._talk(opened)

    @abstractmethod
    def _talk(self, opened: socket.socket) -> None:
        """One caller, until they have what they came for; OSError ends it too."""
