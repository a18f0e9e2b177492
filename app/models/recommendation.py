"""Which model of the catalogue suits this computer: what fits, how fast about, and what else there is. Pure.

Memory is estimated as `model_fit` does for a file that is here, and as many layers as fit go on graphics processors,
as they do when it is loaded. Both figures are "about" until the model is here and measured.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.devices import Device, graphics_by_itself, share_memory
from app.domain.generation import LoadOptions
from app.domain.load_planning import USUAL_CONTEXT_TOKENS
from app.domain.loading_choices import KvType
from app.domain.model_memory import CONTEXT_STEP, KV_TYPES, WORKER_BYTES, MemoryNeed
from app.models.catalogue import Entry, Kind, Use
from app.models.machine import Machine, room_on

# Slower than this is slower than most people read; a smaller model is recommended then, where there is one.
COMFORTABLE_TOKENS_PER_S: Final = 5.0
SLOWEST_TOKENS_PER_S: Final = 1.5  # an alternative below this isn't worth the download
ALTERNATIVES: Final = 4
MANY_LANGUAGES: Final = 90  # makers of such a model name no language it wouldn't know somehow
# Of a Q4_K_M file, the part in the four-bit type that llama.cpp lays out anew; the rest is six-bit or the table.
_REPACKED_SHARE: Final = {"Q4_K_M": 0.7, "Q4_0": 0.9}
_COMPUTING_BYTES: Final = 150 << 20  # one batch of a usual model, and its vocabulary
_LAYERS: Final = 32  # of a usual model; they go on a device whole
AS_USUAL: Final = LoadOptions()


@dataclass(frozen=True, slots=True)
class Suited:
    """One entry on this computer.

    Attributes:
        need: of main memory.
        device_bytes: of graphics processors' memory, which `device_share` (0..1) of its layers take.
        fits: when other programs are closed; `fits_now`: in what is free.
        tokens_per_s: 0 where speed can't be told.
    """

    entry: Entry
    need: MemoryNeed
    device_bytes: int
    device_share: float
    context_tokens: int
    fits: bool
    fits_now: bool
    tokens_per_s: float

    @property
    def total_bytes(self) -> int:
        """Of all memory."""
        return self.need.total + self.device_bytes


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The one to take, if any fits, and others worth a look."""

    best: Suited | None
    alternatives: tuple[Suited, ...]


def _as_usual(_entry: Entry) -> LoadOptions:
    return AS_USUAL


def estimated_need(
    entry: Entry, context_tokens: int, repacks: bool, kv_type: KvType = KvType.F16
) -> MemoryNeed:
    """What `entry` takes at `context_tokens`, told from the catalogue alone."""
    positions = context_tokens + -context_tokens % CONTEXT_STEP
    repacked = round(entry.size_bytes * _REPACKED_SHARE.get(entry.quantisation, 0.0)) if repacks else 0
    cache = round(positions * entry.values_per_position * KV_TYPES[kv_type])
    return MemoryNeed(
        entry.size_bytes, repacked, cache, WORKER_BYTES + _COMPUTING_BYTES + entry.projector_bytes
    )


def suited(entry: Entry, machine: Machine, options: LoadOptions = AS_USUAL) -> Suited:
    """How `entry` would do here when it is loaded as `options` say."""
    context = min(entry.context_tokens, options.context_tokens or USUAL_CONTEXT_TOKENS)
    whole = estimated_need(entry, context, machine.repacks, options.kv_type)
    # Embedders are computed by the processor alone.
    on_devices = entry.kind is Kind.CHAT and options.gpu_layers != 0
    devices = graphics_by_itself(machine.devices) if on_devices else ()
    machine = replace(machine, devices=devices)
    most = _LAYERS if options.gpu_layers < 0 else min(options.gpu_layers, _LAYERS)
    need, device_bytes, share = _placed(whole, machine.emptied_devices, most)
    now, device_bytes_now, _ = _placed(whole, machine.devices, most)
    shared = share_memory(devices)
    speed = 0.0
    if entry.kind is Kind.CHAT:
        speed = machine.tokens_per_s(entry.size_bytes * entry.read_share + whole.cache / 2, share)
    return Suited(
        entry,
        need,
        device_bytes,
        share,
        context,
        need.least + device_bytes * shared <= machine.room_bytes,
        now.total + device_bytes_now * shared <= machine.memory.available,
        speed,
    )


def _placed(need: MemoryNeed, devices: Sequence[Device], most_layers: int) -> tuple[MemoryNeed, int, float]:
    """What of `need` is left in main memory when as many layers as fit are on the devices; bytes and share there."""
    layers = need.weights + need.cache
    room = room_on(devices) - _COMPUTING_BYTES * len(devices)
    share = max(min(int(_LAYERS * room / layers), most_layers), 0) / _LAYERS
    if not share:
        return need, 0, 0.0
    left = MemoryNeed(
        round(need.weights * (1 - share)),
        round(need.repacked * (1 - share)),
        round(need.cache * (1 - share)),
        need.working,
    )
    return left, round(layers * share) + _COMPUTING_BYTES * len(devices), share


def recommend(
    entries: Sequence[Entry],
    machine: Machine,
    language: str = "en",
    options_of: Callable[[Entry], LoadOptions] = _as_usual,
) -> Recommendation:
    """The best model that fits and is quick enough to read along; where none is, the quickest that fits.

    `language` is the code of the person's: models that don't know it come into question only where no other fits.
    `options_of`: how each would be loaded.
    """
    chat = [suited(entry, machine, options_of(entry)) for entry in entries if entry.kind is Kind.CHAT]
    fitting = [one for one in chat if one.fits]
    fitting = [one for one in fitting if _knows(one.entry, language)] or fitting
    quick = [one for one in fitting if one.tokens_per_s >= COMFORTABLE_TOKENS_PER_S]
    best = max(quick, key=lambda one: one.entry.quality, default=None) or max(
        fitting, key=lambda one: one.tokens_per_s, default=None
    )
    return Recommendation(best, _alternatives(best, fitting))


def _knows(entry: Entry, language: str) -> bool:
    return language in entry.languages or entry.language_count >= MANY_LANGUAGES


def _alternatives(best: Suited | None, fitting: Sequence[Suited]) -> tuple[Suited, ...]:
    """One that is clearly quicker, one that is better and slower, one that sees, one that writes code."""
    if best is None:
        return ()
    found: list[Suited] = []
    fitting = [one for one in fitting if one.tokens_per_s >= SLOWEST_TOKENS_PER_S]

    def take(choices: list[Suited]) -> None:
        left = [one for one in choices if one is not best and one not in found]
        if left and len(found) < ALTERNATIVES:
            found.append(max(left, key=lambda one: one.entry.quality))

    take([one for one in fitting if one.tokens_per_s >= 2 * best.tokens_per_s])
    take([one for one in fitting if one.entry.quality > best.entry.quality])
    take([one for one in fitting if Use.PICTURES in one.entry.good_for])
    take([one for one in fitting if Use.CODE in one.entry.good_for])
    return tuple(found)
