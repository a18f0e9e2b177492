"""A small HTTP proxy on loopback (CONNECT): connects every name to one port, keeps what it was asked."""

import base64
import contextlib
import socket
import threading
from collections.abc import Iterator

from tests.gateway.recording_server import call_until_gone
from tests.gateway.relay import SILENCE_S, relay

THROUGH = b"HTTP/1.1 200 Connection established\r\n\r\n"
LOGIN_WANTED = (
    b'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="Call 0900-666"\r\n'
    b"Content-Length: 4\r\n\r\nNope"
)


class ConnectServer:
    """Attributes: `port`; `heads`, each client's request; `passed_on`, the clients' bytes later."""

    def __init__(self, target_port: int, login: tuple[str, str] | None, answer: bytes) -> None:
        """Gives `answer`, and a way to `target_port` where that is THROUGH; with `login`, to those who say it only."""
        self.heads: list[bytes] = []
        self.passed_on = bytearray()
        self._target_port = target_port
        self._login = login
        self._answer = answer
        self._closing = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, name="connect-server")
        self._thread.start()

    @property
    def asked(self) -> list[str]:
        """Where to, each time."""
        return [head.split(b" ")[1].decode() for head in self.heads]

    def close(self) -> None:
        """Stop; its threads are gone afterwards."""
        self._closing = True
        call_until_gone(self._thread, self.port)
        self._listener.close()

    def _serve(self) -> None:
        while True:
            opened, _ = self._listener.accept()
            if self._closing:
                opened.close()
                return
            opened.settimeout(SILENCE_S)
            with contextlib.suppress(OSError), opened:
                self._talk(opened)

    def _talk(self, opened: socket.socket) -> None:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            piece = opened.recv(1)
            if not piece:
                return
            head += piece
        self.heads.append(head)
        answer = self._answer if self._is_let_in(head) else LOGIN_WANTED
        opened.sendall(answer)
        if answer == THROUGH:
            relay(opened, self._target_port, self.passed_on)

    def _is_let_in(self, head: bytes) -> bool:
        if self._login is None:
            return True
        wanted = base64.b64encode(":".join(self._login).encode())
        return b"Proxy-Authorization: Basic " + wanted in head.split(b"\r\n")


@contextlib.contextmanager
def connect_serving(
    target_port: int = 0, login: tuple[str, str] | None = None, answer: bytes = THROUGH
) -> Iterator[ConnectServer]:
    """A proxy for the block."""
    server = ConnectServer(target_port, login, answer)
    try:
        yield server
    finally:
        server.close()
