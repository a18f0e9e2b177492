"""One model on the shelf, and how an entry in the folder leads to a file. Values and small file steps.

Runs in the window or command line process. An entry is `NAME.gguf` (a copy, a symbolic link or a hard link)
or, where none of these links can be made, `NAME.link`: a JSON object {"target": path}, the path absolute, or for what
lies below the shelf's folder relative to it, with `/`: the profile may be moved.
"""

import enum
import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from typing import Final

from app.domain.errors import ModelError, Parameter
from app.models.gguf_bytes import FileBytes, shown_name

MODEL_ENDING: Final = ".gguf"
POINTER_ENDING: Final = ".link"
MAX_POINTER_BYTES: Final = 64 << 10
MAX_PARTS: Final = 1000
# The name that llama.cpp demands of each part of a split model.
_PART: Final = re.compile(r"(?P<stem>.*)-(?P<number>\d{5})-of-(?P<parts>\d{5})\.gguf", re.DOTALL)

LinkMaker = Callable[[Path, Path], Path]  # (folder / name without ending, target) -> the entry made


class ModelState(enum.StrEnum):
    """Whether a model on the shelf can be used."""

    OK = "ok"
    MISSING = "missing"  # the linked file is gone
    DAMAGED = "damaged"  # or no model at all


@dataclass(frozen=True, slots=True)
class ShelfModel:
    """A model that can be asked for by name.

    Attributes:
        name: its name on the shelf; for a file used in place its absolute path.
        path: the file to load. Usually the entry in the folder; where that wouldn't load, what it leads to.
        real_path: where the file really lies, all links followed.
        size_bytes: of the file, or of all parts of a split model; 0 when it is missing.
        is_link: the shelf holds only a link, the file lies elsewhere.
        entry: the file in the shelf's folder; None for a file used in place.
        code, parameters: the error that makes it unusable; empty in state OK.
    """

    name: str
    path: Path
    real_path: Path
    size_bytes: int
    is_link: bool
    entry: Path | None = None
    state: ModelState = ModelState.OK
    code: str = ""
    parameters: Mapping[str, Parameter] = field(default_factory=dict, compare=False)

    @property
    def on_shelf(self) -> bool:
        """False for a file used in place."""
        return self.entry is not None

    @property
    def label(self) -> str:
        """A short name to show: the shelf name, or the file's own name."""
        return self.name if self.on_shelf else shown_name(self.path)

    def require_ok(self) -> None:
        """Raises the ModelError that `code` and `parameters` describe, unless the state is OK."""
        if self.state is not ModelState.OK:
            raise ModelError(self.code, **self.parameters)


def entry_target(entry: Path) -> tuple[Path, bool]:
    """The file that a shelf entry leads to by one step, and whether the entry is a link.

    Raises ModelError (shelf_pointer_damaged) and OSError.
    """
    if entry.suffix == POINTER_ENDING:
        return read_pointer(entry), True
    if entry.is_symlink():
        return entry.parent / os.readlink(entry), True
    return entry, os.lstat(entry).st_nlink > 1


def make_symlink(stem: Path, target: Path) -> Path:
    """A symbolic link. Raises OSError; on Windows that is usual without developer mode."""
    entry = _with_ending(stem, MODEL_ENDING)
    os.symlink(target, entry)
    return entry


def make_hard_link(stem: Path, target: Path) -> Path:
    """A hard link, which works only on the same drive. Raises OSError."""
    entry = _with_ending(stem, MODEL_ENDING)
    os.link(os.path.realpath(target), entry)
    return entry


def make_pointer(stem: Path, target: Path) -> Path:
    """A small file that names the target. Raises OSError."""
    entry = _with_ending(stem, POINTER_ENDING)
    write_pointer(entry, target, mode="x")
    return entry


def write_pointer(entry: Path, target: Path, mode: str = "w") -> None:
    """A small file that names `target`; with mode "x" only where there is none. Raises OSError."""
    with open(entry, mode, encoding="ascii") as stream:
        json.dump({"target": os.fspath(target) if os.path.isabs(target) else target.as_posix()}, stream)


LINK_MAKERS: Final[Sequence[LinkMaker]] = (make_symlink, make_hard_link, make_pointer)


def part_paths(path: Path) -> list[Path]:
    """All parts of the split model that `path` is a part of, in order; empty when its name is no part's."""
    found = _PART.fullmatch(path.name)
    if found is None:
        return []
    stem, parts = found["stem"], int(found["parts"])
    if not 1 < parts <= MAX_PARTS or not 1 <= int(found["number"]) <= parts:
        return []
    return [path.with_name(f"{stem}-{number:05d}-of-{parts:05d}.gguf") for number in range(1, parts + 1)]


def model_stem(path: Path) -> str:
    """The file's name without its ending and without the number of a part."""
    found = _PART.fullmatch(path.name)
    if found is not None:
        return found["stem"]
    return path.name[: -len(MODEL_ENDING)] if path.name.lower().endswith(MODEL_ENDING) else path.name


def _with_ending(stem: Path, ending: str) -> Path:
    return stem.with_name(stem.name + ending)  # with_suffix would eat the part after a dot: "phi-3.5"


def read_pointer(entry: Path) -> Path:
    """The path in a file that `write_pointer` made. Raises ModelError shelf_pointer_damaged."""
    damaged = ModelError("shelf_pointer_damaged", file=shown_name(entry))
    with FileBytes(entry) as data:
        if data.size > MAX_POINTER_BYTES:
            raise damaged
        text = data.take(data.size)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise damaged from error
    target = found.get("target") if isinstance(found, dict) else None
    if not isinstance(target, str) or "\0" in target:
        raise damaged
    if os.path.isabs(target):
        return Path(target)
    if not lies_below(target):
        raise damaged
    return entry.parent / target


def lies_below(path: str) -> bool:
    """Whether a relative path, on any system, leads to something below the folder it starts in."""
    windows = PureWindowsPath(path)
    return bool(windows.parts) and not windows.drive and not windows.root and ".." not in windows.parts
