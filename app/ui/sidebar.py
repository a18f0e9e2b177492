"""The left column: brand, new conversation, search, the list, the pages, lock, the privacy card.

Window process, main thread. It knows no services; it is given lists and tells wishes by signals.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.conversation import Conversation, Folder
from app.sandbox import SealReport
from app.ui.actions import Actions
from app.ui.conversations.view import ConversationView
from app.ui.parts import Button, Flame, PlainLabel, Rule, plain_tip, set_look
from app.ui.privacy_card import PrivacyCard
from app.ui.text_size import px
from app.ui.theme import Theme
from app.ui.tokens import SIDEBAR_WIDTH
from app.vault.conversation_store import SearchHit

SEARCH_PX = 34
SEARCH_PAUSE_MS = 60  # a pause in typing that asks for a search; one at a time is under way


class Sidebar(QFrame):
    """The whole left column.

    Signals: `new_wished`, `library_wished`, `models_wished`, `compare_wished`, `ledger_wished`, `settings_wished`,
    `lock_wished`; `opened` with a conversation id; `hit_opened` with that, a message id (empty: the title was found)
    and the words that were searched; `search_wished` with the words.
    """

    new_wished = Signal()
    library_wished = Signal()
    models_wished = Signal()
    compare_wished = Signal()
    ledger_wished = Signal()
    settings_wished = Signal()
    lock_wished = Signal()
    opened = Signal(str)
    hit_opened = Signal(str, str, str)
    search_wished = Signal(str)

    def __init__(self, theme: Theme, report: SealReport, acts: Actions) -> None:
        super().__init__()
        theme.dress(self)
        self._acts = acts
        self.setProperty("look", "panel-at-right" if self.isRightToLeft() else "panel")
        self.search = QLineEdit()
        self._fit_text()
        theme.changed.connect(self._fit_text)
        self.setAccessibleName(self.tr("Conversations and settings"))
        self._conversations: Sequence[Conversation] = ()
        self._titles: dict[str, str] = {}
        self._closed: frozenset[str] = frozenset()
        self._shown: str | None = None
        self._place: Button | None = None
        self._begun_hits = ""  # the words whose first hits are shown while the rest is being fetched
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 14)
        column.setSpacing(0)

        brand = QHBoxLayout()
        brand.setContentsMargins(8, 2, 8, 12)
        brand.setSpacing(9)
        brand.addWidget(Flame(20))
        brand.addWidget(PlainLabel("Hearth", "brand"))
        brand.addStretch(1)
        self.new = Button(theme, self.tr("New"), "new", "plus", on_click=self.new_wished.emit)
        self.new.setAccessibleName(self.tr("New conversation"))
        brand.addWidget(self.new)
        column.addLayout(brand)

        self.search.setPlaceholderText(self.tr("Search conversations"))
        self.search.setAccessibleName(self.tr("Search conversations"))
        self.search.setClearButtonEnabled(False)
        self.search.setMaxLength(400)
        self.hint = at_the_end(self.search, 10)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addSpacing(6)
        column.addWidget(self.search)
        column.addSpacing(6)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._search_now)
        self.search.textChanged.connect(self._typed)
        self.search.returnPressed.connect(self._to_list)

        self.list = ConversationView(theme)
        self.list.opened.connect(self.opened)
        self.list.hit_opened.connect(self._open_hit)
        self.list.released.connect(self._show_all)
        self.search.installEventFilter(self)
        column.addWidget(self.list, 1)
        self.empty = PlainLabel("", "muted", wrap=True)
        self.empty.setContentsMargins(8, 12, 8, 0)
        self.empty.hide()
        column.addWidget(self.empty)
        column.addStretch(0)

        column.addWidget(Rule())
        column.addSpacing(8)
        self.library = Button(theme, self.tr("Library"), "nav", "library", "muted", self.library_wished.emit)
        self.file_count = at_the_end(self.library, 8)
        column.addWidget(self.library)
        self.models = Button(theme, self.tr("Models"), "nav", "model", "muted", self.models_wished.emit)
        self.model_count = at_the_end(self.models, 8)
        column.addWidget(self.models)
        self.compare = Button(theme, self.tr("Compare"), "nav", "compare", "muted", self.compare_wished.emit)
        column.addWidget(self.compare)
        self.ledger = Button(theme, self.tr("Ledger"), "nav", "ledger", "muted", self.ledger_wished.emit)
        column.addWidget(self.ledger)
        self.settings = Button(
            theme, self.tr("Settings"), "nav", "settings", "muted", self.settings_wished.emit
        )
        column.addWidget(self.settings)
        self.lock = Button(theme, self.tr("Lock"), "nav", "lock", "muted", self.lock_wished.emit)
        column.addWidget(self.lock)
        column.addSpacing(8)
        card_box = QHBoxLayout()
        card_box.setContentsMargins(4, 0, 4, 0)
        self.card = PrivacyCard(theme, report)
        card_box.addWidget(self.card)
        column.addLayout(card_box)
        acts.changed.connect(self._show_keys)
        self._show_keys()

    @Slot()
    def _show_keys(self) -> None:
        """Tell the keys in force."""
        self.new.setToolTip(plain_tip(self._acts.tip("conversation.new")))
        self.lock.setToolTip(plain_tip(self._acts.tip("window.lock")))
        self.hint.setText(self._acts.shown_keys("palette.open").replace("+", " "))

    @Slot()
    def _fit_text(self) -> None:
        """As wide, and with a field as high, as the text's size asks for."""
        self.setFixedWidth(px(SIDEBAR_WIDTH))
        self.search.setFixedHeight(px(SEARCH_PX))

    def set_conversations(
        self,
        conversations: Sequence[Conversation],
        folders: Sequence[Folder] = (),
        closed: frozenset[str] = frozenset(),
    ) -> None:
        """Show these, unless a search is on; the shown conversation stays marked."""
        self._conversations = conversations
        self._titles = {one.id: one.title for one in conversations}
        self.list.folders = list(folders)
        self.set_closed(closed)

    def set_closed(self, closed: frozenset[str]) -> None:
        """Show nothing inside these folders."""
        self._closed = closed
        self._show_all()

    def set_hits(self, words: str, hits: list[SearchHit], more: bool = False) -> None:
        """Show what was found for `words`, unless other words stand there by now; `more` hits follow."""
        if self.search.text().strip() != words:
            return
        self.list.show_hits(True)
        self.list.rows.show_hits(hits, more)
        if self._begun_hits != words:  # the rest doesn't move what is looked at
            self.list.scrollToTop()
        self._begun_hits = words if more else ""
        self._tell_empty(self.tr("No message and no title holds these words.") if not hits else "")
        self._mark()

    def set_shown(self, conversation_id: str | None) -> None:
        """Mark the conversation that is shown on the right."""
        self._shown = conversation_id
        self._mark()

    @Slot(object)
    def show_place(self, place: Button | None) -> None:
        """Mark the page that is shown by the button that leads there; None while a conversation is."""
        before, self._place = self._place, place
        for button in (before, place):
            if button is not None:
                set_look(button, "nav-here" if button is place else "nav")
                button.setAccessibleDescription(self.tr("shown now") if button is place else "")
        self._mark()

    def _mark(self) -> None:
        self.list.mark_shown(self._shown if self._place is None else None)

    def set_file_count(self, count: int) -> None:
        """How many files the libraries hold."""
        self.file_count.setText(self.tr("%Ln file(s)", "", count) if count else "")

    def set_model_count(self, count: int) -> None:
        """How many models are on the shelf."""
        self.model_count.setText(QLocale().toString(count) if count else "")

    def title_of(self, conversation_id: str) -> str:
        """The title in the list; empty for an unknown conversation."""
        return self._titles.get(conversation_id, "")

    @Slot()
    def _show_all(self) -> None:
        """The whole list, unless a search is on or a name is being typed in it."""
        if self.search.text().strip() or self.list.is_naming:
            return
        chosen = self.list.chosen()
        self.list.show_hits(False)
        self.list.rows.show_conversations(self._conversations, None, self.list.folders, self._closed)
        if len(chosen) > 1:  # rows that moved were made anew
            self.list.choose(chosen)
        listed = bool(self._conversations or self.list.folders)
        self._tell_empty("" if listed else self.tr("Your conversations will be listed here."))
        self._mark()

    def _tell_empty(self, text: str) -> None:
        self.empty.setText(text)
        self.empty.setVisible(bool(text))
        self.list.setVisible(not text)  # else it would push the sentence down to the foot

    @Slot()
    def _typed(self) -> None:
        self.hint.setVisible(not self.search.text())
        if self.search.text().strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._show_all()

    @Slot()
    def _search_now(self) -> None:
        words = self.search.text().strip()
        if words:
            self.search_wished.emit(words)

    @Slot()
    def _to_list(self) -> None:
        """From the search into what it found, or into the list."""
        self._pause.stop()
        self._search_now()
        self.list.go_to_first()

    @Slot(str, str)
    def _open_hit(self, conversation_id: str, message_id: str) -> None:
        self.hit_opened.emit(conversation_id, message_id, self.search.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the search into the list."""
        pressed = event.key() if isinstance(event, QKeyEvent) and watched is self.search else 0
        if pressed == Qt.Key.Key_Down and event.type() is QEvent.Type.KeyPress and self.list.isVisible():
            self.list.go_to_first()
            return True
        return super().eventFilter(watched, event)


def at_the_end(widget: QWidget, margin_px: int) -> PlainLabel:
    """A small label inside a button or a field, at its end."""
    label = PlainLabel("", "foot", parent=widget)
    row = QHBoxLayout(widget)
    row.setContentsMargins(margin_px, 0, margin_px, 0)
    row.addStretch(1)
    row.addWidget(label)
    return label
