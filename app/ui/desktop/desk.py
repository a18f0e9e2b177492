"""What the window does about the desktop around it: tray, quick question, shortcut, notices, and their settings.

Window process, main thread; services are reached through the door only.
"""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.services.events import AnswerEnded, Event
from app.ui.desktop.notices import Notices
from app.ui.desktop.quick_ask import QuickAsk
from app.ui.desktop.session_bus import SessionBus
from app.ui.desktop.shortcut import GlobalShortcut
from app.ui.desktop.tray import Tray
from app.ui.door import Door
from app.ui.ports import OpenSession
from app.ui.settings import table
from app.ui.settings.desk import SettingsDesk
from app.ui.settings.row import SettingRow
from app.ui.theme import Theme
from app.ui.typesetter import Typesetter


class DesktopDesk(QObject):
    """Lasts as long as the workspace.

    Signals: `come_wished` with the desktop's token (empty for none), `opened` with a conversation that the window
    shall show, `link_wished` with an address, `lock_wished`, `quit_wished`.
    """

    come_wished = Signal(str)
    opened = Signal(object)
    link_wished = Signal(str)
    lock_wished = Signal()
    quit_wished = Signal()

    def __init__(
        self, theme: Theme, door: Door, session: OpenSession, settings: SettingsDesk, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._session = session
        self._window = window
        self._values = settings.values
        self._page = settings.page
        self.quick: QuickAsk | None = None
        self._bus = SessionBus(self)
        self.tray = Tray(self)
        self.notices = Notices(self._bus, self.tray, self)
        self.shortcut = GlobalShortcut(self._bus, self)
        self.tray.opened.connect(self._come)
        self.tray.asked.connect(self.ask)
        self.tray.lock_wished.connect(self.lock_wished)
        self.tray.quit_wished.connect(self.quit_wished)
        self.notices.pressed.connect(self._come)
        self.shortcut.pressed.connect(self.ask)
        self.shortcut.changed.connect(self._say_shortcut)
        self._page.made.connect(self._say_how_it_is)
        self._values.follow(table.TRAY, self._take_tray)
        self._values.follow(table.QUICK_SHORTCUT, self._take_shortcut)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)

    @property
    def keeps_running(self) -> bool:
        """Whether closing the window leaves Hearth in the tray, from where it can be brought back."""
        return self._values.is_on(table.CLOSE_TO_TRAY) and self.tray.is_shown

    @property
    def starts_minimised(self) -> bool | None:
        """Whether the next start shall not come to the front; None while that isn't known."""
        return self._values.is_on(table.START_MINIMISED) if self._values.are_known else None

    @Slot()
    @Slot(str)
    def ask(self, token: str = "") -> None:
        """Show the window for a quick question."""
        if self.quick is None:
            self.quick = self._make_quick()
        self.quick.come(token)

    @Slot(object)
    def take(self, event: Event) -> None:
        """A service event."""
        if self.quick is not None:
            self.quick.take(event)
        if isinstance(event, AnswerEnded) and self._values.is_on(table.NOTICES) and not is_in_front():
            self.notices.tell(
                self.tr("An answer is ready.")
                if event.error is None
                else self.tr("An answer could not be finished.")
            )

    def leave(self) -> None:
        """The workspace goes away, and with it what stands outside the window."""
        self.tray.leave()
        self.notices.withdraw()
        self._bus.close()
        if self.quick is not None:
            self.quick.hide()
            self.quick.deleteLater()  # it has no parent: a window of its own
            self.quick = None

    def _make_quick(self) -> QuickAsk:
        typesetter = Typesetter(self._door, self._session.typesetting)
        quick = QuickAsk(self._theme, self._door, self._session, typesetter)
        typesetter.setParent(quick)
        quick.open_wished.connect(self._open)
        quick.link_wished.connect(self._follow_link)
        quick.copy_wished.connect(lambda text: QGuiApplication.clipboard().setText(text))
        quick.keep_chosen.connect(lambda kept: self._values.choose(table.QUICK_KEEP, kept))
        self._values.follow(table.QUICK_KEEP, quick.show_kept)
        return quick

    @Slot()
    def _come(self) -> None:
        self.come_wished.emit("")

    @Slot(object)
    def _open(self, conversation: object) -> None:
        self.come_wished.emit("")
        self.opened.emit(conversation)

    @Slot(str)
    def _follow_link(self, address: str) -> None:
        """The window asks before a link is opened."""
        self.come_wished.emit("")
        self.link_wished.emit(address)

    @Slot(Qt.ApplicationState)
    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.notices.withdraw()

    # ---- settings

    def _take_tray(self, shown: object) -> None:
        self.tray.show(shown is True)
        unseen = self._window.isMinimized() and not self._window.isActiveWindow()
        if self.tray.is_shown and unseen:  # as it was started
            self._window.hide()

    def _take_shortcut(self, wanted: object) -> None:
        self.shortcut.want(wanted is True, self.tr("Ask Hearth a quick question"))

    @Slot(object)
    def _say_how_it_is(self, row: SettingRow) -> None:
        """A row was made whose help is what is true here."""
        if row.setting.key in (table.TRAY, table.CLOSE_TO_TRAY) and not self.tray.is_possible():
            row.show_help(
                self.tr("This desktop has no tray at the moment. The icon appears when there is one.")
            )
        elif row.setting.key == table.QUICK_SHORTCUT:
            self.shortcut.look()
            self._say_shortcut()

    @Slot()
    def _say_shortcut(self) -> None:
        row = self._page.rows.get(table.QUICK_SHORTCUT)
        if row is None:  # the page isn't made yet
            return
        if self.shortcut.keys:
            row.show_help(self.tr("In every program: {keys}.").format(keys=self.shortcut.keys))
        elif self.shortcut.offered is False:
            row.show_help(
                self.tr(
                    "This desktop gives programs no such key. Choose one in its own keyboard settings that runs "
                    "“hearth quick-ask”."
                )
            )
        else:
            row.show_help(self.tr("A key that works in every program; your desktop asks you which."))


def is_in_front() -> bool:
    """Whether the person looks at a window of ours."""
    return QApplication.activeWindow() is not None
