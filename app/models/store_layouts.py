"""Where other programs keep models, and how each lays them out. Reads small files only; any process.

Each layout as its program documents or shows it:

    Ollama          ~/.ollama/models: manifests/HOST/NAMESPACE/MODEL/TAG is JSON with layers, each with a
                    media type and a digest; blobs/sha256-HEX holds the bytes
    LM Studio       ~/.lmstudio/models (before: ~/.cache/lm-studio/models), PUBLISHER/REPOSITORY/FILE.gguf;
                    ~/.lmstudio-home-pointer holds the folder's place where it was moved
    Jan             DATA/llamacpp/models/ID.../model.yml with model_path and mmproj_path, relative to DATA or
                    absolute; older: DATA/models
    GPT4All         nomic.ai/GPT4All in the data folder of the system, FILE.gguf; GPT4All.ini may move it
    Hugging Face    ~/.cache/huggingface/hub/models--OWNER--NAME/snapshots/REVISION/FILE.gguf, links to blobs
    llama.cpp       ~/.cache/llama.cpp/FILE.gguf
"""

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.models.gguf_bytes import shown_name
from app.models.shelf_entry import MODEL_ENDING

MAX_FILE_BYTES: Final = 1 << 20  # of a manifest or a settings file
MAX_MANIFESTS: Final = 10_000
_DIGEST: Final = re.compile(r"sha256:([0-9a-f]{64})")
_MODEL_LAYER: Final = "application/vnd.ollama.image.model"
_PROJECTOR_LAYER: Final = "application/vnd.ollama.image.projector"
_OLLAMA_HOST: Final = "registry.ollama.ai"
_YAML_LINE: Final = re.compile(r"^(model_path|mmproj_path):\s*(.+?)\s*$")

Files = Callable[[Path], Iterator[Path]]  # every .gguf file below a folder


