"""Which way the text in a field runs. Window process, main thread.

Qt asks the keyboard while nothing is written, and shows the caret at the left of a field whose hint stands at the
right; and what is written in a QPlainTextEdit stays at the left in every language.
"""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from app.ui.markdown.visible_text import reads_from_right


class FieldDirection(QObject):
    """An empty field runs as the window does, a written one as its first letter says. `field` owns it."""

    def __init__(self, field: QTextEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        field.document().contentsChanged.connect(self._choose)
        self._choose()

    @Slot()
    def _choose(self) -> None:
        document = self._field.document()
        of_window = self._field.layoutDirection()
        option = document.defaultTextOption()
        wished = of_window if document.isEmpty() else Qt.LayoutDirection.LayoutDirectionAuto
        side = option.alignment()
        if isinstance(self._field, QPlainTextEdit):  # QTextEdit does this for each paragraph
            from_right = of_window is Qt.LayoutDirection.RightToLeft
            if not document.isEmpty():
                from_right = _from_right(document)
            side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
            side |= Qt.AlignmentFlag.AlignAbsolute
        if option.textDirection() is not wished or option.alignment() != side:
            option.setTextDirection(wished)
            option.setAlignment(side)
            document.setDefaultTextOption(option)


def _from_right(document: QTextDocument) -> bool:
    block = document.begin()
    while block.isValid() and not any(map(str.isalpha, block.text())):
        block = block.next()
    return block.isValid() and reads_from_right(block.text())
