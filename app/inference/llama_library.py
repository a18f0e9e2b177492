"""The one door to llama.cpp: its library, kept quiet, with the back ends and devices that are really there.

Main thread of the inference worker. `llama_engine` makes models and contexts with it.

Nothing llama.cpp logs goes anywhere: its lines may quote a prompt. The last few error lines are kept in memory to
tell why a file was refused.
"""

import ctypes
import os
import re
from collections import deque
from pathlib import Path
from typing import Any, Final

from app.domain.devices import Device, DeviceKind, DeviceList

# WORKAROUND for GNU OpenMP: a thread that waits for another one spins for milliseconds before it sleeps. On a
# computer that is busy otherwise, the thread waited for doesn't run meanwhile: measured here, 3 tokens/s
# instead of 1,600. About a tenth of a millisecond of spinning bridges the time between two tokens; with a quarter of
# it, generation was 4 % slower on an idle computer. Read at its loading.
os.environ["GOMP_SPINCOUNT"] = "4000"
# When it gives up, ggml prints a backtrace, for which it tries to start a debugger.
os.environ["GGML_NO_BACKTRACE"] = "1"

import llama_cpp.llama_cpp as lib
from llama_cpp.llama_grammar import json_schema_to_gbnf

__all__ = [
    "LlamaFailure",
    "Mtmd",
    "device_handle",
    "file_of",
    "forget_errors",
    "json_schema_to_gbnf",
    "lib",
    "list_devices",
    "load_mtmd",
    "start_backends",
]

_FOLDER = Path(lib.__file__).parent / "lib"
_BUILD = re.compile(r"(?:lib)?ggml-cpu-(\w+)\.(?:so|dylib|dll)")
_ERROR_LEVEL = 3  # GGML_LOG_LEVEL_ERROR
_LOG_LINES_KEPT = 20
_PROCESSOR_TYPE = 0  # enum ggml_backend_dev_type
_KINDS: Final = (
    DeviceKind.PROCESSOR,
    DeviceKind.GRAPHICS,
    DeviceKind.INTEGRATED,
    DeviceKind.ACCELERATOR,
)

Mtmd = Any  # the binding's module, which has no types

_error_lines: deque[str] = deque(maxlen=_LOG_LINES_KEPT)


def _ggml() -> Any:
    """The ggml that libllama itself stands on.

    WORKAROUND for wheels, which can hold no links: libggml lies there under three names. The binding opens "libggml.so"
    while libllama has loaded "libggml.so.0", another file with a list of back ends of its own, and no model would find
    those that are loaded into the first. Windows has one name, and finds nothing through another library.
    """
    if os.name == "posix":
        return lib._lib
    from llama_cpp._ggml import libggml  # late: not needed elsewhere

    return libggml


libggml = _ggml()


def _swallow_log(level: int, text: bytes | None, _user_data: object) -> None:
    if level == _ERROR_LEVEL and text:
        _error_lines.append(text.decode("utf-8", "replace").strip())


_log_callback = lib.llama_log_callback(_swallow_log)  # kept: llama.cpp holds only the address
lib.llama_log_set(_log_callback, ctypes.c_void_p(0))

# The binding declares none of these: ggml-backend.h.
for _name, _result, _arguments in (
    ("ggml_backend_dev_count", ctypes.c_size_t, []),
    ("ggml_backend_dev_get", ctypes.c_void_p, [ctypes.c_size_t]),
    ("ggml_backend_dev_name", ctypes.c_char_p, [ctypes.c_void_p]),
    ("ggml_backend_dev_description", ctypes.c_char_p, [ctypes.c_void_p]),
    ("ggml_backend_dev_type", ctypes.c_int, [ctypes.c_void_p]),
    ("ggml_backend_dev_memory", None, [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]),
    ("ggml_backend_dev_by_type", ctypes.c_void_p, [ctypes.c_int]),
    ("ggml_backend_dev_by_name", ctypes.c_void_p, [ctypes.c_char_p]),
    ("ggml_backend_dev_backend_reg", ctypes.c_void_p, [ctypes.c_void_p]),
    ("ggml_backend_reg_name", ctypes.c_char_p, [ctypes.c_void_p]),
    ("ggml_backend_load_all_from_path", None, [ctypes.c_char_p]),
):
    _function = getattr(libggml, _name)
    _function.restype, _function.argtypes = _result, _arguments


