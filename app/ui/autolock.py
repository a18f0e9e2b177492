"""When Hearth locks by itself: nobody at the keys, the screen locked, the computer about to sleep.

Window process, main thread. Session lock and sleep come as D-Bus signals over UNIX sockets; where there is no
bus only idle time locks, and the settings say so.
"""

import os
import sys

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)
TICK_MS = 1000  # how exactly idle time is kept


class AutoLock(QObject):
    """Watches and asks for a lock.

    Signals:
        wished: lock now.
    """

    wished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hears_screen_lock = False
        self.hears_sleep = False
        self._watches = False
        self._limit_ticks = 0
        self._idle_ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self, minutes: int) -> None:
        """Begin to watch; `minutes` without a key or a mouse movement lock, 0 never."""
        self.set_minutes(minutes)
        if self._watches:  # the workspace was built anew
            return
        self._watches = True
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            self._watch(QGuiApplication.focusWindow())
        if sys.platform == "linux":
            self._listen()

    def set_minutes(self, minutes: int) -> None:
        """Another time; counts from now."""
        self._limit_ticks = minutes * 60 * 1000 // TICK_MS
        self._idle_ticks = 0
        if self._limit_ticks > 0:
            self._timer.start()
        else:
            self._timer.stop()

    def signals_in_words(self) -> str:
        """Which of the system's events lock, for the settings."""
        if self.hears_screen_lock and self.hears_sleep:
            return self.tr(
                "When nobody is here, and when the screen is locked or the computer goes to sleep."
            )
        if self.hears_screen_lock:
            return self.tr(
                "When nobody is here, and when the screen is locked. Sleep can't be heard on this system."
            )
        if self.hears_sleep:
            return self.tr(
                "When nobody is here, and when the computer goes to sleep. "
                "A locked screen can't be heard on this system."
            )
        return self.tr("When nobody is here. This system doesn't tell Hearth of a locked screen or of sleep.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is here."""
        if event.type() in ACTIVITY:
            self._idle_ticks = 0
        return False

    @Slot()
    def _tick(self) -> None:
        self._idle_ticks += 1
        if 0 < self._limit_ticks <= self._idle_ticks:
            self._timer.stop()
            self.wished.emit()

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        """Filter the windows themselves: all input passes them, and little else."""
        self._idle_ticks = 0
        # One that is known already is filtered once all the same. None is kept: it may be gone at any time.
        if window is not None and shiboken6.isValid(window):
            window.installEventFilter(self)

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # late: not part of every platform's build

        system = QDBusConnection.systemBus()
        if system.isConnected():
            login, manager = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
            # isServiceRegistered asks the bus itself, which answers at once whatever logind does.
            if system.interface() is not None and system.interface().isServiceRegistered(login).value():
                self.hears_sleep = system.connect(
                    login, "/org/freedesktop/login1", manager, "PrepareForSleep", self, b"1_slept(bool)"
                )
                session = os.environ.get("XDG_SESSION_ID", "")
                if session.isalnum():
                    path = "/org/freedesktop/login1/session/" + _escaped(session)
                    self.hears_screen_lock = system.connect(
                        login, path, "org.freedesktop.login1.Session", "Lock", self, b"1_locked()"
                    )
        own = QDBusConnection.sessionBus()
        if own.isConnected() and own.interface() is not None:
            for name in ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"):
                if own.interface().isServiceRegistered(name).value():
                    heard = own.connect(name, "", name, "ActiveChanged", self, b"1_screen(bool)")
                    self.hears_screen_lock = self.hears_screen_lock or heard

    @Slot(bool)
    def _slept(self, _begins: bool) -> None:
        self.wished.emit()  # before sleep, and once more after it in case there was no time

    @Slot()
    def _locked(self) -> None:
        self.wished.emit()

    @Slot(bool)
    def _screen(self, active: bool) -> None:
        if active:
            self.wished.emit()


def _escaped(name: str) -> str:
    """A session id as logind writes it into object paths: a leading digit becomes _3x."""
    return f"_{ord(name[0]):x}{name[1:]}" if name[:1].isdigit() else name
