"""The coloured edge around the window while what is written in it goes to a server. Main thread."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme

EDGE_PX = 3


class CloudFrame(QWidget):
    """Lies over a widget's edge; mouse and keyboard don't notice it."""

    def __init__(self, theme: Theme, around: QWidget) -> None:
        super().__init__(around)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("This conversation is answered by a server"))
        around.installEventFilter(self)
        theme.changed.connect(self._repaint)
        self.hide()

    def show_on(self, on: bool) -> None:
        """Show the edge, or nothing."""
        parent = self.parentWidget()
        if on and parent is not None:
            self._lie_over(parent.rect())
            self.raise_()
        self.setVisible(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it lies over."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self._lie_over(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; the mask leaves the middle alone."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.colours.cloud))

    def _lie_over(self, whole: QRect) -> None:
        self.setGeometry(whole)
        middle = whole.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        self.setMask(QRegion(whole) - QRegion(middle))

    @Slot()
    def _repaint(self) -> None:
        self.update()
