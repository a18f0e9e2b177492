"""What one model has of its own: how it is put into memory, how it chooses words, its adapters. Main thread."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import HearthError
from app.services.model_options import LOADING, OwnOptions, Value, is_loading_value
from app.services.sentences import one_line, sentence
from app.ui.door import Door
from app.ui.parts import PlainLabel, set_look
from app.ui.ports import Models
from app.ui.presets.adapter_form import AdapterForm
from app.ui.presets.sampling_form import SamplingForm
from app.ui.settings.row import SettingRow
from app.ui.settings.table import SETTINGS
from app.ui.sheet import Sheet
from app.ui.theme import Theme

WIDTH_PX = 720
FORM_PX = 560
AROUND_PX = 330  # of the window's height, what heading, buttons and edges take
NAME_CHARS = 60


class ModelOptionsSheet(Sheet):
    """The rows of Settings that concern loading, for one model; nothing is kept before Save.

    `kept` is called when it was.
    """

    def __init__(
        self, theme: Theme, window: QWidget, door: Door, models: Models, name: str, kept: Callable[[], None]
    ) -> None:
        title = self.tr("Options of {name}").format(name=one_line(name, NAME_CHARS))
        super().__init__(theme, window, title, width_px=WIDTH_PX)
        self._door = door
        self._models = models
        self._name = name
        self._kept = kept
        self._usual: dict[str, Value] = {}
        self._chosen: dict[str, Value] = {}
        self.add_paragraph(
            self.tr(
                "What you don't change here is as in Settings. It counts from the model's next question on."
            ),
            "muted",
        )
        self.rows: dict[str, SettingRow] = {}
        self.sampling = SamplingForm()
        self.adapters = AdapterForm(theme)
        self.body.addWidget(self._form(theme, window.height()))
        self.problem = PlainLabel("", "problem", wrap=True)
        self.body.addWidget(self.problem)
        self.usual = self.add_button(self.tr("All as in Settings"))
        self.usual.clicked.connect(self._take_back)
        self.buttons.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.save = self.add_button(self.tr("Save"), "primary")
        self.save.clicked.connect(self._save)
        self.save.setEnabled(False)
        self.sampling.edited.connect(self._check)
        self.problem.hide()
        door.run(lambda: (models.usual_options, models.own_options(name)), self._have, self._failed)

    def _form(self, theme: Theme, window_height: int) -> QWidget:
        inside = QWidget()
        set_look(inside, "scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        for setting in SETTINGS:
            if setting.key in LOADING:
                row = self.rows[setting.key] = SettingRow(theme, setting)
                row.chosen.connect(self._choose)
                column.addWidget(row)
        words = QVBoxLayout()
        words.setContentsMargins(16, 8, 16, 8)
        words.addWidget(self.sampling)
        words.addWidget(self.adapters)
        column.addLayout(words)
        column.addStretch(1)
        scrolled = QScrollArea()
        scrolled.setWidget(inside)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setMinimumHeight(max(200, min(FORM_PX, window_height - AROUND_PX)))
        return scrolled

    def _have(self, found: tuple[dict[str, Value], OwnOptions]) -> None:
        self._usual, own = found
        self._show(own)

    def _show(self, own: OwnOptions) -> None:
        self._chosen = {**self._usual, **own.loading}
        for key, row in self.rows.items():
            row.show_value(self._chosen[key])
        self.sampling.show_sampling(own.sampling)
        self.adapters.show_adapters(own.adapters)
        self._check()

    @Slot(str, object)
    def _choose(self, key: str, value: object) -> None:
        whole = int(value) if isinstance(value, float) else value
        if is_loading_value(key, whole) and isinstance(whole, str | int):
            self._chosen[key] = whole

    @Slot()
    def _take_back(self) -> None:
        self._show(OwnOptions())

    @Slot()
    def _check(self) -> None:
        self.save.setEnabled(bool(self._chosen) and not self.sampling.problems)

    @Slot()
    def _save(self) -> None:
        own = {key: value for key, value in self._chosen.items() if value != self._usual[key]}
        options = OwnOptions(own, self.sampling.sampling(), self.adapters.adapters())
        self._door.run(lambda: self._models.keep_own_options(self._name, options), self._done, self._failed)

    def _done(self, _nothing: None) -> None:
        self.accept()
        self._kept()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.problem.say(sentence(error, self.tr))
