"""The window's process: builds the objects, runs Qt, ends the process.

Entered from `app.roles`, already sealed. Main thread, except where a function says otherwise.
"""

import contextlib
import logging
import os
import sys
import threading
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from app.domain.errors import UsageError, VaultError
from app.environment import WATCH_HOLDS
from app.ipc.doorbell import LIMIT_BYTES, QUICK_ASK, heard_in
from app.ipc.supervisor_link import SupervisorLink
from app.sandbox import SealReport
from app.services.passphrase_file import read_passphrase
from app.services.sentences import sentence
from app.services.window_place import read_place
from app.services.workroom import Workroom
from app.ui.autolock import AutoLock
from app.ui.collecting import Collector
from app.ui.door import Door
from app.ui.language import Language
from app.ui.main_window import EXIT_QUIT, MainWindow, describe
from app.ui.opener import DemoProfileOpener, ProfileOpener
from app.ui.ports import Opener
from app.ui.qt_start import make_application
from app.ui.singletons import keep_singletons
from app.ui.theme import Theme
from app.ui.window_keeping import show_where_it_was
from app.vault.profile_place import default_profile_folder, lies_in

log = logging.getLogger(__name__)


EXIT_NO_PLACE = 1


class SupervisorWatch(QObject):
    """Notices that the supervisor is gone: its end of the pipe is closed.

    Signals:
        gone: close in good order.
    Attributes:
        link: the way to it, through which the gateway is had.
    """

    gone = Signal()

    def __init__(self, connection: "Connection[bytes, bytes]", parent: QObject) -> None:
        super().__init__(parent)
        self.link = SupervisorLink(connection, self._tell)

    def _tell(self) -> None:
        """On the link's thread."""
        with contextlib.suppress(RuntimeError):  # Qt is gone already
            self.gone.emit()


class Bell(QObject):
    """Hears that Hearth was started once more on this profile.

    Signals:
        rung: with a wish of `app.ipc.doorbell`, the desktop's token for that start, and the file it is about.
    """

    rung = Signal(str, str, object)  # Qt's own text would lose bytes of a name that is no UTF-8

    def __init__(self, connection: "Connection[bytes, bytes]", parent: QObject) -> None:
        super().__init__(parent)
        self._connection = connection
        threading.Thread(target=self._wait, name="bell", daemon=True).start()

    def _wait(self) -> None:
        try:
            while True:
                self.rung.emit(*heard_in(self._connection.recv_bytes(LIMIT_BYTES)))
        except (EOFError, OSError, ValueError, RuntimeError):  # the supervisor is gone, or Qt is
            return


class Bugs(QObject):
    """What Qt and Python hand over when a slot raised: kind and place are logged, the person is told calmly.

    Signals:
        met: a bug was met, on any thread.
    """

    met = Signal()

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For `sys.excepthook`. Never raises."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        log.error("unforeseen: %s", describe(error.with_traceback(trace)))
        self.met.emit()


