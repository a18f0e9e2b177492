"""A picture on the clipboard that is no file, as what the throw-away reader is given. Window process, main thread.

The bytes of a PNG or JPEG are taken as they are and not looked into here. Where a program gave pixels instead (this
one, or by way of the system's clipboard on Windows and macOS), they are made smaller and handed over as pixels.
"""

import sys
from typing import Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QPainter

from app.domain.picture import LONGEST_PX, Picture

FILES: Final = ("image/png", "image/jpeg")
_MOST_PX: Final = 2 * LONGEST_PX  # of the longer side; what a model looks at has half of it


def pasted_picture(source: QMimeData) -> bytes | Picture | None:
    """The picture in `source`; None where there is none that can be taken without decoding a stranger's file here."""
    for form in FILES:
        if source.hasFormat(form):
            data = bytes(source.data(form).data())
            return data or None
    if sys.platform.startswith("linux") and any(form.startswith("image/") for form in source.formats()):
        return None
    image = source.imageData()
    return pixels_of(image) if isinstance(image, QImage) and not image.isNull() else None


def pixels_of(image: QImage) -> Picture:
    """Its pixels, transparent ones on white."""
    if max(image.width(), image.height()) > _MOST_PX:
        image = image.scaled(
            _MOST_PX,
            _MOST_PX,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    whole = QImage(image.size(), QImage.Format.Format_RGB888)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    painter.drawImage(0, 0, image)
    painter.end()
    width, height, line = whole.width(), whole.height(), whole.bytesPerLine()
    data = bytes(whole.constBits())
    if line != 3 * width:  # lines begin at multiples of four bytes
        data = b"".join(data[place : place + 3 * width] for place in range(0, line * height, line))
    return Picture(width, height, data)
