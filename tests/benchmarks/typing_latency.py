"""How long a key takes to be on the screen while an answer grows, against typing while nothing does. Real window over
a session in memory; processor time of the window's thread, which a busy machine doesn't disturb.

The worst case of each key: a part of the answer has just come and is laid out and painted in the same turn.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import time
from functools import partial
from statistics import median, quantiles

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.services.workroom import Workroom
from app.ui.autolock import AutoLock
from app.ui.door import Door
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.qt_start import make_application
from app.ui.theme import Theme
from tests.benchmarks.ratio import Ratio, compare
from tests.ui.fake_chat import a_model
from tests.ui.fake_session import FakeOpener, FakeSession
from tests.ui.window_at_work import SEALED

KEYS = 120
BEFORE = "Some **bold** text with `code` and more words to fill the line.\n\n- one item\n- another\n\n" * 60
DELTA = "a few more words of it, "
LAYOUT_PAUSE_S = 0.055  # a growing answer is laid out at most every 50 ms
OPENING_S = 60.0


class Typing:
    """The window with a conversation in it. `end` it."""

    def __init__(self) -> None:
        running = QApplication.instance()
        application = running if isinstance(running, QApplication) else make_application(["hearth"])
        session = FakeSession()
        session.models.shelf = [a_model("Qwen3 4B")]
        session.models.current = "Qwen3 4B"
        self._session = session
        self._room = Workroom()
        self._window = MainWindow(
            Theme(application),
            Language(application),
            Door(self._room),
            FakeOpener(session),
            SEALED,
            AutoLock(),
        )
        self._window.resize(1360, 860)
        self._window.show()
        self._window.begin()
        until = time.monotonic() + OPENING_S
        while self._window.workspace is None or not self._window.workspace.isVisible():
            assert time.monotonic() < until, "the window didn't open"
            self._settle()
        self._field = self._window.workspace.chat.composer.field
        self._field.setPlainText("What is it?")
        self._window.workspace.chat.composer.send.click()
        self._settle()
        self._grow(BEFORE)

    def key_ms(self, grows: bool, share: int) -> float:
        """The time of a key: its median, or with `share` 95 what 95 of 100 keys stay below."""
        self._field.clear()
        times: list[float] = []
        for number in range(KEYS):
            if grows:
                self._room.do(lambda: self._session.chat.grow(DELTA)).result(OPENING_S)
            time.sleep(LAYOUT_PAUSE_S)
            begun = time.thread_time()
            QTest.keyClicks(self._field, "abcde "[number % 6])
            QApplication.processEvents()
            times.append((time.thread_time() - begun) * 1000)
        return median(times) if share == 50 else quantiles(times, n=100)[share - 1]

    def end(self) -> None:
        """Take the window away."""
        self._window.hide()
        self._room.close()

    def _grow(self, text: str) -> None:
        self._room.do(lambda: self._session.chat.grow(text)).result(OPENING_S)
        time.sleep(LAYOUT_PAUSE_S)
        self._settle()

    def _settle(self) -> None:
        self._room.do(lambda: None).result(OPENING_S)
        QApplication.processEvents()


def measure(rounds: int) -> list[Ratio]:
    """The median and the 95th percentile; told, without a target."""
    work = Typing()
    try:
        return [
            compare(
                f"a key while an answer grows: {name}",
                "ms",
                partial(work.key_ms, True, share),
                partial(work.key_ms, False, share),
                rounds,
            )
            for name, share in (("median", 50), ("95 of 100", 95))
        ]
    finally:
        work.end()
