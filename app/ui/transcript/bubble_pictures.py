"""The small pictures over a question. Window process, window thread.

They are made from pixels: no picture file is ever decoded here.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.picture import Picture
from app.ui.markdown.visible_text import visible
from app.ui.transcript import wording

NamedPicture = tuple[str, Picture]

HEIGHT_PX = 120
_GAP_PX = 6


class BubblePictures:
    """A row of pictures, broken where the bubble has no more room. `owner` is their parent."""

    def __init__(self, owner: QWidget) -> None:
        self._owner = owner
        self._labels: list[QLabel] = []

    def show(self, pictures: Sequence[NamedPicture]) -> None:
        """Show these instead of what was shown."""
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        for name, picture in pictures:
            label = QLabel(self._owner)
            label.setPixmap(_pixmap(picture))
            label.resize(label.pixmap().deviceIndependentSize().toSize())
            label.setAccessibleName(wording.picture(visible(name)))
            label.show()
            self._labels.append(label)

    def natural_width(self, most: int) -> int:
        """How wide they are beside each other, at most `most` pixels."""
        return min(sum(label.width() + _GAP_PX for label in self._labels), most)

    def place(self, left: int, top: int, width: int) -> int:
        """Lay them out from `left` to the right, in a window read from the right the other way; returns the height."""
        if not self._labels:
            return 0
        mirrored = self._owner.layoutDirection() is Qt.LayoutDirection.RightToLeft
        across, down = 0, top
        for label in self._labels:
            if across and across + label.width() > width:
                across, down = 0, down + HEIGHT_PX + _GAP_PX
            label.move(left + (width - across - label.width() if mirrored else across), down)
            across += label.width() + _GAP_PX
        return down + HEIGHT_PX + _GAP_PX - top

    def set_visible(self, visible: bool) -> None:
        """Hide them while the text is written anew."""
        for label in self._labels:
            label.setVisible(visible)


def _pixmap(picture: Picture) -> QPixmap:
    image = QImage(
        picture.pixels, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888
    )
    pixmap = QPixmap.fromImage(image)  # which copies the bytes
    return pixmap.scaled(
        2 * HEIGHT_PX,
        HEIGHT_PX,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
