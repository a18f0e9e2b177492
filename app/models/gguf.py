"""Reads what a GGUF file says of itself, and checks it against the real file.

Runs in the window or command line process, so it has to stand any file: it is as strict as the loader of
llama.cpp and never trusts a count. Pure Python; tensor data is not read. The header of a model with 150,000
tokens takes about a tenth of a second. Any thread; nothing is shared.
"""

import math
import os
import struct
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.domain.chat_format import template_sha256
from app.domain.errors import ModelError
from app.models.gguf_bytes import FileBytes, FileIdentity
from app.models.gguf_types import (
    DEFAULT_ALIGNMENT,
    EMBEDDER_ARCHITECTURES,
    FILE_TYPE_GUESSED,
    FILE_TYPES,
    KIND_ARRAY,
    KIND_STRING,
    KIND_UINT32,
    MAGIC,
    MAX_DIMENSIONS,
    MAX_TENSOR_NAME_BYTES,
    SCALAR_KINDS,
    TENSOR_TYPES,
    VERSIONS,
)
from app.models.look_alikes import look_alike

# Far above every published model (about 100 keys, 3,000 tensors, 300,000 tokens, 600,000 merges).
MAX_KEYS: Final = 65_536
MAX_TENSORS: Final = 65_536
MAX_KEY_BYTES: Final = 65_535
MAX_ARRAY_STRINGS: Final = 4_000_000  # over the whole file
MAX_KEPT_TEXT_BYTES: Final = 4 << 20  # over the whole file; longer texts are summed up
MAX_TEXT_BYTES: Final = 64 << 10
MAX_TEMPLATE_BYTES: Final = 1 << 20
MAX_KEPT_ITEMS: Final = 1024  # of an array of numbers
MAX_KEPT_ARRAYS: Final = 256
MAX_TENSOR_BYTES: Final = 1 << 50
TEMPLATE_KEY: Final = "tokenizer.chat_template"
TABLE_NAME: Final = b"token_embd.weight"
OUTPUT_NAME: Final = b"output.weight"
EXPERTS_MARK: Final = b"_exps."

Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class ArraySummary:
    """An array, or a text too long to keep: its kind, its length, and the numbers if they are few.

    `kind` is "string", "text" (a single long text, `count` in bytes) or a number kind such as "int32".
    `values` is empty for strings and for more than MAX_KEPT_ITEMS numbers.
    """

    kind: str
    count: int
    values: tuple[int | float | bool, ...] = ()


@dataclass(frozen=True, slots=True)
class TensorSummary:
    """What the tensors come to. `by_type` maps a type name to bytes; data begins at `data_offset`.

    Attributes:
        table_by_type: bytes of the table of token embeddings by type name; a token needs one row of it.
        expert_bytes: of the experts' weights, of which a token needs a few.
        has_output: an output matrix of its own; without, the table of embeddings serves as one.
    """

    count: int
    data_bytes: int
    data_offset: int
    by_type: Mapping[str, int]
    table_by_type: Mapping[str, int]
    expert_bytes: int
    has_output: bool

    @property
    def table_bytes(self) -> int:
        """Bytes of the table of token embeddings."""
        return sum(self.table_by_type.values())


@dataclass(frozen=True, slots=True)
class GgufFile:
    """What a GGUF file says of itself. Texts are empty and numbers 0 where it says nothing.

    Attributes:
        parameters: values in all tensors of this file.
        file_type: the quantisation as people know it from file names, such as "Q4_K_M".
        size_bytes: of the file on disk.
        context_tokens: the longest context it was trained for.
        kv_heads: key and value heads of the layer that has most.
        template_sha256: of the normalised template, see `app.domain.chat_format`; empty without one.
        split: (number of this part from 0, parts), or None for a whole file.
        metadata: every key, with its value or a summary of it. Non-finite numbers are texts ("nan", "inf").
        identity: of the file that was read, to notice a swap.
    """

    version: int
    architecture: str
    name: str
    license: str
    parameters: int
    file_type: str
    size_bytes: int
    context_tokens: int
    layers: int
    embedding_width: int
    heads: int
    kv_heads: int
    vocabulary_size: int
    chat_template: str
    template_sha256: str
    is_vocabulary_only: bool
    is_embedder: bool
    is_projector: bool
    is_adapter: bool
    split: tuple[int, int] | None
    tensors: TensorSummary
    metadata: Mapping[str, Scalar | ArraySummary]
    identity: FileIdentity

    @property
    def no_chat_kind(self) -> str:
        """Why this file can't chat: vocabulary, embedder, projector, adapter, imatrix; empty when it can."""
        if self.metadata.get("general.type") == "imatrix":
            return "imatrix"
        kinds = {
            "projector": self.is_projector,
            "adapter": self.is_adapter,
            "vocabulary": self.is_vocabulary_only,
            "embedder": self.is_embedder,
        }
        return next((kind for kind, is_so in kinds.items() if is_so), "")


