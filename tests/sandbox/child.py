"""Runs one function of a test module in a fresh interpreter: what seals a process can't be undone in it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0


def run_child(
    module: str, *arguments: str, home: Path | None = None, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run `python -m module arguments...` from the repository; `check` demands exit code 0."""
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    if home is not None:
        environment["HOME"] = str(home)
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, timeout=PATIENCE_S, check=False,
    )  # fmt: skip
    if check:
        assert done.returncode == 0, done.stderr
    return done


def results(module: str, *arguments: str, home: Path | None = None) -> dict[str, Any]:
    """The JSON object that the child printed."""
    answer: dict[str, Any] = json.loads(run_child(module, *arguments, home=home).stdout)
    return answer
