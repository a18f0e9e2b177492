"""The icon in the system's tray, with its menu. Window process, main thread."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.ui.icons import window_icon

PRESSES = (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick)
_SCREENLESS = ("offscreen", "minimal")  # Qt's own platforms for tests, which warn when an icon is shown


class Tray(QObject):
    """The icon; made when it is first shown.

    Signals: `opened` (show the window), `asked` (a quick question), `lock_wished`, `quit_wished`,
    `notice_pressed` (a notice of the icon was clicked).
    """

    opened = Signal()
    asked = Signal()
    lock_wished = Signal()
    quit_wished = Signal()
    notice_pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self.menu: QMenu | None = None

    @staticmethod
    def is_possible() -> bool:
        """Whether this desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def is_shown(self) -> bool:
        """Whether the icon stands in a tray, so that the window can be brought back from there."""
        return self._icon is not None and self._icon.isVisible() and self.is_possible()

    def show(self, shown: bool) -> None:
        """Show the icon, or not. A tray that comes up later takes it then."""
        if shown and self._icon is None and QGuiApplication.platformName() not in _SCREENLESS:
            self._make()
        if self._icon is not None:
            self._icon.setVisible(shown)

    def tell(self, words: str) -> None:
        """A notice beside the icon; nothing where there is none."""
        if self._icon is not None and self.is_shown:
            self._icon.showMessage("Hearth", words, window_icon())

    def leave(self) -> None:
        """Take the icon away for good."""
        if self._icon is not None:
            self._icon.hide()
        if self.menu is not None:
            self.menu.deleteLater()  # a menu of the icon has no parent
            self.menu = None

    def _make(self) -> None:
        icon = QSystemTrayIcon(window_icon(), self)
        icon.setToolTip("Hearth")
        menu = QMenu()
        for words, wish in (
            (self.tr("Show Hearth"), self.opened),
            (self.tr("Ask a quick question…"), self.asked),
            (self.tr("Lock Hearth"), self.lock_wished),
            (self.tr("Quit Hearth"), self.quit_wished),
        ):
            menu.addAction(words).triggered.connect(wish)
        icon.setContextMenu(menu)
        icon.activated.connect(self._pressed)
        icon.messageClicked.connect(self.notice_pressed)
        self._icon, self.menu = icon, menu

    @Slot(QSystemTrayIcon.ActivationReason)
    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in PRESSES:
            self.opened.emit()
