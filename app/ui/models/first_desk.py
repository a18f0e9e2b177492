"""What the window does about the first model: picks one for this computer, and fetches it when that is wished.

Window process, main thread; services are reached through the door only. Nothing is asked of anybody before the button
is pressed: what it agrees to stands below it (decision 44).
"""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from app.domain.download import DownloadFacts, Phase
from app.domain.errors import HearthError
from app.services.download_run import Order
from app.services.events import DownloadChanged, Event
from app.services.model_offers import FoundHere, Offers
from app.services.sentences import sentence
from app.ui.door import Door
from app.ui.models.desk import ModelDesk
from app.ui.ports import OpenSession
from app.ui.welcome import WelcomePage

ALLOWED_BY = "the button on the first page"


@dataclass(frozen=True, slots=True)
class Picked:
    """What suits, and an order for it; `refusal` says why none may be given."""

    offers: Offers
    order: Order | None = None
    free_bytes: int = 0
    refusal: HearthError | None = None


class FirstModelDesk(QObject):
    """Keeps the first step of the welcome page true.

    Signals: `models_wished` (the Models page is to be shown).
    """

    models_wished = Signal()

    def __init__(self, door: Door, session: OpenSession, welcome: WelcomePage, models: ModelDesk) -> None:
        super().__init__(welcome)
        self._door = door
        self._session = session
        self._welcome = welcome
        self._models = models
        self._order: Order | None = None
        self._found: tuple[FoundHere, ...] = ()
        self._measured = False
        step = self._step = welcome.model
        welcome.shown.connect(self.look)
        step.download_wished.connect(self._start)
        step.other_wished.connect(self.models_wished)
        step.file_wished.connect(models.pick)
        step.found_wished.connect(self._show_found)
        step.pause_wished.connect(models.downloads.pause)
        step.resume_wished.connect(self._resume)
        step.cancel_wished.connect(models.downloads.ask_cancel)
        models.downloads.refused.connect(welcome.show_problem)
        models.downloads.shown_on.append(welcome)

    @Slot()
    def look(self) -> None:
        """The page is shown: look what suits, what may be asked, and what is here."""
        downloads, offers = self._session.downloads, self._session.offers
        self._door.run(lambda: downloads.downloads, self._show)
        if self._measured:
            self._pick()
            return
        self._measured = True
        self._door.start(lambda then, _failed: offers.measure(lambda: then(None)), self._pick, self._pick)
        self._door.start(lambda then, _failed: offers.find(then), self._find_done, lambda _: None)

    def take(self, event: Event) -> None:
        """How the download goes."""
        if isinstance(event, DownloadChanged):
            self._show(event.downloads)

    # ---- inside

    def _pick(self, _measured: object = None) -> None:
        offers, downloads = self._session.offers, self._session.downloads
        language = QLocale().name().partition("_")[0]

        def pick() -> Picked:
            found = offers.offers(language)
            if found.best is None:
                return Picked(found)
            try:
                order, free_bytes = downloads.prepare(found.best.entry.id, ALLOWED_BY)
            except HearthError as error:
                return Picked(found, refusal=error)
            return Picked(found, order, free_bytes)

        self._door.run(pick, self._picked, self._failed)

    def _picked(self, picked: Picked) -> None:
        self._order = picked.order
        if picked.refusal is not None:
            self._step.show_refusal(sentence(picked.refusal, self.tr))
        elif picked.offers.best is None or picked.order is None:
            self._step.show_none(picked.offers)
        else:
            self._step.show_offer(picked.offers, picked.offers.best, picked.order, picked.free_bytes)

    def _failed(self, error: Exception) -> None:
        """It can't be told what suits this computer."""
        if isinstance(error, HearthError):
            self._step.show_refusal(sentence(error, self.tr))

    @Slot()
    def _start(self) -> None:
        order, downloads = self._order, self._session.downloads
        self._welcome.show_problem("")
        if order is not None:
            self._door.run(lambda: downloads.start(order), None, self._not_started)

    def _not_started(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self._welcome.show_problem(sentence(error, self.tr))

    @Slot(str)
    def _resume(self, identity: str) -> None:
        self._welcome.show_problem("")
        self._models.downloads.resume(identity)

    def _find_done(self, found: tuple[FoundHere, ...]) -> None:
        self._found = found
        self._step.show_found(found)

    @Slot()
    def _show_found(self) -> None:
        self.models_wished.emit()
        self._models.downloads.show_found(self._found)
        self._models.page.go_to_found()

    def _show(self, downloads: tuple[DownloadFacts, ...]) -> None:
        """The one that runs, else one that could go on."""
        begun = [facts for facts in downloads if facts.phase is not Phase.DONE]
        begun.sort(key=lambda facts: not facts.runs)
        self._step.show_download(begun[0] if begun else None)
