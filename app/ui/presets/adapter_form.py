"""The adapters (LoRA) of a model or an assistant: files and how strongly each counts. Window process, main thread."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDir, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.adapter import ADAPTERS_LIMIT, MOST_STRENGTH, Adapter
from app.models.shelf_entry import MODEL_ENDING
from app.services.sentences import one_line
from app.ui.controls import NumberBox
from app.ui.markdown.visible_text import visible
from app.ui.parts import Button, ElidedLabel, IconButton, PlainLabel, plain_tip
from app.ui.theme import Theme

NAME_CHARS = 80


class AdapterRow(QWidget):
    """One adapter: its file's name, its strength, and a button that takes it out.

    Signals: `strength_chosen` with this row and the number; `remove_wished` with this row.
    """

    strength_chosen = Signal(object, object)
    remove_wished = Signal(object)

    def __init__(self, theme: Theme, adapter: Adapter) -> None:
        super().__init__()
        name = one_line(visible(Path(adapter.path).name), NAME_CHARS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.label = ElidedLabel(name, "")
        self.label.setToolTip(plain_tip(adapter.path))
        row.addWidget(self.label, 1)
        self.strength = NumberBox(
            self.tr("Strength of {name}").format(name=name), -MOST_STRENGTH, MOST_STRENGTH, 0.1, decimals=2
        )
        self.strength.show_value(adapter.strength)
        self.strength.chosen.connect(self._choose)
        row.addWidget(self.strength)
        self.remove = IconButton(theme, "close", self.tr("Take out {name}").format(name=name))
        self.remove.clicked.connect(self._remove)
        row.addWidget(self.remove)

    @Slot(object)
    def _choose(self, strength: object) -> None:
        self.strength_chosen.emit(self, strength)

    @Slot()
    def _remove(self) -> None:
        self.remove_wished.emit(self)


class AdapterForm(QWidget):
    """A row for each adapter, and a button that asks for another file. Signals: `edited` after each change."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._adapters: list[Adapter] = []
        self.rows: list[AdapterRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "Adapters (LoRA): small files that change how a model answers. 1 is the strength it was made with."
                ),
                "muted",
                wrap=True,
            )
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        self.add = Button(theme, self.tr("Add an adapter…"), icon_name="plus", on_click=self._pick)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)

    def adapters(self) -> tuple[Adapter, ...]:
        """What is chosen."""
        return tuple(self._adapters)

    def show_adapters(self, adapters: Sequence[Adapter]) -> None:
        """Show these instead."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._adapters = list(adapters)
        self.rows = []
        for adapter in adapters:
            row = AdapterRow(self._theme, adapter)
            row.strength_chosen.connect(self._strength)
            row.remove_wished.connect(self._remove)
            self._list.addWidget(row)
            self.rows.append(row)
        self.add.setEnabled(len(self._adapters) < ADAPTERS_LIMIT)

    def add_file(self, path: Path) -> None:
        """One more, with the strength it was made with; one that is there already stays as it is."""
        if all(adapter.path != str(path) for adapter in self._adapters):
            self.show_adapters((*self._adapters, Adapter(str(path))))
            self.edited.emit()

    @Slot()
    def _pick(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window(),
            self.tr("Choose an adapter"),
            QDir.homePath(),
            f"GGUF (*{MODEL_ENDING})",
            options=QFileDialog.Option.DontUseCustomDirectoryIcons,
        )
        if name:
            self.add_file(Path(name))

    @Slot(object, object)
    def _strength(self, row: AdapterRow, strength: object) -> None:
        if isinstance(strength, int | float):
            place = self.rows.index(row)
            self._adapters[place] = replace(self._adapters[place], strength=float(strength))
            self.edited.emit()

    @Slot(object)
    def _remove(self, row: AdapterRow) -> None:
        place = self.rows.index(row)
        self.show_adapters([*self._adapters[:place], *self._adapters[place + 1 :]])
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
