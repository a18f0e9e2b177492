"""What the Models page shows besides the shelf: the computer, what suits it, what each model takes, and models that
other programs keep here. Work thread, except where a function says otherwise; nothing is sent."""

import contextlib
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app import computer
from app.domain.devices import graphics_by_itself
from app.domain.errors import Cancelled, HearthError, ModelError
from app.domain.generation import LoadOptions
from app.models.beside import read_beside
from app.models.catalogue import Catalogue, Entry, Kind, read_catalogue
from app.models.discovery import FoundModel, Unusable, find_models
from app.models.download_plan import shelf_name
from app.models.gguf import GgufFile
from app.models.machine import Machine
from app.models.measured_speeds import MeasuredSpeeds
from app.models.model_fit import Fit, fit_of
from app.models.recommendation import Suited, recommend, suited
from app.models.shelf import ModelShelf
from app.models.shelf_entry import ModelState, ShelfModel
from app.models.shelf_names import folded
from app.models.store_layouts import Store, known_stores
from app.services.places import resource
from app.services.policy import read_policy
from app.services.this_machine import ThisMachine
from app.services.workroom import Workroom

SHARED = "this computer"  # whose models the administrator's folders hold


@dataclass(frozen=True, slots=True)
class Offers:
    """What could be fetched.

    Attributes:
        cards: makers' names of the graphics processors that models would use.
        room_bytes: of main memory, for a model.
        best: None where nothing fits. `others` hold it as well: those that fit, best first, and then the rest.
    """

    cores: int
    memory_bytes: int
    cards: tuple[str, ...]
    room_bytes: int
    best: Suited | None
    others: tuple[Suited, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class ModelFit:
    """What a model that is here takes of this computer, and how fast it writes: about, unless `measured`.

    `sees`: a projector that lets it see pictures is paired with it.
    """

    quantisation: str
    licence: str
    fit: Fit
    tokens_per_s: float
    measured: bool
    sees: bool = False


@dataclass(frozen=True, slots=True)
class FoundHere:
    """A model that another program keeps, to be used in place, with what lets it see pictures."""

    program: str
    name: str
    path: Path
    size_bytes: int
    quantisation: str
    projector: Path | None = None


class ModelOffers:
    """Reads the catalogue and the computer.

    Attributes:
        passed_over: why files that the last search met can't be used, as errors that name them.
    """

    def __init__(
        self,
        shelf: ModelShelf,
        workroom: Workroom,
        options_for: Callable[[str], LoadOptions],
        machine: ThisMachine,
    ) -> None:
        """`options_for`: how the model of this name is loaded; for an empty name, one that isn't here yet."""
        self._shelf = shelf
        self._options_for = options_for
        self._machine = machine
        self._workroom = workroom
        self._stop = threading.Event()
        self._search: threading.Thread | None = None
        self._measuring: threading.Thread | None = None
        self._await_search: list[Callable[[tuple[FoundHere, ...]], None]] = []
        self._await_measuring: list[Callable[[], None]] = []
        self.passed_over: tuple[HearthError, ...] = ()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The list of models that comes along. Errors: ModelError catalogue_damaged."""
        return read_catalogue(resource("models", "catalogue.json"))

    def measure(self, then: Callable[[], None]) -> None:
        """Have the computer measured before `offers` needs it, on a thread of its own: it takes about a second, in
        which the work thread is for the person. `then` is called on the work thread; whoever asks while it is being
        measured is told with it."""
        self._await_measuring.append(then)
        if len(self._await_measuring) > 1:
            return

        def tell() -> None:
            waiting, self._await_measuring = self._await_measuring, []
            for one in waiting:
                one()

        def measure() -> None:
            with contextlib.suppress(HearthError):  # `offers` says what is wrong
                self._machine.get_to_know()
            self._workroom.post(tell)

        self._measuring = threading.Thread(target=measure, name="measure", daemon=True)
        self._measuring.start()

    def offers(self, language: str) -> Offers:
        """What suits this computer. Errors: ModelError memory_unknown, catalogue_damaged."""
        machine, entries = self._machine.now, self.catalogue.entries
        options_of = options_of_entries(self._shelf, self._options_for)
        found = recommend(entries, machine, language, options_of)
        others = sorted(
            (suited(entry, machine, options_of(entry)) for entry in entries),
            key=lambda one: (one.entry.kind is not Kind.CHAT, not one.fits, -one.entry.quality),
        )
        used = graphics_by_itself(machine.devices) if self._options_for("").gpu_layers else ()
        cards = tuple(device.description for device in used)
        return Offers(
            computer.processor().cores,
            machine.memory.total,
            cards,
            machine.room_bytes,
            found.best,
            tuple(others),
            self.catalogue.as_of,
        )

    def fits(self) -> dict[str, ModelFit]:
        """What each usable model on the shelf takes, by name."""
        try:
            machine = self._machine.now
        except HearthError:  # then nothing is said of memory
            return {}
        speeds = MeasuredSpeeds(self._shelf.folder)
        found = {}
        for model in self._shelf.list():
            if model.state is ModelState.OK:
                try:
                    found[model.name] = self._fit(model, machine, speeds)
                except HearthError:  # it changed since
                    continue
        return found

    def find(self, then: Callable[[tuple[FoundHere, ...]], None]) -> None:
        """Look where other programs keep their models, on a thread of its own: folders may be large. `then` is
        called on the work thread, with those that aren't on the shelf yet; whoever asks meanwhile is told with it."""
        here = {model.real_path for model in self._shelf.list()}
        self._await_search.append(then)
        if len(self._await_search) > 1:
            return

        def search() -> None:
            try:
                met = list(find_models(all_stores(), self._stop.is_set))
            except Cancelled:
                return
            found = tuple(_found_here(met, here))
            passed_over = tuple(one.error for one in met if isinstance(one, Unusable))

            def tell() -> None:
                self.passed_over = passed_over
                waiting, self._await_search = self._await_search, []
                for one in waiting:
                    one(found)

            self._workroom.post(tell)

        self._search = threading.Thread(target=search, name="find-models", daemon=True)
        self._search.start()

    def close(self) -> None:
        """Stop looking."""
        self._stop.set()
        for thread in (self._search, self._measuring):
            if thread is not None:
                thread.join()

    def _fit(self, model: ShelfModel, machine: Machine, speeds: MeasuredSpeeds) -> ModelFit:
        header, options = self._shelf.info(model.name), self._options_for(model.name)
        fit = fit_of(
            header, model.size_bytes, machine, options, beside_bytes(self._shelf, model, header, options)
        )
        measured = speeds.of(model.real_path, model.size_bytes, options)
        speed = fit.tokens_per_s if measured is None else measured.writing_tokens_per_s
        sees = self._shelf.projector(model) is not None
        return ModelFit(header.file_type, header.license, fit, speed, measured is not None, sees)


def options_of_entries(
    shelf: ModelShelf, options_for: Callable[[str], LoadOptions]
) -> Callable[[Entry], LoadOptions]:
    """How entries of the catalogue are loaded: one that is on the shelf as it is there, another one as usual."""
    here = {folded(model.name): model.name for model in shelf.list()}

    def options_of(entry: Entry) -> LoadOptions:
        return options_for(here.get(folded(shelf_name(entry)), ""))

    return options_of


def beside_bytes(shelf: ModelShelf, model: ShelfModel, header: GgufFile, options: LoadOptions) -> int:
    """What is read beside a model on the shelf; adapters that don't serve count nothing, loading tells of them."""
    projector = shelf.projector(model)
    try:
        return read_beside(header, model.label, projector, options.adapters, shelf.must_be_allowed).size_bytes
    except ModelError:
        return read_beside(header, model.label, projector, (), shelf.must_be_allowed).size_bytes


def all_stores() -> list[Store]:
    """Where models may lie on this computer: the administrator's folders, then those of other programs."""
    shared = [Store(SHARED, folder) for folder in read_policy().model_folders if folder.is_dir()]
    return [*shared, *known_stores(os.environ, Path.home())]


def _found_here(met: Sequence[FoundModel | Unusable], on_shelf: set[Path]) -> list[FoundHere]:
    return [
        FoundHere(one.program, one.name, one.path, one.size_bytes, one.header.file_type, one.projector)
        for one in met
        if isinstance(one, FoundModel)
        and not one.header.no_chat_kind
        and Path(os.path.realpath(one.path)) not in on_shelf
    ]
