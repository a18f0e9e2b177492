"""What the window does about backups: choosing a file, how far it is, and what came of it.

Window process, main thread; the backup is made on the work thread (`app.services.backup`), reached through the door.
"""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDir, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from app.services.events import BackupEnded, BackupProgressed, Event
from app.services.sentences import sentence
from app.ui.language import from_left, number_words
from app.ui.markdown.visible_text import visible
from app.ui.moving_desk import MovingDesk
from app.ui.questions import ConfirmSheet

ENDING = ".hearth-backup"


class BackupDesk(MovingDesk):
    """Signals:
    code_wished: a recovery code is to be made first.
    told: a sentence for the person.
    """

    code_wished = Signal()
    told = Signal(str)

    @Slot()
    def make(self) -> None:
        """Ask where to, and make a backup; first for a recovery code, where nothing else would open it."""

        def known(opens: bool) -> None:
            if opens:
                self._pick()
            else:
                self._offer_code()

        self._door.run(lambda: self._session.backups.can_be_opened_elsewhere, known, self._failed)

    @Slot()
    def stop(self) -> None:
        """Make no backup after all."""
        self._door.run(self._session.backups.stop)

    def write(self, target: Path) -> None:
        """Make the backup at `target`."""

        def begun(_nothing: None) -> None:
            self._show(self.tr("A backup is being made…"), True)

        self._door.run(lambda: self._session.backups.start(target), begun, self._failed)

    def take(self, event: Event) -> None:
        """How far it is, or how it ended."""
        if isinstance(event, BackupProgressed):
            percent = round(100 * event.fraction)
            words = self.tr("A backup is being made: {percent} %. Chats go on; files can't be searched.")
            self._show(words.format(percent=number_words(percent)), True)
        elif isinstance(event, BackupEnded):
            if event.error is not None:
                self._show(sentence(event.error, self.tr), False)
            elif event.stopped:
                self._show(self.tr("The backup was stopped, and nothing of it is left."), False)
            else:
                words = self.tr("The backup is made, was read back and is whole: {path}")
                self._show(words.format(path=from_left(visible(str(event.path)))), False)
                self.told.emit(self.tr("The backup is made."))

    def _pick(self) -> None:
        suggested = Path(QDir.homePath()) / f"hearth-{date.today().isoformat()}{ENDING}"
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Make a backup"),
            str(suggested),
            f"{self.tr('Backups of Hearth')} (*{ENDING})",
            options=QFileDialog.Option.DontUseCustomDirectoryIcons | QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.write(Path(name))

    def _offer_code(self) -> None:
        ConfirmSheet(
            self._theme,
            self._window,
            self.tr("Make a recovery code first?"),
            self.tr(
                "This profile opens by your system's keyring, which no backup can take along. A recovery code on "
                "paper opens the backup on any computer. Make one, then make the backup."
            ),
            self.tr("Make a recovery code"),
            self.code_wished.emit,
        ).open_over()
