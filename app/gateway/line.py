"""A TCP connection to one place, with or without TLS: where sockets are opened, and nowhere else in Hearth.

Gateway process, main thread. Reads wake up four times a second to see whether the person has stopped it.
"""

import ipaddress
import os
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from app.domain.errors import CloudError
from app.domain.origin import Origin
from app.domain.proxy import Proxy
from app.gateway.limits import Limits
from app.gateway.proxy_refusal import LoginRefused, LoginWanted, Refused
from app.gateway.socks import connect_through
from app.gateway.tunnel import tunnel_through

POLL_S = 0.25
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Watch:
    """The clock of one request, and what has happened on it so far.

    Attributes:
        leaving: called with the server's address when the first byte of the request leaves.
    """

    def __init__(
        self,
        origin: Origin,
        limits: Limits,
        raise_if_cancelled: Callable[[], None],
        leaving: Callable[[str], None],
    ) -> None:
        self.origin = origin
        self.limits = limits
        self.leaving = leaving
        self._raise_if_cancelled = raise_if_cancelled
        self._ends_at = time.monotonic() + limits.total_s
        self._left = False

    def look(self, silent_since: float) -> None:
        """Raise Cancelled when the person stopped it, CloudError server_silent when it takes too long."""
        self._raise_if_cancelled()
        now = time.monotonic()
        if now >= self._ends_at or now - silent_since >= self.limits.silence_s:
            raise CloudError("server_silent", origin=str(self.origin))

    def tell_leaving(self, address: str) -> None:
        """The first byte is about to leave; told once."""
        if not self._left:
            self._left = True
            self.leaving(address)


class Line(httpcore.NetworkStream):
    """One open connection."""

    def __init__(self, opened: socket.socket, watch: Watch) -> None:
        self._socket = opened
        self._watch = watch
        self._address = str(opened.getpeername()[0])
        self._received = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, empty at the end. Errors: CloudError server_silent, reply_broken_off; Cancelled."""
        since = time.monotonic()
        self._socket.settimeout(POLL_S)
        while True:
            self._watch.look(since)
            try:
                found = self._socket.recv(max_bytes)
            except TimeoutError:
                continue
            except ssl.SSLEOFError:
                return b""
            except OSError as error:
                raise CloudError("reply_broken_off", origin=str(self._watch.origin)) from error
            self._received = True
            return found

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of `buffer`. Errors as `read`."""
        self._watch.tell_leaving(self._address)
        since = time.monotonic()
        # TLS wants the same bytes again after a pause, so one long wait and no poll.
        self._socket.settimeout(self._watch.limits.silence_s)
        try:
            while buffer:
                self._watch.look(since)
                sent = self._socket.send(buffer)
                buffer = buffer[sent:]
        except TimeoutError as error:
            raise CloudError("server_silent", origin=str(self._watch.origin)) from error
        except OSError as error:
            raise CloudError("reply_broken_off", origin=str(self._watch.origin)) from error

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, once the server has proved who it is."""
        self._socket.settimeout(self._watch.limits.connect_s)
        name = str(self._watch.origin)
        try:
            wrapped = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
        except ssl.SSLCertVerificationError as error:
            self.close()
            raise CloudError("server_not_trusted", origin=name, reason=error.verify_message) from error
        except ssl.SSLError as error:
            self.close()
            reason = (error.reason or "no TLS").replace("_", " ").lower()
            raise CloudError("server_not_trusted", origin=name, reason=reason) from error
        except OSError as error:
            self.close()
            raise CloudError("server_not_reached", origin=name, reason=_reason(error)) from error
        return Line(wrapped, self._watch)

    def close(self) -> None:
        """Close it."""
        self._socket.close()

    def get_extra_info(self, info: str) -> Any:
        """What httpcore asks of a connection: only whether it would read at once, which it never does here."""
        return False if info == "is_readable" else None


class Lines(httpcore.NetworkBackend):
    """Opens connections for httpcore: names are looked up once, and what they lead to is looked at first."""

    def __init__(self, watch: Watch, own: bool, proxy: Proxy | None, proxy_password: str = "") -> None:
        """`proxy` is asked for a way to the server, with `proxy_password` where it names a user."""
        self._watch = watch
        self._own = own
        self._proxy = proxy
        self._proxy_password = proxy_password

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that answers, or have the proxy do so.

        Errors: CloudError server_not_found, server_is_here, server_not_in_house, server_not_reached, permit_elsewhere,
        proxy_wants_login, proxy_refused_login.
        """
        name, proxy = str(self._watch.origin), self._proxy
        if proxy is not None and self._watch.origin.scheme != "https":
            raise CloudError("permit_elsewhere")
        # The name of the server itself is none of this computer's name servers' business then.
        found = _look_up(host, port, name) if proxy is None else _look_up(proxy.host, proxy.port, name)
        if proxy is None:
            _must_lie_right(found, self._watch.origin, self._own)
        failure: OSError | None = None
        for address in found:
            self._watch.look(time.monotonic())
            family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
            opened = socket.socket(family, socket.SOCK_STREAM)
            try:
                opened.settimeout(self._watch.limits.connect_s)
                opened.connect((str(address), port if proxy is None else proxy.port))
                opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                if proxy is not None:
                    self._go_through(opened, proxy, host, port)
                return Line(opened, self._watch)
            except OSError as error:
                opened.close()
                failure = error
            except BaseException:
                opened.close()
                raise
        reason = _reason(failure) if failure is not None else ""
        raise CloudError("server_not_reached", origin=name, reason=reason) from failure

    def _go_through(self, opened: socket.socket, proxy: Proxy, host: str, port: int) -> None:
        """Have the proxy at the other end connect. Errors: CloudError; Cancelled; OSError as the socket's."""
        name, talker = str(self._watch.origin), _WatchedTalk(opened, self._watch)
        login = (proxy.user, self._proxy_password) if proxy.user else None
        try:
            if proxy.scheme == "socks5":
                connect_through(talker, host, port, login)
            else:
                tunnel_through(talker, host, port, login)
        except LoginWanted as error:
            raise CloudError("proxy_wants_login", proxy=proxy.address) from error
        except LoginRefused as error:
            raise CloudError("proxy_refused_login", proxy=proxy.address, origin=name) from error
        except Refused as error:
            raise CloudError("server_not_reached", origin=name, reason=str(error)) from error


