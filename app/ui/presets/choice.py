"""Which assistant answers a conversation: a button in its header. Window process, main thread."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.domain.conversation import Conversation
from app.domain.errors import HearthError
from app.domain.preset import Preset
from app.services.beginning import Beginning
from app.services.sentences import sentence
from app.ui.door import Door
from app.ui.header import Header
from app.ui.markdown.visible_text import visible
from app.ui.parts import Pill, plain_caption
from app.ui.ports import OpenSession
from app.ui.presets.sheet import PresetsSheet
from app.ui.theme import Theme

CAPTION_CHARS = 24


class PresetChoice(QObject):
    """The button and its menu.

    Signals: `changed`: a conversation is answered in another way from now on; `told` with a sentence.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, theme: Theme, door: Door, session: OpenSession, header: Header) -> None:
        super().__init__(header)
        self._theme = theme
        self._door = door
        self._session = session
        self._where: str | None = None
        self._chosen = ""  # the preset's id
        self._for_new: Preset | None = None
        self.presets: list[Preset] = []
        self.menu: QMenu | None = None
        self.button = Pill(theme, "")
        self.button.clicked.connect(self.open_menu)
        header.add_before_promise(self.button)
        self._show()
        self._fetch()

    def open(self, conversation: Conversation | None) -> None:
        """Another conversation is shown; None for one that hasn't begun, which is answered as usual at first."""
        self._where = conversation.id if conversation is not None else None
        self._chosen = conversation.preset if conversation is not None else ""
        self._for_new = None
        self._show()

    def begin(self, beginning: Beginning) -> Beginning:
        """What a new conversation begins with, with what was chosen for it."""
        preset = self._for_new
        if preset is None:
            return beginning
        return replace(
            beginning,
            preset=preset.id,
            system_prompt=preset.system_prompt,
            model=preset.model,
            sampling=preset.sampling,
        )

    @Slot()
    def open_menu(self) -> None:
        """The menu under the button."""
        menu = QMenu(self.button)
        known = any(preset.id == self._chosen for preset in self.presets)
        self._add(menu, self.tr("As usual"), "", not known)
        menu.addSeparator()
        for preset in self.presets:
            self._add(menu, visible(preset.name), preset.id, preset.id == self._chosen)
        menu.addSeparator()
        menu.addAction(self.tr("Make and change assistants…")).triggered.connect(self.open_sheet)
        menu.triggered.connect(self._picked)
        self.menu = menu
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def choose(self, preset_id: str) -> None:
        """Answer as this preset says from now on; empty: as usual."""
        where, presets = self._where, self._session.presets
        wanted = next((preset for preset in self.presets if preset.id == preset_id), None)

        def chosen(found: Preset | None) -> None:
            if self._where == where:
                self._chosen = found.id if found is not None else ""
                self._for_new = found if where is None else None
                self._show()
            if wanted is not None and wanted.model and found is not None and not found.model:
                words = self.tr("{model} isn't on this computer, so the chosen model answers.")
                self.told.emit(words.format(model=visible(wanted.model)))
            self.changed.emit()

        def work() -> Preset | None:
            if where is not None:
                return presets.choose(where, preset_id)
            return presets.fitting(preset_id) if preset_id else None

        self._door.run(work, chosen, self._failed)

    @Slot()
    def open_sheet(self) -> None:
        """Make, change, give away and take in assistants."""
        PresetsSheet(
            self._theme, self.button.window(), self._door, self._session, self._fetch, self._chosen
        ).open_over()

    @Slot(QAction)
    def _picked(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self.choose(action.data())

    def _add(self, menu: QMenu, text: str, preset_id: str, checked: bool) -> None:
        action = menu.addAction(plain_caption(text))
        action.setData(preset_id)
        action.setCheckable(True)
        action.setChecked(checked)

    def _fetch(self) -> None:
        self._door.run(self._session.presets.list, self._have)

    def _have(self, presets: list[Preset]) -> None:
        self.presets = presets
        self._show()

    def _show(self) -> None:
        found = next((preset for preset in self.presets if preset.id == self._chosen), None)
        name = visible(found.name) if found is not None else ""
        shown = name if len(name) <= CAPTION_CHARS else name[: CAPTION_CHARS - 1] + "…"
        self.button.set_caption(f"{shown or self.tr('Assistant')}  ▾")
        told = self.tr("Assistant: {name}. Choose another.")
        self.button.setAccessibleName(told.format(name=name or self.tr("as usual")))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.told.emit(sentence(error, self.tr))
