"""What surrounds the conversation, in the real window: one window for each profile, which comes back as it was."""

import json
import stat
from pathlib import Path

from app.services.window_place import WindowPlace
from tests.end2end.program import Home
from tests.end2end.screen import Screen
from tests.end2end.window import PATIENCE_S, Window


def test_one_window_which_comes_back_as_it_was(home_with_model: Home, screen: Screen) -> None:
    """A second start brings the first window to the front and leaves, also after a lock. Size, place and folded list
    are there again after a restart, and behind the lock screen."""
    home = home_with_model
    runtime = Path(home.environment()["XDG_RUNTIME_DIR"])
    runtime.chmod(0o700)
    with Window(home, screen) as first:
        first.unlock()
        (bell,) = runtime.glob("hearth-*.bell")
        assert stat.S_IMODE(bell.stat().st_mode) == 0o600
        (number,) = first.numbers()
        first.focus()
        first.xdotool("windowunmap", "--sync", number, "windowmap", "--sync", number)
        first.wait(lambda: first.xdotool("getwindowfocus").strip() != number, "the keyboard elsewhere")
        _start_once_more(home, screen)
        first.wait(lambda: first.xdotool("getwindowfocus").strip() == number, "the keyboard on the window")
        first.lock()
        _start_once_more(home, screen)  # the bell outlives the window's process
        first.unlock()
        (number,) = first.numbers()
        first.xdotool(
            "windowsize", "--sync", number, "1111", "700", "windowmove", "--sync", number, "60", "40"
        )
        first.key("ctrl+b")
        first.wait(lambda: first.lacks("Conversations and settings"), "the folded list")
        first.quit()
    assert list(runtime.glob("hearth-*.bell")) == []
    assert set(json.loads((home.profile / "window.json").read_text())) == set(WindowPlace.__slots__)
    with Window(home, screen) as window:
        (number,) = window.wait(window.numbers, "the window")
        window.wait(lambda: window.place(number) == (60, 40, 1111, 700), "its former place")
        window.unlock()
        window.wait(lambda: window.find("Your question"), "the workspace")
        window.wait(lambda: window.lacks("Conversations and settings"), "the folded list")
        window.quit()


def _start_once_more(home: Home, screen: Screen) -> None:
    with Window(home, screen) as second:
        assert second.process.wait(PATIENCE_S) == 0, second.told()
