"""One request to real TLS servers on loopback: good ones get exactly the bytes, bad ones nothing or nothing more."""

import os
import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

import httpcore
import pytest

from app.domain.errors import CloudError
from app.domain.origin import Origin
from app.domain.permit import Purpose
from app.gateway.line import Lines, Watch
from app.gateway.trust import tls_context
from app.ipc.gateway_frames import Send
from tests.gateway.authority import Authority
from tests.gateway.one_request import BODY, MADE_UP_KEY, SMALL, asked_of, hear
from tests.gateway.recording_server import GOOD, RecordingServer, serving


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
