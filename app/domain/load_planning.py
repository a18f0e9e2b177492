"""How a model is put into memory by itself, and what is tried next when it didn't fit. Pure rules.

The inference worker plans with what its devices say and steps down while llama.cpp can't allocate; the window's side
steps down where the whole process was lost.
"""

import enum
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.devices import Device, share_memory
from app.domain.generation import ALL_THAT_FIT, FlashAttention, LoadOptions
from app.domain.loading_choices import KvType
from app.domain.model_memory import (
    BATCH_TOKENS,
    LoadPlan,
    ModelSizes,
    device_need,
    device_room,
    main_memory_need,
    micro_batch,
)

USUAL_CONTEXT_TOKENS: Final = 8_192
SMALLEST_CONTEXT_TOKENS: Final = 256
# Below this a conversation hardly goes on: fewer layers or a smaller cache are tried before it.
USEFUL_CONTEXT_TOKENS: Final = 4_096


class StepKind(enum.StrEnum):
    """What was given up so that a model fits."""

    FEWER_LAYERS = "fewer_layers"
    SMALLER_CACHE = "smaller_cache"
    SMALLER_CONTEXT = "smaller_context"
    PROCESSOR = "processor"


@dataclass(frozen=True, slots=True)
class LoadStep:
    """One step down. Numbers are layers on graphics processors, bits of a value in the cache, or tokens."""

    kind: StepKind
    before: int
    after: int


def first_plan(
    options: LoadOptions, sizes: ModelSizes, graphics: Sequence[Device], available_bytes: int | None
) -> tuple[LoadPlan, tuple[LoadStep, ...]]:
    """What to try first, and the steps down that the numbers alone demanded.

    `graphics`: the devices that layers may go on. `available_bytes`: main memory that can be had, None if unknown.
    """
    wished = options.context_tokens or USUAL_CONTEXT_TOKENS
    if sizes.trained_tokens > 0:
        wished = min(wished, sizes.trained_tokens)
    plan = LoadPlan(wished, kv_type=_kv_type(options, sizes), kv_on_gpu=options.kv_on_gpu)
    plan = with_layers(plan, 0, options, sizes)
    if graphics and options.gpu_layers != 0:
        plan = with_layers(plan, _layers_that_fit(options, sizes, plan, graphics), options, sizes)
    steps: list[LoadStep] = []
    while available_bytes is not None and least_main_memory(sizes, plan, graphics) > available_bytes:
        smaller = _smaller_context(plan, options, sizes, SMALLEST_CONTEXT_TOKENS)
        if smaller is None:
            break
        steps.append(LoadStep(StepKind.SMALLER_CONTEXT, plan.context_tokens, smaller.context_tokens))
        plan = smaller
    return plan, merged(steps)


def least_main_memory(sizes: ModelSizes, plan: LoadPlan, graphics: Sequence[Device]) -> int:
    """Bytes of main memory without which `plan` can't be carried out; with what lies on `graphics` that share it."""
    return main_memory_need(sizes, plan).least + shared_need(sizes, plan, graphics)


def shared_need(sizes: ModelSizes, plan: LoadPlan, graphics: Sequence[Device]) -> int:
    """Bytes of main memory that what lies on `graphics` takes, where they share it."""
    return device_need(sizes, plan) if share_memory(graphics) else 0


def with_layers(plan: LoadPlan, gpu_layers: int, options: LoadOptions, sizes: ModelSizes) -> LoadPlan:
    """`plan` with this many layers on graphics processors, and what follows from it.

    On a processor flash attention costs more the longer the conversation is; on graphics processors it is faster, and
    a cache in few bits can't be read without.
    """
    wished = options.flash_attention
    flash = wished is FlashAttention.ON or plan.kv_type is not KvType.F16
    if wished is FlashAttention.AUTO and not flash:
        flash = gpu_layers * 2 >= sizes.layers and gpu_layers > 0
    batch = BATCH_TOKENS if flash else micro_batch(sizes.heads, plan.context_tokens)
    return replace(
        plan, gpu_layers=gpu_layers, flash=flash, micro_batch_tokens=options.micro_batch_tokens or batch
    )