class _WatchedTalk:
    """A socket while a proxy is asked: before each piece of its answer it is seen whether the person has stopped it."""

    def __init__(self, opened: socket.socket, watch: Watch) -> None:
        self._socket = opened
        self._watch = watch
        self._since = time.monotonic()

    def sendall(self, data: bytes, /) -> None:
        self._socket.sendall(data)

    def recv(self, size: int, /) -> bytes:
        self._watch.look(self._since)
        return self._socket.recv(size)


def _look_up(host: str, port: int, name: str) -> list[Address]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise CloudError("server_not_found", origin=name) from error
    found: list[Address] = []
    for family, _, _, _, address in answers:
        if family in (socket.AF_INET, socket.AF_INET6):
            parsed = ipaddress.ip_address(str(address[0]).partition("%")[0])
            if parsed not in found:
                found.append(parsed)
    if not found:
        raise CloudError("server_not_found", origin=name)
    return found


def _must_lie_right(found: list[Address], origin: Origin, own: bool) -> None:
    """A public name mustn't lead here, an own server mustn't stand elsewhere, and plain http goes nowhere."""
    for address in found:
        mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
        there = mapped or address
        if own and there.is_global:
            raise CloudError("server_not_in_house", origin=str(origin))
        if not own and not there.is_global:
            raise CloudError("server_is_here", origin=str(origin))
        if origin.scheme != "https" and not there.is_loopback:
            raise CloudError("permit_elsewhere")


def _reason(error: OSError) -> str:
    if isinstance(error, TimeoutError):
        return "no answer"
    return os.strerror(error.errno) if error.errno else type(error).__name__
