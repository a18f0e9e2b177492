"""Which libraries a conversation is answered from: a pill beside the question. Window process, main thread."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.services.events import Event, LibraryChanged
from app.services.starting import start_of
from app.ui.composer import Composer
from app.ui.door import Door
from app.ui.parts import Pill, plain_caption
from app.ui.ports import OpenSession
from app.ui.theme import Theme

CAPTION_CHARS = 28


class LibraryChoice(QObject):
    """The pill and its menu. Hidden while there is no library.

    Signals: `manage_wished`: the Library page should be shown.
    """

    manage_wished = Signal()

    def __init__(self, theme: Theme, door: Door, session: OpenSession, composer: Composer) -> None:
        super().__init__(composer)
        self._door = door
        self._session = session
        self._names: tuple[str, ...] = ()
        self._where: str | None = None
        self._usual: tuple[str, ...] = ()  # on in a new conversation
        self._touched = False  # the person has chosen for the new conversation
        self.chosen: tuple[str, ...] = ()
        self.pill = Pill(theme, "", "pill", "library")
        self.menu = QMenu(self.pill)
        self.menu.aboutToShow.connect(self._fill)
        self.menu.triggered.connect(self._toggled)
        self.pill.setMenu(self.menu)
        composer.add_tool(self.pill, composer.add)
        self._show()
        door.run(lambda: start_of(session.settings).libraries, self._use_usually)
        door.run(
            lambda: session.library.libraries, lambda facts: self._have(tuple(one.name for one in facts))
        )

    def take(self, event: Event) -> None:
        """The libraries as they are now."""
        if isinstance(event, LibraryChanged):
            self._have(tuple(facts.name for facts in event.libraries))

    def open(self, conversation_id: str | None) -> None:
        """Another conversation is shown; None for one that hasn't begun, which searches the usual ones, if any."""
        self._where = conversation_id
        self.chosen = ()
        self._touched = False
        self._settle()
        if conversation_id is None:
            return

        def told(names: tuple[str, ...]) -> None:
            if self._where == conversation_id:
                self.chosen = names
                self._show()

        self._door.run(lambda: self._session.chat.libraries(conversation_id), told)

    def begun(self, conversation_id: str) -> None:
        """The new conversation has its place now; what was chosen for it stays."""
        self._where = conversation_id

    def choose(self, names: tuple[str, ...]) -> None:
        """Search these too in a conversation that hasn't begun."""
        self._touched = True
        self.chosen = tuple(dict.fromkeys((*self.chosen, *names)))
        self._show()

    @Slot()
    def _fill(self) -> None:
        """The libraries as they are now, into the menu."""
        self.menu.clear()
        for name in self._names:
            action = self.menu.addAction(plain_caption(name))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name in self.chosen)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("All libraries…")).triggered.connect(self.manage_wished)

    def switch(self, name: str) -> None:
        """Search this library in this conversation, or no longer."""
        self._touched = True
        others = tuple(one for one in self.chosen if one != name)
        self.chosen = others if name in self.chosen else (*others, name)
        self._show()
        where, chosen = self._where, self.chosen
        if where is not None:
            self._door.run(lambda: self._session.chat.set_libraries(where, chosen))

    @Slot(QAction)
    def _toggled(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self.switch(action.data())

    def _have(self, names: tuple[str, ...]) -> None:
        self._names = names
        self.chosen = tuple(name for name in self.chosen if name in names)
        self._settle()

    def _use_usually(self, names: tuple[str, ...]) -> None:
        self._usual = names
        self._settle()

    def _settle(self) -> None:
        if self._where is None and not self._touched:
            self.chosen = tuple(name for name in self._usual if name in self._names)
        self._show()

    def _show(self) -> None:
        self.pill.setVisible(bool(self._names))
        if not self.chosen:
            caption = self.tr("No files")
        elif len(self.chosen) == 1:
            name = self.chosen[0]
            caption = name if len(name) <= CAPTION_CHARS else name[: CAPTION_CHARS - 1] + "…"
        else:
            caption = self.tr("%Ln libraries", "", len(self.chosen))
        self.pill.set_caption(f"{caption}  ▾")
        words = ", ".join(self.chosen) or self.tr("none")
        self.pill.setAccessibleName(self.tr("Answer from files: {names}. Change it.").format(names=words))
