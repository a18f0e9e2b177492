"""The sheet in which assistants are made, changed, copied, deleted, given away and taken in. Main thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import HearthError
from app.domain.preset import NAME_LIMIT_CHARS, Preset
from app.domain.preset_file import ENDING
from app.models.shelf_entry import ShelfModel
from app.services.sentences import sentence
from app.ui.door import Door
from app.ui.field_direction import FieldDirection
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, PlainLabel, set_look
from app.ui.ports import OpenSession
from app.ui.presets.adapter_form import AdapterForm
from app.ui.presets.sampling_form import SamplingForm
from app.ui.sheet import Sheet
from app.ui.theme import Theme

FORM_PX = 540
AROUND_PX = 330  # of the window's height, what heading, buttons and edges take


class PresetsSheet(Sheet):
    """A list at the left, the chosen assistant at the right. `changed` is called after each change."""

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        door: Door,
        session: OpenSession,
        changed: Callable[[], None],
        select: str = "",
    ) -> None:
        super().__init__(theme, window, self.tr("Assistants"), width_px=860)
        self._door = door
        self._window_height = window.height()
        self._service = session.presets
        self._changed = changed
        self._presets: list[Preset] = []
        self._shown = Preset("")
        self._gone: Preset | None = None
        row = QHBoxLayout()
        row.setSpacing(16)
        self.body.addLayout(row)
        side = QVBoxLayout()
        side.setSpacing(8)
        row.addLayout(side)
        self.list = QListWidget()
        set_look(self.list, "choices")
        self.list.setAccessibleName(self.tr("Assistants"))
        self.list.setFixedWidth(210)
        self.list.currentRowChanged.connect(self._row_chosen)
        side.addWidget(self.list, 1)
        self.new = Button(theme, self.tr("New"), icon_name="plus", on_click=self._new)
        self.copy = Button(theme, self.tr("Duplicate"), icon_name="copy", on_click=self._duplicate)
        self.delete = Button(theme, self.tr("Delete"), "danger", on_click=self._delete)
        for button in (self.new, self.copy, self.delete):
            side.addWidget(button)
        row.addWidget(self._form(theme), 1)
        self.undone = QHBoxLayout()
        self.gone = PlainLabel("", "muted", wrap=True)
        self.undo = Button(theme, self.tr("Undo"), on_click=self._undo)
        self.undone.addWidget(self.gone, 1)
        self.undone.addWidget(self.undo)
        self.body.addLayout(self.undone)
        self.problem = PlainLabel("", "problem", wrap=True)
        self.body.addWidget(self.problem)
        self.take = self.add_button(self.tr("Import…"))
        self.take.clicked.connect(self._pick_import)
        self.give = self.add_button(self.tr("Export…"))
        self.give.clicked.connect(self._pick_export)
        self.buttons.addStretch(1)
        self.close_button = self.add_button(self.tr("Close"))
        self.close_button.clicked.connect(self.accept)
        self.save = self.add_button(self.tr("Save"), "primary")
        self.save.clicked.connect(self._save)
        self._say("")
        self._offer_undo(None)
        door.run(session.models.list, self._have_models)
        self._fetch(select)

    def _form(self, theme: Theme) -> QWidget:
        inside = QWidget()
        set_look(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LIMIT_CHARS)
        self.prompt = QPlainTextEdit()
        FieldDirection(self.prompt)
        set_look(self.prompt, "field")
        self.prompt.setTabChangesFocus(True)
        self.prompt.setFixedHeight(130)
        self.model = QComboBox()
        for label, widget in (
            (self.tr("Name"), self.name),
            (self.tr("Instructions, which the model reads before every question"), self.prompt),
            (self.tr("Model"), self.model),
        ):
            column.addWidget(PlainLabel(label, "muted", wrap=True))
            widget.setAccessibleName(label)
            column.addWidget(widget)
        self.sampling = SamplingForm()
        column.addWidget(self.sampling)
        self.adapters = AdapterForm(theme)
        column.addWidget(self.adapters)
        column.addStretch(1)
        self.name.textChanged.connect(self._check)
        self.sampling.edited.connect(self._check)
        scrolled = QScrollArea()
        scrolled.setWidget(inside)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setMinimumHeight(max(200, min(FORM_PX, self._window_height - AROUND_PX)))
        return scrolled

    # ---- what is shown

    def _fetch(self, select: str) -> None:
        def have(presets: list[Preset]) -> None:
            self._presets = presets
            self.list.blockSignals(True)
            self.list.clear()
            self.list.addItems([visible(preset.name) for preset in presets])
            places = [preset.id for preset in presets]
            self.list.setCurrentRow(places.index(select) if select in places else 0 if places else -1)
            self.list.blockSignals(False)
            self._row_chosen(self.list.currentRow())

        self._door.run(self._service.list, have)

    def _have_models(self, models: list[ShelfModel]) -> None:
        self.model.clear()
        self.model.addItem(self.tr("The chosen model"), "")
        for model in models:
            self.model.addItem(visible(model.label), model.name)
        self._show_model()

    @Slot(int)
    def _row_chosen(self, row: int) -> None:
        self._show(self._presets[row] if 0 <= row < len(self._presets) else Preset(""))

    def _show(self, preset: Preset) -> None:
        self._shown = preset
        self.name.setText(preset.name)
        self.prompt.setPlainText(preset.system_prompt)
        self.sampling.show_sampling(preset.sampling)
        self.adapters.show_adapters(preset.adapters)
        self._show_model()
        for button in (self.copy, self.delete, self.give):
            button.setEnabled(bool(preset.id))
        self._say("")
        self._check()

    def _show_model(self) -> None:
        """The preset's model, also one that isn't on the shelf."""
        name = self._shown.model
        if name and self.model.findData(name) < 0:
            self.model.addItem(self.tr("{name} (not here)").format(name=visible(name)), name)
        self.model.setCurrentIndex(max(0, self.model.findData(name)))

    @Slot()
    def _check(self) -> None:
        """Saving is possible once everything is as it may be."""
        self.save.setEnabled(bool(self.name.text().strip()) and not self.sampling.problems)

    # ---- what is done

    @Slot()
    def _new(self) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)
        self._show(Preset(""))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save(self) -> None:
        preset = Preset(
            self.name.text(),
            self.prompt.toPlainText().strip(),
            str(self.model.currentData() or ""),
            self.sampling.sampling(),
            self._shown.id,
            self.adapters.adapters(),
        )
        self._run(lambda: self._service.save(preset).id)

    @Slot()
    def _duplicate(self) -> None:
        wanted = self._shown.id
        self._run(lambda: self._service.duplicate(wanted).id)

    @Slot()
    def _delete(self) -> None:
        wanted = self._shown.id

        def gone(preset: Preset) -> None:
            self._offer_undo(preset)
            self._fetch("")
            self._changed()

        self._door.run(lambda: self._service.delete(wanted), gone, self._failed)

    @Slot()
    def _undo(self) -> None:
        preset = self._gone
        if preset is None:
            return
        self._offer_undo(None)

        def restore() -> str:
            self._service.restore(preset)
            return preset.id

        self._run(restore)

    @Slot()
    def _pick_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window(),
            self.tr("Import assistants"),
            QDir.homePath(),
            f"{self.tr('Assistants')} (*.json)",
            options=QFileDialog.Option.DontUseCustomDirectoryIcons,
        )
        if name:
            self.take_in(Path(name))

    @Slot()
    def _pick_export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self.window(),
            self.tr("Export this assistant"),
            str(Path(QDir.homePath()) / f"{_file_name(self._shown.name)}{ENDING}"),
            f"{self.tr('Assistants')} (*.json)",
            options=QFileDialog.Option.DontUseCustomDirectoryIcons,
        )
        if name:
            self.export(Path(name))

    def take_in(self, path: Path) -> None:
        """Add the assistants of a file."""
        self._run(lambda: self._service.take_in(path)[0].id)

    def export(self, path: Path) -> None:
        """Write the shown assistant into a file."""
        wanted = self._shown

        def work() -> None:
            self._service.export([wanted.id], path)

        def done(_nothing: None) -> None:
            if wanted.adapters:
                self._say(
                    self.tr(
                        "It is exported without its adapters: a file that is given away names no file of yours."
                    )
                )

        self._door.run(work, done, self._failed)

    # ---- inside

    def _run(self, work: Callable[[], str]) -> None:
        """Do something that ends with the id of the assistant to be shown."""

        def done(select: str) -> None:
            self._fetch(select)
            self._changed()

        self._door.run(work, done, self._failed)

    def _offer_undo(self, preset: Preset | None) -> None:
        self._gone = preset
        name = visible(preset.name) if preset is not None else ""
        self.gone.setText(self.tr("“{name}” is deleted.").format(name=name))
        self.gone.setVisible(preset is not None)
        self.undo.setVisible(preset is not None)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self._say(sentence(error, self.tr))

    def _say(self, words: str) -> None:
        self.problem.say(words)


def _file_name(name: str) -> str:
    """A name for a file, of letters, digits and dashes."""
    return "".join(one if one.isalnum() else "-" for one in name).strip("-")[:60] or "assistant"
