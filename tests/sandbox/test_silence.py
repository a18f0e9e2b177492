"""Sealed and unsealed, the same program in a network namespace that records every packet it tries to send."""

import os
import sys

import pytest

from tests.network_namespace.recorder import Recording, record, unavailable_reason
from tests.sandbox.child import REPOSITORY

pytestmark = pytest.mark.skipif(unavailable_reason() is not None, reason=str(unavailable_reason()))

TALK = """
import ctypes, socket, struct, subprocess, sys
from app import sandbox
if sys.argv[1] == "sealed":
    assert sandbox.seal_network().level is sandbox.SealLevel.KERNEL
elif sys.argv[1] == "audit":
    from app.sandbox import audit
    audit.install()

def attempt(action):
    try:
        action()
    except OSError:
        pass

libc = ctypes.CDLL(None)
def native():
    address = struct.pack("HH4s8x", 2, socket.htons(7), socket.inet_aton("203.0.113.1"))
    libc.sendto(libc.socket(2, 2, 0), b"x", 1, 0, address, 16)
def native_lookup():
    libc.gethostbyname(b"native.example.org")

attempt(lambda: socket.getaddrinfo("python.example.org", 443))
attempt(lambda: socket.socket(2, 2).sendto(b"x", ("203.0.113.2", 7)))
attempt(lambda: socket.socket(10, 2).sendto(b"x", ("2001:db8:1::2", 7)))
native()
native_lookup()
child = "import socket; socket.socket(2, 2).sendto(b'x', ('203.0.113.3', 7))"
subprocess.run([sys.executable, "-I", "-c", child], stderr=subprocess.DEVNULL)
"""


def _talk(how: str) -> Recording:
    environment = dict(os.environ, PYTHONPATH=str(REPOSITORY))
    recording = record([sys.executable, "-c", TALK, how], env=environment, cwd=REPOSITORY, timeout_s=60)
    assert recording.returncode == 0, recording.stderr
    return recording


def _names_and_places(recording: Recording) -> set[str]:
    return {packet.dns_name or packet.destination for packet in recording.packets}


def test_m1_silent_a_sealed_process_sends_no_packet_whatever_it_tries() -> None:
    assert _talk("sealed").packets == []


def test_the_same_program_is_heard_without_the_seal() -> None:
    assert _names_and_places(_talk("open")) == {
        "python.example.org", "native.example.org", "203.0.113.1", "203.0.113.2", "203.0.113.3",
        "2001:db8:1::2",
    }  # fmt: skip


def test_the_tripwire_alone_stops_python_code_only() -> None:
    """What the report calls `audit` is worth no more than this."""
    assert _names_and_places(_talk("audit")) == {"native.example.org", "203.0.113.1", "203.0.113.3"}
