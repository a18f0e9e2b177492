"""A split model that belongs to the shelf: a folder `NAME.parts` beside the entry that leads to its first part.

Window or command line process, on the thread that uses the shelf.
"""

import os
import shutil
from pathlib import Path
from typing import Final

from app.models.shelf_entry import MODEL_ENDING, POINTER_ENDING, make_pointer

PARTS_ENDING: Final = ".parts"


def own_parts(shelf: Path, target: Path) -> Path | None:
    """The folder of parts that `target` lies in, where it is one of the shelf's own.

    The part itself may be a link: to where it stayed when the profile was moved.
    """
    parent = Path(os.path.realpath(target.parent))
    own = parent.suffix == PARTS_ENDING and parent.parent == Path(os.path.realpath(shelf))
    return parent if own else None


def place_parts(shelf: Path, ready: Path, first: str, name: str) -> Path | None:
    """Make the folder `ready` the parts of a model called `name` and return its entry; None where the name is taken.

    The link comes first: a crash in between leaves one that leads nowhere, which the next try takes for its own.
    Raises OSError.
    """
    folder = shelf / (name + PARTS_ENDING)
    entry = shelf / (name + MODEL_ENDING)
    if os.path.lexists(folder):
        return None
    target = os.path.join(folder.name, first)  # relative: the profile may be moved
    try:
        os.symlink(target, entry)
    except FileExistsError:
        if not entry.is_symlink() or os.readlink(entry) != target:
            return None
    except OSError:  # usual on Windows
        if os.path.lexists(shelf / (name + POINTER_ENDING)):
            return None
        entry = make_pointer(shelf / name, Path(target))
    os.rename(ready, folder)
    return entry


def remove_parts(folder: Path) -> None:
    """Delete all parts; none is fine. Raises OSError."""
    if folder.is_dir():
        shutil.rmtree(folder)
