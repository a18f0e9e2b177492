"""What the window does about the ledger: showing, checking, exporting, blocking.

Window process, main thread; services are reached through the door only.
"""

from pathlib import Path

from PySide6.QtCore import QDir, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import CloudError, HearthError
from app.domain.ledger import LedgerTotals
from app.services.events import Event, LedgerChanged
from app.services.ledger_service import LedgerView
from app.services.sentences import sentence
from app.ui.door import Door
from app.ui.ledger.entry_sheet import EntrySheet
from app.ui.ledger.page import LedgerPage
from app.ui.ledger.rows import LedgerRow, ledger_words, rows_of
from app.ui.ports import OpenSession
from app.ui.theme import Theme

FILE_NAME = "hearth-ledger.json"


class LedgerDesk(QObject):
    """Keeps the page true to the ledger while it is shown.

    Signals: `told` with a sentence; `counted` with the totals.
    """

    told = Signal(str)
    counted = Signal(object)

    def __init__(self, theme: Theme, door: Door, session: OpenSession, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._ledger = session.ledger
        self._window = window
        self._page: LedgerPage | None = None

    @property
    def page(self) -> LedgerPage:
        """The page. Made when it is first asked for: most days nobody does, and the window starts sooner."""
        if self._page is None:
            self._page = LedgerPage(self._theme)
            self._page.opened.connect(self._open_entry)
            self._page.check_wished.connect(self.check)
            self._page.export_wished.connect(self.pick_export)
            self._page.block_wished.connect(self.block)
        return self._page

    def begin(self) -> None:
        """Tell the totals."""
        self._door.run(self._ledger.totals, self._count)

    def take(self, event: Event) -> None:
        """The ledger has one row more, or connections were blocked."""
        if isinstance(event, LedgerChanged):
            self.begin()
            if self._page is not None and self._page.isVisible():
                self.refresh()

    def open(self) -> None:
        """The page is shown now: read the ledger and check its chain."""
        self.refresh()
        self.page.export.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the ledger again."""
        words = ledger_words()  # here: translating belongs to the main thread

        def read() -> tuple[LedgerView, list[LedgerRow]]:
            view = self._ledger.view()
            return view, rows_of(view, words)

        self._door.run(read, self._show)

    @Slot()
    def check(self) -> None:
        """Check the chain, and every byte that is kept."""
        self.page.show_chain(self.tr("Checking…"), holds=True)
        self._door.run(self._ledger.verify, self._checked, self._not_checked)

    @Slot(bool)
    def block(self, blocked: bool) -> None:
        """Block all connections, or allow them again."""
        self._door.run(lambda: self._ledger.block(blocked), None, self._failed)
        if self._page is not None:
            self._page.show_blocked(blocked)
        self.told.emit(
            self.tr("All connections are blocked.")
            if blocked
            else self.tr("Connections can be allowed again.")
        )

    def turn_block(self) -> None:
        """Block all connections where they aren't, or allow them again."""
        self._door.run(lambda: self._ledger.blocked, lambda blocked: self.block(not blocked))

    @Slot()
    def pick_export(self) -> None:
        """Ask for a place, and write the ledger there."""
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export the ledger"),
            str(Path(QDir.homePath()) / FILE_NAME),
            "JSON (*.json)",
            options=QFileDialog.Option.DontUseCustomDirectoryIcons,
        )
        if name:
            self._door.run(lambda: self._ledger.export(Path(name)), self._exported, self._failed)

    @Slot(object)
    def _open_entry(self, row: LedgerRow) -> None:
        sheet = EntrySheet(self._theme, self._window, row)
        number = row.entry.number
        self._door.run(lambda: self._ledger.body(number), sheet.show_body, sheet.fail)
        sheet.open_over(sheet.close_button)

    def _show(self, read: tuple[LedgerView, list[LedgerRow]]) -> None:
        view, rows = read
        self.page.show_ledger(rows, view.totals, view.blocked)
        if view.broken_at:
            self._not_checked(CloudError("ledger_tampered", number=view.broken_at))
        else:
            self.page.show_chain(self.tr("The chain of all rows holds."), holds=True)

    def _checked(self, count: int) -> None:
        self.page.show_chain(
            self.tr("%Ln row(s) hold together: nothing was changed, added or taken out.", "", count),
            holds=True,
        )

    def _not_checked(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.page.show_chain(sentence(error, self.tr), holds=False)

    def _exported(self, count: int) -> None:
        self.told.emit(self.tr("%Ln row(s) exported. What lies there is not encrypted.", "", count))

    def _count(self, totals: LedgerTotals) -> None:
        self.counted.emit(totals)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.told.emit(sentence(error, self.tr))
