"""The models that Hearth knows to recommend: `resources/models/catalogue.json`, read strictly.

Window or command line process, any thread. Nothing in it was checked against the hub where it was written
(`Catalogue.checked`): a download takes sizes and SHA-256 sums from the hub's own metadata, and compares.
"""

import enum
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import msgspec

from app.domain.errors import ModelError

LIMIT_BYTES: Final = 1 << 20
# What a folder of sentence-transformers needs: never pickled weights, never copies for other programs.
FOLDER_FILE: Final = re.compile(
    r"(?:[\w.-]+\.json|model\.safetensors|vocab\.txt|merges\.txt|sentencepiece\.bpe\.model|spiece\.model"
    r"|[0-9]_[A-Z][a-z]+/(?:config\.json|model\.safetensors))",
    re.ASCII,
)


class Kind(enum.StrEnum):
    """What a model does in Hearth."""

    CHAT = "chat"
    EMBEDDER = "embedder"  # finds passages by meaning
    RERANKER = "reranker"  # ranks the best passages anew


class Use(enum.StrEnum):
    """What a model is good for. The words are made where they are shown."""

    TINY = "tiny"
    QUICK = "quick"
    EVERYDAY = "everyday"
    FILES = "files"
    REASONING = "reasoning"
    CODE = "code"
    LANGUAGES = "languages"
    LONG_TEXTS = "long_texts"
    PICTURES = "pictures"
    FINDING = "finding"
    RANKING = "ranking"


class CatalogueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file in a repository; size and sum are None where they weren't known for sure."""

    path: str
    size_bytes: int | None
    sha256: str | None


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One model of the catalogue.

    Attributes:
        files: its GGUF, in order where it is split; none for a folder of sentence-transformers, which is taken
            as `FOLDER_FILE` says.
        projector: what a model that sees needs beside itself; it is fetched with it.
        size_bytes: of all files but the projector, about.
        languages: codes of those it is best at; `language_count` is what its makers say.
        values_per_position: numbers kept for one token of a conversation, over all layers.
        read_share: the part of the weights that one token reads, below 1 for a mixture of experts.
        quality: our own judgement, 1 to 100; it only orders the list.
    """

    id: str
    name: str
    kind: Kind
    repository: str
    files: tuple[CatalogueFile, ...]
    projector: CatalogueFile | None
    size_bytes: int
    quantisation: str
    parameters: int
    licence: str
    good_for: tuple[Use, ...]
    language_count: int
    languages: tuple[str, ...]
    context_tokens: int
    minimum_memory_bytes: int
    values_per_position: int
    read_share: float
    quality: int

    @property
    def projector_bytes(self) -> int:
        """About how large its projector is; 0 where it has none, or nobody knew."""
        return (self.projector.size_bytes or 0) if self.projector is not None else 0


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    as_of: str
    checked: bool
    note: str
    models: tuple[Entry, ...]


@dataclass(frozen=True)
class Catalogue:
    """All entries, as of a day. `checked` is whether sizes and sums were compared with the hub's."""

    as_of: str
    checked: bool
    entries: tuple[Entry, ...]

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """The entries by id, in lower case."""
        return {entry.id: entry for entry in self.entries}


def read_catalogue(path: Path) -> Catalogue:
    """The catalogue in the file at `path`. Errors: ModelError catalogue_damaged."""
    try:
        with path.open("rb") as file:
            found = msgspec.json.decode(file.read(LIMIT_BYTES), type=_Document)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ModelError("catalogue_damaged", file=path.name) from error
    return Catalogue(found.as_of, found.checked, found.models)
