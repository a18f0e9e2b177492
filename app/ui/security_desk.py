"""What the window does about passphrase and recovery code: the sheets, and carrying out what was chosen in them.

Window process, main thread; services are reached through the door only.
"""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.errors import HearthError
from app.services.sentences import sentence
from app.ui.door import Door
from app.ui.passphrase_sheet import PassphraseSheet
from app.ui.ports import OpenSession
from app.ui.recovery_sheet import RecoverySheet
from app.ui.theme import Theme


class SecurityDesk(QObject):
    """Signals:
    protected: whether the profile has a passphrase and a recovery code, after a look or a change.
    told: a sentence for the person.
    """

    protected = Signal(bool, bool)
    told = Signal(str)

    def __init__(
        self,
        theme: Theme,
        door: Door,
        session: OpenSession,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._session = session
        self._window = window
        self._has_passphrase = False
        self._has_code = False

    def begin(self) -> None:
        """See what protects the profile."""
        security = self._session.security

        def known(facts: tuple[bool, bool]) -> None:
            self._has_passphrase, self._has_code = facts
            self.protected.emit(self._has_passphrase, self._has_code)

        self._door.run(lambda: (security.has_passphrase, "recovery" in security.slots()), known)

    @Slot()
    def set_passphrase(self) -> None:
        """Set or change the passphrase."""
        self._passphrase_sheet(remove=False)

    @Slot()
    def remove_passphrase(self) -> None:
        """Let the keyring open the profile again."""
        self._passphrase_sheet(remove=True)

    @Slot()
    def make_recovery_code(self) -> None:
        """Make a recovery code and show it once."""

        def made(code: str) -> None:
            self._has_code = True
            self.protected.emit(self._has_passphrase, self._has_code)
            RecoverySheet(self._theme, self._window, code).open_over()

        self._door.run(self._session.security.make_recovery_code, made, self._tell)

    def _passphrase_sheet(self, remove: bool) -> None:
        sheet: PassphraseSheet

        def take(new: str, current: str) -> None:
            security = self._session.security

            def work() -> None:
                if remove:
                    security.remove_passphrase(current)
                else:
                    security.set_passphrase(new, current or None)

            def done(_nothing: None) -> None:
                self._has_passphrase = not remove
                sheet.close_done()
                self.protected.emit(self._has_passphrase, self._has_code)
                if remove:
                    self.told.emit(self.tr("The passphrase is gone. Your system's keyring opens Hearth now."))
                else:
                    self.told.emit(
                        self.tr("From now on this passphrase opens Hearth. Make a recovery code in Settings.")
                    )

            def failed(error: Exception) -> None:
                if isinstance(error, HearthError):
                    sheet.show_problem(sentence(error, self.tr))

            self._door.run(work, done, failed)

        sheet = PassphraseSheet(self._theme, self._window, self._has_passphrase, take, remove)
        sheet.open_over()

    def _tell(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.told.emit(sentence(error, self.tr))
