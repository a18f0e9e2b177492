"""The style sheet of the window's parts, and a new one for a part in each turn of the event loop.

Window process, main thread. Qt restyles all that lies below a changed style sheet in one call and then lays it out in
another, which held a whole window for a quarter of a second. So a window has no sheet: the parts that it is made of
have one each, none within another.
"""

from collections.abc import Sequence
from weakref import ReferenceType, ref

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget


class Dresser(QObject):
    """Dresses parts of windows.

    Attributes: `sheet`, the style sheet in force.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet = ""
        self._windows: list[QWidget] = []
        self._parts: list[ReferenceType[QWidget]] = []  # a page that was never shown goes with its owner
        self._waiting: list[QWidget] = []  # parts in the former sheet, what is seen at the end
        self._still: list[
            QWidget
        ] = []  # windows that show their former picture until they have a whole new one
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    def watch(self, window: QWidget) -> None:
        """Have a window change its look at one blow."""
        self._windows = [*_alive(self._windows), window]

    def dress(self, part: QWidget) -> None:
        """Give a part the sheet in force now, and each later one. It was made by Python: what Qt made is forgotten."""
        self._parts = [*(one for one in self._parts if _alive([one()])), ref(part)]
        part.setStyleSheet(self.sheet)

    def change(self, sheet: str) -> None:
        """Use another sheet: what is seen first, and what is hidden later, or as soon as it is shown."""
        self.sheet = sheet
        parts = _alive([one() for one in self._parts])
        self._waiting = sorted(parts, key=QWidget.isVisible)
        for part in self._waiting:
            part.installEventFilter(self)
        if self._waiting and self._waiting[-1].isVisible():
            for window in _alive(self._windows):
                if window.updatesEnabled():
                    window.setUpdatesEnabled(False)
                    self._still.append(window)
        self._next.start(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part that still waits is shown."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            self._put_on(watched)
        return False

    @Slot()
    def _go_on(self) -> None:
        """Dress one part."""
        self._waiting = _alive(self._waiting)
        if self._waiting:
            self._put_on(self._waiting[-1])
            self._next.start(0)
        if not self._waiting or not self._waiting[-1].isVisible():
            for window in _alive(self._still):
                window.setUpdatesEnabled(True)
                # WORKAROUND: an update that was under way when updates were disabled is lost, and Qt, which goes on
                # waiting for it, would paint nothing more.
                window.repaint()
            self._still = []

    def _put_on(self, part: QWidget) -> None:
        part.removeEventFilter(self)
        if part in self._waiting:
            self._waiting.remove(part)
            part.setStyleSheet(self.sheet)


def _alive(widgets: Sequence[QWidget | None]) -> list[QWidget]:
    return [widget for widget in widgets if widget is not None and shiboken6.isValid(widget)]
