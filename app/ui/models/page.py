"""The Models page: the model that suits this computer, downloads, what is here, what other programs keep, the list.

Window process, main thread. It is given facts; its cards tell wishes by signals, which the desks take.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.download import DownloadFacts
from app.models.recommendation import Suited
from app.models.shelf_entry import ShelfModel
from app.services.model_offers import FoundHere, ModelFit, Offers
from app.ui.language import day_words, size_words
from app.ui.models.cards import DownloadCard, FoundCard, OfferCard, ShelfCard
from app.ui.page import GrowingPage
from app.ui.parts import Button, PlainLabel, holds_keyboard
from app.ui.theme import Theme

NARROW_PX = 760  # a narrower page has one column
CARDS_AT_ONCE = 6  # made in one go: all of them together hold the window up
CARDS_AT_FIRST = 8  # of the list; the rest when the person wants to see it
ADDRESS_LIMIT_CHARS = 2000


class CardGroup(QWidget):
    """A heading and cards below it, in two columns where there is room."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        self.heading = PlainLabel(heading, "group")
        theme.dress(self.heading)
        column.addWidget(self.heading)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        column.addLayout(self._grid)
        self.cards: list[QWidget] = []
        self._beside = QWidget()
        self._columns = 2

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these instead; those that are no longer among them go."""
        for card in cards:
            if card not in self.cards:
                self._theme.dress(card)
        for card in self.cards:
            self._grid.removeWidget(card)
            if card not in cards:
                card.hide()
                card.deleteLater()
        self.cards = list(cards)
        self._place()
        self.setVisible(bool(cards))

    def add_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these too."""
        for card in cards:
            self._theme.dress(card)
            self._put(len(self.cards), card)
            self.cards.append(card)
        self.setVisible(bool(self.cards))

    def set_columns(self, columns: int) -> None:
        """One or two."""
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
        for number, card in enumerate(self.cards):
            self._put(number, card)
        if len(self.cards) == 1 and self._columns == 2:
            self._grid.addWidget(self._beside, 0, 1)  # so that a card alone is as wide as one of two
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _put(self, number: int, card: QWidget) -> None:
        card.setSizePolicy(QSizePolicy.Policy.Ignored, card.sizePolicy().verticalPolicy())  # columns alike
        self._grid.addWidget(card, number // self._columns, number % self._columns)


class ModelsPage(GrowingPage):
    """Everything about models.

    Signals: `add_wished` (whether to copy), `find_wished`, `stop_wished` (ends a load), `fetch_wished` with what was
    pasted; `use_wished`, `options_wished`, `remove_wished` with a shelf name; `place_wished` with what another program
    keeps, to use in place; `download_wished` with an id of the catalogue; `pause_wished`, `resume_wished`,
    `cancel_wished` with a download's.
    """

    add_wished = Signal(bool)
    find_wished = Signal()
    stop_wished = Signal()
    fetch_wished = Signal(str)
    use_wished = Signal(str)
    options_wished = Signal(str)
    remove_wished = Signal(str)
    place_wished = Signal(object)
    download_wished = Signal(str)
    pause_wished = Signal(str)
    resume_wished = Signal(str)
    cancel_wished = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Models"))
        self._theme = theme
        column = self.stack(8)
        column.addLayout(self._head(theme))
        self.computer = PlainLabel("", "muted", wrap=True)
        column.addWidget(self.computer)
        column.addWidget(self.problem)
        column.addWidget(self._load_row(theme))
        self.best = CardGroup(theme, self.tr("RECOMMENDED FOR THIS COMPUTER"))
        self.none_fits = PlainLabel("", "lead", wrap=True)
        self.none_fits.hide()
        self.downloads = CardGroup(theme, self.tr("DOWNLOADS"))
        self.shelf = CardGroup(theme, self.tr("ON THIS COMPUTER"))
        self.found = CardGroup(theme, self.tr("KEPT BY OTHER PROGRAMS"))
        self.others = CardGroup(theme, self.tr("MORE MODELS"))
        self._groups = (self.best, self.downloads, self.shelf, self.found, self.others)
        for group in self._groups[:1]:
            column.addWidget(group)
        column.addWidget(self.none_fits)
        for group in self._groups[1:4]:
            column.addWidget(group)
        self.empty = PlainLabel(
            self.tr("No model is here yet. Download one, or import a GGUF file you have."), "lead", wrap=True
        )
        column.addWidget(self.empty)
        column.addLayout(self._paste(theme))
        column.addWidget(self.others)
        self.whole = Button(theme, self.tr("Show the whole list"), on_click=self._make_more)
        self.whole.hide()
        column.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeading)
        self.as_of = PlainLabel("", "foot", wrap=True)
        column.addWidget(self.as_of)
        column.addStretch(1)
        self.setWidget(self.inside)
        self.dress_bar(theme)
        for part in self.inside.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if (
                part not in self._groups
            ):  # their cards are dressed one by one: all at once would hold the window up
                theme.dress(part)
        self._to_make: list[Suited] = []
        self._find_has_keyboard = False
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.setInterval(0)
        self._making.timeout.connect(self._make_more)
        for group in self._groups:
            group.show_cards(())

    def _head(self, theme: Theme) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(self.tr("Models"), "heading"), 1)
        self.copy = QCheckBox(self.tr("Copy into Hearth"))
        self.copy.setAccessibleName(self.tr("Copy the file into Hearth instead of linking to it"))
        head.addWidget(self.copy)
        self.add = Button(
            theme, self.tr("Import GGUF…"), on_click=lambda: self.add_wished.emit(self.copy.isChecked())
        )
        head.addWidget(self.add)
        self.look_here = Button(
            theme, self.tr("Find models on this computer"), on_click=self.find_wished.emit
        )
        head.addWidget(self.look_here)
        return head

    def _load_row(self, theme: Theme) -> QWidget:
        self._loading = QWidget()
        load = QHBoxLayout(self._loading)
        load.setContentsMargins(0, 0, 0, 0)
        self.load_words = PlainLabel("", "muted")
        load.addWidget(self.load_words)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(self.tr("How far the model is loaded"))
        load.addWidget(self.progress, 1)
        self.stop = Button(theme, self.tr("Stop"), on_click=self.stop_wished.emit)
        load.addWidget(self.stop)
        self._loading.hide()
        return self._loading

    def _paste(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 0)
        row.setSpacing(8)
        self.address = QLineEdit()
        self.address.setPlaceholderText(
            self.tr("Another model: OWNER/NAME of a repository, or a GGUF file's address")
        )
        self.address.setAccessibleName(self.tr("Repository or address of another model"))
        self.address.setMaxLength(ADDRESS_LIMIT_CHARS)
        self.address.setClearButtonEnabled(True)
        self.address.returnPressed.connect(self._fetch)
        row.addWidget(self.address, 1)
        self.fetch = Button(theme, self.tr("Download…"), on_click=self._fetch)
        self.fetch.setAccessibleName(self.tr("Download what is typed here"))
        row.addWidget(self.fetch)
        return row

    def show_offers(self, offers: Offers) -> None:
        """Show what suits this computer."""
        cores = " · ".join((self.tr("%Ln core(s)", "", offers.cores), *offers.cards))
        self.computer.setText(
            self.tr("This computer: {cores} · {memory} of memory. Sizes and speeds are about right.").format(
                cores=cores, memory=size_words(offers.memory_bytes)
            )
        )
        best = offers.best
        self.best.show_cards([self._offer(best, True)] if best is not None else [])
        self.none_fits.say(
            ""
            if best is not None
            else self.tr(
                "None of the models that Hearth knows fits: a model may have {size} here. A server of your own can "
                "answer instead."
            ).format(size=size_words(offers.room_bytes))
        )
        others = [one for one in offers.others if one != best]
        self.others.show_cards([self._offer(one, False) for one in others[:CARDS_AT_FIRST]])
        self._to_make = others[CARDS_AT_FIRST:]
        self.whole.setVisible(bool(self._to_make))
        self.as_of.setText(
            self.tr(
                "This list came with Hearth and is of {day}. Hearth never looks for a newer one by itself."
            ).format(day=day_words(offers.as_of))
        )

    @Slot()
    def _make_more(self) -> None:
        """The next few of the list, and the rest once the window has had its turn."""
        self.whole.hide()
        now, self._to_make = self._to_make[:CARDS_AT_ONCE], self._to_make[CARDS_AT_ONCE:]
        self.others.add_cards([self._offer(one, False) for one in now])
        if self._to_make:
            self._making.start()

    def _offer(self, offer: Suited, best: bool) -> OfferCard:
        card = OfferCard(self._theme, offer, best)
        card.download_wished.connect(self.download_wished)
        return card

    def show_models(
        self, models: Sequence[tuple[ShelfModel, str]], current: str, fits: dict[str, ModelFit]
    ) -> None:
        """Show the shelf: each model with what is wrong with it (empty for nothing)."""
        cards = []
        for model, trouble in models:
            card = ShelfCard(self._theme, model, model.name == current, trouble, fits.get(model.name))
            card.use_wished.connect(self.use_wished)
            card.options_wished.connect(self.options_wished)
            card.remove_wished.connect(self.remove_wished)
            cards.append(card)
        lost = holds_keyboard(self.shelf)
        self.shelf.show_cards(cards)
        self.empty.setVisible(not models)
        if lost:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, found: Sequence[FoundHere]) -> None:
        """Show what other programs keep."""
        cards = []
        for one in found:
            card = FoundCard(self._theme, one)
            card.use_wished.connect(self.place_wished)
            cards.append(card)
        self.found.show_cards(cards)

    def drop_found(self, found: FoundHere) -> None:
        """That one is on the shelf now."""
        lost = holds_keyboard(self.found)
        self.found.show_cards(
            [card for card in self.found.cards if isinstance(card, FoundCard) and card.found != found]
        )
        if lost:
            self.look_here.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_found(self) -> None:
        """The keyboard to the first of them, and there is where the page stands."""
        first = next((card for card in self.found.cards if isinstance(card, FoundCard)), None)
        if first is not None:
            first.use.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, first, lambda: self.ensureWidgetVisible(first))  # once it has its place

    def show_downloads(self, downloads: Sequence[DownloadFacts]) -> None:
        """Show how far they are; cards that are there already stay, and the keyboard with them."""
        known = {card.shown.id: card for card in self.downloads.cards if isinstance(card, DownloadCard)}
        if [facts.id for facts in downloads] == list(known):
            for facts in downloads:
                known[facts.id].show_facts(facts)
            return
        cards = []
        for facts in downloads:
            card = known.get(facts.id)
            if card is None:
                card = DownloadCard(self._theme, facts)
                card.pause_wished.connect(self.pause_wished)
                card.resume_wished.connect(self.resume_wished)
                card.cancel_wished.connect(self.cancel_wished)
            card.show_facts(facts)
            cards.append(card)
        self.downloads.show_cards(cards)

    def show_loading(self, name: str, fraction: float | None) -> None:
        """How far a load is, 0..1; None when it is over."""
        begins = fraction is not None and self._loading.isHidden()
        self._loading.setVisible(fraction is not None)
        if begins:
            self.problem.hide()  # what is said while it goes on is news
        if fraction is not None:
            self.load_words.setText(self.tr("Loading {name}").format(name=name[:60]))
            self.progress.setValue(round(fraction * 100))

    def show_finding(self, finding: bool) -> None:
        """Whether other programs' folders are being looked through."""
        if finding:
            self._find_has_keyboard = self.look_here.hasFocus()
        self.look_here.setEnabled(not finding)
        if not finding and self._find_has_keyboard:  # a button that is off passes the keyboard on
            self._find_has_keyboard = False
            self.look_here.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look_here.set_caption(
            self.tr("Looking…") if finding else self.tr("Find models on this computer")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two have no room."""
        super().resizeEvent(event)
        for group in self._groups:
            group.set_columns(1 if self.viewport().width() < NARROW_PX else 2)

    @Slot()
    def _fetch(self) -> None:
        text = self.address.text().strip()
        if text:
            self.fetch_wished.emit(text)
