"""A rule, a name with a sentence below it, and what it is set with beside them. Window process, main thread."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.parts import PlainLabel, Rule


class ConsentRow(QWidget):
    """One row of the consent sheet. `told`: its sentence, hidden while it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.told = PlainLabel("", "muted", wrap=True)
        self.told.hide()

    def lay_out(self, name: str, control: QWidget) -> None:
        """Fill the row. Once."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(Rule())
        row = QHBoxLayout()
        row.setSpacing(14)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(PlainLabel(name, "strong", wrap=True))
        column.addWidget(self.told)
        row.addLayout(column, 1)
        row.addWidget(control)
        outer.addLayout(row)
