"""The table of the Ledger page: a model that formats only what is seen, and its view. Window process, main thread."""

import enum
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui.language import size_words
from app.ui.ledger.rows import LedgerRow
from app.ui.markdown.visible_text import visible
from app.ui.parts import plain_tip
from app.ui.text_size import px
from app.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT_PX = 37
LEAST_HEIGHT_PX = 220


class Column(enum.IntEnum):
    """The columns, in their order."""

    WHEN = 0
    TO = 1
    WHY = 2
    SENT = 3
    RECEIVED = 4
    ALLOWED = 5
    ENDED = 6
    LOOK = 7


# How the width is shared.
SHARES = {
    Column.WHEN: 14,
    Column.TO: 17,
    Column.WHY: 22,
    Column.SENT: 9,
    Column.RECEIVED: 9,
    Column.ALLOWED: 14,
    Column.ENDED: 10,
    Column.LOOK: 6,
}
NARROW_PX = 760  # a narrower table leaves some out; the entry's sheet has them
LEFT_OUT = frozenset({Column.RECEIVED, Column.ALLOWED})


class LedgerModel(QAbstractTableModel):
    """All rows, or those that fit what was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[LedgerRow] = ()
        self._rows: Sequence[LedgerRow] = ()
        self._typed: tuple[str, ...] = ()

    def show(self, rows: Sequence[LedgerRow]) -> None:
        """Show these, newest first."""
        self._all = rows
        self._fill()

    def narrow(self, typed: str) -> int:
        """Show only rows that hold every word that was typed; how many do."""
        words = tuple(typed.casefold().split())
        if words != self._typed:  # or the chosen row would be lost for nothing
            self._typed = words
            self._fill()
        return len(self._rows)

    def row(self, number: int) -> LedgerRow | None:
        """What stands in a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, number: int) -> int:
        """The row of the ledger's entry `number`, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.entry.number == number), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Always the same."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return _column_name(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell. The first is read out with its whole row."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is not Column.LOOK:
            return plain_tip(self._cell(row, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            shown = [Column(section) for section in range(Column.LOOK)]
            cells = shown if column is Column.WHEN else [column]
            return ", ".join(f"{_column_name(one)} {self._cell(row, one)}" for one in cells)
        return None

    def _cell(self, row: LedgerRow, column: Column) -> str:
        entry = row.entry
        if column is Column.WHEN:
            return moment(entry.at_ms)
        if column is Column.SENT:
            return size_words(entry.sent_bytes)
        if column is Column.RECEIVED:
            return size_words(entry.received_bytes)
        if column is Column.LOOK:
            return _say("view ›")
        words = {Column.TO: row.to, Column.WHY: row.why, Column.ALLOWED: row.allowed, Column.ENDED: row.ended}
        return " ".join(visible(words[column]).split())

    def _fill(self) -> None:
        self.beginResetModel()
        self._rows = [row for row in self._all if all(word in row.found_by for word in self._typed)]
        self.endResetModel()


class LedgerTable(QTableView):
    """The rows. Enter, a double click, or a click on the last column opens one.

    Signals: `opened` with a LedgerRow.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = LedgerModel(self)
        self.setModel(self.rows)
        self.setProperty("look", "ledger")
        self.setAccessibleName(self.tr("What has left this computer"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves it; arrows walk in it
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(LEAST_HEIGHT_PX)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        self.activated.connect(self._open)
        self.clicked.connect(self._clicked)
        theme.changed.connect(self._fit_text)
        self._fit_text()

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show these; the chosen one stays chosen, and where it was is where the list stays."""
        chosen = self.rows.row(self.currentIndex().row())
        place = self.verticalScrollBar().value()
        self.rows.show(rows)
        at = self.rows.row_of(chosen.entry.number) if chosen is not None else -1
        if at >= 0:
            self.setCurrentIndex(self.rows.index(at, 0))
        self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        width = self.viewport().width()
        left_out = LEFT_OUT if width < NARROW_PX else frozenset()
        whole = sum(share for column, share in SHARES.items() if column not in left_out)
        for column, share in SHARES.items():
            self.setColumnHidden(column, column in left_out)
            if column not in left_out:
                self.setColumnWidth(column, width * share // whole)

    @Slot()
    def _fit_text(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT_PX))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is not None:
            self.opened.emit(row)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == Column.LOOK:
            self._open(index)


def moment(at_ms: int) -> str:
    """A time as it is usual here; today and yesterday by their names."""
    at, now, locale = QDateTime.fromMSecsSinceEpoch(at_ms), QDateTime.currentDateTime(), QLocale()
    time = locale.toString(at.time(), QLocale.FormatType.ShortFormat)
    days = at.date().daysTo(now.date())
    if days == 0:
        return _say("Today {time}").format(time=time)
    if days == 1:
        return _say("Yesterday {time}").format(time=time)
    return locale.toString(at, QLocale.FormatType.ShortFormat)


def _column_name(column: Column) -> str:
    return {
        Column.WHEN: _say("When"),
        Column.TO: _say("To"),
        Column.WHY: _say("Why"),
        Column.SENT: _say("Sent"),
        Column.RECEIVED: _say("Received"),
        Column.ALLOWED: _say("Allowed by"),
        Column.ENDED: _say("How it ended"),
        Column.LOOK: "",
    }[column]


def _say(text: str) -> str:
    return QCoreApplication.translate("Ledger", text)
