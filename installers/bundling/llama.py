"""llama.cpp for other people's computers: a build with one library for each generation of processors, chosen when it
is loaded. The one that `bootstrap.py` makes is for the processor it was made on alone, and crashes on an older one.
"""

import shutil
import zipfile
from pathlib import Path

from set_up.trouble import SetUpStopped

_OLDEST = "libggml-cpu-x64.so"  # for any processor with 64 bits


def lay_in(wheel: Path, folder: Path) -> None:
    """Put the build in `wheel` in the place of the one in the bundle's `folder`.

    Raises SetUpStopped for one that was made for a single kind of processor.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith("llama_cpp/lib/") and ".so" in name]
        if f"llama_cpp/lib/{_OLDEST}" not in names:
            raise SetUpStopped(
                f"{wheel.name} was built for one kind of processor. Build it with installers/llama_wheel.py."
            )
        shutil.rmtree(folder / "llama_cpp" / "lib")
        for name in names:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(name))
            target.chmod(0o755)
