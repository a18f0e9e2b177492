"""What stands in a document as one character and is painted by us: tables and formulas.

Window process, window thread. Qt's own tables make every later edit of the same document slower, so each table
has a document of its own, and the text around it only a place for it.
"""

from typing import Protocol

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from app.domain.utf16 import utf16_length

OBJECT_KIND = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT_CHARACTER = "\ufffc"
LINE_SEPARATOR = "\u2028"  # a line end within a paragraph
_NUMBER = QTextFormat.Property.UserProperty.value + 1


class Drawn(Protocol):
    """Something painted into a text."""

    def extent(self) -> QSizeF:
        """How much room it takes, in pixels."""

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint it into `rect`."""

    def words(self) -> str:
        """What it says, for copying."""


class ObjectPainter(QPyTextObject):
    """Asked by Qt for size and painting of the objects of one document; knows them by their numbers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._objects: dict[int, Drawn | None] = {}  # None: its place in the order is taken
        self.next_number = 1

    def add(self, drawn: Drawn, shape: QTextCharFormat) -> QTextCharFormat:
        """The format of the one character that stands for `drawn`, made from `shape`."""
        made = QTextCharFormat(shape)
        made.setObjectType(OBJECT_KIND)
        made.setProperty(_NUMBER, self.next_number)
        self._objects[self.next_number] = drawn
        self.next_number += 1
        return made

    def reserve(self) -> int:
        """A number for an object that comes later to where the text is now."""
        self._objects[self.next_number] = None
        self.next_number += 1
        return self.next_number - 1

    def fill(self, number: int, drawn: Drawn, shape: QTextCharFormat) -> QTextCharFormat:
        """The format of a reserved object's character, made from `shape`."""
        made = QTextCharFormat(shape)
        made.setObjectType(OBJECT_KIND)
        made.setProperty(_NUMBER, number)
        self._objects[number] = drawn
        return made

    def forget_from(self, number: int) -> None:
        """The objects from `number` on are gone from the document."""
        while self._objects and next(reversed(self._objects)) >= number:
            self._objects.popitem()

    def at(self, shape: QTextFormat) -> Drawn | None:
        """What a character of this format stands for."""
        return self._objects.get(shape.intProperty(_NUMBER))

    def intrinsicSize(self, _document: QTextDocument, _position: int, shape: QTextFormat) -> QSizeF:
        """How much room it takes."""
        drawn = self.at(shape)
        return drawn.extent() if drawn is not None else QSizeF(1, 1)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        shape: QTextFormat,
    ) -> None:
        """Paint it."""
        drawn = self.at(shape)
        if drawn is not None:
            drawn.paint(painter, QRectF(rect))


def words_between(document: QTextDocument, objects: ObjectPainter, start: int, end: int) -> str:
    """What stands between two positions of a document, tables and formulas as their words."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    parts: list[str] = []
    place = QTextCursor(document)
    for number, piece in enumerate(cursor.selectedText().split(OBJECT_CHARACTER)):
        if number:
            start += 1
            place.setPosition(start)
            drawn = objects.at(place.charFormat())
            parts.append(drawn.words() if drawn is not None else "")
        parts.append(piece.replace("\u2029", "\n").replace(LINE_SEPARATOR, "\n").replace("\xa0", " "))
        start += utf16_length(piece)
    return "".join(parts)
