"""The few building blocks every page uses: plain labels, buttons, tiles, rules. Window process, main thread.

Text from models, files and people must never reach a widget that guesses rich text; labels made here can't.
"""

import html
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from app.ui.icons import icon, paint_flame
from app.ui.markdown.visible_text import reads_from_right
from app.ui.text_size import px
from app.ui.theme import Theme


def set_look(widget: QWidget, look: str) -> None:
    """Choose the widget's rules in the style sheet, now or later."""
    widget.setProperty("look", look)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def holds_keyboard(part: QWidget) -> bool:
    """Whether the keyboard of the part's window is within it. (A part's own `focusWidget` is what had it last there,
    also when it is elsewhere by now.)"""
    focused = part.window().focusWidget()
    return focused is not None and part.isAncestorOf(focused)


def plain_tip(text: str) -> str:
    """`text` for a tooltip or another place that guesses rich text: shown letter for letter."""
    return f"<span>{html.escape(text)}</span>" if text else ""


def plain_caption(text: str) -> str:
    """`text` for a button or a menu, where a single & would become an underline."""
    return " ".join(text.split()).replace("&", "&&")


SPACE_PX, DEEP_PX = 6, 6
ICON_PX, MOST_ALONE_PX = 16, 24  # of a drawing; without words it is no larger than the buttons have room for
PILL_PX = 28


class PlainLabel(QLabel):
    """A label that shows its text letter for letter, whatever is in it."""

    _more_px = 0  # of height

    def __init__(
        self, text: str = "", look: str = "", wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)  # which a policy of ours would take back
            self.setSizePolicy(policy)
        if look:
            self.setProperty("look", look)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            # Qt would put a text of other letters to the left, and asks the first font alone how deep letters reach.
            self._more_px = 0 if look.startswith("tag") else px(DEEP_PX)
            edge = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
            self.setAlignment(edge | Qt.AlignmentFlag.AlignVCenter)
            if wrap:
                # WORKAROUND: Qt draws a wrapped line from the right too far to the left, by the space at its end.
                self.setContentsMargins(px(SPACE_PX), 0, 0, 0)

    def sizeHint(self) -> QSize:
        """Arabic letters reach deeper than the first font's."""
        return super().sizeHint() + QSize(0, self._more_px)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return super().minimumSizeHint() + QSize(0, self._more_px)

    def heightForWidth(self, width: int) -> int:
        """The same; -1 where the height doesn't depend on the width."""
        height = super().heightForWidth(width)
        return height + self._more_px if height >= 0 else height

    def say(self, words: str) -> None:
        """Show `words`; without any, take no room."""
        self.setText(words)
        self.setVisible(bool(words))


class ElidedLabel(PlainLabel):
    """One line that ends in … where there is no room; the whole text stays its accessible name."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, look, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(20, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """As high as one line, also of a text with line breaks."""
        lines = self.text().count("\n")
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() - lines * self.fontMetrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, shortened to the width."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        painter.drawText(self.rect(), self.alignment(), self.shown_text())

    def shown_text(self) -> str:
        """As much of the text as there is room for; the … belongs to the letters before it, whichever way they run."""
        line = " ".join(self.text().split())
        shown = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())
        if shown == line:
            return line
        return shown + ("\u200f" if reads_from_right(line) else "\u200e")


class Button(QPushButton):
    """A push button with a look and an icon that follows the theme. It takes the focus from Tab only, so that
    a click leaves it in the composer."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        look: str = "",
        icon_name: str = "",
        icon_colour: str = "text",
        on_click: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(plain_caption(text))
        self._theme = theme
        self._icon_name = icon_name
        self._icon_colour = icon_colour
        if look:
            self.setProperty("look", look)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        if icon_name:
            self._paint_icon()
            theme.changed.connect(self._paint_icon)
        if on_click is not None:
            self.clicked.connect(lambda _checked: on_click())  # which takes no "checked"

    def set_caption(self, text: str) -> None:
        """Other words, also for screen readers."""
        self.setText(plain_caption(text))
        self.setAccessibleName(text)

    def set_icon(self, icon_name: str, icon_colour: str) -> None:
        """Another drawing."""
        self._icon_name, self._icon_colour = icon_name, icon_colour
        self._paint_icon()

    @Slot()
    def _paint_icon(self) -> None:
        size = px(ICON_PX)  # as large as the words beside it
        self.setIconSize(QSize(size, size))
        self.setIcon(icon(self._icon_name, getattr(self._theme.colours, self._icon_colour), size))


class Pill(Button):
    """A button that opens a menu; its caption ends in … where there is no room."""

    ARROW = " ▾"  # as a caption keeps it
    LEAST_PX = 76

    def __init__(
        self, theme: Theme, text: str, look: str = "pill", icon_name: str = "", colour: str = "text"
    ):
        super().__init__(theme, text, look, icon_name, colour)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its text needs."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(PILL_PX, hint.height()))

    def minimumSizeHint(self) -> QSize:
        """Its drawing and a few letters."""
        hint = self.sizeHint()
        return QSize(min(self.LEAST_PX, hint.width()), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it, with as much of the caption as there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        text = self.text()
        lacks = self.sizeHint().width() - self.width()
        if lacks > 0:
            tail = self.ARROW if text.endswith(self.ARROW) else ""
            body = text.removesuffix(tail)
            room = self.fontMetrics().horizontalAdvance(body) - lacks
            option.text = self.fontMetrics().elidedText(body, Qt.TextElideMode.ElideRight, room) + tail
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class IconButton(QToolButton):
    """A button that is only a drawing; `name` is what screen readers and its tooltip say."""

    def __init__(
        self,
        theme: Theme,
        icon_name: str,
        name: str,
        look: str = "ghost",
        icon_colour: str = "muted",
        icon_px: int = ICON_PX,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon_name = icon_name
        self._icon_colour = icon_colour
        self._icon_px = icon_px
        self.setProperty("look", look)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)
        self._paint_icon()
        theme.changed.connect(self._paint_icon)

    def set_name(self, name: str) -> None:
        """What it does, in words."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))

    def set_icon(self, icon_name: str) -> None:
        """Another drawing."""
        self._icon_name = icon_name
        self._paint_icon()

    @Slot()
    def _paint_icon(self) -> None:
        size = min(px(self._icon_px), MOST_ALONE_PX * self._icon_px // ICON_PX)
        self.setIconSize(QSize(size, size))
        self.setIcon(icon(self._icon_name, getattr(self._theme.colours, self._icon_colour), size))


class Flame(QWidget):
    """The mark of the program, `size_px` wide."""

    def __init__(self, size_px: int, name: str = "Hearth") -> None:
        super().__init__()
        self._radius = size_px * 0.29
        self.setFixedSize(size_px, size_px)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_flame(QPainter(self), QRectF(self.rect()), self._radius)


class Card(QFrame):
    """A white tile with a thin edge."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")


class Rule(QFrame):
    """A thin line across."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "rule")
