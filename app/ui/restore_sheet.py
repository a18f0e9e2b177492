"""Asks for what opens a backup, and shows how its restore goes. Window process, main thread."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QProgressBar, QWidget

from app.ui.markdown.visible_text import visible
from app.ui.parts import PlainLabel
from app.ui.passphrase import SecretField
from app.ui.sheet import Sheet
from app.ui.theme import Theme


class RestoreSheet(Sheet):
    """Signals: `given` with passphrase and recovery code (one of them empty); `stop_wished` while it is restored."""

    given = Signal(str, str)
    stop_wished = Signal()

    def __init__(self, theme: Theme, window: QWidget, name: str, replaces: bool) -> None:
        """`replaces`: there is a profile already, which is kept beside the restored one."""
        super().__init__(theme, window, self.tr("Restore a backup"), width_px=480)
        self.is_running = False
        self.add_paragraph(visible(name), "strong")
        self.add_paragraph(
            self.tr(
                "It opens with the passphrase Hearth had when the backup was made, or with the recovery code of "
                "that time. Its conversations come back local: none may ask a server until you allow it."
            ),
            "muted",
        )
        if replaces:
            self.add_paragraph(
                self.tr(
                    "What is in Hearth now is kept beside it in the data folder, encrypted as it is, in a folder "
                    "named before-restore with the date."
                )
            )
        self.passphrase = SecretField(self.tr("Passphrase of the backup"))
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("Or its recovery code"))
        self.code.setAccessibleName(self.tr("Or its recovery code"))
        self.code.setMaxLength(200)
        self.code.setMinimumHeight(36)
        for field in (self.passphrase, self.code):
            field.textChanged.connect(self._enable)
            field.returnPressed.connect(self._finish)
            self.body.addWidget(field)
        self.problem = PlainLabel("", "problem", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the restore is"))
        self.bar.hide()
        self.body.addWidget(self.bar)
        self.buttons.addStretch(1)
        self.cancel = self.add_button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.go = self.add_button(self.tr("Restore"), "primary")
        self.go.clicked.connect(self._finish)
        self._enable()

    def show_checking(self) -> None:
        """The secret is being tried, which takes about a second on purpose."""
        self.problem.hide()
        self.bar.setRange(0, 0)
        self._set_busy(True)

    def show_problem(self, text: str) -> None:
        """It doesn't open: say why, and let the person type again."""
        self._set_busy(False)
        self.problem.setText(text)
        self.problem.show()
        field = self.code if self.code.text() else self.passphrase
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def show_progress(self, fraction: float) -> None:
        """It is being restored, and can be stopped."""
        self.is_running = True
        self.bar.setRange(0, 100)
        self.bar.setValue(round(100 * fraction))
        self.cancel.set_caption(self.tr("Stop"))
        self.cancel.setEnabled(True)

    def forget(self) -> None:
        """Empty the fields."""
        self.passphrase.clear()
        self.code.clear()

    def reject(self) -> None:
        """Cancel before it begins; stop it afterwards."""
        if self.is_running:
            self.cancel.setEnabled(False)
            self.stop_wished.emit()
        elif self.bar.isHidden():
            super().reject()

    def _set_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        for widget in (self.passphrase, self.code, self.cancel):
            widget.setEnabled(not busy)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        typed = bool(self.passphrase.text()) != bool(self.code.text().strip())  # one of the two
        self.go.setEnabled(typed and self.bar.isHidden())

    @Slot()
    def _finish(self) -> None:
        if self.go.isEnabled():
            self.given.emit(self.passphrase.text(), self.code.text().strip())
