"""Model files that other programs keep on this computer, found where they lie and used in place.

Runs in the window or command line process, on any one thread: it only lists folders, reads small JSON and
text files, and GGUF headers. Nothing is changed, copied or followed out of what it was told to look at,
except that a link to a file is taken for the file. Layouts are documented in `app.models.store_layouts`.
"""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.domain.errors import Cancelled, ModelError
from app.models.gguf import GgufFile, read_gguf
from app.models.gguf_bytes import shown_name
from app.models.projectors import projector_beside
from app.models.shelf_entry import MODEL_ENDING, model_stem, part_paths
from app.models.store_layouts import Candidate, Store, candidates_in

MAX_FILES: Final = 200_000  # entries looked at in one folder tree; more is no model folder
MAX_DEPTH: Final = 12


@dataclass(frozen=True, slots=True)
class FoundModel:
    """One model that could be put on the shelf.

    Attributes:
        program: who keeps it there ("Ollama", "LM Studio", "folder", ...).
        name: what that program calls it, else the file's name; safe to show.
        path: the file to load; of a split model the first part.
        size_bytes: of all its parts.
        parts: how many files it lies in.
        projector: the mmproj file that belongs to it, for models that see; None without one.
        header: what the file says of itself.
    """

    program: str
    name: str
    path: Path
    size_bytes: int
    parts: int
    projector: Path | None
    header: GgufFile


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file that looked like a model and can't be used, with the reason."""

    program: str
    name: str
    path: Path
    error: ModelError


Found = FoundModel | Unusable


def find_models(
    stores: Iterable[Store],
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Found]:
    """Every model in `stores`, each file once however many names lead to it, in the stores' order.

    Vocabularies, adapters and importance matrices are passed over; projectors come with their model. A
    folder that can't be read is passed over. Raises Cancelled as soon as `is_cancelled` says so.
    """
    seen: set[tuple[int, int]] = set()
    for store in stores:
        for candidate in candidates_in(store, lambda root: gguf_files(root, is_cancelled)):
            if is_cancelled():
                raise Cancelled
            found = _look_at(candidate, seen)
            if found is not None:
                yield found


def gguf_files(root: Path, is_cancelled: Callable[[], bool] = lambda: False) -> Iterator[Path]:
    """Regular `.gguf` files below `root`, sorted in each folder. Links to folders are not followed."""
    looked_at = 0
    waiting: list[tuple[Path, int]] = [(root, 0)]
    while waiting:
        folder, depth = waiting.pop()
        if is_cancelled():
            raise Cancelled
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        deeper: list[tuple[Path, int]] = []
        for entry in entries:
            looked_at += 1
            if looked_at > MAX_FILES:
                return
            try:
                if entry.is_dir(follow_symlinks=False):
                    if depth < MAX_DEPTH:
                        deeper.append((Path(entry.path), depth + 1))
                elif entry.name.lower().endswith(MODEL_ENDING) and entry.is_file():
                    yield Path(entry.path)
            except OSError:
                continue
        waiting.extend(reversed(deeper))


def _look_at(candidate: Candidate, seen: set[tuple[int, int]]) -> Found | None:
    path = candidate.path
    parts = part_paths(path)
    if parts and path != parts[0] and parts[0].is_file():
        return None  # the first part stands for all of them
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        error = ModelError("model_missing", file=shown_name(path))
        return Unusable(candidate.program, candidate.name or shown_name(path), path, error)
    if not stat.S_ISREG(found.st_mode) or (found.st_dev, found.st_ino) in seen:
        return None
    seen.add((found.st_dev, found.st_ino))
    name = candidate.name or shown_name(model_stem(path))
    try:
        header = read_gguf(path)
        if header.no_chat_kind in ("vocabulary", "adapter", "imatrix", "projector"):
            return None
        size = found.st_size
        if header.split is not None:
            size = _size_of_parts(path, parts, header.split[1])
    except ModelError as error:
        return Unusable(candidate.program, name, path, error.with_traceback(None))
    projector = candidate.projector or projector_beside(path)
    return FoundModel(candidate.program, name, path, size, max(1, len(parts)), projector, header)


def _size_of_parts(path: Path, parts: list[Path], count: int) -> int:
    if len(parts) != count:
        raise ModelError("model_part_name", file=shown_name(path), parts=count)
    total = 0
    for number, part in enumerate(parts, 1):
        try:
            total += part.stat().st_size
        except OSError as error:
            raise ModelError("model_part_missing", file=shown_name(part), part=number, parts=count) from error
    return total
