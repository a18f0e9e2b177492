"""The question field: plain text that grows, its keys, and what may be pasted. Window process, main thread."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from app.ui.composer.history import History
from app.ui.composer.pasted_picture import pasted_picture
from app.ui.composer.send_key import SendKey
from app.ui.escape import keeps_escape
from app.ui.field_direction import FieldDirection

FIELD_MIN_PX = 38
FIELD_USUAL_PX = 220
PASTE_LIMIT_CHARS = 2_000_000  # far beyond any context; keeps a slip of the hand from stalling the window
LONG_PASTE_CHARS = 5000  # from here on a paste is folded into a card
LONG_PASTE_LINES = 100


def local_files(source: QMimeData) -> list[Path]:
    """The files of this computer that a drop or paste names; none on other machines, which would be asked."""
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile() and not url.host()]


class QuestionField(QTextEdit):
    """Plain text that grows with its lines up to a limit. One key sends, Shift+Enter always starts a line.

    Signals:
        send_wished: the key that sends was pressed.
        pasted_too_much: a paste was cut.
        pasted_long: a paste that is better folded, as text.
        files_wished: files were pasted or dropped, as list[Path].
        picture_pasted: a picture that isn't a file was pasted or dropped, as its bytes, a Picture, or None for one that
            can't be taken.
        list_key: a key while the list of saved prompts is open, as Qt.Key.
    """

    send_wished = Signal()
    pasted_too_much = Signal()
    pasted_long = Signal(str)
    files_wished = Signal(object)
    picture_pasted = Signal(object)
    list_key = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.history = History()
        self.list_open = False  # the list of saved prompts is shown, and takes some keys
        self._send_key = SendKey.ENTER
        self._most_px = FIELD_USUAL_PX
        self.setProperty("look", "composer")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(FIELD_MIN_PX)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        FieldDirection(self)

    def set_send_key(self, key: SendKey) -> None:
        """Choose what sends."""
        self._send_key = key

    def set_most(self, height_px: int) -> None:
        """How tall the field may become before it scrolls."""
        self._most_px = max(FIELD_MIN_PX, height_px)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, begin a line, walk through earlier questions, or hand the key to the open list."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        bare = not (ctrl or shift or modifiers & Qt.KeyboardModifier.AltModifier)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        arrow = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if self.list_open and bare and (enter or arrow or key in (Qt.Key.Key_Tab, Qt.Key.Key_Escape)):
            self.list_key.emit(key)
        elif enter and not shift and (ctrl or self._send_key is SendKey.ENTER):
            self.send_wished.emit()
        elif enter:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif not (arrow and bare and self._walk(key)):
            super().keyPressEvent(event)
            return
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Escape folds the open list before it does anything else in the window."""
        return (self.list_open and keeps_escape(event)) or super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """While the list is open, the Tab key takes its line."""
        return False if self.list_open else super().focusNextPrevChild(forward)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and files, and nothing else: no markup."""
        return source.hasText() or source.hasImage() or bool(local_files(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take files, else the plain text of what was pasted or dropped."""
        files = local_files(source)
        if files:
            self.files_wished.emit(files)
            return
        if source.hasImage() and not source.hasText():
            self.picture_pasted.emit(pasted_picture(source))
            return
        text = source.text().replace("\0", "")
        if len(text) > PASTE_LIMIT_CHARS:
            text = text[:PASTE_LIMIT_CHARS]
            self.pasted_too_much.emit()
        if len(text) >= LONG_PASTE_CHARS or text.count("\n") >= LONG_PASTE_LINES:
            self.pasted_long.emit(text)
        else:
            self.insertPlainText(text)

    def put(self, text: str) -> None:
        """Put a text into the field, the cursor behind it. It can be undone as typing can."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _walk(self, key: Qt.Key) -> bool:
        """An earlier question from the first line, a later one from the last; whether there was one."""
        up = key is Qt.Key.Key_Up
        if not self._at_edge(QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down):
            return False
        text = self.toPlainText()
        found = self.history.older(text) if up else self.history.newer(text)
        if found is None:
            return False
        self.put(found)
        if up:  # so that the next press goes on walking, also through questions of many lines
            self.moveCursor(QTextCursor.MoveOperation.Start)
        return True

    def _at_edge(self, move: QTextCursor.MoveOperation) -> bool:
        """Whether there is no line, as they are shown, in that direction. No selection is given up for it."""
        cursor = self.textCursor()
        return not cursor.hasSelection() and not cursor.movePosition(move)

    @Slot()
    def _grow(self) -> None:
        wanted = int(self.document().size().height()) + 2
        self.setFixedHeight(max(FIELD_MIN_PX, min(self._most_px, wanted)))
