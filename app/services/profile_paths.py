"""Paths as the settings keep them: what lies in the profile's own folder relative to it, for a profile may be moved."""

import os
from pathlib import Path


def as_kept(profile: Path, path: str) -> str:
    """What to keep of a path: with `/` and relative where it lies in `profile`, else as it is. Empty stays empty."""
    if path:
        for folder, found in ((profile, Path(path)), (_real(profile), _real(path))):
            if found.is_relative_to(folder):
                return found.relative_to(folder).as_posix()
    return path


def as_found(profile: Path, kept: str) -> str:
    """The path that `as_kept` was given, where the profile lies now."""
    return str(profile / kept) if kept and not os.path.isabs(kept) else kept


def _real(path: str | Path) -> Path:
    return Path(os.path.realpath(path))
