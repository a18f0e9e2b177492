"""The list of conversations: opening, choosing several, dragging, naming in place. Window process, main thread."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QListView, QMenu, QWidget

from app.domain.conversation import Folder
from app.ui.conversations.delegate import ConversationDelegate
from app.ui.conversations.menus import conversation_menu, folder_row_menu
from app.ui.conversations.model import DRAGGED, ConversationModel
from app.ui.conversations.rows import Row, RowKind, place_at
from app.ui.theme import Theme

_SELECT = QItemSelectionModel.SelectionFlag.Select
_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ConversationView(QListView):
    """The list. Enter or a click opens; Ctrl and Shift choose several; F2, Delete and Ctrl+Z do what they do.

    Signals: `opened` with a conversation id; `hit_opened` with a conversation and a message id (empty for its
    title); `delete_wished`, `duplicate_wished`, `new_folder_wished` with a list of conversation ids;
    `pin_wished` with that and whether to pin; `move_wished` with that and a folder id (empty: out of it);
    `dropped` with that and a `Place`; `named` with a conversation id and its title; `folder_named` with a folder
    id and its name; `folder_toggled`, `folder_remove_wished` with a folder id; `undo_wished`;
    `released`: a name is no longer being typed.
    """

    opened = Signal(str)
    hit_opened = Signal(str, str)
    delete_wished = Signal(list)
    duplicate_wished = Signal(list)
    new_folder_wished = Signal(list)
    pin_wished = Signal(list, bool)
    move_wished = Signal(list, str)
    dropped = Signal(list, object)
    named = Signal(str, str)
    folder_named = Signal(str, str)
    folder_toggled = Signal(str)
    folder_remove_wished = Signal(str)
    undo_wished = Signal()
    released = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = ConversationModel(self)
        self.folders: list[Folder] = []
        self.drawing = ConversationDelegate(theme, self)
        self.drawing.named.connect(self._named)
        self.drawing.closeEditor.connect(self._editor_closed)
        self.setModel(self.rows)
        self.setItemDelegate(self.drawing)
        self.setProperty("look", "conversations")
        self.setAccessibleName(self.tr("Conversations"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # F2 and the menu begin it
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)  # the delegate draws where it would go
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.menu: QMenu | None = None

    # ---- what is shown

    def show_hits(self, are_hits: bool) -> None:
        """Hits are higher than headings and have to be measured; conversations all have one height."""
        self.setUniformItemSizes(not are_hits)

    def mark_shown(self, conversation_id: str | None) -> None:
        """Mark a conversation as the one at the right, without opening it again.

        Several that are chosen stay chosen while it is one of them, or the same as before.
        """
        before, self.drawing.shown = self.drawing.shown, conversation_id or ""
        chosen = self.chosen()
        keep = len(chosen) > 1 and (before == self.drawing.shown or self.drawing.shown in chosen)
        row = self.rows.row_of(self.drawing.shown)
        if before != self.drawing.shown:
            self.viewport().update()  # a click has chosen the row already: nothing else would draw the former one again
        if keep:
            return
        if row < 0:
            self.selectionModel().clear()
        else:
            index = self.rows.index(row)
            held = self.rows.row(self.currentIndex())
            if held is not None and held.id == self.drawing.shown:
                index = self.currentIndex()  # another hit in the same conversation
            self.selectionModel().setCurrentIndex(index, _ONLY)

    def go_to_first(self) -> None:
        """Take the keyboard, on the row that is chosen, or else the first that can be."""
        if not self.currentIndex().isValid():
            number = next((n for n in range(self.rows.rowCount()) if self._can_choose(n)), -1)
            if number >= 0:
                self.selectionModel().setCurrentIndex(self.rows.index(number), _ONLY)
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def _can_choose(self, number: int) -> bool:
        row = self.rows.row(self.rows.index(number))
        return row is not None and row.kind is not RowKind.HEADING

    def chosen(self) -> list[str]:
        """The conversations that are chosen, in the list's order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = (self.rows.row(self.rows.index(row)) for row in rows)
        return list(dict.fromkeys(row.id for row in found if row is not None and row.id))

    def choose(self, ids: Iterable[str]) -> None:
        """Choose these, where they are listed."""
        wanted = QItemSelection()
        for conversation_id in ids:
            if (row := self.rows.row_of(conversation_id)) >= 0:
                wanted.select(self.rows.index(row), self.rows.index(row))
        self.selectionModel().select(wanted, _SELECT)

    @property
    def is_naming(self) -> bool:
        """Whether a name is being typed; the rows should stay where they are."""
        return self.state() is QAbstractItemView.State.EditingState

    # ---- naming in place

    def begin_naming(self, conversation_id: str) -> bool:
        """Let the title be typed in the list; False where its row isn't there."""
        row = self.rows.row_of(conversation_id)
        return self.isVisible() and row >= 0 and self._begin_naming(self.rows.index(row))

    def begin_naming_folder(self, folder_id: str) -> None:
        """Let the name of a folder be typed in the list."""
        row = self.rows.row_of_folder(folder_id)
        if row >= 0:
            self._begin_naming(self.rows.index(row))

    def _begin_naming(self, index: QModelIndex) -> bool:
        row = self.rows.row(index)
        if row is None or row.kind is RowKind.HEADING:
            return False
        self.scrollTo(index)
        self.edit(index)
        return True

    @Slot(object, str)
    def _named(self, row: Row, text: str) -> None:
        if row.kind is RowKind.FOLDER:
            self.folder_named.emit(row.folder, text)
        else:
            self.named.emit(row.id, text)

    @Slot(QWidget, QAbstractItemDelegate.EndEditHint)
    def _editor_closed(self, _editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        QTimer.singleShot(0, self, self.released.emit)  # the view leaves its editing state only after this

    # ---- keys

    def event(self, event: QEvent) -> bool:
        """Keys that mean something in the list are its own, before the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if (plain and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete)) or event.matches(
                QKeySequence.StandardKey.Undo
            ):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, F2 and Delete act on what is chosen; the arrows to the sides fold a folder."""
        row = self.rows.row(self.currentIndex())
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wished.emit()
        elif self.is_naming or row is None or not self._act(row, event.key()):
            super().keyPressEvent(event)

    def _act(self, row: Row, key: int) -> bool:
        """Do what `key` means for `row`; False when it means nothing here."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_F2:
            self._begin_naming(self.currentIndex())
        elif row.kind is RowKind.FOLDER and key == (Qt.Key.Key_Left if row.is_open else Qt.Key.Key_Right):
            self.folder_toggled.emit(row.folder)
        elif key == Qt.Key.Key_Delete and row.kind is RowKind.FOLDER and not self.chosen():
            self.folder_remove_wished.emit(row.folder)
        elif key == Qt.Key.Key_Delete and self.chosen():
            self.delete_wished.emit(self.chosen())
        else:
            return False
        return True

    # ---- mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A plain click opens; with Ctrl or Shift it only chooses."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        dragging = self.state() is QAbstractItemView.State.DraggingState
        super().mouseReleaseEvent(event)
        if left and plain and not dragging and index.isValid() and index == self._pressed:
            self._open(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = QModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    _pressed = QModelIndex()

    # ---- dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only conversations of this list."""
        if self._is_ours(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would go."""
        super().dragMoveEvent(event)  # scrolls near the edges
        index = self.indexAt(event.position().toPoint())
        place = place_at(self.rows.row(index)) if self._is_ours(event) else None
        self._aim(index.row() if place is not None and index.isValid() else -1)
        if place is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They would go nowhere."""
        super().dragLeaveEvent(event)
        self._aim(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put them there. The rows follow when the vault has it."""
        self._aim(-1)
        place = place_at(self.rows.row(self.indexAt(event.position().toPoint())))
        ids = bytes(event.mimeData().data(DRAGGED).data()).decode().split("\n")
        if place is not None and self._is_ours(event) and ids != [""]:
            event.acceptProposedAction()
            self.dropped.emit(ids, place)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)

    def _is_ours(self, event: QDropEvent) -> bool:
        return event.source() is self and event.mimeData().hasFormat(DRAGGED)

    def _aim(self, row: int) -> None:
        if row != self.drawing.target:
            self.drawing.target = row
            self.viewport().update()

    # ---- opening, and the menu

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if row is None:
            return
        if row.kind is RowKind.FOLDER:
            self.folder_toggled.emit(row.folder)
        elif row.kind is RowKind.HIT:
            self.hit_opened.emit(row.id, row.message_id)
        elif row.id:
            self.opened.emit(row.id)

    def menu_for(self, row: Row) -> QMenu:
        """The context menu of a row: for all that are chosen, when it is one of them."""
        if row.kind is RowKind.FOLDER:
            return folder_row_menu(self, row)
        chosen = self.chosen()
        return conversation_menu(self, row, chosen if row.id in chosen else [row.id])

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        row = self.rows.row(index if index.isValid() else self.currentIndex())
        if row is not None and row.kind is not RowKind.HEADING:
            self.menu = self.menu_for(row)
            self.menu.popup(self.viewport().mapToGlobal(at))
