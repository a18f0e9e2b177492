"""The rounded box with its soft shadow, drawn here: an effect would redraw the text at every key."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from app.ui.theme import Theme
from app.ui.tokens import RADIUS_SHEET

SHADOW_PX = 14


class ComposerBox(QFrame):
    """The box around field and tools; its edge glows while files are held over it.

    Signals: `pressed` where nothing in it is: it looks like one field.
    """

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._awaits = False
        theme.changed.connect(self._repaint)

    def set_awaiting(self, awaits: bool) -> None:
        """Whether files are held over it, to be dropped."""
        self._awaits = awaits
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See the class."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow and box."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(SHADOW_PX + 0.5, 2.5, -SHADOW_PX - 0.5, -SHADOW_PX - 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(SHADOW_PX, 0, -2):
            painter.setBrush(QColor(0, 0, 0, 6) if self._theme.is_dark else QColor(60, 45, 25, 3))
            painter.drawRoundedRect(
                box.adjusted(-spread, -spread / 2 + 3, spread, spread * 0.8),
                RADIUS_SHEET + spread,
                RADIUS_SHEET + spread,
            )
        awaits = self._awaits
        painter.setPen(QPen(QColor(colours.accent if awaits else colours.line), 2 if awaits else 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(box, RADIUS_SHEET, RADIUS_SHEET)

    @Slot()
    def _repaint(self) -> None:
        self.update()
