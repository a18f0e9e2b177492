"""Sheets: dialogs that lie inside the window over a veil. Window process, main thread.

Inside the window, because they look the same everywhere and can't be lost behind it. The veil keeps mouse and
Tab away from what is under it; Escape closes the sheet; the focus goes back to where it was.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QDialog,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from app.ui.parts import Button, PlainLabel
from app.ui.text_size import px
from app.ui.theme import Theme

SHEET_WIDTH = 560
MARGIN = 24


class Veil(QWidget):
    """Darkens the window under a sheet and holds the focus inside it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setGeometry(window.rect())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shade."""
        QPainter(self).fillRect(self.rect(), QColor(30, 22, 12, 82))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk round the sheet's own widgets, never out of it."""
        stops = [
            widget
            for widget in self._in_tab_order()
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible()
        ]
        if not stops:
            return True
        focused = QApplication.focusWidget()
        at = stops.index(focused) if focused in stops else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def _in_tab_order(self) -> list[QWidget]:
        order: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self and len(order) < 2000:
            if self.isAncestorOf(widget):
                order.append(widget)
            widget = widget.nextInFocusChain()
        return order


class Sheet(QDialog):
    """Base of all sheets: a title, a body, a row of buttons. `open_over` shows it.

    Signals: `accepted`, `rejected`, `finished` as of any QDialog.
    """

    def __init__(self, theme: Theme, window: QWidget, title: str, width_px: int = SHEET_WIDTH) -> None:
        veil = Veil(window)
        super().__init__(veil)
        self.setWindowFlags(Qt.WindowType.Widget)  # QDialog makes itself a window unless told afterwards
        self.theme = theme
        self._veil = veil
        self._before = QApplication.focusWidget() or window.focusWidget()  # none after a dialog of the system
        self.setProperty("look", "sheet")
        theme.dress(self)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_Moved)  # or QDialog would centre it, out of its layout
        self._width_px = width_px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 22, MARGIN, 20)
        outer.setSpacing(12)
        self.heading = PlainLabel(title, "heading", wrap=True)
        outer.addWidget(self.heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        outer.addLayout(self.body)
        self.buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.buttons.setSpacing(8)
        outer.addSpacing(4)
        outer.addLayout(self.buttons)
        place = QVBoxLayout(veil)
        place.setContentsMargins(16, 74, 16, 24)
        place.addWidget(self, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        width = min(px(width_px), max(280, window.width() - 40))
        self.setMaximumWidth(max(width_px, width))
        self.setMinimumWidth(width)
        self.finished.connect(self._leave)

    def open_over(self, focus: QWidget | None = None) -> None:
        """Show the sheet over the window and give it (or `focus`) the keyboard."""
        if self.buttons.minimumSize().width() > self.minimumWidth() - 2 * MARGIN:
            self.buttons.setDirection(QBoxLayout.Direction.TopToBottom)
        self._veil.show()
        self._veil.raise_()
        self.show()
        place = self._veil.layout()
        if isinstance(place, QLayout):
            place.activate()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._veil.focusNextPrevChild(True)

    def add_paragraph(self, text: str, look: str = "") -> PlainLabel:
        """A paragraph of plain text in the body."""
        label = PlainLabel(text, look, wrap=True)
        self.body.addWidget(label)
        return label

    def add_button(self, text: str, look: str = "", icon_name: str = "") -> Button:
        """A button in the row at the bottom."""
        colour = "on_accent" if look == "primary" else "text"
        button = Button(self.theme, text, look, icon_name, colour)
        self.buttons.addWidget(button)
        return button

    @Slot()
    def _leave(self) -> None:
        before = self._before
        self._veil.hide()
        self._veil.deleteLater()
        try:
            if before is not None and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:  # the widget that had the focus is gone by now
            return


def open_sheet_in(window: QWidget) -> Sheet | None:
    """The top-most sheet that is open in `window`."""
    for child in reversed(window.children()):
        if isinstance(child, Veil) and child.isVisible():
            return child.findChild(Sheet)
    return None
