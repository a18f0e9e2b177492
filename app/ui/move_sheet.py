"""Says where the data folder will lie, asks, and shows how its move goes. Window process, main thread."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from app.ui.language import size_words
from app.ui.markdown.visible_text import visible
from app.ui.sheet import Sheet
from app.ui.theme import Theme


class MoveSheet(Sheet):
    """Signals: `agreed` with whether models stay where they are; `stop_wished` while it is under way."""

    agreed = Signal(bool)
    stop_wished = Signal()

    def __init__(
        self, theme: Theme, window: QWidget, target: Path, size_bytes: int, models_bytes: int
    ) -> None:
        """`size_bytes` of all that would move, `models_bytes` of the models in it."""
        super().__init__(theme, window, self.tr("Move the data folder"), width_px=480)
        self.is_running = False
        self.add_paragraph(visible(str(target)), "strong")
        self.add_paragraph(
            self.tr(
                "Conversations, libraries and settings move there: {size}. Every copy is read back before the old one "
                "is cleared away. Hearth closes meanwhile and opens again from the new place."
            ).format(size=size_words(size_bytes)),
            "muted",
        )
        self.leave = QCheckBox(
            self.tr("Leave the models where they are: {size}").format(size=size_words(models_bytes))
        )
        self.body.addWidget(self.leave)
        self.leave.setVisible(models_bytes > 0)  # not before it has a place: it would be a window of its own
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the move is"))
        self.bar.hide()
        self.body.addWidget(self.bar)
        self.buttons.addStretch(1)
        self.cancel = self.add_button(self.tr("Cancel"))
        self.cancel.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.go = self.add_button(self.tr("Move"), "primary")
        self.go.clicked.connect(self._finish)

    def show_progress(self, fraction: float) -> None:
        """It is under way, and can be stopped."""
        self.is_running = True
        self.bar.show()
        self.bar.setRange(0, 100)
        self.bar.setValue(round(100 * fraction))
        self.go.setEnabled(False)
        self.leave.setEnabled(False)
        self.cancel.set_caption(self.tr("Stop"))

    def reject(self) -> None:
        """Cancel before it begins; stop it afterwards: then all is as it was."""
        if self.is_running:
            self.cancel.setEnabled(False)
            self.stop_wished.emit()
        else:
            super().reject()

    @Slot()
    def _finish(self) -> None:
        self.go.setEnabled(False)
        self.agreed.emit(self.leave.isChecked())
