"""A copy of this checkout's set-up in a folder of the test, started from outside as a person would."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from set_up.places import PROJECT

# Words that a sentence for people doesn't use.
UNKIND = ("Traceback", "Error", "error:", "invalid", "Exception")


def copy_checkout(folder: Path) -> Path:
    """What set-up needs of the project, in `folder`."""
    checkout = folder / "checkout"
    for name in ("installers", "app"):
        shutil.copytree(PROJECT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("bootstrap.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(PROJECT / name, checkout / name)
    return checkout


def start(checkout: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `bootstrap.py` there with a home and an empty cache of its own, and `settings` on top."""
    home = checkout.parent / "home"
    home.mkdir(exist_ok=True)
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTEST_"))
    }
    environment |= {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PIP_CACHE_DIR": str(home / "pip"),
    }
    # The Python below the tests' environment: what a person would start it with.
    python = getattr(sys, "_base_executable", sys.executable)
    return subprocess.run(
        [python, str(checkout / "bootstrap.py"), *arguments],
        env=environment | settings,
        cwd=checkout.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def only_sentence(output: str) -> str:
    """The sentence with which set-up stopped: the last line, free of words that say nothing to people."""
    assert not any(word in output for word in UNKIND), output
    last = output.strip().splitlines()[-1]
    assert last.endswith((".", "bootstrap.py run", ")")), last
    return last
