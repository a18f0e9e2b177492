"""The arrows that switch between versions of a message. Window process, window thread."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.language import number_words
from app.ui.transcript import wording
from app.ui.transcript.look import TextButton, plain_label

HEIGHT_PX = 24


class VersionSwitch(QWidget):
    """`‹ 2/3 ›`, hidden where there is one version only.

    Signals: `version_requested(message_id)`.
    """

    version_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ids: Sequence[str] = ()
        self._at = 0
        self._parts: tuple[TextButton, QLabel, TextButton] | None = (
            None  # most messages have one version only
        )
        self.hide()

    @property
    def count(self) -> int:
        """How many versions there are."""
        return len(self._ids)

    def set_versions(self, ids: Sequence[str], shown: str) -> None:
        """All versions, oldest first, and the one that is shown."""
        self._ids = ids if shown in ids and len(ids) > 1 else ()
        self._at = self._ids.index(shown) if self._ids else 0
        if self._ids or self._parts is not None:
            earlier, place, later = self._parts = self._parts or self._made()
            place.setText(f"{number_words(self._at + 1)}/{number_words(len(self._ids))}")
            place.setAccessibleName(wording.version(self._at + 1, len(self._ids)))
            earlier.setEnabled(self._at > 0)
            later.setEnabled(self._at + 1 < len(self._ids))
        self.setVisible(bool(self._ids))

    def focusables(self) -> list[QWidget]:
        """For the Tab key."""
        return [self._parts[0], self._parts[2]] if self._parts is not None else []

    def _made(self) -> tuple[TextButton, QLabel, TextButton]:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        earlier = TextButton("‹", wording.earlier_version(), self)
        place = plain_label("", "figures", self)
        later = TextButton("›", wording.later_version(), self)
        for button, step in ((earlier, -1), (later, 1)):
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _checked, step=step: self._go(step))
        for widget in (earlier, place, later):
            row.addWidget(widget)
        return earlier, place, later

    def _go(self, step: int) -> None:
        at = self._at + step
        if 0 <= at < len(self._ids):
            self.version_requested.emit(self._ids[at])
