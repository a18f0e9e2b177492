"""Figures of models that were measured here."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.adapter import Adapter
from app.domain.generation import GuessAhead, KvType, LoadOptions
from app.models.measured_speeds import MeasuredSpeed, MeasuredSpeeds, loading_words

USUAL = LoadOptions()
SPEED = MeasuredSpeed(12.5, 200.0, 8_192, 0, 1_000)


def test_figures_come_back_for_the_same_file_only(tmp_path: Path) -> None:
    speeds = MeasuredSpeeds(tmp_path / "models")
    speeds.keep(Path("/a.gguf"), SPEED)
    speeds.keep(Path("/b.gguf"), SPEED)
    assert MeasuredSpeeds(tmp_path / "models").of(Path("/a.gguf"), 1_000, USUAL) == SPEED
    assert speeds.of(Path("/a.gguf"), 1_001, USUAL) is None  # another file under its name
    assert speeds.of(Path("/c.gguf"), 1_000, USUAL) is None


def test_figures_count_only_for_a_model_that_is_loaded_as_it_was_measured(tmp_path: Path) -> None:
    speeds = MeasuredSpeeds(tmp_path)
    wished = LoadOptions(context_tokens=512, kv_type=KvType.Q8_0)
    own = replace(SPEED, loaded_as=loading_words(wished))
    speeds.keep(Path("/a.gguf"), own)
    assert speeds.of(Path("/a.gguf"), 1_000, wished) == own
    assert speeds.of(Path("/a.gguf"), 1_000, USUAL) is None
    assert speeds.of(Path("/a.gguf"), 1_000, replace(wished, threads=1)) is None
    # It is measured without guessing, however the model is set.
    assert speeds.of(Path("/a.gguf"), 1_000, replace(wished, guess_ahead=GuessAhead.OFF)) == own


def test_paths_of_adapters_are_not_written_beside_the_shelf() -> None:
    assert loading_words(LoadOptions(adapters=(Adapter("/home/jane/diary.gguf"),))) == "adapters=1"


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "[]", '{"/a.gguf": 1}', '{"/a.gguf": {"writing_tokens_per_s": 1}}', "[" * 100_000,
        '{"/a.gguf": {"writing_tokens_per_s": "x", "reading_tokens_per_s": 1, "context_tokens": 1, "gpu_layers": 0,'
        ' "size_bytes": 1000}}',
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_holds_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "measured.json").write_text(content, "utf-8")
    speeds = MeasuredSpeeds(tmp_path)
    assert speeds.of(Path("/a.gguf"), 1_000, USUAL) is None
    speeds.keep(Path("/a.gguf"), SPEED)
    assert speeds.of(Path("/a.gguf"), 1_000, USUAL) == SPEED
