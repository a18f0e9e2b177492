"""Where the profile lies unless the person says otherwise. Asked before anything of the vault is loaded.

A profile that was moved (`app.vault.moving`) leaves `place.json` in the folder it was asked for by, which names the
one it lies in now; so the next start finds it by the same name.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.errors import VaultError
from app.vault.private_file import read_bounded

PLACE_NAME = "place.json"
LIMIT_BYTES = 8 << 20  # it may list every file of a move that is under way
LONGEST_CHAIN = 8


@dataclass(frozen=True, slots=True)
class Listed:
    """Files and folders of one place that are to be cleared away.

    Attributes:
        folder: the place, absolute.
        paths: in it, relative, with `/`; folders before what is in them.
        token: what the marker of a folder that is being filled must say.
        made: the folder itself was made for this.
    """

    folder: Path
    paths: tuple[str, ...]
    token: str = ""
    made: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """What `place.json` says.

    Attributes:
        profile: the folder that counts; None: the one that `place.json` lies in.
        arriving: a copy that is being made, and doesn't count yet.
        leaving: what the profile has left behind, to be cleared away.
    """

    profile: Path | None
    arriving: Listed | None = None
    leaving: Listed | None = None


def default_profile_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where the profile lies unless the person says otherwise.

    Errors: VaultError("home_unset", variable).
    """
    if platform == "win32":
        return _place(environ, "LOCALAPPDATA") / "Hearth"
    if platform == "darwin":
        return _place(environ, "HOME") / "Library" / "Application Support" / "Hearth"
    data_home = environ.get("XDG_DATA_HOME", "")
    if data_home.startswith("/"):  # the specification says that a relative one is to be ignored
        return Path(data_home) / "hearth"
    return _place(environ, "HOME") / ".local" / "share" / "hearth"


def lies_in(folder: Path) -> Path:
    """The folder that counts for whoever asks for `folder`. Reads only, and never raises."""
    for _ in range(LONGEST_CHAIN):
        try:
            place = read_place(folder)
        except (VaultError, OSError):
            return folder
        if place is None or place.profile is None:
            return folder
        folder = place.profile
    return folder


def read_place(folder: Path) -> Place | None:
    """What `place.json` in `folder` says; None where there is none.

    Errors: VaultError("place_damaged", name) and those of the disk.
    """
    path = folder / PLACE_NAME
    if not path.exists():
        return None
    try:
        shown: Any = json.loads(read_bounded(path, LIMIT_BYTES) or b"")
        profile = _absolute(shown["profile"]) if shown["profile"] else None
        return Place(profile, _listed(shown.get("arriving")), _listed(shown.get("leaving")))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise VaultError("place_damaged", name=str(path)) from error


def as_bytes(place: Place) -> bytes:
    """The content of `place.json`."""

    def shown(listed: Listed | None) -> dict[str, object] | None:
        if listed is None:
            return None
        return {
            "folder": str(listed.folder),
            "paths": list(listed.paths),
            "token": listed.token,
            "made": listed.made,
        }

    profile = str(place.profile) if place.profile is not None else ""
    said = {"profile": profile, "arriving": shown(place.arriving), "leaving": shown(place.leaving)}
    return json.dumps({key: value for key, value in said.items() if value is not None}).encode("ascii")


def _listed(shown: Any) -> Listed | None:
    if shown is None:
        return None
    paths = tuple(shown["paths"])
    for path in paths:
        # Whoever can write here can as well replace the profile; only what lies below is touched all the same.
        if not isinstance(path, str) or not path or set(path.split("/")) & {"", ".", ".."} or "\0" in path:
            raise ValueError(path)
    return Listed(_absolute(shown["folder"]), paths, str(shown["token"]), bool(shown["made"]))


def _absolute(text: str) -> Path:
    path = Path(text)
    if not path.is_absolute() or "\0" in text:
        raise ValueError(text)
    return path


def _place(environ: Mapping[str, str], variable: str) -> Path:
    value = environ.get(variable, "")
    if not value or not Path(value).is_absolute():
        raise VaultError("home_unset", variable=variable)
    return Path(value)
