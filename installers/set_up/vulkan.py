"""Vulkan's headers on Linux: whether what llama.cpp's Vulkan part is compiled with is there, and new enough."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

# Since this version the headers know VK_EXT_layer_settings, which llama.cpp names; Debian 12 has 1.3.239.
LAYER_SETTINGS_SINCE = 272
_STAND_INS = Path(__file__).resolve().parent / "vulkan_headers"
_VERSION = re.compile(r"^#define VK_HEADER_VERSION (\d+)", re.MULTILINE)
_SYSTEM = (Path("/usr/local/include"), Path("/usr/include"))


def lacking(environment: Mapping[str, str], system: tuple[Path, ...] = _SYSTEM) -> str:
    """Which headers are not there, as a sentence names them; empty when nothing is lacking."""
    folders = _folders(environment, system)
    if _version(folders) is None:
        return "Vulkan's headers"
    if not any((folder / "spirv" / "unified1" / "spirv.hpp").is_file() for folder in folders):
        return "the headers of SPIR-V"
    return ""


def options(environment: Mapping[str, str], system: tuple[Path, ...] = _SYSTEM) -> tuple[str, ...]:
    """What cmake is told so that a system's headers older than `LAYER_SETTINGS_SINCE` do as well."""
    version = _version(system)
    chosen = environment.get("VULKAN_SDK") or "Vulkan_INCLUDE_DIR" in environment.get("CMAKE_ARGS", "")
    if chosen or version is None or version >= LAYER_SETTINGS_SINCE:
        return ()
    return (shlex.quote(f"-DVulkan_INCLUDE_DIR={_STAND_INS}"),)


def _folders(environment: Mapping[str, str], system: tuple[Path, ...]) -> tuple[Path, ...]:
    sdk = environment.get("VULKAN_SDK", "")
    return (Path(sdk) / "include", *system) if sdk else system


def _version(folders: tuple[Path, ...]) -> int | None:
    """The number behind the last point of the first headers' version; it never falls."""
    for folder in folders:
        try:
            found = _VERSION.search((folder / "vulkan" / "vulkan_core.h").read_text("utf-8", "replace"))
        except OSError:
            continue
        if found is not None:
            return int(found[1])
    return None
