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
    unknown = run_here(home, "models", "download", "gemma-4-e4b")
    assert "about 5.0 GB, and its projector, with which it sees pictures" in unknown.err
    assert "projector" not in run_here(home, "models", "download", "qwen3-8b").err
