"""A proxy that a person chose for a server: its address, and as whom it is asked. Pure values; any process."""

import re
from dataclasses import dataclass

from app.domain.errors import UsageError
from app.domain.origin import parse_address

PROXY_KINDS = ("http", "socks5")
LOGIN_LIMIT_BYTES = 255  # of a user name and of a password: RFC 1929, section 2; the same for HTTP
# No sign that ends a user name in an address or could be read in two ways there.
_USER = re.compile(r"[^\s:@/?#%\\\[\]]+")


@dataclass(frozen=True, slots=True)
class Proxy:
    """`user` is empty where it is asked without a login. The password of a login is never part of this."""

    scheme: str
    host: str
    port: int
    user: str = ""

    @property
    def address(self) -> str:
        """Where it is, without the user."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    def __str__(self) -> str:
        """As it is kept, and what its password is bound to."""
        if not self.user:
            return self.address
        return self.address.replace("://", f"://{self.user}@", 1)


def parse_proxy(text: str) -> Proxy:
    """A proxy's address: the tunnel through it is encrypted by itself, so it may be plain.

    `http` asks it by CONNECT, `socks5` by SOCKS5; both leave the looking up of names to it. Errors: UsageError
    proxy_unclear; proxy_password_typed for one with a password.
    """
    scheme, _, rest = text.partition("://")
    # Elsewhere the h says "names are looked up there"; here they always are.
    scheme = "socks5" if scheme == "socks5h" else scheme
    user, at, place = rest.rpartition("@")
    host, colon, port = place.rpartition(":")
    if ":" in user:
        raise UsageError("proxy_password_typed")
    if scheme not in PROXY_KINDS or not colon or not port.isdigit():
        raise UsageError("proxy_unclear")
    if at and not (_USER.fullmatch(user) and user.isprintable() and _fits(user)):
        raise UsageError("proxy_unclear")
    try:
        found, path = parse_address(f"https://{host}:{port}")
    except UsageError:
        raise UsageError("proxy_unclear") from None
    if path:
        raise UsageError("proxy_unclear")
    return Proxy(scheme, found.host, found.port, user)


def is_password(text: str) -> bool:
    """Whether a proxy can be given this as a password."""
    return bool(text) and text.isprintable() and _fits(text)


def _fits(text: str) -> bool:
    return len(text.encode("utf-8", "replace")) <= LOGIN_LIMIT_BYTES