def run(connection: "Connection[bytes, bytes]", report: SealReport, *arguments: object) -> None:
    """Show the window for the facts in `arguments[0]` and end the process.

    Exit code 0: quit; 70: locked, the supervisor starts a fresh window.
    """
    keep_singletons()
    facts = arguments[0] if arguments and isinstance(arguments[0], Mapping) else {}
    application = make_application(sys.argv[:1])
    Collector(application)
    if WATCH_HOLDS in os.environ:
        from app.ui.hold_watch import watch_from  # late: only for tests

        watch_from(os.environ, application)
    language = Language(application)  # before the first word is shown
    theme = Theme(application)
    workroom = Workroom()
    door = Door(workroom)
    auto_lock = AutoLock()
    given = str(facts.get("profile", ""))
    try:
        folder = Path(given).absolute() if given else default_profile_folder(os.environ)
    except VaultError as error:  # no home folder: there is nothing a window could offer
        print(sentence(error), file=sys.stderr)
        end_process(workroom, EXIT_NO_PLACE)
        return
    locked = bool(facts.get("locked"))
    watch = SupervisorWatch(connection, application)
    opener: Opener = ProfileOpener(folder, locked, report, workroom, watch.link.gateway)
    greeting = "window_crashed" if facts.get("crashed") else ""
    if facts.get("demo"):
        opener = DemoProfileOpener(folder, locked, report, workroom, watch.link.gateway)
        greeting = "demo"  # of one that crashed nothing is left
    passphrase = "" if locked else passphrase_from(str(facts.get("passphrase_file", "")))
    window = MainWindow(theme, language, door, opener, report, auto_lock, passphrase, greeting)
    watch_process(application, window, watch)
    if len(arguments) > 1 and isinstance(arguments[1], Connection):
        bell = Bell(arguments[1], application)
        # Queued by name: emitted on the listening thread.
        bell.rung.connect(window.hear, Qt.ConnectionType.QueuedConnection)
    window.ended.connect(lambda code: end_process(workroom, code))
    if facts.get("smoke_test"):
        # Queued: not in the midst of being shown.
        window.opened.connect(window.lock, Qt.ConnectionType.QueuedConnection)
    place = None
    if not facts.get("demo"):
        window.folder = lies_in(folder)
        place = read_place(window.folder)
    asks = facts.get("wish") == QUICK_ASK
    if asks:
        window.ask_once_open()
    window.use_model(str(facts.get("file", "")))
    unseen = bool(facts.get("minimised")) or (place is not None and place.starts_minimised and not locked)
    show_where_it_was(window, place, unseen or asks)
    QTimer.singleShot(0, window, window.begin)  # first the picture, then the keys
    application.exec()
    # Only reached when Qt itself ends the loop (the session manager, Ctrl-C): nothing waits for the window.
    end_process(workroom, EXIT_QUIT)


def watch_process(application: QApplication, window: MainWindow, watch: SupervisorWatch) -> None:
    """Close when the supervisor is gone or asks by SIGTERM; catch what slots raise."""
    import signal  # late: only here, and only the main thread may set handlers

    # Queued by name: emitted on the watching thread.
    watch.gone.connect(window.quit, Qt.ConnectionType.QueuedConnection)
    bugs = Bugs(application)
    bugs.met.connect(window.stumbled, Qt.ConnectionType.QueuedConnection)
    sys.excepthook = bugs.catch
    threading.excepthook = lambda told: bugs.catch(
        told.exc_type, told.exc_value or RuntimeError(), told.exc_traceback
    )
    on_signal(signal.SIGTERM, window.quit, application)
    on_signal(signal.SIGINT, window.quit, application)


def on_signal(number: int, act: Callable[[], object], application: QApplication) -> None:
    """Run `act` on the main thread when the process gets this signal.

    Python only looks at signals between its own instructions; a wake-up through a pipe makes Qt's loop
    run some at once.
    """
    import signal

    signal.signal(number, lambda _number, _frame: QTimer.singleShot(0, act))
    if sys.platform != "win32" and application.findChild(SignalWake) is None:
        SignalWake(application)


class SignalWake(QObject):
    """Wakes the main thread when a signal arrives (POSIX)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        import signal

        from PySide6.QtCore import QSocketNotifier

        self._reads, writes = os.pipe()
        os.set_blocking(self._reads, False)
        os.set_blocking(writes, False)  # set_wakeup_fd asks for it
        signal.set_wakeup_fd(writes, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reads, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    @Slot()
    def _drain(self) -> None:
        try:
            os.read(self._reads, 64)
        except OSError:
            return


def passphrase_from(path: str) -> str:
    """The passphrase in a file; empty when there is none or it can't be used: then the person is asked."""
    if not path:
        return ""
    try:
        return read_passphrase(path)
    except UsageError as error:
        print(sentence(error), file=sys.stderr)
        return ""


def end_process(workroom: Workroom, code: int) -> None:
    """End here and now: keys are forgotten by ending the process, and no clean-up of Python's or Qt's may
    turn a good end into a crash."""
    workroom.close()
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)
