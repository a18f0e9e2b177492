"""One text of the transcript: read, selected and copied, never edited. Window process, window thread."""

import math
import time
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from app.domain.source import Source
from app.ui.markdown.document import SealedDocument
from app.ui.markdown.nodes import Block, Code
from app.ui.markdown.style import CODE_HEADER_PX, PARAGRAPH_GAP_PX, TextStyle
from app.ui.markdown.writer import DocumentWriter, Span
from app.ui.tokens import RADIUS_CONTROL
from app.ui.transcript.overlays import Overlays
from app.ui.transcript.source_links import link_numbers, show_tip, tell_click
from app.ui.transcript.unsupported import mark_unsupported, show_unsupported_tip
from app.ui.typesetter import Typesetter

GROWING_EVERY_S = 1.0
GROWING_LIMIT_CHARS = 8_000

_UNSEEN = {
    0x2066: None,
    0x2069: None,
}  # what keeps code in order among words from the right; `visible` lets none in
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
# The keys that move the caret on this system, alone or with a selection.
_MOVES = tuple(
    key
    for key in QKeySequence.StandardKey
    if key.name.startswith(("MoveTo", "Select")) and key is not QKeySequence.StandardKey.SelectAll
)


class TextBody(QTextBrowser):
    """Shows blocks in a sealed document, exactly as tall as they are.

    Signals: `link_requested(address)` for a click on a link that may open, `copy_requested(text)` from the
    button of a code block, `cursor_moved(rect)` in its own coordinates when a selection moves,
    `source_requested(number)` for a click on the number of a passage, `reflowed()` when formulas were drawn
    and another height may be needed.

    Attributes:
        growing: whether more text is to come.
    """

    link_requested = Signal(str)
    copy_requested = Signal(str)
    cursor_moved = Signal(QRect)
    source_requested = Signal(int)
    reflowed = Signal()

    def __init__(
        self, style: TextStyle, name: str, parent: QWidget, typesetter: Typesetter | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._typesetter = typesetter
        self.growing = False
        self._reflow = QTimer(self)
        self._reflow.setSingleShot(True)
        self._reflow.timeout.connect(self.reflowed)
        self._writing = False
        self._ring = False
        self._sources: Mapping[int, str] = {}
        self._judged_by: Sequence[Source] = ()
        self._link_from = 0  # the first block of the document whose numbers are no links yet
        self.sealed = SealedDocument(self)
        self.setDocument(self.sealed)
        self.writer = DocumentWriter(self.sealed, style)
        if typesetter is not None:
            self.writer.formulas.known = lambda one: typesetter.known_outline(one.source, one.display)
        self.overlays = Overlays(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        # WORKAROUND: Qt counts the indent of a list from the right twice, takes the text for wider than it is, and
        # moves all of it to the left where the window runs from the right.
        self.horizontalScrollBar().rangeChanged.connect(self._stay)
        self.horizontalScrollBar().valueChanged.connect(self._stay)
        self.anchorClicked.connect(self._clicked)
        self.cursorPositionChanged.connect(self._moved)

    def show_blocks(self, keep: int, blocks: Sequence[Block]) -> None:
        """Keep the first `keep` top-level blocks and show `blocks` after them; a selection stays."""
        selected = self.textCursor()
        anchor, position = selected.anchor(), selected.position()
        self._writing = True
        try:
            self._link_from = min(self._link_from, self.writer.first_block_of(keep))
            self.writer.show(keep, blocks)
            if anchor != position:
                end = self.sealed.characterCount() - 1
                selected.setPosition(min(anchor, end))
                selected.setPosition(min(position, end), selected.MoveMode.KeepAnchor)
                self.setTextCursor(selected)
        finally:
            self._writing = False

    def restyle(self, style: TextStyle) -> None:
        """Show the same in other colours."""
        self._style = style
        self._writing = True
        self.writer.restyle(style)
        self._writing = False
        self._link_from = 0
        self.link_numbers()
        self.judge(self._judged_by)

    def set_sources(self, sources: Mapping[int, str]) -> None:
        """The passages by their numbers: `[n]` in the text becomes a link to them, with their words as tip."""
        if sources != self._sources:
            self._sources = sources
            self._link_from = 0
            self.link_numbers()

    def link_numbers(self) -> None:
        """Make links of the numbers in what was written since the last time, tables included."""
        if not self._sources:
            return
        first, self._link_from = self._link_from, self.sealed.blockCount()
        spans = self.writer.spans_between(first, self.sealed.blockCount())
        code = [span for span in spans if span.code is not None]  # `a[1]` is no passage
        link_numbers(
            self.sealed,
            self._sources,
            self._style.colours,
            first,
            lambda number: any(span.first <= number <= span.last for span in code),
        )
        for span in spans:
            if span.table is not None:
                link_numbers(span.table, self._sources, self._style.colours)
        self.overlays.set_sources(self._sources)

    def judge(self, sources: Sequence[Source]) -> int:
        """Mark the sentences that none of `sources` supports; how many there are."""
        self._judged_by = sources
        if not sources:
            return 0
        code = [span for span in self.writer.spans if span.code is not None]
        return mark_unsupported(
            self.sealed,
            sources,
            self._style.colours,
            lambda number: any(span.first <= number <= span.last for span in code),
        )

    def event(self, event: QEvent) -> bool:
        """The passage under a number, and what a dotted line means, is told in a tip, letter for letter."""
        if isinstance(event, QHelpEvent) and (
            show_tip(self, event, self._sources) or show_unsupported_tip(self, event)
        ):
            return True
        return super().event(event)

    def place(self, left: int, top: int, width: int) -> int:
        """Take this place in the parent; returns the height in pixels."""
        if self.lineWrapColumnOrWidth() != width:
            self.writer.width_px = width
            self.setLineWrapColumnOrWidth(width)
        height = math.ceil(self.sealed.size().height()) + 1
        spans = self.writer.spans
        if spans and spans[-1].code is not None and spans[-1].last == self.sealed.blockCount() - 1:
            # Qt leaves the last block's bottom margin out, and with it the frame's lower edge.
            height = max(height, math.ceil(self.code_rect(spans[-1]).bottom()) + 1)
        self.setGeometry(left, top, width, height)
        return height

    def show_near(self, low: float, high: float) -> None:
        """The reader sees what lies between these heights: buttons and boxes are needed there."""
        self.overlays.settle(low, high)
        if self._typesetter is not None:
            self._typeset(self._typesetter, low, high)

    def _typeset(self, typesetter: Typesetter, low: float, high: float) -> None:
        """Draw the formulas and colour the code between these heights, or ask for it."""
        drawn = False
        for span in self.spans_in(low, high):
            if span.code is not None and span.code.text != span.coloured:
                self._colour(typesetter, span, span.code)
            for undrawn in list(span.table.formulas.undrawn.values()) if span.table is not None else ():
                known, outline = typesetter.outline(undrawn.formula.source, undrawn.formula.display)
                if known:
                    drawn = self.writer.draw_in_table(span, undrawn, outline) or drawn
        formulas = self.writer.formulas
        inside = formulas.between(self.block_at(low), self.block_at(high)) if formulas.undrawn else ()
        for undrawn in inside:
            known, outline = typesetter.outline(undrawn.formula.source, undrawn.formula.display)
            if known:
                drawn = self.writer.draw(undrawn, outline) or drawn
        if drawn:
            self._reflow.start()  # later: whoever places this text may be in the middle of it

    def _colour(self, typesetter: Typesetter, span: Span, code: Code) -> None:
        grows = self.growing and span is self.writer.spans[-1] and span.last == self.sealed.blockCount() - 1
        if span.asked != code.text and (not grows or self._may_ask(span, code)):
            span.asked, span.asked_at = code.text, time.monotonic()
        if span.asked and span.asked != span.coloured:
            lines = typesetter.colours(span.asked, code.language)
            if lines is not None:
                self.writer.colour(span, span.asked, lines)

    def _may_ask(self, span: Span, code: Code) -> bool:
        """Code that grows is coloured once a second, and not when there is much of it."""
        due = time.monotonic() - span.asked_at > GROWING_EVERY_S
        return due and len(code.text) <= GROWING_LIMIT_CHARS

    def natural_width(self, limit: int) -> int:
        """The width that the text needs, at most `limit`."""
        self.writer.width_px = limit
        self.setLineWrapColumnOrWidth(limit)
        return min(limit, math.ceil(self.sealed.idealWidth()) + 1)

    def focusables(self) -> list[QWidget]:
        """Widgets that the Tab key should reach, in reading order."""
        return [self, *self.overlays.focusables()]

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """The sealed document's answer, should Qt ask here first."""
        return self.sealed.loadResource(kind, name)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Only the words: nothing that another program could take for markup."""
        data = QMimeData()
        data.setText(self.chosen_text())
        return data

    def chosen_text(self) -> str:
        """The selected words, with those of tables and formulas in their places."""
        words = self.writer.words_between(
            self.textCursor().selectionStart(), self.textCursor().selectionEnd()
        )
        return words.translate(_UNSEEN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys scroll the transcript. Those that move the caret show it, also to who clicked before; what copies,
        selects all or follows a link needs none."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
            return
        if any(map(event.matches, _MOVES)):
            self.setCursorWidth(1)
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the transcript."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring shows where the keyboard is."""
        self._ring = event.reason() in _KEYBOARD
        self.setCursorWidth(int(self._ring))  # whoever clicks reads: a caret would stand among the words
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self._ring = False
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frames of code, bars of quotes, the focus ring; then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for span in self.spans_in(event.rect().top(), event.rect().bottom()):
            self._paint_span(painter, span)
        if self._ring:
            painter.setPen(QPen(QColor(self._style.colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()
        super().paintEvent(event)

    def spans_in(self, low: float, high: float) -> list[Span]:
        """The spans that touch what lies between these heights."""
        first, last = self.block_at(low), self.block_at(high)
        return self.writer.spans_between(max(0, first - 1), last + 1)

    def block_at(self, height: float) -> int:
        """The number of the block that stands there. (Qt's own hit test walks through all blocks before it.)"""
        layout = self.sealed.documentLayout()
        low, high = 0, self.sealed.blockCount() - 1
        while low < high:
            middle = (low + high) // 2
            if layout.blockBoundingRect(self.sealed.findBlockByNumber(middle)).bottom() < height:
                low = middle + 1
            else:
                high = middle
        return low

    def block_rect(self, number: int) -> QRectF:
        """Where the lines of a block stand; empty for a number that there is no more."""
        return self.sealed.documentLayout().blockBoundingRect(self.sealed.findBlockByNumber(number))

    def span_rect(self, span: Span) -> QRectF:
        """Where the lines of a span stand."""
        layout = self.sealed.documentLayout()
        first = layout.blockBoundingRect(self.sealed.findBlockByNumber(span.first))
        last_block = self.sealed.findBlockByNumber(span.last)
        last = layout.blockBoundingRect(last_block)
        lines = last_block.layout()
        if lines.lineCount():
            # Qt leaves the room that the line height adds out of the last line's rectangle.
            room = last_block.blockFormat().lineHeight() - lines.lineAt(lines.lineCount() - 1).height()
            last.adjust(0, 0, 0, max(0.0, room))
        return QRectF(
            span.left_px, first.top(), self.viewport().width() - span.left_px, last.bottom() - first.top()
        )

    def positions_in(self, low: float, high: float) -> tuple[int, int]:
        """The positions of the text between these heights."""
        last = self.sealed.findBlockByNumber(self.block_at(high))
        return self.sealed.findBlockByNumber(self.block_at(low)).position(), last.position() + last.length()

    def rect_of(self, document: QTextDocument, position: int) -> QRect:
        """Where a character of the text, or of a table in it, stands in its own coordinates."""
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        if document is self.sealed:
            return self.cursorRect(cursor)
        for span in self.writer.spans:
            if span.table is document:
                at = self.span_rect(span).topLeft()
                if span.table.from_right:
                    at.setX(at.x() + self.span_rect(span).width() - span.table.extent().width())
                inside = document.documentLayout().blockBoundingRect(cursor.block())
                return inside.translated(at).toRect()
        return QRect()

    def _paint_span(self, painter: QPainter, span: Span) -> None:
        colours = self._style.colours
        rect = self.span_rect(span)
        painter.setPen(Qt.PenStyle.NoPen)
        if span.table is not None:
            return
        if span.code is not None:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.setBrush(QColor(colours.code))
            painter.drawRoundedRect(self.code_rect(span), RADIUS_CONTROL, RADIUS_CONTROL)
        elif span.rule:
            painter.fillRect(QRectF(rect.left(), rect.center().y(), rect.width(), 1), QColor(colours.line))
        else:
            painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), QColor(colours.line))

    def code_rect(self, span: Span) -> QRectF:
        """The frame around code."""
        rect = self.span_rect(span)
        return rect.adjusted(0.5, -CODE_HEADER_PX - 3.5, -0.5, PARAGRAPH_GAP_PX)

    def _clicked(self, url: QUrl) -> None:
        tell_click(url, self.source_requested.emit, self.link_requested.emit)

    @Slot()
    def _stay(self) -> None:
        """Show the text from its left edge on: it is wrapped to the room there is."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.maximum() if self.isRightToLeft() else 0)

    def _moved(self) -> None:
        if not self._writing and self.hasFocus():
            self.cursor_moved.emit(self.cursorRect())
