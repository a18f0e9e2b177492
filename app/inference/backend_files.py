"""Which back ends this build of llama.cpp was made with, told from its files' names: nothing is loaded.

Asked before the process's files are closed, so that graphics cards stay closed where nothing could use them.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

# Back ends that reach a graphics processor, as their libraries are named: libggml-vulkan.so, ggml-cuda.dll.
_GRAPHICS: Final = ("vulkan", "cuda", "hip", "metal", "musa", "sycl", "opencl", "cann")


def can_use_graphics() -> bool:
    """Whether a back end for graphics processors is there."""
    found = find_spec("llama_cpp")
    if found is None or found.origin is None:
        return False
    names = [path.name for path in (Path(found.origin).parent / "lib").glob("*ggml-*")]
    return any(f"ggml-{backend}" in name for backend in _GRAPHICS for name in names)
