"""What the window does about conversations of other programs: choosing a file or folder, and what came of it.

Window process, main thread; the work is `app.services.import_service`'s, reached through the door.
"""

from pathlib import Path

from PySide6.QtCore import QDir, Slot
from PySide6.QtWidgets import QFileDialog

from app.domain.imported import LOST
from app.services.events import Event, ImportEnded, ImportProgressed
from app.services.import_summary import ImportSummary
from app.services.moving_sentences import LOST_WORDS
from app.services.sentences import sentence
from app.ui.language import number_words
from app.ui.markdown.visible_text import visible
from app.ui.moving_desk import MovingDesk
from app.ui.questions import TellSheet

_REFUSED_SHOWN = 5
_OPTIONS = QFileDialog.Option.DontUseCustomDirectoryIcons


class ImportDesk(MovingDesk):
    """An import; see MovingDesk."""

    @Slot()
    def pick_file(self) -> None:
        """Ask for an exported file."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import conversations"),
            QDir.homePath(),
            f"{self.tr('Exported conversations')} (*.json *.jsonl *.zip *.chat);;{self.tr('All files')} (*)",
            options=_OPTIONS,
        )
        if name:
            self.read(Path(name))

    @Slot()
    def pick_folder(self) -> None:
        """Ask for another program's folder of chats."""
        name = QFileDialog.getExistingDirectory(
            self._window,
            self.tr("Import conversations"),
            QDir.homePath(),
            options=QFileDialog.Option.ShowDirsOnly | _OPTIONS,
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Take in a file or folder."""

        def begun(_nothing: None) -> None:
            self._show(self.tr("Reading…"), True)

        self._door.run(lambda: self._session.imports.start(path), begun, self._failed)

    @Slot()
    def stop(self) -> None:
        """Take in nothing after all."""
        self._door.run(self._session.imports.stop)

    def take(self, event: Event) -> None:
        """How far it is, or how it ended."""
        if isinstance(event, ImportProgressed) and event.total > 1:
            self._show(
                self.tr("Reading: file {done} of {total}").format(
                    done=number_words(event.done), total=number_words(event.total)
                ),
                True,
            )
        elif isinstance(event, ImportEnded):
            self._ended(event)

    def _ended(self, event: ImportEnded) -> None:
        name = visible(event.path.name)
        if event.error is not None:
            self._show(f"{name}: {sentence(event.error, self.tr)}", False)
            self._tell(self.tr("Nothing was taken in"), f"{name}: {sentence(event.error, self.tr)}")
        elif event.summary is None:
            self._show(self.tr("The import was stopped, and nothing was taken in."), False)
        else:
            self._show("", False)
            self._tell(self.tr("Conversations taken in"), self._words(event.summary))

    def _words(self, summary: ImportSummary) -> str:
        lines = [
            self.tr("From {programs}: %Ln conversation(s).", "", summary.added).format(
                programs=", ".join(summary.programs)
            )
        ]
        if summary.added:
            lines.append(self.tr("They are in a folder of the list, and local: nothing in them may leave."))
        if summary.known:
            lines.append(
                self.tr(
                    "%Ln conversation(s) had been taken in before and stayed as they are.", "", summary.known
                )
            )
        if summary.comparisons:
            lines.append(
                self.tr(
                    "%Ln comparison(s), with their votes, are on the Compare page.", "", summary.comparisons
                )
            )
        if summary.known_comparisons:
            lines.append(
                self.tr(
                    "%Ln comparison(s) had been there before and stayed as they are.",
                    "",
                    summary.known_comparisons,
                )
            )
        lost = [
            f"{self.tr(LOST_WORDS[kind])} ({summary.lost[kind]})" for kind in LOST if summary.lost.get(kind)
        ]
        if lost:
            lines.append(self.tr("Left behind: {kinds}").format(kinds=", ".join(lost)))
        refused = summary.refused[:_REFUSED_SHOWN]
        lines += [f"{visible(one.path.name)}: {sentence(one.error, self.tr)}" for one in refused]
        if more := len(summary.refused) - len(refused):
            lines.append(self.tr("%Ln more file(s) could not be read.", "", more))
        return "\n\n".join(lines)

    def _tell(self, title: str, text: str) -> None:
        TellSheet(self._theme, self._window, title, text).open_over()
