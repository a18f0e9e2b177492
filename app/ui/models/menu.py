"""Choosing a model: the menu of the composer's pill, and the question for a file. Window process, main thread."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.models.shelf import ShelfModel
from app.ui.language import size_words
from app.ui.parts import plain_caption


def pick_model_file(parent: QWidget) -> Path | None:
    """Ask for a GGUF file with Qt's own dialog; None when the person changed their mind."""
    name, _ = QFileDialog.getOpenFileName(
        parent.window(),
        parent.tr("Choose a GGUF file"),
        QDir.homePath(),
        parent.tr("Models (*.gguf);;All files (*)"),
        options=QFileDialog.Option.DontUseCustomDirectoryIcons,
    )
    return Path(name) if name else None


def model_menu(parent: QWidget, models: Sequence[tuple[ShelfModel, str]], current: str) -> QMenu:
    """The menu of the composer's pill. Each action's data is a model name, "add" or "all" after a slash."""
    menu = QMenu(parent)
    for model, trouble in models:
        action = menu.addAction(plain_caption(f"{model.name}   {size_words(model.size_bytes)}"))
        action.setData(model.name)
        action.setCheckable(True)
        action.setChecked(model.name == current)
        action.setEnabled(not trouble)
    if models:
        menu.addSeparator()
    menu.addAction(parent.tr("Add a GGUF file…")).setData("/add")
    menu.addAction(parent.tr("All models…")).setData("/all")
    return menu
