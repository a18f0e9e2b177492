"""What a question of the Library page is narrowed by: library, kind of file, part of the path, days.

Window process, main thread.
"""

import os
from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import UsageError
from app.domain.narrowing import search_filter
from app.domain.passage import SearchFilter
from app.services.sentences import sentence
from app.ui.controls import ChoiceBox
from app.ui.flow import Flow
from app.ui.language import from_left, in_direction, typed_day
from app.ui.parts import Button, PlainLabel, set_look
from app.ui.text_size import px
from app.ui.theme import Theme

GAP_PX = 8
NAME_CHARS = 28
LEAST_CHOICE_PX, WIDEST_CHOICE_PX = 120, 180
BESIDE_TEXT_PX = 32  # edges and room for the caret


class _Field(QLineEdit):
    """A field that is as wide as its hint asks for."""

    def __init__(self, hint: str, name: str, least_chars: int) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setMaxLength(400)
        self._least_chars = least_chars

    def sizeHint(self) -> QSize:
        """As wide as the hint, at the text's size now."""
        letters = self.fontMetrics()
        wide = max(
            letters.horizontalAdvance(self.placeholderText()),
            self._least_chars * letters.averageCharWidth(),
        )
        return QSize(wide + BESIDE_TEXT_PX, super().sizeHint().height())


class _Choice(ChoiceBox):
    """A list as wide as what it offers now."""

    def __init__(self, name: str, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__(name, choices)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def sizeHint(self) -> QSize:
        """Enough for most of what is offered."""
        hint = super().sizeHint()
        return QSize(min(hint.width(), px(WIDEST_CHOICE_PX)), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Some letters; the list that drops down shows all of them."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), px(LEAST_CHOICE_PX)), hint.height())


class SearchFilters(QWidget):
    """The filters of a question, on as many lines as they need.

    Signals: `settled`: something was chosen, Return pressed in a field, or all was reset.
    """

    settled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._names: tuple[str, ...] = ()
        self.library = _Choice(self.tr("Only in this library"), [("", self.tr("All libraries"))])
        self.library.hide()
        self.kind = _Choice(self.tr("Only files of this kind"), self._kinds())
        self.part = _Field(self.tr("Part of the path"), self.tr("Only files with this in their path"), 20)
        self.first = _Field(
            self.tr("From: {day}").format(day=from_left("2026-01-31")),
            self.tr("Only files of this day or later"),
            10,
        )
        self.last = _Field(
            self.tr("To: {day}").format(day=from_left("2026-12-31")),
            self.tr("Only files of this day or earlier"),
            10,
        )
        self.reset = Button(theme, self.tr("Reset"), "ghost", on_click=self._reset)
        self.reset.setAccessibleName(self.tr("Reset the filters"))
        column.addWidget(
            Flow((self.library, self.kind, self.part, self.first, self.last, self.reset), GAP_PX, GAP_PX)
        )
        self.problem = PlainLabel("", "problem", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        for choice in (self.library, self.kind):
            choice.chosen.connect(self._chosen)
        for field in (self.part, self.first, self.last):
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(self.settled)
        self._settle()

    @property
    def any_set(self) -> bool:
        """Whether anything is narrowed."""
        chosen = bool(self.library.value) or bool(self.kind.value)
        return chosen or any(field.text().strip() for field in (self.part, self.first, self.last))

    @property
    def libraries(self) -> tuple[str, ...]:
        """The libraries to search; none for all."""
        return (str(self.library.value),) if self.library.value else ()

    def read(self) -> SearchFilter | None:
        """What may be found; None where a day is none, which is said below, with the keyboard there."""
        kinds = self.kind.value
        part = self.part.text().strip()
        self._write_days()
        try:
            return search_filter(
                kinds if isinstance(kinds, tuple) else (),
                part=os.path.expanduser(part) if part.startswith("~") else part,
                first=self.first.text(),
                last=self.last.text(),
            )
        except UsageError as error:
            wrong = self.first if error.parameters.get("given") == self.first.text() else self.last
            set_look(wrong, "wrong")
            self.problem.say(in_direction(sentence(error, self.tr)))
            wrong.setFocus()
            return None

    def show_libraries(self, names: Sequence[str]) -> None:
        """Offer these; a single one needs no choice."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        choices: list[tuple[object, str]] = [("", self.tr("All libraries"))]
        choices += [
            (name, name if len(name) <= NAME_CHARS else name[: NAME_CHARS - 1] + "…") for name in names
        ]
        self.library.show_choices(choices)
        self.library.setVisible(len(names) > 1)
        self._settle()

    def _write_days(self) -> None:
        """Days as they are understood, so that a person sees it."""
        for field in (self.first, self.last):
            field.setText(typed_day(field.text()))

    @Slot()
    def _reset(self) -> None:
        if self.reset.hasFocus():  # it will have nothing to do any more
            self.kind.setFocus()
        self.library.show_value("")
        self.kind.show_value(())
        for field in (self.part, self.first, self.last):
            field.clear()
        self._settle()
        self.settled.emit()

    @Slot(object)
    def _chosen(self, _value: object) -> None:
        self._settle()
        self.settled.emit()

    @Slot()
    def _typed(self) -> None:
        self.problem.say("")
        for field in (self.first, self.last):
            if field.property("look"):
                set_look(field, "")
        self._settle()

    def _settle(self) -> None:
        self.reset.setEnabled(self.any_set)

    def _kinds(self) -> list[tuple[object, str]]:
        """Kinds as the parser names them, under what people call them."""
        return [
            ((), self.tr("Any kind")),
            (("pdf",), self.tr("PDF")),
            (("docx", "doc", "odt", "rtf"), self.tr("Documents (Word and others)")),
            (("xlsx", "xls", "ods", "csv"), self.tr("Spreadsheets")),
            (("pptx", "ppt", "odp"), self.tr("Slides")),
            (("eml", "msg", "mbox"), self.tr("Messages")),
            (("html",), self.tr("Web pages")),
            (("epub",), self.tr("Books (EPUB)")),
            (("text", "markdown", "rst", "asciidoc", "org", "latex"), self.tr("Notes and plain text")),
            (("code", "json", "xml", "notebook"), self.tr("Source code and data")),
            (("picture",), self.tr("Pictures")),
        ]
