"""The menus of the conversation list: what can be done with a row, and where it can be put. Main thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.parts import plain_caption

if TYPE_CHECKING:
    from app.ui.conversations.rows import Row
    from app.ui.conversations.view import ConversationView


def conversation_menu(view: ConversationView, row: Row, ids: Sequence[str]) -> QMenu:
    """The menu for `ids`, opened on `row`, which is one of them."""
    menu = QMenu(view)
    several = len(ids) > 1
    if not row.temporary:
        pin = _entry(menu, _tr("Unpin") if row.pinned else _tr("Pin"))
        pin.triggered.connect(lambda: view.pin_wished.emit(list(ids), not row.pinned))
    if not several:
        rename = _entry(menu, _tr("Rename"), Qt.Key.Key_F2)
        rename.triggered.connect(lambda: view.begin_naming(row.id))
    if not row.temporary:
        menu.addMenu(folder_menu(view, menu, ids, row.folder))
    if not several:
        _entry(menu, _tr("Duplicate")).triggered.connect(lambda: view.duplicate_wished.emit(list(ids)))
    menu.addSeparator()
    words = _tr("Delete %Ln conversations", len(ids)) if several else _tr("Delete")
    _entry(menu, words, Qt.Key.Key_Delete).triggered.connect(lambda: view.delete_wished.emit(list(ids)))
    return menu


def folder_row_menu(view: ConversationView, row: Row) -> QMenu:
    """The menu of a folder."""
    menu = QMenu(view)
    _entry(menu, _tr("Rename folder"), Qt.Key.Key_F2).triggered.connect(
        lambda: view.begin_naming_folder(row.folder)
    )
    _entry(menu, _tr("Remove folder, keep its conversations"), Qt.Key.Key_Delete).triggered.connect(
        lambda: view.folder_remove_wished.emit(row.folder)
    )
    return menu


def folder_menu(
    view: ConversationView, parent: QWidget | None, ids: Sequence[str], current: str = ""
) -> QMenu:
    """Where conversations can be put; `current` is the folder they lie in."""
    menu = QMenu(_tr("Move to folder"), parent or view)
    for folder in view.folders:
        entry = menu.addAction(plain_caption(folder.name))
        entry.setCheckable(True)
        entry.setChecked(folder.id == current)
        entry.triggered.connect(lambda _checked, to=folder.id: view.move_wished.emit(list(ids), to))
    if current:
        _entry(menu, _tr("Out of the folder")).triggered.connect(lambda: view.move_wished.emit(list(ids), ""))
    if view.folders:
        menu.addSeparator()
    _entry(menu, _tr("New folder…")).triggered.connect(lambda: view.new_folder_wished.emit(list(ids)))
    return menu


def _entry(menu: QMenu, text: str, key: Qt.Key | None = None) -> QAction:
    entry = menu.addAction(text)
    if key is not None:
        entry.setShortcut(QKeySequence(key))
        entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown only; the list has the key
        entry.setShortcutVisibleInContextMenu(True)
    return entry


def _tr(words: str, count: int = -1) -> str:
    return QCoreApplication.translate("ConversationMenus", words, "", count)
