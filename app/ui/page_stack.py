"""The pages beside the list of conversations, one shown at a time, and the way back. Window process, main thread."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Attributes: `home`: the page that the others are left for, the conversation or the welcome page.

    Signals: `led_by` with the button that leads to the page that is shown now; None for `home`.
    """

    led_by = Signal(object)

    def __init__(self, home: QWidget) -> None:
        super().__init__()
        self.home = home
        self._under: QWidget | None = None  # what the page that is shown lies over, if it isn't home
        self._leads: dict[QWidget, QWidget | None] = {}
        self.addWidget(home)

    @property
    def is_home(self) -> bool:
        """Whether there is nothing to leave."""
        return self.currentWidget() is self.home

    def show_home(self, home: QWidget) -> None:
        """Show the conversation or the welcome page; others lead back to it from now on."""
        self.home = home
        self.show_page(home)

    def show_page(self, page: QWidget, leads: QWidget | None = None, over: bool = False) -> None:
        """Show a page, to which the button `leads` leads; `over`: leaving it leads back to what is shown now."""
        shown = self.currentWidget()
        self._leads[page] = leads or self._leads.get(page)
        if page is shown:
            return
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self._under = shown if over and not self.is_home else None
        self.setCurrentWidget(page)
        self.led_by.emit(self._leads[page])

    def leave(self) -> None:
        """Go back to where the page that is shown was opened."""
        self.show_page(self._under or self.home)
