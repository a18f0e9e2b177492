"""A small HTTP proxy on loopback (CONNECT): connects every name to one port, keeps what it was asked."""

import base64
import contextlib
import socket
from collections.abc import Iterator

from tests.gateway.loopback import Loopback
from tests.gateway.relay import SILENCE_S, relay

THROUGH = b"HTTP/1.1 200 Connection established\r\n\r\n"
LOGIN_WANTED = (
    b'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="Call 0900-666"\r\n'
    b"Content-Length: 4\r\n\r\nNope"
)


class ConnectServer(Loopback):
    """Attributes: `port`; `heads`, each client's request; `passed_on`, the clients' bytes later."""

    def __init__(self, target_port: int, login: tuple[str, str] | None, answer: bytes) -> None:
        """Gives `answer`, and a way to `target_port` where that is THROUGH; with `login`, to those who say it only."""
        self.heads: list[bytes] = []
        self.passed_on = bytearray()
        self._target_port = target_port
        self._login = login
        self._answer = answer
        super().__init__(SILENCE_S)

    @property
    def asked(self) -> list[str]:
        """Where to, each time."""
        return [head.split(b" ")[1].decode() for head in self.heads]

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
