"""An administrator's file against the real window: what it fixes holds, though the server's key lies in the keyring."""

import json
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import secretstorage
from jeepney.io.blocking import open_dbus_connection

from tests.end2end import administered
from tests.end2end.house import MADE_UP_KEY, name_house
from tests.end2end.program import Home
from tests.end2end.screen import Screen, start_screen
from tests.end2end.test_window_cloud import ON_HOUSE, SHEET, entries, switch_to_house, wait_until_it_listens
from tests.end2end.window import Window
from tests.gateway.authority import Authority
from tests.gateway.recording_server import RecordingServer
from tests.network_namespace.recorder import unavailable_reason
from tests.vault.keyring_session import KeyringSession, start_keyring_session

QUESTION = "What may be read on lighthouses?"
pytestmark = pytest.mark.skipif(bool(unavailable_reason()), reason=str(unavailable_reason()))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[KeyringSession]:
    with start_keyring_session(tmp_path / "keyring") as started:
        yield started


@pytest.fixture
def keyring_screen(session: KeyringSession, tmp_path: Path) -> Iterator[Screen]:
    with start_screen(tmp_path / "screen", bus=session.address) as started:
        yield started


class Administrator:
    """Who writes the file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fixes(self, **said: object) -> None:
        (self.folder / "policy.json").write_text(json.dumps(said), encoding="utf-8")


@pytest.fixture
def administrator(tmp_path: Path) -> Administrator:
    folder = tmp_path / "etc"
    folder.mkdir()
    return Administrator(folder)


def kept_secrets(session: KeyringSession) -> set[bytes]:
    """All that lies in the keyring."""
    with closing(open_dbus_connection(session.address)) as connection:
        return {
            item.get_secret() for item in secretstorage.get_default_collection(connection).get_all_items()
        }


def test_where_servers_are_fixed_the_window_says_so_and_nothing_is_sent(
    home_with_model: Home,
    authority: Authority,
    server: RecordingServer,
    session: KeyringSession,
    keyring_screen: Screen,
    administrator: Administrator,
) -> None:
    name_house(home_with_model, authority, server.port)
    before = (sys.executable, administered.__file__, str(administrator.folder))
    variables = {"DBUS_SESSION_BUS_ADDRESS": session.address}
    home = replace(home_with_model, variables=variables, before=before)
    administrator.fixes(cloud="ask", origins=["https://models.example.org"])
    with Window(home, keyring_screen) as window:
        window.unlock()
        # The key goes into the keyring, through Settings.
        assert MADE_UP_KEY.encode() not in kept_secrets(session)
        open_servers(window)
        window.click("Key", "text")
        window.wait(lambda: window.focused("Key"), "the keyboard on the key")
        window.xdotool("type", "--delay", "3", "--", MADE_UP_KEY)
        window.click("Save")
        window.wait(lambda: MADE_UP_KEY.encode() in kept_secrets(session), "the key in the keyring")
        # Another server alone may be asked: neither the button nor a conversation reaches this one.
        window.click("Test")
        window.wait_words(
            f"allows only certain servers, and https://localhost:{server.port} isn't one of them"
        )
        close_settings(window)
        switch_to_house(window)
        window.send(QUESTION)
        window.wait(lambda: window.find(SHEET), "the sheet")
        wait_until_it_listens(window)
        window.click("Send to House")
        window.wait_words("allows only certain servers")
        # None may be asked at all, from now on.
        administrator.fixes(cloud="never")
        window.send(QUESTION)
        window.wait_words("forbids asking servers (/etc/hearth/policy.json), so nothing was sent")
        assert window.lacks(SHEET)
        window.quit()
    with Window(home, keyring_screen) as window:
        window.unlock()
        window.wait(lambda: window.find("Your question"), "the window")
        window.key("ctrl+comma")
        window.type("servers", "Search settings")
        window.wait_words("forbids asking servers (/etc/hearth/policy.json)")
        manage = window.wait(lambda: window.find("Servers you named: Manage…"), "the servers' row")
        assert manage is not None and not manage.enabled
        window.quit()
    assert (server.connections, entries(home)) == (0, [])

    # The same key, the same button, and a file that lists the server: that is what was held back.
    administrator.fixes(cloud="ask", origins=[f"https://localhost:{server.port}"])
    with Window(home, keyring_screen) as window:
        window.unlock()
        open_servers(window)
        window.click("Test")
        window.wait_words("It answers, and takes the key")
        window.quit()
    assert server.connections == 1
    assert f"Authorization: Bearer {MADE_UP_KEY}".encode() in server.requests[0]


def open_servers(window: Window) -> None:
    """The sheet with the servers, by Settings."""
    window.wait(lambda: window.find("Your question"), "the window")
    window.key("ctrl+comma")
    window.type("servers", "Search settings")
    window.click("Servers you named: Manage…")
    window.wait(lambda: window.find("Key") and window.find("House"), "the sheet with House")


def close_settings(window: Window) -> None:
    """Back to the conversation."""
    window.click("Close")
    window.wait(lambda: window.lacks("Save"), "no sheet")
    window.key("Escape", "Escape")
    window.wait(lambda: window.find("Your question"), "the conversation")
    assert window.lacks(ON_HOUSE)
