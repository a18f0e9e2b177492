"""A packet as it left for the TUN device, and what can be read out of it. Pure values."""

import ipaddress
from dataclasses import dataclass

_PROTOCOLS = {1: "icmp", 2: "igmp", 6: "tcp", 17: "udp", 58: "icmpv6"}
# Extension headers of IPv6 that stand before the payload: hop-by-hop, routing, destination options.
_EXTENSIONS = (0, 43, 60)
_DNS_PORTS = (53, 5353, 5355)  # DNS, and its forms by multicast


@dataclass(frozen=True)
class Packet:
    """One IP packet.

    Attributes:
        data: the whole packet, from the IP header on.
        version: 4 or 6; 0 when the packet can't be read.
        protocol: `tcp`, `udp`, `icmp`, `icmpv6`, `igmp`, or the number as text.
        destination: address as text, empty when it can't be read.
        port: destination port of TCP and UDP, else None.
        dns_name: the name that a DNS question asks for, without the last dot, else None.
    """

    data: bytes
    version: int
    protocol: str
    destination: str
    port: int | None
    dns_name: str | None


def parse(data: bytes) -> Packet:
    """Read an IP packet. Never raises: whatever left is worth recording, readable or not."""
    try:
        version = data[0] >> 4
        if version == 4:
            number, destination, payload = data[9], data[16:20], data[(data[0] & 0x0F) * 4 :]
        elif version == 6:
            destination = data[24:40]
            number, payload = _skip_extensions(data[6], data[40:])
        else:
            return Packet(data, 0, "unknown", "", None, None)
        protocol = _PROTOCOLS.get(number, str(number))
        port = (
            int.from_bytes(payload[2:4], "big") if protocol in ("tcp", "udp") and len(payload) >= 4 else None
        )
        name = dns_question(payload[8:]) if protocol == "udp" and port in _DNS_PORTS else None
        return Packet(data, version, protocol, str(ipaddress.ip_address(destination)), port, name)
    except (IndexError, ValueError):
        return Packet(data, 0, "unknown", "", None, None)


def _skip_extensions(number: int, payload: bytes) -> tuple[int, bytes]:
    while number in _EXTENSIONS:
        number, length = payload[0], (payload[1] + 1) * 8
        payload = payload[length:]
    return number, payload


def dns_question(message: bytes) -> str | None:
    """The first name that a DNS message asks for, None when it asks for none or can't be read."""
    if len(message) < 12 or int.from_bytes(message[4:6], "big") == 0:
        return None
    labels: list[str] = []
    position = 12
    while position < len(message):
        length = message[position]
        if length == 0:
            return ".".join(labels)
        if length > 63:  # a pointer has no place in a first question
            return None
        labels.append(message[position + 1 : position + 1 + length].decode("ascii", "backslashreplace"))
        position += 1 + length
    return None
