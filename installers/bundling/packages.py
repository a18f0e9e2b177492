"""The packages that Hearth stands on, laid into the bundle file by file as their makers built them.

Which files a package has says its RECORD; what isn't needed says `LEFT_OUT`, from measurement (docs/size.md).
"""

import fnmatch
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath

from set_up.places import Places

# The lock files whose packages are imported by Hearth.
LOCKS = ("run", "llama", "torch", "library", "ocr")
_NAME = re.compile(r"^([a-z0-9._-]+)==", re.MULTILINE)

# The modules of Qt that app/ui imports, and what these and the plug-ins below load.
_QT_MODULES = ("QtCore", "QtDBus", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets")
_QT_LIBRARIES = ("Core", "DBus", "Gui", "OpenGL", "PrintSupport", "Svg", "WaylandClient", "Widgets", "XcbQpa")
_QT_PLUGINS = (
    "iconengines/*", "imageformats/*qgif.*", "imageformats/*qico.*", "imageformats/*qjpeg.*", "imageformats/*qsvg.*",
    "imageformats/*qwebp.*", "platforminputcontexts/*compose*", "platforminputcontexts/*ibus*", "platforms/*qxcb.*",
    "platforms/*qwayland.*", "platforms/*qoffscreen.*", "platforms/*qminimal.*", "platforms/*qwindows.*",
    "platforms/*qcocoa.*", "platformthemes/*xdgdesktopportal*", "printsupport/*", "styles/*",
    "wayland-decoration-client/*", "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "wayland-shell-integration/libxdg-shell.so", "xcbglintegrations/*",
)  # fmt: skip
_QT_KEPT = (
    "PySide6/*.py",
    *(f"PySide6/{name}.*" for name in _QT_MODULES),
    "PySide6/*pyside6.*",
    *(f"PySide6/{name}*.dll" for name in ("concrt140", "msvcp140", "vcruntime140")),
    *(f"PySide6/*Qt6{name}.*" for name in _QT_LIBRARIES),
    *(f"PySide6/Qt/lib/Qt{name}.framework/*" for name in _QT_LIBRARIES),
    "PySide6/Qt/lib/libicu*",
    *(f"PySide6/Qt/plugins/{name}" for name in _QT_PLUGINS),
    *(f"PySide6/plugins/{name}" for name in _QT_PLUGINS),
    "PySide6/*translations/qtbase_*",
    "PySide6/support/*",
)

_QT_LEFT_OUT = ("PySide6/qml/*", "PySide6/Qt/qml/*", "PySide6/scripts/*", "*.pyi")

# Pattern of a path -> why it isn't needed. Shell patterns over the whole path, `*` crosses folders.
LEFT_OUT = {
    "*.pyi": "types for editors",
    "*.pxd": "for compiling", "*.pyx": "for compiling", "*.pxi": "for compiling", "*.h": "for compiling",
    "*.hpp": "for compiling", "*.cuh": "for compiling", "*.c": "for compiling", "*.cpp": "for compiling",
    "*.a": "for compiling", "*.lib": "for compiling", "*.cmake": "for compiling", "*.f90": "for compiling",
    "include/*": "for compiling", "lib/*": "llama.cpp once more",
    "*/tests/*": "the library's own tests", "*/test/*": "the library's own tests",
    "torch/include/*": "for compiling", "torch/share/*": "for compiling",
    "torch/bin/test_*": "the library's own tests", "torch/bin/*Test": "the library's own tests",
    "torch/bin/*.p*t*": "the library's own tests", "torch/bin/protoc*": "for compiling",
    "transformers/testing_utils.py": "the library's own tests",
    "*/.git*": "for its makers", "olefile/olefile2.py": "for Python 2",
    "torch/testing/_internal/opinfo/*": "the library's own tests",
    "torch/_inductor/codegen/*": "compiles models", "torch/_inductor/kernel/*": "compiles models",
    "torch/_inductor/fx_passes/serialized_patterns/*": "compiles models",
    "torch/utils/benchmark/*": "measures", "torch/utils/tensorboard/*": "measures",
    "torch/bin/upgrader_models/*": "the library's own tests", "torch/lib/*test*": "the library's own tests",
    "torch/lib/libbackend_with_compiler.so": "the library's own tests",
    "torch/lib/libaoti_custom_ops.so": "the library's own tests",
    "torchgen/packaged/*": "for compiling",
    "llama_cpp/server/*": "a server", "bin/*": "programs of llama.cpp",
    "onnxruntime/tools/*": "for making models", "onnxruntime/quantization/*": "for making models",
    "onnxruntime/transformers/*": "for making models", "onnxruntime/datasets/*": "examples",
    "rapidocr/*.py": "only its models are used", "rapidocr/*.yaml": "only its models are used",
    "rapidocr/models/ch_ppocr_mobile*": "turned lines, which Hearth finds by other means",
    "sklearn/datasets/data/*": "examples", "sklearn/datasets/images/*": "examples",
    "scipy/datasets/*": "examples", "networkx/generators/atlas.dat.gz": "examples",
    "chromadb/server/*": "a server",
    "transformers/models/*/convert_*": "for making models",
    "transformers/models/*/modular_*": "what others of its files are made from",
    "transformers/models/*/image_processing_*": "pictures", "transformers/models/*/video_processing_*": "films",
    "*.dist-info/RECORD": "for the program that installs packages",
    "*.dist-info/INSTALLER": "for the program that installs packages",
    "*.dist-info/REQUESTED": "for the program that installs packages",
    "*.dist-info/WHEEL": "for the program that installs packages",
    "*.dist-info/direct_url.json": "for the program that installs packages",
    "*.dist-info/top_level.txt": "for the program that installs packages",
}  # fmt: skip
# What one of the patterns above hits, and is needed all the same.
KEPT = (
    "rapidocr/__init__.py", "chromadb/server/__init__.py", "*/licenses/*", "transformers/models/auto/*",
)  # fmt: skip


def installed(places: Places) -> list[metadata.Distribution]:
    """The packages of the environment that belong into the bundle, by name."""
    wanted = {
        _plain(name) for lock in LOCKS for name in _NAME.findall(places.lock_file(lock).read_text("utf-8"))
    }
    found = metadata.distributions(path=[str(places.packages)])
    return sorted((one for one in found if _plain(one.name) in wanted), key=lambda one: _plain(one.name))


def foreign_modules(places: Places) -> list[str]:
    """Names of all modules in the environment: PyInstaller shall follow none of them."""
    names = {entry.name.split(".", 1)[0] for entry in places.packages.iterdir() if entry.suffix != ".pth"}
    return sorted(name for name in names if name.isidentifier() and name != "app")


def files_of(distribution: metadata.Distribution) -> Iterator[PurePosixPath]:
    """The files of a package that belong into the bundle, relative to the folder of packages."""
    for path in distribution.files or ():
        if (
            ".." not in path.parts
            and "__pycache__" not in path.parts
            and path.suffix != ".pyc"
            and needed(path)
        ):
            yield PurePosixPath(path)


def needed(path: PurePosixPath) -> bool:
    """Whether this file of a package belongs into the bundle."""
    text = path.as_posix()
    if text.startswith("PySide6/"):
        return matches(text, _QT_KEPT) and not matches(text, _QT_LEFT_OUT)
    return not matches(text, LEFT_OUT) or matches(text, KEPT)


def lay_in(places: Places, folder: Path) -> None:
    """Copy the packages into the bundle's `folder`."""
    for distribution in installed(places):
        for path in files_of(distribution):
            source, target = places.packages / path, folder / path
            if source.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                if path.match("*.dist-info/METADATA"):
                    target.write_text(_facts(source), "utf-8")
                else:
                    shutil.copyfile(source, target)
                os.chmod(target, 0o755 if os.access(source, os.X_OK) else 0o644)


def _facts(metadata_file: Path) -> str:
    """What a package says of itself, without the pages of praise below."""
    head = metadata_file.read_text("utf-8").split("\n\n", 1)[0]
    kept = [
        line
        for line in head.splitlines()
        if not line.startswith(("Project-URL", "Home-page", "Download-URL"))
    ]
    return "\n".join(kept) + "\n"


def join_copies(folder: Path) -> None:
    """A wheel can hold no links, so that one library lies there under three names: make links of them again."""
    for library in sorted(folder.glob("*.so")):
        for longer in sorted(folder.glob(library.name + ".*"), key=lambda path: len(path.name)):
            if longer.read_bytes() == library.read_bytes():
                library.unlink()
                library.symlink_to(longer.name)
                library = longer


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def matches(text: str, patterns: Iterable[str]) -> bool:
    """Whether one of the shell patterns fits the whole of `text`; `*` crosses folders."""
    return any(fnmatch.fnmatchcase(text, pattern) for pattern in patterns)
