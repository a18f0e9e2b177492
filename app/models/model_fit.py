"""How a model that is here fits this computer: what it takes of which memory, and how fast it writes about. Pure."""

from dataclasses import dataclass, replace
from typing import Final

from app.domain.devices import Device, graphics_by_itself
from app.domain.generation import LoadOptions
from app.domain.load_planning import first_plan, shared_need
from app.domain.model_memory import CONTEXT_STEP, LoadPlan, ModelSizes, device_need, main_memory_need
from app.models.gguf import GgufFile
from app.models.machine import Machine
from app.models.memory_need import model_sizes, read_bytes_per_token

_LONGEST_UNTOLD: Final = 1 << 20  # of a model that doesn't say what it was trained for


@dataclass(frozen=True, slots=True)
class Fit:
    """What loading would come to, with no other model in memory.

    Attributes:
        memory_bytes, cache_bytes: of the main memory, and of it what was read is kept in.
        device_bytes: of graphics processors' memory.
        device_share: 0..1, how many of the layers lie there.
        fits: in what of the main memory is free now.
        longest_context_tokens: in steps of 256 and at most what the model was trained for; 0 where none fits.
        tokens_per_s: told from how fast memory is read.
    """

    context_tokens: int
    memory_bytes: int
    cache_bytes: int
    device_bytes: int
    device_share: float
    fits: bool
    longest_context_tokens: int
    tokens_per_s: float


def fit_of(
    header: GgufFile, size_bytes: int, machine: Machine, options: LoadOptions, beside_bytes: int = 0
) -> Fit:
    """How `header`'s model, of so many bytes with all its parts, fits when it is loaded as `options` say.

    `beside_bytes`: its projector and its adapters.
    """
    further_bytes = max(size_bytes - header.size_bytes, 0)
    sizes = replace(model_sizes(header, machine.repacks, further_bytes), beside=beside_bytes)
    devices = _devices(machine, options)
    plan = first_plan(options, sizes, devices, None)[0]
    need = main_memory_need(sizes, plan)
    share = min(plan.gpu_layers, sizes.layers) / max(sizes.layers, 1)
    read_bytes = read_bytes_per_token(header, further_bytes)
    return Fit(
        plan.context_tokens,
        need.total,
        need.cache,
        device_need(sizes, plan),
        share,
        _taken(sizes, plan, devices) <= machine.memory.available,
        _longest_context(sizes, machine, devices, options),
        replace(machine, devices=devices).tokens_per_s(max(read_bytes, 1), share),
    )


def _devices(machine: Machine, options: LoadOptions) -> tuple[Device, ...]:
    """The ones that loading would use."""
    wished = tuple(one for one in machine.emptied_devices if one.takes_layers and one.name in options.devices)
    return wished or graphics_by_itself(machine.emptied_devices)


def _taken(sizes: ModelSizes, plan: LoadPlan, devices: tuple[Device, ...]) -> int:
    """Bytes of main memory, with what lies on devices that share it."""
    return main_memory_need(sizes, plan).total + shared_need(sizes, plan, devices)


def _longest_context(
    sizes: ModelSizes, machine: Machine, devices: tuple[Device, ...], options: LoadOptions
) -> int:
    low, high = 0, (sizes.trained_tokens or _LONGEST_UNTOLD) // CONTEXT_STEP
    while low < high:
        middle = (low + high + 1) // 2
        longer = replace(options, context_tokens=middle * CONTEXT_STEP)
        plan = first_plan(longer, sizes, devices, None)[0]
        if _taken(sizes, plan, devices) <= machine.memory.available:
            low = middle
        else:
            high = middle - 1
    return low * CONTEXT_STEP
