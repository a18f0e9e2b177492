"""What `hearth profile move` says."""

import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from tests.cli.command_here import run_here
from tests.end2end.program import Home, make_profile


def test_a_profile_that_never_was_is_not_made_to_be_moved(tmp_path: Path) -> None:
    home = Home(tmp_path)
    refused = run_here(home, "profile", "move", str(tmp_path / "new"))
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith(f"There is no profile in the folder {home.profile}.")
    assert not home.profile.exists() and not (tmp_path / "new").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a second disk that is always there")
def test_it_is_said_whether_anything_was_copied(tmp_path: Path) -> None:
    home, shared = Home(tmp_path), Path("/dev/shm")
    make_profile(home)
    same = run_here(home, "profile", "move", str(tmp_path / "beside"))
    assert same.code == 0 and "nothing had to be copied" in same.err and "read back" not in same.err
    if not shared.is_dir() or shared.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second disk here")
    disk = Path(tempfile.mkdtemp(dir=shared))
    try:
        other = run_here(home, "profile", "move", str(disk / "hearth"))
        assert other.code == 0 and "read back and is whole" in other.err and "nothing had" not in other.err
    finally:
        shutil.rmtree(disk)
