"""A Python that is too old is told so in one sentence, whatever its age."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from set_up.places import PROJECT

OLD = ("2.7", "3.6", "3.7", "3.8", "3.9", "3.10")


def _siblings(version: str) -> list[Path]:
    """Interpreters installed beside the one that runs this, as version switchers do."""
    return sorted(Path(sys.base_prefix).parent.glob(f"{version}.*/bin/python"))


def _interpreter(version: str) -> str | None:
    for candidate in (
        shutil.which(f"python{version}"),
        *_siblings(version),
    ):
        if candidate is None:
            continue
        answer = subprocess.run(
            [str(candidate), "-c", "import sys; sys.stdout.write('%d.%d' % sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=False,
        )
        if answer.stdout == version:
            return str(candidate)
    return None


@pytest.mark.parametrize("version", OLD)
def test_an_old_interpreter_prints_the_sentence(version: str) -> None:
    interpreter = _interpreter(version)
    if interpreter is None:
        pytest.skip(f"no Python {version} on this computer")
    done = subprocess.run(
        [interpreter, str(PROJECT / "bootstrap.py"), "run"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.strip() == done.stderr.strip().splitlines()[0]
    assert done.stderr.startswith(f"Hearth needs Python 3.11 or newer, and this is Python {version}: install")


def test_the_sentence_comes_before_anything_else_is_read() -> None:
    program = (
        "import sys; sys.version_info = (3, 9, 0); sys.argv = ['bootstrap.py', 'run']\n"
        f"import runpy; runpy.run_path({str(PROJECT / 'bootstrap.py')!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "this is Python 3.9" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_python_can_read_the_page() -> None:
    source = (PROJECT / "bootstrap.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 4))
    assert source.isascii()  # without a coding line, Python 2 reads nothing else
    assert 'f"' not in source
