"""What real TLS servers on loopback answer: read as far as it is sound, and ended in one plain reason else."""

import gzip
import itertools
import json
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from app.domain.errors import Cancelled
from app.domain.permit import Purpose, Wire
from app.gateway.limits import Limits
from tests.gateway.authority import Authority
from tests.gateway.one_request import HASTY, MADE_UP_KEY, SMALL, asked_of, hear
from tests.gateway.recording_server import GOOD, MODELS, chunk, reply, serving, stream


def test_anthropics_format_is_spoken_and_read(authority: Authority) -> None:
    events = [
        {"type": "message_start", "message": {"id": "m", "usage": {"input_tokens": 11, "output_tokens": 1}}},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
        {"type": "ping"},
        {"type": "content_block_delta", "delta": {"type": "thinking_delta", "thinking": "Hm."}},
        {"type": "content_block_delta", "delta": {"type": "text_delta", "text": "Good evening."}},
        {"type": "something_newer", "delta": {"type": "tool_use", "text": "no"}},
        {"type": "message_delta", "delta": {"stop_reason": "max_tokens"}, "usage": {"output_tokens": 4}},
        {"type": "message_stop"},
    ]
    with serving(stream(*events), authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem, wire=Wire.ANTHROPIC))
    assert (heard.text, heard.thinking, heard.error) == ("Good evening.", "Hm.", "")
    assert heard.replied is not None
    assert (heard.replied.prompt_tokens, heard.replied.completion_tokens, heard.replied.cut) == (11, 4, True)
    assert f"x-api-key: {MADE_UP_KEY}".encode() in server.requests[0]
    assert b"anthropic-version: 2023-06-01" in server.requests[0]
    assert b"Authorization" not in server.requests[0]


def test_models_are_listed_and_a_connection_is_tested_without_a_word(authority: Authority) -> None:
    names = [*(f"m{number}" for number in range(9)), "evil\u202egpj.exe", "x" * 900]
    many = reply(
        json.dumps({"data": [{"id": name} for name in reversed(names)]}).encode(), "application/json"
    )
    for answer, purpose, models in (
        (MODELS, Purpose.LIST_MODELS, ("big-1", "small-2")),
        (MODELS, Purpose.TEST_CONNECTION, ()),
        (
            many,
            Purpose.LIST_MODELS,
            ("m8", "m7", "m6", "m5"),
        ),  # the first five of those that can be typed, less the long one
    ):
        with serving(answer, authority.context()) as server:
            heard = hear(asked_of(server.port, authority.pem, purpose=purpose))
        assert heard.replied is not None, heard.error
        assert heard.replied.models == models
        assert server.requests[0].startswith(b"GET /v1/models HTTP/1.1\r\n")
        assert server.bodies == [b""]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(authority: Authority, status: int) -> None:
    with serving(GOOD, authority.context()) as second:
        target = f"Location: https://localhost:{second.port}/v1/chat/completions\r\n"
        answer = reply(b"", status=f"{status} Moved", extra=target)
        with serving(answer, authority.context()) as first:
            heard = hear(asked_of(first.port, authority.pem))
    assert heard.error == "server_redirected"
    assert (first.connections, second.connections) == (1, 0)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "server_refused_key"), (402, "server_wants_payment"), (403, "server_refused_key"),
        (404, "server_refused"),
        (429, "server_busy"), (500, "server_troubled"), (503, "server_troubled"), (204, "server_refused"),
    ],
)  # fmt: skip
def test_a_refusal_is_told_by_its_number_and_its_words_are_not_read(
    authority: Authority, status: int, code: str
) -> None:
    page = b"<html><a href='https://phish.example'>Pay here</a></html>" if status != 204 else b""
    with serving(reply(page, "text/html", f"{status} No"), authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem))
    assert (heard.error, heard.text, server.connections) == (code, "", 1)
    assert "phish" not in str(heard.parameters)


