"""A small SOCKS5 proxy on loopback (RFC 1928, RFC 1929): connects every name to one port, keeps what it was asked."""

import contextlib
import socket
from collections.abc import Iterator

from tests.gateway.loopback import Loopback
from tests.gateway.relay import SILENCE_S, relay


class SocksServer(Loopback):
    """Attributes: `port`; `asked`, each as (kind of address, host, port); `passed_on`, the client's bytes later;
    `offered`, the ways to log in of each client; `logins`, what they said."""

    def __init__(
        self, target_port: int, reply: int, greeting: bytes, login: tuple[bytes, bytes] | None = None
    ) -> None:
        """Answers the greeting with `greeting` and a wish with code `reply`; 0 connects to `target_port`.

        With `login` it wants this user name and password first.
        """
        self.offered: list[bytes] = []
        self.logins: list[tuple[bytes, bytes]] = []
        self._login = login
        self.asked: list[tuple[int, str, int]] = []
        self.passed_on = bytearray()
        self._target_port = target_port
        self._reply = reply
        self._greeting = greeting
        super().__init__(SILENCE_S)

    def _talk(self, opened: socket.socket) -> None:
        _, methods = _exactly(opened, 2)
        offered = _exactly(opened, methods)
        self.offered.append(offered)
        if self._login is not None:
            if not self._logged_in(opened, offered, self._login):
                return
        else:
            opened.sendall(self._greeting)
            if self._greeting[1:] != b"\0":
                return
        _, command, _, kind = _exactly(opened, 4)
        if kind == 3:
            host = _exactly(opened, _exactly(opened, 1)[0]).decode("ascii")
        elif kind == 1:
            host = socket.inet_ntop(socket.AF_INET, _exactly(opened, 4))
        else:
            host = socket.inet_ntop(socket.AF_INET6, _exactly(opened, 16))
        self.asked.append((kind, host, int.from_bytes(_exactly(opened, 2), "big")))
        # A name as the bound address: rare, and allowed.
        opened.sendall(bytes((5, self._reply if command == 1 else 7, 0, 3, 4)) + b"here\0\0")
        if not self._reply:
            relay(opened, self._target_port, self.passed_on)

    def _logged_in(self, opened: socket.socket, offered: bytes, login: tuple[bytes, bytes]) -> bool:
        """RFC 1929, for those who offer it."""
        if b"\x02" not in offered:
            opened.sendall(b"\x05\xff")
            return False
        opened.sendall(b"\x05\x02")
        _exactly(opened, 1)
        user = _exactly(opened, _exactly(opened, 1)[0])
        password = _exactly(opened, _exactly(opened, 1)[0])
        self.logins.append((user, password))
        opened.sendall(b"\x01\0" if (user, password) == login else b"\x01\x01")
        return (user, password) == login


def _exactly(opened: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        piece = opened.recv(size - len(found))
        if not piece:
            raise OSError("closed")
        found += piece
    return found


@contextlib.contextmanager
def socks_serving(
    target_port: int = 0,
    reply: int = 0,
    greeting: bytes = b"\x05\x00",
    login: tuple[bytes, bytes] | None = None,
) -> Iterator[SocksServer]:
    """A proxy for the block."""
    server = SocksServer(target_port, reply, greeting, login)
    try:
        yield server
    finally:
        server.close()
