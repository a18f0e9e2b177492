"""Puts a window where it was, brings it to the front, and remembers where it is. Window process, main thread.

The file is `app.services.window_place`'s; it is read before the vault opens and written as the window closes.
"""

import os

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.services.window_place import WindowPlace

LEAST_SEEN_PX = 80  # of its upper edge, to take hold of it


def show_where_it_was(window: QWidget, place: WindowPlace | None, minimised: bool) -> None:
    """Show the window, at its former place if that is still on a screen; perhaps in the task bar only."""
    if place is not None:
        rect = QRect(place.left, place.top, place.width, place.height)
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        room = max(screens, key=lambda one: one.intersected(rect).width() * one.intersected(rect).height())
        window.resize(rect.size().boundedTo(room.size()))
        upper = QRect(rect.left(), rect.top(), rect.width(), LEAST_SEEN_PX)
        seen = upper.intersected(room)
        if seen.width() >= LEAST_SEEN_PX and seen.height() == LEAST_SEEN_PX:
            window.move(rect.topLeft())
        if place.maximised:
            window.setWindowState(Qt.WindowState.WindowMaximized)
    if minimised:
        window.showMinimized()
    else:
        window.show()


def bring_to_front(window: QWidget, token: str) -> None:
    """Show the window before all others; `token` is the desktop's leave to do so, empty for none."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt hands it to a Wayland compositor
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def place_of(window: QWidget) -> WindowPlace:
    """Where the window is now."""
    usual = window.normalGeometry() if window.isMaximized() else window.geometry()
    corner = usual.topLeft() if window.isMaximized() else window.pos()
    return WindowPlace(corner.x(), corner.y(), usual.width(), usual.height(), window.isMaximized())
