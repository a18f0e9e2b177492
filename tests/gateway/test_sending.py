"""One request to real TLS servers on loopback: good ones get exactly the bytes, bad ones nothing or nothing more."""

import gzip
import hashlib
import itertools
import json
import os
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

import httpcore
import pytest

from app.domain.errors import Cancelled, CloudError
from app.domain.origin import Origin
from app.domain.permit import PATHS, Permit, Purpose, Wire
from app.gateway.limits import Limits
from app.gateway.line import Lines, Watch
from app.gateway.sending import send
from app.gateway.trust import tls_context
from app.ipc.gateway_frames import Replied, Send
from tests.gateway.authority import Authority
from tests.gateway.recording_server import GOOD, MODELS, RecordingServer, chunk, reply, serving, stream

BODY = b'{"model":"big-1","messages":[{"role":"user","content":"Kanarie"}],"stream":true}'
MADE_UP_KEY = "sk-" + "test-" + "a1B2" * 8
SMALL = Limits(
    connect_s=30, silence_s=10, total_s=10, body_bytes=200_000, line_bytes=50_000, answer_chars=100_000,
    listing_bytes=50_000, models=5,
)  # fmt: skip
HASTY = replace(SMALL, silence_s=1.0, total_s=3.0)  # for servers that nobody could wait out


@dataclass
class Heard:
    """What came of a request."""

    replied: Replied | None = None
    error: str = ""
    parameters: dict[str, object] = field(default_factory=dict)
    text: str = ""
    thinking: str = ""
    left: list[str] = field(default_factory=list)


def asked_of(
    port: int,
    authority: str,
    *,
    host: str = "localhost",
    scheme: str = "https",
    purpose: Purpose = Purpose.CHAT,
    wire: Wire = Wire.OPENAI,
    own: bool = True,
    key: str = MADE_UP_KEY,
) -> Send:
    body = BODY if purpose is Purpose.CHAT else b""
    origin = Origin(scheme, host, port)
    permit = Permit(
        "p1", purpose, wire, origin, "/v1" + PATHS[purpose, wire], hashlib.sha256(body).hexdigest(),
        "c1" if body else "", time.monotonic_ns(),
    )  # fmt: skip
    return Send(1, permit, origin, body, key, str(origin), own, authority, "")


def hear(
    asked: Send, limits: Limits = SMALL, stop: Callable[[], None] = lambda: None, used: set[str] | None = None
) -> Heard:
    heard = Heard()

    def grew(text: str, thinking: bool) -> None:
        if thinking:
            heard.thinking += text
        else:
            heard.text += text

    try:
        heard.replied = send(
            asked,
            set() if used is None else used,
            limits,
            raise_if_cancelled=stop,
            leaving=heard.left.append,
            grew=grew,
        )
    except CloudError as error:
        heard.error, heard.parameters = error.code, dict(error.parameters)
    return heard


def test_the_server_gets_exactly_the_bytes_and_the_answer_comes_back(authority: Authority) -> None:
    with serving(GOOD, authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem))
    assert (heard.text, heard.error) == ("Good evening.", "")
    assert heard.replied is not None
    assert (heard.replied.prompt_tokens, heard.replied.completion_tokens, heard.replied.cut) == (7, 3, False)
    assert (server.connections, server.bodies, heard.left) == (1, [BODY], ["127.0.0.1"])
    head = server.requests[0].partition(b"\r\n\r\n")[0].decode().split("\r\n")
    assert head[0] == "POST /v1/chat/completions HTTP/1.1"
    # Every header is known: none says what program, system or person this is.
    assert sorted(head[1:]) == sorted(
        [
            f"Host: localhost:{server.port}", "Accept: text/event-stream", "Accept-Encoding: identity",
            "Connection: close", "Content-Type: application/json", f"Content-Length: {len(BODY)}",
            f"Authorization: Bearer {MADE_UP_KEY}",
        ]
    )  # fmt: skip


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


