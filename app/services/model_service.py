"""Which models there are and which one answers. Work thread only."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app import computer
from app.domain.adapter import Adapter, checked_adapters
from app.domain.errors import HearthError, ModelError
from app.domain.generation import LoadedModel, LoadOptions, Sampling
from app.domain.model_memory import BATCH_TOKENS, ModelSizes
from app.models.adapters import must_be_adapter
from app.models.beside import read_beside
from app.models.gguf import GgufFile
from app.models.memory_need import model_sizes
from app.models.projectors import checked_projector
from app.models.shelf import ModelShelf
from app.models.shelf_entry import ModelState, ShelfModel
from app.services.kept_adapters import PresetAdapters
from app.services.model_host import ModelHost
from app.services.model_options import ModelOptions, OwnOptions, Value, forget_removed
from app.vault.settings_store import SettingsStore

CHOSEN = "model.chosen"
MARKER = "model.load_marker"  # the file being loaded right now: what a crash leaves behind
CRASHES = "model.crashes"  # file -> loads that ended the process
CRASHES_UNTIL_SET_ASIDE = 2


@dataclass(frozen=True, slots=True)
class _Checked:
    """What was read before a load; nothing for a model that is in memory. `projector` is the file's path."""

    sizes: ModelSizes | None = None
    projector: str = ""
    sees_all_at_once: bool = False


