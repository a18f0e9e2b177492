"""Style sheet and small parts of the transcript. Window process, window thread."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QStyle, QToolButton, QWidget

from app.ui.icons import icon
from app.ui.text_size import px
from app.ui.tokens import Colours

_LEAST_TARGET_PX = 24  # WCAG 2.2, target size; some fonts alone give less


def transcript_stylesheet(colours: Colours) -> str:
    """What the transcript's widgets look like."""
    return f"""
    QScrollArea#transcript, QWidget#column {{ background: {colours.bg}; border: none; }}
    QFrame#focus {{ background: {colours.accent}; border: none; }}
    QTextBrowser {{ background: transparent; border: none; padding: 0; color: {colours.text};
        selection-background-color: {colours.mark}; selection-color: {colours.mark_text}; }}
    QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px;
        padding: 2px 6px; font-size: 12px; color: {colours.muted}; }}
    QToolButton:hover {{ background: {colours.sel}; color: {colours.text}; }}
    QToolButton:focus {{ border-color: {colours.accent}; }}
    QToolButton#quiet {{ background: {colours.bg}; }}
    QToolButton:disabled {{ color: {colours.line}; }}
    QToolButton#go {{ background: {colours.accent}; color: {colours.on_accent}; }}
    QToolButton#go:focus {{ border-color: {colours.text}; }}
    QToolButton#floating {{ background: {colours.card}; border: 1px solid {colours.line}; border-radius: 9px;
        padding: 3px 10px; color: {colours.text}; }}
    QToolButton#floating:hover {{ background: {colours.sel}; }}
    QToolButton#floating:focus {{ border-color: {colours.accent}; }}
    QToolButton#jump {{ background: {colours.card}; border: 1px solid {colours.line}; border-radius: 17px; }}
    QToolButton#jump:hover {{ background: {colours.sel}; }}
    QToolButton#jump:focus {{ border: 2px solid {colours.accent}; }}
    QTextEdit#edit {{ background: {colours.card}; color: {colours.text}; border: 1px solid {colours.line};
        border-radius: 9px; padding: 6px 9px; font-size: 14px; }}
    QTextEdit#edit:focus {{ border-color: {colours.accent}; }}
    QFrame#find {{ background: {colours.card}; border: 1px solid {colours.line}; border-radius: 11px; }}
    QFrame#find QLineEdit {{ background: transparent; border: none; color: {colours.text}; font-size: 13px; }}
    QToolButton#fold {{ font-size: 13px; padding: 1px 4px; }}
    QLabel {{ background: transparent; border: none; font-size: 12px; color: {colours.muted}; }}
    QLabel#figures {{ color: {colours.faint}; }}
    QLabel#failure {{ color: {colours.danger}; font-size: 13px; }}
    QLabel#notice {{ color: {colours.muted}; }}
    """


class FocusLine(QFrame):
    """A line along the top of a scrolled area, there while the keyboard is on the area itself."""

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self.setObjectName("focus")
        self.hide()
        area.installEventFilter(self)

    def eventFilter(self, area: QObject, event: QEvent) -> bool:
        """Come and go with the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and isinstance(area, QWidget):
            self.setGeometry(0, 0, area.width(), 2)
            self.raise_()
            self.setVisible(event.type() is QEvent.Type.FocusIn)
        return False


class TextButton(QToolButton):
    """A button of words that the keyboard reaches, and that Enter presses as Space does."""

    def __init__(self, words: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(name)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(_LEAST_TARGET_PX)

    def show_icon(self, name: str, colours: Colours) -> None:
        """A drawing before the words."""
        size = px(13)
        self.setIcon(icon(name, colours.muted, size))
        self.setIconSize(QSize(size, size))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def sizeHint(self) -> QSize:
        """Without the two spaces that Qt leaves beside the words: they would not end where the text above them does."""
        spaces = 2 * self.fontMetrics().horizontalAdvance(" ")
        hint = super().sizeHint()
        return QSize(max(_LEAST_TARGET_PX, hint.width() - spaces), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet button is only seen with the mouse near it or the keyboard on it."""
        if self.objectName() != "quiet" or self.property("seen") or self.hasFocus() or self.underMouse():
            super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


def put(part: QWidget, place: QRect, width: int) -> None:
    """Lay a part where it belongs within `width`; `place` is counted from the side that the window is read from."""
    part.setGeometry(QStyle.visualRect(part.layoutDirection(), QRect(0, 0, width, 0), place))


def plain_label(words: str, look: str, parent: QWidget) -> QLabel:
    """A label that never guesses rich text."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(look)
    label.setText(words)
    return label
