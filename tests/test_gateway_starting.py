"""The supervisor's door: one word starts a gateway, no other does, and none outlives the window."""

import multiprocessing
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import pytest

from app.gateway_starting import GatewayStarter
from app.ipc.channel import Channel
from app.ipc.frames import Hello
from app.ipc.gateway_frames import FromGateway
from app.ipc.supervisor_link import SupervisorLink

PATIENCE_S = 120.0


def gateways() -> list[BaseProcess]:
    return [child for child in multiprocessing.active_children() if child.name == "hearth-gateway"]


class Supervised:
    """A window that does nothing, and a supervisor that serves it. `door` is the window's end of their pipe."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, self.door = context.Pipe(duplex=True)
        self._window = context.Process(target=time.sleep, args=(10 * PATIENCE_S,), daemon=True)
        self._window.start()
        self._starter = GatewayStarter(context, self._ours, self._window)
        self._serving = threading.Thread(target=self._starter.serve_until_end)
        self._serving.start()

    def gateway(self) -> "Connection[bytes, bytes]":
        """The open end of a gateway's pipe."""
        return SupervisorLink(self.door, lambda: None).gateway()

    def end(self) -> None:
        """The window ends, and the supervisor goes on as it does then."""
        self._window.kill()
        self._serving.join(PATIENCE_S)
        self._ours.close()
        self._starter.close()


@pytest.fixture
def supervised() -> Iterator[Supervised]:
    made = Supervised()
    try:
        yield made
    finally:
        made.end()
        made.door.close()
        for left in gateways():
            left.kill()


def test_one_word_starts_a_gateway_and_no_other_does(supervised: Supervised) -> None:
    for words in (b"", b"gateway", b"gateway? please", b"\xff" * 64):
        supervised.door.send_bytes(words)
    pipe = supervised.gateway()
    hello = Channel(pipe, FromGateway).receive()
    assert isinstance(hello, Hello)
    assert (hello.role, len(gateways())) == ("gateway", 1)
    pipe.close()


def test_a_gateway_whose_pipe_stays_open_ends_with_the_window_all_the_same(supervised: Supervised) -> None:
    pipe = supervised.gateway()
    assert len(gateways()) == 1
    supervised.end()
    assert gateways() == []
    assert not pipe.closed
    pipe.close()
