"""The Ledger page: what left in all, whether the chain holds, a field that narrows, and the rows.

Window process, main thread. It is given what the ledger holds and tells wishes by signals, which `desk` takes.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from app.domain.ledger import LedgerTotals
from app.ui.language import size_words
from app.ui.ledger.rows import LedgerRow
from app.ui.ledger.table import LedgerTable
from app.ui.page import Page
from app.ui.parts import Button, Card, PlainLabel, set_look
from app.ui.theme import Theme

NARROW_PX = 760  # a narrower page has its totals in two rows


class TotalCard(Card):
    """A heading, a figure, and a line that explains it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )  # as tall as its neighbours
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        column.addWidget(PlainLabel(name, "muted", wrap=True))
        self.figure = PlainLabel("", "figure")
        # A label would go by its own letters, and "1.2 KB" stand at the left in Arabic.
        leading = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
        self.figure.setAlignment(leading | Qt.AlignmentFlag.AlignAbsolute)
        column.addWidget(self.figure)
        self.line = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.line)
        column.addStretch(1)

    def say(self, figure: str, line: str, none: bool) -> None:
        """Show a figure; in green where it is none."""
        self.figure.setText(figure)
        set_look(self.figure, "figure-none" if none else "figure")
        self.line.setText(line)
        self.setAccessibleName(f"{self._name}: {figure}. {line}")


class LedgerPage(Page):
    """Everything about what has left.

    Signals: `export_wished`, `check_wished`; `block_wished` with whether to block; `opened` with a LedgerRow.
    """

    export_wished = Signal()
    check_wished = Signal()
    block_wished = Signal(bool)
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self.setAccessibleName(self.tr("Ledger"))
        self.blocked = False
        column = self.stack(12)
        column.addLayout(self._head(theme))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Every connection Hearth has made. Each row is chained to the one before, so a missing or "
                    "altered row shows."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.problem)
        totals = QWidget()
        totals.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(totals)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.asked = TotalCard(self.tr("Sent to servers"))
        self.downloads = TotalCard(self.tr("Model downloads"))
        self.files = TotalCard(self.tr("From your files"))
        self.telemetry = TotalCard(self.tr("Telemetry, update checks"))
        self.telemetry.say(self.tr("none"), self.tr("Hearth has no code for either."), none=True)
        column.addWidget(totals)
        column.addLayout(self._tools(theme))
        self.table = LedgerTable(theme)
        self.table.opened.connect(self.opened)
        column.addWidget(self.table, 1)
        self.empty = PlainLabel("", "lead", wrap=True)
        column.addWidget(self.empty)
        column.addStretch(0)
        self.setWidget(self.inside)
        self._count = 0
        self.show_ledger((), LedgerTotals(), False)

    def _head(self, theme: Theme) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(self.tr("Ledger"), "heading"))
        tag = PlainLabel(self.tr("what left this computer, ever"), "tag")
        tag.setFixedHeight(20)
        head.addWidget(tag, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        self.export = Button(theme, self.tr("Export…"), on_click=self.export_wished.emit)
        self.export.setAccessibleName(self.tr("Export the ledger as JSON"))
        head.addWidget(self.export)
        self.block = Button(
            theme, self.tr("Block all connections"), on_click=lambda: self.block_wished.emit(not self.blocked)
        )
        head.addWidget(self.block)
        return head

    def _tools(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by server, conversation, day…"))
        self.filter.setAccessibleName(self.tr("Filter the rows"))
        self.filter.setMaxLength(200)
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        row.addWidget(self.filter, 1)
        self.chain = PlainLabel("", "muted", wrap=True)
        row.addWidget(self.chain, 1)
        self.check = Button(theme, self.tr("Check every byte"), on_click=self.check_wished.emit)
        self.check.setAccessibleName(self.tr("Check the chain and every byte that is kept"))
        row.addWidget(self.check)
        return row

    def show_ledger(self, rows: Sequence[LedgerRow], totals: LedgerTotals, blocked: bool) -> None:
        """Show these rows, newest first, and what they come to."""
        self._count = len(rows)
        self.table.show_rows(rows)
        self.asked.say(
            size_words(totals.sent_bytes),
            self.tr("%Ln request(s), each allowed by you", "", totals.asked)
            if totals.asked
            else self.tr("no server was ever asked"),
            none=totals.sent_bytes == 0,
        )
        self.downloads.say(
            size_words(totals.downloaded_bytes),
            self.tr("received, %Ln file(s)", "", totals.downloads)
            if totals.downloads
            else self.tr("no model was ever fetched"),
            none=totals.downloads == 0,
        )
        self.files.say(
            size_words(totals.file_bytes),
            self.tr("of passages that you allowed")
            if totals.file_bytes
            else self.tr("no passage was ever sent"),
            none=totals.file_bytes == 0,
        )
        self.show_blocked(blocked)
        for widget in (self.filter, self.chain, self.check, self.table):
            widget.setVisible(bool(rows))
        self._narrow()

    def show_blocked(self, blocked: bool) -> None:
        """Show whether all connections are blocked."""
        self.blocked = blocked
        set_look(self.block, "" if blocked else "danger")
        self.block.set_caption(
            self.tr("Allow connections again") if blocked else self.tr("Block all connections")
        )
        self.problem.say(
            self.tr("All connections are blocked until you allow them again. Nothing can be sent or fetched.")
            if blocked
            else ""
        )

    def show_chain(self, words: str, holds: bool) -> None:
        """Whether the chain holds, in words."""
        self.chain.setText(words)
        set_look(self.chain, "chain-ok" if holds else "problem")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Four totals side by side, or two above two."""
        super().resizeEvent(event)
        across = 2 if self.viewport().width() < NARROW_PX else 4
        for at, card in enumerate((self.asked, self.downloads, self.files, self.telemetry)):
            self._grid.addWidget(card, at // across, at % across)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    @Slot()
    def _narrow(self) -> None:
        shown = self.table.rows.narrow(self.filter.text())
        if not self._count:
            self.empty.say(
                self.tr(
                    "Nothing has ever left this computer. Should you ever ask a server or fetch a model, each "
                    "connection gets a row here before its first byte goes."
                )
            )
        else:
            self.empty.say("" if shown else self.tr("No row holds these words. Try fewer letters."))
