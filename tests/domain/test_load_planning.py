"""How many layers go on graphics processors, and what is given up in which order."""

from dataclasses import replace

import pytest

from app.domain.devices import Device, DeviceKind
from app.domain.generation import FlashAttention, LoadOptions
from app.domain.load_planning import (
    SMALLEST_CONTEXT_TOKENS,
    LoadStep,
    StepKind,
    first_plan,
    merged,
    options_for,
    step_down,
    to_processor,
)
from app.domain.loading_choices import KvType
from app.domain.model_memory import (
    LoadPlan,
    ModelSizes,
    device_need,
    device_room,
    main_memory_need,
    micro_batch,
)

GIB = 1 << 30
# About a model of 8 thousand million weights in four bits.
SIZES = ModelSizes(
    weights=5 * GIB,
    repacked=0,
    table=GIB // 3,
    output=GIB // 3,
    layers=32,
    values_per_position=32 * 2 * 1_024,
    heads=32,
    embedding_width=4_096,
    feed_forward_width=14_336,
    vocabulary_size=128_256,
    trained_tokens=131_072,
    head_width=128,
)


def card(free_bytes: int, name: str = "CUDA0") -> Device:
    return Device(name, "CUDA", "a card", DeviceKind.GRAPHICS, free_bytes, free_bytes)


def planned(options: LoadOptions, *cards: Device, available: int | None = None) -> LoadPlan:
    return first_plan(options, SIZES, cards, available)[0]


def test_all_layers_go_on_a_card_that_has_room_and_none_where_there_is_no_card() -> None:
    plan = planned(LoadOptions(), card(24 * GIB))
    assert (plan.gpu_layers, plan.context_tokens, plan.flash, plan.micro_batch_tokens) == (
        33,
        8_192,
        True,
        512,
    )
    plan = planned(LoadOptions())
    assert (plan.gpu_layers, plan.flash, plan.micro_batch_tokens) == (0, False, 64)


@pytest.mark.parametrize("free", [1, 2, 3, 4, 5, 6])
def test_as_many_layers_as_fit_and_not_one_more(free: int) -> None:
    plan = planned(LoadOptions(), card(free * GIB))
    assert device_need(SIZES, plan) <= device_room(free * GIB) or plan.gpu_layers == 0
    one_more = replace(plan, gpu_layers=plan.gpu_layers + 1)
    assert plan.gpu_layers == 33 or device_need(SIZES, one_more) > device_room(free * GIB)


def test_two_cards_take_more_than_one() -> None:
    one, two = (
        planned(LoadOptions(), card(3 * GIB)),
        planned(LoadOptions(), card(3 * GIB), card(3 * GIB, "CUDA1")),
    )
    assert 0 < one.gpu_layers < two.gpu_layers


def test_what_a_person_chose_is_tried_as_it_is() -> None:
    options = LoadOptions(gpu_layers=10, context_tokens=2_048, kv_type=KvType.Q8_0, micro_batch_tokens=32)
    plan = planned(options, card(GIB))
    assert (plan.gpu_layers, plan.context_tokens, plan.kv_type) == (10, 2_048, KvType.Q8_0)
    assert (plan.flash, plan.micro_batch_tokens) == (True, 32)
    assert planned(LoadOptions(gpu_layers=0), card(24 * GIB)).gpu_layers == 0
    assert planned(LoadOptions(gpu_layers=99), card(GIB)).gpu_layers == 33


def test_flash_attention_only_where_most_layers_are_on_a_card() -> None:
    assert not planned(LoadOptions(gpu_layers=8), card(24 * GIB)).flash
    assert planned(LoadOptions(gpu_layers=20), card(24 * GIB)).flash
    assert planned(LoadOptions(flash_attention=FlashAttention.ON)).flash
    assert not planned(LoadOptions(flash_attention=FlashAttention.OFF), card(24 * GIB)).flash


def test_a_context_is_halved_until_main_memory_takes_it() -> None:
    room = main_memory_need(SIZES, LoadPlan(2_048, micro_batch_tokens=128)).least
    plan, steps = first_plan(LoadOptions(), SIZES, (), room)
    assert plan.context_tokens == 2_048
    assert steps == (LoadStep(StepKind.SMALLER_CONTEXT, 8_192, 2_048),)


def test_the_ladder_goes_down_in_the_order_that_costs_least_and_ends() -> None:
    options = LoadOptions()
    plan = planned(options, card(24 * GIB))
    steps: list[LoadStep] = []
    while (found := step_down(plan, options, SIZES)) is not None:
        before = plan
        plan, step = found
        steps.append(step)
        on_card = device_need(SIZES, plan) < device_need(SIZES, before)
        assert on_card or main_memory_need(SIZES, plan).total < main_memory_need(SIZES, before).total
        assert len(steps) < 30
    assert list(dict.fromkeys(step.kind for step in steps)) == [
        StepKind.FEWER_LAYERS,
        StepKind.SMALLER_CACHE,
        StepKind.SMALLER_CONTEXT,
        StepKind.PROCESSOR,
    ]
    assert (plan.gpu_layers, plan.context_tokens) == (0, SMALLEST_CONTEXT_TOKENS)
    assert plan.kv_type is KvType.F16  # on a processor few bits would cost speed
    whole = merged(steps)
    assert whole[0] == LoadStep(StepKind.FEWER_LAYERS, 33, 8)
    assert LoadStep(StepKind.SMALLER_CONTEXT, 8_192, SMALLEST_CONTEXT_TOKENS) in whole


def test_another_process_is_asked_for_what_was_stepped_down_to() -> None:
    options = LoadOptions(threads=3)
    plan, step = to_processor(planned(options, card(24 * GIB)), options, SIZES)
    assert step == LoadStep(StepKind.PROCESSOR, 33, 0)
    lower = options_for(plan, options)
    assert (lower.gpu_layers, lower.threads, lower.context_tokens) == (0, 3, 8_192)
    assert planned(lower, card(24 * GIB)) == plan


def test_the_scores_of_attention_are_bounded_by_a_smaller_batch() -> None:
    assert micro_batch(32, 4_096) == 128
    assert micro_batch(32, 32_768) == 64
