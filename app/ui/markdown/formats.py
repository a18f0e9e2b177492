"""The formats of one style, made once. Window process, window thread."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from app.domain.typesetting import CodeKind
from app.ui.markdown.style import CODE_HEADER_PX, CODE_PADDING_PX, PARAGRAPH_GAP_PX, TextStyle

_KEPT = 8  # styles: answers and thinking, in two themes, and a size that was left


class Formats:
    """The formats of one style; `formats_of` makes them once. Only read."""

    def __init__(self, style: TextStyle) -> None:
        self._style = style
        colours = style.colours
        self.text = style.text()
        self.code = style.code()
        self.quiet = style.quiet_text()
        self.code_kinds = {int(kind): QTextCharFormat() for kind in CodeKind}
        for kind in CodeKind:
            self.code_kinds[kind].setForeground(QColor(getattr(colours, f"code_{kind.name.lower()}")))
        self.hidden = QTextCharFormat()
        font = QFont(style.family)
        font.setPixelSize(1)
        self.hidden.setFont(font)
        self.hidden_block = QTextBlockFormat()
        self.hidden_block.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self.table_text = style.text()
        small = self.table_text.font()
        small.setPixelSize(style.text_px - 1)
        self.table_text.setFont(small)
        self.table_header = QTextCharFormat(self.table_text)
        self.table_header.setForeground(QColor(colours.muted))
        self.table_header.setFontWeight(QFont.Weight.Medium.value)

    def cell(self, text: QTextCharFormat, from_right: bool) -> QTextTableCellFormat:
        """A table's cell; between columns there is room, before the first none."""
        cell = QTextTableCellFormat()
        cell.merge(text)
        cell.setPadding(6)
        cell.setLeftPadding(16 if from_right else 0)
        cell.setRightPadding(0 if from_right else 16)
        cell.setBottomBorder(1)
        cell.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        cell.setBottomBorderBrush(QBrush(QColor(self._style.colours.line)))
        return cell

    def code_line(self, indent: float, *, first: bool, last: bool) -> QTextBlockFormat:
        """One line of a code block; the first leaves room for the header, the last for the frame's edge."""
        shape = QTextBlockFormat()
        shape.setLeftMargin(indent + CODE_PADDING_PX)
        shape.setRightMargin(CODE_PADDING_PX)
        shape.setLineHeight(
            round((self._style.text_px - 2) * 1.6), QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )
        shape.setNonBreakableLines(False)
        if first:
            shape.setTopMargin(PARAGRAPH_GAP_PX + CODE_HEADER_PX + 4)
        if last:
            shape.setBottomMargin(CODE_PADDING_PX + PARAGRAPH_GAP_PX)
        return shape

    def code_span(self, base: QTextCharFormat) -> QTextCharFormat:
        """Code inside a line: its font and ground, everything else as around it."""
        shown = QTextCharFormat(base)
        shown.setFont(self.code.font())
        shown.setBackground(QColor(self._style.colours.sel))
        return shown

    def note(self, base: QTextCharFormat) -> QTextCharFormat:
        """The mark of a footnote: small and raised."""
        shown = QTextCharFormat(base)
        shown.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        shown.setForeground(QColor(self._style.colours.accent))
        return shown

    def link(self, base: QTextCharFormat, address: str) -> QTextCharFormat:
        """A link that a click asks about."""
        shown = QTextCharFormat(base)
        shown.setAnchor(True)
        shown.setAnchorHref(address)
        shown.setForeground(QColor(self._style.colours.accent))
        shown.setFontUnderline(True)
        return shown

    def beside(self, base: QTextCharFormat) -> QTextCharFormat:
        """What stands beside a link's words: its address."""
        shown = QTextCharFormat(base)
        shown.setForeground(QColor(self._style.colours.muted))
        return shown

    def place(self, indent: float, from_right: bool) -> QTextBlockFormat:
        """The line that holds nothing but a table, which stands at the side that it is read from."""
        shape = QTextBlockFormat()
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        shape.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        shape.setLeftMargin(indent)
        shape.setTopMargin(PARAGRAPH_GAP_PX - 4)
        shape.setBottomMargin(PARAGRAPH_GAP_PX + 2)
        return shape

    def table(self) -> QTextTableFormat:
        """A table as wide as its content needs, at most the column."""
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setBorderCollapse(False)
        shape.setCellSpacing(0)
        shape.setWidth(QTextLength())
        return shape


@lru_cache(_KEPT)
def formats_of(style: TextStyle) -> Formats:
    """The formats of a style, the same for all texts."""
    return Formats(style)
