"""A server asked from the real window: keys and clicks, the real gateway process, and a TLS server that records."""

import contextlib
import json
import os
import signal

import pytest

from tests.cli.command_here import run_here
from tests.end2end.house import HeldAnswer, ledger_bytes, name_house
from tests.end2end.program import Home
from tests.end2end.screen import Screen
from tests.end2end.window import QUESTION, Window, answer_greedily
from tests.gateway.authority import Authority
from tests.gateway.recording_server import GOOD, RecordingServer, serving

TYPED = "What may anna@example.org read on lighthouses?"
SHEET = "Send this to House?"
ON_HOUSE = "Answered by House. Choose another."
HERE = "Answered by this computer. Choose another."


@pytest.fixture
def asking_home(home_with_model: Home, authority: Authority, server: RecordingServer) -> Home:
    """A profile with a model and the recording server, named House."""
    name_house(home_with_model, authority, server.port)
    return home_with_model


def test_m1_silent_from_the_window_leaves_what_the_sheet_showed_and_nothing_else(
    asking_home: Home, server: RecordingServer, screen: Screen
) -> None:
    home = asking_home
    with Window(home, screen) as window:
        window.unlock()
        switch_to_house(window)
        ask_until_sheet(window, TYPED)
        window.key("Escape")
        window.wait(
            lambda: (field := window.find("Your question")) and field.text == TYPED and window.lacks(SHEET),
            "no sheet, and the question where it was",
        )
        preview = ask_until_sheet(window, TYPED)
        assert "anna@example.org" not in preview and "[EMAIL_1]" in preview
        assert server.connections == 0
        window.click("Send to House")
        window.wait(lambda: "Good evening." in window.answers(), "the server's answer")
        assert (server.bodies, server.connections) == ([preview.encode()], 1)
        window.wait(lambda: window.find("This conversation is answered by a server"), "the mark")
        # Another conversation knows nothing of it.
        window.key("ctrl+n")
        window.wait(
            lambda: window.find(HERE) and window.lacks("This conversation is answered by a server"),
            "a local conversation, without the mark",
        )
        window.quit()
    (entry,) = entries(home)
    assert (ledger_bytes(home, entry["number"]), entry["outcome"]) == (preview.encode(), "answered")

    with Window(home, screen) as window:
        window.unlock()
        window.click(f"{TYPED}, answered by a server")
        window.wait(lambda: window.find(ON_HOUSE), "the conversation on its server")
        window.send("And what else?")  # no more than was agreed to, so no sheet
        window.wait(
            lambda: len(window.answers()) == 2 and window.answers()[-1] == "Good evening.", "an answer"
        )
        assert server.connections == 2
        asked = json.loads(server.bodies[-1])["messages"]
        assert [one["role"] for one in asked] == ["user", "assistant", "user"]
        # What is much more than that is shown first, and Enter keeps it here.
        window.send("Tell me all of it. " * 60)
        window.wait(lambda: window.find(SHEET), "the sheet")
        wait_until_it_listens(window)
        window.key("Return")
        window.wait(lambda: window.lacks(SHEET) and window.find(HERE), "a local conversation again")
        assert server.connections == 2
        window.quit()


def test_a_comparison_asks_both_once_after_a_look_and_a_vote_by_keys_is_kept(
    asking_home: Home, server: RecordingServer, screen: Screen
) -> None:
    home, question = asking_home, "Ask anna@example.org. " + QUESTION.format("It stands at the sea")
    answer_greedily(home)
    with Window(home, screen) as window:
        window.unlock()
        window.wait(lambda: window.find(HERE), "the window")
        window.key("ctrl+shift+e")
        window.wait_words("On this computer: hearth-demo")
        window.type(question, "The question for both")
        window.key("ctrl+Return")
        window.wait(lambda: window.find(SHEET), "the sheet")
        wait_until_it_listens(window)
        window.click("How it is shown: Exact bytes")
        shown = window.wait(lambda: window.find("Exact bytes"), "the bytes")
        assert shown is not None and server.connections == 0 and "[EMAIL_1]" in shown.text
        window.click("Send to House")
        window.wait(
            lambda: (vote := window.find("The first is better")) and vote.focused,
            "both answers, and the votes",
        )
        assert (server.bodies, server.connections) == ([shown.text.encode()], 1)
        words = window.words()
        assert "41 metres" in words and "Good evening." in words
        window.key("Tab", "space")
        window.wait_words("Your vote: The second is better")
        window.quit()
    (entry,) = entries(home)
    assert (entry["outcome"], entry["purpose"]) == ("answered", "chat")
    assert str(entry["conversation"]).startswith("comparison ")
    with Window(home, screen) as window:
        window.unlock()
        window.wait(lambda: window.find(HERE), "the window")
        window.key("ctrl+shift+e")
        window.wait_words("1 × House")
        window.quit()
    assert server.connections == 1


def switch_to_house(window: Window) -> None:
    """Choose the server for the conversation that is shown, by keys."""
    window.wait(lambda: window.find(HERE), "the pill")
    window.key("ctrl+shift+y")
    window.key("Down", "Down", "Return")
    window.wait(lambda: window.find(ON_HOUSE), "the conversation on the server")


def ask_until_sheet(window: Window, question: str) -> str:
    """Type a question and have its bytes shown; what the sheet shows."""
    window.send(question)
    return bytes_of_sheet(window)


def bytes_of_sheet(window: Window) -> str:
    """What the sheet shows would leave, once it is there."""
    window.wait(lambda: window.find(SHEET), "the sheet")
    wait_until_it_listens(window)
    window.click("How it is shown: Exact bytes")
    shown = window.wait(lambda: window.find("Exact bytes"), "the bytes")
    assert shown is not None
    return shown.text


def wait_until_it_listens(window: Window) -> None:
    """The sheet hears nothing in its first half second: its button can be focused by Tab afterwards."""

    def moved() -> bool:
        window.key("Tab")
        return any(one.focused and one.name == "Edit before sending" for one in window.shown())

    window.wait(moved, "a sheet that listens")


def entries(home: Home) -> list[dict[str, object]]:
    """The ledger."""
    listed = run_here(home, "ledger", "--json").json["entries"]
    assert isinstance(listed, list)
    return listed


def test_m1_silent_after_a_kill_while_a_server_answers_nothing_is_sent_again(
    home_with_model: Home, authority: Authority, screen: Screen
) -> None:
    home, held = home_with_model, HeldAnswer(GOOD)
    with serving(held, authority.context()) as server, contextlib.ExitStack() as stack:
        stack.callback(held.release)
        name_house(home, authority, server.port)
        window = stack.enter_context(Window(home, screen))
        window.unlock()
        switch_to_house(window)
        ask_until_sheet(window, TYPED)
        window.click("Send to House")
        window.wait(lambda: server.requests, "the request at the server")
        former = window.pid
        os.kill(former, signal.SIGKILL)
        window.wait(lambda: window.pid not in (0, former), "a fresh window")
        window.unlock()
        window.wait_words("Whether it arrived is unknown")
        window.click(f"{TYPED}, answered by a server")
        window.wait_words("Interrupted")
        window.quit()
        assert server.connections == 1
    (entry,) = entries(home)
    assert (entry["outcome"], entry["sent_bytes"]) == ("unknown", len(server.bodies[0]))
