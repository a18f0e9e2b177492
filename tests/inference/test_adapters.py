"""Adapters on a real model, both tiny and random."""

from pathlib import Path

import pytest

from app.domain.adapter import Adapter, checked_adapters
from app.domain.conversation import Role
from app.domain.errors import ModelError, UsageError
from app.domain.generation import LoadOptions, Sampling, Turn
from app.inference.chat_engine import ChatEngine
from app.inference.engine import AnswerRequest
from tests.inference.test_seeing import Heard
from tests.inference.tiny_adapter import write_tiny_adapter
from tests.inference.tiny_models import write_tiny_model


def _answer(model: Path, *adapters: Adapter) -> str:
    engine = ChatEngine()
    options = LoadOptions(adapters=checked_adapters(adapters))
    try:
        engine.load(str(model), "tiny", options, lambda _: None, lambda: False)
        request = AnswerRequest((Turn(Role.USER, "Hello"),), Sampling(temperature=0, max_tokens=16))
        return engine.answer(request, Heard(), lambda: False).text
    finally:
        engine.close()


def test_an_adapter_changes_the_answer_by_its_strength(tmp_path: Path) -> None:
    model = write_tiny_model(tmp_path / "tiny.gguf", ends=False)
    one = str(write_tiny_adapter(tmp_path / "one.gguf"))
    two = str(write_tiny_adapter(tmp_path / "two.gguf", seed=6))
    plain = _answer(model)
    assert _answer(model, Adapter(one, 0.0)) == plain
    answers = {
        plain,
        _answer(model, Adapter(one)),
        _answer(model, Adapter(one, -1.0)),
        _answer(model, Adapter(two)),
        _answer(model, Adapter(one), Adapter(two)),
    }
    assert len(answers) == 5
    assert _answer(model, Adapter(one)) in answers


def test_one_for_another_model_or_a_damaged_one_is_refused(tmp_path: Path) -> None:
    model = write_tiny_model(tmp_path / "tiny.gguf")
    wider = write_tiny_adapter(tmp_path / "wider.gguf", width=128)
    half = tmp_path / "half.gguf"
    half.write_bytes(wider.read_bytes()[:2_000])
    for file in (wider, half, model, tmp_path / "missing.gguf"):
        with pytest.raises(ModelError, match="adapter_not_loadable"):
            _answer(model, Adapter(str(file)))


def test_a_strength_is_a_number_in_range() -> None:
    for wrong in (11.0, float("nan"), float("-inf")):
        with pytest.raises(UsageError, match="adapter_strength"):
            checked_adapters((Adapter("a", wrong),))
    with pytest.raises(UsageError, match="adapters_too_many"):
        checked_adapters((Adapter("a"),) * 9)
