"""What the window does about models on the shelf: the pill's menu, the page, adding, removing, loading, failures.

Window process, main thread; services are reached through the door only.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.errors import HearthError
from app.models.shelf import ShelfModel
from app.services.events import Event, ModelFailed, ModelLoading, ModelReady, ModelSteppedDown, ModelUnloaded
from app.services.model_offers import FoundHere, ModelFit
from app.services.sentences import sentence
from app.services.state_words import model_state_words, stepped_down_words
from app.ui.composer import Composer
from app.ui.door import Door
from app.ui.language import translated
from app.ui.models.download_desk import DownloadDesk
from app.ui.models.menu import model_menu, pick_model_file
from app.ui.models.options_sheet import ModelOptionsSheet
from app.ui.models.page import ModelsPage
from app.ui.ports import OpenSession
from app.ui.theme import Theme


class ModelDesk(QObject):
    """Keeps the pill, the page and the sidebar's count true to the shelf.

    Signals:
        listed: how many models there are, after each look at the shelf.
        told: a sentence for the person.
        refused: why a file couldn't be added.
        page_wished: the Models page is to be shown.
        offered: a sentence, a button's words, what it does, and for how many seconds.
    Attributes:
        downloads: what is done about models to fetch.
    """

    listed = Signal(int)
    told = Signal(str)
    refused = Signal(str)
    page_wished = Signal()
    offered = Signal(str, str, object, float)

    def __init__(
        self, theme: Theme, door: Door, session: OpenSession, composer: Composer, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._door = door
        self._session = session
        self._composer = composer
        self._window = window
        self._models: list[tuple[ShelfModel, str]] = []
        self._fits: dict[str, ModelFit] = {}
        self._current = ""
        self.menu: QMenu | None = None
        composer.model_wished.connect(self.open_menu)
        self.page = page = ModelsPage(theme)
        self.downloads = DownloadDesk(theme, door, session, page, window)
        self.downloads.told.connect(self.told)
        self.downloads.arrived.connect(self._arrived)
        page.add_wished.connect(self._pick)
        page.stop_wished.connect(self.stop_loading)
        page.use_wished.connect(self.choose)
        page.options_wished.connect(self.open_options)
        page.remove_wished.connect(self.remove)
        page.place_wished.connect(self._use_in_place)

    @property
    def current(self) -> str:
        """The chosen model's name; empty when none was chosen."""
        return self._current

    def look(self) -> None:
        """Read the shelf anew."""

        def read() -> tuple[list[tuple[ShelfModel, str]], str]:
            models = self._session.models.list()
            return [(one, _trouble(one)) for one in models], self._session.models.current

        self._door.run(read, self._listed)

    def take(self, event: Event) -> None:
        """How a load goes."""
        if isinstance(event, ModelLoading):
            self._show_loading(event.name, event.fraction)
        elif isinstance(event, ModelReady):
            self._show_loading(event.model.name, None)
            self.look()
        elif isinstance(event, ModelSteppedDown):
            self.say(stepped_down_words(event.name, event.steps, self.tr))
        elif isinstance(event, ModelFailed):
            self._show_loading(event.name, None)
            self.say(sentence(event.error, self.tr))
            self.look()
        elif isinstance(event, ModelUnloaded):
            self._show_loading("", None)
        self.downloads.take(event)

    def say(self, text: str) -> None:
        """A sentence where the person looks: on the page when it is shown, else as a toast."""
        if self.page.isVisible():
            self.page.show_problem(text)
        else:
            self.told.emit(text)

    def open(self) -> None:
        """The page is shown."""
        self.look()
        self.downloads.look()
        self._door.run(self._session.offers.fits, self._fitted)

    @Slot()
    def open_menu(self) -> None:
        """The menu over the pill."""
        pill = self._composer.model
        self.menu = model_menu(pill, self._models, self._current)
        self.menu.triggered.connect(self._chosen)
        self.menu.popup(pill.mapToGlobal(QPoint(0, -self.menu.sizeHint().height() - 6)))

    @Slot()
    def pick(self) -> None:
        """Ask for a file and add it."""
        path = pick_model_file(self._window)
        if path is not None:
            self.add(str(path), False)

    @Slot(bool)
    def _pick(self, copy: bool) -> None:
        path = pick_model_file(self.page)
        if path is not None:
            self.add(str(path), copy)

    @Slot(object)
    def _use_in_place(self, found: FoundHere) -> None:
        models = self._session.models
        self.page.show_problem("")

        def placed(model: ShelfModel) -> None:
            self.page.drop_found(found)
            self._added(model, self._is_first)

        self._door.run(lambda: models.place(found.path, found.name, found.projector), placed, self._refused)

    @Slot(str)
    def _arrived(self, name: str) -> None:
        if self._current:
            self.open()
        else:
            self.choose(name)  # the first one is for using

    @Slot(str, bool)
    def add(self, path: str, copy: bool) -> None:
        """Put a file on the shelf and use it when it is the first."""
        self._add(path, copy, self._is_first)

    def use(self, path: str) -> None:
        """Put a file on the shelf by link, and use it: whoever opened it in the desktop wishes so."""
        self._add(path, False, lambda _: True)

    def _is_first(self, name: str) -> bool:
        return not self._current or self._current == name

    def _add(self, path: str, copy: bool, uses: Callable[[str], bool]) -> None:
        models = self._session.models
        self.page.show_problem("")
        self._door.run(
            lambda: models.add(Path(path), copy=copy), lambda model: self._added(model, uses), self._refused
        )

    def _added(self, model: ShelfModel, uses: Callable[[str], bool]) -> None:
        self.look()
        if self.page.isVisible():
            self._door.run(self._session.offers.fits, self._fitted)
        if uses(model.name):
            self.choose(model.name)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            words = sentence(error, self.tr)
            self.refused.emit(words)
            self.say(words)

    @Slot(str)
    def choose(self, name: str) -> None:
        """Use this model from now on; it is loaded at once."""
        self._current = name
        self._composer.set_model(name)

        def done(_nothing: None) -> None:
            self.look()

        self._door.run(lambda: self._session.models.choose(name), done, self._failed)

    @Slot()
    def stop_loading(self) -> None:
        """Give up the load under way."""
        self._door.run(self._session.models.stop_loading)

    @Slot(str)
    def open_options(self, name: str) -> None:
        """What this model has of its own."""
        ModelOptionsSheet(
            self._theme, self._window, self._door, self._session.models, name, self.open
        ).open_over()

    @Slot(str)
    def remove(self, name: str) -> None:
        """Take a model off the shelf, with a moment to take that back."""
        linked = any(model.name == name and model.is_link for model, _ in self._models)
        words = (
            self.tr("{name} is removed; its file stays where it is.")
            if linked
            else self.tr("{name} is removed, and soon its file inside Hearth.")
        )
        removal = self._session.removal

        def work() -> float:
            removal.remove(name)
            return removal.undo_s

        def done(undo_s: float) -> None:
            self.look()
            self.offered.emit(words.format(name=name), self.tr("Undo"), lambda: self._undo(name), undo_s)

        self._door.run(work, done, self._failed)

    def _undo(self, name: str) -> None:
        def done(came_back: bool) -> None:
            self.look()
            if not came_back:
                self.say(self.tr("It was too late: {name} is removed.").format(name=name))

        self._door.run(lambda: self._session.removal.undo(name), done, self._failed)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        wished = str(action.data())
        if wished == "/add":
            self.pick()
        elif wished == "/all":
            self.page_wished.emit()
        else:
            self.choose(wished)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, HearthError):
            self.say(sentence(error, self.tr))
            self.look()

    def _listed(self, found: tuple[list[tuple[ShelfModel, str]], str]) -> None:
        self._models, self._current = found
        self._composer.set_model(self._current)
        self.page.show_models(self._models, self._current, self._fits)
        self.listed.emit(len(self._models))

    def _fitted(self, fits: dict[str, ModelFit]) -> None:
        self._fits = fits
        self.page.show_models(self._models, self._current, fits)

    def _show_loading(self, name: str, fraction: float | None) -> None:
        self._composer.set_loading(fraction)
        self.page.show_loading(name, fraction)


def _trouble(model: ShelfModel) -> str:
    """Why a model can't be used; empty when it can."""
    return "" if model.state == "ok" else model_state_words(model, translated)
