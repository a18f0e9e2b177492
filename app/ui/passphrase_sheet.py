"""Setting, changing and removing the passphrase. Window process, main thread."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from app.ui.parts import PlainLabel
from app.ui.passphrase import NewPassphrase, SecretField
from app.ui.sheet import Sheet
from app.ui.theme import Theme

Take = Callable[[str, str], None]


def _say(text: str) -> str:
    return QCoreApplication.translate("PassphraseSheet", text)


class PassphraseSheet(Sheet):
    """Asks for the present passphrase where there is one, and for a new one unless it is to be removed.

    `take(new, current)` is called when the person confirms; the sheet then waits until `close_done` or
    `show_problem`. Keys are made slowly on purpose, so a bar runs meanwhile.
    """

    def __init__(
        self, theme: Theme, window: QWidget, has_passphrase: bool, take: Take, remove: bool = False
    ) -> None:
        if remove:
            title = _say("Remove the passphrase?")
        else:
            title = _say("Change the passphrase") if has_passphrase else _say("Set a passphrase")
        super().__init__(theme, window, title, width_px=460)
        self._take = take
        self._remove = remove
        if remove:
            words = self.tr(
                "Your conversations stay encrypted, with a key in your system's keyring. "
                "Whoever is logged in to this computer as you can then open Hearth."
            )
        else:
            words = self.tr(
                "From then on Hearth opens only with this passphrase, and with your recovery code "
                "if you made one. "
                "If both are lost, nobody can open your conversations."
            )
        self.add_paragraph(words, "muted")
        self.current = SecretField(self.tr("Present passphrase"))
        if not has_passphrase:
            self.current.hide()
        self.current.textChanged.connect(self._enable)
        self.current.returnPressed.connect(self._finish)
        self.body.addWidget(self.current)
        self._ask_current = has_passphrase
        self.new = NewPassphrase()
        if remove:
            self.new.hide()
        self.new.changed.connect(self._enable)
        self.new.finished.connect(self._finish)
        self.body.addWidget(self.new)
        self.problem = PlainLabel("", "problem", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.wait = QProgressBar()
        self.wait.setRange(0, 0)
        self.wait.setTextVisible(False)
        self.wait.setAccessibleName(self.tr("Making the key"))
        self.wait.hide()
        self.body.addWidget(self.wait)
        self.buttons.addStretch(1)
        self.cancel = self.add_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        yes = self.tr("Remove it") if remove else self.tr("Set passphrase")
        self.save = self.add_button(yes, "danger" if remove else "primary")
        self.save.clicked.connect(self._finish)
        self._enable()

    def show_problem(self, text: str) -> None:
        """It didn't work: say why and let the person try again."""
        self._set_busy(False)
        self.problem.setText(text)
        self.problem.show()
        if self._ask_current:
            self.current.setFocus()
            self.current.selectAll()

    def close_done(self) -> None:
        """It worked."""
        self._set_busy(False)
        self.current.clear()
        self.new.clear()
        self.accept()

    def reject(self) -> None:
        """Not while the key is being made: it will be in force."""
        if self.wait.isHidden():
            super().reject()

    def _set_busy(self, busy: bool) -> None:
        self.wait.setVisible(busy)
        for widget in (self.current, self.new, self.cancel):
            widget.setEnabled(not busy)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        have_current = not self._ask_current or bool(self.current.text())
        have_new = self._remove or bool(self.new.text)
        self.save.setEnabled(have_current and have_new and self.wait.isHidden())

    @Slot()
    def _finish(self) -> None:
        if not self.save.isEnabled():
            return
        new, current = self.new.text, self.current.text()
        self.problem.hide()
        self._set_busy(True)
        self._take(new, current)
