"""How words are chosen, as fields that are checked while they are typed. Window process, main thread."""

import math
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.preset import RANGES
from app.domain.sampling import Sampling
from app.ui.parts import PlainLabel, set_look

SHOWN = ("temperature", "top_p", "top_k", "min_p", "repeat_penalty", "max_tokens", "seed")


class SamplingForm(QWidget):
    """A box for the usual sampling, and below it the numbers of one's own.

    Signals: `edited` after each change.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kept = Sampling()  # what isn't shown stays as it was
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.usual = QCheckBox(self.tr("Choose words as usual"))
        self.usual.toggled.connect(self._toggled)
        column.addWidget(self.usual)
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        self.fields: dict[str, QLineEdit] = {}
        words = {
            "temperature": self.tr("Temperature: 0 always takes the likeliest word"),
            "top_p": self.tr("Top p: the likeliest words up to this share"),
            "top_k": self.tr("Top k: so many words at most, 0 for all"),
            "min_p": self.tr("Min p: no word less likely than this share of the best"),
            "repeat_penalty": self.tr("Repetition penalty: 1 for none"),
            "max_tokens": self.tr("Longest answer in tokens, 0 for no limit"),
            "seed": self.tr("Seed: the same draws each time, -1 for fresh ones"),
        }
        for row, name in enumerate(SHOWN):
            field = QLineEdit()
            field.setFixedWidth(96)
            field.setMaxLength(24)
            field.setAccessibleName(words[name])
            allowed = RANGES[name]
            tip = self.tr("From {low} to {high}").format(
                low=_locale().toString(allowed.low), high=_locale().toString(allowed.high)
            )
            field.setToolTip(tip)
            field.setAccessibleDescription(tip)
            field.textChanged.connect(self._typed)
            self.fields[name] = field
            grid.addWidget(field, row, 0)
            grid.addWidget(PlainLabel(words[name], "muted", wrap=True), row, 1)
        grid.setColumnStretch(1, 1)
        self.problem = PlainLabel("", "problem", wrap=True)
        column.addWidget(self.problem)
        column.addWidget(self._inside)
        self.show_sampling(None)

    def show_sampling(self, sampling: Sampling | None) -> None:
        """Show this one; None is the usual one."""
        self._kept = sampling or Sampling()
        locale = _locale()
        for name, field in self.fields.items():
            value = getattr(self._kept, name)
            field.setText(str(value) if RANGES[name].whole else locale.toString(float(value), "g", 6))
        self.usual.setChecked(sampling is None)
        self._toggled(sampling is None)

    @property
    def problems(self) -> list[str]:
        """The names of fields that hold no number in their range."""
        if self.usual.isChecked():
            return []
        return [name for name, field in self.fields.items() if self._value(name, field.text()) is None]

    def sampling(self) -> Sampling | None:
        """What was chosen; None for the usual one. Only while there are no `problems`."""
        if self.usual.isChecked():
            return None
        values: dict[str, Any] = {
            name: self._value(name, field.text()) for name, field in self.fields.items()
        }
        return replace(self._kept, **values)

    def _value(self, name: str, text: str) -> int | float | None:
        """The number in a field, or None where there is none in its range."""
        allowed = RANGES[name]
        typed = text.strip()
        if allowed.whole:
            digits = typed.removeprefix("-")
            if not digits.isdecimal() or len(digits) > 12:
                return None
            whole = int(typed)
            return whole if whole in allowed else None
        number, is_number = _locale().toDouble(typed)
        if not is_number:
            number, is_number = QLocale.c().toDouble(typed)
        fits = is_number and math.isfinite(number) and number in allowed
        return number if fits else None

    @Slot(bool)
    def _toggled(self, usual: bool) -> None:
        self._inside.setVisible(not usual)
        self._typed()

    @Slot()
    def _typed(self) -> None:
        wrong = self.problems
        for name, field in self.fields.items():
            set_look(field, "wrong" if name in wrong else "")
        words = ""
        if wrong:
            first = self.fields[wrong[0]]
            name = first.accessibleName().partition(":")[0]
            allowed = RANGES[wrong[0]]
            kind = self.tr("a whole number") if allowed.whole else self.tr("a number")
            words = self.tr("{name}: {kind} from {low} to {high}, please.").format(
                name=name,
                kind=kind,
                low=_locale().toString(allowed.low),
                high=_locale().toString(allowed.high),
            )
        self.problem.say(words)
        self.edited.emit()


def _locale() -> QLocale:
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale
