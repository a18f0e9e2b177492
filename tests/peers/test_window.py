"""The same server asked from the real window: shown, agreed to, answered, and in the ledger."""

import json
from collections.abc import Iterator

import pytest

from tests.end2end.program import COPY_MODEL, TOWER_QUESTION, Home, make_profile, put_on_shelf
from tests.end2end.screen import Screen, screen_missing, start_screen
from tests.end2end.test_window_cloud import ask_until_sheet, switch_to_house
from tests.end2end.window import Window
from tests.peers.llama_server import NAME, llama_server

pytestmark = pytest.mark.skipif(bool(screen_missing()), reason=str(screen_missing()))


@pytest.fixture
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    with start_screen(tmp_path_factory.mktemp("screen")) as started:
        yield started


def test_a_conversation_of_the_window_is_answered_by_a_real_server(home: Home, screen: Screen) -> None:
    make_profile(home)
    # On its shelf too, or the window would ask for a model first.
    put_on_shelf(home, COPY_MODEL)
    with llama_server(COPY_MODEL) as port:
        added = home.run("provider", "add", "House", f"http://127.0.0.1:{port}/v1", "--own", "--model", NAME)
        assert added.code == 0, added.err
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
    (entry,) = home.run("ledger", "--verify", "--json").json["entries"]
    assert (entry["outcome"], entry["sent_bytes"]) == ("answered", len(shown.encode()))
    kept = home.run("ledger", "--bytes", str(entry["number"]))
    assert kept.out == shown
