"""The open profile on screen: sidebar at the left, welcome page or conversation at the right.

Window process, main thread. It joins the parts; what they do is theirs.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.conversation import Conversation
from app.domain.errors import HearthError
from app.sandbox import SealReport
from app.services.events import ConversationsChanged, Event
from app.services.sentences import sentence
from app.services.state_words import seal_words
from app.ui.actions import Actions
from app.ui.autolock import AutoLock
from app.ui.backup_desk import BackupDesk
from app.ui.chat_page import ChatPage
from app.ui.cloud.frame import CloudFrame
from app.ui.cloud.servers_sheet import ServersSheet
from app.ui.compare.desk import CompareDesk
from app.ui.composer.send_key import SEND_KEY, send_key_of
from app.ui.conversations.desk import ConversationDesk
from app.ui.desktop.desk import DesktopDesk
from app.ui.door import Door
from app.ui.guide import Guide
from app.ui.import_desk import ImportDesk
from app.ui.ledger.desk import LedgerDesk
from app.ui.library.desk import LibraryDesk
from app.ui.list_fold import ListFold
from app.ui.markdown.visible_text import visible
from app.ui.models.desk import ModelDesk
from app.ui.models.first_desk import FirstModelDesk
from app.ui.page_stack import PageStack
from app.ui.ports import OpenSession
from app.ui.questions import InstructionsSheet, LinkSheet, TellSheet
from app.ui.security_desk import SecurityDesk
from app.ui.settings.desk import SettingsDesk
from app.ui.settings.table import NEVER_ASK
from app.ui.sidebar import Sidebar
from app.ui.theme import Theme
from app.ui.transcript.hit import Hit
from app.ui.welcome import WelcomePage


class Workspace(QWidget):
    """Everything a person works with while the profile is open.

    Signals: `lock_wished`; `language_wished` with one of `app.ui.language`; `told` with a sentence for the person;
    `offered` with a sentence, the words of a button, what it does, and for how many seconds; `restore_wished` (put
    a backup in this profile's place); `move_wished` (put the data folder elsewhere).
    """

    lock_wished = Signal()
    language_wished = Signal(str)
    told = Signal(str)
    restore_wished = Signal()
    move_wished = Signal()
    offered = Signal(str, str, object, float)

    def __init__(
        self,
        theme: Theme,
        door: Door,
        session: OpenSession,
        report: SealReport,
        auto_lock: AutoLock,
        window: QWidget,
        acts: Actions,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._door = door
        self._session = session
        self._report = report
        self._auto_lock = auto_lock
        self._window = window
        self._acts = acts
        self._early: list[Event] | None = []  # what came before all that it is for was built
        self._settled = False
        self._to_open = ""  # a copy that isn't listed yet
        door.arrived.connect(self.take)

    def build(self) -> Iterator[None]:
        """Build what stands in it, part by part, so that no turn of the event loop has to do it all.

        Nothing else here may be used before the last part.
        """
        theme, door, session, window = self._theme, self._door, self._session, self._window
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.sidebar = Sidebar(theme, self._report, self._acts)
        row.addWidget(self.sidebar)
        yield
        self.chat = ChatPage(theme, door, session, self._acts)
        self.pages = PageStack(self.chat)
        row.addWidget(self.pages, 1)
        self.fold = ListFold(door, session, self, self.sidebar, self.chat.header.fold)
        yield
        self.welcome = WelcomePage(theme)
        self.pages.addWidget(self.welcome)
        self.library = LibraryDesk(theme, door, session, window)
        self.pages.addWidget(self.library.page)
        yield
        self.ledger = LedgerDesk(theme, door, session, window)
        self.comparing = CompareDesk(theme, door, session, window, self.chat.typesetter)
        self.models = ModelDesk(theme, door, session, self.chat.composer, window)
        self.models.page.setParent(self)  # until it is first shown: what has no parent outlives the workspace
        self.models.page.hide()
        self.first_model = FirstModelDesk(door, session, self.welcome, self.models)
        yield
        self.security = SecurityDesk(theme, door, session, window)
        self.backups = BackupDesk(theme, door, session, window)
        self.backups.code_wished.connect(self.security.make_recovery_code)
        self.backups.told.connect(self.told)
        self.imports = ImportDesk(theme, door, session, window)
        self.settings = SettingsDesk(
            theme,
            door,
            session,
            self._auto_lock,
            self.security,
            self.backups,
            self.imports,
            self._report,
            window,
        )
        self.pages.addWidget(self.settings.page)
        yield
        self.desktop = DesktopDesk(theme, door, session, self.settings, window)
        self.desk = ConversationDesk(theme, door, session, self.sidebar, window)
        self.guide = Guide(
            theme,
            door,
            session,
            self._report,
            self._acts,
            lambda: self.desk.conversations,
            self.settings.lines,
            window,
        )
        self._connect()
        self.models.look()
        self.security.begin()
        self.settings.begin()
        self.ledger.begin()
        self.fold.begin()
        self.guide.begin()
        self.desk.begin()
        early, self._early = self._early or [], None
        for event in early:
            self.take(event)

    def _connect(self) -> None:
        side, chat, header = self.sidebar, self.chat, self.chat.header
        side.new_wished.connect(self.new)
        side.opened.connect(self.open)
        side.hit_opened.connect(self._open_hit)
        self.desk.listed.connect(self._listed_conversations)
        self.desk.told.connect(self.told)
        self.desk.offered.connect(self.offered)
        self.desk.copied.connect(self._open_copy)
        side.library_wished.connect(self.show_library)
        self.library.counted.connect(side.set_file_count)
        self.library.listed.connect(self.welcome.show_libraries)
        self.library.refused.connect(self.welcome.show_folder_problem)
        side.ledger_wished.connect(self.show_ledger)
        self.ledger.told.connect(self.told)
        self.ledger.counted.connect(side.card.show_totals)
        side.models_wished.connect(self.show_models)
        side.compare_wished.connect(self.show_compare)
        self.models.page_wished.connect(self.show_models)
        side.settings_wished.connect(self.settings.open)
        side.lock_wished.connect(self.lock_wished)
        chat.shown.connect(self._shown)
        chat.link_wished.connect(self._ask_link)
        chat.told.connect(self.told)
        chat.files.manage_wished.connect(self.show_library)
        chat.presets.changed.connect(self.desk.refresh)
        header.fold_wished.connect(self.fold.turn)
        self.frame = CloudFrame(self._theme, self)
        self.pages.currentChanged.connect(self._show_frame)
        self.pages.led_by.connect(side.show_place)
        chat.servers.changed.connect(self._show_frame)
        chat.servers.changed.connect(self.desk.refresh)
        chat.servers.settings_wished.connect(self.open_servers)
        chat.servers.explain_wished.connect(self._explain)
        chat.servers.compare_wished.connect(self.show_compare)
        self.comparing.told.connect(self.told)
        self.comparing.link_wished.connect(self._ask_link)
        self.comparing.servers_wished.connect(self.open_servers)
        chat.offered.connect(self.offered)
        self.settings.servers_wished.connect(self.open_servers)
        self.settings.values.follow(NEVER_ASK, lambda _: chat.servers.refresh())
        self.models.listed.connect(self._listed)
        self.models.told.connect(self.told)
        self.models.offered.connect(self.offered)
        self.models.refused.connect(self.welcome.show_problem)
        self.security.told.connect(self.told)
        self.settings.told.connect(self.told)
        self.settings.page_wished.connect(self._show_settings)
        self.settings.page.left.connect(self._leave_page)
        self.settings.keys_wished.connect(self.guide.open_shortcuts)
        self.settings.restore_wished.connect(self.restore_wished)
        self.settings.move_wished.connect(self.move_wished)
        self.welcome.restore_wished.connect(self.restore_wished)
        self.settings.language_wished.connect(self.language_wished)
        self.settings.values.follow(SEND_KEY, self._take_send_key)
        self.guide.opened.connect(self.open)
        self.guide.hit_opened.connect(self._open_hit)
        self.desktop.opened.connect(self._go_on_with)
        self.desktop.link_wished.connect(self._ask_link)
        self.security.protected.connect(self.welcome.show_lock)
        self.first_model.models_wished.connect(self.show_models)
        self.welcome.folder_wished.connect(self.library.pick)
        self.welcome.library_wished.connect(self.show_library)
        self.welcome.code_wished.connect(self.security.make_recovery_code)
        self.welcome.passphrase_wished.connect(self.security.set_passphrase)

    @Slot(object)
    def take(self, event: Event) -> None:
        """A service event."""
        if self._early is not None:
            self._early.append(event)
            return
        if isinstance(event, ConversationsChanged):
            self.desk.refresh()
        self.chat.take(event)
        self.models.take(event)
        self.first_model.take(event)
        self.library.take(event)
        self.ledger.take(event)
        self.comparing.take(event)
        self.backups.take(event)
        self.imports.take(event)
        self.chat.files.take(event)
        self.chat.empty.take(event)
        self.chat.writing.take(event)
        self.desktop.take(event)

    @Slot()
    def new(self) -> None:
        """Begin a conversation."""
        self.begin_new()

    def begin_new(self, temporary: bool = False) -> None:
        """Begin a conversation, or one that is in memory only."""
        self.sidebar.search.clear()
        if self.pages.currentWidget() is not self.welcome:
            self.pages.show_home(self.chat)
            self.chat.show_new(temporary)

    @Slot(str)
    def open(self, conversation_id: str, hit: Hit | None = None) -> None:
        """Show a conversation of the list, or the message of a hit in it."""
        found = next((one for one in self.desk.conversations if one.id == conversation_id), None)
        if found is not None:
            self.pages.show_home(self.chat)
            self.chat.open(found, hit)
            self.fold.make_room()

    @Slot(object)
    def _go_on_with(self, conversation: Conversation) -> None:
        """Show a conversation that was begun elsewhere, perhaps before the list knows it."""
        self.pages.show_home(self.chat)
        self.chat.open(conversation)

    @Slot(str, str, str)
    def _open_hit(self, conversation_id: str, message_id: str, words: str) -> None:
        self.open(conversation_id, Hit(message_id, words) if message_id else None)

    @Slot()
    def rename_shown(self) -> None:
        """Rename the conversation that is shown."""
        if self.chat.conversation is not None:
            self.desk.rename(self.chat.conversation.id)

    @Slot()
    def delete_shown(self) -> None:
        """Delete the conversation that is shown."""
        if self.chat.conversation is not None:
            self.desk.delete([self.chat.conversation.id])

    @Slot()
    def pin_shown(self) -> None:
        """Pin the conversation that is shown, or unpin it."""
        if self.chat.conversation is not None:
            self.desk.turn_pin(self.chat.conversation)

    @Slot()
    def move_shown(self) -> None:
        """Choose a folder for the conversation that is shown."""
        if self.chat.conversation is not None:
            header = self.chat.header
            self.desk.choose_folder(
                self.chat.conversation, header.mapToGlobal(header.title.geometry().bottomLeft())
            )

    @Slot()
    def duplicate_shown(self) -> None:
        """Copy the conversation that is shown."""
        if self.chat.conversation is not None:
            self.desk.duplicate([self.chat.conversation.id])

    def open_neighbour(self, step: int) -> None:
        """Open the next conversation of the list (`step` 1), or the one before (-1)."""
        listed = self.sidebar.list.rows.ids()
        shown = self.chat.conversation.id if self.chat.conversation is not None else ""
        at = listed.index(shown) + step if shown in listed else 0
        if 0 <= at < len(listed):
            self.open(listed[at])

    def parts(self) -> list[QWidget]:
        """The parts of the window that F6 walks through, in reading order."""
        return [self.sidebar.search, self.sidebar.list, self.chat.header, *self._middle()]

    def _middle(self) -> list[QWidget]:
        if self.pages.currentWidget() is self.chat:
            return [self.chat.transcript, self.chat.composer]
        current = self.pages.currentWidget()
        return [current] if current is not None else []

    @property
    def stage(self) -> QWidget:
        """The page that is shown; of the conversation the part that scrolls."""
        page = self.chat.stack if self.pages.currentWidget() is self.chat else self.pages
        return page.currentWidget() or page

    @Slot()
    def show_library(self) -> None:
        """Show the Library page."""
        self.pages.show_page(self.library.page, self.sidebar.library)
        self.library.page.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_models(self) -> None:
        """Show the Models page."""
        self.pages.show_page(self.models.page, self.sidebar.models)
        self.models.open()
        self.models.page.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_ledger(self) -> None:
        """Show the Ledger page."""
        self.pages.show_page(self.ledger.page, self.sidebar.ledger)
        self.ledger.open()

    @Slot()
    def show_compare(self) -> None:
        """Show the Compare page, with what is typed for a conversation in its field."""
        self.pages.show_page(self.comparing.page, self.sidebar.compare)
        self.comparing.open(self.chat.composer.field.toPlainText())

    @Slot()
    def _show_settings(self) -> None:
        self.pages.show_page(self.settings.page, self.sidebar.settings, over=True)

    @Slot()
    def _leave_page(self) -> None:
        self.pages.leave()
        shown = self.pages.currentWidget()
        if shown is not None:
            at_home = self.chat.composer.field if shown is self.chat else self.welcome.model.file
            (at_home if self.pages.is_home else shown).setFocus(Qt.FocusReason.OtherFocusReason)

    def step_back(self) -> bool:
        """Leave a page for what was shown before, once its search is empty. False: there is none to leave."""
        if self.sidebar.search.hasFocus() and self.sidebar.search.text():
            return False
        if self.pages.is_home:
            return self.chat.panel.panel.give_back()
        if self.pages.currentWidget() is self.settings.page and self.settings.page.search.text():
            self.settings.page.search.clear()
        else:
            self._leave_page()
        return True

    def _take_send_key(self, value: object) -> None:
        self.chat.composer.set_send_key(send_key_of(str(value)))

    def show_chat(self, focus: bool = False) -> None:
        """Show the conversation, and put the cursor into the question field when asked to."""
        self.pages.show_home(self.chat)
        if focus:
            self.chat.panel.panel.give_back()
            self.chat.composer.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_search(self) -> None:
        """Put the cursor into the search field, unfolding the list for it."""
        self.sidebar.show()
        self.sidebar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sidebar.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the list in a narrow window."""
        super().resizeEvent(event)
        self.fold.settle()

    @Slot(int)
    def _listed(self, count: int) -> None:
        self.sidebar.set_model_count(count)
        if count:
            self.welcome.show_problem("")
        first_start = count == 0 and not self.desk.conversations
        if first_start and not self._settled:
            self.pages.show_home(self.welcome)
            self.welcome.model.file.setFocus(Qt.FocusReason.OtherFocusReason)
        elif count and self.pages.home is self.welcome:
            self.pages.home = self.chat
            if self.pages.currentWidget() is self.welcome:
                self.show_chat(focus=True)
        self._settled = True

    @Slot(str)
    def _shown(self, conversation_id: str) -> None:
        self.sidebar.set_shown(conversation_id or None)

    @Slot(str)
    def _ask_link(self, address: str) -> None:
        sheet = LinkSheet(self._theme, self._window, address)
        sheet.open_over(sheet.stay)

    @Slot()
    def _show_frame(self) -> None:
        """The coloured edge, while what is written here goes to a server."""
        self.frame.show_on(self.chat.servers.on_server and self.pages.currentWidget() is self.chat)

    @Slot()
    def open_servers(self) -> None:
        """Name, change, try and remove servers."""
        ServersSheet(self._theme, self._window, self._door, self._session, self._servers_changed).open_over()

    def _servers_changed(self) -> None:
        self.chat.servers.refresh()
        self.comparing.servers_changed()

    @Slot()
    def _explain(self) -> None:
        """What the pill in the header means."""
        name = visible(self.chat.servers.name)
        title, words = (
            self.tr("Local only"),
            self.tr("The model runs on this computer, and nothing in this conversation can leave it."),
        )
        if name:
            title = self.tr("Answered by {name}").format(name=name)
            words = self.tr(
                "What you send in this conversation goes to {name}, as the sheet before the first message "
                "showed it, and stays in the ledger. What {name} does with it is its own affair. No other "
                "conversation is affected."
            ).format(name=name)
        TellSheet(
            self._theme, self._window, title, words + "\n\n" + seal_words(self._report, self.tr)
        ).open_over()

    @Slot()
    def open_instructions(self) -> None:
        """What the model reads before every question of the conversation that is shown."""
        shown = self.chat.conversation
        if shown is None:
            return
        InstructionsSheet(
            self._theme,
            self._window,
            shown.system_prompt,
            lambda text: self._run(lambda: self._session.chat.set_system_prompt(shown.id, text)),
        ).open_over()

    @Slot()
    def _listed_conversations(self) -> None:
        self.chat.renamed(self.desk.conversations)
        wished, self._to_open = self._to_open, ""
        if wished:
            self.open(wished)

    @Slot(str)
    def _open_copy(self, conversation_id: str) -> None:
        """Open a copy as soon as it is listed."""
        self._to_open = conversation_id
        self.desk.refresh()

    def _run(self, work: Callable[[], None]) -> None:
        def done(_nothing: object) -> None:
            self.desk.refresh()

        self._door.run(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.told.emit(sentence(error, self.tr))
