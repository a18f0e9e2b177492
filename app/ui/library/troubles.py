"""Files that gave no text: what happened, what can be done, and a button for it. Window process, main thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, Card, ElidedLabel, PlainLabel, Rule, plain_tip
from app.ui.theme import Theme

SHOWN = 100  # more are counted: a person can't work through thousands of rows


@dataclass(frozen=True, slots=True)
class TroubleRow:
    """A file that needs attention. `needs` is "password", "ocr" or empty."""

    path: str
    library: str
    words: str
    needs: str


class TroubleTable(Card):
    """The rows.

    Signals: `retry_wished`, `password_wished`, `folder_wished` with a path; `ocr_wished` with the library's name.
    """

    retry_wished = Signal(str)
    password_wished = Signal(str)
    ocr_wished = Signal(str)
    folder_wished = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(18, 12, 18, 12)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 5)
        self.rows: list[TroubleRow] = []

    def show_rows(self, rows: Sequence[TroubleRow]) -> None:
        """Show these files."""
        if list(rows) == self.rows:
            return
        self.rows = list(rows)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._put(
            0, PlainLabel(self.tr("File"), "muted"), PlainLabel(self.tr("What happened, what to do"), "muted")
        )
        for number, row in enumerate(self.rows[:SHOWN]):
            self._grid.addWidget(Rule(), 2 * number + 1, 0, 1, 4)
            name = ElidedLabel(_name(row))
            name.setToolTip(plain_tip(row.path))
            self._put(
                2 * number + 2, name, PlainLabel(row.words, wrap=True), self._button(row), self._folder(row)
            )
        if len(self.rows) > SHOWN:
            more = self.tr("and %Ln more", "", len(self.rows) - SHOWN)
            self._put(2 * SHOWN + 2, PlainLabel(more, "muted"))

    def _put(self, line: int, *widgets: QWidget) -> None:
        for column, widget in enumerate(widgets):
            self._grid.addWidget(widget, line, column)

    def _folder(self, row: TroubleRow) -> Button:
        name = _name(row)
        button = Button(self._theme, self.tr("Show folder"), "ghost")
        button.clicked.connect(lambda: self.folder_wished.emit(row.path))
        button.setAccessibleName(self.tr("Show the folder of {name}").format(name=name))
        return button

    def _button(self, row: TroubleRow) -> Button:
        name = _name(row)
        if row.needs == "password":
            button = Button(self._theme, self.tr("Unlock…"))
            button.clicked.connect(lambda: self.password_wished.emit(row.path))
            button.setAccessibleName(self.tr("Unlock {name}").format(name=name))
        elif row.needs == "ocr":
            button = Button(self._theme, self.tr("Read with OCR"))
            button.clicked.connect(lambda: self.ocr_wished.emit(row.library))
            button.setAccessibleName(self.tr("Read pictures of text in {name}").format(name=row.library))
            button.setToolTip(plain_tip(self.tr("For all files of this library that hold only pictures.")))
        else:
            button = Button(self._theme, self.tr("Retry"))
            button.clicked.connect(lambda: self.retry_wished.emit(row.path))
            button.setAccessibleName(self.tr("Read {name} again").format(name=name))
        return button


def _name(row: TroubleRow) -> str:
    """Of the file, fit to be shown."""
    return visible(row.path.replace("\\", "/").rpartition("/")[2])
