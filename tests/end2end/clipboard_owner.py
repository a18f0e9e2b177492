"""Another program of the desktop that has a picture on its clipboard: PNG_FILE, offered as a screenshot's tool does.

Says "ready" on its standard output once others can paste, and stays until it is ended.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if __name__ == "__main__":
    application = QGuiApplication(sys.argv)
    offered = QMimeData()
    offered.setData("image/png", Path(sys.argv[1]).read_bytes())
    clipboard = application.clipboard()
    clipboard.setMimeData(offered)
    print("ready" if clipboard.ownsClipboard() else "refused", flush=True)
    application.exec()
