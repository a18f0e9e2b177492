"""Decides which addresses may be asked about. Pure, no Qt.

Only a whole `https://host...` opens: no user name before the host (`https://bank.example@evil.example`), no
backslash, no character outside ASCII (markdown-it has already written such hosts as xn--...).
"""

import re
from collections.abc import Iterator

_OPENS = re.compile(
    r"https://(?:[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.?|\[[0-9a-f:.]{2,45}\])",
    re.IGNORECASE,
)
_REST = re.compile(r"(?::[0-9]{1,5})?(?:[/?#][!-;=?-\[\]_a-z~A-Z]*)?")
_BARE = re.compile(r"(?<![\w/:@.-])https://[!-;=?-\[\]_a-z~]+", re.IGNORECASE)
MAX_ADDRESS_CHARS = 4096


def opens(address: str) -> bool:
    """Whether a click on a link to `address` may ask the person to open it."""
    if len(address) > MAX_ADDRESS_CHARS or address[:8].lower() != "https://":
        return False
    host = _OPENS.match(address)
    if host is None or host.end() <= 8:
        return False
    return _REST.fullmatch(address, host.end()) is not None


def bare_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each https address in running text, closing punctuation left out."""
    for found in _BARE.finditer(text):
        address = found.group().rstrip(".,:;!?'\"*_~")
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(".,:;!?'\"*_~")
        if opens(address):
            yield found.start(), found.start() + len(address)


def same_place(text: str, address: str) -> bool:
    """Whether `text` already says `address` in full, so that it needn't be written twice."""
    return text == address or text + "/" == address or "mailto:" + text == address
