"""The widgets that lie over a text: a line with a button over code, a box that scrolls for each table.

Window process, window thread. Only what is in sight has them: an answer of a thousand tables has a handful.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QEnterEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QTextEdit, QWidget

from app.ui.markdown.style import CODE_HEADER_PX
from app.ui.markdown.table_document import TableDocument, as_markdown, tab_separated
from app.ui.markdown.writer import Span
from app.ui.transcript import wording
from app.ui.transcript.look import TextButton, plain_label
from app.ui.transcript.source_links import show_tip, tell_click
from app.ui.transcript.table_reading import read_tables

if TYPE_CHECKING:
    from app.ui.transcript.text_body import TextBody


DESCRIBED_ROWS = 30  # said when the keyboard comes to a table


class CodeHeader(QWidget):
    """The line over a code block: its language and a button that copies it."""

    copy_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._code = ""
        self._language = plain_label("", "language", self)
        self.button = TextButton(wording.copy(), "", self)
        self.button.clicked.connect(self._copy)

    def set_code(self, text: str, language: str) -> None:
        """The code that the button copies."""
        self._code = text
        self._language.setText(language or wording.code())
        self.button.setAccessibleName(wording.copy_code(language))

    def place(self, area: QRect) -> None:
        """Fill `area`."""
        self.setGeometry(area)
        size = self.button.sizeHint()
        self.button.setGeometry(
            area.width() - size.width() - 6, (area.height() - size.height()) // 2, size.width(), size.height()
        )
        self._language.setGeometry(12, 0, max(0, area.width() - size.width() - 24), area.height())

    def _copy(self) -> None:
        self.copy_requested.emit(self._code)


class TableBox(QTextBrowser):
    """A table that can be read, selected, scrolled sideways and copied whole.

    Signals: `copy_requested(text)`, `link_requested(address)`, `source_requested(number)`.
    """

    copy_requested = Signal(str)
    link_requested = Signal(str)
    source_requested = Signal(int)

    def __init__(self, table: TableDocument, parent: QWidget) -> None:
        read_tables()
        super().__init__(parent)
        self.table = table
        self.sources: Mapping[int, str] = {}
        table.boxed = True
        # Before the document is shown: each of these would break all its lines anew.
        self.setWordWrapMode(table.defaultTextOption().wrapMode())
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        table.fit()
        self.setLineWrapColumnOrWidth(round(table.textWidth()))
        self.setDocument(table)
        self.setAccessibleName(wording.table())
        from_right = Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(from_right if table.from_right else Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._clicked)
        self.markdown = TextButton(wording.copy_as_markdown(), wording.copy_table_as_markdown(), self)
        self.cells = TextButton(wording.copy_as_cells(), wording.copy_table_as_cells(), self)
        self.markdown.clicked.connect(lambda: self.copy_requested.emit(as_markdown(self.table.table)))
        self.cells.clicked.connect(lambda: self.copy_requested.emit(tab_separated(self.table.table)))
        for button in (self.markdown, self.cells):
            button.setObjectName("quiet")
            button.setProperty("seen", False)

    def place(self, left: int, top: int, room: int) -> None:
        """Take this place in the text."""
        # So that a table is told when the keyboard comes to it; `table_reading` has it letter by letter.
        self.setAccessibleDescription(self.table.beginning(DESCRIBED_ROWS))
        extent = self.table.extent()
        wide = self.table.is_wide
        self.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn if wide else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if self.lineWrapColumnOrWidth() != round(self.table.textWidth()):
            self.setLineWrapColumnOrWidth(round(self.table.textWidth()))
        height = 24
        # The buttons stand beside the heading where there is room, over its end where there is none.
        sizes = [button.sizeHint().width() for button in (self.cells, self.markdown)]
        width = max(round(extent.width()), min(room, round(extent.width()) + sum(sizes) + 8))
        from_right = self.table.from_right
        area = QRect(left + room - width if from_right else left, top, width, round(extent.height()))
        self.setGeometry(area)
        if from_right:
            self.setViewportMargins(width - round(extent.width()), 0, 0, 0)
        end = 0
        for button, size in zip((self.cells, self.markdown), sizes, strict=True):
            end += size
            button.setGeometry(end - size if from_right else width - end, 2, size, height)
            end += 2

    def focusables(self) -> list[QWidget]:
        """The table, then its buttons."""
        return [self, self.markdown, self.cells]

    def createMimeDataFromSelection(self) -> QMimeData:
        """Only the words: nothing that another program could take for markup."""
        data = QMimeData()
        data.setText(self.table.words_chosen(self.textCursor()))
        return data

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """The sealed document's answer, should Qt ask here first."""
        return self.table.loadResource(kind, name)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The buttons can be seen while the mouse is here."""
        self._show_buttons(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """They go again."""
        self._show_buttons(False)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right scroll a wide table; page keys scroll the transcript."""
        bar = self.horizontalScrollBar()
        step = {Qt.Key.Key_Left.value: -48, Qt.Key.Key_Right.value: 48}.get(event.key(), 0)
        step = -step if self.table.from_right else step
        if step and not event.modifiers() and bar.maximum():
            bar.setValue(bar.value() + step)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways it scrolls the table, else the transcript."""
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()) and self.table.is_wide:
            super().wheelEvent(event)
            return
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The table, and a ring while the keyboard is on it."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().highlight().color(), 1))
            painter.drawRoundedRect(self.viewport().rect().adjusted(0, 0, -1, -1), 4, 4)

    def _show_buttons(self, seen: bool) -> None:
        for button in (self.markdown, self.cells):
            button.setProperty("seen", seen)
            button.update()

    def event(self, event: QEvent) -> bool:
        """The passage under a number is told in a tip."""
        if isinstance(event, QHelpEvent) and show_tip(self, event, self.sources):
            return True
        return super().event(event)

    def _clicked(self, url: QUrl) -> None:
        tell_click(url, self.source_requested.emit, self.link_requested.emit)


class Overlays:
    """Keeps the widgets over one text."""

    def __init__(self, body: TextBody) -> None:
        self._body = body
        self._shown: dict[Span, CodeHeader | TableBox] = {}
        self._sources: Mapping[int, str] = {}
        self._placed: dict[Span, tuple[float, float, float, int, int]] = {}

    def settle(self, low: float, high: float) -> None:
        """Have a widget for each piece of code and each table between these heights, and for no other."""
        near = [
            span
            for span in self._body.spans_in(low, high)
            if (span.code is not None or span.table is not None)
        ]
        wanted = set(near)
        for span in [span for span in self._shown if span not in wanted]:
            if (
                not self._shown[span].isAncestorOf(QApplication.focusWidget() or self._body)
                and (self._shown[span] is not QApplication.focusWidget())
            ) or span not in self._body.writer.spans:
                self._drop(span)
        for span in near:
            widget = self._shown.get(span) or self._make(span)
            self._place(span, widget)

    def focusables(self) -> list[QWidget]:
        """What the Tab key reaches, in reading order."""
        found: list[QWidget] = []
        for span in sorted(self._shown, key=lambda span: span.first):
            widget = self._shown[span]
            found += [widget.button] if isinstance(widget, CodeHeader) else widget.focusables()
        return found

    def boxes(self) -> list[TableBox]:
        """The tables in sight."""
        return [widget for widget in self._shown.values() if isinstance(widget, TableBox)]

    def set_sources(self, sources: Mapping[int, str]) -> None:
        """The passages that numbers in tables lead to."""
        self._sources = sources
        for box in self.boxes():
            box.sources = sources

    def clear(self) -> None:
        """Take all away: the text is written anew."""
        for span in list(self._shown):
            self._drop(span)

    def _make(self, span: Span) -> CodeHeader | TableBox:
        body = self._body
        widget: CodeHeader | TableBox
        if span.table is not None:
            widget = TableBox(span.table, body.viewport())
            widget.link_requested.connect(body.link_requested)
            widget.source_requested.connect(body.source_requested)
            widget.sources = self._sources
        else:
            widget = CodeHeader(body.viewport())
        widget.copy_requested.connect(body.copy_requested)
        widget.show()
        self._shown[span] = widget
        return widget

    def _drop(self, span: Span) -> None:
        widget = self._shown.pop(span)
        self._placed.pop(span, None)
        if span.table is not None:
            span.table.boxed = False
        widget.hide()
        widget.deleteLater()

    def _place(self, span: Span, widget: CodeHeader | TableBox) -> None:
        # Frozen blocks don't move: most widgets stay as they are while an answer grows.
        rect = self._body.span_rect(span)
        content = span.table.table if span.table is not None else span.code
        wide = span.table.extent().width() if span.table is not None else 0
        place = (rect.top(), rect.bottom(), wide, self._body.viewport().width(), id(content))
        if self._placed.get(span) == place:
            return
        self._placed[span] = place
        if isinstance(widget, CodeHeader):
            if span.code is not None:
                widget.set_code(span.code.text, span.code.language)
            area = self._body.code_rect(span).toRect()
            area.setHeight(CODE_HEADER_PX)
            if widget.geometry() != area:
                widget.place(area)
        else:
            left = round(span.left_px)
            widget.place(left, round(rect.top()), self._body.viewport().width() - left)
