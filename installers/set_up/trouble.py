"""The one way in which set-up stops: a sentence that says what happened, why, and what to do."""

import shutil
from collections.abc import Callable
from pathlib import Path

GIGABYTE = 1_000_000_000


class SetUpStopped(Exception):
    """Set-up can't go on. The text is the sentence for the person."""


def require_space(
    folder: Path,
    needed_bytes: int,
    free_bytes_of: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
) -> None:
    """Stop unless the disk under `folder` has `needed_bytes` free.

    `folder` need not exist yet: the nearest folder above it that does is asked.
    """
    nearest = next(place for place in (folder, *folder.parents) if place.exists())
    free_bytes = free_bytes_of(nearest)
    if free_bytes < needed_bytes:
        raise SetUpStopped(
            f"There is not enough room on the disk of {nearest}: set-up needs "
            f"{needed_bytes / GIGABYTE:.1f} GB there and "
            f"{free_bytes / GIGABYTE:.1f} GB are free. Make room, then start again."
        )
