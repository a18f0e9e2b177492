"""The real window, used like a person uses it: keys and clicks by xdotool, read over the accessibility bus.

Linux only. Every wait is bounded and says what it waited for and what stood on the screen instead.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from app.environment import WATCH_HOLDS
from app.ui.hold_watch import MARK
from tests.end2end import close_button
from tests.end2end.accessible import Eyes, Widget
from tests.end2end.program import PASSPHRASE, ROOT, Home, children, family, role_of, runs, wait_for
from tests.end2end.screen import Screen

PATIENCE_S = 180.0
CLICK_AGAIN_S = 5.0
# Of the main thread's own processor time, in one turn of its loop, on a core as fast as that of `core_speed`. The
# promise is 100, to be checked alone on a quiet machine; where others share the core only gross faults fail.
LONGEST_HOLD_MS = int(os.environ.get("HEARTH_LONGEST_HOLD_MS", "250"))
CRASHED = "Hearth's window ended unexpectedly"
SEND = "Send (Enter)"
# A question that the small model answers in a line, about anything: to others it may talk on and on.
QUESTION = "[1] The height of the lantern tower is 41 metres. {}. What is the height of the lantern tower?"
T = TypeVar("T")


def has_open(pid: int, name: str) -> bool:
    """Whether a process has a file with this name open."""
    try:
        descriptors = list(Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return False
    for descriptor in descriptors:
        with contextlib.suppress(OSError):
            if Path(os.readlink(descriptor)).name == name:
                return True
    return False


def answer_greedily(home: Home) -> None:
    """Let the profile's answers be the same each time: the likeliest word is taken."""
    home.choose({"sampling.temperature": 0.0})


