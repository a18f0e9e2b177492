"""GGUF files of a hundred kilobytes with random weights and a byte-level vocabulary, made on the spot.

Such a model writes noise, which is what tests of mechanics want: bytes that are no characters, characters
whose bytes come one at a time, control tokens where none belong.
"""

from collections.abc import Sequence
from pathlib import Path

import gguf
import numpy as np

CONTROLS = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
_NORMAL, _CONTROL = 1, 3  # token types of the GGUF format


def byte_characters() -> list[str]:
    """The printable character that stands for each byte in byte-level vocabularies."""
    printable = {*range(33, 127), *range(161, 173), *range(174, 256)}
    spare = iter(range(256, 512))
    return [chr(byte) if byte in printable else chr(next(spare)) for byte in range(256)]


def write_tiny_model(
    path: Path,
    *,
    template: str | None = None,
    seed: int = 7,
    layers: int = 2,
    width: int = 64,
    context_tokens: int = 2048,
    controls: Sequence[str] = CONTROLS,
    ends: bool = True,
    ascii_only: bool = False,
    blank: bool = False,
    weights: bool = True,
    pooling: bool = False,
    architecture: str = "llama",
) -> Path:
    """Write the model and return `path`.

    The first and last of `controls` end a turn; without `ends` they never come. With `blank` (and not `ends`)
    the middle one comes for ever, of which nothing is seen; with `ascii_only` only bytes below 128. For these
    every embedding has the same large first value, which survives to the end, where the rows of single tokens
    turn it into a score far below or above all others. `pooling` makes an embedder of it; without `weights`
    it is a vocabulary.
    """
    random = np.random.default_rng(seed)
    alphabet = byte_characters()
    tokens = [*alphabet, alphabet[32] + "t", *controls]
    heads, hidden = 4, 2 * width
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_name("tiny")
    writer.add_context_length(context_tokens)
    writer.add_embedding_length(width)
    writer.add_block_count(layers)
    writer.add_feed_forward_length(hidden)
    writer.add_head_count(heads)
    writer.add_head_count_kv(heads // 2)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(width // heads)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types([_NORMAL] * (len(tokens) - len(controls)) + [_CONTROL] * len(controls))
    writer.add_token_merges([f"{alphabet[32]} t"])
    writer.add_bos_token_id(257)
    writer.add_eos_token_id(259)
    writer.add_add_bos_token(False)
    if pooling:
        writer.add_pooling_type(gguf.PoolingType.MEAN)
    if template is not None:
        writer.add_chat_template(template)

    def add(name: str, *shape: int) -> None:
        values = random.standard_normal(shape) * shape[-1] ** -0.5
        writer.add_tensor(name, values.astype(np.float32))

    def add_ones(name: str) -> None:
        writer.add_tensor(name, np.ones(width, dtype=np.float32))

    if not weights:
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.close()
        return path
    embedding = random.standard_normal((len(tokens), width)).astype(np.float32)
    output = random.standard_normal((len(tokens), width)).astype(np.float32) * 0.5
    if not ends:
        embedding[:, 0], output[:, 0] = 30.0, 0.0
        output[[257, 259], 0] = -10.0
    if ascii_only:
        output[128:256, 0] = -10.0
    if blank:
        output[258, 0] = 10.0
    writer.add_tensor("token_embd.weight", embedding)
    writer.add_tensor("output.weight", output)
    add_ones("output_norm.weight")
    for layer in range(layers):
        add_ones(f"blk.{layer}.attn_norm.weight")
        add_ones(f"blk.{layer}.ffn_norm.weight")
        add(f"blk.{layer}.attn_q.weight", width, width)
        add(f"blk.{layer}.attn_k.weight", width // 2, width)
        add(f"blk.{layer}.attn_v.weight", width // 2, width)
        add(f"blk.{layer}.attn_output.weight", width, width)
        add(f"blk.{layer}.ffn_gate.weight", hidden, width)
        add(f"blk.{layer}.ffn_up.weight", hidden, width)
        add(f"blk.{layer}.ffn_down.weight", width, hidden)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
