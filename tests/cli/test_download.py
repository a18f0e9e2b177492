"""What `hearth models download` tells before anything is fetched."""

from pathlib import Path

from tests.cli.command_here import run_here
from tests.end2end.program import Home, make_profile


def test_the_projector_of_a_model_that_sees_is_told_with_its_size(tmp_path: Path) -> None:
    home = Home(tmp_path)
    make_profile(home)
    known = run_here(home, "models", "download", "gemma-3-4b")
    assert known.code == 1
    assert "about 2.5 GB, and its projector of about 851 MB, with which it sees pictures" in known.err
    assert "projector" not in run_here(home, "models", "download", "qwen3-8b").err
    left = run_here(home, "models", "download", "gemma-3-4b", "--without-projector")
    assert "about 2.5 GB" in left.err and "projector" not in left.err


def test_a_repository_tells_that_its_projector_comes_along(tmp_path: Path) -> None:
    home = Home(tmp_path)
    make_profile(home)
    pasted = run_here(home, "models", "download", "makers/seer-GGUF")
    assert pasted.code == 1
    assert "a projector (mmproj) that lies there comes along" in pasted.err
    assert "projector" not in run_here(home, "models", "download", "makers/a-GGUF", "--without-projector").err
    assert "projector" not in run_here(home, "models", "download", "https://example.org/a.gguf").err
