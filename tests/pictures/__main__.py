"""One picture of each state, from the real program on a virtual screen, as small WebP files in docs/pictures.

Linux with Xvfb, as the end-to-end tests. Look at what changed before you commit it.
"""

import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from app.domain.comparison import AnswerState, ComparedAnswer, Comparison, Vote, Who
from app.domain.conversation import Message, MessageState, Role
from app.domain.ledger import Outcome
from app.domain.origin import Origin
from app.domain.permit import PATHS, Permit, Purpose, Wire
from app.domain.price import Price
from app.vault.conversation_store import ConversationStore, new_id
from app.vault.ledger_store import Ended
from app.vault.profile import Profile
from tests.end2end.program import COPY_MODEL, PASSPHRASE, ROOT, Home, children, make_profile
from tests.end2end.screen import Screen, start_screen
from tests.end2end.window import Window, has_open
from tests.parsing.made_files import pdf
from tests.pictures import talk

FOLDER = ROOT / "docs" / "pictures"
SIZE = "1360x900x24"  # the window leaves room for a title bar, which isn't in the picture
LARGE = "2720x1800x24"
MOMENT_S = 0.001
STILL_S = 1.5  # for what fades or is drawn late
MODEL = "hearth-demo"  # as the shelf names it
DAY_MS = 86_400_000
NOTHING_SET: Mapping[str, object] = MappingProxyType({})
# Qt reads the whole screen and writes the file; a process of its own, for its platform differs from ours.
_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtCore import Qt
application = QGuiApplication([])
screen = application.primaryScreen().grabWindow(0).toImage()
picture = screen.copy(0, 0, screen.width(), screen.width() * 860 // 1360)
wide = picture.scaledToWidth(1360, Qt.TransformationMode.SmoothTransformation)
sys.exit(0 if wide.save(sys.argv[1], "webp", 82) else 1)
"""


def main(wished: list[str]) -> int:
    """Take all pictures, or those named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (prepare, show, size, variables) in STATES.items():
        if wished and name not in wished:
            continue
        with tempfile.TemporaryDirectory() as folder:
            home = Home(Path(folder) / "home", variables)
            home.folder.mkdir()
            prepare(home)
            demo = ("--demo",) if name.startswith(("cited", "streaming")) else ()
            with (
                start_screen(Path(folder) / "screen", size=size) as screen,
                Window(home, screen, *demo) as window,
            ):
                if home.profile.exists() and (home.profile / "keys.json").exists():
                    unlock(window)
                show(window)
                take(screen, FOLDER / f"{name}.webp")
                print(f"{name}: {(FOLDER / f'{name}.webp').stat().st_size // 1024} KB")
    return 0


def take(screen: Screen, path: Path) -> None:
    """Keep what the screen shows, when it has come to rest."""
    time.sleep(STILL_S)
    environ = {"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb", "PATH": "/usr/bin:/bin"}
    subprocess.run([sys.executable, "-c", _GRAB, str(path)], env=environ, check=True, timeout=60)


def nothing(_home: Home) -> None:
    """Before the first start."""


def profile(settings: Mapping[str, object] = NOTHING_SET, model: Path = COPY_MODEL) -> Callable[[Home], None]:
    """A profile with a model and some conversations."""

    def prepare(home: Home) -> None:
        make_profile(home)
        shelved = home.folder / f"{MODEL}.gguf"
        shelved.symlink_to(model)
        assert home.run("models", "add", str(shelved)).code == 0
        arabic = settings.get("window.language") == "ar"
        vault = Profile(home.profile).unlock(PASSPHRASE)
        try:
            for key, value in settings.items():
                vault.settings.set(key, value)
            now_ms = int(time.time() * 1000)
            for number, title in enumerate(talk.ARABIC_TITLES if arabic else talk.TITLES):
                made = vault.conversations.create(title)
                _say(vault.conversations, made.id, now_ms - number * 3 * DAY_MS, title, "…")
            broken = vault.conversations.create("A question that failed")
            _say(
                vault.conversations, broken.id, now_ms - DAY_MS, "What did the keeper write?", "", failed=True
            )
            question, answer = (
                ("كم ارتفاع برج الفنار؟", talk.ARABIC)
                if arabic
                else ("How high is the lantern tower?", talk.ENGLISH)
            )
            made = vault.conversations.create("برج الفنار" if arabic else "Lantern tower")
            _say(vault.conversations, made.id, now_ms, question, answer)
        finally:
            vault.close()

    return prepare


def with_library(home: Home) -> None:
    """The same, and a library of two files, one of which can't be read."""
    profile()(home)
    docs = home.folder / "Harbour"
    docs.mkdir()
    (docs / "tower.pdf").write_bytes(
        pdf("A page about boats.", "The height of the lantern tower is 41 metres.")
    )
    (docs / "lease.txt").write_text("The notice period of the lease is three months.\n", encoding="utf-8")
    (docs / "scan.pdf").write_bytes(b"%PDF-1.7 cut short")
    assert home.run("library", "add", "--words", "Harbour", str(docs)).code == 0


def _say(
    store: ConversationStore, where: str, at_ms: int, question: str, answer: str, failed: bool = False
) -> None:
    asked = Message(new_id(), where, None, Role.USER, question, MessageState.COMPLETE, at_ms)
    state, code = (MessageState.FAILED, "answer_not_computed") if failed else (MessageState.COMPLETE, "")
    store.add_message(asked)
    store.add_message(
        Message(
            new_id(),
            where,
            asked.id,
            Role.ASSISTANT,
            answer,
            state,
            at_ms,
            model="Hearth demo",
            error_code=code,
        )
    )


def unlock(window: Window) -> None:
    """Open the profile, in whatever language its window speaks."""
    window.type(PASSPHRASE, "Passphrase")
    window.key("Return")
    window.wait(lambda: has_open(window.pid, "vault.db"), "an open vault")
    window.wait(lambda: MODEL in window.words(), "the composer with its model")


def begin(window: Window) -> None:
    """A passphrase, to the page that asks for a model."""
    window.begin()
    window.wait_words("Picked for this computer")


def first(window: Window) -> None:
    """What a first start asks."""
    window.wait(lambda: window.find("New passphrase"), "the first page")


def empty(window: Window) -> None:
    """A new conversation."""
    window.wait_words("Ask anything")


def opened(title: str) -> Callable[[Window], None]:
    """A conversation of the list."""

    def show(window: Window) -> None:
        listed = window.wait(
            lambda: next((one for one in window.shown() if one.name.startswith(title)), None), title
        )
        assert listed is not None
        window.click(listed.name)
        window.wait(lambda: len(window.words()) > 200, "the conversation")

    return show


def streaming(window: Window) -> None:
    """A second answer that grows. The small model would have it whole at once: it is given a moment at a time."""
    cited("light")(window)
    window.key("ctrl+j", "Escape")  # without panel and greeting
    model = next(pid for pid in children(window.pid) if ".gguf" in Path(f"/proc/{pid}/maps").read_text())
    os.kill(model, signal.SIGSTOP)
    window.send("What is the annual rent of the boathouse?")

    def grows() -> bool:
        os.kill(model, signal.SIGCONT)
        time.sleep(MOMENT_S)
        os.kill(model, signal.SIGSTOP)
        return len(answers := window.answers()) > 1 and bool(answers[-1])

    window.wait(grows, "an answer that grows")


def keys(*pressed: str) -> Callable[[Window], None]:
    """What a key opens."""

    def show(window: Window) -> None:
        window.key(*pressed)

    return show


def keys_to_the_end(*pressed: str) -> Callable[[Window], None]:
    """What a key opens, once all of it is built: pages with many parts take several turns."""

    def show(window: Window) -> None:
        window.key(*pressed)
        before = 0
        while (now := len(window.shown())) != before:
            before = now
            time.sleep(STILL_S)

    return show


def shown_by(words: str, *pressed: str) -> Callable[[Window], None]:
    """The same, once `words` stand there: what is fetched or loaded meanwhile has come."""

    def show(window: Window) -> None:
        window.key(*pressed)
        window.wait_words(words)

    return show


def with_ledger(home: Home) -> None:
    """The same, and three requests in the ledger; nothing is sent for it."""
    profile({"theme": "dark"})(home)
    vault = Profile(home.profile).unlock(PASSPHRASE)
    try:
        store = vault.conversations
        conversation = next(one.id for one in store.list() if one.title == talk.TITLES[2])
        for number, (host, purpose, size, received) in enumerate(talk.REQUESTS):
            body = b"." * size
            origin = Origin("https", host, 443)
            asking = purpose is Purpose.CHAT
            permit = Permit(
                f"{number:032}", purpose, Wire.OPENAI, origin, PATHS[purpose, Wire.OPENAI],
                hashlib.sha256(body).hexdigest(), conversation if asking else "", 1,
            )  # fmt: skip
            row = vault.ledger.begin(permit, "House", "big-1", "typed at the terminal", body)
            vault.ledger.end(row, Ended(Outcome.ANSWERED, "", size, received))
    finally:
        vault.close()


def with_server(settings: Mapping[str, object] = NOTHING_SET) -> Callable[[Home], None]:
    """The same, and a server that a conversation can be switched to."""

    def prepare(home: Home) -> None:
        profile(settings)(home)
        address = "https://api.anthropic.com/v1"
        added = home.run("provider", "add", "Claude", address, "--wire", "anthropic", "--model", "claude-4")
        assert added.code == 0, added.err
        vault = Profile(home.profile).unlock(PASSPHRASE)
        try:
            vault.prices.put("Claude", {"claude-4": Price("$", 3_000_000, 15_000_000, "2026-11-28")})
        finally:
            vault.close()

    return prepare


def with_comparisons(settings: Mapping[str, object] = NOTHING_SET) -> Callable[[Home], None]:
    """The same, and comparisons with the server; the last one has no vote yet."""

    def prepare(home: Home) -> None:
        with_server(settings)(home)
        text = talk.ARABIC if settings.get("window.language") == "ar" else talk.ENGLISH
        here = ComparedAnswer(
            Who.LOCAL, MODEL, "", text, AnswerState.COMPLETE, "", 0.4, 9.2, 31, 214, energy_mwh=51, watts=20
        )
        there = ComparedAnswer(
            Who.SERVER, "claude-4", "Claude", talk.SHORT, AnswerState.COMPLETE, "", 0.8, 2.1, 31, 18, 363, "$"
        )
        vault = Profile(home.profile).unlock(PASSPHRASE)
        try:
            for number, vote in enumerate((Vote.LOCAL, Vote.SERVER, Vote.LOCAL, Vote.NONE)):
                at_ms = int(time.time() * 1000) - (3 - number) * DAY_MS
                vault.comparisons.add(
                    Comparison(new_id(), talk.COMPARED, at_ms, here, there, server_first=True, vote=vote)
                )
        finally:
            vault.close()

    return prepare


def compared(window: Window) -> None:
    """The newest comparison, as the list of them opens it; the mouse is put aside."""
    window.key("ctrl+shift+e")
    listed = window.wait(
        lambda: next((one for one in window.shown() if one.name.endswith(talk.COMPARED)), None),
        "the list of comparisons",
    )
    assert listed is not None
    window.click(listed.name)
    window.wait_words("41 metres")
    window.xdotool("mousemove", "5", "5")


def consent(window: Window) -> None:
    """What would leave, before it does; nothing is sent."""
    window.key("ctrl+shift+y")
    window.key("Down", "Down", "Return")
    window.wait(lambda: window.find("Answered by Claude. Choose another."), "the pill")
    window.send(talk.PERSONAL)
    window.wait_words("Send this to Claude?")


def searched(window: Window) -> None:
    """An answer from files with its sources."""
    window.key("ctrl+shift+b")
    window.wait_words("Harbour")


def cited(theme: str) -> Callable[[Window], None]:
    """A demo's answer from a file, and the page its number leads to."""

    def show(window: Window) -> None:
        window.click("What is the height of the lantern tower?")
        window.wait_words("The height of the lantern tower is 41 metres [1].")
        if theme == "dark":
            window.key("ctrl+shift+l")
        window.click_words("[1]", "Answer")
        window.wait(lambda: any("as it looks" in one.name for one in window.shown()), "the drawn page")

    return show


def begin_dark(window: Window) -> None:
    """The same in the dark."""
    begin(window)
    window.key("ctrl+shift+l")


State = tuple[Callable[[Home], None], Callable[[Window], None], str, dict[str, str]]
STATES: dict[str, State] = {
    "first-run": (nothing, first, SIZE, {}),
    "welcome": (nothing, begin, SIZE, {}),
    "empty": (profile(), empty, SIZE, {}),
    "long": (profile(), opened("Lantern tower"), SIZE, {}),
    "dark": (profile({"theme": "dark"}), opened("Lantern tower"), SIZE, {}),
    "streaming": (nothing, streaming, SIZE, {}),
    "error": (profile(), opened("A question that failed"), SIZE, {}),
    "right-to-left": (profile({"window.language": "ar"}), opened("برج الفنار"), SIZE, {}),
    "german": (profile({"window.language": "de"}), keys_to_the_end("ctrl+comma"), SIZE, {}),
    "200-percent": (profile(), keys_to_the_end("ctrl+Page_Down"), LARGE, {"QT_SCALE_FACTOR": "2"}),
    "library": (with_library, searched, SIZE, {}),
    "models": (profile(), shown_by("tokens/s", "ctrl+shift+m"), SIZE, {}),
    "ledger": (with_ledger, keys("ctrl+shift+g"), SIZE, {}),
    "consent": (with_server(), consent, SIZE, {}),
    "consent-dark": (with_server({"theme": "dark"}), consent, SIZE, {}),
    "compare": (with_comparisons(), compared, SIZE, {}),
    "settings": (profile(), keys_to_the_end("ctrl+comma"), SIZE, {}),
    "cited": (nothing, cited("light"), SIZE, {}),
    "cited-dark": (nothing, cited("dark"), SIZE, {}),
    "welcome-dark": (nothing, begin_dark, SIZE, {}),
    "palette": (profile(), keys("ctrl+k"), SIZE, {}),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
