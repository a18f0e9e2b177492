"""A line to a real server that breaks once: between a program and a port of this computer, plain HTTP.

The first answer to a question is cut after a few events of its stream, as when a router goes down; later ones pass
whole.
"""

import contextlib
import socket
from collections.abc import Iterator

from tests.gateway.loopback import Loopback
from tests.gateway.recording_server import read_request

SILENCE_S = 120.0
EVENT = b"data: "  # chunks of the transfer lie between two of them


class CuttingRelay(Loopback):
    """Attributes: `port`; `bodies` of all questions that came by."""

    def __init__(self, target_port: int, events: int) -> None:
        """Lets `events` events of the first answer through."""
        self.bodies: list[bytes] = []
        self._target_port = target_port
        self._events = events
        super().__init__(SILENCE_S)

    def _talk(self, opened: socket.socket) -> None:
        request = read_request(opened)
        if request.startswith(b"POST"):
            self.bodies.append(request.partition(b"\r\n\r\n")[2])
        cut = len(self.bodies) == 1 and request.startswith(b"POST")
        with socket.create_connection(("127.0.0.1", self._target_port), SILENCE_S) as target:
            target.sendall(request)
            come = b""
            while piece := target.recv(65536):
                come += piece
                parts = come.split(EVENT)
                if cut and len(parts) > self._events + 1:
                    opened.sendall(EVENT.join(parts[: self._events + 1]))
                    return
                if not cut:
                    opened.sendall(piece)


@contextlib.contextmanager
def cutting_relay(target_port: int, events: int) -> Iterator[CuttingRelay]:
    """Such a line for the block."""
    relay = CuttingRelay(target_port, events)
    try:
        yield relay
    finally:
        relay.close()
