"""A scrolled part of a sheet that is as tall as what is in it, or as the window has room for. Main thread."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.ui.parts import set_look

LEAST_PX = 120


class FittingScroll(QScrollArea):
    """Holds one widget, laid out anew when it wants another height."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        set_look(inside, "scrolled")
        self._inside = inside
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        inside.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """As tall as what is in it at the present width."""
        layout = self._inside.layout()
        width = self.viewport().width()
        height = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
        return QSize(
            self._inside.sizeHint().width(), max(height, self._inside.minimumSizeHint().height(), LEAST_PX)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it has changed."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False
