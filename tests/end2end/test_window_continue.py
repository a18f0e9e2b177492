"""A server's answer that broke off, continued from the real window by the same server over TLS, which records."""

import json
from collections.abc import Iterable

import pytest

from app.services.cloud_continuing import GO_ON
from tests.end2end.house import ledger_bytes, name_house
from tests.end2end.program import Home
from tests.end2end.screen import Screen
from tests.end2end.test_window_cloud import TYPED, ask_until_sheet, bytes_of_sheet, entries, switch_to_house
from tests.end2end.window import Window
from tests.gateway.authority import Authority
from tests.gateway.recording_server import chunk, serving, stream

BEGUN, REST = "[EMAIL_1] may read", " all that [EMAIL_1] likes."
SHOWN = "anna@example.org may read"


def _whole(text: str) -> bytes:
    return stream(chunk(text), chunk("", "stop"), "[DONE]")


def _cut_then_whole(request: bytes) -> Iterable[bytes]:
    """The first answer ends in its midst, with the connection; the wish to go on is granted."""
    if json.dumps(GO_ON).encode() in request:
        return [_whole(REST)]
    whole = _whole(BEGUN)
    return [whole[: whole.index(b"data: ", whole.index(b"EMAIL_1")) + 9]]


@pytest.mark.parametrize("again", ["at once", "after a restart"])
def test_what_is_continued_leaves_as_it_was_shown_and_stands_in_the_ledger(
    home_with_model: Home, authority: Authority, screen: Screen, again: str
) -> None:
    home = home_with_model
    with serving(_cut_then_whole, authority.context()) as server:
        name_house(home, authority, server.port)
        window = Window(home, screen)
        with window:
            window.unlock()
            switch_to_house(window)
            first = ask_until_sheet(window, TYPED)
            window.click("Send to House")
            window.wait_words("was lost in the middle of the answer")
            window.wait(lambda: window.answers() == [SHOWN], "the half of the answer")
            assert server.connections == 1  # nothing goes again by itself
            if again == "at once":
                second = _continue(window)
            window.quit()
        if again != "at once":
            with Window(home, screen) as window:
                window.unlock()
                window.click(f"{TYPED}, answered by a server")
                second = _continue(window)
                window.quit()
        # Each went once, over a connection of its own, as the sheet showed it.
        assert (server.bodies, server.connections) == ([first.encode(), second.encode()], 2)
    said = [one["content"] for one in json.loads(second)["messages"]]
    assert said == ["What may [EMAIL_1] read on lighthouses?", BEGUN, GO_ON]
    rows = entries(home)
    assert [row["outcome"] for row in rows] == ["broken", "answered"]
    for row, shown in zip(rows, (first, second), strict=True):
        assert (ledger_bytes(home, row["number"]), row["sent_bytes"]) == (shown.encode(), len(shown.encode()))
    assert home.run("ledger", "--verify").code == 0
    with home.vault() as vault:
        (conversation,) = vault.conversations.list()
        answer = vault.conversations.messages(conversation.id)[-1]
    assert (answer.text, answer.state.value) == (f"{SHOWN} all that anna@example.org likes.", "complete")


def _continue(window: Window) -> str:
    """Press Continue, look at the sheet, agree; what it showed."""
    window.click("Continue")
    shown = bytes_of_sheet(window)
    window.click("Send to House")
    whole = f"{SHOWN} all that anna@example.org likes."
    window.wait(lambda: window.answers() == [whole], "the whole answer")
    return shown
