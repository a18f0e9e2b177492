"""Which way the text in a field runs. Window process, main thread.

Qt asks the keyboard while nothing is written, and shows the caret at the left of a field whose hint stands at the
right; and what is written in a QPlainTextEdit stays at the left in every language.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.ui.markdown.visible_text import reads_from_right

_HEARD = "hearthHeard"  # a field whose text is listened to


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


class LineDirections(QObject):
    """The same for every field of one line, from when it first has the keyboard: no caret is seen before.

    Nothing is kept in Python: what belongs to a field can be gone before the field is.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusChanged.connect(self._take)

    @Slot(QWidget, QWidget)
    def _take(self, _before: QWidget | None, field: QWidget | None) -> None:
        if not isinstance(field, QLineEdit):
            return
        if not field.property(_HEARD):
            field.setProperty(_HEARD, True)
            field.textChanged.connect(self._written)
        _choose_line(field)

    @Slot()
    def _written(self) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            _choose_line(field)


def _choose_line(field: QLineEdit) -> None:
    """What is hidden, as a passphrase, runs as the window does."""
    text = field.text() if field.echoMode() is QLineEdit.EchoMode.Normal else ""
    from_right = field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    if any(map(str.isalpha, text)):
        from_right = reads_from_right(text)
    # WORKAROUND: the line's own direction can't be set but by the key that keyboards for both ways have.
    key = Qt.Key.Key_Direction_R if from_right else Qt.Key.Key_Direction_L
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def _from_right(document: QTextDocument) -> bool:
    block = document.begin()
    while block.isValid() and not any(map(str.isalpha, block.text())):
        block = block.next()
    return block.isValid() and reads_from_right(block.text())
