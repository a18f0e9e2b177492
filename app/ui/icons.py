"""Icons from `resources/icons`: one-colour SVG drawings of Lucide, painted in any colour and sharp at any scale.

Runs in the window process, on its main thread.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.services.places import resource

FOLDER = resource("icons")
SCALES = (1.0, 1.5, 2.0, 3.0)  # drawn once for each; Qt picks the one that fits the screen


@cache
def _drawing(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="ascii")


@lru_cache(maxsize=256)
def icon(name: str, colour: str, size_px: int = 16) -> QIcon:
    """The drawing `name` in `colour` (`#rrggbb`). Raises FileNotFoundError for a name that isn't there."""
    source = _drawing(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(source.encode("ascii")))
    result = QIcon()
    for scale in SCALES:
        pixels = round(size_px * scale)
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        result.addPixmap(pixmap)
    return result


def read_ahead() -> None:
    """Have all drawings in memory. On any thread."""
    for path in FOLDER.glob("*.svg"):
        _drawing(path.stem)


def paint_flame(painter: QPainter, box: QRectF, radius: float) -> None:
    """Paint the mark of the program into `box`: a glowing tile, the same in both themes."""
    glow = QLinearGradient(
        QPointF(box.left() + 0.32 * box.width(), box.top()),
        QPointF(box.left() + 0.68 * box.width(), box.bottom()),
    )
    glow.setColorAt(0.0, QColor("#f0a35a"))
    glow.setColorAt(1.0, QColor("#c8552b"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawRoundedRect(box, radius, radius)


def window_icon() -> QIcon:
    """The mark as an icon for the window and the task bar."""
    result = QIcon()
    for pixels in (16, 32, 64, 128, 256):
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_flame(painter, QRectF(0, 0, pixels, pixels), pixels * 0.29)
        painter.end()
        result.addPixmap(pixmap)
    return result
