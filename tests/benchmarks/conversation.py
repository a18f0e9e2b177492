"""Ten turns of a conversation, then a second of them in a window: `python -m tests.benchmarks conversation`.

It has no entry of its own: a worker imports the main module of its parent, and this one brings threads, which
a worker refuses before it has closed its files.

Two things of one session with the real services, vault and worker process, under a real window without a screen:

tenth turn   its prompt must be found in the cache but for the new words: new tokens counted exactly, and the time
             to the first token against the time a fresh worker takes for the whole prompt.
ticks        a 1 ms timer in the window's thread ticks while answers stream; the largest gap between two ticks.
"""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.domain.conversation import Message, Role
from app.sandbox import SealLevel, SealReport
from app.services.events import AnswerGrew
from app.services.opening import Session, no_gateway, open_session
from app.services.workroom import Workroom
from app.ui.autolock import AutoLock
from app.ui.door import Door
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.opener import ProfileOpener
from app.ui.qt_start import make_application
from app.ui.singletons import keep_singletons
from app.ui.theme import Theme
from tests.benchmarks.bench_home import benchmark_model
from tests.benchmarks.ratio import Ratio
from tests.end2end.program import PASSPHRASE, PATIENCE_S

GAP_LIMIT_MS = 50.0
TURNS = 10
ANSWER_S = 2.0  # random weights never end their turn: each answer is stopped
QUESTION = (
    "Turn {number}: tell me more of the house, the rain and the leaves, and of what she heard all night."
)
REPORT = SealReport(SealLevel.AUDIT, "benchmark", 0)


class Ticks:
    """Gaps between the ticks of a 1 ms timer in the window's thread, while `counting`."""

    def __init__(self) -> None:
        self.gaps_ms: list[float] = []
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Count from now on."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now


class RememberingOpener(ProfileOpener):
    """Keeps the session that the window opened."""

    session: Session | None = None

    def open(self, *arguments: object, **named: object) -> Session:
        """See `ProfileOpener`."""
        self.session = super().open(*arguments, **named)  # type: ignore[arg-type]
        return self.session


def wait_until(application: QApplication, done: Callable[[], bool]) -> None:
    """Run Qt's own loop until `done`; asked every 20 ms, so that the loop is left alone between."""
    began = time.monotonic()
    asking = QTimer()

    def look() -> None:
        if done() or time.monotonic() - began > PATIENCE_S:
            application.exit()

    asking.timeout.connect(look)
    asking.start(20)
    application.exec()
    asking.stop()
    assert done(), "it never came"


def measure(turns: int = TURNS) -> list[Ratio]:
    """Hold the conversation, and tell both."""
    keep_singletons()
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else make_application(["hearth"])
    with tempfile.TemporaryDirectory(prefix="hearth-benchmark-") as folder:
        return _converse(application, Path(folder) / "profile", turns)


def _converse(application: QApplication, folder: Path, turns: int) -> list[Ratio]:
    load = round(os.getloadavg()[0], 2)
    room = Workroom()
    _make_profile(room, folder)
    opener = RememberingOpener(folder, False, REPORT, room, no_gateway)
    door = Door(room)
    window = MainWindow(
        Theme(application), Language(application), door, opener, REPORT, AutoLock(), PASSPHRASE
    )
    window.resize(1360, 860)
    window.show()
    window.begin()
    wait_until(application, lambda: window.workspace is not None)
    session, space = opener.session, window.workspace
    assert session is not None and space is not None
    room.post(session.models.preload)
    wait_until(application, lambda: session.host.loaded is not None)
    ticks = Ticks()
    idle = Ticks()
    idle.start()
    _run_for(application, ANSWER_S)
    idle.stop()
    grown: list[AnswerGrew] = []
    door.arrived.connect(lambda event: grown.append(event) if isinstance(event, AnswerGrew) else None)
    for number in range(turns):
        ticks.start()
        grown.clear()
        space.chat.composer.send_wished.emit(QUESTION.format(number=number))
        wait_until(
            application, lambda: bool(grown)
        )  # stopped before its first word, it would have no figures
        _run_for(application, ANSWER_S)
        _stop(room, session)
        # The window, too, must know of the end: it takes no question before.
        wait_until(application, lambda: not session.chat.busy and not space.chat.busy)
        ticks.stop()
    figures = [message.figures for message in _answers(room, session)]
    assert len(figures) == turns, "the window didn't ask every question"
    door.close()
    room.do(session.close).result()
    room.close()
    window.hide()
    new = [figure.prompt_tokens - figure.cached_tokens for figure in figures[1:] if figure is not None]
    tenth = figures[-1]
    opening = figures[0]
    assert tenth is not None and opening is not None
    # What the whole prompt would cost at the pace at which the first, uncached one was read.
    whole_s = opening.first_token_s * tenth.prompt_tokens / opening.prompt_tokens
    gap, gap_idle = max(ticks.gaps_ms[1:]), max(idle.gaps_ms[1:])
    told = {"prompt_tokens": tenth.prompt_tokens, "cached_tokens": tenth.cached_tokens, "new_by_turn": new}
    return [
        # Every question is as long as the second: no turn may read more than that one did.
        Ratio("new tokens, last turn to second", "tokens", new[-1], new[0], round(new[-1] / new[0], 3), 1,
              at_most=1.1, load_before=load, conditions=told),
        Ratio("first token, last turn to whole", "s", round(tenth.first_token_s, 4), round(whole_s, 4),
              round(tenth.first_token_s / whole_s, 4), 1,
              at_most=round(1.5 * new[-1] / tenth.prompt_tokens + 0.1, 3), load_before=load, conditions=told),
        Ratio("largest gap between ticks, to 50 ms", "ms", round(gap, 2), GAP_LIMIT_MS, round(gap / GAP_LIMIT_MS, 3),
              turns, at_most=1.0, load_before=load,
              conditions={"ticks": len(ticks.gaps_ms), "largest_idle_ms": round(gap_idle, 2),
                          "largest_ten_ms": [round(one, 1) for one in sorted(ticks.gaps_ms[1:])[-10:]]}),
    ]  # fmt: skip


def _make_profile(room: Workroom, folder: Path) -> None:
    """A profile whose chosen model is the benchmark's."""

    def make() -> None:
        session = open_session(
            folder,
            passphrase=PASSPHRASE,
            recovery_code=None,
            publish=lambda _: None,
            seal=REPORT,
            workroom=room,
        )
        session.models.choose(session.models.add(benchmark_model()).name)
        session.close()

    room.do(make).result()


def _run_for(application: QApplication, seconds: float) -> None:
    until = time.monotonic() + seconds
    wait_until(application, lambda: time.monotonic() >= until)


def _stop(room: Workroom, session: Session) -> None:
    """Stop the answer under way, as the window's button does."""
    room.post(session.chat.stop)


def _answers(room: Workroom, session: Session) -> list[Message]:
    """The answers of the one conversation, as shown."""

    def read() -> list[Message]:
        [conversation] = session.chat.conversations()
        return [one for one in session.chat.messages(conversation.id) if one.role is Role.ASSISTANT]

    return room.do(read).result()
