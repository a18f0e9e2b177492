"""`hearth ask --adapter` from outside, with a model and adapters that are tiny and random."""

from pathlib import Path

from tests.end2end.program import Home, Outcome
from tests.inference.tiny_adapter import write_tiny_adapter
from tests.inference.tiny_models import write_tiny_model


def test_an_adapter_counts_by_its_strength_and_only_for_its_kind_of_model(home: Home, tmp_path: Path) -> None:
    model = write_tiny_model(tmp_path / "tiny.gguf", ends=False)
    style = write_tiny_adapter(tmp_path / "style.gguf")
    other = write_tiny_adapter(tmp_path / "other.gguf", architecture="qwen2")

    def ask(*more: str) -> Outcome:
        given = ("--json", "--temperature", "0", "--max-tokens", "12", "--model", str(model))
        return home.run("ask", *given, *more, "Hello")

    plain, changed, silent = ask(), ask("--adapter", str(style)), ask("--adapter", f"{style}:0")
    assert changed.json["answer"] != plain.json["answer"] == silent.json["answer"]
    wrong = ask("--adapter", f"{other}:0.5")
    assert (wrong.code, "other.gguf was made for models of the kind qwen2" in wrong.err) == (1, True)
    assert "is no adapter" in ask("--adapter", str(model)).err
    assert ask("--adapter", f"{style}:strong").code == 2
