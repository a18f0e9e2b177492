"""Opening a file in its own program, or its folder, after a person's click. Window process, main thread.

A program started from here would be sealed from the network like this process. So on Linux the desktop's portal is
handed the open file over D-Bus, and starts the program; see also `app.ui.links`. What the system might run instead
of show is never opened: its folder is shown.
"""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from app.ui.links import PORTAL, PORTAL_PATH, PORTAL_TIMEOUT_MS

Told = Callable[[bool], None]
# What one of the three systems starts, or what starts something else, when it is "opened".
STARTED_ENDINGS = frozenset(
    [
        "action",
        "app",
        "appimage",
        "application",
        "appref-ms",
        "bash",
        "bat",
        "bin",
        "chm",
        "class",
        "cmd",
        "com",
        "command",
        "cpl",
        "csh",
        "desktop",
        "dll",
        "dmg",
        "exe",
        "fish",
        "gadget",
        "hta",
        "inf",
        "ins",
        "inx",
        "iso",
        "jar",
        "js",
        "jse",
        "ksh",
        "lnk",
        "msc",
        "msi",
        "msp",
        "mst",
        "osx",
        "out",
        "pif",
        "pkg",
        "pl",
        "prf",
        "ps1",
        "psm1",
        "py",
        "pyc",
        "pyw",
        "rb",
        "reg",
        "rgs",
        "run",
        "scf",
        "scpt",
        "scr",
        "sct",
        "service",
        "sh",
        "shb",
        "shs",
        "so",
        "tcsh",
        "terminal",
        "url",
        "vb",
        "vbe",
        "vbs",
        "vbscript",
        "webloc",
        "workflow",
        "ws",
        "wsc",
        "wsf",
        "wsh",
        "xbap",
        "xpi",
        "zsh",
    ]
)


def is_only_shown(path: Path) -> bool:
    """Whether opening this file shows it, and can't start it. False too for what is no ordinary file."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    ending = path.suffix.lstrip(".").lower()
    runs = os.name == "posix" and bool(mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH))
    return stat.S_ISREG(mode) and not runs and ending not in STARTED_ENDINGS


def open_in_program(path: Path, told: Told) -> None:
    """Have the system open the file; `told(whether it took it)` is called later or at once."""
    _ask("OpenFile", path, path, told)


def show_in_folder(path: Path, told: Told) -> None:
    """Have the system show the folder that the file lies in."""
    _ask("OpenDirectory", path, path.parent, told)


def _ask(wish: str, path: Path, elsewhere: Path, told: Told) -> None:
    """Ask the portal for `wish` with the open file; on other systems have `elsewhere` opened."""
    if sys.platform != "linux":
        told(QDesktopServices.openUrl(QUrl.fromLocalFile(str(elsewhere))))
        return
    from PySide6.QtDBus import (  # late: Qt's D-Bus module isn't part of every platform's build
        QDBusConnection,
        QDBusMessage,
        QDBusPendingCallWatcher,
        QDBusUnixFileDescriptor,
    )

    bus = QDBusConnection.sessionBus()
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except (OSError, ValueError):
        told(False)
        return
    try:
        if not bus.isConnected():
            told(False)
            return
        call = QDBusMessage.createMethodCall(PORTAL, PORTAL_PATH, "org.freedesktop.portal.OpenURI", wish)
        call.setArguments(["", QDBusUnixFileDescriptor(descriptor), {}])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call, PORTAL_TIMEOUT_MS), QCoreApplication.instance())
    finally:
        os.close(descriptor)  # the message has a copy of its own

    def finished() -> None:
        watcher.deleteLater()
        told(not watcher.isError())

    watcher.finished.connect(finished)


class FileOpening(QObject):
    """What a click on “open” does with a path, and what is said about it.

    Signals: `told` with a sentence for the person.
    """

    told = Signal(str)

    @Slot(str)
    def open(self, path: str) -> None:
        """Open a file in its own program; one that could run is shown in its folder instead."""
        file = Path(path)
        if not file.exists():
            self.told.emit(self.tr("The file is no longer there: it was moved, renamed or deleted."))
        elif is_only_shown(file):
            open_in_program(file, self._opened)
        else:
            self.told.emit(
                self.tr("This file could run as a program, so it isn't opened. Its folder is shown instead.")
            )
            show_in_folder(file, self._opened)

    @Slot(str)
    def show_folder(self, path: str) -> None:
        """Show where a file lies."""
        file = Path(path)
        if not file.exists():
            self.told.emit(self.tr("The file is no longer there: it was moved, renamed or deleted."))
        else:
            show_in_folder(file, self._opened)

    def _opened(self, taken: bool) -> None:
        if not taken:
            self.told.emit(
                self.tr(
                    "Your desktop didn't open it: no program that opens files for others answered. "
                    "Open the file from your file manager."
                )
            )
