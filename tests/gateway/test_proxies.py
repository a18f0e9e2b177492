"""A proxy that a person chose: it gets a name and an encrypted tunnel, and nothing is looked up or said besides."""

import pytest
from msgspec.structs import replace

from app.domain.errors import Cancelled, UsageError
from app.domain.provider import make_provider
from app.domain.proxy import parse_proxy
from app.gateway.socks import connect_through
from tests.gateway.authority import Authority
from tests.gateway.one_request import BODY, MADE_UP_KEY, asked_of, hear
from tests.gateway.recording_server import GOOD, serving
from tests.gateway.said import Said
from tests.gateway.socks_server import socks_serving

NAME = "models.example.invalid"  # no name server knows it: whoever looked it up here would fail


def test_a_socks_proxy_finds_the_server_by_name_and_sees_no_word(authority: Authority) -> None:
    with serving(GOOD, authority.context(NAME)) as server, socks_serving(server.port) as proxy:
        asked = replace(asked_of(443, authority.pem, host=NAME), proxy=f"socks5://127.0.0.1:{proxy.port}")
        heard = hear(asked)
    assert (heard.error, heard.text) == ("", "Good evening.")
    assert proxy.asked == [(3, NAME, 443)]
    assert (server.bodies, server.connections) == ([BODY], 1)
    for word in (b"Kanarie", MADE_UP_KEY.encode()):
        assert word not in bytes(proxy.passed_on)
    # Who it was is taken from the tunnel, not from the proxy's word.
    assert NAME.encode() in bytes(proxy.passed_on)


def test_what_comes_behind_its_word_is_the_servers() -> None:
    for address in (b"\x01" + bytes(4), b"\x03\x03a.b", b"\x04" + bytes(16)):
        line = Said(b"\x05\x00" + b"\x05\x00\x00" + address + bytes(2) + b"of the server")
        connect_through(line, NAME, 443)
        assert line.left == b"of the server"


def test_the_certificate_is_checked_through_the_proxy_too(authority: Authority) -> None:
    with serving(GOOD, authority.context("other.invalid")) as server, socks_serving(server.port) as proxy:
        asked = replace(asked_of(443, authority.pem, host=NAME), proxy=f"socks5://127.0.0.1:{proxy.port}")
        heard = hear(asked)
    assert (heard.error, heard.left, server.requests) == ("server_not_trusted", [], [])


def test_a_persons_own_certificates_vouch_for_their_own_servers_alone(authority: Authority) -> None:
    with serving(GOOD, authority.context(NAME)) as server, socks_serving(server.port) as proxy:
        asked = asked_of(443, authority.pem, host=NAME, own=False)
        heard = hear(replace(asked, proxy=f"socks5://127.0.0.1:{proxy.port}"))
    assert (heard.error, heard.left, server.requests) == ("server_not_trusted", [], [])


@pytest.mark.parametrize(("host", "kind"), [("127.0.0.1", 1), ("::1", 4)])
def test_addresses_are_handed_over_as_addresses(authority: Authority, host: str, kind: int) -> None:
    with serving(GOOD, authority.context(host)) as server, socks_serving(server.port) as proxy:
        asked = replace(asked_of(8443, authority.pem, host=host), proxy=f"socks5://127.0.0.1:{proxy.port}")
        assert hear(asked).text == "Good evening."
    assert proxy.asked == [(kind, host, 8443)]


@pytest.mark.parametrize(
    ("reply", "greeting", "reason"),
    [
        (2, b"\x05\x00", "forbids"),
        (4, b"\x05\x00", "doesn't find"),
        (5, b"\x05\x00", "refused"),
        (99, b"\x05\x00", "trouble"),
        (0, b"HT", "isn't one"),
    ],
)
def test_a_proxy_that_does_not_connect_is_said_and_nothing_has_left(
    authority: Authority, reply: int, greeting: bytes, reason: str
) -> None:
    with (
        serving(GOOD, authority.context(NAME)) as server,
        socks_serving(server.port, reply, greeting) as proxy,
    ):
        asked = replace(asked_of(443, authority.pem, host=NAME), proxy=f"socks5://127.0.0.1:{proxy.port}")
        heard = hear(asked)
    assert (heard.error, heard.left, server.connections) == ("server_not_reached", [], 0)
    assert reason in str(heard.parameters["reason"])


USER, PASSWORD = "anna.home", "two words & ümlaut"


@pytest.mark.parametrize("login", [(USER.encode(), PASSWORD.encode())])
def test_a_login_goes_to_the_proxy_and_nothing_else_is_offered(
    authority: Authority, login: tuple[bytes, bytes]
) -> None:
    with (
        serving(GOOD, authority.context(NAME)) as server,
        socks_serving(server.port, login=login) as proxy,
    ):
        asked = replace(
            asked_of(443, authority.pem, host=NAME),
            proxy=f"socks5://{USER}@127.0.0.1:{proxy.port}",
            proxy_password=PASSWORD,
        )
        heard = hear(asked)
    assert (heard.error, heard.text) == ("", "Good evening.")
    # By its name, which nobody here looks up; and to the server not a word of the login.
    assert (proxy.asked, proxy.offered, proxy.logins) == ([(3, NAME, 443)], [b"\x02"], [login])
    assert (server.bodies, server.connections) == ([BODY], 1)
    for word in (USER.encode(), PASSWORD.encode()):
        assert word not in b"".join(server.requests) + bytes(proxy.passed_on)


