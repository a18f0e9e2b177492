"""The model behind the list of conversations: rows that change where they must and stay where they can.

Window process, main thread. Rows are drawn, not widgets, so that thousands cost nothing.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from app.domain.conversation import Conversation, Folder
from app.ui.conversations.rows import Row, RowKind, hit_rows, list_rows
from app.ui.language import number_words
from app.ui.markdown.visible_text import visible
from app.ui.parts import plain_tip
from app.vault.conversation_store import SearchHit

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
DRAGGED = "application/x-hearth-conversations"  # ids alone: nothing another program could make words of


class ConversationModel(QAbstractListModel):
    """Conversations by group, or the hits of a search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}  # conversation -> its first row

    def show_conversations(
        self,
        conversations: Sequence[Conversation],
        today: date | None = None,
        folders: Sequence[Folder] = (),
        closed: frozenset[str] = frozenset(),
    ) -> None:
        """Show these conversations under their headings; `closed` are folders that show nothing inside."""
        self._replace(list_rows(conversations, folders, closed, today or date.today(), self._words))

    def show_hits(self, hits: Sequence[SearchHit], more: bool = False) -> None:
        """Show what a search found; `more`: the rest follows."""
        count = number_words(len(hits)) + ("…" if more else "")
        self._replace(hit_rows(hits, self.tr("Found: {count}").format(count=count)))

    def row(self, index: Index) -> Row | None:
        """What stands in a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def ids(self) -> list[str]:
        """The conversations in the list's order, each once."""
        return list(self._places)

    def row_of(self, conversation_id: str) -> int:
        """The first row of a conversation, or -1."""
        return self._places.get(conversation_id, -1)

    def row_of_folder(self, folder_id: str) -> int:
        """The row of a folder, or -1."""
        for number, row in enumerate(self._rows):
            if row.kind is RowKind.FOLDER and row.folder == folder_id:
                return number
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen; what can be chosen can be renamed; what is kept can be dragged."""
        row = self.row(index)
        if row is None or row.kind is RowKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable
        if row.kind is RowKind.CONVERSATION and not row.temporary:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def supportedDragActions(self) -> Qt.DropAction:
        """Conversations are moved inside the list, never out of it."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """One kind, our own."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the dragged conversations."""
        rows = [self.row(index) for index in indexes]
        ids = [row.id for row in rows if row is not None and row.id and not row.temporary]
        data = QMimeData()
        data.setData(DRAGGED, "\n".join(ids).encode())
        return data

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows and says."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.id:
            if row.temporary:
                return plain_tip(self.tr("{title}: nothing of it is kept").format(title=row.text[:300]))
            told = self.tr("{title}: stays on this computer")
            if row.provider:
                told = self.tr("{title}: answered by {name}").replace("{name}", visible(row.provider))
            return plain_tip(told.replace("{title}", row.text[:300]))
        return None

    def _said(self, row: Row) -> str:
        """A row in words, as a screen reader says it."""
        if row.kind is RowKind.HEADING:
            return row.text
        if row.kind is RowKind.FOLDER:
            said = (
                self.tr("Folder {name}, open, conversations: {count}")
                if row.is_open
                else self.tr("Folder {name}, closed, conversations: {count}")
            )
            return said.format(name=row.text, count=number_words(row.count))
        if row.temporary:
            return self.tr("{title}, temporary, nothing of it is kept").format(title=row.text)
        told = self.tr("{title}, stays on this computer")
        if row.provider:
            told = self.tr("{title}, answered by a server")
        said = told.format(title=row.text)
        if row.pinned:
            said = self.tr("{row}, pinned").format(row=said)
        return f"{said}. {row.snippet}" if row.snippet else said

    def _words(self, english: str) -> str:
        return {
            "Temporary": self.tr("Temporary"),
            "Pinned": self.tr("Pinned"),
            "Today": self.tr("Today"),
            "This week": self.tr("This week"),
            "Older": self.tr("Older"),
        }[english]

    def _replace(self, rows: list[Row]) -> None:
        """Take `rows`, changing only the stretch that differs: selection and place stay where they are."""
        old = self._rows
        shorter = min(len(old), len(rows))
        first = 0
        while first < shorter and old[first] == rows[first]:
            first += 1
        if first == len(old) == len(rows):
            return
        end = 0  # rows that are the same at the end
        while end < shorter - first and old[-1 - end] == rows[-1 - end]:
            end += 1
        before, after = old[first : len(old) - end], rows[first : len(rows) - end]
        if [row.key for row in before] == [row.key for row in after]:
            self._take(rows)  # other words in the same rows
            self.dataChanged.emit(self.index(first), self.index(first + len(after) - 1))
            return
        if before:
            self.beginRemoveRows(QModelIndex(), first, first + len(before) - 1)
            self._take(old[:first] + old[len(old) - end :])
            self.endRemoveRows()
        if after:
            self.beginInsertRows(QModelIndex(), first, first + len(after) - 1)
            self._take(rows)
            self.endInsertRows()

    def _take(self, rows: list[Row]) -> None:
        self._rows = rows
        self._places = {}
        for number, row in enumerate(rows):
            if row.id:
                self._places.setdefault(row.id, number)