class LlamaFailure(Exception):
    """llama.cpp refused. `log` holds its last error lines, for classifying only: never shown or written."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.log = tuple(_error_lines)


def forget_errors() -> None:
    """Begin something new: what was said before doesn't belong to it."""
    _error_lines.clear()


def start_backends() -> None:
    """Make the CPU and GPU back ends known. Builds with loadable back ends don't find them by themselves."""
    lib.llama_backend_init()
    if libggml.ggml_backend_dev_count() == 0:
        libggml.ggml_backend_load_all_from_path(os.fsencode(_FOLDER))


def list_devices() -> DeviceList:
    """Every device of the back ends that are there, in llama.cpp's order."""
    start_backends()
    handles = map(libggml.ggml_backend_dev_get, range(libggml.ggml_backend_dev_count()))
    devices = tuple(device for handle in handles if (device := _device(handle)) is not None)
    return DeviceList(devices, _instructions(), *_builds())


def load_mtmd() -> Mtmd:
    """The part of llama.cpp that sees pictures, as quiet as the rest. Raises LlamaFailure where the build has none."""
    try:
        import llama_cpp.mtmd_cpp as mtmd  # late: another library, for those who show a picture
    except (ImportError, FileNotFoundError, OSError, RuntimeError) as error:
        raise LlamaFailure("no mtmd") from error
    mtmd.mtmd_helper_log_set(_log_callback, ctypes.c_void_p(0))
    return mtmd


def device_handle(name: str) -> int | None:
    """The C pointer of the device of this name."""
    handle: int | None = libggml.ggml_backend_dev_by_name(name.encode("utf-8"))
    return handle


def _device(handle: int) -> Device | None:
    number = libggml.ggml_backend_dev_type(handle)
    if number >= len(_KINDS):  # several devices taken as one
        return None
    free, total = ctypes.c_size_t(0), ctypes.c_size_t(0)
    libggml.ggml_backend_dev_memory(handle, ctypes.byref(free), ctypes.byref(total))
    return Device(
        name=_text(libggml.ggml_backend_dev_name(handle)),
        backend=_text(libggml.ggml_backend_reg_name(libggml.ggml_backend_dev_backend_reg(handle))),
        description=_text(libggml.ggml_backend_dev_description(handle)),
        kind=_KINDS[number],
        free_bytes=free.value,
        total_bytes=total.value,
    )


def _instructions() -> tuple[str, ...]:
    """What the processor's back end uses: "CPU : AVX2 = 1 | FMA = 1 | OPENMP = 1 | " in llama.cpp's words."""
    _, _, told = _text(lib.llama_print_system_info()).partition("CPU : ")
    names = (part.partition(" = ")[0].strip() for part in told.split("|") if part.strip().endswith("= 1"))
    return tuple(name for name in names if name.replace("_", "").isalnum())


def _builds() -> tuple[str, tuple[str, ...]]:
    """The build for this kind of processor that was chosen, and all that came along, by name."""
    beside = sorted(found[1] for path in _FOLDER.iterdir() if (found := _BUILD.fullmatch(path.name)))
    processor = libggml.ggml_backend_dev_by_type(_PROCESSOR_TYPE)
    file = file_of(libggml.ggml_backend_dev_backend_reg(processor)) if processor else ""
    chosen = _BUILD.fullmatch(Path(file).name)
    return chosen[1] if chosen is not None else "", tuple(beside)


def file_of(address: int) -> str:
    """The library in which something lies that is known by its address; empty where the system doesn't tell."""
    told = _AddressFacts()
    ask = getattr(ctypes.CDLL(None), "dladdr", None) if os.name == "posix" else None
    if ask is None or not ask(ctypes.c_void_p(address), ctypes.byref(told)):
        return ""
    return os.fsdecode(told.file or b"")


class _AddressFacts(ctypes.Structure):
    """struct Dl_info of dlfcn.h."""

    _fields_ = (
        ("file", ctypes.c_char_p),
        ("base", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("at", ctypes.c_void_p),
    )


def _text(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", "replace")
