"""A projector (mmproj) of a hundred kilobytes with random weights: what LLaVA 1.5 has, as small as it gets.

It looks at pictures of 56 pixels in 16 patches, and each becomes one token of a model that is 64 numbers wide.
"""

from pathlib import Path

import gguf
import numpy as np

TOKENS = 16
_WIDTH, _HIDDEN, _LAYERS, _SIDE, _PATCH = 32, 64, 2, 56, 14


def write_tiny_projector(
    path: Path, *, model_width: int = 64, seed: int = 3, kind: str = "mlp", heads: int = 2
) -> Path:
    """Write the projector for a model of `model_width` and return `path`. With no `heads` it ends who uses it."""
    path.parent.mkdir(exist_ok=True)
    random = np.random.default_rng(seed)
    writer = gguf.GGUFWriter(path, "clip")
    writer.add_type("mmproj")
    writer.add_bool("clip.has_vision_encoder", True)
    writer.add_string("clip.projector_type", kind)
    writer.add_bool("clip.use_gelu", True)
    for key, value in {
        "image_size": _SIDE,
        "patch_size": _PATCH,
        "embedding_length": _WIDTH,
        "feed_forward_length": _HIDDEN,
        "block_count": _LAYERS,
        "projection_dim": model_width,
        "attention.head_count": heads,
    }.items():
        writer.add_uint32(f"clip.vision.{key}", value)
    writer.add_float32("clip.vision.attention.layer_norm_epsilon", 1e-5)
    writer.add_array("clip.vision.image_mean", [0.5, 0.5, 0.5])
    writer.add_array("clip.vision.image_std", [0.5, 0.5, 0.5])

    def add(name: str, rows: int, columns: int) -> None:
        values = random.standard_normal((rows, columns)) * columns**-0.5
        writer.add_tensor(f"{name}.weight", values.astype(np.float32))

    def add_bias(name: str, length: int) -> None:
        writer.add_tensor(f"{name}.bias", np.zeros(length, dtype=np.float32))

    def add_norm(name: str) -> None:
        writer.add_tensor(f"{name}.weight", np.ones(_WIDTH, dtype=np.float32))
        add_bias(name, _WIDTH)

    patches = random.standard_normal((_WIDTH, 3, _PATCH, _PATCH)) * 0.05
    writer.add_tensor("v.patch_embd.weight", patches.astype(np.float32))
    add("v.position_embd", TOKENS, _WIDTH)
    add_norm("v.pre_ln")
    add_norm("v.post_ln")
    for layer in range(_LAYERS):
        block = f"v.blk.{layer}"
        for name in ("attn_q", "attn_k", "attn_v", "attn_out"):
            add(f"{block}.{name}", _WIDTH, _WIDTH)
            add_bias(f"{block}.{name}", _WIDTH)
        add_norm(f"{block}.ln1")
        add_norm(f"{block}.ln2")
        add(f"{block}.ffn_up", _HIDDEN, _WIDTH)
        add_bias(f"{block}.ffn_up", _HIDDEN)
        add(f"{block}.ffn_down", _WIDTH, _HIDDEN)
        add_bias(f"{block}.ffn_down", _WIDTH)
    add("mm.0", model_width, _WIDTH)
    add_bias("mm.0", model_width)
    add("mm.2", model_width, model_width)
    add_bias("mm.2", model_width)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
