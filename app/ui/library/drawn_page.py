"""A page as it looks, with a passage marked. Window process, main thread; the picture comes from another process."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.document import PageImage

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
MARK = QColor("#ffd75e")  # a marker pen on paper, in either theme: pages are paper


class DrawnPage(QWidget):
    """The picture of a page, as wide as there is room.

    Attributes: `marked`, where the passage stands, in pixels of the picture.
    """

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self.marked: list[QRect] = []
        rule = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)

    def show_page(self, image: PageImage, name: str) -> bool:
        """Show a page; `name` is read out for it. False when the picture can't be read."""
        # By its first bytes Qt chooses the reader: none but the one for PNG may see what came from a document.
        picture = QImage.fromData(image.png) if image.png.startswith(PNG_SIGNATURE) else QImage()
        if picture.isNull():
            return False
        self._picture = picture
        self.marked = [
            QRect(left, top, right - left, bottom - top)
            for rectangles in image.marks
            for left, top, right, bottom in rectangles
        ]
        self.setAccessibleName(name)
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.update()
        return True

    def heightForWidth(self, width: int) -> int:
        if self._picture.isNull():
            return 0
        return round(self._picture.height() * width / self._picture.width())

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, _event: object) -> None:
        if not self._picture.isNull():
            self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._picture)
        scale = self.width() / self._picture.width()
        painter.scale(scale, scale)
        # Darkens paper and leaves ink: print under the mark stays what it was.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for place in self.marked:
            painter.fillRect(place, MARK)
        painter.end()
