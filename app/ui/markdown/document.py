"""A text document that loads nothing. Window process, window thread."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextOption


class SealedDocument(QTextDocument):
    """A document that answers every request for a resource with a picture of one transparent pixel.

    Nothing in our documents asks for one. Should anything ever do (Qt opens `//host/share` and `file://host`
    by itself when `loadResource` returns nothing), it gets this pixel, and `requests` tells how often.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.requests = 0
        self._pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._pixel.fill(0)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        option = QTextOption()
        # Long words and addresses break anywhere rather than run out of the column.
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)

    def loadResource(self, _kind: int, _name: QUrl | str) -> QImage:
        """One transparent pixel, whatever is asked for."""
        self.requests += 1
        return self._pixel
