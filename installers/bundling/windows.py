"""What the bundle needs on Windows beside the packages: two libraries that PyInstaller finds only where it looks.

It looks through no package here, and so misses the stable half of Python's library, and Microsoft's C++ runtime, which
a new Windows doesn't have. Both lie at the top of the bundle, where all of it finds them.
"""

import shutil
import sys
from pathlib import Path

_STABLE = "python3.dll"
# Beside shiboken6 lies the runtime of its makers' compiler, which serves all others: it is the newest.
_RUNTIME = ("concrt140.dll", "msvcp140*.dll", "vcomp140.dll", "vcruntime140*.dll")


def lay_in(folder: Path, base: Path = Path(sys.base_prefix)) -> None:
    """Copy both into the bundle's `folder`; `base`: where Python is installed."""
    found = [
        base / _STABLE,
        *(path for name in _RUNTIME for path in sorted((folder / "shiboken6").glob(name))),
    ]
    for source in found:
        shutil.copyfile(source, folder / source.name)
