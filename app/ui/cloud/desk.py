"""Who answers the conversation that is shown, this computer or a server, and asking before anything leaves.

Window process, main thread; services are reached through the door only. Nothing is decided here about what may
leave: the services refuse what wasn't granted, whatever the window asks for.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.cloud_choice import CloudChoice
from app.domain.conversation import Conversation, Message
from app.domain.errors import HearthError, UsageError
from app.domain.provider import Provider
from app.services.cloud_preview import CloudPreview, CloudQuestion
from app.services.provider_service import ProviderList
from app.services.sentences import sentence
from app.ui.cloud.consent_sheet import ConsentSheet
from app.ui.composer import Composer
from app.ui.door import Door
from app.ui.header import Header
from app.ui.markdown.visible_text import visible
from app.ui.parts import Pill, plain_caption, set_look
from app.ui.ports import OpenSession
from app.ui.theme import Theme
from app.ui.transcript import wording

CAPTION_CHARS = 24
OFFER_S = 20.0
Send = Callable[[], Conversation]


@dataclass(slots=True)
class _Asking:
    """A question that nobody has sent yet. `go` sends it, `stay` leaves all as it was."""

    go: Callable[[Send], None]
    stay: Callable[[], None]
    sheet: ConsentSheet | None = None
    number: int = 0  # of the preview that was wished last


class ServerDesk(QObject):
    """The pills, their menu, and the sheet.

    Signals:
        told: a sentence for the person.
        offered: a sentence, the words of a button, what it does, and for how many seconds.
        changed: whether the conversation that is shown is answered by a server.
        settings_wished: the list of servers is wished.
        explain_wished: what "Local only" means is wished.
        compare_wished: the page that compares this computer with a server is wished.
        answer_wished: the answer with this id shall be given once more, by a model here.
    """

    told = Signal(str)
    offered = Signal(str, str, object, float)
    changed = Signal(bool)
    settings_wished = Signal()
    explain_wished = Signal()
    compare_wished = Signal()
    answer_wished = Signal(str)

    def __init__(
        self, theme: Theme, door: Door, session: OpenSession, header: Header, composer: Composer
    ) -> None:
        super().__init__(composer)
        self._theme = theme
        self._door = door
        self._session = session
        self._header = header
        self._composer = composer
        self._conversation: Conversation | None = None
        self._temporary = False
        self._asking: _Asking | None = None
        self._known = ProviderList((), None, False)
        self.name = ""  # of the server that answers here; empty: this computer
        self.model = ""  # of it; empty: its usual one
        self._asks_always = False
        self.menu: QMenu | None = None
        self.pill = Pill(theme, "", "local-pill", "home", "local")
        self.pill.clicked.connect(self.open_menu)
        composer.add_tool(self.pill, composer.model)
        header.privacy_wished.connect(self._header_pressed)
        self._show()
        self.refresh()

    @property
    def on_server(self) -> bool:
        """Whether what is sent from here goes to a server."""
        return bool(self.name)

    @Slot()
    def refresh(self) -> None:
        """The servers, or what they may be asked, have changed."""
        self._door.run(self._session.providers.list, self._have)

    def open(self, conversation: Conversation | None, temporary: bool = False) -> None:
        """Another conversation is shown; None for one that hasn't begun, which is local until a server is chosen."""
        self._leave_off()
        self._conversation = conversation
        self._temporary = temporary
        self._take(conversation.provider if conversation is not None else "")
        if conversation is None or temporary:
            return
        wished = conversation.id

        def told(choice: CloudChoice | None) -> None:
            """The list that it was opened from may have been older than the last choice."""
            if self._conversation is not None and self._conversation.id == wished:
                self._asks_always = choice is not None and choice.ask_always
                self._take(
                    choice.grant.provider if choice is not None else "",
                    choice.model if choice is not None else "",
                )

        self._door.run(lambda: self._session.cloud.choice(wished), told)

    def begun(self, conversation: Conversation) -> None:
        """The new conversation has its place now; its server stays."""
        self._conversation = conversation

    def choose(self, name: str, then: Callable[[], None] | None = None, model: str = "") -> None:
        """Have this conversation answered by a server (or `model` of it) from now on; empty: by this computer.

        Then do `then`.
        """
        if name and self._temporary:
            self._failed(UsageError("cloud_not_for_temporary"))
            return
        shown = self._conversation
        if shown is None:
            self._take(name, model)
            return
        cloud = self._session.cloud
        wished = shown.id

        def work() -> None:
            if name:
                cloud.choose(wished, name, model)
            else:
                cloud.keep_local(wished)

        def done(_nothing: None) -> None:
            if self._conversation is not None and self._conversation.id == wished:
                self._take(name, model)
                if then is not None:
                    then()

        self._door.run(work, done, self._failed)

    @Slot()
    def open_menu(self) -> None:
        """The menu under the pill."""
        self._open_menu(self.pill)

    @Slot(bool)
    def ask_always(self, always: bool) -> None:
        """Show the sheet, where what may go is chosen, before every message of this conversation."""
        shown = self._conversation
        if shown is not None:
            self._asks_always = always
            self._door.run(lambda: self._session.cloud.ask_always(shown.id, always), None, self._failed)

    # ---- asking

    def ask(
        self, make: Callable[[], CloudQuestion], go: Callable[[Send], None], stay: Callable[[], None]
    ) -> None:
        """Have `go` called with what sends a question, once the person has agreed where they must; else `stay`.

        `make` gives the question, on the work thread.
        """
        self._leave_off()
        asking = self._asking = _Asking(go, stay)
        cloud, name, model = self._session.cloud, self.name, self.model

        def told(preview: CloudPreview) -> None:
            if self._asking is asking:
                self._previewed(asking, preview)

        def failed(error: Exception) -> None:
            if self._asking is asking:
                self._leave_off()
                self._failed(error)

        self._door.start(lambda then, no: cloud.preview(make(), name, then, no, model), told, failed)

    def stop_asking(self) -> None:
        """The person doesn't want to wait for it."""
        self._leave_off()

    def failed(self, answer: Message, words: str) -> None:
        """An answer didn't come: this computer is offered in a server's place, or the reverse. Neither steps in."""
        if answer.provider:
            self._offer(words, self.tr("Answer it on this computer"), "", answer.id)
        elif self._known.servers and self._known.refusal is None and not self._temporary:
            name = self._known.servers[0].provider.name
            self._offer(words, self.tr("Ask {name}…").format(name=visible(name)), name, answer.id)

    def _offer(self, words: str, button: str, name: str, answer_id: str) -> None:
        def switch_and_ask() -> None:
            self.choose(name, lambda: self.answer_wished.emit(answer_id))

        self.offered.emit(words, button, switch_and_ask, OFFER_S)

    def _previewed(self, asking: _Asking, preview: CloudPreview) -> None:
        if preview.why is None:
            self._go(asking, preview, by_sheet=False)
            return
        shown = self._conversation
        title = shown.title if shown is not None else self.tr("New conversation")
        sheet = ConsentSheet(self._theme, self._composer.window(), title, preview)
        asking.sheet = sheet
        sheet.agreed.connect(lambda agreed: self._go(asking, agreed, by_sheet=True))
        sheet.kept_local.connect(self._keep_local)
        sheet.rejected.connect(self._leave_off)
        sheet.wished_again.connect(lambda choice: self._look_again(asking, preview, choice))
        sheet.open_over(sheet.keep)

    def _look_again(self, asking: _Asking, preview: CloudPreview, choice: CloudChoice) -> None:
        asking.number += 1
        number = asking.number
        cloud = self._session.cloud

        def told(made: CloudPreview) -> None:
            if self._asking is asking and asking.sheet is not None and asking.number == number:
                asking.sheet.show_preview(replace(made, why=preview.why))

        def failed(error: Exception) -> None:
            if self._asking is asking and asking.sheet is not None and isinstance(error, HearthError):
                asking.sheet.refuse(sentence(error, self.tr))

        self._door.run(lambda: cloud.again(preview, choice), told, failed)

    def _go(self, asking: _Asking, preview: CloudPreview, by_sheet: bool) -> None:
        self._asking = None
        self._asks_always = preview.choice.ask_always
        cloud = self._session.cloud
        asking.go(lambda: cloud.send(preview, by_sheet=by_sheet))

    @Slot()
    def _keep_local(self) -> None:
        self._leave_off()
        self.choose("")
        self.told.emit(self.tr("Nothing was sent. This conversation stays on this computer."))

    @Slot()
    def _leave_off(self) -> None:
        asking, self._asking = self._asking, None
        if asking is not None:
            asking.stay()

    # ---- the pills

    @Slot()
    def _header_pressed(self) -> None:
        if self._known.servers or self.on_server:
            self._open_menu(self._header.local)
        else:
            self.explain_wished.emit()

    def _open_menu(self, under: QWidget) -> None:
        menu = QMenu(under)
        self._add(menu, self.tr("Stays on this computer"), "")
        menu.addSeparator()
        for facts in self._known.servers:
            provider = facts.provider
            self._add(menu, visible(provider.name), provider.name)
            for model in provider.models:
                self._add(menu, _of_server(provider.name, model), provider.name, model)
        menu.addSeparator()
        if self.on_server and self._conversation is not None:
            always = menu.addAction(self.tr("Ask me before every message"))
            always.setCheckable(True)
            always.setChecked(self._asks_always)
            always.toggled.connect(self.ask_always)
        if self._known.servers:
            menu.addAction(self.tr("Compare answers…")).triggered.connect(self.compare_wished)
        menu.addAction(self.tr("Servers…")).triggered.connect(self.settings_wished)
        menu.addAction(self.tr("What this means…")).triggered.connect(self.explain_wished)
        menu.triggered.connect(self._picked)
        self.menu = menu
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 4)))

    def _add(self, menu: QMenu, text: str, name: str, model: str = "") -> None:
        action = menu.addAction(plain_caption(text))
        action.setData((name, model))
        action.setCheckable(True)
        action.setChecked((name, model) == (self.name, self.model))
        action.setEnabled(not name or self._known.refusal is None)

    @Slot(QAction)
    def _picked(self, action: QAction) -> None:
        picked = action.data()
        if isinstance(picked, tuple) and picked != (self.name, self.model):
            name, model = picked
            self.choose(name, model=model)

    def _have(self, known: ProviderList) -> None:
        self._known = known
        self._show()

    def _take(self, name: str, model: str = "") -> None:
        if (name, model) != (self.name, self.model):
            self.name, self.model = name, model
            self._show()
            self.changed.emit(self.on_server)

    def _provider(self) -> Provider | None:
        named = (facts.provider for facts in self._known.servers)
        return next((provider for provider in named if provider.name == self.name), None)

    def _show(self) -> None:
        name = _of_server(self.name, self.model) if self.model else visible(self.name)
        shown = name if len(name) <= CAPTION_CHARS else name[: CAPTION_CHARS - 1] + "…"
        provider = self._provider()
        host = provider.origin.host if provider is not None else ""
        self._header.show_server(name, shown)
        self._composer.show_server(name, host)
        self.pill.setVisible(bool(self._known.servers) or self.on_server)
        self.pill.set_caption(f"{shown or self.tr('Stays on this computer')}  ▾")
        set_look(self.pill, "cloud-pill" if self.on_server else "local-pill")
        self.pill.set_icon("cloud" if self.on_server else "home", "cloud" if self.on_server else "local")
        told = self.tr("Answered by {name}. Choose another.")
        self.pill.setAccessibleName(told.format(name=name or self.tr("this computer")))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.told.emit(sentence(error, self.tr))


def _of_server(name: str, model: str) -> str:
    """One of a server's models, as the transcript says it too."""
    return wording.where(visible(model), name)
