"""Fetching the locked packages and compiling llama.cpp, once per computer, into the person's cache folder.

From there every environment is made without the network. Each file is checked against the hashes in
`installers/requirements/` when it is fetched and again when it is installed; llama.cpp, compiled here, has
none of its own: its source was checked.
"""

import hashlib
import os
import platform
import sys
import tempfile
from pathlib import Path

from set_up import compiler, pip
from set_up.places import Places
from set_up.trouble import SetUpStopped


def fetch(places: Places, lock_name: str, what: str) -> None:
    """Bring the packages of one lock file into the cache. `what` names them in a sentence."""
    store = _store(places)
    with tempfile.TemporaryDirectory(dir=store, prefix="fetching-") as fetching:
        printed = pip.run(
            places,
            *("download", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes"),
            *(
                "--find-links",
                str(store),
                "--dest",
                fetching,
                "--requirement",
                str(places.lock_file(lock_name)),
            ),
        )
        if printed is not None and lock_name == "torch" and _is_other_build(printed):
            raise SetUpStopped(
                "torch was found, if at all, only as a build for graphics cards (gigabytes) or for another "
                "Python: PyTorch's own site names the place of its builds for the processor alone. Give that "
                "place to pip in PIP_EXTRA_INDEX_URL, or the folder of a file from there in PIP_FIND_LINKS, "
                f"then start again (details in {places.log})."
            )
        if printed is not None:
            raise pip.sentence(places, what, printed)
        # One rename each: another set-up sees a whole file or none.
        for file in Path(fetching).iterdir():
            os.replace(file, store / file.name)


def _is_other_build(printed: str) -> bool:
    return "DO NOT MATCH THE HASHES" in printed or "No matching distribution found" in printed


def install(places: Places, lock_name: str) -> bool:
    """Install one lock file from the cache, without the network. False if something is missing there."""
    printed = pip.run(
        places,
        *("install", "--quiet", "--no-deps", "--no-index", "--only-binary", ":all:", "--require-hashes"),
        *("--find-links", str(_store(places)), "--requirement", str(places.lock_file(lock_name))),
    )
    return printed is None


def compiled_llama(places: Places, gpu: str) -> Path | None:
    """The llama.cpp wheel compiled earlier for this processor and `gpu`, if there is one."""
    return next(iter(sorted(_llama_folder(places, gpu).glob("llama_cpp_python-*.whl"))), None)


def require_means_to_compile(places: Places, gpu: str) -> None:
    """Stop early, before anything is fetched, if llama.cpp is to be compiled and can't be."""
    if compiled_llama(places, gpu) is not None:
        return
    compiler.require_gpu_tools(gpu)
    if gpu != "none" or not _pip_has_llama(places):
        compiler.require_compiler()


def compile_llama(places: Places, gpu: str) -> Path:
    """Compile llama.cpp with the locked tools, which must be installed. Returns the wheel, which is kept."""
    folder = _llama_folder(places, gpu)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # pip's own cache doesn't tell builds apart: only one for the processor alone may come from it or go in.
    unshared = ["--no-cache-dir"] if gpu != "none" else []
    settings = {"CMAKE_ARGS": compiler.options(gpu)}
    if os.name != "nt":
        settings["CMAKE_GENERATOR"] = "Ninja"  # Visual Studio brings its own
    with tempfile.TemporaryDirectory(dir=folder, prefix="compiling-") as compiling:
        printed = pip.run(
            places,
            *("wheel", "--no-deps", "--no-build-isolation", "--require-hashes", *unshared),
            *("--wheel-dir", compiling, "--requirement", str(places.lock_file("llama"))),
            settings=settings,
        )
        if printed is not None and "Failed building wheel" in printed and "No space left" not in printed:
            raise SetUpStopped(
                f"llama.cpp could not be compiled: {places.log} tells at its end why. Mend what it names "
                "(often a compiler "
                "that is too old, or too little memory), then start again."
            )
        if printed is not None:
            raise pip.sentence(places, "the source of llama.cpp", printed)
        for file in Path(compiling).iterdir():
            os.replace(file, folder / file.name)
    wheel = compiled_llama(places, gpu)
    if wheel is None:
        raise SetUpStopped(f"llama.cpp was compiled but not kept: look into {places.log}, then start again.")
    return wheel


def install_llama(places: Places, wheel: Path) -> bool:
    """Put the compiled llama.cpp into the environment, in place of another build of it."""
    return (
        pip.run(places, "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", str(wheel))
        is None
    )


def _store(places: Places) -> Path:
    store = places.cache / "wheels"
    try:
        # Nobody else may put packages there.
        store.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as reason:
        raise SetUpStopped(
            f"Set-up can't write in {places.cache} ({reason.strerror}), where it keeps packages: give "
            "yourself the right "
            "to, or name another folder in XDG_CACHE_HOME (on Linux), then start again."
        ) from reason
    return store


def _llama_folder(places: Places, gpu: str) -> Path:
    lock = places.lock_file("llama").read_bytes()
    key = hashlib.sha256(b"|".join((lock, gpu.encode(), _processor()))).hexdigest()[:16]
    return places.cache / f"llama-{gpu}-{key}"


def _processor() -> bytes:
    """What tells processors apart that can't run each other's code: a home may be on several computers."""
    description = f"{sys.platform} {platform.machine()}".encode()
    try:
        with open("/proc/cpuinfo", "rb") as file:
            return description + next(
                (line for line in file if line.startswith((b"flags", b"Features"))), b""
            )
    except OSError:
        return description


def _pip_has_llama(places: Places) -> bool:
    """Whether pip keeps a llama.cpp that it compiled earlier."""
    version = places.lock_file("llama").read_text("utf-8").split("llama-cpp-python==", 1)[1].split()[0]
    return ".whl" in pip.answer(places, "cache", "list", "--format", "abspath", f"llama_cpp_python-{version}")
