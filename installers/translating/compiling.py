"""Compiling .ts files with Qt's lrelease, which comes with PySide6."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

RUN_S = 120


def lrelease() -> Path:
    """Where Qt's compiler of translations lies. Raises FileNotFoundError."""
    found = find_spec("PySide6")
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    for folder in found.submodule_search_locations or [] if found else []:
        if (path := Path(folder) / name).exists():
            return path
    raise FileNotFoundError("lrelease isn't in PySide6's folder: install PySide6-Essentials")


def compile_file(source: Path, target: Path) -> None:
    """Make the .qm file that Qt loads. Raises CalledProcessError."""
    command = [str(lrelease()), "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, check=True, timeout=RUN_S, capture_output=True)
