"""Where set-up keeps things: the environment in the checkout, packages in the person's cache folder."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

WINDOWS = os.name == "nt"
PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Places:
    """The folders of one checkout.

    project: the checkout itself.
    cache: fetched and built packages, shared by every checkout of this person.
    """

    project: Path
    cache: Path

    @property
    def venv(self) -> Path:
        """The private environment."""
        return self.project / ".venv"

    @property
    def programs(self) -> Path:
        """Where the environment has its programs."""
        return self.venv / ("Scripts" if WINDOWS else "bin")

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.programs / ("python.exe" if WINDOWS else "python")

    @property
    def hearth(self) -> Path:
        """The command that set-up makes."""
        return self.programs / ("hearth.exe" if WINDOWS else "hearth")

    @property
    def packages(self) -> Path:
        """Where the environment has its packages."""
        if WINDOWS:
            return self.venv / "Lib" / "site-packages"
        return self.venv / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"

    @property
    def work(self) -> Path:
        """Lock and log of set-up."""
        return self.project / ".hearth-setup"

    @property
    def log(self) -> Path:
        """What pip, apt and the compiler said."""
        return self.work / "log.txt"

    def lock_file(self, name: str) -> Path:
        """A file of locked requirements."""
        return self.project / "installers" / "requirements" / f"{name}.txt"


def here(project: Path = PROJECT) -> Places:
    """The places of `project`, with the cache where this system keeps such things."""
    return Places(project, _cache_folder(project))


def _cache_folder(project: Path) -> Path:
    home = os.path.expanduser("~")
    if not os.path.isabs(home) or not os.access(home, os.W_OK):
        return project / ".hearth-setup" / "packages"
    if WINDOWS:
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return Path(base) / "hearth-setup"
