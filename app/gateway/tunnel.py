"""Asking an HTTP proxy for a tunnel (CONNECT, RFC 9110), by name: the proxy looks the name up, this computer doesn't.

Gateway process, main thread. A login (Basic, RFC 7617) is said at once where the person gave one, and to the proxy
only: what goes through the tunnel afterwards is the server's.
"""

import base64
import re

from app.gateway.proxy_refusal import LoginRefused, LoginWanted, Refused, Talker

HEAD_LIMIT_BYTES = 16 * 1024
LOGIN_NEEDED = 407
REASONS = {
    403: "the proxy forbids it",
    404: "the proxy doesn't find it",
    502: "the proxy finds no way",
    503: "the proxy finds no way",
    504: "it took the proxy too long",
}
_BEGIN = b"HTTP/1."
_STATUS = re.compile(rb"HTTP/1\.[01] ([0-9]{3})(?: .*)?")


def tunnel_through(talker: Talker, host: str, port: int, login: tuple[str, str] | None = None) -> None:
    """Have the proxy at the other end connect to `host` and `port`. `login`: user name and password.

    Errors: LoginWanted, LoginRefused, Refused; OSError as the socket's.
    """
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
    if login is not None:
        said = base64.b64encode(":".join(login).encode("utf-8")).decode("ascii")
        lines.append(f"Proxy-Authorization: Basic {said}")
    talker.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
    first, *fields = _head(talker).split(b"\r\n")
    found = _STATUS.fullmatch(first)
    if found is None:
        raise Refused("the proxy isn't one")
    status = int(found[1])
    if status == LOGIN_NEEDED:
        if not any(_offers_basic(field) for field in fields):
            raise Refused("the proxy wants a kind of login that Hearth doesn't know")
        raise LoginWanted("it wants a login") if login is None else LoginRefused("it refused the login")
    if not 200 <= status < 300:
        raise Refused(REASONS.get(status, "the proxy has trouble"))


def _offers_basic(field: bytes) -> bool:
    name, _, value = field.lower().partition(b":")
    return name == b"proxy-authenticate" and b"basic" in value


def _head(talker: Talker) -> bytes:
    """The head of its answer and no more, for what comes after belongs to the server."""
    found = bytearray()
    while not found.endswith(b"\r\n\r\n"):
        piece = talker.recv(1)
        if not piece:
            raise Refused("the proxy hung up")
        found += piece
        begun = min(len(found), len(_BEGIN))
        if len(found) > HEAD_LIMIT_BYTES or found[:begun] != _BEGIN[:begun]:
            raise Refused("the proxy isn't one")
    return bytes(found)
