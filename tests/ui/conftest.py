"""What every test of the window shares: no screen, and no Qt warning that goes unnoticed."""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.language import Language
from app.ui.qt_start import make_application
from app.ui.singletons import keep_singletons
from app.ui.theme import Theme, ThemeChoice
from tests.ui.fake_chat import a_model
from tests.ui.fake_session import FakeSession

if TYPE_CHECKING:  # the whole window, which the parts' own tests don't need
    from tests.ui.window_at_work import WindowAtWork

WAIT_MS = 30_000
# What the offscreen platform says of itself on a machine without a screen; none of it is ours.
HARMLESS = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
    "This plugin does not support grabbing the mouse",
    "QObject::connect: No such signal QPlatformNativeInterface::systemTrayWindowChanged(QScreen*)",
)


class PatientBot(QtBot):
    """Waits as long as a busy machine may need; a test that passes never waits so long."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = WAIT_MS) -> None:
        """Wait until `callback` gives True, or nothing without failing an assertion."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = WAIT_MS, **options: Any) -> Any:
        """A context that ends once `signal` was emitted."""
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitExposed(self, widget: QWidget, *, timeout: int = WAIT_MS) -> Any:
        """A context that ends once `widget` is on the screen."""
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's fixture with more patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one QApplication, made as the program makes it."""
    keep_singletons()
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else make_application(["hearth"])


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """No notice of a test stands on the screen of whoever runs it."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


@pytest.fixture(scope="package", autouse=True)
def nothing_left_for_other_threads() -> Iterator[None]:
    """What the windows leave is collected here: a later test's threads would take Qt's objects down on their own."""
    yield
    QApplication.processEvents()
    gc.collect()


@pytest.fixture(autouse=True)
def no_qt_warnings() -> Iterator[list[str]]:
    """Fail the test that makes Qt complain. Yields what was said so far."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg and text not in HARMLESS:
            said.append(f"{kind.name}: {text}")

    before = qInstallMessageHandler(hear)
    yield said
    qInstallMessageHandler(before)
    assert said == []


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The theme of the application; tests that change it put it back."""
    return Theme(qapp)


@pytest.fixture(scope="session", autouse=True)
def language(qapp: QApplication) -> Language:
    """The language of the application: English, whatever the system's is; tests that change it put it back."""
    language = Language(qapp)
    language.choose("en")
    return language


@pytest.fixture
def session() -> FakeSession:
    """An open profile with one model and nothing said yet."""
    session = FakeSession()
    session.models.shelf = [a_model("Qwen3 4B")]
    session.models.current = "Qwen3 4B"
    return session


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme, language: Language) -> "Iterator[Callable[..., WindowAtWork]]":
    """Makes windows, and takes them away at the end."""
    from tests.ui.window_at_work import WindowAtWork

    made: list[WindowAtWork] = []

    def make(session: FakeSession, **options: Any) -> WindowAtWork:
        window = WindowAtWork(qtbot, theme, language, session, **options)
        made.append(window)
        return window

    yield make
    for window in made:
        window.end()
    theme.choose(ThemeChoice.SYSTEM)
    language.choose("en")
    assert [window.strays.seen for window in made if window.strays.seen] == []  # nothing flashed up beside it


@pytest.fixture
def work(open_window: "Callable[..., WindowAtWork]", session: FakeSession) -> "WindowAtWork":
    """A window with an open profile."""
    return open_window(session).begin()
