"""How large text is: what the system says or the person chose, as a factor on the sizes of the tokens.

Window process, main thread. The application's font carries the size in force, so that whatever draws text by
itself needs nothing but `px`.
"""

import re
import sys

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from app.ui.tokens import TEXT_PX

LEAST, LARGEST = 0.8, 2.0
# Where each system's font stands when nobody changed its size, in logical pixels: (from, to).
USUAL_PX = {"win32": (12.0, 12.0), "darwin": (13.0, 13.0)}
USUAL_PX_ELSEWHERE = (12.0, 15.0)  # desktops on Linux differ: 9 to 11 points at 96 dots an inch
_FONT_SIZE = re.compile(r"font-size: ([\d.]+)px")


def system_font() -> QFont:
    """The font the system uses for running text, as it is now."""
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def system_scale(font: QFont, platform: str = sys.platform) -> float:
    """How much larger than usual the system's text is; 1 where nobody changed it."""
    low, high = USUAL_PX.get(platform, USUAL_PX_ELSEWHERE)
    pixels = float(font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize())
    if pixels <= 0:
        return 1.0
    if pixels < low:
        return bounded(pixels / low)
    return bounded(pixels / high) if pixels > high else 1.0


def bounded(scale: float) -> float:
    """`scale`, no smaller and no larger than the window can be used with."""
    return max(LEAST, min(scale, LARGEST))


def text_px() -> int:
    """The size of running text now, in logical pixels."""
    pixels = QApplication.font().pixelSize()
    return pixels if pixels > 0 else TEXT_PX


def px(size: float) -> int:
    """A size of the tokens at the text size in force, in whole logical pixels."""
    return max(1, round(size * text_px() / TEXT_PX))


def sized(sheet: str, scale: float | None = None) -> str:
    """A style sheet with every font size multiplied by `scale`, or by what is in force."""
    factor = text_px() / TEXT_PX if scale is None else scale
    if factor == 1:
        return sheet
    return _FONT_SIZE.sub(lambda found: f"font-size: {float(found[1]) * factor:.1f}px", sheet)
