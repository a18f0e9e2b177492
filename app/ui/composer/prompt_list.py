"""The small list over the question field while a slash command is typed. Window process, main thread."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.saved_prompt import SavedPrompt
from app.ui.composer.box import SHADOW_PX
from app.ui.fuzzy import fit
from app.ui.markdown.visible_text import visible
from app.ui.parts import set_look

SHOWN = 8
ROW_PX = 30
WIDTH_PX = 460
BEGINNING_CHARS = 90


def command_in(text: str) -> str | None:
    """What is typed behind the slash while the whole text is one command being typed; else None."""
    return text[1:] if text.startswith("/") and not any(one.isspace() for one in text) else None


def fitting(prompts: Sequence[SavedPrompt], typed: str) -> list[SavedPrompt]:
    """Those whose names fit what was typed, best first; all when nothing was."""
    if not typed:
        return list(prompts)
    ranked = [(found, prompt) for prompt in prompts if (found := fit(typed, prompt.name))]
    ranked.sort(key=lambda pair: -pair[0])
    return [prompt for _, prompt in ranked]


class PromptList(QFrame):
    """Saved prompts that fit, and a last line that leads to all of them. The field keeps the keyboard.

    Signals: `chosen(SavedPrompt)`; `manage_wished`; `shown_changed(bool)`.
    """

    chosen = Signal(object)
    manage_wished = Signal()
    shown_changed = Signal(bool)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.prompts: list[SavedPrompt] = []
        set_look(self, "popup")
        self._list: QListWidget | None = None  # made when it is first shown: most questions need none
        self.hide()

    @property
    def list(self) -> QListWidget:
        """The lines."""
        if self._list is None:
            self._list = self._make_list()
        return self._list

    def _make_list(self) -> QListWidget:
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        made = QListWidget()
        set_look(made, "choices")
        made.setAccessibleName(self.tr("Saved prompts"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setUniformItemSizes(True)
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.itemClicked.connect(self._clicked)
        column.addWidget(made)
        return made

    def show_for(self, typed: str | None, above: QWidget) -> None:
        """Show what fits `typed` above a widget; nothing for what is no command, or fits none: it is a question
        that begins with a slash."""
        found = fitting(self.prompts, typed) if typed is not None else []
        if typed is None or (typed and not found):
            self.fold()
            return
        self.list.clear()
        for prompt in found:
            line = " ".join(visible(prompt.text[:400]).split())[:BEGINNING_CHARS]
            self._add(f"/{prompt.name}   {line}", prompt)
        self._add(self.tr("Make and change saved prompts…"), None)
        self.list.setCurrentRow(0)
        rows = min(SHOWN, self.list.count())
        place = above.mapTo(self._over, QPoint(0, 0))
        width = min(WIDTH_PX, above.width() - 2 * SHADOW_PX)
        height = rows * ROW_PX + 24
        indent = above.width() - SHADOW_PX - width if self.isRightToLeft() else SHADOW_PX
        left = place.x() + indent
        self.setGeometry(left, max(0, place.y() - height - 6), width, height)
        was = self.isVisible()
        self.show()
        self.raise_()
        if not was:
            self.shown_changed.emit(True)
        self._tell()

    def fold(self) -> None:
        """Hide it."""
        if self.isVisible():
            self.hide()
            self.shown_changed.emit(False)

    @Slot(object)
    def take_key(self, key: Qt.Key) -> None:
        """A key that the field hands over."""
        count = self.list.count()
        if key is Qt.Key.Key_Down:
            self.list.setCurrentRow((self.list.currentRow() + 1) % count)
            self._tell()
        elif key is Qt.Key.Key_Up:
            self.list.setCurrentRow((self.list.currentRow() - 1) % count)
            self._tell()
        elif key is Qt.Key.Key_Escape:
            self.fold()
        else:
            self._clicked(self.list.currentItem())

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        prompt = item.data(Qt.ItemDataRole.UserRole)
        self.fold()
        if isinstance(prompt, SavedPrompt):
            self.chosen.emit(prompt)
        else:
            self.manage_wished.emit()

    def _add(self, text: str, prompt: SavedPrompt | None) -> None:
        item = QListWidgetItem(text)
        item.setSizeHint(QSize(100, ROW_PX))
        item.setData(Qt.ItemDataRole.UserRole, prompt)
        self.list.addItem(item)

    def _tell(self) -> None:
        """The keyboard stays in the field, so a screen reader is told the line."""
        item = self.list.currentItem()
        if item is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, item.text()))
