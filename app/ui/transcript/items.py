"""What a person said, as a widget; answers are in `answer`. Window process, window thread."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.conversation import Message
from app.ui.markdown.nodes import Plain
from app.ui.markdown.stream import SHOWN_CHARS
from app.ui.markdown.style import TextStyle
from app.ui.markdown.visible_text import visible
from app.ui.text_size import px
from app.ui.transcript import wording
from app.ui.transcript.bubble_pictures import BubblePictures, NamedPicture
from app.ui.transcript.edit_box import EditBox
from app.ui.transcript.look import TextButton, put
from app.ui.transcript.text_body import TextBody
from app.ui.transcript.versions import HEIGHT_PX as VERSIONS_PX
from app.ui.transcript.versions import VersionSwitch

BUBBLE_SHARE = 0.82
_PADDING_X = 14
_PADDING_Y = 10
_LIFT_PX = 2  # the room that a line's height adds stands above its letters
_BUTTON_PX = 24


class UserBubble(QWidget):
    """What the person wrote, letter for letter, at the far side: the right, or the left in a window read from there.

    Signals: `height_changed()`, `edit_requested(text)`, `copy_requested(text)`, `version_requested(message_id)`.
    """

    height_changed = Signal()
    edit_requested = Signal(str)
    copy_requested = Signal(str)
    version_requested = Signal(str)

    def __init__(self, message: Message, style: TextStyle, parent: QWidget) -> None:
        super().__init__(parent)
        self._message = message
        self._colours = style.colours
        self._editor: EditBox | None = None
        self._bubble = QRectF()
        self.setAccessibleName(wording.your_message())
        self._body = TextBody(style, wording.your_message(), self)
        self._body.show_blocks(0, user_blocks(message.text))
        self._pictures = BubblePictures(self)
        self._edit = TextButton(wording.edit(), wording.edit_message(), self)
        self._copy = TextButton(wording.copy(), wording.copy_message(), self)
        for button in (self._edit, self._copy):
            button.setObjectName("quiet")
            button.setToolTip(button.accessibleName())
        self._edit.clicked.connect(self.begin_edit)
        self._copy.clicked.connect(lambda: self.copy_requested.emit(self._message.text))
        self.switch = VersionSwitch(self)
        self.switch.version_requested.connect(self.version_requested)

    @property
    def editor(self) -> EditBox | None:
        """Where the message is written anew, while it is."""
        return self._editor

    def begin_edit(self) -> None:
        """Put a field in the place of the text."""
        if self._editor is not None:
            return
        self._editor = EditBox(self._message.text, self)
        self._editor.sent.connect(self._edited)
        self._editor.given_up.connect(self.end_edit)
        self._editor.grew.connect(self.height_changed)
        for widget in (self._body, self._edit, self._copy):
            widget.hide()
        self._pictures.set_visible(False)
        self._editor.show()
        self.height_changed.emit()
        self._editor.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_edit(self) -> None:
        """Show the text again."""
        if self._editor is None:
            return
        editor, self._editor = self._editor, None
        focused = editor.isAncestorOf(QApplication.focusWidget() or self)
        editor.hide()
        editor.deleteLater()
        for widget in (self._body, self._edit, self._copy):
            widget.show()
        self._pictures.set_visible(True)
        self.height_changed.emit()
        if focused:
            self._edit.setFocus(Qt.FocusReason.TabFocusReason)

    def set_versions(self, ids: Sequence[str]) -> None:
        """All versions of this message."""
        self.switch.set_versions(ids, self._message.id)

    def set_pictures(self, pictures: Sequence[NamedPicture]) -> None:
        """The pictures that the model saw with this question."""
        self._pictures.show(pictures)
        self._pictures.set_visible(self._editor is None)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The buttons can be seen while the mouse is here."""
        self._show_buttons(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """They go again."""
        self._show_buttons(False)
        super().leaveEvent(event)

    def bodies(self) -> list[TextBody]:
        """The one text."""
        return [self._body]

    def focusables(self) -> list[QWidget]:
        """The text and its buttons, or the field that stands in its place."""
        if self._editor is not None:
            return self._editor.focusables()
        return [*self._body.focusables(), self._edit, self._copy, *self.switch.focusables()]

    def restyle(self, style: TextStyle) -> None:
        """Take other colours."""
        self._colours = style.colours
        self._body.restyle(style)
        self.update()

    def place(self, width: int) -> int:
        """As wide as the text, at most `BUBBLE_SHARE` of the column; a field has the whole width."""
        if self._editor is not None:
            height = self._editor.place(width)
            self._editor.setGeometry(0, 0, width, height)
            self._bubble = QRectF()
            return height + self._place_switch(width, height)
        most = int(width * BUBBLE_SHARE) - 2 * _PADDING_X
        text_width = max(self._body.natural_width(most), self._pictures.natural_width(most))
        left = 0 if self.isRightToLeft() else width - text_width - 2 * _PADDING_X
        # The last block's bottom margin and the body's spare pixel belong to no text.
        above = self._pictures.place(left + _PADDING_X, _PADDING_Y, text_width)
        height = above + self._body.place(left + _PADDING_X, _PADDING_Y - _LIFT_PX + above, text_width)
        self._bubble = QRectF(left, 0, text_width + 2 * _PADDING_X, height + 2 * _PADDING_Y)
        height += 2 * _PADDING_Y
        self._place_buttons(width)
        return height + self._place_switch(width, height)

    def _place_buttons(self, width: int) -> None:
        """Beside the bubble, at its foot; over its near end where there is no room."""
        sizes = [button.sizeHint().width() for button in (self._copy, self._edit)]
        right = max(width - int(self._bubble.width()) - 6, sum(sizes) + 4)
        top = int(self._bubble.bottom()) - px(_BUTTON_PX) - 4
        for button, size in zip((self._copy, self._edit), sizes, strict=True):
            right -= size
            put(button, QRect(right, top, size, px(_BUTTON_PX)), width)
            right -= 2

    def _place_switch(self, width: int, top: int) -> int:
        if not self.switch.count:
            return 0
        size = self.switch.sizeHint().width()
        left = 0 if self.isRightToLeft() else width - size
        self.switch.setGeometry(left, top + 2, size, px(VERSIONS_PX))
        return px(VERSIONS_PX) + 2

    def _show_buttons(self, seen: bool) -> None:
        for button in (self._edit, self._copy):
            button.setProperty("seen", seen)
            button.update()

    def _edited(self, text: str) -> None:
        if text == self._message.text:
            self.end_edit()
        else:
            self.edit_requested.emit(text)

    def show_near(self, _low: float, _high: float) -> None:
        """Plain text has nothing that waits to be seen."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bubble, with one tight corner at its far side."""
        if self._editor is not None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(self._bubble, 14, 14)
        far = self._bubble.left() if self.isRightToLeft() else self._bubble.right() - 28
        corner = QRectF(far, self._bubble.bottom() - 28, 28, 28)
        path.addRoundedRect(corner, 4, 4)
        painter.fillPath(path, QColor(self._colours.sel))


def user_blocks(text: str) -> tuple[Plain, ...]:
    """A person's own text as blocks: not read as Markdown, cut where it is endless."""
    return (Plain(visible(text[:SHOWN_CHARS])),)