class ModelService:
    """The shelf, the choice, and loading with a marker against files that crash the loader.

    Attributes:
        may_preload: False when the last start ended in the middle of a load.
        told_options: how this process loads models, in place of the profile's settings.
    """

    def __init__(self, shelf: ModelShelf, settings: SettingsStore, host: ModelHost) -> None:
        self._shelf = shelf
        self._settings = settings
        self._options = ModelOptions(settings)
        self._of_presets = PresetAdapters(settings)
        self._host = host
        self.told_options: LoadOptions | None = None
        self._answering: ShelfModel | None = None  # what the host had loaded last
        self._aside: dict[str, bool] = {}  # models that are about to be removed, and which one was chosen
        self._answering_options = LoadOptions()  # how that was wished
        # The program ended while a model was being loaded: perhaps the model took the whole machine down.
        # It isn't loaded by itself at this start; asking for it is enough to try again.
        self.may_preload = not self._settings.get(MARKER, "")
        self._settings.delete(MARKER)
        self._forget_removed()

    @property
    def current(self) -> str:
        """Shelf name of the chosen model, else of the first that can be used; empty when there is none."""
        chosen = self._settings.get_text(CHOSEN)
        if chosen:
            return chosen
        return next((model.name for model in self.list() if model.state is ModelState.OK), "")

    @property
    def shelf(self) -> ModelShelf:
        """The folder of models itself, for whoever puts a finished one there."""
        return self._shelf

    @property
    def loaded(self) -> LoadedModel | None:
        """The model in memory."""
        return self._host.loaded

    def list(self) -> list[ShelfModel]:
        """Every model on the shelf, by name, but those that are about to be removed."""
        self._forget_removed()
        return [model for model in self._shelf.list() if model.name not in self._aside]

    def add(self, path: Path, copy: bool = False) -> ShelfModel:
        """Put a GGUF file on the shelf by link or copy; the first one is chosen. Raises ModelError."""
        used = self.current
        return self._added(self._shelf.add(path, copy=copy), used)

    def place(self, path: Path, name: str, projector: Path | None) -> ShelfModel:
        """Use a model that another program keeps where it lies; as `add`. Raises ModelError."""
        used = self.current
        return self._added(self._shelf.place(path, name, projector), used)

    def _added(self, model: ShelfModel, used: str) -> ShelfModel:
        """`used`: the model that would have answered before, though perhaps nobody chose it: it goes on."""
        self._aside.pop(model.name, None)
        self._forget_crashes(str(model.path))
        if not self._settings.get_text(CHOSEN):
            self._settings.set(CHOSEN, used or model.name)
        return model

    def set_aside(self, name: str) -> None:
        """Show and use a model no longer, and leave its file alone. Raises ModelError when there is none."""
        if all(model.name != name for model in self.list()):
            self._shelf.get(name)  # which says so
        self._aside[name] = self._settings.get_text(CHOSEN) == name
        self._let_go(name)

    def bring_back(self, name: str) -> None:
        """Show a model again, chosen as it was."""
        if self._aside.pop(name, False) and not self._settings.get_text(CHOSEN):
            self._settings.set(CHOSEN, name)

    def is_aside(self, name: str) -> bool:
        """Whether a model isn't shown for now."""
        return name in self._aside

    def remove(self, name: str) -> None:
        """Take a model off the shelf, by its exact name; a linked file stays where it is."""
        model = next((model for model in self._shelf.list() if model.name == name), None)
        self._let_go(name)
        self._shelf.remove(name)
        self._options.keep(name, OwnOptions())
        self._aside.pop(name, None)
        if model is not None:
            self._forget_crashes(str(model.path))

    def _forget_removed(self) -> None:
        forget_removed(self._options, self._shelf.folder)

    def _let_go(self, name: str) -> None:
        if self._host.loaded is not None and self._host.loaded.name == name:
            self._host.unload()
        if self._settings.get_text(CHOSEN) == name:
            self._settings.delete(CHOSEN)

    def info(self, name: str) -> GgufFile:
        """What the file says of itself, checked against its real size."""
        return self._shelf.info(name)

    def choose(self, name: str) -> None:
        """Remember the model and load it; how loading goes is told by events.

        Raises ModelError when it can't be used, and then the former choice stays.
        """
        model = self._shelf.get(name)
        model.require_ok()
        self._forget_crashes(str(model.path))  # choosing it by hand is asking for one more try
        self._check(model, self.load_options_for(model.name).adapters)
        self._settings.set(CHOSEN, model.name)
        self.prepare(model.name, lambda _: None, lambda _: None)

    def preload(self) -> None:
        """Load the chosen model before it is needed, unless the last load never came to an end."""
        if self.may_preload and self.current:
            self.prepare(self.current, lambda _: None, lambda _: None)

    def forget_what_was_read(self) -> None:
        """End the model's process, which alone makes it forget words and pictures; the model comes back."""
        self._host.unload()
        self.preload()

    def stop_loading(self) -> None:
        """Give up the load under way."""
        self._host.cancel_load()

    def prepare(
        self,
        name: str,
        on_ready: Callable[[str], None],
        on_failed: Callable[[Exception], None],
        preset: str = "",
    ) -> None:
        """Have the named model (or the chosen one, for an empty name) in memory, with the adapters of the assistant
        `preset` on it, then call `on_ready` with its shelf name. `on_failed` gets a HearthError or Cancelled."""
        try:
            known = self._in_memory(name, preset)
            model = known or self._find(name)
            wished = self.load_options_for(model.name, preset)
            checked = _Checked() if known is not None else self._check(model, wished.adapters)
        except HearthError as error:
            on_failed(error)
            return
        key, options = str(model.path), wished
        if known is None:
            self._settings.set(MARKER, key)
        else:
            options = self._host.options
        if checked.sees_all_at_once:
            options = replace(options, micro_batch_tokens=max(options.micro_batch_tokens, BATCH_TOKENS))

        def ready() -> None:
            if known is None:
                self._settings.delete(MARKER)
                self._forget_crashes(key)
            self._answering, self._answering_options = model, wished
            on_ready(model.label)

        def failed(error: Exception) -> None:
            self._settings.delete(MARKER)
            if isinstance(error, HearthError) and error.code == "model_crashed_loading":
                self._count_crash(key)
            on_failed(error)

        self._host.ensure(model.name, model.path, options, ready, failed, checked.sizes, checked.projector)

    def must_have_one(self, name: str) -> None:
        """Raise ModelError when the named (or chosen) model isn't there, before anything is saved for it."""
        if self._in_memory(name) is None:
            self._find(name)

    def can_answer(self, name: str) -> bool:
        """Whether there is a model to ask: the named one, or for an empty name any. Raises for a wrong name."""
        if not name and not self.current:
            return False
        self.must_have_one(name)
        return True

    def _in_memory(self, name: str, preset: str = "") -> ShelfModel | None:
        """The model that can answer right now, if it is the one asked for: no header is read again for it."""
        model = self._answering
        if self._host.loaded is None or model is None or self._host.loaded.name != model.name:
            return None
        if self._answering_options != self.load_options_for(model.name, preset):
            return None
        return model if (name or self._settings.get_text(CHOSEN)) == model.name else None

    def sees(self, name: str) -> bool:
        """Whether the named (or chosen) model can look at pictures, as far as its files tell."""
        try:
            self.must_see(name)
        except ModelError:
            return False
        return True

    def must_see(self, name: str) -> None:
        """Raise ModelError when the named (or chosen) model can't look at pictures."""
        model = self._find(name)
        projector = self._shelf.projector(model)
        if projector is None:
            raise ModelError("model_sees_nothing", name=model.label)
        checked_projector(projector, self._shelf.info(model.name), model.label)

    def _check(self, model: ShelfModel, adapters: tuple[Adapter, ...]) -> _Checked:
        """Refuse what can't chat, else say what its memory hangs on, with its projector.

        Headers are read here, since the loader is native code and shouldn't meet a file that lies. Raises ModelError.
        """
        header = self._shelf.info(model.name)
        kind = header.no_chat_kind
        if kind:
            raise ModelError("model_no_chat", name=model.label, kind=kind)
        if self._crashes().get(str(model.path), 0) >= CRASHES_UNTIL_SET_ASIDE:
            raise ModelError("model_set_aside", name=model.label)
        further = max(model.size_bytes - header.size_bytes, 0)
        sizes = model_sizes(header, computer.processor().repacks, further)
        found = self._shelf.projector(model)
        beside = read_beside(header, model.label, found, adapters, self._shelf.must_be_allowed)
        return _Checked(replace(sizes, beside=beside.size_bytes), str(found or ""), beside.sees_all_at_once)

    def load_options_for(self, name: str, preset: str = "") -> LoadOptions:
        """How the named model (or the chosen one, for an empty name) is put into memory: as a command was told, else as
        it has of its own, else as the profile's settings have it. The adapters of the assistant `preset` come on top;
        of the same file, its strength holds. Errors: UsageError adapters_too_many."""
        options = self.loading_of(name or self.current)
        more = self._of_presets.of(preset) if self.told_options is None else ()
        if not more:
            return options
        both = {adapter.path: adapter for adapter in (*options.adapters, *more)}
        return replace(options, adapters=checked_adapters(tuple(both.values())))

    def loading_of(self, name: str) -> LoadOptions:
        """How the model of just this name is put into memory; for an empty one, a model that isn't here yet."""
        return self.told_options or self._options.loading(name)

    def sampling_for(self, name: str) -> Sampling:
        """How the named model (or the chosen one) chooses words where nothing else says it."""
        return self._options.sampling(name or self.current)

    @property
    def usual_options(self) -> dict[str, Value]:
        """How models are put into memory that have no options of their own."""
        return self._options.usual

    def own_options(self, name: str) -> OwnOptions:
        """What the model of this shelf name has of its own."""
        return self._options.own(name)

    def keep_own_options(self, name: str, options: OwnOptions) -> None:
        """Let the model have these from its next load on. Errors: ModelError for a name that isn't on the shelf, and
        for adapters what `must_take` raises."""
        adapters = checked_adapters(options.adapters)
        if adapters:
            self.must_take(name, adapters)
        self._options.keep(self._shelf.get(name).name, replace(options, adapters=adapters))

    def must_take(self, name: str, adapters: tuple[Adapter, ...]) -> None:
        """Raise ModelError unless each adapter is one for the named (or chosen) model, by what their headers say.

        Where that model isn't here, each must be an adapter.
        """
        known = {model.name: model for model in self.list()}
        model = known.get(name or self.current)
        if model is None or model.state is not ModelState.OK:
            for adapter in adapters:
                self._shelf.must_be_allowed(Path(adapter.path))
                must_be_adapter(Path(adapter.path))
        else:
            header = self._shelf.info(model.name)
            read_beside(header, model.label, None, adapters, self._shelf.must_be_allowed)

    def _find(self, name: str) -> ShelfModel:
        wanted = name or self.current
        if not wanted:
            raise ModelError("no_model")
        return self._shelf.get(wanted)

    def _crashes(self) -> dict[str, int]:
        kept: dict[str, object] = self._settings.get(CRASHES, {})
        return {key: count for key, count in kept.items() if isinstance(count, int)}

    def _count_crash(self, key: str) -> None:
        counts = self._crashes()
        counts[key] = counts.get(key, 0) + 1
        self._settings.set(CRASHES, counts)

    def _forget_crashes(self, key: str) -> None:
        counts = self._crashes()
        if counts.pop(key, None) is not None:
            self._settings.set(CRASHES, counts)
