"""The arrows that switch between versions of a message. Window process, window thread."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.earlier = TextButton("‹", wording.earlier_version(), self)
        self.place = plain_label("", "figures", self)
        self.later = TextButton("›", wording.later_version(), self)
        for button, step in ((self.earlier, -1), (self.later, 1)):
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _checked, step=step: self._go(step))
            button.setFixedHeight(HEIGHT_PX - 2)
        for widget in (self.earlier, self.place, self.later):
            row.addWidget(widget)
        self.hide()

    @property
    def count(self) -> int:
        """How many versions there are."""
        return len(self._ids)

    def set_versions(self, ids: Sequence[str], shown: str) -> None:
        """All versions, oldest first, and the one that is shown."""
        self._ids = ids if shown in ids and len(ids) > 1 else ()
        self._at = self._ids.index(shown) if self._ids else 0
        self.place.setText(f"{number_words(self._at + 1)}/{number_words(len(self._ids))}")
        self.place.setAccessibleName(wording.version(self._at + 1, len(self._ids)))
        self.earlier.setEnabled(self._at > 0)
        self.later.setEnabled(self._at + 1 < len(self._ids))
        self.setVisible(bool(self._ids))

    def focusables(self) -> list[QWidget]:
        """For the Tab key."""
        return [self.earlier, self.later]

    def _go(self, step: int) -> None:
        at = self._at + step
        if 0 <= at < len(self._ids):
            self.version_requested.emit(self._ids[at])
