"""Widgets beside each other, on as many lines as the room asks for. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

_Sizes = list[tuple[QWidget, QSize]]


class Flow(QWidget):
    """Places `parts` as words are placed: from where the window's language begins, and on the next line where one is
    full. A part that is hidden takes no room. From `pushed` on, parts stand at the other end of a line that begins with
    another one. A line is at least `line_px` high."""

    def __init__(
        self,
        parts: Sequence[QWidget],
        gap_px: int,
        line_gap_px: int = 0,
        pushed: QWidget | None = None,
        line_px: int = 0,
    ) -> None:
        super().__init__()
        self._parts = parts
        self._gap_px = gap_px
        self._line_gap_px = line_gap_px
        self._line_px = line_px
        self._pushed = list(parts[list(parts).index(pushed) :]) if pushed is not None else []
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
        lines = self._lines(width)
        return sum(map(self._height_px, lines)) + self._line_gap_px * max(len(lines) - 1, 0)

    def sizeHint(self) -> QSize:
        """All on one line."""
        wide = sum(part.sizeHint().width() + self._gap_px for part in self._shown())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """What each part can be in alone; who lays this out asks for the height at a width."""
        hints = [part.minimumSizeHint() for part in self._shown()]
        widest = max((hint.width() for hint in hints), default=0)
        return QSize(widest, max((hint.height() for hint in hints), default=0))

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
        spare_px = max(self.height() - self.heightForWidth(self.width()), 0)
        for part, place in self._places(self.width()):
            place.moveTop(place.top() + spare_px // 2)
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Where each part goes, as if everything began at the left."""
        found: list[tuple[QWidget, QRect]] = []
        top = 0
        for line in self._lines(width):
            line_px = self._height_px(line)
            left = room = 0
            if line[0][0] not in self._pushed:
                room = width - sum(size.width() for _, size in line) - self._gap_px * (len(line) - 1)
            for part, size in line:
                if part in self._pushed:
                    left, room = left + max(room, 0), 0
                found.append((part, QRect(QPoint(left, top + (line_px - size.height()) // 2), size)))
                left += size.width() + self._gap_px
            top += line_px + self._line_gap_px
        return found

    def _height_px(self, line: _Sizes) -> int:
        return max(self._line_px, *(size.height() for _, size in line))

    def _lines(self, width: int) -> list[_Sizes]:
        """The parts of each line with their sizes."""
        lines: list[_Sizes] = []
        at = 0
        for part in self._shown():
            hint = part.sizeHint()
            size = hint.boundedTo(QSize(max(width, 1), 10_000))
            if size.width() < hint.width() and part.hasHeightForWidth():
                size.setHeight(part.heightForWidth(size.width()))
            if not lines or at + size.width() > width:
                lines.append([])
                at = 0
            lines[-1].append((part, size))
            at += size.width() + self._gap_px
        return lines
