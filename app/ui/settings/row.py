"""One setting on the page: its name, its sentence of help, and what sets it. Window process, main thread."""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.controls import ChoiceBox, NumberBox, Segments, Toggle, choice_control
from app.ui.language import number_words
from app.ui.parts import Button, PlainLabel
from app.ui.settings.table import Choice, Flag, Number, Press, Setting
from app.ui.theme import Theme


def words(text: str) -> str:
    """A text of the table in the person's language."""
    return QCoreApplication.translate("Settings", text) if text else ""


def choice_words(value: str | int, text: str) -> str:
    """What a choice is called: a number or a share as the language writes it, other words in that language."""
    if isinstance(value, int) and value:
        if text == f"{value:,}":
            return number_words(value)
        if text == f"{value} %":
            return words("{percent} %").format(percent=number_words(value))
    return words(text)


class SettingRow(QWidget):
    """Signals: `chosen` with the key and the new value; `pressed` with a button's name."""

    chosen = Signal(str, object)
    pressed = Signal(str)

    def __init__(self, theme: Theme, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 11, 16, 11)
        row.setSpacing(18)
        column = QVBoxLayout()
        column.setSpacing(1)
        name = words(setting.text)
        column.addWidget(PlainLabel(name, "strong", wrap=True))
        self.help = PlainLabel(words(setting.help), "muted", wrap=True)
        column.addWidget(self.help)
        row.addLayout(column, 1)
        self.buttons: dict[str, Button] = {}
        self.control: Toggle | Segments | ChoiceBox | NumberBox | None = None
        control = setting.control
        if isinstance(control, Flag):
            self.control = Toggle(theme, name)
        elif isinstance(control, Choice):
            self.control = choice_control(
                name, [(value, choice_words(value, text)) for value, text in control.choices]
            )
        elif isinstance(control, Number):
            self.control = NumberBox(
                name, control.low, control.high, control.step, control.decimals, words(control.zero)
            )
        elif isinstance(control, Press):
            for button_name, caption in control.buttons:
                self._add_button(theme, button_name, words(caption), name, row)
        if self.control is not None:
            self.control.setAccessibleDescription(self.help.text())
            self.control.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self.control.chosen.connect(self._told)
            row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)

    def fits(self, typed: str) -> bool:
        """Whether name, help and further words hold every word that was typed."""
        setting = self.setting
        inside = (
            f"{words(setting.text)} {self.help.text()} {words(setting.words)} {self._choices()}".casefold()
        )
        return all(word in inside for word in typed.casefold().split())

    def show_value(self, value: object) -> None:
        """Show the value in force."""
        if self.control is not None:
            self.control.show_value(value)

    def show_help(self, text: str) -> None:
        """Say how it is, in words that aren't known before."""
        self.help.setText(text)
        if self.control is not None:
            self.control.setAccessibleDescription(text)

    def focus(self) -> None:
        """Give the keyboard to what sets it."""
        target = self.control or next((one for one in self.buttons.values() if one.isVisible()), None)
        if target is not None:
            stop = target.first_stop if isinstance(target, Segments) else target
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _choices(self) -> str:
        control = self.setting.control
        return " ".join(choice_words(*one) for one in control.choices) if isinstance(control, Choice) else ""

    def _add_button(self, theme: Theme, name: str, caption: str, setting: str, row: QHBoxLayout) -> None:
        button = Button(theme, caption, on_click=lambda: self.pressed.emit(name))
        button.setAccessibleName(f"{setting}: {caption}")
        self.buttons[name] = button
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot(object)
    def _told(self, value: object) -> None:
        self.chosen.emit(self.setting.key, value)
