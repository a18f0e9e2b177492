"""A calm line at the foot of the page that goes away by itself and covers nothing. Window process, main thread.

A page that scrolls keeps the line's room free below what it shows; others are blank there.
"""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QWidget

from app.ui.parts import PlainLabel

SHORT_MS = 4000
PER_LETTER_MS = 55  # slow readers manage about 18 letters a second
WIDTH_LIMIT = 560
GAP_PX = 10


class Toast(QFrame):
    """One message at a time; a newer one replaces the older. Screen readers are told too."""

    def __init__(self, window: QWidget, stage: Callable[[], QWidget]) -> None:
        """`stage` tells the page, or the part of it, at whose foot a message stands now."""
        super().__init__(window)
        self._window = window
        self._find_stage = stage
        self._stage: QWidget | None = None
        self.setProperty("look", "toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 9, 9)
        row.setSpacing(12)
        self.label = PlainLabel("", "toast-text", wrap=True)
        row.addWidget(self.label, 1)
        self._act: Callable[[], object] | None = None
        self.action = self._button("")
        self.action.clicked.connect(self._do)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.dismiss = self._button(self.tr("OK"))
        self.dismiss.clicked.connect(self.hide)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        # In another turn of the event loop: while a page changes there are two of them.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._place)
        self.hide()

    def say(self, text: str) -> None:
        """Show `text` (plain) for as long as reading it takes."""
        self._show(text, "", None, SHORT_MS + PER_LETTER_MS * len(text))

    @Slot(str, str, object, float)
    def offer(self, text: str, words: str, act: Callable[[], object], seconds: float) -> None:
        """Show `text` for `seconds`, with a button called `words` that runs `act`."""
        self._show(text, words, act, int(seconds * 1000))

    def _show(self, text: str, words: str, act: Callable[[], object] | None, stays_ms: int) -> None:
        self._act = act
        self.action.setText(words)
        self.action.setAccessibleName(words)
        self.action.setVisible(act is not None)
        self.dismiss.setAccessibleName(self.tr("Dismiss this message"))  # now: the language may have changed
        self.label.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        self._timer.start(stays_ms)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @Slot()
    def _do(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _button(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setProperty("look", "toast-action")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Shown, also together with a window that was hidden."""
        super().showEvent(event)
        self._soon.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the page its room back."""
        super().hideEvent(event)
        self._leave_stage()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the foot of the page when its size changes, or another page is shown."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Hide):
            self._soon.start(0)
        return False

    @Slot()
    def _place(self) -> None:
        if not self.isVisible():
            return
        stage = self._find_stage()
        if stage is not self._stage:
            self._leave_stage()
            self._stage = stage
            stage.installEventFilter(self)
        self._take_size(stage.width() - 2 * GAP_PX)
        if isinstance(stage, QScrollArea):
            stage.setViewportMargins(0, 0, 0, self.height() + 2 * GAP_PX)
        corner = stage.mapTo(self._window, QPoint(0, 0))
        self.move(
            corner.x() + (stage.width() - self.width()) // 2,
            corner.y() + stage.height() - self.height() - GAP_PX,
        )

    def _take_size(self, room_px: int) -> None:
        wanted = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 110
        if self._act is not None:
            wanted += self.action.sizeHint().width() + 12
        width = max(160, min(WIDTH_LIMIT, room_px, wanted))
        self.setFixedWidth(width)
        layout = self.layout()
        height = layout.heightForWidth(width) if layout is not None else self.sizeHint().height()
        self.setFixedHeight(max(height, 40))

    def _leave_stage(self) -> None:
        stage, self._stage = self._stage, None
        if stage is None or not shiboken6.isValid(stage):  # the workspace was built anew
            return
        stage.removeEventFilter(self)
        if isinstance(stage, QScrollArea):
            stage.setViewportMargins(0, 0, 0, 0)
