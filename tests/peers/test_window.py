"""The same server asked from the real window: shown, agreed to, answered, continued, compared, and in the ledger."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.program import COPY_MODEL, TOWER_QUESTION, Home, make_profile, put_on_shelf
from tests.end2end.screen import Screen, screen_missing, start_screen
from tests.end2end.test_window_cloud import HERE, ask_until_sheet, bytes_of_sheet, entries, switch_to_house
from tests.end2end.window import Window, answer_greedily
from tests.peers.cutting_relay import cutting_relay
from tests.peers.llama_server import NAME, llama_server

pytestmark = pytest.mark.skipif(bool(screen_missing()), reason=str(screen_missing()))


@pytest.fixture
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    with start_screen(tmp_path_factory.mktemp("screen")) as started:
        yield started


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with llama_server(COPY_MODEL) as port:
        yield port


def _name_house(home: Home, port: int) -> None:
    """A profile that knows the server as its own, with a model: else the window would ask for one first."""
    make_profile(home)
    put_on_shelf(home, COPY_MODEL)
    added = home.run("provider", "add", "House", f"http://127.0.0.1:{port}/v1", "--own", "--model", NAME)
    assert added.code == 0, added.err


def test_a_conversation_of_the_window_is_answered_by_a_real_server(
    home: Home, screen: Screen, port: int
) -> None:
    _name_house(home, port)
    with Window(home, screen) as window:
        window.unlock()
        switch_to_house(window)
        shown = ask_until_sheet(window, TOWER_QUESTION)
        assert json.loads(shown)["messages"][-1]["content"] == TOWER_QUESTION
        window.click("Send to House")
        # Which words come is up to chance: nobody may set a temperature for a server in the window.
        window.wait(lambda: [answer for answer in window.answers() if answer.strip()], "an answer")
        window.wait(lambda: window.find("Send (Enter)"), "the end of the answer")
        window.key("ctrl+shift+g")
        window.wait_words(f"127.0.0.1:{port}")
        window.wait_words("Answered")
        window.quit()
    (entry,) = entries(home)
    assert (entry["outcome"], entry["sent_bytes"]) == ("answered", len(shown.encode()))
    kept = home.run("ledger", "--bytes", str(entry["number"]))
    assert kept.out == shown


def test_an_answer_whose_line_broke_is_continued_by_it(home: Home, screen: Screen, port: int) -> None:
    with cutting_relay(port, events=5) as line:
        _name_house(home, line.port)
        with Window(home, screen) as window:
            window.unlock()
            switch_to_house(window)
            first = ask_until_sheet(window, TOWER_QUESTION)
            window.click("Send to House")
            window.wait_words("was lost in the middle of the answer")
            (half,) = window.answers()
            assert half.strip()
            window.click("Continue")
            second = bytes_of_sheet(window)
            window.click("Send to House")
            window.wait(
                lambda: window.find("Send (Enter)") and window.answers() != [half] and window.answers(),
                "the rest of the answer",
            )
            window.quit()
        assert line.bodies == [first.encode(), second.encode()]
    assert [row["outcome"] for row in entries(home)] == ["broken", "answered"]
    assert [one["role"] for one in json.loads(second)["messages"]] == ["user", "assistant", "user"]
    with home.vault() as vault:
        (conversation,) = vault.conversations.list()
        answer = vault.conversations.messages(conversation.id)[-1]
    assert (answer.text[: len(half)], answer.state.value) == (half, "complete")
    assert len(answer.text) > len(half)


def test_the_model_here_is_compared_with_it(home: Home, screen: Screen, port: int) -> None:
    _name_house(home, port)
    answer_greedily(home)
    with Window(home, screen) as window:
        window.unlock()
        window.wait(lambda: window.find(HERE), "the window")
        window.key("ctrl+shift+e")
        window.wait_words(f"On this computer: {Path(COPY_MODEL).stem}")
        window.type(TOWER_QUESTION, "The question for both")
        window.key("ctrl+Return")
        shown = bytes_of_sheet(window)
        window.click("Send to House")
        window.wait(
            lambda: (vote := window.find("The first is better")) and vote.focused,
            "both answers, and the votes",
        )
        assert NAME in window.words()
        window.key("space")
        window.wait_words("Your vote: The first is better")
        window.quit()
    (entry,) = entries(home)
    assert (entry["outcome"], entry["sent_bytes"]) == ("answered", len(shown.encode()))
    (pair,) = home.run("compare", "--results", "--json").json["pairs"]
    assert (pair["server_model"], pair["votes"]["local"]) == (NAME, 1)
