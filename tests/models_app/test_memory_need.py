"""What a model takes of memory, told from its header, against what loading it really takes."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import computer
from app.computer import Memory
from app.domain.devices import Device, DeviceKind
from app.domain.generation import KvType, LoadOptions
from app.domain.load_planning import first_plan
from app.models.gguf import GgufFile, read_gguf
from app.models.machine import Machine
from app.models.memory_need import model_sizes, read_bytes_per_token
from app.models.model_fit import Fit, fit_of
from tests.models.random_model import RandomShape, write_random_model
from tests.models_app.gguf_writing import INT32, STRING, UINT32, UINT64, Gguf, Tensor, list_pair, pair, tensor
from tests.models_app.planned_need import planned, planned_need

MB = 1_000_000
POSITIONS_READ = 768  # by `taken_memory`: 512 and one, in whole steps of llama.cpp's cache
SMALL = (
    RandomShape(4_000, 4, 512, 8, 2, 1_024, 32_768, "Q4_K_M"),
    RandomShape(16_000, 3, 256, 4, 4, 2_048, 32_768, "Q8_0"),
)
SHAPES = (
    *SMALL,
    RandomShape(32_000, 24, 1_024, 16, 8, 2_816, 32_768, "Q4_K_M"),
    RandomShape(32_000, 12, 1_024, 16, 4, 4_096, 32_768, "Q8_0"),
    RandomShape(151_936, 8, 896, 14, 2, 4_864, 32_768, "Q4_K_M"),
    RandomShape(64_000, 16, 2_048, 32, 8, 5_632, 32_768, "Q4_K_M"),
    RandomShape(32_000, 8, 1_536, 12, 12, 4_096, 32_768, "F16"),
    RandomShape(50_000, 30, 576, 9, 3, 1_536, 32_768, "Q4_K_M"),
    RandomShape(128_256, 6, 2_048, 32, 8, 8_192, 32_768, "Q4_K_M"),
    RandomShape(8_000, 40, 512, 8, 8, 1_536, 32_768, "Q8_0"),
)


def _taken(path: Path, context_tokens: int) -> int:
    command = [sys.executable, "-m", "tests.models_app.taken_memory", str(path), str(context_tokens)]
    return int(subprocess.run(command, capture_output=True, check=True).stdout)


def _never_touched(header: GgufFile, context_tokens: int) -> int:
    """Bytes of attention's scores for positions that `taken_memory` doesn't come to: a full conversation does."""
    plan = planned(header, context_tokens)
    positions = max(context_tokens - POSITIONS_READ, 0)
    return 0 if plan.flash else 4 * model_sizes(header).heads * positions * plan.micro_batch_tokens


def _told_wrongly(folder: Path, shape: RandomShape, contexts: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """(tokens, told, taken) of each context of which more than a tenth and 100 MB too much or too little is told."""
    path = folder / "shape.gguf"
    write_random_model(path, shape)
    header = read_gguf(path)
    wrong = []
    for context_tokens in contexts:
        need = planned_need(header, context_tokens, repacks=computer.processor().repacks)
        told = need.total - _never_touched(header, context_tokens)
        taken = _taken(path, context_tokens)
        if abs(told - taken) > max(taken // 10, 100 * MB):
            wrong.append((context_tokens, told, taken))
    return wrong


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what a process takes is read from /proc")
def test_it_is_what_loading_takes(tmp_path: Path) -> None:
    assert _told_wrongly(tmp_path, SMALL[0], (16_384,)) == []
    assert _told_wrongly(tmp_path, SMALL[1], (1_024,)) == []


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: f"{shape.width}x{shape.layers}")
def test_it_is_what_loading_takes_of_ten_shapes(tmp_path: Path, shape: RandomShape) -> None:
    assert _told_wrongly(tmp_path, shape, (512, 4_096, 16_384)) == []


def _header(tmp_path: Path, *pairs: bytes, tensors: list[Tensor] | None = None, layers: int = 2) -> Path:
    path = tmp_path / "made.gguf"
    own = [
        pair("general.architecture", STRING, "llama"),
        pair("llama.block_count", UINT32, layers),
        pair("llama.embedding_length", UINT32, 64),
        pair("llama.attention.head_count", UINT32, 4),
        pair("llama.context_length", UINT32, 4_096),
    ]
    path.write_bytes(Gguf([*own, *pairs], tensors if tensors is not None else [tensor()]).build())
    return path


def test_the_cache_grows_with_the_context_and_shrinks_with_its_type(tmp_path: Path) -> None:
    heads = pair("llama.attention.head_count_kv", UINT32, 2)
    wide = [pair(f"llama.attention.{name}_length", UINT32, 32) for name in ("key", "value")]
    header = read_gguf(_header(tmp_path, heads, *wide))
    # 2 layers, keys and values, 2 heads of 32 values at 2 bytes.
    assert planned_need(header, 1_024).cache == 1_024 * 2 * 2 * 2 * 32 * 2
    assert planned_need(header, 1_000).cache == planned_need(header, 1_024).cache
    assert planned_need(header, 1_024, KvType.Q8_0).cache == planned_need(header, 1_024).cache * 17 // 32


def test_layers_may_differ_in_heads(tmp_path: Path) -> None:
    path = _header(tmp_path, list_pair("llama.attention.head_count_kv", INT32, [4, 0]))
    assert planned_need(read_gguf(path), 256).cache == 256 * 4 * 2 * 16 * 2


def test_a_token_reads_only_the_experts_it_uses(tmp_path: Path) -> None:
    experts = tensor("blk.0.ffn_up_exps.weight", 8, 400)
    tensors = [tensor(), tensor("output.weight"), experts]
    counts = [pair("llama.expert_count", UINT32, 8), pair("llama.expert_used_count", UINT32, 2)]
    header = read_gguf(_header(tmp_path, *counts, tensors=tensors))
    whole, table, used = header.tensors.data_bytes, 4 * 8 * 4, 4 * 8 * 400
    assert read_bytes_per_token(header) == whole - table - used * 3 // 4


def test_the_longest_context_is_the_longest_that_fits(tmp_path: Path) -> None:
    header = read_gguf(_header(tmp_path))
    room = planned_need(header, 1_024).total
    assert _fit(header, room).longest_context_tokens == 1_024
    assert _fit(header, room - 1).longest_context_tokens == 768
    assert _fit(header, 1 << 40).longest_context_tokens == 4_096  # no longer than it was trained for
    assert _fit(header, 0).longest_context_tokens == 0


def test_a_card_takes_layers_and_leaves_room_for_a_longer_conversation(tmp_path: Path) -> None:
    path = tmp_path / "shape.gguf"
    write_random_model(path, SMALL[0])
    header = read_gguf(path)
    room = planned_need(header, 4_096).total
    alone, helped = _fit(header, room), _fit(header, room, _card(1_000 * MB))
    assert (alone.device_share, alone.device_bytes) == (0, 0)
    assert (helped.device_share, helped.fits) == (1, True)
    assert helped.memory_bytes < alone.memory_bytes
    assert helped.longest_context_tokens > alone.longest_context_tokens
    assert helped.tokens_per_s > alone.tokens_per_s
    assert _fit(header, room, _card(1_000 * MB), options=LoadOptions(gpu_layers=0)) == alone
    some = _fit(header, room, _card(1_000 * MB), options=LoadOptions(gpu_layers=2))
    assert some.device_share == 0.5
    assert alone.tokens_per_s < some.tokens_per_s < helped.tokens_per_s
    inside = _fit(header, room, _card(1_000 * MB, DeviceKind.INTEGRATED))
    assert inside.longest_context_tokens <= alone.longest_context_tokens + 2_048
    assert inside.tokens_per_s == pytest.approx(alone.tokens_per_s)


def test_it_says_what_the_chosen_options_come_to(tmp_path: Path) -> None:
    header = read_gguf(_header(tmp_path))
    usual, short = _fit(header, 1 << 40), _fit(header, 1 << 40, options=LoadOptions(context_tokens=512))
    small = _fit(header, 1 << 40, options=LoadOptions(kv_type=KvType.Q8_0))
    assert (usual.context_tokens, short.context_tokens) == (4_096, 512)
    assert short.cache_bytes == usual.cache_bytes // 8
    # 16 numbers a head can't be kept in blocks of 32: it would be loaded with 16 bits.
    assert small.cache_bytes == usual.cache_bytes


def _fit(header: GgufFile, available_bytes: int, *devices: Device, options: LoadOptions | None = None) -> Fit:
    machine = Machine(Memory(1 << 40, available_bytes), 20e9, True, devices)
    return fit_of(header, header.size_bytes, machine, options or LoadOptions())


def _card(total_bytes: int, kind: DeviceKind = DeviceKind.GRAPHICS) -> Device:
    return Device("Vulkan0", "Vulkan", "a card", kind, total_bytes, total_bytes)


@pytest.mark.parametrize(
    "lie",
    [
        pair("llama.attention.key_length", UINT64, (1 << 63) + 1),
        pair("llama.feed_forward_length", UINT64, (1 << 64) - 1),
        pair("llama.attention.key_length", STRING, "many"),
        pair("llama.expert_count", INT32, -1),
        list_pair("llama.attention.head_count_kv", INT32, [-5, 7]),
        list_pair("llama.feed_forward_length", 6, [float("nan"), float("inf")]),
    ],
)
def test_a_header_that_lies_gives_a_number(tmp_path: Path, lie: bytes) -> None:
    header = read_gguf(_header(tmp_path, lie, layers=(1 << 31) - 1))
    assert planned_need(header, 8_192).total > 0
    assert _fit(header, 1 << 30, _card(1_000 * MB)).longest_context_tokens >= 0
    assert first_plan(LoadOptions(), model_sizes(header), [_card(1 << 62)], 1 << 30)[0].gpu_layers >= 0
    assert read_bytes_per_token(header) >= 0
