"""A note in the shelf's folder of models that a command took off it while the vault was closed.

What a model has of its own lies in the vault. Whoever opens that next forgets it, and with it the note. Window or
command line process.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

NOTE: Final = ".removed"


def note_removed(folder: Path, name: str) -> None:
    """Note that the model `name` is off the shelf. Raises OSError."""
    with (folder / NOTE).open("a", encoding="utf-8") as note:
        note.write(f"{name}\n")


@contextmanager
def removed_names(folder: Path) -> Iterator[tuple[str, ...]]:
    """The names that are noted; none where no note can be read. It goes when the caller ends without an error."""
    note = folder / NOTE
    try:
        names = tuple(dict.fromkeys(note.read_text("utf-8", "replace").splitlines()))
    except OSError:
        yield ()
        return
    yield names
    note.unlink(missing_ok=True)