@dataclass(frozen=True, slots=True)
class Store:
    """A folder that a program keeps models in. `layout` is "ollama", "jan", "hub" or "plain"."""

    program: str
    folder: Path
    layout: str = "plain"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that a program takes for a model, with the name it has there (empty: the file's own)."""

    program: str
    path: Path
    name: str = ""
    projector: Path | None = None


def known_stores(environ: Mapping[str, str], home: Path, platform: str = sys.platform) -> list[Store]:
    """The stores that there are on this computer, in the order in which people are likely to want them."""
    data = _data_folders(environ, home, platform)
    cache = _folder(environ.get("XDG_CACHE_HOME"), home / ".cache")
    stores = [
        Store("Ollama", home / ".ollama" / "models", "ollama"),
        Store("Ollama", Path("/usr/share/ollama/.ollama/models"), "ollama"),
        Store("Ollama", Path("/var/lib/ollama/.ollama/models"), "ollama"),
        *(Store("LM Studio", folder) for folder in _lm_studio_folders(home, cache)),
        *(Store("Jan", folder / "Jan" / "data", "jan") for folder in data),
        Store("Jan", home / "jan", "jan"),
        *(Store("GPT4All", folder) for folder in _gpt4all_folders(environ, home, data)),
        Store("Hugging Face", cache / "huggingface" / "hub", "hub"),
        Store("llama.cpp", cache / "llama.cpp"),
    ]
    if platform == "darwin":
        stores.append(Store("llama.cpp", home / "Library" / "Caches" / "llama.cpp"))
    seen: set[Path] = set()
    kept = []
    for store in stores:
        try:
            real = store.folder.resolve()
            there = real.is_dir()
        except (OSError, RuntimeError, ValueError):
            continue
        if there and real not in seen:
            seen.add(real)
            kept.append(store)
    return kept


def candidates_in(store: Store, files: Files) -> Iterator[Candidate]:
    """What `store` holds, as its program names it. `files` lists the .gguf files below a folder."""
    if store.layout == "ollama":
        yield from _ollama(store)
    elif store.layout == "jan":
        yield from _jan(store, files)
    elif store.layout == "hub":
        yield from _hub(store, files)
    else:
        for path in files(store.folder):
            yield Candidate(store.program, path)


def _ollama(store: Store) -> Iterator[Candidate]:
    manifests = store.folder / "manifests"
    for number, manifest in enumerate(_files_below(manifests)):
        if number >= MAX_MANIFESTS:
            return
        layers = _layers(manifest)
        blobs = {kind: _blob(store.folder, layers.get(kind, "")) for kind in (_MODEL_LAYER, _PROJECTOR_LAYER)}
        model = blobs[_MODEL_LAYER]
        if model is not None:
            name = _ollama_name(manifest.relative_to(manifests))
            yield Candidate(store.program, model, name, blobs[_PROJECTOR_LAYER])


def _ollama_name(place: Path) -> str:
    """`llama3.2:3b` for the program's own library, `someone/model:tag` and `host/...` for others."""
    *parts, tag = place.parts
    if parts and parts[0] == _OLLAMA_HOST:
        parts = parts[1:]
        if len(parts) > 1 and parts[0] == "library":
            parts = parts[1:]
    return _shown(f"{'/'.join(parts)}:{tag}")


def _layers(manifest: Path) -> dict[str, str]:
    """Media type -> digest, of the first layer of each kind; empty for a file that is no manifest."""
    text = _small_text(manifest)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    layers = found.get("layers") if isinstance(found, dict) else None
    kinds: dict[str, str] = {}
    for layer in layers if isinstance(layers, list) else []:
        if not isinstance(layer, dict):
            continue
        kind, digest = layer.get("mediaType"), layer.get("digest")
        if isinstance(kind, str) and isinstance(digest, str):
            kinds.setdefault(kind, digest)
    return kinds


def _blob(folder: Path, digest: str) -> Path | None:
    found = _DIGEST.fullmatch(digest)  # a digest is a file name here: nothing else may be one
    return folder / "blobs" / f"sha256-{found[1]}" if found else None


def _jan(store: Store, files: Files) -> Iterator[Candidate]:
    claimed: set[Path] = set()
    for description in sorted(_files_below(store.folder, "model.yml")):
        paths = _yaml_paths(description)
        model = _inside(store.folder, paths.get("model_path", ""))
        if model is None:
            continue
        projector = _inside(store.folder, paths.get("mmproj_path", ""))
        claimed.update(path for path in (model, projector) if path is not None)
        name = description.parent.relative_to(store.folder).as_posix()
        for lead in ("llamacpp/models/", "models/"):
            name = name.removeprefix(lead)
        yield Candidate(store.program, model, _shown(name), projector)
    for path in files(store.folder):
        if path not in claimed:
            yield Candidate(store.program, path)


def _yaml_paths(description: Path) -> dict[str, str]:
    """The two paths of a `model.yml`. Its top level is plain `key: value`, so no YAML reader is needed."""
    found = {}
    for line in _small_text(description).splitlines():
        match = _YAML_LINE.match(line)
        if match:
            found[match[1]] = match[2].strip("'\"")
    return found


def _inside(folder: Path, written: str) -> Path | None:
    """A path as Jan writes it: relative to its data folder, or absolute for models linked in place."""
    if not written or "\0" in written:
        return None
    path = folder / written
    return path if path.name.lower().endswith(MODEL_ENDING) and ".." not in path.parts else None


def _hub(store: Store, files: Files) -> Iterator[Candidate]:
    for repository in _folders_in(store.folder):
        if not repository.name.startswith("models--"):
            continue
        owner_and_name = repository.name.removeprefix("models--").replace("--", "/")
        for path in files(repository / "snapshots"):
            yield Candidate(store.program, path, _shown(f"{owner_and_name}/{path.name}"))


def _data_folders(environ: Mapping[str, str], home: Path, platform: str) -> list[Path]:
    """Where programs keep their data on this system, likeliest first."""
    if platform == "win32":
        roaming = _folder(environ.get("APPDATA"), home / "AppData" / "Roaming")
        return [roaming, _folder(environ.get("LOCALAPPDATA"), home / "AppData" / "Local")]
    if platform == "darwin":
        return [home / "Library" / "Application Support"]
    return [
        _folder(environ.get("XDG_DATA_HOME"), home / ".local" / "share"),
        _folder(environ.get("XDG_CONFIG_HOME"), home / ".config"),
    ]


def _lm_studio_folders(home: Path, cache: Path) -> list[Path]:
    moved = _small_text(home / ".lmstudio-home-pointer").strip()
    roots = [Path(moved)] if moved and Path(moved).is_absolute() and "\n" not in moved else []
    return [
        *(root / "models" for root in roots),
        home / ".lmstudio" / "models",
        cache / "lm-studio" / "models",
    ]


def _gpt4all_folders(environ: Mapping[str, str], home: Path, data: list[Path]) -> list[Path]:
    config = _folder(environ.get("XDG_CONFIG_HOME"), home / ".config")
    folders = [folder / "nomic.ai" / "GPT4All" for folder in data]
    for line in _small_text(config / "nomic.ai" / "GPT4All.ini").splitlines():
        key, _, value = line.partition("=")
        if key.strip() == "modelPath" and Path(value.strip()).is_absolute():
            folders.insert(0, Path(value.strip()))
    return folders


def _folder(named: str | None, usual: Path) -> Path:
    return Path(named) if named and Path(named).is_absolute() else usual


def _folders_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())
    except OSError:
        return []


def _files_below(folder: Path, name: str = "") -> Iterator[Path]:
    """Regular files below `folder` (with this name), five folders deep at most, links not followed."""
    waiting = [(folder, 0)]
    while waiting:
        at, depth = waiting.pop()
        try:
            entries = sorted(at.iterdir())
        except OSError:
            continue
        deeper = []
        for entry in entries:
            try:
                if entry.is_symlink():
                    continue
                if entry.is_dir():
                    if depth < 5:
                        deeper.append((entry, depth + 1))
                elif entry.is_file() and (not name or entry.name == name):
                    yield entry
            except OSError:
                continue
        waiting.extend(reversed(deeper))


def _small_text(path: Path) -> str:
    """The text of a small regular file; empty for anything else."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_FILE_BYTES:
            return ""
        return path.read_text("utf-8", "replace")
    except (OSError, ValueError):
        return ""


def _shown(name: str) -> str:
    return "/".join(shown_name(part) for part in name.split("/") if part) or "?"