class Window:
    """Hearth with its window on a screen. Use it as a context: at the end all its processes are gone."""

    def __init__(self, home: Home, screen: Screen, *arguments: str) -> None:
        """Start it on the home's profile, without the passphrase file: the passphrase is typed."""
        self.home = home
        self.screen = screen
        self.errors = home.folder / "window.stderr"
        with self.errors.open("ab") as errors:
            self.process = subprocess.Popen(
                home.command("--profile", str(home.profile), *arguments, profile=False),
                env={WATCH_HOLDS: str(LONGEST_HOLD_MS), **home.environment(), **screen.variables},
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )
        self.title = "Hearth"  # of the window that keys go to
        self._eyes = Eyes(screen.bus)
        self.seen: set[int] = {self.process.pid}
        self._workers: set[int] = set()  # the supervisor adopts them when their window is killed

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind is not None:
            self.screen.picture(self.home.folder / "last-screen.png")
        self._eyes.close()
        for pid in sorted(self.seen | set(family(self.process.pid)), reverse=True):
            if pid == self.process.pid or role_of(pid) in ("child", "tracker"):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        self.process.wait(PATIENCE_S)
        if kind is None:
            assert not self.crashes(), "the window ended by itself, which a fresh one hides:\n" + self.told()
            holds = self.holds()
            assert not holds, "the window stood still for a moment:\n" + "\n".join(holds)

    # ---- processes

    @property
    def pid(self) -> int:
        """The process that shows the window now; 0 while there is none."""
        self.seen.update(family(self.process.pid))
        found = [pid for pid in children(self.process.pid) if pid not in self._workers]
        return next((pid for pid in found if runs(pid)), 0)

    @property
    def inference_pid(self) -> int:
        """The process with the model; 0 while there is none."""
        found = children(self.pid) if self.pid else []
        self.seen.update(found)
        self._workers.update(found)
        return next((pid for pid in found if runs(pid)), 0)

    def inference(self) -> int:
        """The process with the model, as soon as there is one. To be signalled: never 0, which would mean ourselves."""
        return self.wait(lambda: self.inference_pid, "a process with the model")

    # ---- seeing

    def shown(self) -> list[Widget]:
        """All that stands on the screen."""
        return self._eyes.look(self.pid) if self.pid else []

    def words(self) -> str:
        """All that stands on the screen, as text."""
        return "\n".join(dict.fromkeys(widget.text for widget in self.shown() if widget.text.strip()))

    def answers(self) -> list[str]:
        """The answers on the screen, oldest first."""
        return [one.text for one in self.shown() if one.role == "label" and one.name.startswith("Answer")]

    def find(self, name: str, role: str = "") -> Widget | None:
        """The first thing on the screen with this name."""
        return next(
            (one for one in self.shown() if one.name == name and (not role or one.role == role)), None
        )

    def lacks(self, name: str) -> bool:
        """Whether something is on the screen, and nothing of this name: an empty look shows nothing."""
        shown = self.shown()
        return bool(shown) and all(one.name != name for one in shown)

    def focused(self, name: str) -> Widget | None:
        """The thing with this name, once the keyboard is on it: a field's label may be named like the field."""
        return next((one for one in self.shown() if one.name == name and one.focused), None)

    def wait(self, find: Callable[[], T], what: str) -> T:
        """`wait_for` that tells what is on the screen when it fails."""
        return wait_for(find, what, state=lambda: f"Screen: {self.words()!r}; stderr: {self.told()!r}")

    def wait_words(self, words: str) -> None:
        """Wait until these words stand on the screen."""
        self.wait(lambda: words in self.words(), f"the words {words!r}")

    def told(self) -> str:
        """What it has written to standard error."""
        return self.errors.read_text(encoding="utf-8", errors="replace")

    def holds(self) -> list[str]:
        """What `app.ui.hold_watch` has reported: each time the window stood still for a moment, and where."""
        return [line for line in self.told().splitlines() if line.startswith(MARK)]

    def crashes(self) -> list[str]:
        """What the supervisor said of windows that ended unexpectedly, but for those that a test killed."""
        told = [line for line in self.told().splitlines() if line.startswith(CRASHED)]
        return [line for line in told if not line.startswith(f"{CRASHED} (killed)")]

    # ---- doing

    def xdotool(self, *arguments: str) -> str:
        """Run xdotool on this screen."""
        done = subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self.screen.display},
            capture_output=True,
            timeout=PATIENCE_S,
            text=True,
            check=False,
        )
        return done.stdout if done.returncode == 0 else ""

    def focus(self) -> None:
        """Give the window the keyboard, which without a window manager nobody else does."""
        self.wait(self._takes_focus, f"the keyboard for a window named {self.title}")

    def numbers(self) -> list[str]:
        """The windows with the title that are on the screen, as X numbers them."""
        return self.xdotool("search", "--onlyvisible", "--name", f"^{self.title}$").split()

    def _takes_focus(self) -> bool:
        """Whether it has the keyboard, or takes it. Its number is looked up each time: one of a window that was killed
        a moment ago may still be there, and never takes anything."""
        numbers = self.numbers()
        if not numbers:
            return False
        if self.xdotool("getwindowfocus").strip() != numbers[-1]:
            self.xdotool("windowfocus", numbers[-1])
        return self.xdotool("getwindowfocus").strip() == numbers[-1]

    def key(self, *keys: str) -> None:
        """Press keys, as xdotool names them."""
        self.focus()
        self.xdotool("key", "--clearmodifiers", *keys)

    def click(self, name: str, role: str = "") -> None:
        """Click on the thing with this name as soon as it can be used."""
        self.focus()

        def seek() -> tuple[int, int] | None:
            found = self.find(name, role)
            return found.centre if found is not None and found.enabled else None

        self._click_at(self._at_rest(seek, name))

    def _click_at(self, spot: tuple[int, int]) -> None:
        self.xdotool("mousemove", *map(str, spot), "click", "1")

    def _at_rest(self, seek: Callable[[], tuple[int, int] | None], what: str) -> tuple[int, int]:
        """Where `seek` finds it as soon as two looks, one after the other, find it in the same place: what is being
        laid out moves away under the mouse."""
        former: list[tuple[int, int] | None] = [None]

        def rests() -> tuple[int, int] | None:
            spot = seek()
            same = spot == former[0]
            former[0] = spot
            return spot if same else None

        found = self.wait(rests, what)
        assert found is not None
        return found

    def click_words(self, words: str, name: str) -> None:
        """Click on the first letter of `words` in the text whose name begins with `name`."""

        def seek() -> tuple[int, int] | None:
            texts = [one for one in self.shown() if one.name.startswith(name) and words in one.text]
            return self._eyes.spot(texts[-1], words) if texts else None

        self.focus()
        self._click_at(self._at_rest(seek, f"{words!r} in {name!r}"))

    def click_menu(self, share: float) -> None:
        """Click into the menu that is open, `share` (0..1) of its height from its top.

        A menu is a window of its own, which Qt doesn't tell the accessibility bus of: the X server knows it.
        """

        def seek() -> tuple[int, int] | None:
            main = self.place(self.xdotool("search", "--onlyvisible", "--name", "^Hearth$").split()[-1])
            for number in self.xdotool("search", "--onlyvisible", "--maxdepth", "1", "--name", "").split():
                x, y, width, height = self.place(number)
                if 1 < width < main[2] and 1 < height < main[3]:
                    return x + width // 3, y + round(height * share)
            return None

        self._click_at(self._at_rest(seek, "a menu"))

    def place(self, number: str) -> tuple[int, int, int, int]:
        """A window's x, y, width and height."""
        told = dict(
            line.split("=", 1)
            for line in self.xdotool("getwindowgeometry", "--shell", number).splitlines()
            if "=" in line
        )
        x, y, width, height = (int(told.get(name, 0)) for name in ("X", "Y", "WIDTH", "HEIGHT"))
        return x, y, width, height

    def choose_file(self, path: Path) -> None:
        """Type a path into the system's (here Qt's own) dialog for files, once the keyboard is in it."""
        self.wait(lambda: self.focused("File name:"), "the dialog for files")
        # The dialog follows the path while it is typed and shows the rest of it only.
        self.xdotool("type", "--delay", "20", "--", str(path))
        self.xdotool("key", "Return")

    def open_tab(self, tab: str, shows: str) -> None:
        """Have the side panel show the page `shows`; its tab is pressed again where the panel was still coming up
        and moved under the mouse."""

        def shown() -> bool:
            if self.find(shows) is not None:
                return True
            self.click(tab)
            return False

        self.wait(shown, f"the page {tab}")

    def rename(self, title: str) -> None:
        """Give the open conversation another title, by keys. The field lies over its row; Qt doesn't show it in the
        accessibility tree."""
        self.key("F2")
        self.key("ctrl+a")
        self.xdotool("type", "--delay", "3", "--", title)
        self.key("Return")
        self.wait(lambda: any(one.name.startswith(title) for one in self.shown()), "the new title")

    def type(self, text: str, into: str) -> None:
        """Click on a field, type, and wait until all of it has arrived."""
        self._give_keyboard(into)
        self.key("ctrl+a", "Delete")
        self.xdotool("type", "--delay", "3", "--", text)
        self.wait(lambda: (field := self.find(into)) and len(field.text) == len(text), f"{text!r} in {into}")

    def _give_keyboard(self, into: str) -> None:
        """Click on a field, as often as a person would: a window that has just come up may miss the first click."""

        def focused() -> bool:
            field = self.find(into)
            if field is not None and field.focused:
                return True
            if time.monotonic() - clicked[-1] > CLICK_AGAIN_S:
                clicked.append(time.monotonic())
                self.click(into)
            return False

        self.click(into)
        clicked = [time.monotonic()]
        self.wait(focused, f"the keyboard on {into}")

    def begin(self, passphrase: str = PASSPHRASE) -> None:
        """First start: choose a passphrase, by keyboard alone after the first click."""
        self.type(passphrase, "New passphrase")
        self.key("Tab")
        self.xdotool("type", "--delay", "3", "--", passphrase)
        self.key("Return")
        self.wait_open()

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase into the lock screen."""
        self.type(passphrase, "Passphrase")
        self.key("Return")
        self.wait_open()

    def wait_open(self) -> None:
        """Wait until the profile is open and the workspace is there."""
        self.wait(lambda: has_open(self.pid, "vault.db"), "an open vault")
        self.wait(lambda: self.find("New conversation") or self.find("I have a GGUF file"), "the workspace")

    def send(self, question: str) -> None:
        """Type a question and press Enter."""
        self.type(question, "Your question")
        self.key("Return")

    def ask(self, question: str) -> str:
        """Send a question and wait for the end of the answer. Returns the words on the screen."""
        self.send(question)
        self.wait(lambda: (words := self.words()) and question in words and self._idle(), "an answer")
        return self.words()

    def _idle(self) -> bool:
        field = self.find("Your question")
        return self.find(SEND) is not None and field is not None and field.text == ""

    def press_close(self) -> None:
        """Press the close button of the window's frame."""
        command = [sys.executable, close_button.__file__, self.screen.display, self.numbers()[-1]]
        subprocess.run(command, check=True, timeout=PATIENCE_S)

    def quit(self) -> None:
        """Ctrl+Q, and wait for the end."""
        self.key("ctrl+q")
        assert self.process.wait(PATIENCE_S) == 0, self.told()

    def lock(self) -> int:
        """Ctrl+L, and wait for the fresh process with its lock screen. Returns the former process."""
        former = self.pid
        self.key("ctrl+l")
        self.wait(lambda: not runs(former), "the end of the process with the key")
        self.wait(lambda: self.pid and self.find("Hearth is locked"), "the lock screen")
        return former


@contextlib.contextmanager
def opened(home: Home, screen: Screen, *arguments: str) -> Iterator[Window]:
    """A started window."""
    with Window(home, screen, *arguments) as window:
        yield window
