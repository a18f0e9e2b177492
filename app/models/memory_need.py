"""The numbers of a header that a model's memory and speed hang on: nothing is loaded for them.

`app.domain.model_memory` computes with them. Any thread.
"""

from typing import Final

from app.domain.model_memory import ModelSizes
from app.models.gguf import ArraySummary, GgufFile

# Types that llama.cpp lays out anew for the processor's wide instructions, in memory of its own beside the file.
REPACKED_TYPES: Final = frozenset({"Q4_0", "Q4_K", "IQ4_NL"})


def model_sizes(header: GgufFile, repacks: bool = True, further_bytes: int = 0) -> ModelSizes:
    """The numbers of `header`'s model that its memory hangs on.

    `repacks`: whether this processor's kernels want their own layout. `further_bytes`: the other parts of a split
    model, or its projector.
    """
    tensors = header.tensors
    # The table of embeddings is never repacked; where it serves as the output too, its type is mostly another one.
    repacked = sum(
        size - tensors.table_by_type.get(kind, 0)
        for kind, size in tensors.by_type.items()
        if kind in REPACKED_TYPES
    )
    feed_forward = _number(header, "feed_forward_length") or 4 * header.embedding_width
    used = _number(header, "expert_used_count")
    if used:
        feed_forward = max(feed_forward, used * _number(header, "expert_feed_forward_length"))
    return ModelSizes(
        weights=tensors.data_bytes + further_bytes,
        repacked=(repacked + _share(further_bytes, repacked, tensors.data_bytes)) if repacks else 0,
        table=tensors.table_bytes,
        output=tensors.table_bytes,  # a matrix of the same shape, if it isn't the table itself
        layers=header.layers,
        values_per_position=values_per_position(header),
        heads=header.heads,
        embedding_width=header.embedding_width,
        feed_forward_width=feed_forward,
        vocabulary_size=header.vocabulary_size,
        trained_tokens=header.context_tokens,
        head_width=_number(header, "attention.key_length") or header.embedding_width // max(header.heads, 1),
    )


def values_per_position(header: GgufFile) -> int:
    """Numbers kept for one position, over all layers."""
    compressed = _number(header, "attention.kv_lora_rank")
    if compressed:  # multi-head latent attention: one compressed row and the rotated part for all heads
        return header.layers * (compressed + _number(header, "rope.dimension_count"))
    width = header.embedding_width // max(header.heads, 1)
    keys = _number(header, "attention.key_length") or width
    values = _number(header, "attention.value_length") or width
    return _kv_heads(header) * (keys + values)


def read_bytes_per_token(header: GgufFile, further_bytes: int = 0) -> int:
    """Bytes of weights that generating one token has to read: what its speed hangs on."""
    tensors = header.tensors
    experts = tensors.expert_bytes
    used, count = _number(header, "expert_used_count"), _number(header, "expert_count")
    idle = round(experts * (1 - used / count)) if 0 < used < count else 0
    whole = tensors.data_bytes + further_bytes
    # Without an output matrix of its own, the table of embeddings is read whole as one.
    unread = tensors.table_bytes if tensors.has_output else 0
    return max(whole - _share(whole, idle, tensors.data_bytes) - unread, 0)


def _kv_heads(header: GgufFile) -> int:
    """Heads of keys and values, all layers together."""
    stated = header.metadata.get(f"{header.architecture}.attention.head_count_kv")
    if isinstance(stated, ArraySummary) and len(stated.values) == header.layers:
        return sum(count for count in stated.values if isinstance(count, int) and count > 0)
    every = _number(header, "full_attention_interval")  # the layers between keep a state instead
    layers = header.layers // every if every else header.layers
    return header.kv_heads * layers


def _number(header: GgufFile, key: str) -> int:
    """The whole number under `key`, the largest of a list, or 0: a file may say anything."""
    value = header.metadata.get(f"{header.architecture}.{key}")
    numbers = value.values if isinstance(value, ArraySummary) else (value,)
    return max((one for one in numbers if isinstance(one, int) and one > 0), default=0)


def _share(whole: int, part: int, of: int) -> int:
    return round(whole * part / of) if of else 0
