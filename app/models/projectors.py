"""Which projector (mmproj file) lets a model see, and whether it is one. Window or command line process.

A projector lies beside its model, as the hubs hand them out, or a file `NAME.mmproj` on the shelf says where it is, or
is the projector itself, where it was fetched with its model.
"""

import os
from pathlib import Path
from typing import Final

from app.domain.errors import ModelError
from app.models.gguf import ArraySummary, GgufFile, read_gguf
from app.models.gguf_bytes import shown_name
from app.models.gguf_types import MAGIC
from app.models.shelf_entry import MODEL_ENDING, model_stem, read_pointer, write_pointer
from app.vault.private_file import sync_folder

PROJECTOR_ENDING: Final = ".mmproj"
_MARK: Final = "mmproj"
# These look at all of a picture in one batch, of at most so many tokens.
_AT_ONCE: Final = frozenset({"gemma3", "gemma4v", "gemma4uv"})


def projector_of(shelf: Path, name: str, real_path: Path) -> Path | None:
    """The projector of a model: the one that the shelf names, else the one beside the model's file."""
    pointer = shelf / (name + PROJECTOR_ENDING)
    if pointer.exists():
        try:
            return pointer if _is_gguf(pointer) else read_pointer(pointer)
        except (ModelError, OSError):
            return None
    return projector_beside(real_path)


def keep_projector(shelf: Path, name: str, projector: Path) -> None:
    """Have the shelf name `projector` as the one of the model `name`. Raises ModelError for a file that is none."""
    header = read_gguf(projector)
    if not header.is_projector:
        raise ModelError("projector_is_none", file=shown_name(projector))
    try:
        write_pointer(shelf / (name + PROJECTOR_ENDING), Path(os.path.abspath(projector)))
    except OSError as error:
        raise ModelError("shelf_unwritable", folder=shelf.name, reason=type(error).__name__) from error


def take_projector(shelf: Path, name: str, file: Path) -> None:
    """Make a finished file the projector of the model `name`: renamed, never copied. Raises ModelError, and the file
    stays where it is then."""
    if not read_gguf(file).is_projector:
        raise ModelError("projector_is_none", file=shown_name(file))
    try:
        os.replace(file, shelf / (name + PROJECTOR_ENDING))
        sync_folder(shelf)
    except OSError as error:
        raise ModelError("shelf_unwritable", folder=shelf.name, reason=type(error).__name__) from error


def forget_projector(shelf: Path, name: str) -> None:
    """Undo `keep_projector` and `take_projector`; a file that lies elsewhere stays there. Raises OSError."""
    (shelf / (name + PROJECTOR_ENDING)).unlink(missing_ok=True)


def checked_projector(projector: Path, model: GgufFile, name: str) -> GgufFile:
    """The projector's header, read here because the loader is native code and shouldn't meet a file that lies.

    Raises ModelError: `projector_not_loadable` for another model's or none, and what `read_gguf` raises.
    """
    header = read_gguf(projector)
    width = header.metadata.get("clip.vision.projection_dim")
    # Some write a width of their own there; what then doesn't fit is told by the loader.
    doubtful = not isinstance(width, int) or header.metadata.get("clip.projector_type") not in ("mlp", "ldp")
    if not header.is_projector or not (doubtful or width == model.embedding_width):
        raise ModelError("projector_not_loadable", name=name, file=shown_name(projector))
    return header


def sees_all_at_once(projector: GgufFile) -> bool:
    """Whether a picture must be computed in one batch."""
    value = projector.metadata.get(
        "clip.vision.projector_type", projector.metadata.get("clip.projector_type")
    )
    return not isinstance(value, ArraySummary) and value in _AT_ONCE


def projector_beside(path: Path) -> Path | None:
    """The one `mmproj` file in the model's folder; with several, the one whose name has most of its name."""
    try:
        beside = sorted(
            other
            for other in path.parent.iterdir()
            if _MARK in other.name.lower() and other.name.lower().endswith(MODEL_ENDING)
        )
    except OSError:
        return None
    if not beside:
        return None
    # A folder with many models and one projector: only a name that begins alike says whose it is.
    models = [other for other in path.parent.glob("*" + MODEL_ENDING) if _MARK not in other.name.lower()]
    alone = len({model_stem(other) for other in models}) == 1
    best = max(beside, key=lambda other: (_common_words(other, path), other.name))
    return best if alone or _common_words(best, path) >= 2 else None


def _is_gguf(file: Path) -> bool:
    with open(file, "rb") as stream:
        return stream.read(len(MAGIC)) == MAGIC


def _common_words(projector: Path, model: Path) -> int:
    """How many words of the model's name stand in the projector's."""
    words = model_stem(model).lower().replace("_", "-").replace(".", "-").split("-")
    others = set(model_stem(projector).lower().replace("_", "-").replace(".", "-").split("-"))
    return sum(1 for word in words if word in others)
