"""The window under random keys, clicks and words, in one process that the packet recorder can be put around.

`python -m tests.end2end.random_actions FOLDER SEED ACTIONS [granted]`: uses the home FOLDER and prints `done` at its
end. Without `granted` no server is named; with it one conversation is answered by one, which gets a first message on
purpose. The same seed gives the same actions, as far as the window lets them be.
"""

import os
import random
import socket
import struct
import sys
import time
from pathlib import Path

from app.domain.cloud_choice import CloudChoice
from app.domain.labels import Grant, LabelKind
from app.domain.provider import make_provider
from app.environment import WATCH_HOLDS
from app.ui.action_table import ACTIONS
from tests.end2end.program import (
    COPY_MODEL,
    TOWER_QUESTION,
    Home,
    children,
    make_profile,
    put_on_shelf,
    runs,
    wait_for,
)
from tests.end2end.screen import start_screen
from tests.end2end.window import Window

WIDTH, HEIGHT = 1400, 900
# These end the program, or close what the run needs: the lock has tests of its own.
LEFT_OUT = frozenset({"window.quit", "window.lock"})
WORDS = (
    TOWER_QUESTION,
    "See https://beacon.example.org/x.png and ![a](https://beacon.example.org/y.png)",
    "https://beacon.example.org/v1",
    "beacon.example.org",
    "<img src='https://beacon.example.org/z.png'>",
    "/",
    "7",
)
# Qt's names of keys that xdotool calls otherwise.
KEYS = {
    "PgDown": "Next", "PgUp": "Prior", "Esc": "Escape", "Backspace": "BackSpace", ",": "comma", ".": "period",
    "/": "slash", "Ctrl": "ctrl", "Shift": "shift", "Alt": "alt",
}  # fmt: skip
WALKING = ("Tab", "Tab", "shift+Tab", "Return", "space", "Down", "Up", "Escape", "Escape", "Menu")
LEFT_BUTTON, RIGHT_BUTTON = "1", "3"
PAUSE_MS = 60  # between two actions: a person isn't faster
SERVER = "203.0.113.7"  # nobody answers there: what is seen of it is the attempt to connect
FETCH_NOTHING = "Fetch nothing"  # the button of the sheet that asks before a download
GRANTED = "The granted conversation"


def shortcuts() -> list[str]:
    """Every key of the table of actions, as xdotool names it."""
    found = []
    for action in ACTIONS:
        if action.keys and action.name not in LEFT_OUT:
            parts = action.keys.split("; ")[0].split("+")
            found.append("+".join(KEYS.get(part, part if len(part) > 1 else part.lower()) for part in parts))
    return found


def act(window: Window, chance: random.Random, keys: list[str]) -> str:
    """Do one thing; what it was."""
    kind = chance.random()
    if kind < 0.35:
        key = chance.choice(keys)
        window.xdotool("key", "--clearmodifiers", key)
        return key
    if kind < 0.6:
        key = chance.choice(WALKING)
        window.xdotool("key", "--clearmodifiers", key)
        return key
    if kind < 0.75:
        words = chance.choice(WORDS)
        window.xdotool("type", "--delay", "2", "--", words)
        return words
    x, y = chance.randrange(WIDTH), chance.randrange(HEIGHT)
    button = RIGHT_BUTTON if chance.random() < 0.1 else LEFT_BUTTON
    window.xdotool("mousemove", str(x), str(y), "click", button)
    return f"click {x} {y}"


def grant_one(home: Home) -> None:
    """Name one server, and have one conversation of two answered by it, as after a sheet that was agreed to."""
    with home.vault() as vault:
        provider = make_provider("Asked", "openai", f"https://{SERVER}/v1", "m", own=True)
        vault.providers.put(provider)
        vault.conversations.create("A local conversation")
        made = vault.conversations.create(GRANTED)
        granted = Grant(made.id, provider.name, str(provider.origin), 0, typed=True)
        agreed = frozenset({(LabelKind.TYPED, "")})
        vault.grants.put(CloudChoice(granted, agreed=agreed, agreed_bytes=100_000))


def send_first(window: Window) -> None:
    """Send a message in the granted conversation, and see which process speaks to the server."""
    window.click(f"{GRANTED}, answered by a server")
    window.wait(lambda: window.find("Answered by Asked. Choose another."), "the conversation on its server")
    window.send("What is new?")
    wait_for(lambda: speakers(window), "a process that connects")


def speakers(window: Window) -> set[int]:
    """The processes with a connection to the server, or one that is coming about. Only the gateway may be one."""
    there = f"{struct.unpack('=I', socket.inet_aton(SERVER))[0]:08X}:"
    lines = [line.split() for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]]
    wanted = {f"socket:[{line[9]}]" for line in lines if line[2].startswith(there)}
    found = {int(entry.name) for entry in Path("/proc").glob("[0-9]*") if wanted & _open_by(entry)}
    others = found & {window.pid, window.process.pid, *children(window.pid)}
    assert not others, "a process that isn't the gateway speaks to the server"
    return found


def _open_by(process: Path) -> set[str]:
    try:
        return {os.readlink(name) for name in (process / "fd").iterdir()}
    except OSError:  # it ended, or belongs to somebody else
        return set()


def run(window: Window, chance: random.Random, most: int) -> int:
    """Do `most` actions, or fewer where one of them quits the window; how many that were.

    Lock and Quit can be reached by mouse and palette: what was locked is unlocked. Errors: AssertionError when the
    window stumbles.
    """
    keys = shortcuts()
    window.focus()
    pid, done, what = window.pid, 0, ""
    while done < most:
        window.inference_pid  # noqa: B018 - the window's workers are known apart from it from now on
        _agree_to_no_download(window)
        what = act(window, chance, keys)
        done += 1
        time.sleep(PAUSE_MS / 1000)
        speakers(window)
        assert "unforeseen" not in window.told(), f"after {what}: {window.told()}"
        if not runs(pid):
            window.wait(lambda: window.process.poll() is not None or window.pid, "a quit or a lock")
            if window.process.poll() is not None:
                assert window.process.returncode == 0, f"after {what}: {window.told()}"
                break
            window.unlock()
            pid = window.pid
            print(f"locked by {what}", file=sys.stderr, flush=True)
    return done


def _agree_to_no_download(window: Window) -> None:
    """The Models page asks before it fetches anything, and keys at random may say yes: that is no silent packet."""
    if window.find(FETCH_NOTHING):
        window.xdotool("key", "Escape")
        window.wait(lambda: window.lacks(FETCH_NOTHING), "a closed sheet")


def main(folder: Path, seed: int, actions: int, granted: bool) -> None:
    """Set up, act, leave."""
    home = Home(folder, {WATCH_HOLDS: ""})  # how fast it is under such treatment isn't asked here
    make_profile(home)
    put_on_shelf(home, COPY_MODEL)
    if granted:
        grant_one(home)
    chance = random.Random(seed)
    first = granted
    with start_screen(folder / "screen") as screen:
        left = actions
        while left > 0:
            with Window(home, screen) as window:
                window.unlock()
                if first:
                    send_first(window)
                    first = False
                done = run(window, chance, left)
                left -= done
                print(f"{done} actions", file=sys.stderr, flush=True)
    print("done")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:] == ["granted"])
