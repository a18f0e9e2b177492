"""A page of the window that scrolls as a whole. Window process, main thread."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from app.ui.parts import PlainLabel, set_look
from app.ui.reading_order import order_tabs
from app.ui.theme import Theme

MARGINS_PX = (34, 24, 34, 24)


class Page(QScrollArea):
    """Room for a page. Who makes one fills `inside` and gives it to `setWidget` at the end.

    Attributes:
        inside: what scrolls.
        problem: a line for why something couldn't be done, hidden while all is well; the page gives it its place.
    """

    def __init__(self) -> None:
        super().__init__()
        set_look(self, "page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        set_look(self.inside, "page")
        self.problem = PlainLabel("", "problem", wrap=True, parent=self.inside)
        self.problem.hide()

    def stack(self, spacing_px: int) -> QVBoxLayout:
        """A column over the whole page, for what stands below each other."""
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(*MARGINS_PX)
        column.setSpacing(spacing_px)
        return column

    def dress_bar(self, theme: Theme) -> None:
        """Give the scroll bar its look, on a page whose parts are dressed one by one."""
        self._bar = QScrollBar(Qt.Orientation.Vertical)
        self.setVerticalScrollBar(self._bar)
        theme.dress(self._bar)

    def show_problem(self, words: str) -> None:
        """Say why something couldn't be done; empty when all is well."""
        self.problem.say(words)


class GrowingPage(Page):
    """A page whose parts come and go. Tab walks through them as they stand."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The order is made when a key asks for it."""
        order_tabs(self, self.inside)
        return super().focusNextPrevChild(forward)
