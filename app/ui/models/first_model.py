"""The first step of the first start: one model picked for this computer, and how its download goes. Window process,
main thread. It is given facts, and tells wishes by signals."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.download import DownloadFacts
from app.models.recommendation import Suited
from app.services.download_run import Order
from app.services.model_offers import FoundHere, Offers
from app.services.sentences import one_line
from app.ui.flow import Flow
from app.ui.language import in_direction, size_words
from app.ui.ledger.rows import place_of
from app.ui.models.cards import DownloadCard
from app.ui.parts import Button, PlainLabel, holds_keyboard, set_look
from app.ui.step import Step
from app.ui.theme import Theme

LINK_GAP_PX = 14
NAME_CHARS = 60
TAG_PX = 20


class FirstModel(QObject):
    """The card's parts, in `step`. Until it is told what suits, its button stands there and can't be pressed:
    nothing that fetches comes under somebody's pointer by itself.

    Signals: `download_wished` (what is shown), `other_wished`, `file_wished` (a GGUF file), `found_wished` (those of
    other programs); `pause_wished`, `resume_wished`, `cancel_wished` with a download's id; `settled` where other
    parts are shown than before.
    Attributes: `running`, the download that stands in the place of what is picked; None where none was begun.
    """

    download_wished = Signal()
    other_wished = Signal()
    file_wished = Signal()
    found_wished = Signal()
    pause_wished = Signal(str)
    resume_wished = Signal(str)
    cancel_wished = Signal(str)
    settled = Signal()

    def __init__(self, theme: Theme, problem: QWidget, parent: QWidget) -> None:
        """`problem`: a line for what went wrong, which gets its place on the card."""
        super().__init__(parent)
        self._theme = theme
        self.tag = PlainLabel("", "tag-ok")
        self.tag.setFixedHeight(TAG_PX)
        self.download = Button(theme, self.tr("Download"), "primary", on_click=self.download_wished.emit)
        self.download.setEnabled(False)
        self.other = self._link(self.tr("Choose another"), self.other_wished.emit)
        self.file = self._link(self.tr("I have a GGUF file"), self.file_wished.emit)
        self.found = self._link("", self.found_wished.emit)
        self.words = PlainLabel(self.tr("Looking which model suits this computer…"), "muted", wrap=True)
        self.terms = PlainLabel("", "foot", wrap=True)
        links = Flow((self.other, self.file, self.found), LINK_GAP_PX)
        self.step = Step(
            self.tr("1 · Choose a model"), self.tag, [self.download], [self.words, links, self.terms, problem]
        )
        self.running: DownloadCard | None = None
        self._offers = True  # a button, pressed or not yet
        self.found.hide()
        self._settle()

    def show_offer(self, offers: Offers, best: Suited, order: Order, free_bytes: int) -> None:
        """What is picked, and all that a click on the button agrees to."""
        entry = best.entry
        size = size_words(entry.size_bytes + entry.projector_bytes)
        name = one_line(entry.name, NAME_CHARS)
        self.download.set_caption(self.tr("Download {name} · {size}").format(name=name, size=size))
        self.download.setEnabled(True)
        self._show_fit(best)
        self.words.setText(self._picked(offers))
        self.terms.setText(
            self.tr(
                "From {place}. Licence: {licence}. Free on this disk: {size}. That server, and its own hosts that hand "
                "files out, see this computer's address and which model it is; no word of yours and no key goes along, "
                "and every request is in the ledger."
            ).format(
                place=place_of(str(order.source.origin)), licence=entry.licence, size=size_words(free_bytes)
            )
        )
        self.download.setAccessibleDescription(f"{self.words.text()} {self.terms.text()}")
        self._offers = True
        self._settle()

    def show_refusal(self, why: str) -> None:
        """Nothing can be fetched: `why`, in words, instead of the button."""
        self.words.setText(why)
        self.terms.setText("")
        self._offers = False
        self._settle()

    def show_none(self, offers: Offers) -> None:
        """Nothing fits."""
        self.show_refusal(
            self.tr(
                "None of the models that Hearth knows fits: a model may have {size} here. A server of your own can "
                "answer instead."
            ).format(size=size_words(offers.room_bytes))
        )

    def show_found(self, found: Sequence[FoundHere]) -> None:
        """What other programs keep here."""
        programs = sorted({one.program for one in found})
        if len(programs) == 1:
            words = self.tr("Use models I already have ({program}, %Ln found)", "", len(found))
            words = words.format(program=programs[0])
        else:
            words = self.tr("Use models I already have (%Ln found)", "", len(found))
        self.found.set_caption(words)
        self.found.setVisible(bool(found))

    def show_download(self, facts: DownloadFacts | None) -> None:
        """How far the download is; None for none."""
        card = self.running
        if card is not None and facts is not None and card.shown.id == facts.id:
            card.show_facts(facts)
            return
        if card is not None:
            lost = holds_keyboard(card)
            self.running = None
            card.hide()
            card.deleteLater()
            if lost:
                self.file.setFocus(Qt.FocusReason.OtherFocusReason)
        if facts is not None:
            self.running = self._card(facts)
        self._settle()

    def _settle(self) -> None:
        """Either what is picked, or what is under way."""
        runs = self.running is not None
        self.download.setVisible(self._offers and not runs)
        self.tag.setVisible(self._offers and not runs and bool(self.tag.text()))
        self.words.setVisible(not runs)
        self.terms.setVisible(bool(self.terms.text()) and not runs)
        self.settled.emit()

    def _show_fit(self, best: Suited) -> None:
        if best.device_share >= 1:
            words = self.tr("fits on GPU")
        elif best.fits_now:
            words = self.tr("fits")
        else:
            words = self.tr("tight")
        self.tag.setText(words)
        set_look(self.tag, "tag-ok" if best.fits_now else "tag")

    def _picked(self, offers: Offers) -> str:
        computer = (self.tr("%Ln core(s)", "", offers.cores), size_words(offers.memory_bytes), *offers.cards)
        return in_direction(
            self.tr("Picked for this computer: {computer}.").format(computer=" · ".join(computer))
        )

    def _link(self, words: str, wished: Callable[[], None]) -> Button:
        return Button(self._theme, words, "link", on_click=wished)

    def _card(self, facts: DownloadFacts) -> DownloadCard:
        card = DownloadCard(self._theme, facts)
        set_look(card, "")  # a card on a card would be a frame too many
        card.column.setContentsMargins(0, 0, 0, 0)
        card.pause_wished.connect(self.pause_wished)
        card.resume_wished.connect(self.resume_wished)
        card.cancel_wished.connect(self.cancel_wished)
        self.step.inside.insertWidget(1, card)
        return card
