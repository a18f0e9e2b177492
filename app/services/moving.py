"""Moving the data folder: what must hold of the new place, and the steps. Work thread (a command: its main thread)."""

import os
from collections.abc import Iterable
from pathlib import Path

from app.domain.errors import VaultError
from app.domain.library import LibraryFacts
from app.vault.moving import MovePlan, planned


def plan_of(
    home: Path, target: Path, libraries: Iterable[LibraryFacts], *, leave_models: bool = False
) -> MovePlan:
    """What moving the profile would do, if it can be done.

    Errors: VaultError move_in_library(name, library); those of `app.vault.moving.planned`.
    """
    there = Path(os.path.realpath(target))
    for library in libraries:
        for path in library.paths:
            if there.is_relative_to(os.path.realpath(path)):
                raise VaultError("move_in_library", name=str(target), library=library.name)
    return planned(home, target, leave_models=leave_models)
