"""How well the text of a widget stands out from what is behind it, told from the pixels that are really drawn.

Drawn three times as large as on the screen, the strokes of letters have pixels in their midst that no smoothing has
mixed with the ground: those, and nothing else, are taken for the colours of the text.
"""

from collections import Counter

import numpy
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from app.ui.tokens import Colours
from tests.ui.test_everywhere import contrast

SCALES = (3, 6)  # the first is that of the largest drawings of icons; thin letters need the second
BESIDE = 1.5  # a surface beside another one is no text
LEAST_SHARE = 0.06  # of all letters' pixels: less is where the edge of a small drawing runs along a pixel
LEAST_PIXELS = 12  # of a colour: fewer are a corner where two edges met
# What text stands on, and lines; none of them is a colour that letters have.
SURFACES = ("bg", "panel", "card", "line", "sel", "code", "accent_soft", "local_soft", "cloud_soft", "mark")


def drawn(window: QWidget, place: QRect, scale: int) -> QImage:
    """A part of `window` (in its own coordinates) as it is drawn, larger."""
    image = QImage(place.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    window.render(painter, QPoint(0, 0), QRegion(place))
    painter.end()
    return image


def colours_in(image: QImage) -> Counter[str]:
    """The colours of pixels whose eight neighbours have the same, and how many there are of each."""
    pixels = numpy.frombuffer(image.constBits(), numpy.uint32).reshape(image.height(), -1)
    pixels = numpy.bitwise_and(pixels[:, : image.width()], numpy.uint32(0xFFFFFF))
    inner = pixels[1:-1, 1:-1]
    same = numpy.ones(inner.shape, bool)
    height, width = pixels.shape
    for down in range(3):
        for right in range(3):
            same &= pixels[down : height - 2 + down, right : width - 2 + right] == inner
    values, counts = numpy.unique(inner[same], return_counts=True)
    return Counter({f"#{value:06x}": int(count) for value, count in zip(values, counts, strict=True)})


def weakest(window: QWidget, place: QRect, colours: Colours) -> tuple[float, str, str]:
    """The least contrast of a text in `place` with its ground, and both; (21, "", "") where no text is found."""
    surfaces = {getattr(colours, name) for name in SURFACES}
    for scale in SCALES:
        found = colours_in(drawn(window, place, scale))
        if not found:
            continue
        ground = found.most_common(1)[0][0]
        del found[ground]
        letters = sum(count for colour, count in found.items() if colour not in surfaces)
        least = max(LEAST_PIXELS, LEAST_SHARE * letters)
        told = [
            (contrast(colour, ground), colour, ground) for colour, count in found.items() if count >= least
        ]
        told = [one for one in told if one[1] not in surfaces or one[0] >= BESIDE]
        if told:
            return min(told)
    return 21.0, "", ""
