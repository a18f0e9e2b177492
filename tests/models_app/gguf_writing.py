"""Writes small GGUF files, right or wrong on purpose. Test material; every number can be set."""

import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LETTERS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "B", 10: "Q", 11: "q", 12: "d"}
UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY, UINT16, UINT64 = 4, 5, 6, 7, 8, 9, 2, 10


def text(value: str | bytes) -> bytes:
    """A string as the format has it: length in eight bytes, then the bytes."""
    raw = value.encode() if isinstance(value, str) else value
    return struct.pack("<Q", len(raw)) + raw


def pair(key: str | bytes, kind: int, value: Any) -> bytes:
    """One key with a scalar or a string."""
    body = text(value) if kind == STRING else struct.pack("<" + LETTERS[kind], value)
    return text(key) + struct.pack("<I", kind) + body


def list_pair(key: str, kind: int, values: list[Any]) -> bytes:
    """One key with an array."""
    head = text(key) + struct.pack("<IIQ", ARRAY, kind, len(values))
    if kind == STRING:
        return head + b"".join(map(text, values))
    return head + struct.pack(f"<{len(values)}{LETTERS[kind]}", *values)


@dataclass
class Tensor:
    """A tensor; `offset` None means where the one before ends, padded. F32 unless told."""

    name: str | bytes = "token_embd.weight"
    dimensions: tuple[int, ...] = (8, 4)
    kind: int = 0
    offset: int | None = None
    data: bytes = b""


def tensor(name: str = "token_embd.weight", width: int = 8, height: int = 4) -> Tensor:
    """A valid F32 tensor with data."""
    return Tensor(name, (width, height), 0, None, bytes(4 * width * height))


@dataclass
class Gguf:
    """The parts of a file. `n_pairs` and `n_tensors` lie when they are set."""

    pairs: list[bytes] = field(default_factory=list)
    tensors: list[Tensor] = field(default_factory=list)
    version: int = 3
    magic: bytes = b"GGUF"
    alignment: int = 32
    n_pairs: int | None = None
    n_tensors: int | None = None

    def build(self) -> bytes:
        """The whole file."""
        head = self.magic + struct.pack(
            "<IQQ",
            self.version,
            len(self.tensors) if self.n_tensors is None else self.n_tensors,
            len(self.pairs) if self.n_pairs is None else self.n_pairs,
        )
        head += b"".join(self.pairs)
        data = b""
        for one in self.tensors:
            data += bytes(-len(data) % self.alignment)
            offset = len(data) if one.offset is None else one.offset
            sizes = struct.pack(f"<I{len(one.dimensions)}q", len(one.dimensions), *one.dimensions)
            head += text(one.name) + sizes + struct.pack("<IQ", one.kind, offset)
            data += one.data
        return head + bytes(-len(head) % self.alignment) + data

    def write(self, path: Path) -> Path:
        """Writes the file at `path`, which is returned."""
        path.write_bytes(self.build())
        return path


def small_model(name: str = "Small", *extra: bytes, n_tensors: int = 3) -> Gguf:
    """A valid file with everything a chat model says of itself."""
    return Gguf(
        [
            pair("general.architecture", STRING, "llama"),
            pair("general.name", STRING, name),
            pair("general.license", STRING, "mit"),
            pair("general.file_type", UINT32, 15),
            pair("llama.context_length", UINT32, 4096),
            pair("llama.block_count", UINT32, 2),
            pair("llama.embedding_length", UINT32, 64),
            pair("llama.attention.head_count", UINT32, 8),
            list_pair("llama.attention.head_count_kv", INT32, [2, 4]),
            pair("llama.rope.freq_base", FLOAT32, 10000.0),
            pair("tokenizer.ggml.add_bos_token", BOOL, 1),
            list_pair("tokenizer.ggml.tokens", STRING, ["<s>", "</s>", "a", "b"]),
            list_pair("tokenizer.ggml.scores", FLOAT32, [0.0, 0.0, -1.0, -2.0]),
            pair("tokenizer.chat_template", STRING, "{% for m in messages %}{{ m.content }}{% endfor %}"),
            *extra,
        ],
        [tensor(f"blk.{n}.weight") for n in range(n_tensors)],
    )
