"""Files that gave no text: what happened, what can be done, and a button for it. Window process, main thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout

from app.ui.flow import Flow
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, Card, ElidedLabel, PlainLabel, Rule, plain_tip
from app.ui.text_size import px
from app.ui.theme import Theme

COLUMNS = 3  # name, words, buttons
BESIDE_BUTTONS_PX = 420  # for a name and a sentence
SHOWN = 100  # more are counted: a person can't work through thousands of rows


@dataclass(frozen=True, slots=True)
class TroubleRow:
    """A file that needs attention. `needs` is "password", "ocr" or empty."""

    path: str
    library: str
    words: str
    needs: str


class _Line(NamedTuple):
    """The parts of a file's row, from where the language begins."""

    rule: Rule
    name: ElidedLabel
    words: PlainLabel
    actions: Flow


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
        self._head = (
            PlainLabel(self.tr("File"), "muted", parent=self),
            PlainLabel(self.tr("What happened, what to do"), "muted", parent=self),
        )
        self._more = PlainLabel("", "muted", parent=self)
        self._lines: list[_Line] = []
        self._stacked = False
        self.rows: list[TroubleRow] = []

    def show_rows(self, rows: Sequence[TroubleRow]) -> None:
        """Show these files."""
        if list(rows) == self.rows:
            return
        self.rows = list(rows)
        for line in self._lines:
            for widget in line:
                widget.hide()
                widget.deleteLater()
        self._lines = [self._line(row) for row in self.rows[:SHOWN]]
        over = len(self.rows) - SHOWN
        self._more.say(self.tr("and %Ln more", "", over) if over > 0 else "")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        if self._stacked != self._is_narrow():
            self._arrange()

    def _is_narrow(self) -> bool:
        """Whether there is no room for a name and a sentence beside the buttons."""
        buttons = max((line.actions.sizeHint().width() for line in self._lines), default=0)
        return self.width() < buttons + px(BESIDE_BUTTONS_PX)

    def _arrange(self) -> None:
        """Put the parts of a file beside each other, or below each other in a narrow window."""
        self._stacked = self._is_narrow()
        across = 1 if self._stacked else COLUMNS
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 0 if self._stacked else 5)
        while self._grid.takeAt(0) is not None:
            pass
        for column, head in enumerate(self._head):
            head.setVisible(not self._stacked)
            self._grid.addWidget(head, 0, column)
        for number, line in enumerate(self._lines):
            top = 4 * number + 1
            self._grid.addWidget(line.rule, top, 0, 1, across)
            for place, cell in enumerate(line[1:]):
                # None spans columns: a grid asks those that do for no height at a width.
                self._grid.addWidget(cell, *((top + 1 + place, 0) if self._stacked else (top + 1, place)))
        self._grid.addWidget(self._more, 4 * SHOWN + 1, 0, 1, across)

    def _line(self, row: TroubleRow) -> _Line:
        name = ElidedLabel(_name(row), parent=self)
        name.setToolTip(plain_tip(row.path))
        folder = self._folder(row)
        actions = Flow((self._button(row), folder), 8, 4, pushed=folder)
        actions.setParent(self)
        rule = Rule()
        rule.setParent(self)
        words = PlainLabel(row.words, wrap=True, parent=self)
        line = _Line(rule, name, words, actions)
        for widget in line:
            widget.show()
        return line

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
