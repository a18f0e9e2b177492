"""What the window does with conversations: lists and finds them, renames, pins, files, copies, deletes, takes back.

Window process, main thread; services are reached through the door only.
"""

import json
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.conversation import Conversation, Folder
from app.domain.errors import HearthError
from app.services.sentences import sentence
from app.ui.conversations.day_change import DayChange
from app.ui.conversations.menus import folder_menu
from app.ui.conversations.rows import Place
from app.ui.door import Door
from app.ui.ports import OpenSession
from app.ui.questions import NameSheet
from app.ui.sidebar import Sidebar
from app.ui.theme import Theme
from app.vault.conversation_store import SearchHit

CLOSED_SETTING = "window.closed_folders"

FIRST_HITS = 12  # on the screen at once; to fetch and mark all takes as long again as to find them


class ConversationDesk(QObject):
    """Carries out what is wished in the list, and for the conversation that is shown.

    Attributes: `conversations`, as last listed.
    Signals:
        listed: the conversations and folders were fetched anew.
        told: a sentence for the person.
        offered: a sentence, the words of a button, what the button does, and for how many seconds.
        copied: a copy was made, with its id.
    """

    listed = Signal()
    told = Signal(str)
    offered = Signal(str, str, object, float)
    copied = Signal(str)

    def __init__(
        self, theme: Theme, door: Door, session: OpenSession, sidebar: Sidebar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._session = session
        self._sidebar = sidebar
        self._window = window
        self.conversations: list[Conversation] = []
        self._deleted: list[tuple[float, list[str]]] = []  # until when, what: what `undo` brings back
        self._closed: frozenset[str] = frozenset()
        self._fetching = False
        self._fetch_again = False
        self._finding = False
        self._find_next = ""
        self.menu: QMenu | None = None
        rows = sidebar.list
        rows.named.connect(self._rename)
        rows.delete_wished.connect(self.delete)
        rows.duplicate_wished.connect(self.duplicate)
        rows.pin_wished.connect(self.pin)
        rows.move_wished.connect(self.move)
        rows.dropped.connect(self._drop)
        rows.new_folder_wished.connect(self.new_folder)
        rows.folder_named.connect(self._rename_folder)
        rows.folder_remove_wished.connect(self.remove_folder)
        rows.folder_toggled.connect(self._fold)
        rows.undo_wished.connect(self.undo)
        sidebar.search_wished.connect(self._find)
        self._day_change = DayChange(self)
        self._day_change.begun.connect(self.refresh)

    # ---- listing and finding

    def begin(self) -> None:
        """List what there is."""

        def have(kept: str) -> None:
            self._closed = _closed_of(kept)
            self.refresh()

        self._door.run(lambda: self._session.settings.get(CLOSED_SETTING, ""), have)

    def refresh(self) -> None:
        """Fetch the list, once for however many changes came in the meantime."""
        if self._fetching:
            self._fetch_again = True
            return
        self._fetching = True
        self._door.run(
            lambda: (self._session.chat.conversations(), self._session.arranging.folders()),
            self._have,
            self._not_listed,
        )

    def _have(self, found: tuple[list[Conversation], list[Folder]]) -> None:
        self._fetching = False
        self.conversations, folders = found
        self._sidebar.set_conversations(self.conversations, folders, self._closed)
        self.listed.emit()
        if self._fetch_again:
            self._fetch_again = False
            self.refresh()

    def _not_listed(self, error: Exception) -> None:
        self._fetching = self._fetch_again = False
        self._failed(error)

    @Slot(str)
    def _find(self, words: str) -> None:
        """Search, first for what fits on the screen; meanwhile only the last words typed wait."""
        if self._finding:
            self._find_next = words
            return
        self._finding = True

        def go_on() -> None:
            self._finding = False
            wished, self._find_next = self._find_next, ""
            if wished:
                self._find(wished)

        def failed(error: Exception) -> None:
            self._failed(error)
            go_on()

        def all_found(hits: list[SearchHit]) -> None:
            self._sidebar.set_hits(words, hits)
            go_on()

        def found(hits: list[SearchHit]) -> None:
            more = len(hits) == FIRST_HITS
            self._sidebar.set_hits(words, hits, more)
            if more and not self._find_next:
                self._door.run(lambda: self._session.chat.search(words), all_found, failed)
            else:
                go_on()

        self._door.run(lambda: self._session.chat.search(words, FIRST_HITS), found, failed)

    # ---- names

    def rename(self, conversation_id: str) -> None:
        """Let the title be typed: in the list where its row is, on a sheet where it isn't."""
        if self._sidebar.list.begin_naming(conversation_id):
            return
        sheet = NameSheet(
            self._theme,
            self._window,
            self.tr("Rename this conversation"),
            self.tr("Title"),
            self._sidebar.title_of(conversation_id),
            lambda title: self._rename(conversation_id, title),
        )
        sheet.open_over(sheet.field)

    @Slot(str, str)
    def _rename(self, conversation_id: str, title: str) -> None:
        self._run(lambda: self._session.chat.rename(conversation_id, title))

    # ---- order

    @Slot(list, bool)
    def pin(self, ids: Sequence[str], pinned: bool) -> None:
        """Keep them at the top, or no longer."""
        self._each(ids, lambda one: self._session.arranging.pin(one, pinned))

    def turn_pin(self, conversation: Conversation) -> None:
        """Pin the conversation, or unpin it."""
        self.pin([conversation.id], not conversation.pinned)

    @Slot(list, str)
    def move(self, ids: Sequence[str], folder_id: str) -> None:
        """Put them into a folder; empty takes them out."""
        if folder_id in self._closed:
            self._fold(folder_id)  # what was put there should be seen
        self._each(ids, lambda one: self._session.arranging.move(one, folder_id))

    @Slot(list, object)
    def _drop(self, ids: Sequence[str], place: Place) -> None:
        """Put them where they were dropped. The pinned keep their folder: they come back to it unpinned."""
        arranging = self._session.arranging

        def put(one: str) -> None:
            arranging.pin(one, place.pinned)
            if not place.pinned:
                arranging.move(one, place.folder)

        self._each(ids, put)

    def choose_folder(self, conversation: Conversation, at: QPoint) -> None:
        """The menu of folders for the conversation that is shown."""
        self.menu = folder_menu(self._sidebar.list, self._window, [conversation.id], conversation.folder)
        self.menu.popup(at)
        self.menu.setActiveAction(self.menu.actions()[0])

    @Slot(list)
    def new_folder(self, ids: Sequence[str] = ()) -> None:
        """Ask for a name, make the folder, and put these conversations into it."""

        def put(folder: Folder) -> None:
            if ids:
                self.move(ids, folder.id)

        def make(name: str) -> None:
            self._door.run(lambda: self._session.arranging.add_folder(name), put, self._failed)

        sheet = NameSheet(
            self._theme, self._window, self.tr("New folder"), self.tr("Name of the folder"), "", make
        )
        sheet.save.set_caption(self.tr("Make the folder"))
        sheet.open_over(sheet.field)

    @Slot(str, str)
    def _rename_folder(self, folder_id: str, name: str) -> None:
        self._run(lambda: self._session.arranging.rename_folder(folder_id, name))

    @Slot(str)
    def remove_folder(self, folder_id: str) -> None:
        """Remove a folder. Nothing in it is lost, so nothing is asked."""

        def done(_nothing: object) -> None:
            self.told.emit(self.tr("The folder is gone; its conversations are listed by day."))

        self._door.run(lambda: self._session.arranging.remove_folder(folder_id), done, self._failed)

    @Slot(str)
    def _fold(self, folder_id: str) -> None:
        """Open or close a folder, and remember it."""
        self._closed = self._closed ^ {folder_id}
        self._sidebar.set_closed(self._closed)
        kept = json.dumps(sorted(self._closed))
        self._door.run(lambda: self._session.settings.set(CLOSED_SETTING, kept))

    # ---- copies and deletion

    @Slot(list)
    def duplicate(self, ids: Sequence[str]) -> None:
        """Make a copy of each and open the last."""
        titles = [(one, self.tr("{title} (copy)").format(title=self._sidebar.title_of(one))) for one in ids]

        def done(made: list[Conversation]) -> None:
            if made:
                self.copied.emit(made[-1].id)

        self._door.run(
            lambda: [self._session.arranging.duplicate(one, title) for one, title in titles],
            done,
            self._failed,
        )

    @Slot(list)
    def delete(self, ids: Sequence[str]) -> None:
        """Delete them, with a moment to take that back."""
        wished = list(ids)
        title = self._sidebar.title_of(wished[0]) if len(wished) == 1 else ""

        def done(undo_s: float) -> None:
            self._deleted.append((time.monotonic() + undo_s, wished))
            words = (
                self.tr("“{title}” is deleted.").format(title=title)
                if title
                else self.tr("%Ln conversations are deleted.", "", len(wished))
            )
            self.offered.emit(words, self.tr("Undo"), self.undo, undo_s)

        def work() -> float:
            for one in wished:
                self._session.arranging.delete(one)
            return self._session.arranging.undo_s

        self._door.run(work, done, self._failed)

    @property
    def can_undo(self) -> bool:
        """Whether something that was deleted can still come back."""
        now = time.monotonic()
        self._deleted = [one for one in self._deleted if one[0] > now]
        return bool(self._deleted)

    @Slot()
    def undo(self) -> None:
        """Bring back what was deleted last."""
        if not self._deleted:
            return
        _, wished = self._deleted.pop()

        def done(came_back: list[bool]) -> None:
            if all(came_back):
                self.told.emit(
                    self.tr("The conversation is back.")
                    if len(wished) == 1
                    else self.tr("The conversations are back.")
                )
            else:
                self.told.emit(self.tr("It was too late: what was deleted is gone for good."))

        self._door.run(lambda: [self._session.arranging.undo(one) for one in wished], done, self._failed)

    # ---- inside

    def _each(self, ids: Sequence[str], act: Callable[[str], object]) -> None:
        """One piece of work for all of them."""

        def work() -> None:
            for one in ids:
                act(one)

        self._run(work)

    def _run(self, work: Callable[[], object]) -> None:
        self._door.run(work, None, self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.told.emit(sentence(error, self.tr))


def _closed_of(kept: str) -> frozenset[str]:
    """The closed folders out of the settings; what can't be read is none."""
    try:
        found = json.loads(kept) if kept else []
    except ValueError:
        return frozenset()
    return frozenset(one for one in found if isinstance(one, str)) if isinstance(found, list) else frozenset()
