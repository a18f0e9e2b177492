"""The panel itself: tabs over pages, a grip for its width. Window process, main thread.

It knows nothing of what its pages show. Whoever makes a page adds it under a name of its own, and asks for it
with `open_at`. The width and whether it is open are kept by whoever listens to the signals.
"""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizeGrip,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.ui.parts import IconButton, set_look
from app.ui.theme import Theme

USUAL_WIDTH_PX = 384
LEAST_WIDTH_PX = 260
MOST_WIDTH_PX = 760
TABS_HEIGHT_PX = 44
_STEP_PX = 24
_NO_LIMIT_PX = 16_777_215  # Qt's QWIDGETSIZE_MAX


class Grip(QSizeGrip):  # for its role; how it moves is its own
    """The edge that is dragged: by the mouse, or by the arrow keys once the Tab key has reached it.

    Signals: `moved(pixels)`, positive for a wider panel; `let_go` when the dragging is over.
    """

    moved = Signal(int)
    let_go = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._from: QPoint | None = None
        self.setFixedWidth(5)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Width of the side panel"))
        self.setAccessibleDescription(self.tr("Left and right arrow keys change it."))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The dragging begins."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The panel follows."""
        if self._from is None:
            return
        at = event.globalPosition().toPoint()
        self.moved.emit(self._outward(self._from.x() - at.x()))
        self._from = at

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The dragging is over."""
        self._from = None
        self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the edge."""
        steps = {Qt.Key.Key_Left.value: _STEP_PX, Qt.Key.Key_Right.value: -_STEP_PX}
        step = steps.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        self.moved.emit(self._outward(step))
        self.let_go.emit()

    def event(self, event: QEvent) -> bool:
        """The line shows the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A thin line, a thick one with the keyboard on it."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.panel))
        at = self.width() - 1 if self.isRightToLeft() else 0
        if self.hasFocus():
            painter.fillRect(
                0 if not self.isRightToLeft() else at - 2, 0, 3, self.height(), QColor(colours.accent)
            )
        else:
            painter.fillRect(at, 0, 1, self.height(), QColor(colours.line))

    def _outward(self, leftward_px: int) -> int:
        return -leftward_px if self.isRightToLeft() else leftward_px


class Tabs(QTabBar):
    """The row of tabs; arrow keys walk along it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(TABS_HEIGHT_PX)
        set_look(self, "side-tabs")

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as its words, as tall as the row."""
        words = self.fontMetrics().horizontalAdvance(self.tabText(index))
        return QSize(words + 18, TABS_HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, and a short line under those of the page that is shown."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            rect = self.tabRect(index)
            current = index == self.currentIndex()
            painter.setPen(QColor(colours.text if current else colours.muted))
            words = self.fontMetrics().elidedText(self.tabText(index), self.elideMode(), rect.width() - 2)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
            if current:
                painter.fillRect(rect.center().x() - 15, rect.bottom() - 10, 30, 2, QColor(colours.accent))
                if self.hasFocus():
                    painter.setPen(QColor(colours.accent))
                    painter.drawRoundedRect(rect.adjusted(1, 7, -2, -6), 6, 6)


class SidePanel(QFrame):
    """Pages under tabs.

    Signals:
        width_changed: the person has made it this wide, in pixels.
        opened: it was shown or hidden by the person or by `open_at`.
        covers: whether it takes the whole page now: it was wished for where there is no room beside.
        page_changed: the name of the page that is shown now.
    """

    width_changed = Signal(int)
    opened = Signal(bool)
    covers = Signal(bool)
    page_changed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        self._names: list[str] = []
        self._wished_px = USUAL_WIDTH_PX
        self._room_px = 10_000
        self._open = False
        self._covering = False
        set_look(self, "side-panel")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.grip = Grip(theme, self)
        self.grip.moved.connect(self._dragged)
        self.grip.let_go.connect(self._let_go)
        row.addWidget(self.grip)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row.addLayout(column, 1)
        head = QFrame()
        set_look(head, "side-head")
        head.setFixedHeight(TABS_HEIGHT_PX)
        line = QHBoxLayout(head)
        line.setContentsMargins(2, 0, 8, 0)
        self.tabs = Tabs(theme)
        self.tabs.setAccessibleName(self.tr("Side panel"))
        self.tabs.currentChanged.connect(self._changed)
        line.addWidget(self.tabs, 1)
        self.close_button = IconButton(theme, "close", self.tr("Close the side panel"))
        self.close_button.setFixedSize(28, 28)
        self.close_button.clicked.connect(self.fold)
        line.addWidget(self.close_button)
        column.addWidget(head)
        self.pages = QStackedWidget()
        column.addWidget(self.pages, 1)
        self.setAccessibleName(self.tr("Side panel"))
        theme.changed.connect(self._repaint)
        self._apply()

    # ---- pages

    def add_page(self, name: str, title: str, page: QWidget, first: bool = False) -> None:
        """Add a page under the tab `title`, as the last or the first one."""
        at = 0 if first else len(self._names)
        self._names.insert(at, name)
        self.pages.insertWidget(at, page)
        self.tabs.insertTab(at, title)
        if first:
            self.tabs.setCurrentIndex(0)

    @property
    def page(self) -> str:
        """The name of the page that is shown, empty while there is none."""
        index = self.tabs.currentIndex()
        return self._names[index] if 0 <= index < len(self._names) else ""

    def open_at(self, name: str) -> None:
        """Show the panel with this page. Raises ValueError for a name that wasn't added."""
        self.tabs.setCurrentIndex(self._names.index(name))
        self._bring()

    # ---- open or not

    @property
    def is_open(self) -> bool:
        """Whether it is shown, where there is room for it."""
        return self._open

    def set_open(self, wished: bool) -> None:
        """Show or hide it; where there is no room beside, what is open waits for it."""
        if not wished:
            self._cover(False)
        if wished == self._open:
            return
        self._open = wished
        self._apply()
        self._take_place()
        self.opened.emit(wished)

    def _bring(self) -> None:
        """Show it because a person asks for it now: where there is no room beside, instead of the conversation."""
        self.set_open(True)
        self._cover(self._room_px < LEAST_WIDTH_PX)

    def give_back(self) -> bool:
        """Show the conversation again where it took the whole page; whether it did."""
        covered = self._covering
        self._cover(False)
        return covered

    def _cover(self, covering: bool) -> None:
        if covering != self._covering:
            self._covering = covering
            self._apply()
            self.covers.emit(covering)
            self._take_place()

    def _take_place(self) -> None:
        """Lay out now and not at the next turn: whoever asks where a tab is, to press it, is told where it will be."""
        page = self.parentWidget()
        for layout in (page.layout() if page is not None else None, self.layout()):
            if layout is not None:
                layout.activate()

    @Slot()
    def fold(self) -> None:
        """Hide it."""
        self.set_open(False)

    @Slot()
    def toggle(self) -> None:
        """Show or hide it."""
        if self._open and (self._covering or self._room_px >= LEAST_WIDTH_PX):
            self.set_open(False)
        else:
            self._bring()

    # ---- width

    def set_width(self, width_px: int) -> None:
        """As wide as the person had made it."""
        self._wished_px = max(LEAST_WIDTH_PX, min(MOST_WIDTH_PX, width_px))
        self._apply()

    def set_room(self, room_px: int) -> None:
        """How much room there is at most; with less than the least width it hides until there is more or it is asked
        for."""
        self._room_px = room_px
        if room_px >= LEAST_WIDTH_PX:
            self._cover(False)
        self._apply()

    def _apply(self) -> None:
        if self._covering:
            self.setMinimumWidth(LEAST_WIDTH_PX)
            self.setMaximumWidth(_NO_LIMIT_PX)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        else:
            self.setFixedWidth(max(LEAST_WIDTH_PX, min(self._wished_px, self._room_px)))
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.grip.setVisible(not self._covering)
        self.setVisible(self._open and (self._covering or self._room_px >= LEAST_WIDTH_PX))

    @Slot(int)
    def _dragged(self, wider_px: int) -> None:
        self.set_width(self.width() + wider_px)

    @Slot()
    def _let_go(self) -> None:
        self.width_changed.emit(self._wished_px)

    @Slot(int)
    def _changed(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        if 0 <= index < len(self._names):
            self.page_changed.emit(self._names[index])

    @Slot()
    def _repaint(self) -> None:
        self.grip.update()
        self.tabs.update()
