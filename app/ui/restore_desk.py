"""Restoring a backup from the window: choosing it, trying what opens it, and putting it in the profile's place.

Window process, main thread. The open profile is closed only after the backup was opened; then `AwayWork` takes over.
"""

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import HearthError
from app.services.sentences import sentence
from app.ui.away_work import AwayWork
from app.ui.backup_desk import ENDING
from app.ui.restore_sheet import RestoreSheet


class RestoreDesk(AwayWork):
    """A restore; see AwayWork."""

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
        sheet.given.connect(lambda passphrase, code: self._try(sheet, backup, passphrase, code))
        sheet.stop_wished.connect(self.stop)
        sheet.open_over(sheet.passphrase)

    def _try(self, sheet: RestoreSheet, backup: Path, passphrase: str, code: str) -> None:
        sheet.show_checking()

        def opened(_nothing: None) -> None:
            sheet.forget()
            failure = self.tr("The backup wasn't restored")
            self._do(lambda: self._opener.restoring(backup, passphrase or None, code or None), sheet, failure)

        def refused(error: Exception) -> None:
            if isinstance(error, HearthError):
                sheet.show_problem(sentence(error, self.tr))

        self._door.run(
            lambda: self._opener.try_backup(backup, passphrase or None, code or None), opened, refused
        )