@pytest.mark.parametrize(
    "change",
    [
        "reused",
        "altered",
        "expired",
        "other_host",
        "other_port",
        "other_purpose",
        "other_path",
        "key_of_another",
        "plain_http",
        "no_wire",
    ],
)
def test_a_permit_that_does_not_fit_opens_no_connection(authority: Authority, change: str) -> None:
    with serving(GOOD, authority.context()) as server:
        asked = asked_of(server.port, authority.pem)
        used: set[str] = set()
        if change == "reused":
            used.add("p1")
        elif change == "altered":
            asked = _with(asked, body=BODY.replace(b"Kanarie", b"Kanarje"))
        elif change == "expired":
            asked = _permit(asked, issued_ns=time.monotonic_ns() - 61_000_000_000)
        elif change == "other_purpose":
            asked = _permit(asked, purpose=Purpose.LIST_MODELS)
        elif change == "no_wire":  # a download's
            asked = asked_of(server.port, authority.pem, purpose=Purpose.LIST_MODELS)
            asked = _permit(asked, purpose=Purpose.DOWNLOAD_MODEL, wire=None)
        elif change == "plain_http":
            plain = Origin("http", "models.example.org", server.port)
            asked = _with(_permit(asked, origin=plain), origin=plain)
        elif change == "other_host":
            asked = _with(asked, origin=replace(asked.origin, host="127.0.0.1"))
        elif change == "other_path":
            asked = _permit(asked, path="/v1/files")
        elif change == "key_of_another":
            asked = _with(asked, key_origin="https://models.example.org:443")
        else:
            asked = _with(asked, origin=replace(asked.origin, port=server.port + 1))
        heard = hear(asked, used=used)
        assert heard.error.startswith("permit_"), heard
        assert (server.connections, heard.left) == (0, [])


def _permit(asked: Send, **changed: object) -> Send:
    return _with(asked, permit=replace(asked.permit, **changed))  # type: ignore[arg-type]


def _with(asked: Send, **changed: object) -> Send:
    values = {name: getattr(asked, name) for name in asked.__struct_fields__}
    return Send(**{**values, **changed})


@pytest.mark.parametrize(
    "fault", ["expired", "other_name", "self_signed", "other_authority", "tls10", "tls11", "no_tls"]
)
def test_a_server_that_cannot_prove_who_it_is_gets_no_byte_of_the_request(
    authority: Authority, fault: str
) -> None:
    made: dict[str, Callable[[], ssl.SSLContext | None]] = {
        "expired": lambda: authority.context(ends_in_days=-1),
        "other_name": lambda: authority.context("models.example.org"),
        "self_signed": lambda: authority.context(self_signed=True),
        "other_authority": authority.context,
        "tls10": lambda: authority.context(longest=ssl.TLSVersion.TLSv1),
        "tls11": lambda: authority.context(longest=ssl.TLSVersion.TLSv1_1),
        "no_tls": lambda: None,
    }
    context = made[fault]()
    with serving(GOOD, context) as server:
        # Without an authority of one's own the system's are asked, and none of them knows this one.
        asked = asked_of(server.port, "" if fault == "other_authority" else authority.pem)
        # The one that speaks no TLS says nothing for ever.
        heard = hear(asked, replace(SMALL, connect_s=1.0) if fault == "no_tls" else SMALL)
    assert heard.error in ("server_not_trusted", "server_not_reached"), heard
    assert heard.left == []
    assert not any(b"Kanarie" in request or MADE_UP_KEY.encode() in request for request in server.requests)


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


@pytest.mark.parametrize(
    ("host", "own", "code"),
    [
        ("localhost", False, "server_is_here"),
        ("127.9.9.9", False, "server_is_here"),
        ("0.0.0.0", False, "server_is_here"),
        ("::1", False, "server_is_here"),
        ("::ffff:127.0.0.1", False, "server_is_here"),
        ("10.0.0.1", False, "server_is_here"),
        ("192.168.1.1", False, "server_is_here"),
        ("169.254.169.254", False, "server_is_here"),
        ("100.64.0.1", False, "server_is_here"),
        ("fe80::1", False, "server_is_here"),
        ("fd00::1", False, "server_is_here"),
        ("8.8.8.8", True, "server_not_in_house"),
        ("2001:4860:4860::8888", True, "server_not_in_house"),
        ("::ffff:8.8.8.8", True, "server_not_in_house"),
    ],
)
def test_a_name_must_lead_where_its_kind_of_server_stands(
    authority: Authority, host: str, own: bool, code: str
) -> None:
    with serving(GOOD, authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem, host=host, own=own))
    assert (heard.error, heard.left, server.connections) == (code, [], 0)


