"""Takes each guard away in a copy of the program: the test named for it fails, and passes with the guard in place.

By hand, for it takes half an hour: `pytest -m slow tests/mutation`. What runs every time is that the list is still
true of the code.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutation.guard import Guard
from tests.mutation.guards import GUARDS

ROOT = Path(__file__).parents[2]
COPIED = ("app", "tests", "installers")
LINKED = ("resources", "docs")
FAILED, PASSED = 1, 0  # pytest's exit codes; 2 and more mean that the tests themselves couldn't be run
PATIENCE_S = 900
TOO_SLOW = "from pytest-timeout"  # a test that hangs has noticed nothing


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.what)
def test_each_guard_stands_where_the_list_says(guard: Guard) -> None:
    assert (ROOT / guard.path).read_text(encoding="utf-8").count(guard.before) == 1
    assert guard.before != guard.after
    assert f"def {guard.test}(" in (ROOT / guard.tests).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program and its tests, to be changed."""
    folder = tmp_path_factory.mktemp("copy")
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "data"))
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def _run(folder: Path, *nodes: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--timeout=300", *nodes]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )


@pytest.mark.slow
@pytest.mark.timeout(2 * PATIENCE_S)
@pytest.mark.parametrize("tests", sorted({guard.tests for guard in GUARDS}))
def test_with_all_guards_in_place_every_test_passes(copy: Path, tests: str) -> None:
    done = _run(copy, *sorted({guard.node for guard in GUARDS if guard.tests == tests}))
    assert done.returncode == PASSED, done.stdout


@pytest.mark.slow
@pytest.mark.timeout(2 * PATIENCE_S)
@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.what)
def test_without_the_guard_a_test_fails(copy: Path, guard: Guard) -> None:
    path = copy / guard.path
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(guard.before, guard.after), encoding="utf-8")
    try:
        done = _run(copy, guard.node)
    finally:
        path.write_text(whole, encoding="utf-8")
    assert done.returncode == FAILED, f"nobody noticed: {guard.what}\n{done.stdout}"
    assert TOO_SLOW not in done.stdout + done.stderr
