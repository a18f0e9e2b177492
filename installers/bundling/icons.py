"""Hearth's mark as pictures, drawn by the window's own code.

Run with the environment's Python; a folder and the sizes in pixels are its arguments.
"""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from app.ui.icons import window_icon


def main(folder: str, *sizes: str) -> None:
    """Write hearth-SIZE.png for each size, and hearth.ico."""
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    icon = window_icon()
    for pixels in map(int, sizes):
        icon.pixmap(pixels, pixels).save(str(Path(folder, f"hearth-{pixels}.png")), "PNG")
    icon.pixmap(256, 256).save(str(Path(folder, "hearth.ico")), "ICO")
    application.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
