"""llama.cpp for other people's computers: a build with one library for each generation of processors, chosen when it
is loaded. The one that `bootstrap.py` makes is for the processor it was made on alone, and crashes on an older one.
"""

import re
import shutil
import zipfile
from pathlib import Path

from set_up.trouble import SetUpStopped

# For any processor with 64 bits; a Mac's first one of Apple.
_OLDEST = ("libggml-cpu-x64.so", "ggml-cpu-x64.dll", "libggml-cpu-apple_m1.so")
# Not what llama.cpp's own programs share.
_LIBRARY = re.compile(r"llama_cpp/lib/(?!(?:lib)?llama-common)[^/]+(\.so[.\d]*|\.dylib|\.dll)")


def lay_in(wheel: Path, folder: Path) -> None:
    """Put the build in `wheel` in the place of the one in the bundle's `folder`.

    Raises SetUpStopped for one that was made for a single kind of processor.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if _LIBRARY.fullmatch(name)]
        if not {f"llama_cpp/lib/{oldest}" for oldest in _OLDEST} & set(names):
            raise SetUpStopped(
                f"{wheel.name} was built for one kind of processor. Build it with installers/llama_wheel.py."
            )
        shutil.rmtree(folder / "llama_cpp" / "lib")
        for name in names:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(name))
            target.chmod(0o755)
