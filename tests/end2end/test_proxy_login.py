"""A proxy that wants a login, from outside: the command line, the real gateway process, a proxy that writes down."""

import base64
import contextlib
import sys
from pathlib import Path

import pytest

from tests.end2end.house import MADE_UP_KEY, HeldAnswer, key_file, name_house
from tests.end2end.program import Home, end, family, make_profile, told_by_proc, wait_for
from tests.gateway.authority import Authority
from tests.gateway.connect_server import ConnectServer, connect_serving
from tests.gateway.recording_server import MODELS, RecordingServer, serving
from tests.gateway.socks_server import SocksServer, socks_serving
from tests.vault.keyring_session import start_keyring_session

USER, PASSWORD = "anna", "made up, in words"
SECRETS = (PASSWORD, base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode(), MADE_UP_KEY)
KINDS = ("socks5", "http")


@pytest.fixture
def asking_home(home: Home, tmp_path: Path) -> Home:
    make_profile(home)
    (tmp_path / "password").write_text(PASSWORD + "\n", encoding="utf-8")
    return home


def _password_file(home: Home) -> tuple[str, str]:
    return "--proxy-password-file", str(home.folder.parent / "password")


def _proxy(kind: str, port: int) -> contextlib.AbstractContextManager[SocksServer | ConnectServer]:
    if kind == "http":
        return connect_serving(port, login=(USER, PASSWORD))
    return socks_serving(port, login=(USER.encode(), PASSWORD.encode()))


@pytest.mark.skipif(sys.platform != "linux", reason="starts a Secret Service")
@pytest.mark.parametrize("kind", KINDS)
def test_its_password_lives_in_the_keyring_and_goes_to_the_proxy_only(
    asking_home: Home, authority: Authority, server: RecordingServer, tmp_path: Path, kind: str
) -> None:
    home = asking_home
    key, password = key_file(home), _password_file(home)
    with start_keyring_session(tmp_path / "session") as session, _proxy(kind, server.port) as proxy:
        through = ("--proxy", f"{kind}://{USER}@127.0.0.1:{proxy.port}")
        refused = home.run(
            "provider", "add", "Typed", "https://a.example/v1", "--proxy", f"{kind}://a:b@127.0.0.1:1"
        )
        assert (refused.code, "doesn't belong into" in refused.err) == (2, True)
        home.variables["DBUS_SESSION_BUS_ADDRESS"] = session.address
        name_house(home, authority, server.port, *through, *password)
        tested = home.run("provider", "test", "House", *key)
        assert tested.code == 0, tested.err
        assert proxy.asked == (
            [f"localhost:{server.port}"] if kind == "http" else [(3, "localhost", server.port)]
        )
        # Left out, the proxy stays, and so does its password; another port is another proxy.
        name_house(home, authority, server.port)
        (tmp_path / "password").write_text("another\n", encoding="utf-8")
        wrong = home.run("provider", "test", "House", *key, *password)
        assert (wrong.code, "didn't take the user name and the password" in wrong.err) == (1, True)
        name_house(home, authority, server.port, "--proxy", f"{kind}://127.0.0.1:{proxy.port}")
        without = home.run("provider", "test", "House", *key)
        assert (without.code, "wants a user name and a password, so nothing was sent" in without.err) == (
            1,
            True,
        )
        name_house(home, authority, server.port, "--proxy", f"{kind}://{USER}@127.0.0.1:1")
        missing = home.run("provider", "test", "House", *key)
        assert (missing.code, "No password is at hand" in missing.err) == (1, True)
        # Nobody goes through the former one any more, so its password is gone from the keyring.
        name_house(home, authority, server.port, *through)
        assert "No password is at hand" in home.run("provider", "test", "House").err
        assert len(server.requests) == 1
        listed, ledger = home.run("provider", "list", "--json"), home.run("ledger", "--json")
    sent = [entry["outcome"] for entry in ledger.json["entries"]]
    assert sent == ["answered", "not_sent", "not_sent"]
    kept = b"".join(path.read_bytes() for path in home.profile.rglob("*") if path.is_file())
    for secret in SECRETS:
        assert secret.encode() not in kept + bytes(proxy.passed_on)
        for told in (tested, wrong, without, missing, listed, ledger):
            assert secret not in told.out + told.err


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("kind", KINDS)
def test_no_process_has_it_among_its_arguments(asking_home: Home, authority: Authority, kind: str) -> None:
    home = asking_home
    held = HeldAnswer(MODELS)
    with serving(held, authority.context()) as server, _proxy(kind, server.port) as proxy:
        name_house(home, authority, server.port, "--proxy", f"{kind}://{USER}@127.0.0.1:{proxy.port}")
        testing = home.start(
            "provider", "test", "House", *key_file(home), *_password_file(home),
        )  # fmt: skip
        try:
            wait_for(held.asked.is_set, "the request at the server")
            seen = [told_by_proc(pid) for pid in family(testing.pid)]
            assert (
                sum(b"--proxy-password-file" in told for told in seen) > 0
            )  # the control: arguments are read
            assert not any(secret.encode() in told for told in seen for secret in SECRETS)
        finally:
            held.release()
            end(testing)
