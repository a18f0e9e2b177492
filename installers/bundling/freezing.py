"""PyInstaller, from its own locked requirements and outside of Hearth's environment: the start program and Python."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bundling import desktop, packages
from set_up import pip
from set_up.places import Places
from set_up.trouble import SetUpStopped

_HASH_SEED = "1"  # the order of sets would be another each time


def freeze(places: Places, work: Path, version: str, epoch: int) -> Path:
    """Have PyInstaller make the bundle's folder under `work`. Returns it."""
    tools = _tools(places, work)
    made = work / "made"
    shutil.rmtree(made, ignore_errors=True)
    environment = {
        **os.environ,
        "PYTHONPATH": str(tools),
        "PYTHONHASHSEED": _HASH_SEED,
        "SOURCE_DATE_EPOCH": str(epoch),
        "HEARTH_PROJECT": str(places.project),
        "HEARTH_PACKAGES": " ".join(packages.foreign_modules(places)),
        "HEARTH_VERSION": version,
        "HEARTH_ICON": str(desktop.program_icon(places, work / "icons") or ""),
    }
    spec = places.project / "installers" / "pyinstaller" / "hearth.spec"
    command = [str(places.python), "-m", "PyInstaller", "--noconfirm", "--clean"]
    command += ["--distpath", str(made), "--workpath", str(work / "pyinstaller"), str(spec)]
    with open(work / "pyinstaller.log", "wb") as log:
        code = subprocess.run(command, env=environment, stdout=log, stderr=log, check=False).returncode
    if code != 0:
        raise SetUpStopped(f"PyInstaller gave up: {work / 'pyinstaller.log'} tells at its end why.")
    return made / ("Hearth.app" if sys.platform == "darwin" else "hearth")


def contents_of(bundle: Path) -> Path:
    """The folder in which a bundle keeps everything but the start program.

    In an app that is Resources: signing takes everything in Frameworks for code, and folders with a dot in their names
    for bundles of their own.
    """
    return bundle / "Contents" / "Resources" if bundle.suffix == ".app" else bundle / "_internal"


def link_in(app: Path) -> None:
    """Have what was laid into an app's Resources be found in Frameworks, where the start program looks for it all."""
    frameworks = app / "Contents" / "Frameworks"
    for entry in sorted(contents_of(app).iterdir()):
        here = frameworks / entry.name
        if not entry.is_symlink() and not os.path.lexists(here):
            here.symlink_to(Path("..", "Resources", entry.name))


def _tools(places: Places, work: Path) -> Path:
    folder = work / "tools"
    if not (folder / "PyInstaller").is_dir():
        printed = pip.run(
            places,
            *("install", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes"),
            *("--target", str(folder), "--requirement", str(places.lock_file("bundle"))),
        )
        if printed is not None:
            raise pip.sentence(places, "what bundles are made with", printed)
    return folder
