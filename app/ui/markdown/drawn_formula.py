"""A formula in a text: its outline, filled in the text's colour. Window process, window thread."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QTextCharFormat

from app.domain.typesetting import Outline
from app.ui.markdown.nodes import Formula
from app.ui.markdown.plain import formula_text

MOST_NUMBERS = 60_000
_LARGEST_EM = 500.0
_STEPS = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}


class DrawnFormula:
    """Stands on the baseline of its line; what hangs below it is painted under the line's own room.

    Attributes:
        below_px: how far it reaches below the baseline.
    """

    def __init__(self, formula: Formula, outline: Outline, base: QTextCharFormat, room_px: float) -> None:
        em = base.font().pixelSize() * (1.22 if formula.display else 1.1)
        self._scale = min(em, room_px / max(0.1, outline.width))
        self._outline = outline
        self._path = path_of(outline)
        self._colour = QColor(base.foreground().color())
        self._words = formula_text(formula)
        self.below_px = max(0.0, (outline.top + outline.height) * self._scale)

    def extent(self) -> QSizeF:
        """Its width, and its height above the baseline."""
        return QSizeF(self._outline.width * self._scale + 1, max(1.0, -self._outline.top * self._scale))

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Fill it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.left() - self._outline.left * self._scale, rect.bottom())
        painter.scale(self._scale, self._scale)
        painter.fillPath(self._path, self._colour)
        painter.restore()

    def words(self) -> str:
        """Its source."""
        return self._words


class Strut:
    """Nothing to see: makes room below the baseline, which Qt gives to no object that stands on it."""

    def __init__(self, below_px: float, base: QTextCharFormat) -> None:
        # Qt centres a middle-aligned object on half the height of an x: it reaches this far below the baseline.
        self._height = 2 * below_px + QFontMetricsF(base.font()).xHeight() / 2

    def extent(self) -> QSizeF:
        """No width."""
        return QSizeF(0, self._height)

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Nothing."""

    def words(self) -> str:
        """Nothing."""
        return ""


def drawable(outline: Outline) -> bool:
    """Whether an outline that came from another process is one that we fill."""
    sizes = (outline.left, outline.top, outline.width, outline.height, *outline.numbers)
    return (
        len(outline.numbers) <= MOST_NUMBERS
        and all(abs(one) < _LARGEST_EM for one in sizes)  # and none is NaN
        and outline.width > 0
        and outline.height > 0
        and sum(_STEPS.get(one, 1 << 20) for one in outline.commands) == len(outline.numbers)
    )


def path_of(outline: Outline) -> QPainterPath:
    """The outline as Qt fills it."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    at = 0
    for command in outline.commands:
        end = at + _STEPS[command]
        n = outline.numbers[at:end]
        match command:
            case "M":
                path.moveTo(n[0], n[1])
            case "L":
                path.lineTo(n[0], n[1])
            case "Q":
                path.quadTo(n[0], n[1], n[2], n[3])
            case "C":
                path.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
            case _:
                path.closeSubpath()
        at = end
    return path
