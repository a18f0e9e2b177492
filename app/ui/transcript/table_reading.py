"""What screen readers are told of a table's box: its words, a cell after the other. Window process, window thread.

WORKAROUND Qt 6.12: the text it has of a table for screen readers has U+FDD0 before each cell and U+FDD1 at the end.
Here tabs and line ends stand in their place, so that each letter keeps the number that Qt knows it by.
"""

import functools
import sys
from typing import TYPE_CHECKING, cast
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleTextInterface,
    QTextCursor,
)
from PySide6.QtWidgets import QAccessibleWidget

if TYPE_CHECKING:
    from app.ui.transcript.overlays import TableBox


class TableReading(QAccessibleWidget):
    """One box, as screen readers know it. Qt takes it away with the box; PySide keeps its shell: it holds nothing."""

    def __init__(self, box: "TableBox") -> None:
        super().__init__(box, QAccessible.Role.StaticText)
        self._text, self._act = _Letters(self), _Focus(self)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """The address of its text or of what can be done with it.

        A number by its declaration; what PySide takes for an address, and for none, is a pointer of its own.
        """
        served: dict[QAccessible.InterfaceType, shiboken6.Object] = {
            QAccessible.InterfaceType.TextInterface: self._text,
            QAccessible.InterfaceType.ActionInterface: self._act,
        }
        part = served.get(kind)
        address = shiboken6.getCppPointer(part)[0] if part is not None else 0
        return cast("int", shiboken6.VoidPtr(address))

    def state(self) -> QAccessible.State:
        """Text of several lines that can be chosen and not changed."""
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state


class _Focus(QAccessibleActionInterface):
    """Gives the box the keyboard."""

    def __init__(self, reading: TableReading) -> None:
        super().__init__()
        self._of = ref(reading)

    def actionNames(self) -> list[str]:
        """What can be done."""
        return [QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:
        """Do it."""
        reading = self._of()
        if reading is not None and name == QAccessibleActionInterface.setFocusAction():
            cast("TableBox", reading.object()).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyBindingsForAction(self, _name: str) -> list[str]:
        """None."""
        return []


class _Letters(QAccessibleTextInterface):
    """The text of the box."""

    def __init__(self, reading: TableReading) -> None:
        super().__init__()
        self._of = ref(reading)

    @property
    def _box(self) -> "TableBox":
        reading = self._of()
        assert reading is not None, "it goes with this"
        return cast("TableBox", reading.object())

    def text(self, start: int, end: int) -> str:
        """The letters between two numbers."""
        return self._box.table.spoken()[max(0, start) : max(0, end)]

    def characterCount(self) -> int:
        """How many letters there are."""
        return self._box.table.characterCount() - 1

    def cursorPosition(self) -> int:
        """The number of the letter that the keyboard is at."""
        return self._box.textCursor().position()

    def setCursorPosition(self, position: int) -> None:
        """Bring the keyboard to a letter."""
        self._box.setTextCursor(self._cursor(position))

    def selectionCount(self) -> int:
        """None that is told: PySide can't tell where one begins and ends."""
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Choose letters."""
        cursor = self._cursor(start)
        cursor.setPosition(self._bounded(end), QTextCursor.MoveMode.KeepAnchor)
        self._box.setTextCursor(cursor)

    def setSelection(self, _number: int, start: int, end: int) -> None:
        """Choose others instead."""
        self.addSelection(start, end)

    def removeSelection(self, _number: int) -> None:
        """Choose none."""
        self._box.setTextCursor(self._cursor(self.cursorPosition()))

    def characterRect(self, offset: int) -> QRect:
        """Where a letter stands on the screen."""
        rect = self._box.cursorRect(self._cursor(offset))
        after = self._box.cursorRect(self._cursor(offset + 1))
        width = after.left() - rect.left() if after.top() == rect.top() else 0
        at = self._box.viewport().mapToGlobal(rect.topLeft())
        return QRect(at.x() + min(width, 0), at.y(), max(1, abs(width)), rect.height())

    def offsetAtPoint(self, point: QPoint) -> int:
        """The letter at a point of the screen."""
        return self._box.cursorForPosition(self._box.viewport().mapFromGlobal(point)).position()

    def scrollToSubstring(self, start: int, _end: int) -> None:
        """Bring a letter into sight."""
        self.setCursorPosition(start)
        self._box.ensureCursorVisible()

    def _cursor(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self._box.table)
        cursor.setPosition(self._bounded(position))
        return cursor

    def _bounded(self, position: int) -> int:
        return max(0, min(position, self.characterCount()))


@functools.cache
def read_tables() -> None:
    """Have screen readers told of tables in this way, where that was tried; before the first box is made."""
    if sys.platform == "linux":
        QAccessible.installFactory(_told)


def _told(kind: str, thing: QObject) -> QAccessibleInterface | None:
    return TableReading(cast("TableBox", thing)) if kind == "TableBox" else None
