"""Layers on a graphics processor, for real: where this build of llama.cpp finds one, software Vulkan included.

With Mesa's software Vulkan (`mesa-vulkan-drivers`) and a Vulkan build no card is needed: GGML_VK_VISIBLE_DEVICES=0 has
llama.cpp take it, which passes by processors that play a card otherwise.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.conversation import Role
from app.domain.devices import Device
from app.domain.generation import FlashAttention, KvType, LoadedModel, LoadOptions, Sampling, Turn
from app.ipc.device_listing import list_devices
from app.ipc.inference_frames import Generate, Generated, Loaded, LoadModel, LoadTried
from app.models.gguf import read_gguf
from app.models.memory_need import model_sizes
from tests.end2end.program import COPY_MODEL
from tests.inference.worker_at_work import WorkerAtWork

pytestmark = [pytest.mark.gpu, pytest.mark.timeout(1800)]

SIZES = model_sizes(read_gguf(COPY_MODEL))
TOKENS = 32
PATIENCE_S = 1_500.0  # software Vulkan compiles its shaders first: half a minute of processor time
QUESTION = (
    "Passages:\n[1] The colour of the door is red.\n[2] The price of the lamp is forty pounds.\n\n"
    "What is the price of the lamp?"
)


@pytest.fixture(scope="module")
def card() -> Iterator[Device]:
    """A graphics processor that llama.cpp can use, or a reason to skip."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GGML_VK_VISIBLE_DEVICES", "0")
        found = [device for device in list_devices().devices if device.takes_layers]
        if not found:
            pytest.skip("this build of llama.cpp finds no graphics processor, software Vulkan included")
        yield found[0]


def written(options: LoadOptions) -> tuple[str, LoadedModel]:
    """What the trained model writes, in a worker that is sealed and confined as always."""
    worker = WorkerAtWork(PATIENCE_S)
    try:
        loading = worker.submit(lambda job: LoadModel(job, str(COPY_MODEL), "copy", options, SIZES))
        loaded = loading.end()
        assert isinstance(loaded, Loaded), loaded
        assert all(not frame.steps for frame in loading.frames if isinstance(frame, LoadTried))
        turns = (Turn(Role.USER, QUESTION, "m1"),)
        sampling = Sampling(temperature=0, max_tokens=TOKENS)
        done = worker.submit(lambda job: Generate(job, turns, sampling)).end()
        assert isinstance(done, Generated), done
        return done.completion.text, loaded.model
    finally:
        worker.close()


def within_reach(card: Device, options: LoadOptions) -> LoadOptions:
    """The options as this card can carry them out.

    Mesa's software Vulkan (22.3.6, libvulkan_lvp.so) ends the process in its own queue's thread when llama.cpp's flash
    attention runs on it. Nobody's Hearth takes that card by itself; real ones have other drivers.
    """
    if "llvmpipe" not in card.description or not options.kv_on_gpu:
        return options
    if options.flash_attention is FlashAttention.ON or options.kv_type is not KvType.F16:
        pytest.xfail("Mesa's software Vulkan ends the process in flash attention")
    return replace(options, flash_attention=FlashAttention.OFF)


@pytest.fixture(scope="module")
def expected() -> str:
    """What the processor alone writes."""
    text, loaded = written(LoadOptions(gpu_layers=0))
    assert (loaded.gpu_layers, loaded.devices) == (0, ())
    return text


@pytest.mark.parametrize("layers", [1, SIZES.layers // 2, SIZES.layers, SIZES.layers + 1])
def test_some_and_all_layers_write_what_the_processor_writes(
    card: Device, expected: str, layers: int
) -> None:
    text, loaded = written(within_reach(card, LoadOptions(gpu_layers=layers, devices=(card.name,))))
    assert text == expected
    assert (loaded.gpu_layers, loaded.devices) == (layers, (card.name,))


@pytest.mark.parametrize(
    "options",
    [
        LoadOptions(kv_on_gpu=False),
        LoadOptions(flash_attention=FlashAttention.ON),
        LoadOptions(flash_attention=FlashAttention.OFF),
        LoadOptions(kv_type=KvType.Q8_0),
        LoadOptions(micro_batch_tokens=32, batch_tokens=64),
        LoadOptions(shares=(1.0,)),
    ],
    ids=("kv in main memory", "flash", "no flash", "eight bits", "small batches", "shares"),
)
def test_every_way_to_put_it_there_writes_the_same(card: Device, expected: str, options: LoadOptions) -> None:
    text, loaded = written(within_reach(card, options))
    assert text == expected
    assert loaded.gpu_layers == SIZES.layers + 1  # a small model fits whole, by itself


def test_a_device_is_told_with_its_memory(card: Device) -> None:
    assert card.backend and card.description
    assert 0 < card.free_bytes <= card.total_bytes