def test_a_name_that_says_this_computer_leads_to_it() -> None:
    """Whatever this computer's list of hosts makes of the name."""
    left: list[str] = []
    watch = Watch(Origin("http", "localhost", 9), SMALL, lambda: None, left.append)
    with pytest.raises(CloudError) as caught:
        Lines(watch, own=True, proxy=None).connect_tcp("192.0.2.7", 9)
    assert (caught.value.code, left) == ("permit_elsewhere", [])


def test_plain_http_reaches_this_computer_and_an_unknown_name_nobody(authority: Authority) -> None:
    with serving(GOOD, None) as server:
        assert hear(asked_of(server.port, "", host="127.0.0.1", scheme="http")).text == "Good evening."
    assert hear(asked_of(9, "", host="no-such-name.invalid")).error == "server_not_found"
    assert hear(asked_of(server.port, "", host="127.0.0.1", scheme="http")).error == "server_not_reached"


@pytest.mark.parametrize("key", ["two words", "line\r\nX-Evil: 1", "ключ", "x" * 2000, "tab\t"])
def test_a_key_that_could_break_a_header_opens_no_connection(authority: Authority, key: str) -> None:
    with serving(GOOD, authority.context()) as server:
        heard = hear(asked_of(server.port, authority.pem, key=key))
    assert (heard.error, server.connections) == ("key_unusable", 0)


def test_a_persons_own_certificates_vouch_alone(authority: Authority) -> None:
    """Whoever could get a certificate for the name from anybody else gets nothing."""
    assert [one["serialNumber"] for one in tls_context(authority.pem).get_ca_certs()] == [
        f"{authority.certificate.serial_number:X}".rjust(40, "0")[-40:]
    ]
    usual = tls_context("").cert_store_stats()["x509_ca"] or len(
        os.listdir(ssl.get_default_verify_paths().capath)
    )
    assert usual != 1


def test_variables_of_the_environment_change_nothing(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The supervisor removes them; the gateway's code wouldn't look at them either."""
    with serving(GOOD, authority.context()) as trap, serving(GOOD, authority.context()) as server:
        elsewhere = f"http://127.0.0.1:{trap.port}"
        for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY", "OPENAI_BASE_URL"):
            monkeypatch.setenv(name, elsewhere)
        log = authority.folder / "keys.log"
        monkeypatch.setenv("SSLKEYLOGFILE", str(log))
        assert hear(asked_of(server.port, authority.pem)).text == "Good evening."
        assert (server.connections, trap.connections, log.exists()) == (1, 0, False)


def test_a_proxy_that_was_chosen_gets_only_the_name_and_the_tunnel(authority: Authority) -> None:
    seen: list[bytes] = []

    def refuse(request: bytes) -> Iterable[bytes]:
        seen.append(request)
        return [b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"]

    with serving(refuse, None) as proxy:
        asked = _with(
            asked_of(443, "", host="models.example.org", own=False), proxy=f"http://127.0.0.1:{proxy.port}"
        )
        heard = hear(asked)
    assert heard.error == "server_not_reached"
    assert seen[0].startswith(b"CONNECT models.example.org:443 HTTP/1.1\r\n")
    assert MADE_UP_KEY.encode() not in seen[0]
    assert b"Kanarie" not in seen[0]


def test_every_exception_of_the_library_is_one_that_is_translated() -> None:
    known = (
        httpcore.LocalProtocolError, httpcore.UnsupportedProtocol, httpcore.RemoteProtocolError,
        httpcore.NetworkError, httpcore.TimeoutException,
    )  # fmt: skip
    # The base of two of them; a pool of one has room; proxies are asked by Hearth itself.
    never = {"ProtocolError", "ConnectionNotAvailable", "ProxyError"}
    found = {
        name: thing
        for name, thing in vars(httpcore).items()
        if isinstance(thing, type) and issubclass(thing, Exception) and name not in never
    }
    assert len(found) > 8
    assert [name for name, thing in found.items() if not issubclass(thing, known)] == []


def test_the_recorder_itself_records(authority: Authority) -> None:
    """The control: a connection that does come is counted."""
    with serving(GOOD, authority.context()) as server:
        assert isinstance(server, RecordingServer)
        hear(asked_of(server.port, authority.pem, key=""))
    assert (server.connections, b"Authorization" in server.requests[0]) == (1, False)
