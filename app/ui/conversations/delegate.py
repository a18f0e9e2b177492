"""How the rows of the conversation list are drawn and renamed: as in the pictures. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.utf16 import utf16_length
from app.ui.conversations.model import ROW_ROLE, Index
from app.ui.conversations.rows import Row, RowKind
from app.ui.conversations.snippet import Span, marked_line
from app.ui.icons import icon
from app.ui.markdown.visible_text import reads_from_right
from app.ui.text_size import px
from app.ui.theme import Theme
from app.ui.tokens import Colours

ROW_HEIGHT = (
    32  # at the usual text size; headings have it too: rows of one height are laid out without asking each
)
HIT_HEIGHT = 50
INDENT = 12
TITLE_LIMIT = 200


class ConversationDelegate(QStyledItemDelegate):
    """Draws headings, folders, conversations with their dot, and search hits with the words marked.

    Attributes: `shown`, the conversation at the right; `target`, the row something is dragged over (-1: none).
    Signals: `named` with a row and the name that a person typed for it.
    """

    named = Signal(object, str)

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.shown = ""
        self.target = -1
        theme.changed.connect(self._repaint)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row; the width is the view's."""
        row = index.data(ROW_ROLE)
        is_hit = isinstance(row, Row) and row.kind is RowKind.HIT
        return QSize(100, px(HIT_HEIGHT if is_hit else ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = _Pen(painter, self._theme.colours, self._view, option)
        if row.kind is not RowKind.HEADING:
            self._paint_ground(pen, option, row)
        if index.row() == self.target:
            painter.setPen(QPen(QColor(pen.colours.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pen.box.adjusted(1, 1, -1, -1), 7, 7)
        match row.kind:
            case RowKind.HEADING:
                pen.heading(row.text)
            case RowKind.FOLDER:
                _paint_folder(pen, row)
            case RowKind.CONVERSATION:
                _paint_line(pen, row, pen.box, row.id == self.shown)
            case RowKind.HIT:
                line = QRectF(pen.box.left(), pen.box.top() + px(4), pen.box.width(), px(22))
                _paint_line(pen, row, line, row.id == self.shown)
                pen.snippet(
                    QRectF(line.left() + 16 + px(7), line.bottom(), line.width() - 24 - px(7), px(18)), row
                )
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the row, for its name."""
        field = QLineEdit(parent)
        row = index.data(ROW_ROLE)
        is_folder = isinstance(row, Row) and row.kind is RowKind.FOLDER
        field.setAccessibleName(self.tr("Name of the folder") if is_folder else self.tr("Title"))
        field.setMaxLength(TITLE_LIMIT)
        field.setProperty("look", "in-place")
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """It fills the row."""
        place = option.rect
        place.setHeight(px(ROW_HEIGHT))
        editor.setGeometry(place)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """The name is the vault's: it comes back with the list, and isn't written into the rows here."""
        row = index.data(ROW_ROLE)
        if isinstance(editor, QLineEdit) and isinstance(row, Row):
            text = " ".join(editor.text().split())
            if text and text != row.text:
                self.named.emit(row, text)

    def _paint_ground(self, pen: "_Pen", option: QStyleOptionViewItem, row: Row) -> None:
        painter, colours = pen.painter, pen.colours
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            shade = QColor(colours.sel)
            shade.setAlphaF(1.0 if selected else 0.5)
            painter.setBrush(shade)
            painter.drawRoundedRect(pen.box, 8, 8)
        if row.id and row.id == self.shown and not selected:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(
                pen.mirrored(QRectF(pen.box.left(), pen.box.center().y() - px(9), 3, px(18))), 1.5, 1.5
            )
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pen.box.adjusted(1, 1, -1, -1), 7, 7)

    @Slot()
    def _repaint(self) -> None:
        self.sizeHintChanged.emit(QModelIndex())  # the text may have another size
        self._view.update()


class _Pen:
    """Draws the pieces of one row; places are given as for a language that runs to the right."""

    def __init__(
        self, painter: QPainter, colours: Colours, view: QWidget, option: QStyleOptionViewItem
    ) -> None:
        self.painter = painter
        self.colours = colours
        self.box = QRectF(option.rect)
        self._font = QFont(view.font())
        self._rtl = option.direction is Qt.LayoutDirection.RightToLeft

    def mirrored(self, place: QRectF) -> QRectF:
        """`place` as it lies in a language that runs to the left, where the window does."""
        if self._rtl:
            place = place.translated(self.box.left() + self.box.right() - place.right() - place.left(), 0)
        return place

    def words(
        self, place: QRectF, text: str, size_px: int, colour: str, weight: QFont.Weight, end: bool = False
    ) -> None:
        """One line, shortened to its place, at its start or its end."""
        font = self.font(size_px, weight)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        place = self.mirrored(place)
        metrics = self.painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(place.width())))
        side = Qt.AlignmentFlag.AlignRight if end is not self._rtl else Qt.AlignmentFlag.AlignLeft
        self.painter.drawText(
            place, Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute, shown
        )

    def font(self, size_px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The window's font in another size of the tokens."""
        font = QFont(self._font)
        font.setPixelSize(px(size_px))
        font.setWeight(weight)
        return font

    def heading(self, text: str) -> None:
        """A group's name."""
        place = self.box.adjusted(8, 8, -8, 0)
        self.words(place, text.upper(), 11, self.colours.faint, QFont.Weight.DemiBold)

    def drawing(self, name: str, colour: str, left: float, middle: float) -> None:
        """A small drawing."""
        size = px(14)
        place = self.mirrored(QRectF(left, middle - size / 2, size, size))
        icon(name, colour, size).paint(self.painter, place.toRect())

    def snippet(self, place: QRectF, row: Row) -> None:
        """The words around a hit, with the hit marked."""
        line, spans = marked_line(row.snippet, row.matches)
        self.marked(self.mirrored(place), line, spans)

    def marked(self, place: QRectF, line: str, spans: Sequence[Span]) -> None:
        """A line with marks, laid out as a whole: scripts that join or run to the left stay right."""
        layout = QTextLayout(line, self.font(12))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        mark = QTextCharFormat()
        mark.setBackground(QColor(self.colours.mark))
        mark.setForeground(QColor(self.colours.mark_text))
        ranges = []
        for begin, end in spans:
            one = QTextLayout.FormatRange()
            one.start = utf16_length(line[:begin])
            one.length = utf16_length(line[:end]) - one.start
            one.format = mark
            ranges.append(one)
        layout.setFormats(ranges)
        layout.beginLayout()
        laid = layout.createLine()
        laid.setLineWidth(100_000)
        layout.endLayout()
        width = laid.naturalTextWidth()
        at_right = reads_from_right(line) or (self._rtl and width < place.width())
        left = place.right() - width if at_right else place.left()
        self.painter.setClipRect(place)
        self.painter.setPen(QColor(self.colours.muted))
        layout.draw(self.painter, QPointF(left, place.top()))


def _paint_line(pen: _Pen, row: Row, line: QRectF, shown: bool) -> None:
    """Dot, title, pin."""
    if row.folder:
        line = line.adjusted(INDENT, 0, 0, 0)
    size = px(7)
    dot = pen.mirrored(QRectF(line.left() + 8, line.center().y() - size / 2, size, size))
    painter, colours = pen.painter, pen.colours
    if row.temporary:  # green stays on this computer, amber goes to a server; a dotted ring stays nowhere
        painter.setPen(QPen(QColor(colours.muted), 1.3, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.cloud if row.provider else colours.local))
    painter.drawEllipse(dot)
    weight = QFont.Weight.Medium if shown else QFont.Weight.Normal
    pen.words(
        line.adjusted(16 + size, 0, -12 - px(14) if row.pinned else -8, 0), row.text, 13, colours.text, weight
    )
    if row.pinned:
        pen.drawing("pin", colours.faint, line.right() - 10 - px(14), line.center().y())


def _paint_folder(pen: _Pen, row: Row) -> None:
    """Arrow, drawing, name, how many."""
    painter, colours, box = pen.painter, pen.colours, pen.box
    middle = box.center().y()
    arrow = [QPointF(-2, -4), QPointF(2.5, 0), QPointF(-2, 4)]
    if row.is_open:
        arrow = [QPointF(-4, -2), QPointF(0, 2.5), QPointF(4, -2)]
    place = pen.mirrored(QRectF(box.left() + 7, middle - 4, 8, 8))
    if place.left() > box.center().x() and not row.is_open:
        arrow = [QPointF(-point.x(), point.y()) for point in arrow]
    painter.setPen(QPen(QColor(colours.muted), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([point + place.center() for point in arrow]))
    pen.drawing("folder", colours.muted, box.left() + 21, middle)
    pen.words(box.adjusted(27 + px(14), 0, -40, 0), row.text, 13, colours.text, QFont.Weight.Medium)
    count = QRectF(box.right() - 38, box.top(), 28, box.height())
    pen.words(count, str(row.count), 12, colours.faint, QFont.Weight.Normal, end=True)
