"""Writes GGUF files of the `llama` architecture from arrays, and quantises them. Own process or a test's.

The order of everything in the file is fixed, so the same arrays give the same bytes.
"""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import gguf
import llama_cpp
import numpy as np
import numpy.typing as npt

from tests.models.byte_bpe import ByteBpe

# The file types that scripts here ask llama.cpp for, by the names people use.
FILE_TYPES = {
    "F16": llama_cpp.LLAMA_FTYPE_MOSTLY_F16,
    "Q4_K_M": llama_cpp.LLAMA_FTYPE_MOSTLY_Q4_K_M,
    "Q8_0": llama_cpp.LLAMA_FTYPE_MOSTLY_Q8_0,
}

Array = npt.NDArray[np.float32]


@dataclass(frozen=True)
class LlamaFile:
    """What a file says about its model, the weights apart.

    `kv_heads` divides `heads`; `context_tokens` is the length that the file promises.
    """

    name: str
    description: str
    licence: str
    chat_template: str
    layers: int
    width: int
    heads: int
    kv_heads: int
    hidden: int
    context_tokens: int
    rope_base: float = 10_000.0
    norm_epsilon: float = 1e-5

    @property
    def head_width(self) -> int:
        return self.width // self.heads

    def tensor_shapes(self, vocabulary: int) -> dict[str, tuple[int, ...]]:
        """Each tensor's name and shape (rows, columns), in the order of the file; no output: it is tied."""
        key_value = self.kv_heads * self.head_width
        shapes: dict[str, tuple[int, ...]] = {"token_embd.weight": (vocabulary, self.width)}
        for layer in range(self.layers):
            shapes |= {
                f"blk.{layer}.attn_norm.weight": (self.width,),
                f"blk.{layer}.attn_q.weight": (self.width, self.width),
                f"blk.{layer}.attn_k.weight": (key_value, self.width),
                f"blk.{layer}.attn_v.weight": (key_value, self.width),
                f"blk.{layer}.attn_output.weight": (self.width, self.width),
                f"blk.{layer}.ffn_norm.weight": (self.width,),
                f"blk.{layer}.ffn_gate.weight": (self.hidden, self.width),
                f"blk.{layer}.ffn_up.weight": (self.hidden, self.width),
                f"blk.{layer}.ffn_down.weight": (self.width, self.hidden),
            }
        return shapes | {"output_norm.weight": (self.width,)}


def write_gguf(
    path: Path, file: LlamaFile, bpe: ByteBpe, tensor: Callable[[str, tuple[int, ...]], Array]
) -> None:
    """Writes `path`; `tensor(name, shape)` is asked for each array in turn. Matrices are kept as F16.

    Errors: OSError where the file can't be written.
    """
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name(file.name)
    writer.add_description(file.description)
    writer.add_license(file.licence)
    writer.add_context_length(file.context_tokens)
    writer.add_embedding_length(file.width)
    writer.add_block_count(file.layers)
    writer.add_feed_forward_length(file.hidden)
    writer.add_head_count(file.heads)
    writer.add_head_count_kv(file.kv_heads)
    writer.add_rope_dimension_count(file.head_width)
    writer.add_rope_freq_base(file.rope_base)
    writer.add_layer_norm_rms_eps(file.norm_epsilon)
    writer.add_vocab_size(len(bpe.tokens))
    writer.add_file_type(llama_cpp.LLAMA_FTYPE_MOSTLY_F16)
    _write_tokenizer(writer, file, bpe)
    for name, shape in file.tensor_shapes(len(bpe.tokens)).items():
        array = tensor(name, shape)
        assert array.shape == shape, (name, array.shape, shape)
        writer.add_tensor(name, array.astype(np.float16) if len(shape) == 2 else array)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _write_tokenizer(writer: gguf.GGUFWriter, file: LlamaFile, bpe: ByteBpe) -> None:
    special = set(bpe.specials)
    kinds = [gguf.TokenType.CONTROL if token in special else gguf.TokenType.NORMAL for token in bpe.tokens]
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(bpe.tokens)
    writer.add_token_types(kinds)
    writer.add_token_merges([f"{left} {right}" for left, right in bpe.merges])
    writer.add_bos_token_id(bpe.ids["<|endoftext|>"])
    writer.add_eos_token_id(bpe.ids["<|im_end|>"])
    writer.add_eot_token_id(bpe.ids["<|im_end|>"])
    writer.add_pad_token_id(bpe.ids["<|endoftext|>"])
    writer.add_add_bos_token(False)
    writer.add_chat_template(file.chat_template)


def quantise(
    source: Path, target: Path, kind: str, threads: int = 2, embedding_type: int | None = None
) -> None:
    """Writes `source` anew as `kind`, a key of `FILE_TYPES`; the embedding as `embedding_type` of ggml if given.

    Errors: RuntimeError where llama.cpp refuses.
    """
    params = llama_cpp.llama_model_quantize_default_params()
    params.ftype = FILE_TYPES[kind]
    params.nthread = threads
    if embedding_type is not None:
        params.token_embedding_type = embedding_type
    code = llama_cpp.llama_model_quantize(str(source).encode(), str(target).encode(), ctypes.byref(params))
    if code != 0:
        raise RuntimeError(f"llama.cpp could not write {target.name} as {kind} (code {code}).")
