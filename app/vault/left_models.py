"""Which models stayed where they were when a profile was moved: `models/.left.json` in the new place lists them.

They are linked to from there as a person's own files are, but they are the profile's: whoever takes one off the shelf
removes its file. Window or command line process, whichever holds the profile.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.domain.errors import VaultError
from app.vault.private_file import read_bounded, replace_file

NAME: Final = ".left.json"
LIMIT_BYTES: Final = 4 << 20


def read_left(models: Path) -> tuple[str, ...]:
    """The absolute paths in the list of the folder `models`; none where no list can be read."""
    try:
        shown = json.loads(read_bounded(models / NAME, LIMIT_BYTES) or b"[]")
    except (VaultError, ValueError, RecursionError):
        return ()
    if not isinstance(shown, list):
        return ()
    return tuple(path for path in shown if isinstance(path, str) and os.path.isabs(path) and "\0" not in path)


def as_bytes(paths: Iterable[str]) -> bytes:
    """The content of the list."""
    return json.dumps(list(paths)).encode("ascii")


def left_behind(models: Path, entries: Iterable[Path]) -> list[Path]:
    """The listed files that `entries` of the folder `models` lead to, there or gone."""
    listed = {_same(path): Path(path) for path in read_left(models)}
    if not listed:
        return []
    return [listed[_same(entry)] for entry in entries if entry.is_symlink() and _same(entry) in listed]


def remove_left(models: Path, files: Iterable[Path]) -> None:
    """Remove these files of the list, what is empty then of the folders they lie in, and their place in the list.

    Raises OSError; VaultError when the list can't be written.
    """
    gone = set()
    for file in files:
        file.unlink(missing_ok=True)
        gone.add(_same(file))
        with suppress(OSError):  # others lie there
            file.parent.rmdir()
            if file.parent.name != models.name:  # the folder of a split model's parts
                file.parent.parent.rmdir()
    if gone:
        replace_file(models / NAME, as_bytes(path for path in read_left(models) if _same(path) not in gone))


def _same(path: str | Path) -> str:
    """Equal for two ways to write the place of one file."""
    return os.path.normcase(os.path.realpath(path))