def _endless_line(_: bytes) -> Iterable[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: "
    yield from itertools.repeat(b"x" * 10_000)


def _endless_events(_: bytes) -> Iterable[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
    yield from itertools.repeat(f"data: {json.dumps(chunk('word '))}\n\n".encode() * 100)


def _endless_header(_: bytes) -> Iterable[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    yield from itertools.repeat(b"X-Filler: " + b"x" * 5_000 + b"\r\n")


def _endless_body_of_an_event(_: bytes) -> Iterable[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
    yield from itertools.repeat(b"data: " + b"x" * 5_000 + b"\n")


def _drip(_: bytes) -> Iterable[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
    for byte in itertools.repeat(b": keep-alive\n", 600):  # a minute: whoever waits for it hears of an end
        yield byte
        time.sleep(0.1)


def _lost(_: bytes) -> Iterable[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 5000\r\n\r\n"
    yield f"data: {json.dumps(chunk('Half an ans'))}\n\n".encode()


DEEP = "[" * 20_000


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (_endless_line, "reply_too_large"),
        (_endless_events, "reply_too_large"),
        (_endless_body_of_an_event, "reply_too_large"),
        (_endless_header, "reply_not_understood"),
        (_lost, "reply_broken_off"),
        (stream(chunk("Half an ans")), "reply_broken_off"),
        (stream("no JSON"), "reply_not_understood"),
        (stream({"choices": [{"delta": {"content": 5}}]}), "reply_not_understood"),
        (stream({"choices": "none"}), "reply_not_understood"),
        (stream(f'{{"choices": [], "x": {DEEP}'), "reply_not_understood"),
        (stream([chunk("a list")]), "reply_not_understood"),
        (stream({"error": {"message": "Call 0900-666"}}), "server_troubled"),
        (reply(b"<html>hello</html>", "text/html"), "reply_not_understood"),
        (reply(b"\x1f\x8b" + b"x" * 99, extra="Content-Encoding: gzip\r\n"), "reply_not_understood"),
        (b"SSH-2.0-OpenSSH_9.9\r\n", "reply_broken_off"),
        (b"", "reply_broken_off"),
    ],
)  # fmt: skip
def test_a_hostile_answer_ends_in_one_plain_reason(
    authority: Authority, answer: bytes | Callable[[bytes], Iterable[bytes]], code: str
) -> None:
    with serving(answer, authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem))
    assert heard.error == code
    assert server.connections == 1  # nothing is ever tried twice
    assert len(heard.text) <= SMALL.answer_chars
    if code == "reply_broken_off" and answer not in (b"", b"SSH-2.0-OpenSSH_9.9\r\n"):
        assert heard.text == "Half an ans"  # what had come is kept


def _anthropic(*events: object) -> bytes:
    """A whole answer in Anthropic's format, which begins well."""
    begun = {"type": "content_block_delta", "delta": {"type": "text_delta", "text": "Half an ans"}}
    return stream({"type": "message_start", "message": {"usage": {"input_tokens": 3}}}, begun, *events)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (_anthropic(), "reply_broken_off"),
        (_anthropic("[DONE]"), "reply_not_understood"),  # the other format's end is none here
        (_anthropic({"type": "error", "error": {"message": "Call 0900-666"}}), "server_troubled"),
        (_anthropic({"type": "content_block_delta", "delta": {"text": 5}}), "reply_not_understood"),
        (_anthropic({"type": ["content_block_delta"]}), "reply_not_understood"),
        (_anthropic({"delta": {}}), "reply_not_understood"),
        (_anthropic([1]), "reply_not_understood"),
        (_anthropic(f'{{"type": "x", "y": {DEEP}'), "reply_not_understood"),
        (_anthropic({"type": "message_delta", "usage": {"output_tokens": "many"}}), "reply_not_understood"),
    ],
)
def test_so_does_one_in_anthropics_format_and_what_had_come_is_kept(
    authority: Authority, answer: bytes, code: str
) -> None:
    with serving(answer, authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem, wire=Wire.ANTHROPIC))
    assert (heard.error, heard.text, server.connections) == (code, "Half an ans", 1)
    assert "0900" not in str(heard.parameters)


