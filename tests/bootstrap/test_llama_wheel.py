"""The wheel for other people's computers: what it is built with, and what is looked for in it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import llama_wheel

ROOT = Path(__file__).resolve().parents[2]


def test_it_is_built_for_every_processor_and_without_the_network(tmp_path: Path) -> None:
    options = llama_wheel.options(("vulkan",), tmp_path).split()
    assert "-DGGML_NATIVE=OFF" in options and "-DGGML_CPU_ALL_VARIANTS=ON" in options
    assert "-DGGML_VULKAN=ON" in options
    assert "-DFETCHCONTENT_FULLY_DISCONNECTED=ON" in options
    assert f"-DVulkan_INCLUDE_DIR={tmp_path}/usr/include" in options
    assert "-DGGML_VULKAN=ON" not in llama_wheel.options((), None)


def test_its_back_ends_are_told(tmp_path: Path) -> None:
    wheel = tmp_path / "llama.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in (
            "llama_cpp/lib/libggml-vulkan.so",
            "llama_cpp/lib/libggml-cpu-x64.so",
            "llama_cpp/lib/libggml-base.so.0",
            "llama_cpp/lib/cmake/ggml/ggml-config.cmake",
            "llama_cpp/llama.py",
        ):
            archive.writestr(name, "12345")
    assert llama_wheel.backends(wheel) == [("libggml-cpu-x64.so", 5), ("libggml-vulkan.so", 5)]


def test_without_a_compiler_it_says_so(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "installers" / "llama_wheel.py"), "--to", str(tmp_path)]
    done = subprocess.run(
        command,
        env={"PATH": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "compiler" in done.stderr
