"""Whether a file is an adapter (LoRA) for a model, told from both headers. Window or command line process."""

from pathlib import Path

from app.domain.errors import ModelError
from app.models.gguf import GgufFile, read_gguf
from app.models.gguf_bytes import shown_name


def checked_adapter(adapter: Path, model: GgufFile, name: str) -> GgufFile:
    """The adapter's header, read here because the loader is native code and shouldn't meet a file that lies.

    Raises ModelError: `adapter_for_another`, and what `must_be_adapter` raises.
    """
    header = must_be_adapter(adapter)
    if header.architecture != model.architecture:
        raise ModelError(
            "adapter_for_another",
            name=name,
            file=shown_name(adapter),
            made_for=header.architecture,
            architecture=model.architecture,
        )
    return header


def must_be_adapter(file: Path) -> GgufFile:
    """The header of an adapter. Raises ModelError: `adapter_is_none`, and what `read_gguf` raises."""
    header = read_gguf(file)
    if not header.is_adapter:
        raise ModelError("adapter_is_none", file=shown_name(file))
    return header
