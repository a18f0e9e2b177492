"""What is read into memory beside a model: its projector and its adapters. Window or command line process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.domain.adapter import Adapter
from app.domain.errors import ModelError
from app.models.adapters import checked_adapter
from app.models.gguf import GgufFile
from app.models.projectors import checked_projector, sees_all_at_once


@dataclass(frozen=True, slots=True)
class Beside:
    """Bytes of all of it, and whether a picture must be computed in one batch."""

    size_bytes: int = 0
    sees_all_at_once: bool = False


def read_beside(
    header: GgufFile,
    name: str,
    projector: Path | None,
    adapters: tuple[Adapter, ...],
    must_be_allowed: Callable[[Path], None],
) -> Beside:
    """What the model of `header`, called `name`, needs beside itself.

    A projector that doesn't serve counts nothing: the model answers words all the same. Errors: ModelError for an
    adapter that doesn't serve, or that `must_be_allowed` refuses.
    """
    size_bytes, at_once = 0, False
    if projector is not None:
        try:
            seen = checked_projector(projector, header, name)
        except ModelError:
            pass  # whoever shows it a picture is told
        else:
            size_bytes, at_once = seen.tensors.data_bytes, sees_all_at_once(seen)
    for adapter in adapters:
        must_be_allowed(Path(adapter.path))
        size_bytes += checked_adapter(Path(adapter.path), header, name).tensors.data_bytes
    return Beside(size_bytes, at_once)
