"""What llama.cpp needs to be compiled here: a C++ compiler, and a GPU's own tools where one was asked for."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from set_up import vulkan
from set_up.trouble import SetUpStopped

# Nothing may be fetched while compiling: these switch off everything in llama.cpp's build that could.
OFFLINE = (
    "-DFETCHCONTENT_FULLY_DISCONNECTED=ON",
    "-DLLAMA_CURL=OFF",
    "-DLLAMA_OPENSSL=OFF",
    "-DLLAMA_BUILD_UI=OFF",
    "-DLLAMA_USE_PREBUILT_UI=OFF",
    "-DLLAMA_LLGUIDANCE=OFF",
    "-DGGML_CPU_KLEIDIAI=OFF",
)
GPU_OPTIONS: dict[str, tuple[str, ...]] = {
    "none": (),
    "vulkan": ("-DGGML_VULKAN=ON",),
    "cuda": ("-DGGML_CUDA=ON",),
    "metal": ("-DGGML_METAL=ON",),
    "rocm": ("-DGGML_HIP=ON",),
}
# The program each GPU build can't do without, and what brings it.
GPU_TOOLS = {
    "vulkan": ("glslc", "the Vulkan SDK (on Debian: sudo apt-get install libvulkan-dev glslc spirv-headers)"),
    "cuda": ("nvcc", "the CUDA toolkit from developer.nvidia.com, with its bin folder in PATH"),
    "rocm": ("hipcc", "ROCm from rocm.docs.amd.com, with its bin folder in PATH"),
}


def options(gpu: str, environment: Mapping[str, str] = os.environ) -> str:
    """CMAKE_ARGS for this build: the person's own first, so that none of them brings the network back."""
    headers = vulkan.options(environment) if gpu == "vulkan" and sys.platform == "linux" else ()
    return " ".join([*environment.get("CMAKE_ARGS", "").split(), *headers, *OFFLINE, *GPU_OPTIONS[gpu]])


def require_gpu_tools(gpu: str, environment: Mapping[str, str] = os.environ) -> None:
    """Stop if the GPU build that was asked for can't be made on this system."""
    if gpu == "metal" and sys.platform != "darwin":
        raise SetUpStopped(
            "Metal is there on a Mac only: choose --gpu vulkan, cuda or rocm here, or leave --gpu out to "
            "use the processor."
        )
    if gpu in GPU_TOOLS:
        program, bringer = GPU_TOOLS[gpu]
        if shutil.which(program, path=environment.get("PATH", "")) is None:
            raise SetUpStopped(
                f"A {gpu} build of llama.cpp needs the program {program}, which was not found: install "
                f"{bringer}, then "
                "start again, or leave --gpu out to use the processor."
            )
    if gpu == "vulkan" and sys.platform == "linux" and (headers := vulkan.lacking(environment)):
        raise SetUpStopped(
            f"A vulkan build of llama.cpp needs {headers}, which were not found: install {GPU_TOOLS[gpu][1]}, then "
            "start again, or leave --gpu out to use the processor."
        )


def require_compiler(environment: Mapping[str, str] = os.environ) -> None:
    """Stop if no C and C++ compiler is found."""
    if sys.platform == "win32":
        found, remedy = (
            _visual_studio(environment),
            (
                "install the Build Tools for Visual Studio from visualstudio.microsoft.com with 'Desktop "
                "development with C++'"
            ),
        )
    elif sys.platform == "darwin":
        found, remedy = _command_line_tools(), "run: xcode-select --install"
    else:
        path = environment.get("PATH", "")
        found = all(
            any(shutil.which(name, path=path) for name in names)
            for names in (
                (environment.get("CC", "cc"), "gcc", "clang"),
                (environment.get("CXX", "c++"), "g++", "clang++"),
            )
        )
        remedy = _linux_remedy(path)
    if not found:
        raise SetUpStopped(
            f"No C++ compiler was found, and llama.cpp is compiled for this computer: {remedy}, then start "
            "again."
        )


def _linux_remedy(path: str) -> str:
    for program, command in (
        ("apt-get", "sudo apt-get install g++"),
        ("dnf", "sudo dnf install gcc-c++"),
        ("pacman", "sudo pacman -S gcc"),
        ("zypper", "sudo zypper install gcc-c++"),
    ):
        if shutil.which(program, path=path):
            return f"run: {command}"
    return "install gcc and g++ with your system's package program (on Debian: sudo apt-get install g++)"


def _command_line_tools() -> bool:
    # /usr/bin/c++ is always there on a Mac; without the tools it only opens a dialog.
    return subprocess.run(["/usr/bin/xcode-select", "-p"], capture_output=True, check=False).returncode == 0


def _visual_studio(environment: Mapping[str, str]) -> bool:
    if shutil.which("cl", path=environment.get("PATH", "")):
        return True
    programs = environment.get("ProgramFiles(x86)", "C:\\Program Files (x86)")
    vswhere = Path(programs) / "Microsoft Visual Studio" / "Installer" / "vswhere.exe"
    if not vswhere.exists():
        return False
    part = "Microsoft.VisualStudio.Component.VC.Tools.x86.x64"
    command = [str(vswhere), "-products", "*", "-requires", part, "-property", "installationPath"]
    return bool(subprocess.run(command, capture_output=True, check=False).stdout.strip())
