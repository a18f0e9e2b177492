"""The library process reads what a person reads, and writes beside its database only."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_it_writes_in_its_folder_only_and_starts_nothing_but_python(tmp_path: Path) -> None:
    from app.sandbox.landlock import abi_version

    if abi_version() == 0:
        pytest.skip("this kernel has no Landlock")
    profile, elsewhere = tmp_path / "profile", tmp_path / "elsewhere"
    profile.mkdir()
    elsewhere.mkdir()
    (elsewhere / "note.txt").write_text("a person's")
    done = subprocess.run(
        [sys.executable, "-m", "tests.sandbox.library_attempts", str(profile), str(elsewhere)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["done", "done", "EACCES", "EACCES", "EACCES", "done", "EACCES"]
    assert (elsewhere / "note.txt").read_text() == "a person's"
