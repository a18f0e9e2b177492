"""The real gateway process behind its client: sealed, started when needed, never sending twice, gone with its pipe."""

import multiprocessing
import queue
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from app.domain.permit import LIFE_NS
from app.gateway.limits import Limits
from app.gateway.worker import run
from app.ipc.frames import Ending, Failed, JobFrame
from app.ipc.gateway_client import GatewayClient
from app.ipc.gateway_frames import Leaving, Piece, Replied, Send
from app.roles import enter
from app.sandbox import SealLevel, SealReport
from tests.gateway.authority import Authority
from tests.gateway.one_request import asked_of
from tests.gateway.recording_server import GOOD, serving

PATIENCE_S = 60.0


class Gateways:
    """Starts gateways as the supervisor does."""

    def __init__(self, idle_s: float = 0) -> None:
        """`idle_s`: after so long without a request they leave; 0 for as long as usual."""
        self.started: list[BaseProcess] = []
        self._idle_s = idle_s

    def start(self) -> "Connection[bytes, bytes]":
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=True)
        if self._idle_s:
            process = context.Process(target=_run, args=(theirs, self._idle_s), daemon=True)
        else:
            process = context.Process(target=enter, args=("gateway", theirs), daemon=True)
        process.start()
        theirs.close()
        self.started.append(process)
        return ours


def _run(pipe: "Connection[bytes, bytes]", idle_s: float) -> None:
    """The gateway's own loop in a process that is not sealed, with less patience."""
    run(pipe, SealReport(SealLevel.NONE, "test", 0), Limits(idle_s=idle_s))


@contextmanager
def client(idle_s: float = 0) -> Iterator[tuple[GatewayClient, Gateways]]:
    gateways = Gateways(idle_s)
    made = GatewayClient(gateways.start)
    try:
        yield made, gateways
    finally:
        made.close()
        for process in gateways.started:
            process.join(PATIENCE_S)
            assert process.exitcode is not None
        for thread in [thread for thread in threading.enumerate() if thread.name == "from-gateway"]:
            thread.join(PATIENCE_S)


def frames(made: GatewayClient, asked: Send) -> list[JobFrame]:
    heard: queue.SimpleQueue[JobFrame] = queue.SimpleQueue()
    values = {name: getattr(asked, name) for name in asked.__struct_fields__}
    made.submit(lambda job: Send(**{**values, "job": job}), heard.put)
    found = [heard.get(timeout=PATIENCE_S)]
    while not isinstance(found[-1], Ending):
        found.append(heard.get(timeout=PATIENCE_S))
    return found


def test_a_process_of_its_own_sends_once_and_refuses_the_same_permit(authority: Authority) -> None:
    with serving(GOOD, authority.context()) as server, client() as (made, gateways):
        asked = asked_of(server.port, authority.pem)
        first = frames(made, asked)
        (second,) = frames(made, asked)
        assert (type(first[0]), type(first[-1])) == (Leaving, Replied)
        assert "".join(frame.text for frame in first if isinstance(frame, Piece)) == "Good evening."
        assert isinstance(second, Failed)
        assert (second.kind, second.code) == ("CloudError", "permit_used")
        assert (len(gateways.started), server.connections) == (1, 1)


def test_one_that_is_killed_ends_its_request_and_the_next_gets_a_fresh_one(authority: Authority) -> None:
    release = threading.Event()
    answers = iter([True, False])
    with client() as (made, gateways):

        def kill(_: bytes) -> Iterable[bytes]:
            if next(answers):
                gateways.started[0].kill()
                release.wait(PATIENCE_S)
                return []
            return [GOOD]

        with serving(kill, authority.context()) as server:
            *_, ended = frames(made, asked_of(server.port, authority.pem))
            release.set()
            assert isinstance(ended, Failed)
            assert ended.code == "gateway_ended"
            *_, replied = frames(made, asked_of(server.port, authority.pem))
            assert isinstance(replied, Replied)
            assert (len(gateways.started), server.connections) == (2, 2)


def test_without_a_request_it_leaves_and_the_next_request_has_a_fresh_one(authority: Authority) -> None:
    assert Limits().idle_s * 1e9 > LIFE_NS  # else a permit that has served could serve again
    with serving(GOOD, authority.context()) as server, client(idle_s=0.5) as (made, gateways):
        for number in (1, 2):
            *_, replied = frames(made, asked_of(server.port, authority.pem))
            assert isinstance(replied, Replied)
            gateways.started[-1].join(PATIENCE_S)
            assert [process.exitcode for process in gateways.started] == [0] * number
        assert server.connections == 2
