"""The command palette: a few letters find a command or a conversation. Window process, main thread.

It is given the lines to choose from; what a line does is a callable that runs after the sheet has closed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.conversations.model import Index
from app.ui.fuzzy import fit
from app.ui.icons import icon
from app.ui.parts import ICON_PX, PlainLabel
from app.ui.sheet import Sheet
from app.ui.text_size import px
from app.ui.theme import Theme

SHOWN_LIMIT = 60
ROW_PX = 36
LIST_PX = 10 * ROW_PX
LINE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to choose.

    Attributes:
        text: what it is. kind: what sort of thing, shown at the end of the row.
        keys: its shortcut, as people read it. icon: a drawing's name.
        act: what happens when it is chosen.
        weight: added to how well it fits; commands come before conversations of the same fit.
    """

    text: str
    kind: str
    act: Callable[[], object]
    keys: str = ""
    icon: str = ""
    weight: int = 0


def best(lines: Sequence[Line], typed: str) -> list[Line]:
    """The lines that fit what was typed, best first; all of them in their order when nothing was typed."""
    if not typed.strip():
        return list(lines[:SHOWN_LIMIT])
    ranked = [(found + line.weight, line) for line in lines if (found := fit(typed, line.text))]
    ranked.sort(key=lambda pair: -pair[0])
    return [line for _, line in ranked[:SHOWN_LIMIT]]


class LineDelegate(QStyledItemDelegate):
    """Draws a row: drawing, words, kind and keys."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(100, max(ROW_PX, px(ROW_PX)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        colours = self._theme.colours
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(QColor(colours.sel))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        middle = (
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        )  # the painter turns no side round
        drawn = px(ICON_PX)
        if line.icon:
            left = box.right() - 12 - drawn if rtl else box.left() + 12
            place = QRectF(left, box.center().y() - drawn / 2, drawn, drawn)
            icon(line.icon, colours.muted, drawn).paint(painter, place.toRect())
        font = QFont(self._view.font())
        font.setPixelSize(px(12))
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        tail = f"{line.kind}    {line.keys}" if line.keys else line.kind
        tail_px = painter.fontMetrics().horizontalAdvance(tail) + 12
        begins = drawn + 22
        inside = box.adjusted(12, 0, -begins, 0) if rtl else box.adjusted(begins, 0, -12, 0)
        painter.drawText(inside, end | middle, tail)
        font.setPixelSize(px(13))
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        words = inside.adjusted(tail_px, 0, 0, 0) if rtl else inside.adjusted(0, 0, -tail_px, 0)
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, start | middle, shown)
        painter.restore()


class PaletteSheet(Sheet):
    """A field and the lines that fit. Up and Down choose, Enter does it, Escape closes."""

    def __init__(self, theme: Theme, window: QWidget, lines: Sequence[Line]) -> None:
        super().__init__(theme, window, self.tr("Find a command or a conversation"), width_px=640)
        self.heading.hide()
        self._lines = list(lines)
        self._window_below = window
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a few letters…"))
        self.field.setAccessibleName(self.tr("Find a command or a conversation"))
        self.field.setMaxLength(200)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self.do_chosen)
        self.field.installEventFilter(self)
        self.body.addWidget(self.field)
        self.list = QListWidget()
        self.list.setProperty("look", "palette")
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setItemDelegate(LineDelegate(theme, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the keyboard and moves the choice
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(LIST_PX)
        self.list.itemClicked.connect(self._clicked)
        self.body.addWidget(self.list)
        self.nothing = PlainLabel(self.tr("Nothing fits. Try fewer letters."), "muted", wrap=True)
        self.body.addWidget(self.nothing)
        self._narrow()

    def add_lines(self, lines: Sequence[Line]) -> None:
        """More to choose from, found in the meantime; what was chosen stays so."""
        item = self.list.currentItem()
        chosen = item.data(LINE_ROLE) if item is not None else None
        known = {(line.text, line.kind) for line in self._lines}
        self._lines += [line for line in lines if (line.text, line.kind) not in known]
        self._narrow()
        for row in range(self.list.count()):
            if self.list.item(row).data(LINE_ROLE) == chosen:
                self.list.setCurrentRow(row)
                self._tell_choice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and the page keys move the choice while the field has the keyboard."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 9,
                Qt.Key.Key_PageUp: -9,
            }.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                row = max(0, min(self.list.count() - 1, self.list.currentRow() + step))
                self.list.setCurrentRow(row)
                self._tell_choice()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def do_chosen(self) -> None:
        """Close, then do what the chosen line does."""
        item = self.list.currentItem()
        line = item.data(LINE_ROLE) if item is not None else None
        if isinstance(line, Line):
            self.accept()
            QTimer.singleShot(0, self._window_below, line.act)  # when the sheet is away: it may open another

    @Slot()
    def _narrow(self) -> None:
        self.list.clear()
        for line in best(self._lines, self.field.text()):
            item = QListWidgetItem(line.text)
            item.setData(LINE_ROLE, line)
            spoken = f"{line.text}, {line.kind}, {line.keys}" if line.keys else f"{line.text}, {line.kind}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self.nothing.setVisible(self.list.count() == 0)
        self._tell_choice()

    def _tell_choice(self) -> None:
        """A screen reader follows the field: it is told which line Enter would take."""
        item = self.list.currentItem()
        spoken = str(item.data(Qt.ItemDataRole.AccessibleTextRole)) if item is not None else ""
        self.field.setAccessibleDescription(spoken)

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.do_chosen()
