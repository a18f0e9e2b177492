"""The Ledger page in the real window: what a command sent is there with its bytes, and a block holds for commands."""

import json

from tests.end2end.house import name_house
from tests.end2end.program import Home, make_profile
from tests.end2end.screen import Screen
from tests.end2end.window import Window
from tests.gateway.authority import Authority
from tests.gateway.recording_server import RecordingServer

QUESTION = "Who built the lighthouse?"


def test_what_a_command_sent_is_shown_with_its_bytes_and_a_block_holds(
    home: Home, screen: Screen, authority: Authority, server: RecordingServer
) -> None:
    make_profile(home)
    name_house(home, authority, server.port)
    shown = home.run("ask", "--provider", "House", "--json", QUESTION)
    asked = home.run("ask", "--provider", "House", "--allow", shown.json["would_send"]["sha256"], QUESTION)
    assert asked.code == 0, asked.err
    with Window(home, screen) as window:
        window.unlock()
        size = len(server.bodies[0])
        window.wait_words(f"{size} bytes sent, by your choice")
        window.key("ctrl+shift+g")
        window.wait_words(f"localhost:{server.port}")
        window.wait_words("The chain of all rows holds.")
        window.click("Filter the rows")
        window.key("Tab", "Tab", "Down", "Return")
        window.wait_words(json.dumps(QUESTION)[1:-1])
        window.key("Escape")
        window.click("Block all connections")
        window.wait_words("All connections are blocked until you allow them again.")
        window.quit()
    refused = home.run("ask", "--provider", "House", QUESTION)
    assert (refused.code, "blocked" in refused.err, server.connections) == (1, True, 1)
