"""The least a PySide6 program can be: one empty window. What Hearth's window is measured against."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = QWidget()
    window.setWindowTitle("Hearth")
    window.resize(1360, 860)
    window.show()
    sys.exit(application.exec())
