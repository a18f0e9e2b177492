"""Starting Qt so that it writes nothing of its own to the disk. Window process, main thread."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.ui.field_direction import LineDirections

NOWHERE = "/dev/null/hearth"  # a folder that can't exist


def make_application(argv: list[str]) -> QApplication:
    """The QApplication, with nothing of Qt's own written to disk."""
    QCoreApplication.setApplicationName("Hearth")
    QGuiApplication.setDesktopFileName(desktop_file_name())
    if QLocale.system().language() is QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English))  # no language was set up: numbers stay readable
    keep_qt_off_the_disk()
    application = QApplication(argv)
    application.setApplicationDisplayName("Hearth")
    LineDirections(application)
    application.setQuitOnLastWindowClosed(False)  # the window hides first and ends when all is saved
    return application


def desktop_file_name(of_flatpak: Path = Path("/.flatpak-info")) -> str:
    """By which desktops find the window's icon: a Flatpak's menu entry must be called like the Flatpak itself."""
    return "org.hearth.Hearth" if of_flatpak.exists() else "hearth"


def keep_qt_off_the_disk() -> None:
    """Qt's own file dialog would write the folders a person visits into QtProject.conf, in clear."""
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.NativeFormat, scope, NOWHERE)
        QSettings.setPath(QSettings.Format.IniFormat, scope, NOWHERE)
    if sys.platform.startswith("linux"):
        # GTK's dialog keeps a list of recent files, the portal's too; Qt's with nowhere to write keeps none.
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
