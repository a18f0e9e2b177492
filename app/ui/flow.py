"""Widgets beside each other, on as many lines as the room asks for. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget


class Flow(QWidget):
    """Places `parts` as words are placed: from where the window's language begins, and on the next line where one is
    full. A part that is hidden takes no room."""

    def __init__(self, parts: Sequence[QWidget], gap_px: int, line_gap_px: int = 0) -> None:
        super().__init__()
        self._parts = parts
        self._gap_px = gap_px
        self._line_gap_px = line_gap_px
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in parts:
            part.setParent(self)

    def hasHeightForWidth(self) -> bool:
        """It grows where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all lines."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All on one line."""
        wide = sum(part.sizeHint().width() + self._gap_px for part in self._shown())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """The widest part."""
        widest = max((part.sizeHint().width() for part in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place them anew."""
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """A part has other words, or was hidden."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        for part, place in self._places(self.width()):
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each part goes, as if everything began at the left."""
        found: list[tuple[QWidget, QRect]] = []
        at, line_px = QPoint(0, 0), 0
        for part in self._shown():
            size = part.sizeHint().boundedTo(QSize(max(width, 1), 10_000))
            if at.x() and at.x() + size.width() > width:
                at, line_px = QPoint(0, at.y() + line_px + self._line_gap_px), 0
            found.append((part, QRect(at, size)))
            at.setX(at.x() + size.width() + self._gap_px)
            line_px = max(line_px, size.height())
        return found
