"""Opening a conversation of 1,000 messages, and of ten, against an empty one: from the wish to the painted window. Real
vault, session and window.

By the clock of what a person waits for (reading, decrypting, laying out, painting), and of the window's thread alone.
"""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.conversation import Conversation, Message, MessageState, Role
from app.services.events import Event
from app.services.opening import Session, assemble, no_gateway
from app.services.opening_state import Opening, OpeningState
from app.services.workroom import Workroom
from app.ui.autolock import AutoLock
from app.ui.door import Door
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.opener import ProfileOpener
from app.ui.qt_start import make_application
from app.ui.singletons import keep_singletons
from app.ui.theme import Theme
from app.ui.workspace import Workspace
from app.vault.keyring_store import KeyringStore
from tests.benchmarks.ratio import Ratio, ratio_of
from tests.benchmarks.transcript_benchmark import PAGE
from tests.ui.window_at_work import SEALED
from tests.vault.keyring_in_memory import opened_by_keyring

COUNTS = (0, 10, 1000)
PATIENCE_S = 60.0
OPENINGS = 9  # of each in a round


class _Opener(ProfileOpener):
    """Opens a profile by a keyring in memory, and starts no library process."""

    session: Session | None = None

    def inspect(self) -> Opening:
        return Opening(OpeningState.OPENS_BY_ITSELF, ("keyring",))

    def open(
        self, _passphrase: str | None, _recovery_code: str | None, publish: Callable[[Event], None]
    ) -> Session:
        vault = opened_by_keyring(self._folder)
        self.session = assemble(vault, KeyringStore(), self._folder, publish, SEALED, self._workroom)
        return self.session


class _Painting(QObject):
    """Counts how often a window is painted anew.

    Attributes: `count`.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """All that waits to be painted is painted by this event."""
        self.count += event.type() is QEvent.Type.UpdateRequest
        return False


class _Window:
    """The window over a profile with conversations of each length. `end` it."""

    def __init__(self) -> None:
        keep_singletons()
        gc.freeze()  # as `app.roles` does: what is loaded is no garbage
        running = QApplication.instance()
        application = running if isinstance(running, QApplication) else make_application(["hearth"])
        self._folder = Path(tempfile.mkdtemp(prefix="hearth-bench-"))
        self._room = Workroom()
        opener = _Opener(self._folder / "profile", False, SEALED, self._room, no_gateway)
        self._window = MainWindow(
            Theme(application),
            Language(application),
            Door(self._room),
            opener,
            SEALED,
            AutoLock(),
        )
        self._window.resize(1360, 860)
        self._window.show()
        self._window.begin()
        self._until(lambda: self._window.workspace is not None and self._window.workspace.isVisible())
        assert opener.session is not None
        self._session = opener.session
        self._painting = _Painting(self._window)
        self._shown_at: dict[
            str, int
        ] = {}  # how often the window had been painted when a conversation was shown
        self._space.chat.shown.connect(lambda one: self._shown_at.setdefault(one, self._painting.count))
        self.conversations = {
            count: [self._room.do(partial(self._made, count)).result(PATIENCE_S) for _ in range(2)]
            for count in COUNTS
        }
        self._space.desk.refresh()
        self._until(lambda: len(self._space.desk.conversations) == 2 * len(COUNTS))
        self._space.show_chat()
        self._settle()

    @property
    def _space(self) -> Workspace:
        assert self._window.workspace is not None
        return self._window.workspace

    def open(self, count: int) -> tuple[float, float]:
        """Milliseconds from the wish until the page is painted, by the clock and of this thread."""
        chat = self._space.chat
        first, second = self.conversations[count]
        here = chat.conversation.id if chat.conversation is not None else ""
        wished = second if here == first.id else first
        self._shown_at.clear()
        begun_s, begun_cpu_s = time.perf_counter(), time.thread_time()
        self._space.open(wished.id)
        while wished.id not in self._shown_at or self._painting.count == self._shown_at[wished.id]:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # others work, too
        took = time.perf_counter() - begun_s, time.thread_time() - begun_cpu_s
        self._settle()
        return took[0] * 1000, took[1] * 1000

    def end(self) -> None:
        """Take all of it away."""
        self._window.hide()
        self._room.do(self._session.close).result(PATIENCE_S)
        self._room.close()
        shutil.rmtree(self._folder)

    def _made(self, count: int) -> Conversation:
        made = self._session.vault.conversations.create(f"{count} messages")
        parent: str | None = None
        for number in range(count):
            role = Role.ASSISTANT if number % 2 else Role.USER
            text = PAGE if number % 2 else "Tell me"
            message = Message(
                f"{made.id}-{number}", made.id, parent, role, text, MessageState.COMPLETE, number
            )
            self._session.vault.conversations.add_message(message)
            parent = message.id
        return made

    def _settle(self) -> None:
        until = time.monotonic() + 0.3  # pauses of the window are shorter
        while time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.002)

    def _until(self, done: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE_S
        while not done():
            assert time.monotonic() < until, "the window didn't open"
            QApplication.processEvents()


def measure(rounds: int) -> Iterator[Ratio]:
    """Medians; each conversation after one of the same length and after others."""
    window = _Window()
    times: dict[int, list[tuple[float, float]]] = {count: [] for count in COUNTS}
    for count in COUNTS:
        window.open(count)
    for _ in range(rounds * OPENINGS):
        for count in COUNTS:
            times[count].append(window.open(count))
    window.end()
    for count in COUNTS[1:]:
        for clock, what in enumerate(("", ", window's thread")):
            mine, empty = ([median(one[clock] for one in times[each])] for each in (count, 0))
            limit = 3.0 if count == max(COUNTS) and not clock else None
            yield ratio_of(f"opening {count:,} messages{what}", "ms", mine, empty, at_most=limit)
