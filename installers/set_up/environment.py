"""Making `.venv` complete: from nothing, after an interruption, or after a change of the locks."""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from set_up import packages, pip, stamp
from set_up.places import Places
from set_up.system_libraries import provide
from set_up.trouble import GIGABYTE, SetUpStopped, require_space

# Lock files in the order in which they are installed, and what a sentence calls them.
STEPS = {
    "build": "what Hearth is built with",
    "run": "what Hearth needs",
    "torch": "what computes meaning (torch, the build for the processor alone)",  # before what asks for it
    "library": "what Hearth searches files with",
    "ocr": "what reads words in pictures",
}
TEST_STEP = {"test": "what the tests need"}
# Measured on Linux: the environment, the cache folder, and the temporary folder while compiling.
ENVIRONMENT_BYTES = 5 * GIGABYTE // 2
CACHE_BYTES = 1 * GIGABYTE
COMPILING_BYTES = GIGABYTE // 2
# What must load at the end; a missing system library shows here and not at the first click.
PROOF = (
    "import PySide6.QtWidgets, cryptography, keyring, llama_cpp, msgspec, numpy, sqlcipher3, tokenizers, torch; "
    "import app"
)


def complete(places: Places, gpu: str | None, *, with_tests: bool) -> None:
    """Bring the environment to what the lock files say. Raises SetUpStopped with the reason if that can't be.

    gpu: the kind of llama.cpp build; None keeps the kind that is there.
    """
    before = stamp.read(places)
    gpu = gpu or (before.gpu if before else "none")
    with_tests = with_tests or (before is not None and before.with_tests)
    _tell("Setting Hearth up. The first time takes about ten minutes; later starts take none.")
    _require_room(places)
    provide(places, with_tests=with_tests)
    _make_venv(places)
    packages.require_means_to_compile(places, gpu)
    steps = STEPS | (TEST_STEP if with_tests else {})
    for lock_name, what in steps.items():
        _install(places, lock_name, what)
    _install_llama(places, gpu)
    _install_hearth(places)
    _prove(places)
    stamp.write(places, gpu, with_tests=with_tests)


def _require_room(places: Places) -> None:
    for folder, needed_bytes in (
        (places.project, 0 if places.packages.exists() else ENVIRONMENT_BYTES),
        (places.cache, 0 if places.cache.exists() else CACHE_BYTES),
        (Path(_temporary_folder()), 0 if places.cache.exists() else COMPILING_BYTES),
    ):
        require_space(folder, needed_bytes)


def _temporary_folder() -> str:
    import tempfile  # only when there is something to do

    try:
        return tempfile.gettempdir()
    except OSError as reason:
        raise SetUpStopped(
            "There is no folder for temporary files with room in it: make room on the disk, then start again."
        ) from reason


def _make_venv(places: Places) -> None:
    """A new environment where there is none, or where it is damaged, half made, or of another Python."""
    if places.venv.exists() and not _interrupted_mark(places).exists() and _pip_answers(places):
        return
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise SetUpStopped(
            "This Python can't make a private environment, because its part 'venv' is not installed: "
            f"{_venv_remedy()}, "
            "then start again."
        )
    if places.venv.exists():
        _tell("The environment in .venv is damaged or half made; making it anew.")
    stamp.forget(places)
    try:
        if places.venv.is_symlink() or places.venv.is_file():
            places.venv.unlink()
        elif places.venv.exists():
            shutil.rmtree(places.venv)
    except OSError as reason:
        raise SetUpStopped(
            f"The damaged environment {places.venv} could not be removed ({reason.strerror}): close "
            "Hearth, remove that "
            "folder yourself, then start again."
        ) from reason
    with open(places.log, "ab") as log:
        # The interpreter below this one, if this one is itself in an environment.
        base = getattr(sys, "_base_executable", sys.executable) or sys.executable
        code = subprocess.run(
            [base, "-I", "-m", "venv", str(places.venv)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            check=False,
        ).returncode
    if code != 0 or not _pip_answers(places):
        raise SetUpStopped(
            f"The private environment {places.venv} could not be made: {places.log} tells at its end why "
            "(often a full "
            f"disk, or a Python without all its parts: then {_venv_remedy()}); mend that, then start again."
        )


def _pip_answers(places: Places) -> bool:
    return places.packages.is_dir() and pip.answer(places, "--version") != ""


def _venv_remedy() -> str:
    if shutil.which("apt-get"):
        return f"run: sudo apt-get install python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    return "install your system's venv package for Python, or Python from python.org"


def _install(places: Places, lock_name: str, what: str) -> None:
    if _changing(places, lambda: packages.install(places, lock_name)):
        return
    _tell(f"Fetching {what} …")
    packages.fetch(places, lock_name, what)
    if not _changing(places, lambda: packages.install(places, lock_name)):
        raise SetUpStopped(
            f"What was fetched could not be installed: {places.log} tells at its end why; mend that, then "
            "start again."
        )


def _install_llama(places: Places, gpu: str) -> None:
    wheel = packages.compiled_llama(places, gpu)
    if wheel is None:
        _tell("Compiling llama.cpp for this computer; on two cores this takes seven minutes …")
        wheel = packages.compile_llama(places, gpu)
    if not _changing(places, lambda: packages.install_llama(places, wheel)):
        raise SetUpStopped(
            f"The compiled llama.cpp could not be installed: remove the folder {wheel.parent}, then start "
            "again "
            f"(details in {places.log})."
        )


def _install_hearth(places: Places) -> None:
    """The command `hearth`, and a line that lets the environment find this checkout."""
    printed = pip.run(
        places,
        *(
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--no-build-isolation",
            "--editable",
            str(places.project),
        ),
    )
    if printed is not None:
        raise SetUpStopped(
            f"Hearth itself could not be put into its environment: {places.log} tells at its end why; mend "
            "that, then start "
            "again."
        )


def _prove(places: Places) -> None:
    done = subprocess.run(
        [str(places.python), "-I", "-c", PROOF],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        with open(places.log, "a", encoding="utf-8") as log:
            log.write(done.stderr)
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise SetUpStopped(
            f"Everything was installed, but a part of it does not load here ({last.split(': ', 1)[-1]}): "
            "install the system "
            f"library it names, or remove the folder {places.venv}, then start again (details in "
            f"{places.log})."
        )


def _interrupted_mark(places: Places) -> Path:
    return places.venv / "hearth-setup-half-done"


def _changing(places: Places, install: Callable[[], bool]) -> bool:
    # Whoever finds the mark finds packages that may be half written: this process was ended in the middle.
    stamp.forget(places)
    _interrupted_mark(places).touch()
    installed = install()
    _interrupted_mark(places).unlink(missing_ok=True)
    return installed


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