def read_gguf(path: str | os.PathLike[str]) -> GgufFile:
    """Reads the header of the file at `path`.

    Raises ModelError with one of the codes listed in `app.models`; nothing else, whatever the file holds.
    """
    with FileBytes(Path(path)) as data:
        read = _HeaderReader(data)
        try:
            found = read.whole()
        except ModelError:
            if not data.unchanged():
                raise ModelError("model_changed", file=data.shown) from None
            raise
        if not data.unchanged():
            raise ModelError("model_changed", file=data.shown)
        return found


class _HeaderReader:
    """One reading of one file, front to back."""

    def __init__(self, data: FileBytes) -> None:
        self._data = data
        self._metadata: dict[str, Scalar | ArraySummary] = {}
        self._strings_left = MAX_ARRAY_STRINGS
        self._text_left = MAX_KEPT_TEXT_BYTES
        self._arrays_left = MAX_KEPT_ARRAYS
        self._alignment = DEFAULT_ALIGNMENT

    def whole(self) -> GgufFile:
        data = self._data
        version = self._version()
        data.need(16, 16)
        n_tensors, n_keys = data.u64(), data.u64()
        # The smallest key takes 14 bytes, the smallest tensor 32.
        if n_keys > MAX_KEYS or n_tensors > MAX_TENSORS:
            raise data.damaged("too_many_keys" if n_keys > MAX_KEYS else "too_many_tensors")
        data.need(n_keys * 14 + n_tensors * 32, 1 << 24)
        for _ in range(n_keys):
            self._pair()
        parameters, tensors = self._tensors(n_tensors)
        return self._assemble(version, parameters, tensors)

    def _version(self) -> int:
        data = self._data
        if data.size == 0:
            raise ModelError("model_empty", file=data.shown)
        beginning = data.take(min(512, data.size))
        data.position = 0
        if beginning[:4] != MAGIC:
            if MAGIC.startswith(beginning):
                raise data.cut_short(24)
            code, kind = look_alike(beginning, data.size)
            raise ModelError(code, file=data.shown, kind=kind)
        data.take(4)
        version = data.u32()
        if version == 0:
            raise data.damaged("version")
        if version & 0xFFFF == 0:
            raise ModelError("model_big_endian", file=data.shown)
        if version not in VERSIONS:
            raise ModelError("model_version_unsupported", file=data.shown, version=version)
        return version

    def _pair(self) -> None:
        data = self._data
        length = data.u64()
        if not 0 < length <= MAX_KEY_BYTES:
            raise data.damaged("key_length")
        data.need(length, MAX_KEY_BYTES)
        self._spend_text(length)
        key = data.take(length).decode("utf-8", "replace")
        if key in self._metadata:
            raise data.damaged("duplicate_key")
        kind = data.u32()
        if key == "general.alignment" and kind != KIND_UINT32:
            raise data.damaged("alignment")
        value: Scalar | ArraySummary
        if kind == KIND_STRING:
            value = self._text(key)
        elif kind == KIND_ARRAY:
            value = self._array()
        else:
            value = self._numbers(kind, 1)[0]
        self._metadata[key] = value
        if key == "general.alignment":
            alignment = int(value) if isinstance(value, int) else 0
            if alignment <= 0 or alignment & (alignment - 1):
                raise data.damaged("alignment")
            self._alignment = alignment

    def _spend_text(self, n_bytes: int) -> None:
        self._text_left -= n_bytes
        if self._text_left < 0:
            raise self._data.damaged("too_much_text")

    def _text(self, key: str) -> str | ArraySummary:
        data = self._data
        length = data.u64()
        data.need(length, 64 << 20)
        if key == TEMPLATE_KEY:  # always kept: the person is to see what the loader will use
            if length > MAX_TEMPLATE_BYTES:
                limit = MAX_TEMPLATE_BYTES
                raise ModelError(
                    "model_template_too_long", file=data.shown, have_bytes=length, limit_bytes=limit
                )
        elif length > MAX_TEXT_BYTES or length > self._text_left:
            data.skip(length)
            return ArraySummary("text", length)
        else:
            self._spend_text(length)
        return data.take(length).decode("utf-8", "replace")

    def _numbers(self, kind: int, count: int) -> tuple[int | float | bool, ...]:
        """`count` numbers that are certain to be few. Non-finite ones come as they are."""
        if kind not in SCALAR_KINDS:
            raise self._data.damaged("value_kind")
        name, letter = SCALAR_KINDS[kind]
        size = struct.calcsize("<" + letter)
        self._data.need(size * count, 1 << 20)
        values = struct.unpack(f"<{count}{letter}", self._data.take(size * count))
        if name == "bool":
            return tuple(bool(value) for value in values)
        return values

    def _array(self) -> ArraySummary:
        data = self._data
        kind, count = data.u32(), data.u64()
        if kind == KIND_STRING:
            if count > self._strings_left:
                raise data.damaged("too_many_strings")
            self._strings_left -= count
            data.skip_strings(count)
            return ArraySummary("string", count)
        if kind not in SCALAR_KINDS:  # the format allows arrays of arrays; the loader doesn't
            raise data.damaged("nested_array" if kind == KIND_ARRAY else "value_kind")
        name, letter = SCALAR_KINDS[kind]
        if 0 < count <= MAX_KEPT_ITEMS and self._arrays_left:
            self._arrays_left -= 1
            return ArraySummary(name, count, self._numbers(kind, count))
        if count > 1 << 30:
            raise data.damaged("too_many_items")
        data.skip(struct.calcsize("<" + letter) * count)
        return ArraySummary(name, count)

    def _tensors(self, count: int) -> tuple[int, TensorSummary]:
        """Checks every tensor as the loader does: each begins where the padded one before it ends."""
        data = self._data
        names: set[bytes] = set()
        by_type: Counter[str] = Counter()
        table: Counter[str] = Counter()
        parameters = end = expected = expert_bytes = 0
        for _ in range(count):
            length = data.u64()
            if length > MAX_TENSOR_NAME_BYTES:
                raise data.damaged("tensor_name_length")
            name = data.take(length)
            if name in names:
                raise data.damaged("duplicate_tensor")
            names.add(name)
            n_dimensions = data.u32()
            if n_dimensions > MAX_DIMENSIONS:
                raise data.damaged("tensor_dimensions")
            dimensions: tuple[int, ...] = struct.unpack(f"<{n_dimensions}q", data.take(8 * n_dimensions))
            kind, offset = data.u32(), data.u64()
            if kind not in TENSOR_TYPES:
                raise ModelError("model_unknown_tensor_type", file=data.shown, type=kind)
            n_values, n_bytes = self._tensor_size(dimensions, kind)
            self._check_offset(offset, expected)
            end = offset + n_bytes
            expected = end + -end % self._alignment
            parameters += n_values
            by_type[TENSOR_TYPES[kind][0]] += n_bytes
            if name == TABLE_NAME:
                table[TENSOR_TYPES[kind][0]] += n_bytes
            elif EXPERTS_MARK in name:
                expert_bytes += n_bytes
            if parameters > MAX_TENSOR_BYTES or end > MAX_TENSOR_BYTES:
                raise data.damaged("tensor_too_large")
        start = data.position + -data.position % self._alignment if count else data.position
        if start + end > data.size:
            raise data.cut_short(start + end)
        kinds, tables = MappingProxyType(dict(by_type)), MappingProxyType(dict(table))
        return parameters, TensorSummary(count, end, start, kinds, tables, expert_bytes, OUTPUT_NAME in names)

    def _tensor_size(self, dimensions: tuple[int, ...], kind: int) -> tuple[int, int]:
        _, block_values, block_bytes = TENSOR_TYPES[kind]
        row = dimensions[0] if dimensions else 1
        if any(size < 0 for size in dimensions) or row % block_values:
            raise self._data.damaged("tensor_shape")
        n_values = math.prod(dimensions)
        if n_values > MAX_TENSOR_BYTES or math.prod(size for size in dimensions if size) > 1 << 62:
            raise self._data.damaged("tensor_too_large")
        return n_values, n_values // block_values * block_bytes

    def _check_offset(self, offset: int, expected: int) -> None:
        if offset == expected:
            return
        if offset % self._alignment:
            raise self._data.damaged("tensor_misaligned")
        raise self._data.damaged("tensors_overlap" if offset < expected else "tensor_gap")

    def _assemble(self, version: int, parameters: int, tensors: TensorSummary) -> GgufFile:
        found = self._metadata
        split = self._split()
        architecture = _text_of(found, "general.architecture")
        general_type = _text_of(found, "general.type")
        # Only the first part of a split model repeats what the model is; an importance matrix isn't one.
        if not architecture and not (split and split[0] > 0) and general_type != "imatrix":
            raise self._data.damaged("no_architecture")
        template = _text_of(found, TEMPLATE_KEY)
        vocabulary = found.get("tokenizer.ggml.tokens")
        n_vocabulary = vocabulary.count if isinstance(vocabulary, ArraySummary) else 0
        n_vocabulary = n_vocabulary or _count(found, f"{architecture}.vocab_size")
        heads = _count(found, f"{architecture}.attention.head_count")
        for key, value in found.items():
            if isinstance(value, float) and not math.isfinite(value):
                found[key] = str(value)  # JSON has no word for it
        return GgufFile(
            version=version,
            architecture=architecture,
            name=_text_of(found, "general.name"),
            license=_text_of(found, "general.license"),
            parameters=parameters,
            file_type=_file_type(found, tensors),
            size_bytes=self._data.size,
            context_tokens=_count(found, f"{architecture}.context_length"),
            layers=_count(found, f"{architecture}.block_count"),
            embedding_width=_count(found, f"{architecture}.embedding_length"),
            heads=heads,
            kv_heads=_count(found, f"{architecture}.attention.head_count_kv") or heads,
            vocabulary_size=n_vocabulary,
            chat_template=template,
            template_sha256=template_sha256(template) if template else "",
            is_vocabulary_only=tensors.count == 0 and split is None,
            is_embedder=architecture in EMBEDDER_ARCHITECTURES
            or _count(found, f"{architecture}.pooling_type") > 0,
            is_projector=architecture == "clip" or general_type == "mmproj",
            is_adapter=general_type == "adapter" or "adapter.type" in found,
            split=split,
            tensors=tensors,
            metadata=MappingProxyType(found),
            identity=self._data.identity,
        )

    def _split(self) -> tuple[int, int] | None:
        parts = _count(self._metadata, "split.count")
        if parts <= 1:
            return None
        index = _count(self._metadata, "split.no")
        if index >= parts:
            raise self._data.damaged("split_number")
        return index, parts


def _text_of(found: Mapping[str, Scalar | ArraySummary], key: str) -> str:
    value = found.get(key)
    return value if isinstance(value, str) else ""


def _count(found: Mapping[str, Scalar | ArraySummary], key: str) -> int:
    """The whole number under `key`, the largest of a list of them, or 0 for anything else."""
    value = found.get(key)
    numbers = value.values if isinstance(value, ArraySummary) else (value,)
    whole = [n for n in numbers if isinstance(n, int) and not isinstance(n, bool) and 0 < n < 1 << 31]
    return max(whole, default=0)


def _file_type(found: Mapping[str, Scalar | ArraySummary], tensors: TensorSummary) -> str:
    stated = found.get("general.file_type")
    if isinstance(stated, int) and stated & ~FILE_TYPE_GUESSED in FILE_TYPES:
        return FILE_TYPES[stated & ~FILE_TYPE_GUESSED]
    if not tensors.by_type:
        return ""
    return max(tensors.by_type, key=lambda name: tensors.by_type[name])
