"""Builds the llama.cpp wheel that goes to other people: `python installers/llama_wheel.py --to FOLDER`.

One library for each generation of processors, chosen when it is loaded, and one for each kind of graphics processor
that was asked for, which is only loaded where its driver is. Vulkan reaches every maker's. About twenty minutes on two
cores; nothing is fetched while compiling. `bootstrap.py` makes its own, for one processor, in a third of the time.

Vulkan's shaders need `glslc`. Headers of 1.3 will do (Debian 12's); those of a newer system (its packages
libvulkan-dev and spirv-headers, unpacked) can be named in --vulkan-headers.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from set_up import vulkan
from set_up.compiler import GPU_OPTIONS, OFFLINE, require_compiler, require_gpu_tools
from set_up.places import here
from set_up.trouble import SetUpStopped

# Loadable back ends lie beside llama.cpp's own library, where app.inference.llama_library looks for them.
EVERY_PROCESSOR = (
    "-DGGML_NATIVE=OFF",
    "-DGGML_BACKEND_DL=ON",
    "-DGGML_CPU_ALL_VARIANTS=ON",
    "-DCMAKE_INSTALL_BINDIR=llama_cpp/lib",
    "-DCMAKE_INSTALL_LIBDIR=llama_cpp/lib",
)

_BACK_END = re.compile(r"(?:lib)?ggml-(?!base\b)\w+(?:-\w+)?\.(?:so|dylib|dll)")


def main(arguments: list[str]) -> int:
    """Build one wheel and say what is in it. Returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where the wheel goes")
    parser.add_argument("--gpu", action="append", choices=[kind for kind in GPU_OPTIONS if kind != "none"])
    parser.add_argument("--vulkan-headers", type=Path, default=None, metavar="FOLDER")
    parser.add_argument(
        "--build-folder", type=Path, default=None, help="kept, so that the next build is quick"
    )
    chosen = parser.parse_args(arguments)
    try:
        wheel, spent_s = build(chosen.to, tuple(chosen.gpu or ()), chosen.vulkan_headers, chosen.build_folder)
    except SetUpStopped as stop:
        print(stop, file=sys.stderr)
        return 1
    print(f"{wheel}: {wheel.stat().st_size / 1e6:.1f} MB, built in {spent_s / 60:.0f} minutes")
    for name, size in backends(wheel):
        print(f"  {name}: {size / 1e6:.1f} MB")
    return 0


def build(
    folder: Path, kinds: tuple[str, ...], vulkan_headers: Path | None, build_folder: Path | None
) -> tuple[Path, float]:
    """The finished wheel in `folder`, and how long it took. Raises SetUpStopped when it can't be made."""
    require_compiler()
    for kind in kinds:
        require_gpu_tools(kind)
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="llama-wheel-") as making:
        command = [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--no-cache-dir",
            "--no-deps",
            "--no-build-isolation",
        ]
        command += [
            "--require-hashes",
            "--requirement",
            str(here().lock_file("llama")),
            "--wheel-dir",
            making,
        ]
        settings = {"CMAKE_ARGS": options(kinds, vulkan_headers), "CMAKE_GENERATOR": "Ninja"}
        # pip passes no --config-settings on to what a file of requirements names.
        if build_folder is not None:
            settings["SKBUILD_BUILD_DIR"] = str(build_folder.absolute())
        done = subprocess.run(command, env={**os.environ, **settings}, check=False)
        made = next(Path(making).glob("*.whl"), None)
        if done.returncode or made is None:
            raise SetUpStopped("llama.cpp could not be compiled: what pip printed above tells why.")
        wheel = folder / made.name
        wheel.write_bytes(made.read_bytes())
    return wheel, time.monotonic() - began


def options(kinds: tuple[str, ...], vulkan_headers: Path | None) -> str:
    """CMAKE_ARGS: the person's own first, so that none of them brings the network back."""
    headers: tuple[str, ...] = ()
    if vulkan_headers is not None:
        usr = vulkan_headers.absolute() / "usr"
        headers = (f"-DVulkan_INCLUDE_DIR={usr / 'include'}", f"-DCMAKE_PREFIX_PATH={usr}")
    elif "vulkan" in kinds and sys.platform == "linux":
        headers = vulkan.options(os.environ)
    graphics = [option for kind in kinds for option in GPU_OPTIONS[kind]]
    own = os.environ.get("CMAKE_ARGS", "").split()
    return " ".join([*own, *OFFLINE, *EVERY_PROCESSOR, *graphics, *headers])


def backends(wheel: Path) -> list[tuple[str, int]]:
    """The libraries of back ends in `wheel`, with their sizes."""
    with zipfile.ZipFile(wheel) as archive:
        found = [
            (Path(entry.filename).name, entry.file_size)
            for entry in archive.infolist()
            if entry.filename.startswith("llama_cpp/lib/") and _BACK_END.fullmatch(Path(entry.filename).name)
        ]
    return sorted(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
