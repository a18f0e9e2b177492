"""A real window over a fake session, with the real work thread and door between them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.sandbox import SealLevel, SealReport
from app.services.opening_state import Opening
from app.services.workroom import Workroom
from app.ui.autolock import AutoLock
from app.ui.desktop.quick_ask import QuickAsk
from app.ui.door import Door
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.sheet import Sheet, open_sheet_in
from app.ui.theme import Theme
from app.ui.workspace import Workspace
from tests.ui.fake_session import FakeOpener, FakeSession

SEALED = SealReport(SealLevel.KERNEL, "enforced", 7)
PATIENCE_S = 60.0
# What may stand beside Hearth's own windows: tips, menus and lists that drop down, dialogs of the system.
BESIDE = (Qt.WindowType.ToolTip, Qt.WindowType.Popup, Qt.WindowType.Dialog)


class WindowAtWork:
    """Everything a test of the window needs. `end` it."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        language: Language,
        session: FakeSession,
        opening: Opening | None = None,
        report: SealReport = SEALED,
        passphrase: str = "",
    ) -> None:
        self.qtbot = qtbot
        self.session = session
        self.room = Workroom()
        self.door = Door(self.room)
        self.auto_lock = AutoLock()
        self.opener = FakeOpener(session, opening)
        self.codes: list[int] = []
        self.strays = StrayWindows()
        self.window = MainWindow(theme, language, self.door, self.opener, report, self.auto_lock, passphrase)
        self.first_size = self.window.size()  # before anybody chose another
        self.window.resize(1360, 860)  # the screen in memory is a small one
        self.window.ended.connect(self.codes.append)
        self.window.show()
        self.window.activateWindow()  # a window that isn't active gives no part of it the keyboard
        qtbot.waitUntil(self.window.isActiveWindow)

    def begin(self) -> "WindowAtWork":
        """Open the profile, which asks nothing, and wait for the workspace."""
        self.window.begin()
        self.qtbot.waitUntil(lambda: self.window.workspace is not None)
        self.settle()
        return self

    @property
    def space(self) -> Workspace:
        """The open workspace."""
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def sheet(self) -> Sheet:
        """The sheet that is open."""
        found = open_sheet_in(self.window)
        assert found is not None, "no sheet is open"
        return found

    def work(self, act: Callable[[], object]) -> None:
        """Run `act` on the work thread, as the services would, and let the window take what came of it."""
        self.room.do(act).result(PATIENCE_S)
        self.settle()

    def settle(self) -> None:
        """Let everything that is queued, there and here, be done."""
        for _ in range(3):
            self.room.do(lambda: None).result(PATIENCE_S)
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        self.qtbot.waitUntil(self.window.updatesEnabled)  # all that is seen wears the look in force

    def end(self) -> None:
        """Take the window away and end the work thread."""
        self.auto_lock.set_minutes(0)  # its clock must not tick on when another thread collects it
        self.door.close()
        self.room.close()
        self.window.hide()
        self.strays.end()
        self.window.deleteLater()
        QApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


class StrayWindows(QObject):
    """Hears of every widget that is shown as a window of its own, if only until it is put in its place.

    Attributes: `seen`, what should have had a parent before it was shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._application = QApplication.instance()
        if self._application is not None:
            self._application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note, and let everything pass."""
        if event.type() is not QEvent.Type.Show or not isinstance(watched, QWidget) or not watched.isWindow():
            return False
        if not isinstance(watched, MainWindow | QuickAsk) and watched.windowType() not in BESIDE:
            self.seen.append(f"{type(watched).__name__} “{watched.accessibleName()}”")
        return False

    def end(self) -> None:
        """Hear no more."""
        if self._application is not None:
            self._application.removeEventFilter(self)


def all_widgets(root: QWidget) -> list[QWidget]:
    """`root` and every widget in it."""
    found: list[QObject] = [root, *root.findChildren(QWidget)]
    return [widget for widget in found if isinstance(widget, QWidget)]
