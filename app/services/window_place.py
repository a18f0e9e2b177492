"""Where the window was, and how it begins: a few numbers in `window.json`, in clear, known before the vault opens.

Nothing of what a person wrote or read is in it. Any thread; a file that can't be read or written is passed over.
"""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app.domain.errors import VaultError
from app.vault.private_file import read_bounded, replace_file

NAME = "window.json"
LIMIT_BYTES = 4096
LARGEST_PX = 32_767


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Size and place in logical pixels, as they are when the window isn't maximised; `starts_minimised`: it shall
    not come to the front when Hearth starts."""

    left: int
    top: int
    width: int
    height: int
    maximised: bool = False
    starts_minimised: bool = False


def read_place(folder: Path) -> WindowPlace | None:
    """Where the window of this profile was; None where that isn't known."""
    try:
        found = json.loads(read_bounded(folder / NAME, LIMIT_BYTES) or b"")
    except (VaultError, OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    numbers = [found.get(key) for key in ("left", "top", "width", "height")]
    maximised = found.get("maximised")
    if not isinstance(maximised, bool):
        return None
    whole = [number for number in numbers if type(number) is int and abs(number) <= LARGEST_PX]
    if len(whole) != 4 or whole[2] < 1 or whole[3] < 1:
        return None
    left, top, width, height = whole
    return WindowPlace(left, top, width, height, maximised, found.get("starts_minimised") is True)


def keep_place(folder: Path, place: WindowPlace, starts_minimised: bool | None) -> None:
    """Remember where the window is, unless there is no profile or no room. `starts_minimised` None: as before."""
    if not folder.is_dir():
        return
    if starts_minimised is None:
        before = read_place(folder)
        starts_minimised = before is not None and before.starts_minimised
    place = replace(place, starts_minimised=starts_minimised)
    try:
        replace_file(folder / NAME, json.dumps(asdict(place)).encode("ascii"))
    except VaultError:
        return
