"""Reading packets: hand-made ones, and rubbish."""

import ipaddress
import struct

import pytest

from tests.network_namespace.packets import dns_question, parse

QUESTION = b"\x12\x34\x01\x00\x00\x01\x00\x00\x00\x00\x00\x00\x06secret\x07example\x00\x00\x01\x00\x01"


def _udp(port: int, payload: bytes) -> bytes:
    return struct.pack(">HHHH", 40000, port, 8 + len(payload), 0) + payload


def _ipv4(protocol: int, payload: bytes, options: bytes = b"") -> bytes:
    words = 5 + len(options) // 4
    addresses = ipaddress.ip_address("192.0.2.2").packed + ipaddress.ip_address("203.0.113.9").packed
    return bytes([0x40 | words, 0]) + bytes(7) + bytes([protocol, 0, 0]) + addresses + options + payload


def _ipv6(number: int, payload: bytes) -> bytes:
    addresses = ipaddress.ip_address("2001:db8::2").packed + ipaddress.ip_address("2001:db8::9").packed
    return b"\x60\x00\x00\x00" + struct.pack(">HBB", len(payload), number, 64) + addresses + payload


def test_a_dns_question_is_read_out_of_ipv4_with_options() -> None:
    packet = parse(_ipv4(17, _udp(53, QUESTION), options=bytes(8)))
    assert (packet.version, packet.protocol, packet.destination) == (4, "udp", "203.0.113.9")
    assert (packet.port, packet.dns_name) == (53, "secret.example")


def test_a_port_is_read_behind_ipv6_extension_headers() -> None:
    hop_by_hop = bytes([6, 1]) + bytes(14)
    packet = parse(_ipv6(0, hop_by_hop + struct.pack(">HH", 40000, 443) + bytes(16)))
    assert (packet.version, packet.protocol, packet.destination, packet.port) == (
        6,
        "tcp",
        "2001:db8::9",
        443,
    )


@pytest.mark.parametrize("data", [b"", b"\x45", b"\x60" + bytes(20), b"\xff" * 60, _ipv6(0, b"")])
def test_rubbish_is_kept_as_it_is(data: bytes) -> None:
    packet = parse(data)
    assert packet.data == data
    assert packet.port is None


@pytest.mark.parametrize(
    "message",
    [b"", QUESTION[:20], QUESTION[:4] + bytes(8), QUESTION[:12] + b"\xc0\x0c", QUESTION[:12] + b"\x3fabc"],
)
def test_a_message_without_a_readable_question_has_no_name(message: bytes) -> None:
    assert dns_question(message) is None
