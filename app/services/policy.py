"""What this computer's administrator has fixed for everybody, in a file that only an administrator can write. Any
thread.

The file is looked at anew each time. It can only forbid: what can't be read of it, and a key it doesn't know, forbids
all that could be forbidden, so that a slip of the pen doesn't open what was meant to be shut.
"""

import contextlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import LibraryError, ModelError, UsageError
from app.domain.origin import Origin, parse_address
from app.services.places import resource, supplied_models

LIMIT_BYTES = 65_536
LONGEST_LOCK_MINUTES = 1440
CAREFUL_LOCK_MINUTES = 5  # where the file doesn't say what it should
_KEYS = frozenset(
    ("cloud", "origins", "library_folders", "model_folders", "only_model_folders", "lock_after_minutes")
)
_OF_FLATPAK = Path("/.flatpak-info")  # which Flatpak itself lays into each of its programs' roots
_OUTSIDE_FLATPAK = Path("/run/host/etc")  # where the manifest has the computer's /etc shown


def policy_file(of_flatpak: Path = _OF_FLATPAK) -> Path:
    """Where it lies: in a folder that only an administrator can write. A Flatpak has an /etc of its own, and sees the
    computer's elsewhere."""
    if of_flatpak.exists():
        return _OUTSIDE_FLATPAK / "hearth" / "policy.json"
    if sys.platform == "win32":
        return (_system_folder(_PROGRAM_DATA) or Path(r"C:\ProgramData")) / "Hearth" / "policy.json"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Hearth/policy.json")
    return Path("/etc/hearth/policy.json")


@dataclass(frozen=True, slots=True)
class Policy:
    """What is fixed.

    Attributes:
        path: the file.
        is_there, is_clear: whether there is one, and whether all of it could be read.
        asks_servers: whether anybody may be asked at all; `origins`: who alone, None for anybody.
        library_folders: only these, and what is below them, may be added to a library; None for any.
        model_folders: models in them are offered to everybody.
        only_these_models: no other model may be used, but those that come with Hearth.
        lock_after_minutes: without a key or a mouse movement, at the latest; 0 where each person chooses.
    """

    path: Path
    is_there: bool = False
    is_clear: bool = True
    asks_servers: bool = True
    origins: tuple[Origin, ...] | None = None
    library_folders: tuple[Path, ...] | None = None
    model_folders: tuple[Path, ...] = ()
    only_these_models: bool = False
    lock_after_minutes: int = 0

    def lock_minutes(self, chosen: int) -> int:
        """After how many minutes Hearth locks where a person has chosen `chosen` (0: never)."""
        most = self.lock_after_minutes
        return chosen if not most or 0 < chosen <= most else most

    def library_must_be_allowed(self, folder: Path) -> None:
        """Raise LibraryError library_folder_forbidden(name, path) for what may not be added."""
        if self.library_folders is not None and not _is_below(folder, self.library_folders):
            raise LibraryError("library_folder_forbidden", name=str(folder), path=str(self.path))

    def model_must_be_allowed(self, file: Path, supplied: tuple[Path, ...] = ()) -> None:
        """Raise ModelError model_forbidden(name, path) for what may not be used. `supplied`: Hearth's own folders."""
        if self.only_these_models and not _is_below(file, (*self.model_folders, *supplied)):
            raise ModelError("model_forbidden", name=file.name, path=str(self.path))

    def download_must_be_allowed(self) -> None:
        """Raise ModelError downloads_forbidden(path) where only the listed folders' models may be used."""
        if self.only_these_models:
            raise ModelError("downloads_forbidden", path=str(self.path))


def read_policy(path: Path | None = None, outside: Path = _OUTSIDE_FLATPAK) -> Policy:
    """What the file says now. Never raises. `outside`: where a Flatpak sees the computer's /etc; without it, whether
    there is a file can't be told, which forbids as a file does that can't be read."""
    path = path or policy_file()
    try:
        with path.open("rb") as file:
            said = json.loads(file.read(LIMIT_BYTES + 1))
    except FileNotFoundError:
        if outside not in path.parents or outside.is_dir():
            return Policy(path)
        said = None
    except (OSError, ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        said = {"": ""}
    minutes, only = said.get("lock_after_minutes", 0), said.get("only_model_folders", False)
    library, models = (
        _folders(said[key]) if key in said else None for key in ("library_folders", "model_folders")
    )
    counts = type(minutes) is int and (
        0 < minutes <= LONGEST_LOCK_MINUTES or "lock_after_minutes" not in said
    )
    clear = (
        set(said) <= _KEYS
        and counts
        and isinstance(only, bool)
        and ("library_folders" not in said or library is not None)
        and ("model_folders" not in said or models is not None)
    )
    return Policy(
        path,
        is_there=True,
        is_clear=clear,
        asks_servers=clear and said.get("cloud") == "ask",
        origins=_origins(said["origins"]) if "origins" in said else None,
        library_folders=library if clear else (),
        model_folders=models or (),
        only_these_models=only if clear else True,
        lock_after_minutes=minutes if counts and (clear or minutes) else CAREFUL_LOCK_MINUTES,
    )


def model_must_be_allowed(file: Path) -> None:
    """For a shelf: raise ModelError model_forbidden for a file that the administrator's list leaves out."""
    read_policy().model_must_be_allowed(file, (supplied_models(), resource("models")))


def _folders(listed: object) -> tuple[Path, ...] | None:
    """The folders of a list; `~` is each person's own. None where one of them is no folder's name."""
    if not isinstance(listed, list):
        return None
    found = []
    for text in listed:
        if not isinstance(text, str) or "\0" in text:
            return None
        first, _, rest = text.partition("/")
        folder = _own_folder() / rest if first == "~" else Path(text)
        if not folder.is_absolute():
            return None
        found.append(folder)
    return tuple(found)


def _origins(listed: object) -> tuple[Origin, ...]:
    """Those that can be read: another allows nothing."""
    found = []
    for text in listed if isinstance(listed, list) else ():
        with contextlib.suppress(UsageError):
            found.append(parse_address(str(text))[0])
    return tuple(found)


def _is_below(path: Path, folders: tuple[Path, ...]) -> bool:
    """Whether `path`, all links followed, is one of `folders` or lies in one."""
    real = Path(os.path.realpath(path))
    return any(real.is_relative_to(os.path.realpath(folder)) for folder in folders)


# Asked of the system: variables such as HOME and PROGRAMDATA are anybody's to set.
if sys.platform == "win32":
    import ctypes

    _PROGRAM_DATA, _PERSON = 0x23, 0x28  # CSIDL_COMMON_APPDATA, CSIDL_PROFILE

    def _system_folder(number: int) -> Path | None:
        """A folder that Windows knows by number; None where it says none."""
        found = ctypes.create_unicode_buffer(260)  # MAX_PATH
        ctypes.windll.shell32.SHGetFolderPathW(None, number, None, 0, found)
        return Path(found.value) if found.value else None

    def _own_folder() -> Path:
        return _system_folder(_PERSON) or Path.home()

else:
    import pwd

    def _own_folder() -> Path:
        """Of whoever runs Hearth; an account without an entry has what HOME says."""
        try:
            return Path(pwd.getpwuid(os.getuid()).pw_dir)
        except KeyError:
            return Path.home()
