"""Moving the data folder from the window: choosing the place, asking, and the move. Window process, main thread."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import HearthError
from app.services.sentences import sentence
from app.ui.away_work import AwayWork
from app.ui.move_sheet import MoveSheet
from app.ui.ports import OpenSession
from app.ui.questions import TellSheet

if TYPE_CHECKING:
    from app.vault.moving import MovePlan

FOLDER_NAME = "Hearth"  # made in the folder that was chosen, where something is in it


class MoveDesk(AwayWork):
    """A move; see AwayWork."""

    def pick(self, session: OpenSession) -> None:
        """Ask for the folder."""
        name = QFileDialog.getExistingDirectory(
            self._window,
            self.tr("Where shall the data lie?"),
            QDir.homePath(),
            QFileDialog.Option.ShowDirsOnly | QFileDialog.Option.DontUseCustomDirectoryIcons,
        )
        if name:
            self.ask(Path(name), session)

    def ask(self, chosen: Path, session: OpenSession) -> None:
        """Look whether it can be done, and ask."""

        def look() -> "MovePlan":
            """On the work thread."""
            target = chosen
            with suppress(OSError):  # what is wrong with the folder is told by the plan
                target = chosen / FOLDER_NAME if any(chosen.iterdir()) else chosen
            return self._opener.plan_of_move(target, session.library.libraries)

        self._door.run(look, self._offer, self._refuse)

    def _offer(self, plan: "MovePlan") -> None:
        sheet = MoveSheet(self._theme, self._window, plan.target, plan.size_bytes, plan.models_bytes)

        def agreed(leave_models: bool) -> None:
            failure = self.tr("The data folder wasn't moved")
            self._do(lambda: self._opener.moving(plan.target, leave_models), sheet, failure)

        sheet.agreed.connect(agreed)
        sheet.stop_wished.connect(self.stop)
        sheet.open_over()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            words = sentence(error, self.tr)
            TellSheet(
                self._theme, self._window, self.tr("The data folder stays where it is"), words
            ).open_over()
