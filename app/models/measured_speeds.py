"""How fast models really are on this computer, kept beside the shelf: `models/measured.json`.

Command line process; no other writes it. Holds paths, which the shelf's folder shows anyway, and figures. Reading never
raises: a file that can't be read holds nothing.
"""

import json
import os
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from app.domain.errors import ModelError
from app.domain.generation import LoadOptions
from app.models.gguf_bytes import reason_of

_FILE: Final = "measured.json"
_LIMIT_BYTES: Final = 4 << 20


@dataclass(frozen=True, slots=True)
class MeasuredSpeed:
    """What one model did.

    Attributes:
        writing_tokens_per_s, reading_tokens_per_s: of an answer, and of a prompt.
        context_tokens, gpu_layers: how it was put into memory.
        size_bytes: of the file that was measured; another file under its name isn't it.
        loaded_as: the options that were wished, as `loading_words` says them; wished otherwise, it is as fast as that.
    """

    writing_tokens_per_s: float
    reading_tokens_per_s: float
    context_tokens: int
    gpu_layers: int
    size_bytes: int
    loaded_as: str = ""


def loading_words(options: LoadOptions) -> str:
    """What of `options` speed hangs on, where it isn't as usual. Adapters by their number: their paths stay private."""
    usual = LoadOptions()
    found = {
        name: value
        for name, value in asdict(options).items()
        if name not in ("guess_ahead", "adapters") and value != getattr(usual, name)
    }
    if options.adapters:
        found["adapters"] = len(options.adapters)
    return " ".join(f"{name}={value}" for name, value in sorted(found.items()))


class MeasuredSpeeds:
    """The figures of one shelf, read once when they are first asked for."""

    def __init__(self, shelf_folder: Path) -> None:
        self._file = shelf_folder / _FILE

    def of(self, real_path: Path, size_bytes: int, options: LoadOptions) -> MeasuredSpeed | None:
        """What the model in this file did, if it was measured as it is loaded now."""
        found = self._kept.get(str(real_path))
        if not isinstance(found, dict):
            return None
        try:
            speed = MeasuredSpeed(**found)
            plausible = speed.writing_tokens_per_s > 0 and speed.reading_tokens_per_s > 0
        except TypeError:
            return None
        same = (speed.size_bytes, speed.loaded_as) == (size_bytes, loading_words(options))
        return speed if plausible and same else None

    def keep(self, real_path: Path, speed: MeasuredSpeed) -> None:
        """Keep the figures in place of earlier ones. Raises ModelError shelf_unwritable."""
        found = self._read() | {str(real_path): asdict(speed)}
        folder, half_written = self._file.parent, self._file.with_suffix(".new")
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            half_written.write_text(json.dumps(found), "utf-8")
            os.replace(half_written, self._file)
        except OSError as error:
            raise ModelError("shelf_unwritable", folder=folder.name, reason=reason_of(error)) from error
        self._kept = found

    @cached_property
    def _kept(self) -> dict[str, object]:
        return self._read()

    def _read(self) -> dict[str, object]:
        try:
            with open(self._file, encoding="utf-8") as stream:
                found = json.loads(stream.read(_LIMIT_BYTES))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}
