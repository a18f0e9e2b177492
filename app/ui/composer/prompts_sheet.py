"""The sheet in which saved prompts are made, changed and removed. Window process, main thread."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.errors import HearthError
from app.domain.saved_prompt import NAME_LIMIT_CHARS, SavedPrompt
from app.services.sentences import sentence
from app.ui.door import Door
from app.ui.field_direction import FieldDirection
from app.ui.parts import Button, PlainLabel, set_look
from app.ui.ports import OpenSession
from app.ui.sheet import Sheet
from app.ui.theme import Theme


class PromptsSheet(Sheet):
    """A list at the left, the chosen prompt at the right. `changed` is called after each change."""

    def __init__(
        self, theme: Theme, window: QWidget, door: Door, session: OpenSession, changed: Callable[[], None]
    ) -> None:
        super().__init__(theme, window, self.tr("Saved prompts"), width_px=720)
        self._door = door
        self._presets = session.presets
        self._changed = changed
        self._prompts: list[SavedPrompt] = []
        self._former = ""
        self.add_paragraph(
            self.tr(
                "Type / and a name in the question field to use one. Words in {{double braces}} are asked for when "
                "it is used."
            ),
            "muted",
        )
        row = QHBoxLayout()
        row.setSpacing(14)
        self.body.addLayout(row)
        self.list = QListWidget()
        set_look(self.list, "choices")
        self.list.setAccessibleName(self.tr("Saved prompts"))
        self.list.setFixedWidth(200)
        self.list.setMinimumHeight(260)
        self.list.currentRowChanged.connect(self._show)
        row.addWidget(self.list)
        column = QVBoxLayout()
        row.addLayout(column, 1)
        column.addWidget(PlainLabel(self.tr("Name, without the slash"), "muted"))
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LIMIT_CHARS)
        self.name.setAccessibleName(self.tr("Name, without the slash"))
        column.addWidget(self.name)
        column.addWidget(PlainLabel(self.tr("Text"), "muted"))
        self.text = QPlainTextEdit()
        FieldDirection(self.text)
        set_look(self.text, "field")
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the saved prompt"))
        self.text.textChanged.connect(self._look_for_places)
        column.addWidget(self.text, 1)
        self.places = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.places)
        self.problem = PlainLabel("", "problem", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        self.new = self.add_button(self.tr("New"), icon_name="plus")
        self.new.clicked.connect(self._new)
        self.remove = self.add_button(self.tr("Remove"), "danger")
        self.remove.clicked.connect(self._remove)
        self.buttons.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"))
        self.close_button.clicked.connect(self.accept)
        self.save: Button = self.add_button(self.tr("Save"), "primary")
        self.save.clicked.connect(self._save)
        self._fetch("")

    def _fetch(self, select: str) -> None:
        def have(prompts: list[SavedPrompt]) -> None:
            self._prompts = prompts
            self.list.blockSignals(True)
            self.list.clear()
            self.list.addItems([f"/{prompt.name}" for prompt in prompts])
            names = [prompt.name for prompt in prompts]
            self.list.setCurrentRow(names.index(select) if select in names else 0 if names else -1)
            self.list.blockSignals(False)
            self._show(self.list.currentRow())

        self._door.run(self._presets.prompts, have)

    @Slot(int)
    def _show(self, row: int) -> None:
        prompt = self._prompts[row] if 0 <= row < len(self._prompts) else SavedPrompt("", "")
        self._former = prompt.name
        self.name.setText(prompt.name)
        self.text.setPlainText(prompt.text)
        self.remove.setEnabled(bool(prompt.name))
        self._say("")

    @Slot()
    def _new(self) -> None:
        self.list.setCurrentRow(-1)
        self._show(-1)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save(self) -> None:
        name, text, former = self.name.text(), self.text.toPlainText(), self._former

        def saved(prompt: SavedPrompt) -> None:
            self._fetch(prompt.name)
            self._changed()

        self._door.run(lambda: self._presets.save_prompt(name, text, former), saved, self._failed)

    @Slot()
    def _remove(self) -> None:
        name = self._former

        def removed(_nothing: None) -> None:
            self._fetch("")
            self._changed()

        self._door.run(lambda: self._presets.delete_prompt(name), removed, self._failed)

    @Slot()
    def _look_for_places(self) -> None:
        places = SavedPrompt("", self.text.toPlainText()).variables
        self.places.setText(self.tr("Asked for: {places}").format(places=", ".join(places)) if places else "")

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self._say(sentence(error, self.tr))

    def _say(self, words: str) -> None:
        self.problem.say(words)
