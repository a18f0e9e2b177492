"""Figures of models that were measured here."""

from pathlib import Path

import pytest

from app.models.measured_speeds import MeasuredSpeed, MeasuredSpeeds

SPEED = MeasuredSpeed(12.5, 200.0, 8_192, 0, 1_000)


def test_figures_come_back_for_the_same_file_only(tmp_path: Path) -> None:
    speeds = MeasuredSpeeds(tmp_path / "models")
    speeds.keep(Path("/a.gguf"), SPEED)
    speeds.keep(Path("/b.gguf"), SPEED)
    assert MeasuredSpeeds(tmp_path / "models").of(Path("/a.gguf"), 1_000) == SPEED
    assert speeds.of(Path("/a.gguf"), 1_001) is None  # another file under its name
    assert speeds.of(Path("/c.gguf"), 1_000) is None


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
    assert speeds.of(Path("/a.gguf"), 1_000) is None
    speeds.keep(Path("/a.gguf"), SPEED)
    assert speeds.of(Path("/a.gguf"), 1_000) == SPEED
