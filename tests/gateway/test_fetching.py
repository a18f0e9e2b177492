"""One request for a file, straight to the gateway's own code: permits, stalls, stopping, and what is sent."""

import hashlib
import itertools
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from app.domain.errors import Cancelled, CloudError
from app.domain.origin import Origin
from app.domain.permit import LIFE_NS, Permit, Purpose, Wire
from app.gateway.fetching import fetch
from app.gateway.limits import Limits
from app.ipc.gateway_frames import Begun, Chunk, Elsewhere, Fetch, Fetched
from tests.gateway.authority import Authority
from tests.gateway.one_request import SMALL
from tests.gateway.recording_server import reply, serving

DATA = bytes(range(256)) * 2000
_ids = itertools.count()


def asked_of(port: int, authority: str, **changes: object) -> Fetch:
    """A right request for a file."""
    origin = Origin("https", "localhost", port)
    permit = Permit(
        f"p{next(_ids)}", Purpose.DOWNLOAD_MODEL, None, origin, "/a/b.gguf?c=1", hashlib.sha256(b"").hexdigest(), "",
        time.monotonic_ns(),
    )  # fmt: skip
    values: dict[str, object] = {
        "job": 1, "permit": permit, "origin": origin, "first_byte": 0, "validator": "", "most_bytes": len(DATA),
        "listing": False, "own": True, "authority": authority, "proxy": "",
    }  # fmt: skip
    return Fetch(**{**values, **changes})  # type: ignore[arg-type]


def take(
    asked: Fetch,
    used: set[str] | None = None,
    stop: Callable[[], None] = lambda: None,
    limits: Limits = SMALL,
    told: "list[Begun | Chunk] | None" = None,
) -> object:
    """How it ended; `told` gets what came."""
    return fetch(
        asked,
        set() if used is None else used,
        limits,
        raise_if_cancelled=stop,
        leaving=lambda _: None,
        tell=(told if told is not None else []).append,
    )


def refused(asked: Fetch, **more: object) -> str:
    with pytest.raises(CloudError) as caught:
        take(asked, **more)  # type: ignore[arg-type]
    return caught.value.code


def test_bytes_come_in_bounded_pieces_and_the_request_says_nothing(authority: Authority) -> None:
    with serving(reply(DATA, "application/octet-stream"), authority.context()) as server:
        told: list[Begun | Chunk] = []
        ending = take(asked_of(server.port, authority.pem), told=told)
    assert ending == Fetched(1, len(DATA))
    assert told[0] == Begun(1, 0, len(DATA), "")
    pieces = [one.data for one in told[1:] if isinstance(one, Chunk)]
    assert b"".join(pieces) == DATA
    assert max(map(len, pieces)) < 400_000
    head = server.requests[0].decode().split("\r\n")
    assert head[0] == "GET /a/b.gguf?c=1 HTTP/1.1"
    assert sorted(line for line in head[1:] if line) == [
        "Accept-Encoding: identity", "Accept: */*", "Connection: close", f"Host: localhost:{server.port}",
    ]  # fmt: skip


def test_a_permit_of_another_purpose_place_or_file_serves_never(authority: Authority) -> None:
    with serving(reply(DATA, "application/octet-stream"), authority.context()) as server:
        right = asked_of(server.port, authority.pem)

        def with_permit(**changes: object) -> Fetch:
            permit = replace(right.permit, **changes)  # type: ignore[arg-type]
            return asked_of(server.port, authority.pem, permit=permit)

        assert refused(with_permit(purpose=Purpose.CHAT)) == "permit_purpose"
        assert refused(with_permit(purpose=Purpose.LIST_MODELS, wire=Wire.OPENAI)) == "permit_purpose"
        assert (
            refused(with_permit(purpose=Purpose.LIST_MODELS, wire=Wire.OPENAI, path="/models"))
            == "permit_purpose"
        )
        assert refused(with_permit(wire=Wire.OPENAI)) == "permit_purpose"
        assert refused(with_permit(conversation="c1")) == "permit_purpose"
        for path in ("a.gguf", "/a b", "/a\r\nX: y", "/ä", ""):
            assert refused(with_permit(path=path)) == "permit_purpose", path
        assert refused(with_permit(sha256="0" * 64)) == "permit_altered"
        other = Origin("https", "127.0.0.1", server.port)
        assert refused(asked_of(server.port, authority.pem, origin=other)) == "permit_elsewhere"
        expired = time.monotonic_ns() - LIFE_NS - 1
        assert refused(with_permit(issued_ns=expired)) == "permit_expired"
        assert refused(asked_of(server.port, "", own=False)) == "server_is_here"
        used: set[str] = set()
        take(right, used)
        assert refused(right, used=used) == "permit_used"
        assert server.connections == 1


