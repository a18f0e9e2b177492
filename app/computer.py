"""What this computer has: its processor, the cores worth using, its memory. Standard library only.

Read from the system each time, in microseconds; any thread. Where a system doesn't tell, the answer is empty or None.
"""

import os
import platform
import time
from dataclasses import dataclass
from pathlib import Path

# Instruction sets that llama.cpp has kernels for, newest last, as /proc/cpuinfo spells them.
_FEATURES = (
    "sse4_2", "avx", "f16c", "fma", "avx2", "avx_vnni", "avx512f", "avx512_vnni", "avx512_bf16", "amx_int8",
    "asimd", "asimddp", "i8mm", "sve", "sve2", "sme",
)  # fmt: skip
_CGROUP = Path("/sys/fs/cgroup")
_COPIED_BYTES = 48 * 1024 * 1024  # more than the caches of usual processors hold
_COPIES = 3
_TRAFFIC_OF_COPYING = 3  # a byte copied is read, its target is fetched into the cache, and written back
_SEVERAL_CORES = (
    1.6  # what several cores get through beside one that copies, on desktop memory of two channels
)
_SLOWEST_BYTES_PER_S = (
    20e9  # two channels of the slowest memory still in use; less is measured on a busy computer
)


@dataclass(frozen=True, slots=True)
class Processor:
    """A processor. `cores` are physical ones that this process may use; `features` as the system spells them."""

    name: str
    cores: int
    threads: int
    features: tuple[str, ...]

    @property
    def repacks(self) -> bool:
        """Whether llama.cpp lays four-bit weights out anew for it, in memory of their own."""
        return "avx2" in self.features or "asimddp" in self.features or _is_apple_silicon()


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes of main memory: all that this process may ever have, and what can be had now without swapping."""

    total: int
    available: int


def processor() -> Processor:
    """The processor of this computer."""
    told = _cpuinfo()
    known = set(told.get("flags", "").split()) | set(told.get("Features", "").split())
    name = told.get("model name", "") or platform.processor() or platform.machine()
    features = tuple(feature for feature in _FEATURES if feature in known)
    return Processor(name, physical_cores(), len(allowed_processors()), features)


def allowed_processors() -> set[int]:
    """The hardware threads that this process may run on."""
    try:
        return os.sched_getaffinity(0)
    except AttributeError:  # not on macOS and Windows
        return set(range(os.cpu_count() or 1))


def physical_cores() -> int:
    """Physical cores this process may use: a core's second hardware thread isn't counted."""
    return max(1, len({_core_of(cpu) for cpu in allowed_processors()}))


def memory() -> Memory | None:
    """Main memory, within the control group and the limits of this process. None when unknown."""
    found = _meminfo() or _psutil()
    if found is None:
        return None
    room = _address_room()
    if room is not None:
        found = Memory(found.total, min(found.available, room))
    group = _group()
    if group is None:
        return found
    limit, used = _number_in(group / "memory.max"), _number_in(group / "memory.current")
    if limit is None or used is None:
        return found
    # What the group holds of files can be dropped: it counts as used, and is there for the asking.
    free = max(limit - used, 0) + _files_in(group / "memory.stat")
    return Memory(min(found.total, limit), min(found.available, free))


def memory_bandwidth() -> float:
    """Bytes of main memory that all cores together read in a second, about: told from copying, in 0.1 s.

    Rough: it is for the speed of models that aren't here yet, which is told as "about".
    """
    source, target = bytearray(_COPIED_BYTES), bytearray(_COPIED_BYTES)
    best_s = float("inf")
    for _ in range(_COPIES):
        began = time.perf_counter()
        target[:] = source
        best_s = min(best_s, time.perf_counter() - began)
    one_core = _TRAFFIC_OF_COPYING * _COPIED_BYTES / best_s
    return max(one_core * (_SEVERAL_CORES if physical_cores() > 1 else 1.0), _SLOWEST_BYTES_PER_S)


def _cpuinfo() -> dict[str, str]:
    """The first processor's lines of /proc/cpuinfo."""
    found: dict[str, str] = {}
    try:
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as lines:
            for line in lines:
                key, colon, value = line.partition(":")
                if not colon and found:
                    break
                found[key.strip()] = value.strip()
    except OSError:
        pass
    return found


def _meminfo() -> Memory | None:
    found: dict[str, int] = {}
    try:
        with open("/proc/meminfo", encoding="ascii") as lines:
            for line in lines:
                key, _, rest = line.partition(":")
                if key in ("MemTotal", "MemAvailable"):
                    found[key] = int(rest.split()[0]) * 1024
    except (OSError, ValueError, IndexError):
        return None
    if len(found) < 2:
        return None
    return Memory(found["MemTotal"], found["MemAvailable"])


def _psutil() -> Memory | None:
    try:
        import psutil  # type: ignore[import-untyped, unused-ignore]  # late: only where the system has no /proc
    except ImportError:
        return None
    told = psutil.virtual_memory()
    return Memory(int(told.total), int(told.available))


def _address_room() -> int | None:
    """What is left of the addresses that this process may use (ulimit -v); None without a limit."""
    try:
        import resource  # late: not on Windows
    except ImportError:
        return None
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit == resource.RLIM_INFINITY:
        return None
    try:
        used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return None
    return max(limit - used, 0)


def _group() -> Path | None:
    """This process's control group of version 2."""
    try:
        lines = Path("/proc/self/cgroup").read_text("utf-8").splitlines()
    except OSError:
        return None
    own = next((line[3:] for line in lines if line.startswith("0::")), None)
    return None if own is None else _CGROUP / own.lstrip("/")


def _number_in(file: Path) -> int | None:
    """The number in a control group's file; None for none, or for "max"."""
    try:
        return int(file.read_text("ascii"))
    except (OSError, ValueError):
        return None


def _files_in(file: Path) -> int:
    """Bytes of files that the group holds and hasn't used lately; 0 where it doesn't tell."""
    try:
        lines = file.read_text("ascii").splitlines()
        return next((int(line.split()[1]) for line in lines if line.startswith("inactive_file ")), 0)
    except (OSError, ValueError, IndexError):
        return 0


def _core_of(cpu: int) -> str:
    try:
        siblings = Path(f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list")
        return siblings.read_text("ascii").strip()
    except OSError:
        return str(cpu)


def _is_apple_silicon() -> bool:
    return platform.system() == "Darwin" and platform.machine() == "arm64"
