"""Restoring a backup from the window: choosing it, trying what opens it, and putting it in the profile's place.

Window process, main thread. The open profile is closed only after the backup was opened; then `AwayWork` takes over.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import HearthError
from app.services.sentences import sentence
from app.ui.away_work import AwayWork
from app.ui.backup_desk import ENDING
from app.ui.door import Door
from app.ui.ports import Opener
from app.ui.restore_sheet import RestoreSheet
from app.ui.theme import Theme


class RestoreDesk(QObject):
    """Signals: `ended` when the process shall end and a fresh one take its place."""

    ended = Signal()

    def __init__(
        self, theme: Theme, door: Door, opener: Opener, window: QWidget, put_away: Callable[[], None]
    ) -> None:
        """`put_away` closes the open profile, if one is open; what is run through the door later comes after it."""
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._opener = opener
        self._window = window
        self._put_away = put_away
        self._work = AwayWork(theme, door, window, self.tr("The backup wasn't restored"))
        self._work.ended.connect(self.ended)
        self._sheet: RestoreSheet | None = None

    def pick(self, replaces: bool) -> None:
        """Ask for the file. `replaces`: there is a profile already."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Restore a backup"),
            QDir.homePath(),
            f"{self.tr('Backups of Hearth')} (*{ENDING});;{self.tr('All files')} (*)",
            options=QFileDialog.Option.DontUseCustomDirectoryIcons,
        )
        if name:
            self.ask(Path(name), replaces)

    def ask(self, backup: Path, replaces: bool) -> None:
        """Ask for what opens it."""
        sheet = RestoreSheet(self._theme, self._window, backup.name, replaces)
        sheet.given.connect(lambda passphrase, code: self._try(backup, passphrase, code))
        sheet.stop_wished.connect(self._work.stop)
        self._sheet = sheet
        sheet.open_over(sheet.passphrase)

    def _try(self, backup: Path, passphrase: str, code: str) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        sheet.show_checking()

        def opened(_nothing: None) -> None:
            sheet.forget()
            self._put_away()
            self._work.begin(lambda: self._opener.restoring(backup, passphrase or None, code or None), sheet)

        def refused(error: Exception) -> None:
            if isinstance(error, HearthError):
                sheet.show_problem(sentence(error, self.tr))

        self._door.run(
            lambda: self._opener.try_backup(backup, passphrase or None, code or None), opened, refused
        )
