"""What a value is set with: a toggle, a choice of few or of many, a number. Window process, main thread.

All tell what a person chose by `chosen`, take values by `show_value` without telling, and leave the wheel to the
page unless they have the keyboard.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QWidget,
)

from app.ui.parts import plain_caption
from app.ui.theme import Theme

SEGMENTS_UP_TO = 3  # choices that stand side by side; more of them drop down


class Toggle(QCheckBox):
    """On or off."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(44, 26)
        self.clicked.connect(self._told)
        theme.changed.connect(self.update)

    def show_value(self, value: object) -> None:
        """Show `value` without telling."""
        self.setChecked(value is True)

    def sizeHint(self) -> QSize:
        """Always the same."""
        return QSize(44, 26)

    def hitButton(self, _place: object) -> bool:
        """All of it can be clicked."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A track with a knob; the accent colour means on, the knob's place says the same."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(1, 1, 42, 24), 12, 12)
        track = QRectF(4, 4, 36, 18)
        on = self.isChecked()
        painter.setPen(QPen(QColor(colours.accent if on else colours.faint), 1))
        painter.setBrush(QColor(colours.accent if on else colours.sel))
        painter.drawRoundedRect(track, 9, 9)
        at_end = on != (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        knob = QRectF(track.right() - 16 if at_end else track.left() + 2, track.top() + 2, 14, 14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if on else colours.muted))
        painter.drawEllipse(knob)

    @Slot()
    def _told(self) -> None:
        self.chosen.emit(self.isChecked())


class Segments(QFrame):
    """One of a few that stand side by side; the arrow keys choose."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setProperty("look", "segments")
        self.setAccessibleName(name)
        self._values = [value for value, _ in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        self.buttons: list[QRadioButton] = []
        self.first_stop: QWidget = self
        for number, (_, text) in enumerate(choices):
            button = QRadioButton(plain_caption(text))
            button.setProperty("look", "segment")
            button.setAccessibleName(f"{name}: {text}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, number)
            row.addWidget(button)
            self.buttons.append(button)
        self._group.buttonToggled.connect(self._toggled)
        self._showing = False

    def show_value(self, value: object) -> None:
        """Show `value` without telling."""
        self._showing = True
        if value in self._values:
            self.buttons[self._values.index(value)].setChecked(True)
        self._showing = False
        self._pass_focus()

    def _pass_focus(self) -> None:
        """The chosen one is where the keyboard goes."""
        at = self._group.checkedId()
        if at >= 0:
            self.first_stop = self.buttons[at]

    @Slot(QAbstractButton, bool)
    def _toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self._pass_focus()
            if not self._showing:
                self.chosen.emit(self._values[self._group.id(button)])


class ChoiceBox(QComboBox):
    """One of several, dropping down."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._values: list[object] = []
        for value, text in choices:
            self.add(value, text)
        self.activated.connect(self._activated)

    def add(self, value: object, text: str) -> None:
        """One more to choose."""
        self._values.append(value)
        self.addItem(text)

    @property
    def value(self) -> object:
        """What is chosen; None where there is nothing to choose."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def show_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer these from now on; what was chosen stays so where it is among them."""
        former = self.value
        self.clear()
        self._values = []
        for value, text in choices:
            self.add(value, text)
        if former in self._values:
            self.setCurrentIndex(self._values.index(former))

    def show_value(self, value: object) -> None:
        """Show `value` without telling; one that isn't among the choices becomes one."""
        if value not in self._values:
            self.add(value, str(value))
        self.setCurrentIndex(self._values.index(value))

    def offer_only(self, allowed: Callable[[object], bool], most: tuple[object, str]) -> None:
        """Grey what isn't allowed, and have `most` among the choices."""
        if most[0] not in self._values:
            self.add(*most)
        model = self.model()
        if isinstance(model, QStandardItemModel):
            for index, value in enumerate(self._values):
                model.item(index).setEnabled(allowed(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page rather than change a value that happens to lie under the mouse."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot(int)
    def _activated(self, index: int) -> None:
        self.chosen.emit(self._values[index])


class NumberBox(QDoubleSpinBox):
    """A number between two bounds; whole where `decimals` is 0. `zero` is what 0 is called."""

    chosen = Signal(object)

    def __init__(
        self, name: str, low: float, high: float, step: float, decimals: int = 0, zero: str = ""
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.lineEdit().setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab stops once, at the whole
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setSpecialValueText(zero)
        self.setKeyboardTracking(False)  # a half-typed number is no value
        self.setMinimumWidth(120)
        self._showing = False
        self.valueChanged.connect(self._changed)

    def show_value(self, value: object) -> None:
        """Show `value` without telling."""
        if isinstance(value, int | float):
            self._showing = True
            self.setValue(value)
            self._showing = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page rather than change a value that happens to lie under the mouse."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot(float)
    def _changed(self, value: float) -> None:
        if not self._showing:
            self.chosen.emit(value if self.decimals() else round(value))


def choice_control(name: str, choices: Sequence[tuple[object, str]]) -> "Segments | ChoiceBox":
    """Few choices side by side, many in a list."""
    return Segments(name, choices) if len(choices) <= SEGMENTS_UP_TO else ChoiceBox(name, choices)
