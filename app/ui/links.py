"""Which addresses may be opened, and opening them outside this process. Window process, main thread.

A browser started by this process would be sealed from the network like it. So on Linux the desktop's portal
is asked over D-Bus to open the address: the portal's process starts the browser.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

ADDRESS_LIMIT = 4096  # characters; longer ones can't be judged by eye
PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
PORTAL_TIMEOUT_MS = 5000


def browsable(address: str) -> QUrl | None:
    """`address` as a URL, when it is https with a host and without user name or password; else None."""
    if len(address) > ADDRESS_LIMIT or any(ord(letter) < 33 or ord(letter) == 127 for letter in address):
        return None
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() != "https" or not url.host() or url.userInfo():
        return None
    return url


def open_in_browser(url: QUrl, told: Callable[[bool], None]) -> None:
    """Have the system open `url`; `told(whether it took it)` is called later or at once."""
    if sys.platform != "linux":
        told(QDesktopServices.openUrl(url))
        return
    from PySide6.QtDBus import (  # late: Qt's D-Bus module isn't part of every platform's build
        QDBusConnection,
        QDBusMessage,
        QDBusPendingCallWatcher,
    )

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        told(False)
        return
    call = QDBusMessage.createMethodCall(PORTAL, PORTAL_PATH, "org.freedesktop.portal.OpenURI", "OpenURI")
    call.setArguments(["", url.toString(QUrl.ComponentFormattingOption.FullyEncoded), {}])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(call, PORTAL_TIMEOUT_MS), QCoreApplication.instance())

    def finished() -> None:
        watcher.deleteLater()
        told(not watcher.isError())

    watcher.finished.connect(finished)
