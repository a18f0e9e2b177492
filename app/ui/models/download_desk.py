"""What the window does about models to fetch: offers, the question before a download, pausing, what others keep.

Window process, main thread; services are reached through the door only.
"""

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.download import DownloadFacts, Phase
from app.domain.errors import HearthError
from app.services.download_run import Order
from app.services.events import DownloadChanged, Event
from app.services.model_offers import FoundHere, Offers
from app.services.sentences import one_line, sentence
from app.ui.door import Door
from app.ui.models.consent_sheet import DownloadSheet
from app.ui.models.page import ModelsPage
from app.ui.ports import OpenSession
from app.ui.questions import ConfirmSheet
from app.ui.theme import Theme

ALLOWED_BY = "the sheet in the window"
MOST_PASSED_OVER = 3


class DownloadDesk(QObject):
    """Keeps the page true to what could be fetched and to what is being fetched.

    Signals: `told` with a sentence for the person; `arrived` with the shelf name of a model that is here now;
    `refused` with why something couldn't be done.
    Attributes: `shown_on`, the pages that say why a download failed.
    """

    told = Signal(str)
    arrived = Signal(str)
    refused = Signal(str)

    def __init__(
        self, theme: Theme, door: Door, session: OpenSession, page: ModelsPage, window: QWidget
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._door = door
        self._session = session
        self._page = page
        self._window = window
        self.shown_on: list[QWidget] = [page]
        self._shown: dict[str, Phase] = {}
        self._looked = False
        page.download_wished.connect(self.ask)
        page.fetch_wished.connect(self.ask)
        page.pause_wished.connect(self.pause)
        page.resume_wished.connect(self.resume)
        page.cancel_wished.connect(self.ask_cancel)
        page.find_wished.connect(self.find)

    def look(self) -> None:
        """The page is shown: fetch what it needs, the first time."""
        downloads = self._session.downloads
        self._door.run(lambda: downloads.downloads, self._show)
        if not self._looked:
            self._looked = True
            offers, language = self._session.offers, QLocale().name().partition("_")[0]
            self._door.run(lambda: offers.offers(language), self._offered, self._failed)

    def take(self, event: Event) -> None:
        """How downloads go."""
        if isinstance(event, DownloadChanged):
            self._show(event.downloads)

    @Slot(str)
    def ask(self, text: str) -> None:
        """Ask about an id of the catalogue, a repository or an address."""
        self._page.show_problem("")
        downloads = self._session.downloads
        self._door.run(lambda: downloads.prepare(text, ALLOWED_BY), self._ask, self._failed)

    @Slot()
    def find(self) -> None:
        """Look where other programs keep their models."""
        self._page.show_finding(True)
        self._page.show_problem("")
        offers = self._session.offers
        self._door.start(lambda then, _failed: offers.find(then), self.show_found, self._failed)

    def show_found(self, found: tuple[FoundHere, ...]) -> None:
        """What other programs keep."""
        self._page.show_finding(False)
        self._page.show_found(found)
        offers = self._session.offers
        self._door.run(lambda: offers.passed_over, lambda errors: self._say_passed_over(errors, bool(found)))

    # ---- inside

    def _say_passed_over(self, errors: tuple[HearthError, ...], found: bool) -> None:
        """Why files of other programs can't be used, the first few; where there is nothing at all, that."""
        words = [sentence(error, self.tr) for error in errors[:MOST_PASSED_OVER]]
        more = len(errors) - len(words)
        if more > 0:
            words.append(self.tr("%Ln more file(s) can't be used.", "", more))
        if not words and not found:
            words = [
                self.tr(
                    "No other program keeps models where they usually do. Import a GGUF file from its folder."
                )
            ]
        self._page.show_problem("\n".join(words))

    def _offered(self, offers: Offers) -> None:
        self._page.show_offers(offers)

    def _ask(self, prepared: tuple[Order, int]) -> None:
        order, free_bytes = prepared
        sheet = DownloadSheet(self._theme, self._window, order, free_bytes, self._start)
        sheet.open_over(sheet.keep)

    def _start(self, order: Order) -> None:
        downloads = self._session.downloads
        self._page.address.clear()
        self._door.run(lambda: downloads.start(order), None, self._failed)

    @Slot(str)
    def pause(self, identity: str) -> None:
        """Let it rest."""
        self._door.run(lambda: self._session.downloads.pause(identity), None, self._failed)

    @Slot(str)
    def resume(self, identity: str) -> None:
        """Take it up again."""
        self._page.show_problem("")
        self._door.run(lambda: self._session.downloads.resume(identity), None, self._failed)

    @Slot(str)
    def ask_cancel(self, identity: str) -> None:
        """Ask before what has come of it is deleted."""
        ConfirmSheet(
            self._theme,
            self._window,
            self.tr("Cancel this download?"),
            self.tr("What has come of it is deleted. You can begin it again later."),
            self.tr("Cancel the download"),
            lambda: self._door.run(lambda: self._session.downloads.cancel(identity), None, self._failed),
        ).open_over()

    def _show(self, downloads: tuple[DownloadFacts, ...]) -> None:
        for facts in downloads:
            before = self._shown.get(facts.id)
            if facts.phase is Phase.DONE and before not in (None, Phase.DONE):
                self._say_here(facts)
            elif facts.phase is Phase.FAILED and before not in (None, Phase.FAILED):
                self._say_failed(facts)
        self._shown = {facts.id: facts.phase for facts in downloads}
        self._page.show_downloads([facts for facts in downloads if facts.phase is not Phase.DONE])

    def _say_here(self, facts: DownloadFacts) -> None:
        name = one_line(facts.title, 60)
        if Path(facts.name).is_absolute():  # a folder, which the Library page takes
            told = self.tr("{name} is here. Choose its folder on the Library page: {folder}")
            self.told.emit(told.format(name=name, folder=facts.name))
        else:
            told = self.tr("{name} is here, and sees pictures.") if facts.sees else self.tr("{name} is here.")
            self.told.emit(told.format(name=name))
            self.arrived.emit(facts.name)

    def _say_failed(self, facts: DownloadFacts) -> None:
        """On such a page its card says why; elsewhere somebody has to."""
        if facts.error is not None and not any(page.isVisible() for page in self.shown_on):
            self.told.emit(sentence(facts.error, self.tr))

    def _failed(self, error: Exception) -> None:
        self._page.show_finding(False)
        if isinstance(error, HearthError):
            words = sentence(error, self.tr)
            self._page.show_problem(words)
            self.refused.emit(words)
