"""Why a proxy doesn't connect, and the part of a socket that asking one needs. Gateway process, main thread."""

from typing import Protocol


class Talker(Protocol):
    """The part of a socket that is needed."""

    def sendall(self, data: bytes, /) -> None: ...
    def recv(self, size: int, /) -> bytes: ...


class Refused(Exception):
    """The proxy doesn't connect; the text says why, for people."""


class LoginWanted(Refused):
    """The proxy wants a user name and a password, and none were given."""


class LoginRefused(Refused):
    """The proxy doesn't take the user name and the password, or knows no login at all."""
