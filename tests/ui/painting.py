"""Watches what is painted of a widget."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget


class Painted(QObject):
    """Attributes: `times`, how often a widget was painted; `where`, what was painted of it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        self.where = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt paints."""
        if isinstance(event, QPaintEvent):
            self.times += 1
            self.where += event.region()
        return False
