"""The window from outside: locking, opening by a keyring, ending by a signal."""

import os
import signal
from pathlib import Path

from tests.end2end.memory import may_look, words_in_memory
from tests.end2end.program import TOWER_QUESTION, Home, family, role_of, runs
from tests.end2end.screen import Screen, start_screen
from tests.end2end.window import PATIENCE_S, Window, has_open
from tests.vault.keyring_session import start_keyring_session

CANARY = "quokkaberyl"


def test_m2_sealed_locking_forgets_everything(home_with_model: Home, screen: Screen) -> None:
    with Window(home_with_model, screen) as window:
        window.unlock()
        window.ask(f"{CANARY}. {TOWER_QUESTION}")
        inference = window.inference()
        assert has_open(window.pid, "vault.db")
        if may_look():  # the look itself works
            assert words_in_memory(window.pid, [CANARY]) == {CANARY}
        former = window.lock()
        everyone = [pid for pid in family(window.process.pid) if runs(pid)]
        assert not runs(former)
        assert not runs(inference)
        assert window.inference_pid == 0
        assert not [pid for pid in everyone if has_open(pid, "vault.db") or has_open(pid, "vault.db-wal")]
        assert CANARY not in window.words()
        if may_look():
            assert not [pid for pid in everyone if words_in_memory(pid, [CANARY])]
        window.type("not this one at all", "Passphrase")
        window.key("Return")
        window.wait_words("isn't the passphrase")
        window.unlock()
        listed = window.wait(
            lambda: next((one for one in window.shown() if one.name.startswith(f"{CANARY}. [1]")), None),
            "the conversation in the list",
        )
        assert listed is not None
        window.click(listed.name)
        window.wait_words(f"{CANARY}. {TOWER_QUESTION}")
        window.quit()


def test_with_a_keyring_it_opens_by_itself(home_before_the_first_start: Home, tmp_path: Path) -> None:
    with (
        start_keyring_session(tmp_path / "keyring") as session,
        start_screen(tmp_path / "screen", bus=session.address) as screen,
    ):
        home = Home(home_before_the_first_start.folder, {"DBUS_SESSION_BUS_ADDRESS": session.address})
        with Window(home, screen) as window:
            window.wait_open()
            assert "assphrase" not in window.words()
            window.ask(TOWER_QUESTION)
            assert window.answers()
            window.quit()
        with Window(home, screen) as window:
            window.wait_open()
            assert "assphrase" not in window.words()
            window.lock()
            window.click("Unlock", "push button")
            window.wait_open()
            window.quit()


def test_signals_close_it_in_good_order(home_with_model: Home, screen: Screen) -> None:
    home = home_with_model
    with Window(home, screen) as window:
        window.unlock()
        window.type("half a thought", "Your question")
        window.process.send_signal(signal.SIGTERM)
        _ends_well(window)
    with Window(home, screen) as window:
        window.unlock()
        window.wait_words("half a thought")
        window.type("another thought", "Your question")
        for pid in (window.pid, window.process.pid):  # a terminal sends it to the whole group
            os.kill(pid, signal.SIGINT)
        _ends_well(window)
    assert home.kept("draft.new") == "another thought"


def _ends_well(window: Window) -> None:
    assert window.process.wait(PATIENCE_S) == 0, window.told()
    assert [(pid, role_of(pid)) for pid in window.seen if runs(pid)] == []