def step_down(plan: LoadPlan, options: LoadOptions, sizes: ModelSizes) -> tuple[LoadPlan, LoadStep] | None:
    """The next thing to try when `plan` didn't fit, or None: then it can't be had.

    Layers are taken off graphics processors down to a quarter, then the cache is kept in eight bits, the context
    halved, and at last everything is put on the processor; there the context is halved further.
    """
    layers = min(plan.gpu_layers, sizes.layers + 1)
    quarter = (sizes.layers + 1) // 4
    if layers > max(quarter, 1):
        fewer = max(layers * 3 // 4, quarter, 1)
        return with_layers(plan, fewer, options, sizes), LoadStep(StepKind.FEWER_LAYERS, layers, fewer)
    shrinks = plan.kv_type is KvType.F16 and sizes.kv_in_few_bits
    if layers and shrinks and options.flash_attention is not FlashAttention.OFF:
        small = with_layers(replace(plan, kv_type=KvType.Q8_0), layers, options, sizes)
        return small, LoadStep(StepKind.SMALLER_CACHE, 16, 8)
    least = USEFUL_CONTEXT_TOKENS if layers else SMALLEST_CONTEXT_TOKENS
    smaller = _smaller_context(plan, options, sizes, least)
    if smaller is not None:
        return smaller, LoadStep(StepKind.SMALLER_CONTEXT, plan.context_tokens, smaller.context_tokens)
    if layers:
        return to_processor(plan, options, sizes)
    return None


def to_processor(plan: LoadPlan, options: LoadOptions, sizes: ModelSizes) -> tuple[LoadPlan, LoadStep]:
    """Everything on the processor, with the cache as it was wished."""
    plan = replace(plan, kv_type=_kv_type(options, sizes))
    return with_layers(plan, 0, options, sizes), LoadStep(StepKind.PROCESSOR, plan.gpu_layers, 0)


def _kv_type(options: LoadOptions, sizes: ModelSizes) -> KvType:
    return options.kv_type if sizes.kv_in_few_bits else KvType.F16


def options_for(plan: LoadPlan, options: LoadOptions) -> LoadOptions:
    """`options` that lead to `plan` in another process."""
    return replace(
        options, gpu_layers=plan.gpu_layers, context_tokens=plan.context_tokens, kv_type=plan.kv_type
    )


def merged(steps: Sequence[LoadStep]) -> tuple[LoadStep, ...]:
    """Several steps of one kind as one, from the first number to the last."""
    found: dict[StepKind, LoadStep] = {}
    for step in steps:
        first = found.get(step.kind)
        found[step.kind] = step if first is None else replace(first, after=step.after)
    return tuple(found.values())


def _smaller_context(
    plan: LoadPlan, options: LoadOptions, sizes: ModelSizes, least_tokens: int
) -> LoadPlan | None:
    half = plan.context_tokens // 2
    if half < least_tokens:
        return None
    return with_layers(replace(plan, context_tokens=half), plan.gpu_layers, options, sizes)


def _layers_that_fit(
    options: LoadOptions, sizes: ModelSizes, plan: LoadPlan, graphics: Sequence[Device]
) -> int:
    """How many layers go on graphics processors: what was asked for, else as many as their free memory takes."""
    every = sizes.layers + 1
    if options.gpu_layers != ALL_THAT_FIT:
        return min(options.gpu_layers, every)

    def need(layers: int) -> int:
        return device_need(sizes, with_layers(plan, layers, options, sizes))

    # Each device computes with buffers of its own.
    room = sum(device_room(device.free_bytes) for device in graphics) - need(1) * (len(graphics) - 1)
    # What is needed grows with the layers, but where flash attention sets in. A header may claim any number of them.
    half = (sizes.layers + 1) // 2
    many = bisect_right(range(half, every + 1), room, key=need)
    return half + many - 1 if many else bisect_right(range(1, half), room, key=need)
