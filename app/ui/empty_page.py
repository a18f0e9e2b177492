"""What stands where a conversation hasn't begun: one line, and questions to try. Window process, main thread."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.events import Event, LibraryChanged
from app.services.starting import Start
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, PlainLabel
from app.ui.theme import Theme


class EmptyPage(QWidget):
    """The line and the questions, which can be pressed once the files that answer them have been read.

    Signals: `asked` with a question.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._start = Start()
        self._ready = False
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 0, 48, 0)
        column.setSpacing(10)
        column.addStretch(1)
        self.line = PlainLabel("", "lead", wrap=True)
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.line)
        self.told = PlainLabel("", "muted", wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told.hide()
        column.addWidget(self.told)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(8)
        column.addSpacing(6)
        column.addLayout(self._chips)
        column.addStretch(1)
        self.chips: list[Button] = []
        self.greet(temporary=False)

    def greet(self, temporary: bool, server: str = "") -> None:
        """Say what this conversation will be; `server` answers it, empty for this computer."""
        if server:
            words = self.tr("Ask anything. {name} answers, once you have seen what would leave.")
            self.line.setText(words.format(name=visible(server)))
        elif temporary:
            self.line.setText(
                self.tr(
                    "Nothing of this conversation is kept: it stays in memory, and is gone when Hearth locks or "
                    "closes."
                )
            )
        else:
            self.line.setText(
                self.tr("Ask anything. It is answered on this computer, by the model you chose.")
            )

    @property
    def start(self) -> Start:
        """What is offered."""
        return self._start

    def offer(self, start: Start) -> None:
        """Offer these questions, instead of those before."""
        for chip in self.chips:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._start = start
        self.chips = [self._chip(question) for question in start.questions]
        self._settle()

    def take(self, event: Event) -> None:
        """Whether the files have been read."""
        if isinstance(event, LibraryChanged):
            known = {one.name: one for one in event.libraries}
            found = [known.get(name) for name in self._start.libraries]
            self._ready = all(
                one and one.looked_through and 0 < one.files == one.files_ready for one in found
            )
            self._settle()

    def _chip(self, question: str) -> Button:
        chip = Button(self._theme, question, "pill", on_click=lambda: self.asked.emit(question))
        chip.setFixedHeight(30)
        self._chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignHCenter)
        return chip

    def _settle(self) -> None:
        ready = self._ready or not self._start.libraries
        names = ", ".join(self._start.libraries)
        words = self.tr("Or try a question about the files in “{name}”:") if ready else ""
        words = words or self.tr("The files in “{name}” are being read…")
        self.told.setText(words.format(name=names) if names else self.tr("Or try one of these:"))
        self.told.setVisible(bool(self.chips))
        for chip in self.chips:
            chip.setEnabled(ready)