def test_tools_that_anthropics_format_calls_are_dropped(authority: Authority) -> None:
    started = {"type": "tool_use", "id": "t", "name": "rm", "input": {}}
    calls = (
        {"type": "content_block_start", "index": 1, "content_block": started},
        {
            "type": "content_block_delta",
            "index": 1,
            "delta": {"type": "input_json_delta", "partial_json": "/"},
        },
        {"type": "message_delta", "delta": {"stop_reason": "tool_use"}},
        {"type": "message_stop"},
        {"type": "content_block_delta", "delta": {"type": "text_delta", "text": "after the end"}},
    )
    with serving(_anthropic(*calls), authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem, wire=Wire.ANTHROPIC))
    assert (heard.text, heard.error) == ("Half an ans", "")


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "br", "zstd", "identity, gzip", ""])
def test_two_hundred_megabytes_in_a_small_packet_are_not_unpacked(authority: Authority, coding: str) -> None:
    """Whether it says that it is packed or not."""
    packed = gzip.compress(b"data: " + bytes(200_000_000), compresslevel=1)
    assert len(packed) < 2_000_000
    extra = f"Content-Encoding: {coding}\r\n" if coding else ""
    with serving(reply(packed, extra=extra), authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem))
    assert (heard.error, heard.text, server.connections) == (
        "reply_not_understood" if coding else "reply_too_large",
        "",
        1,
    )


def test_a_server_that_keeps_the_line_open_without_a_word_is_left(authority: Authority) -> None:
    with serving(_drip, authority.context()) as server:
        assert hear(asked_of(server.port, authority.pem), HASTY).error == "server_silent"
        assert server.connections == 1


def test_a_silent_server_is_left(authority: Authority) -> None:
    left = threading.Event()

    def silent(_: bytes) -> Iterable[bytes]:
        left.wait(60)
        yield b""

    with serving(silent, authority.context()) as server:
        patient = replace(HASTY, total_s=600)  # with an answer, and not with silence
        assert hear(asked_of(server.port, authority.pem), patient).error == "server_silent"
        left.set()
        assert server.connections == 1


def test_an_answer_in_single_bytes_with_odd_line_ends_and_two_end_marks_is_read_whole(
    authority: Authority,
) -> None:
    body = (
        f"\ufeff: hello\r\nevent: x\r\ndata: {json.dumps(chunk('Grüße '), ensure_ascii=False)}\r\n\r\n"
        f"data:{json.dumps(chunk('🏮'), ensure_ascii=False)}\r\rid: 9\rdata: {json.dumps(chunk('', 'stop'))}\n\n"
        'data: [DONE]\n\ndata: [DONE]\n\ndata: {"choices": [{"delta": {"content": "after the end"}}]}\n\n'
    ).encode()
    whole = reply(body)

    def one_by_one(_: bytes) -> Iterable[bytes]:
        return (whole[at : at + 1] for at in range(len(whole)))

    with serving(one_by_one, authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem))
    assert (heard.text, heard.error) == ("Grüße 🏮", "")


def test_half_a_character_becomes_a_sign_for_it(authority: Authority) -> None:
    body = (
        b'data: {"choices": [{"delta": {"content": "caf\xc3"}, "finish_reason": "stop"}]}\n\ndata: [DONE]\n\n'
    )
    with serving(reply(body), authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem))
    assert (heard.text, heard.error) == ("caf\ufffd", "")


def test_tool_calls_and_other_choices_that_nobody_asked_for_are_dropped(authority: Authority) -> None:
    calls = {
        "choices": [{"index": 0, "delta": {"tool_calls": [{"function": {"name": "rm", "arguments": "/"}}]}}]
    }
    other = {"choices": [{"index": 1, "delta": {"content": "another answer"}}]}
    with serving(stream(calls, other, chunk("Mine.", "stop"), "[DONE]"), authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem))
    assert (heard.text, heard.error) == ("Mine.", "")


def test_stopping_ends_a_silent_connection_within_moments(authority: Authority) -> None:
    began, left = threading.Event(), threading.Event()

    def stop() -> None:
        if began.is_set():
            raise Cancelled

    def begin(_: bytes) -> Iterable[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
        began.set()
        left.wait(60)

    with serving(begin, authority.context()) as server:
        with pytest.raises(Cancelled):
            hear(asked_of(server.port, authority.pem), Limits(), stop)
        left.set()
