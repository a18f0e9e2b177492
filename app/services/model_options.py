"""How models are put into memory and choose words: as the profile's settings have it, or as a model has of its own.

Work thread only. What a newer version may have written counts as not set.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.domain.adapter import Adapter
from app.domain.generation import ALL_THAT_FIT, FlashAttention, GuessAhead, KvType, LoadOptions, Sampling
from app.domain.preset import RANGES
from app.models.removed_names import removed_names
from app.services.kept_adapters import adapters_in, as_kept
from app.vault.settings_store import SettingsStore

OWN: Final = (
    "model.own"  # shelf name -> {"loading": {name of a setting: value}, "sampling": {name: number}, …}
)
MOST_THREADS: Final = 1024  # a hundred thousand end the process that starts them
Value = str | int
# Each setting of loading: the words it may have, or the largest number; the first word, or 0, is what is usual.
LOADING: Final[Mapping[str, tuple[str, ...] | int]] = MappingProxyType(
    {
        "model.context_tokens": 1 << 24,
        "model.threads": MOST_THREADS,
        "model.gpu": ("auto", "never"),
        "model.gpu_layers": 1 << 24,
        "model.kv_type": tuple(KvType),
        "model.flash_attention": tuple(FlashAttention),
        "model.guess_ahead": tuple(GuessAhead),
    }
)


@dataclass(frozen=True, slots=True)
class OwnOptions:
    """What one model has of its own: settings by their names in `LOADING`, how it chooses words, None as usual, and
    the adapters that are put on it."""

    loading: Mapping[str, Value] = field(default_factory=dict)
    sampling: Sampling | None = None
    adapters: tuple[Adapter, ...] = ()


class ModelOptions:
    """Options of the models of one profile, by shelf name. The name of no model has none of its own."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    def loading(self, name: str) -> LoadOptions:
        """How the model is put into memory."""
        own = self.own(name)
        found = {**self.usual, **own.loading}
        layers = int(found["model.gpu_layers"]) or ALL_THAT_FIT
        return LoadOptions(
            context_tokens=int(found["model.context_tokens"]),
            threads=int(found["model.threads"]),
            gpu_layers=0 if found["model.gpu"] == "never" else layers,
            flash_attention=FlashAttention(str(found["model.flash_attention"])),
            kv_type=KvType(str(found["model.kv_type"])),
            guess_ahead=GuessAhead(str(found["model.guess_ahead"])),
            adapters=own.adapters,
        )

    def sampling(self, name: str) -> Sampling:
        """How the model chooses words where neither conversation nor assistant say it."""
        usual = Sampling().temperature
        own = self.own(name).sampling
        return own or Sampling(temperature=self._settings.get_number("sampling.temperature", usual, 0, 5))

    @property
    def usual(self) -> dict[str, Value]:
        """How models without options of their own are put into memory."""
        found: dict[str, Value] = {}
        for key, allowed in LOADING.items():
            usual: Value = 0 if isinstance(allowed, int) else allowed[0]
            value = self._settings.get(key, usual)
            found[key] = value if is_loading_value(key, value) else usual
        return found

    def own(self, name: str) -> OwnOptions:
        """What this model has of its own."""
        entry = self._entries().get(name)
        if not isinstance(entry, dict):
            return OwnOptions()
        kept, numbers = entry.get("loading"), entry.get("sampling")
        kept = kept if isinstance(kept, dict) else {}
        loading = {key: value for key, value in kept.items() if is_loading_value(key, value)}
        sampling = _sampling(numbers) if isinstance(numbers, dict) else None
        return OwnOptions(loading, sampling, adapters_in(entry.get("adapters")))

    def keep(self, name: str, options: OwnOptions) -> None:
        """Let the model have these from its next load on. Errors: VaultError setting_too_large."""
        entry: dict[str, object] = {}
        if options.loading:
            entry["loading"] = dict(options.loading)
        if options.sampling is not None:
            entry["sampling"] = asdict(options.sampling)
        if options.adapters:
            entry["adapters"] = as_kept(options.adapters)
        entries = self._entries()
        entries.pop(name, None)
        self._settings.set(OWN, entries | {name: entry} if entry else entries)

    def _entries(self) -> dict[str, object]:
        return dict(self._settings.get(OWN, {}))


def forget_removed(options: ModelOptions, shelf_folder: Path) -> None:
    """Forget what models had of their own that a command took off the shelf."""
    with removed_names(shelf_folder) as names:
        for name in names:
            options.keep(name, OwnOptions())


def is_loading_value(key: object, value: object) -> bool:
    """Whether a setting of loading may have this value."""
    allowed = LOADING.get(key) if isinstance(key, str) else None
    if isinstance(allowed, int):
        return type(value) is int and 0 <= value <= allowed
    return allowed is not None and value in allowed


def _sampling(numbers: Mapping[str, object]) -> Sampling:
    """As kept; a number that is missing or out of its range is the usual one."""
    found = asdict(Sampling())
    for name, allowed in RANGES.items():
        value = numbers.get(name)
        if allowed.is_number(value) and value in allowed:
            found[name] = value
    return Sampling(**(found | {"stop": ()}))
