"""What the inference process must still be able to read once its files are restricted. Linux only.

Named narrowly: never a home folder, and of a Python installation only its libraries, because its prefix may
be a folder like ~/.local that holds much else.
"""

import re
import sys
from pathlib import Path

ROOT, NULL = Path("/"), Path("/dev/null")
_APP = Path(__file__).resolve().parents[1]
_SPLIT_MODEL = re.compile(r"(?P<stem>.+)-\d{5}-of-(?P<parts>\d{5})\.gguf", re.DOTALL)

_SYSTEM = (
    "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/local/lib",
    "/usr/local/lib64", "/nix/store", "/gnu/store", "/app/lib",
    "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime", "/usr/share/zoneinfo",
    "/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/filesystems",
    "/proc/sys/vm/overcommit_memory", "/proc/sys/kernel/osrelease",
    "/sys/devices/system/cpu", "/sys/devices/system/node", "/sys/kernel/mm/transparent_hugepage",
    "/dev/urandom", "/dev/random", "/dev/zero",
)  # fmt: skip

# What Vulkan, CUDA and ROCm look at to find the cards and their drivers.
_GPU = (
    "/usr/share/vulkan", "/usr/local/share/vulkan", "/etc/vulkan", "/usr/share/glvnd", "/etc/glvnd",
    "/usr/share/drirc.d", "/usr/share/libdrm", "/run/opengl-driver", "/opt/rocm", "/opt/amdgpu", "/opt/cuda",
    "/usr/local/cuda", "/usr/share/nvidia", "/etc/OpenCL",
    "/proc/driver/nvidia", "/proc/devices", "/proc/modules",
    "/sys/bus/pci", "/sys/class/drm", "/sys/class/kfd", "/sys/dev/char", "/sys/devices", "/sys/module",
)  # fmt: skip

# Names of servers, and whose certificates the system trusts.
_INTERNET = (
    "/etc/resolv.conf", "/etc/hosts", "/etc/host.conf", "/etc/nsswitch.conf", "/etc/gai.conf", "/etc/services",
    "/etc/protocols", "/run/systemd/resolve", "/run/NetworkManager", "/run/resolvconf",
    "/etc/ssl", "/etc/pki", "/etc/ca-certificates", "/usr/share/ca-certificates", "/usr/lib/ssl",
    "/usr/local/share/ca-certificates", "/var/lib/ca-certificates",
)  # fmt: skip


def _model_parts(model: Path) -> list[Path]:
    """The model's file or folder; for a model split into several files, all of them."""
    split = _SPLIT_MODEL.fullmatch(model.name)
    if split is None:
        return [model]
    parts = int(split["parts"])
    names = (f"{split['stem']}-{number:05}-of-{parts:05}.gguf" for number in range(1, parts + 1))
    return [model.with_name(name) for name in names]


def _python() -> list[Path]:
    """The interpreter's libraries: of a virtual environment and its base, of pyenv or conda, or a bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return [Path(bundle), Path(sys.executable)]
    paths = [_APP]
    for prefix in {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}:
        paths += [Path(prefix, name) for name in ("lib", "lib64", "pyvenv.cfg")]
    return paths


def inference_readable_paths(model: Path | None, *, graphics: bool) -> list[Path]:
    """Existing files and folders that loading and running `model` (a GGUF file or a folder) needs to read; without
    one, what listing the devices needs. With `graphics` also what the drivers of graphics cards look at."""
    wanted = [*(_model_parts(model) if model is not None else ()), *_python(), *map(Path, _SYSTEM)]
    wanted += map(Path, _GPU if graphics else ())
    return [path for path in wanted if path.exists()]


def gateway_readable_paths() -> list[Path]:
    """Existing files and folders that looking up a server and checking its certificate needs to read."""
    wanted = [*_python(), *map(Path, _SYSTEM), *map(Path, _INTERNET)]
    return [path for path in wanted if path.exists()]


def inference_device_paths(*, graphics: bool) -> list[Path]:
    """Existing device nodes that inference reads, writes and controls: the null device, and with `graphics` cards."""
    nodes = [NULL]
    if graphics:
        nodes += map(Path, ("/dev/dri", "/dev/kfd", "/dev/dxg", "/dev/nvidia-caps"))
        nodes += sorted(node for node in Path("/dev").glob("nvidia*") if not node.is_dir())
    return [path for path in nodes if path.exists()]


def python_to_start() -> list[Path]:
    """What starting this very Python again needs to execute: the interpreter and the system's loader."""
    interpreters = {Path(sys.executable), Path(sys.executable).resolve()}
    loaders = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/nix/store", "/gnu/store")
    return [path for path in (*sorted(interpreters), *map(Path, loaders)) if path.exists()]
