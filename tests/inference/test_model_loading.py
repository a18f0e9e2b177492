"""What is decided around a load."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.conversation import Role
from app.domain.errors import ModelError
from app.domain.generation import FlashAttention, KvType, LoadOptions, Prepared, Sampling, Turn
from app.domain.load_planning import LoadStep, StepKind
from app.domain.model_memory import LoadPlan, main_memory_need
from app.inference import fitted_loading, model_loading
from app.inference.chat_engine import ChatEngine
from app.inference.engine import AnswerRequest
from app.inference.llama_engine import LlamaContext, LlamaModel
from app.inference.llama_library import LlamaFailure
from app.inference.model_loading import (
    ModelFile,
    ThrottledProgress,
    available_memory_bytes,
    check_fits,
    refusal,
    unknown_sizes,
    worthwhile_threads,
)
from app.models.gguf import read_gguf
from app.models.memory_need import model_sizes
from tests.end2end.program import COPY_MODEL
from tests.inference.tiny_models import write_tiny_model

GIB = 1024**3


class Unheard:
    """For an answer whose growing nobody follows."""

    def prepared(self, prepared: Prepared) -> None: ...

    def reading(self, done_tokens: int, total_tokens: int) -> None: ...

    def text(self, thinking: bool, text: str) -> None: ...


def load(path: Path, options: LoadOptions | None = None) -> ChatEngine:
    engine = ChatEngine()
    engine.load(str(path), path.name, options or LoadOptions(), lambda _fraction: None, lambda: False)
    return engine


def test_weights_larger_than_memory_are_refused_before_loading() -> None:
    sizes = unknown_sizes(70 * GIB)
    with pytest.raises(ModelError) as caught:
        check_fits("big", main_memory_need(sizes, LoadPlan(256)).least, 16 * GIB)
    assert caught.value.code == "model_too_large_for_memory"
    assert caught.value.parameters["available_bytes"] == 16 * GIB
    assert 70 * GIB < int(caught.value.parameters["needed_bytes"]) < 71 * GIB
    check_fits("small", 4 * GIB, 16 * GIB)
    check_fits("anything", 70 * GIB, None)


def test_a_model_larger_than_memory_is_refused(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_loading, "available_memory_bytes", lambda: 1000)
    with pytest.raises(ModelError, match="model_too_large_for_memory"):
        load(tiny_model)


def test_a_smaller_context_is_planned_and_said(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = replace(
        unknown_sizes(tiny_model.stat().st_size), values_per_position=1 << 16, trained_tokens=2_048
    )
    room = main_memory_need(sizes, LoadPlan(1_024)).least
    monkeypatch.setattr(model_loading, "available_memory_bytes", lambda: room)
    tried: list[tuple[LoadPlan, tuple[LoadStep, ...]]] = []
    engine = ChatEngine()
    loaded = engine.load(
        str(tiny_model),
        "tiny",
        LoadOptions(),
        lambda _fraction: None,
        lambda: False,
        sizes,
        lambda plan, steps: tried.append((plan, steps)),
    )
    engine.close()
    assert (loaded.context_tokens, loaded.trained_context_tokens) == (1_024, 2_048)
    assert [steps for _, steps in tried] == [(LoadStep(StepKind.SMALLER_CONTEXT, 2_048, 1_024),)]


def test_a_context_that_cannot_be_had_is_halved_until_it_can(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[LoadPlan] = []

    class ShortOfMemory(LlamaContext):
        """No room for more than 512 tokens."""

        def __init__(self, model: LlamaModel, plan: LoadPlan, threads: int, batch_tokens: int) -> None:
            tried.append(plan)
            if plan.context_tokens > 512:
                raise LlamaFailure("context")
            super().__init__(model, plan, threads, batch_tokens)

    monkeypatch.setattr(fitted_loading, "LlamaContext", ShortOfMemory)
    engine = load(tiny_model, LoadOptions(context_tokens=2_048))
    engine.close()
    assert [plan.context_tokens for plan in tried] == [2_048, 1_024, 512]


def test_a_model_that_cannot_be_had_at_all_says_so(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> LlamaContext:
        raise LlamaFailure("context")

    monkeypatch.setattr(fitted_loading, "LlamaContext", refuse)
    with pytest.raises(ModelError, match="model_memory_refused"):
        load(tiny_model)


def test_a_device_that_is_not_here_is_named(tiny_model: Path) -> None:
    with pytest.raises(ModelError) as caught:
        load(tiny_model, LoadOptions(devices=("Vulkan9",)))
    assert caught.value.code == "device_not_found"
    assert caught.value.parameters["device"] == "Vulkan9"


@pytest.mark.parametrize("kv_type", list(KvType))
def test_every_way_to_keep_what_was_read_answers_alike(kv_type: KvType) -> None:
    sizes = model_sizes(read_gguf(COPY_MODEL))
    turns = (
        Turn(
            Role.USER, "Passages:\n[1] The colour of the door is red.\nWhat is the colour of the door?", "m1"
        ),
    )
    request = AnswerRequest(turns, Sampling(temperature=0, max_tokens=12))
    texts = set()
    for flash in FlashAttention:
        if flash is FlashAttention.OFF and kv_type is not KvType.F16:
            continue  # the command line refuses it: values in few bits can't be read without
        engine = ChatEngine()
        options = LoadOptions(kv_type=kv_type, flash_attention=flash, micro_batch_tokens=32, batch_tokens=64)
        loaded = engine.load(str(COPY_MODEL), "copy", options, lambda _: None, lambda: False, sizes)
        texts.add(engine.answer(request, Unheard(), lambda: False).text)
        engine.close()
        assert (loaded.kv_type, loaded.gpu_layers, loaded.devices) == (kv_type, 0, ())
        assert loaded.flash == (flash is FlashAttention.ON or kv_type is not KvType.F16)
    assert len(texts) == 1, texts


def test_a_cache_that_cannot_be_kept_in_few_bits_is_kept_in_sixteen(tiny_model: Path) -> None:
    sizes = model_sizes(read_gguf(tiny_model))  # heads of 16 numbers
    engine = ChatEngine()
    options = LoadOptions(kv_type=KvType.Q8_0)
    loaded = engine.load(str(tiny_model), "tiny", options, lambda _: None, lambda: False, sizes)
    engine.close()
    assert loaded.kv_type is KvType.F16


def test_a_vocabulary_alone_cannot_chat(tmp_path: Path) -> None:
    path = write_tiny_model(tmp_path / "vocabulary.gguf", weights=False)
    with pytest.raises(ModelError) as caught:
        load(path)
    assert caught.value.code in ("model_no_chat", "model_not_loadable")


def test_an_embedder_cannot_chat(tmp_path: Path) -> None:
    path = write_tiny_model(tmp_path / "embedder.gguf", pooling=True)
    with pytest.raises(ModelError, match="model_no_chat"):
        load(path)


def test_a_file_that_changes_while_it_is_read_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF one")
    file = ModelFile(str(path))
    file.check_unchanged()
    (tmp_path / "other").write_bytes(b"GGUF two")
    os.replace(tmp_path / "other", path)
    with pytest.raises(ModelError, match="model_changed"):
        file.check_unchanged()


@pytest.mark.parametrize(
    ("line", "code", "reason"),
    [
        ("gguf_init: invalid magic characters: 'abcd'", "model_not_loadable", "not_gguf"),
        (
            "tensor 'x' data is not within the file bounds, model is corrupted",
            "model_not_loadable",
            "cut_short",
        ),
        ("unknown model architecture: 'secret'", "model_not_loadable", "architecture"),
        ("something new", "model_not_loadable", "unknown"),
        ("ggml: failed to allocate buffer of size 1", "model_memory_refused", None),
    ],
)
def test_error_lines_become_a_reason_and_stay_here(line: str, code: str, reason: str | None) -> None:
    error = refusal("m", [line])
    assert (error.code, error.parameters.get("reason")) == (code, reason)
    assert "secret" not in str(error)


def test_threads_are_cores_and_one_for_a_tiny_model() -> None:
    assert worthwhile_threads(1_000_000) == 1
    assert 1 <= worthwhile_threads(7_000_000_000) <= (os.cpu_count() or 1)


def test_memory_is_known_here() -> None:
    available = available_memory_bytes()
    assert available is not None and available > 1_000_000


def test_progress_is_throttled_but_ends() -> None:
    now = 0.0
    told: list[float] = []
    progress = ThrottledProgress(told.append, lambda: now)
    for step in range(101):
        now = step * 0.01
        progress(step / 100)
    assert told[0] == 0.0 and told[-1] == 1.0
    assert len(told) <= 22
