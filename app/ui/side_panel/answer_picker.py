"""Which answer of the conversation the side panel tells about: its place, and steps to the others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.language import number_words
from app.ui.parts import ElidedLabel, IconButton
from app.ui.theme import Theme


class AnswerPicker(QWidget):
    """‹ Answer 2 of 3 ›. Hidden while there is but one.

    Signals: `step_wished(step)`, -1 for the answer before.
    """

    step_wished = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.before = IconButton(theme, "back", self.tr("The answer before this one"))
        self.after = IconButton(theme, "forward", self.tr("The answer after this one"))
        for button, step in ((self.before, -1), (self.after, 1)):
            button.setFixedSize(28, 26)
            button.clicked.connect(lambda _checked=False, step=step: self.step_wished.emit(step))
        self.label = ElidedLabel("", "muted")
        row.addWidget(self.before)
        row.addWidget(self.label, 1)
        row.addWidget(self.after)
        self.show_place(0, 0)

    def show_place(self, number: int, count: int) -> None:
        """This is answer `number` (from 1) of `count`."""
        words = self.tr("Answer {number} of {count}").format(
            number=number_words(number), count=number_words(count)
        )
        self.label.setText(words)
        self.label.setAccessibleName(words)
        self.before.setEnabled(number > 1)
        self.after.setEnabled(number < count)
        self.setVisible(count > 1)