@pytest.mark.parametrize(
    ("user", "password", "takes", "code"),
    [
        (USER, "wrong", (USER.encode(), PASSWORD.encode()), "proxy_refused_login"),
        ("berta", PASSWORD, (USER.encode(), PASSWORD.encode()), "proxy_refused_login"),
        ("", "", (USER.encode(), PASSWORD.encode()), "proxy_wants_login"),
        (USER, PASSWORD, None, "proxy_refused_login"),  # one that knows no login and would connect anybody
    ],
)
def test_a_login_that_is_not_taken_is_said_and_nothing_has_left(
    authority: Authority, user: str, password: str, takes: tuple[bytes, bytes] | None, code: str
) -> None:
    with (
        serving(GOOD, authority.context(NAME)) as server,
        socks_serving(server.port, login=takes) as proxy,
    ):
        at = f"{user}@" if user else ""
        asked = replace(
            asked_of(443, authority.pem, host=NAME),
            proxy=f"socks5://{at}127.0.0.1:{proxy.port}",
            proxy_password=password,
        )
        heard = hear(asked)
    assert (heard.error, heard.left, server.connections) == (code, [], 0)
    assert proxy.asked == []
    told = str(heard.parameters)
    assert f"socks5://127.0.0.1:{proxy.port}" in told
    assert not any(word and word in told for word in (user, password))


def test_stopping_is_heard_between_two_words_of_a_socks_proxy(authority: Authority) -> None:
    with socks_serving(reply=1) as proxy, pytest.raises(Cancelled):

        def stop() -> None:
            if proxy.offered:
                raise Cancelled

        asked = replace(asked_of(443, authority.pem, host=NAME), proxy=f"socks5://127.0.0.1:{proxy.port}")
        hear(asked, stop=stop)


def test_a_proxy_that_is_not_there_is_said(authority: Authority) -> None:
    with socks_serving() as proxy:
        pass
    asked = replace(asked_of(443, authority.pem, host=NAME), proxy=f"socks5://127.0.0.1:{proxy.port}")
    heard = hear(asked)
    assert (heard.error, heard.left) == ("server_not_reached", [])


@pytest.mark.parametrize("kind", ["socks5", "http"])
def test_no_proxy_gets_what_would_travel_in_clear(kind: str) -> None:
    with serving(GOOD, None) as server, socks_serving(server.port) as proxy:
        port = proxy.port if kind == "socks5" else server.port
        asked = replace(
            asked_of(server.port, "", host="127.0.0.1", scheme="http"), proxy=f"{kind}://127.0.0.1:{port}"
        )
        heard = hear(asked)
    assert (heard.error, heard.left, server.connections, proxy.asked) == ("permit_elsewhere", [], 0, [])
    with pytest.raises(UsageError) as caught:
        make_provider(
            "House", "openai", "http://127.0.0.1:8080/v1", "m", own=True, proxy=f"{kind}://10.0.0.1:1"
        )
    assert caught.value.code == "proxy_for_plain"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("http://proxy.example.org:3128", "http://proxy.example.org:3128"),
        ("socks5://127.0.0.1:9050", "socks5://127.0.0.1:9050"),
        ("socks5h://[::1]:1080", "socks5://[::1]:1080"),
        ("socks5://anna.home@127.0.0.1:1080", "socks5://anna.home@127.0.0.1:1080"),
        ("socks5h://jürgen@[::1]:1080", "socks5://jürgen@[::1]:1080"),
        ("http://anna.home@proxy.example.org:3128", "http://anna.home@proxy.example.org:3128"),
    ],
)
def test_a_proxys_address_is_taken_as_it_is_meant(text: str, meant: str) -> None:
    assert str(parse_proxy(text)) == meant
    assert make_provider("A", "openai", "https://models.example.org/v1", "m", proxy=text).proxy == meant


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("socks4://a.b:1", "proxy_unclear"),
        ("socks5://a.b", "proxy_unclear"),
        ("https://a.b:1", "proxy_unclear"),
        ("socks5://a.b:1/x", "proxy_unclear"),
        ("a.b:1", "proxy_unclear"),
        ("socks5://@a.b:1", "proxy_unclear"),
        ("socks5://a@b@c.d:1", "proxy_unclear"),
        ("socks5://a\u202eb@c.d:1", "proxy_unclear"),
        ("socks5://" + "ü" * 128 + "@a.b:1", "proxy_unclear"),
        ("socks5://user:word@a.b:1", "proxy_password_typed"),
        ("socks5://user:@a.b:1", "proxy_password_typed"),
        ("http://user:word@a.b:1", "proxy_password_typed"),
        ("http://@a.b:1", "proxy_unclear"),
    ],
)
def test_what_is_no_proxys_address_is_refused(text: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_proxy(text)
    assert caught.value.code == code
