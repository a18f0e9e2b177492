"""Where a request goes: scheme, host and port, and nothing that could mean another place. Pure; any process."""

import ipaddress
import re
from dataclasses import dataclass

from app.domain.errors import UsageError

LIMIT_CHARS = 300
_DEFAULT_PORTS = {"https": 443, "http": 80}
# No user name, query, fragment, backslash, space or control character can stand in such an address.
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])"
    r"(?::(?P<port>[0-9]{1,5}))?(?P<path>(?:/[A-Za-z0-9._~-]+)*)/?"
)
# The address of a file: signs that could end a line, and what comes after #, have no place in it.
_FILE = re.compile(r"(?P<server>https?://[^/?#@\\\s]{1,260})(?P<path>/[\x21-\x22\x24-\x7e]*)", re.IGNORECASE)
_FILE_LIMIT_CHARS = 8000
_NUMBERS = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+))*")


@dataclass(frozen=True, slots=True)
class Origin:
    """One server, as permits and keys are bound to it. `host` is lower case; IPv6 without brackets."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        """Whether the name itself says this computer: localhost, or an address that can mean nothing else."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def parse_address(text: str) -> tuple[Origin, str]:
    """The origin of an address and the path that its requests begin with (empty, or `/v1`).

    Errors: UsageError provider_address_unclear for anything but http(s)://host[:port][/path], or
    provider_address_open where words would travel in clear: plain http is for this computer only.
    """
    found = _ADDRESS.fullmatch(text.strip()) if len(text) <= LIMIT_CHARS else None
    if found is None or ".." in found["path"] or ".." in found["host"]:
        raise UsageError("provider_address_unclear")
    host = found["host"].strip("[]")
    if found["host"].startswith("["):
        try:
            host = str(ipaddress.IPv6Address(host))
        except ValueError:
            raise UsageError("provider_address_unclear") from None
    elif _NUMBERS.fullmatch(host):
        # 127.1, 2130706433 and 0177.0.0.1 are addresses to some libraries and names to others.
        try:
            host = str(ipaddress.IPv4Address(host))
        except ValueError:
            raise UsageError("provider_address_unclear") from None
    port = int(found["port"] or _DEFAULT_PORTS[found["scheme"]])
    if not 0 < port < 65536:
        raise UsageError("provider_address_unclear")
    origin = Origin(found["scheme"], host, port)
    if origin.scheme == "http" and not origin.is_loopback:
        raise UsageError("provider_address_open")
    return origin, found["path"]


def parse_file_address(text: str) -> tuple[Origin, str]:
    """The origin and the path (with its query) of a file's address, as a person pasted it or a server named it.

    Errors: UsageError download_address_unclear, provider_address_open.
    """
    text = text.strip().partition("#")[0]
    found = _FILE.fullmatch(text) if len(text) <= _FILE_LIMIT_CHARS else None
    if found is None:
        raise UsageError("download_address_unclear")
    try:
        origin, _ = parse_address(found["server"].lower())
    except UsageError as error:
        if error.code == "provider_address_open":
            raise
        raise UsageError("download_address_unclear") from None
    return origin, found["path"]