def test_a_server_that_stalls_is_left_and_what_came_is_kept(authority: Authority) -> None:
    release = threading.Event()

    def stalls(_: bytes) -> Iterable[bytes]:
        yield reply(DATA, "application/octet-stream")[:100_000]
        release.wait(60)

    with serving(stalls, authority.context()) as server:
        told: list[Begun | Chunk] = []
        with pytest.raises(CloudError) as caught:
            take(asked_of(server.port, authority.pem), told=told, limits=replace(SMALL, silence_s=5.0))
        release.set()
    assert caught.value.code == "server_silent"
    came = b"".join(one.data for one in told if isinstance(one, Chunk))
    assert came
    assert came == DATA[: len(came)]


def test_a_slow_file_may_take_longer_than_any_answer(authority: Authority) -> None:
    whole = reply(DATA, "application/octet-stream")
    quick = replace(SMALL, total_s=0.0, silence_s=30.0)
    with serving(whole, authority.context()) as server:
        assert take(asked_of(server.port, authority.pem), limits=quick) == Fetched(1, len(DATA))


def test_stopping_is_heard_while_nothing_comes(authority: Authority) -> None:
    release, stopped = threading.Event(), threading.Event()

    def stalls(_: bytes) -> Iterable[bytes]:
        yield reply(DATA, "application/octet-stream")[:50_000]
        stopped.set()
        release.wait(60)

    def stop() -> None:
        if stopped.is_set():
            raise Cancelled

    with serving(stalls, authority.context()) as server:
        with pytest.raises(Cancelled):
            take(asked_of(server.port, authority.pem), stop=stop, limits=replace(SMALL, silence_s=50))
        release.set()


def test_a_redirect_is_told_and_nobody_goes_there(authority: Authority) -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/x\r\nContent-Length: 4\r\n\r\nbody"
    with serving(moved, authority.context()) as server:
        assert take(asked_of(server.port, authority.pem)) == Elsewhere(1, "https://elsewhere.example/x")
        assert server.connections == 1
    for bad in (b"", b"Location: /" + b"x" * 9000 + b"\r\n"):
        answer = b"HTTP/1.1 302 Found\r\n" + bad + b"Content-Length: 0\r\n\r\n"
        with serving(answer, authority.context()) as server:
            assert refused(asked_of(server.port, authority.pem)) == "reply_not_understood"


@pytest.mark.parametrize("word", ['"v1"\r\nX-Evil: 1', "v1", 'W/"v1"', '"' + "v" * 300 + '"'])
def test_a_word_that_could_break_a_header_is_not_sent(authority: Authority, word: str) -> None:
    with serving(reply(DATA, "application/octet-stream"), authority.context()) as server:
        take(asked_of(server.port, authority.pem, first_byte=10, validator='"v1"'))
        take(asked_of(server.port, authority.pem, first_byte=10, validator=word))
    known, unknown = server.requests
    assert b'If-Range: "v1"' in known
    assert b"Range: bytes=10-" in unknown and b"If-Range" not in unknown and b"Evil" not in unknown


def test_packed_bytes_are_refused(authority: Authority) -> None:
    packed = reply(DATA, "application/octet-stream", extra="Content-Encoding: gzip\r\n")
    with serving(packed, authority.context()) as server:
        assert refused(asked_of(server.port, authority.pem)) == "reply_not_understood"
