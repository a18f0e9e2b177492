"""The note left in `.venv` when set-up has finished: by it the next start knows that nothing is to be done.

It is read at every start, so this module imports little and does no more than hash the lock files and list
one folder: a few milliseconds.
"""

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from set_up.places import Places

# Raise it when set-up itself does something new that existing environments lack.
SET_UP_VERSION = 1
ALL_LOCKS = ("build", "run", "torch", "library", "ocr", "llama", "test")


@dataclass(frozen=True)
class Stamp:
    """What a finished set-up put into the environment.

    recipe: hash of all that decides what is installed.
    gpu: the kind of llama.cpp build, "none" for the processor alone.
    with_tests: whether the tools for the tests are there too.
    installed: names in the package folder, by which a damaged environment is noticed.
    """

    recipe: str
    gpu: str
    with_tests: bool
    installed: tuple[str, ...]


def recipe(places: Places) -> str:
    """A hash of the lock files, the project file, the interpreter and the place of the checkout."""
    digest = hashlib.sha256(f"{SET_UP_VERSION} {sys.version} {sys.base_prefix} {places.project}".encode())
    for name in ALL_LOCKS:
        digest.update(places.lock_file(name).read_bytes())
    digest.update((places.project / "pyproject.toml").read_bytes())
    return digest.hexdigest()


def read(places: Places) -> Stamp | None:
    """The stamp of the last finished set-up, or None where there is none that can be read."""
    try:
        content = json.loads(_path(places).read_text("utf-8"))
        return Stamp(
            str(content["recipe"]),
            str(content["gpu"]),
            bool(content["with_tests"]),
            tuple(map(str, content["installed"])),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_ready(places: Places, stamp: Stamp | None, gpu: str | None, *, with_tests: bool) -> bool:
    """Whether the environment is complete for what is asked now. `gpu` None takes what is there."""
    if stamp is None or stamp.recipe != recipe(places) or (gpu is not None and stamp.gpu != gpu):
        return False
    if (with_tests and not stamp.with_tests) or not places.python.exists() or not places.hearth.exists():
        return False
    return set(stamp.installed) <= _installed(places)


def write(places: Places, gpu: str, *, with_tests: bool) -> None:
    """Note that set-up has finished."""
    content = {
        "recipe": recipe(places),
        "gpu": gpu,
        "with_tests": with_tests,
        "installed": sorted(_installed(places)),
    }
    half_written = _path(places).with_suffix(".new")
    half_written.write_text(json.dumps(content), "utf-8")
    half_written.replace(_path(places))


def forget(places: Places) -> None:
    """Take the stamp away before the environment is changed: an interrupted change is then noticed."""
    _path(places).unlink(missing_ok=True)


def _path(places: Places) -> Path:
    return places.venv / "hearth-setup.json"


def _installed(places: Places) -> set[str]:
    try:
        return {entry.name for entry in places.packages.iterdir() if entry.name != "__pycache__"}
    except OSError:
        return set()
