"""One thing that can be allowed: its name, a sentence, and a switch. Window process, main thread."""

from PySide6.QtCore import Signal, Slot

from app.ui.cloud.consent_row import ConsentRow
from app.ui.controls import Toggle
from app.ui.theme import Theme


class SwitchRow(ConsentRow):
    """Signals: `chosen(bool)`."""

    chosen = Signal(bool)

    def __init__(self, theme: Theme, name: str, told: str = "") -> None:
        super().__init__()
        self.switch = Toggle(theme, name)
        self.switch.chosen.connect(self._chosen)
        self.lay_out(name, self.switch)
        self.say(told)

    def say(self, words: str) -> None:
        """Another sentence."""
        self.told.say(words)
        self.switch.setAccessibleDescription(words)

    def show_value(self, on: bool) -> None:
        """Show how it is without telling."""
        self.switch.show_value(on)

    @Slot(object)
    def _chosen(self, value: object) -> None:
        self.chosen.emit(value is True)
