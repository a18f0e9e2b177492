"""An HTTP proxy that a person chose: it gets a name, a login where one was given, and an encrypted tunnel."""

import base64
import dataclasses
import itertools
import threading

import pytest
from msgspec.structs import replace

from app.domain.errors import Cancelled
from app.gateway.tunnel import HEAD_LIMIT_BYTES, tunnel_through
from app.ipc.gateway_frames import Send
from tests.gateway.authority import Authority
from tests.gateway.connect_server import LOGIN_WANTED, THROUGH, ConnectServer, connect_serving
from tests.gateway.one_request import BODY, HASTY, MADE_UP_KEY, asked_of, hear
from tests.gateway.recording_server import GOOD, serving
from tests.gateway.said import Said

NAME = "models.example.invalid"  # no name server knows it: whoever looked it up here would fail
USER, PASSWORD = "anna.home", "two: words & ümlaut"
SAID = base64.b64encode(f"{USER}:{PASSWORD}".encode())


def _through(proxy: ConnectServer, authority: Authority, user: str = "", password: str = "") -> Send:
    at = f"{user}@" if user else ""
    asked = asked_of(443, authority.pem, host=NAME)
    return replace(asked, proxy=f"http://{at}127.0.0.1:{proxy.port}", proxy_password=password)


def test_it_finds_the_server_by_name_and_sees_no_word(authority: Authority) -> None:
    with serving(GOOD, authority.context(NAME)) as server, connect_serving(server.port) as proxy:
        heard = hear(_through(proxy, authority))
    assert (heard.error, heard.text) == ("", "Good evening.")
    assert proxy.heads == [f"CONNECT {NAME}:443 HTTP/1.1\r\nHost: {NAME}:443\r\n\r\n".encode()]
    assert (server.bodies, server.connections) == ([BODY], 1)
    for word in (b"Kanarie", MADE_UP_KEY.encode()):
        assert word not in bytes(proxy.passed_on)
    assert NAME.encode() in bytes(
        proxy.passed_on
    )  # who it was is taken from the tunnel, not from the proxy's word


def test_what_comes_behind_its_word_is_the_servers() -> None:
    line = Said(b"HTTP/1.1 200 OK\r\nVia: it\r\n\r\nof the server")
    tunnel_through(line, NAME, 443)
    assert line.left == b"of the server"


def test_the_certificate_is_checked_through_it_too(authority: Authority) -> None:
    with serving(GOOD, authority.context("other.invalid")) as server, connect_serving(server.port) as proxy:
        heard = hear(_through(proxy, authority))
    assert (heard.error, heard.left, server.requests) == ("server_not_trusted", [], [])


@pytest.mark.parametrize(("host", "place"), [("127.0.0.1", "127.0.0.1:8443"), ("::1", "[::1]:8443")])
def test_addresses_are_handed_over_as_addresses(authority: Authority, host: str, place: str) -> None:
    with serving(GOOD, authority.context(host)) as server, connect_serving(server.port) as proxy:
        asked = replace(asked_of(8443, authority.pem, host=host), proxy=f"http://127.0.0.1:{proxy.port}")
        assert hear(asked).text == "Good evening."
    assert proxy.asked == [place]


def test_a_login_goes_to_the_proxy_once_and_to_nobody_else(authority: Authority) -> None:
    with (
        serving(GOOD, authority.context(NAME)) as server,
        connect_serving(server.port, (USER, PASSWORD)) as proxy,
    ):
        heard = hear(_through(proxy, authority, USER, PASSWORD))
    assert (heard.error, heard.text) == ("", "Good evening.")
    (head,) = proxy.heads
    assert b"Proxy-Authorization: Basic " + SAID in head.split(b"\r\n")
    assert (server.bodies, server.connections) == ([BODY], 1)
    for word in (SAID, USER.encode(), PASSWORD.encode(), b"Proxy-Authorization"):
        assert word not in b"".join(server.requests) + bytes(proxy.passed_on)


@pytest.mark.parametrize(
    ("user", "password", "code"),
    [
        (USER, "wrong", "proxy_refused_login"),
        ("berta", PASSWORD, "proxy_refused_login"),
        ("", "", "proxy_wants_login"),
    ],
)
def test_a_login_that_is_not_taken_is_said_and_nothing_has_left(
    authority: Authority, user: str, password: str, code: str
) -> None:
    with (
        serving(GOOD, authority.context(NAME)) as server,
        connect_serving(server.port, (USER, PASSWORD)) as proxy,
    ):
        heard = hear(_through(proxy, authority, user, password))
    # One try, and of what the proxy says of itself nothing is told on.
    assert (heard.error, heard.left, server.connections, len(proxy.heads)) == (code, [], 0, 1)
    told = str(heard.parameters)
    assert f"http://127.0.0.1:{proxy.port}" in told
    assert not any(word and word in told for word in (user, password, "0900"))


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"HTTP/1.1 403 No\r\n\r\n", "forbids"),
        (b"HTTP/1.0 502 Bad Gateway\r\nX: y\r\n\r\n", "finds no way"),
        (b"HTTP/1.1 504\r\n\r\n", "too long"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n", "trouble"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", "trouble"),
        (LOGIN_WANTED.replace(b"Basic", b"Negotiate"), "kind of login"),
        (THROUGH[:20], "hung up"),
        (b"", "hung up"),
        (b"SSH-2.0-OpenSSH_9.9\r\n", "isn't one"),
        (b"HTTP/1.1 2000 What\r\n\r\n", "isn't one"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * HEAD_LIMIT_BYTES, "isn't one"),
    ],
)
def test_one_that_does_not_connect_is_said_and_nothing_has_left(
    authority: Authority, answer: bytes, reason: str
) -> None:
    with (
        serving(GOOD, authority.context(NAME)) as server,
        connect_serving(server.port, answer=answer) as proxy,
    ):
        heard = hear(_through(proxy, authority, USER, PASSWORD))
    assert (heard.error, heard.left, server.connections) == ("server_not_reached", [], 0)
    assert reason in str(heard.parameters["reason"])


def test_one_that_says_nothing_is_left(authority: Authority) -> None:
    left = threading.Event()
    with serving(lambda _: [b"HTTP/1.1 "] if left.wait(60) else [], None) as silent:
        asked = replace(asked_of(443, authority.pem, host=NAME), proxy=f"http://127.0.0.1:{silent.port}")
        heard = hear(asked, dataclasses.replace(HASTY, connect_s=1))
        left.set()
    assert (heard.error, heard.left) == ("server_not_reached", [])


def test_stopping_is_heard_while_it_talks_on(authority: Authority) -> None:
    looked = itertools.count()

    def stop() -> None:
        if next(looked) > 40:
            raise Cancelled

    with connect_serving(answer=b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 99) as proxy, pytest.raises(Cancelled):
        hear(_through(proxy, authority), stop=stop)
