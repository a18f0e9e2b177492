"""Asking a SOCKS5 proxy (RFC 1928) for a connection, by name: the proxy looks the name up, this computer doesn't.

Gateway process, main thread. Without a user name, unless the person gave one: who they are, is none of the proxy's
business. With one, nothing but a login (RFC 1929) is offered: a proxy that keeps its users' ways apart by their names
shall not leave it out.
"""

import ipaddress

from app.gateway.proxy_refusal import LoginRefused, LoginWanted, Refused, Talker

VERSION, NO_LOGIN, LOGIN, CONNECT = 5, 0, 2, 1
LOGIN_VERSION = 1
IPV4, NAME, IPV6 = 1, 3, 4
# The reply field of RFC 1928, section 6.
REASONS = {
    1: "the proxy has trouble",
    2: "the proxy forbids it",
    3: "the proxy finds no way",
    4: "the proxy doesn't find it",
    5: "it refused the proxy",
    6: "it took the proxy too long",
}


def connect_through(talker: Talker, host: str, port: int, login: tuple[str, str] | None = None) -> None:
    """Have the proxy at the other end connect to `host` and `port`. `login`: user name and password.

    Errors: LoginWanted, LoginRefused, Refused; OSError as the socket's.
    """
    method = NO_LOGIN if login is None else LOGIN
    talker.sendall(bytes((VERSION, 1, method)))
    version, chosen = _exactly(talker, 2)
    if version != VERSION:
        raise Refused("the proxy isn't one")
    if chosen != method:
        raise LoginWanted("it wants a login") if login is None else LoginRefused("it knows no login")
    if login is not None:
        _log_in(talker, *login)
    talker.sendall(bytes((VERSION, CONNECT, 0)) + _place(host) + port.to_bytes(2, "big"))
    version, reply, _, kind = _exactly(talker, 4)
    if version != VERSION:
        raise Refused("the proxy isn't one")
    if reply:
        raise Refused(REASONS.get(reply, REASONS[1]))
    # Where it connected from is told too, and is of no use.
    length = {IPV4: 4, IPV6: 16}.get(kind, 0) or _exactly(talker, 1)[0]
    _exactly(talker, length + 2)


def _log_in(talker: Talker, user: str, password: str) -> None:
    """RFC 1929: both in clear, so a proxy of this kind belongs on this computer or in the house."""
    said = bytes((LOGIN_VERSION,))
    for part in (user, password):
        part_bytes = part.encode("utf-8")
        said += bytes((len(part_bytes),)) + part_bytes
    talker.sendall(said)
    _, status = _exactly(talker, 2)
    if status:
        raise LoginRefused("it refused the login")


def _place(host: str) -> bytes:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        name = host.encode("ascii")
        return bytes((NAME, len(name))) + name
    return bytes((IPV4 if address.version == 4 else IPV6,)) + address.packed


def _exactly(talker: Talker, size: int) -> bytes:
    """`size` bytes and no more: what comes after belongs to the server."""
    found = b""
    while len(found) < size:
        piece = talker.recv(size - len(found))
        if not piece:
            raise Refused("the proxy hung up")
        found += piece
    return found
