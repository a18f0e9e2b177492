"""An adapter (LoRA) with random weights for the tiny models."""

from pathlib import Path

import gguf
import numpy as np

RANK = 4


def write_tiny_adapter(
    path: Path, *, width: int = 64, seed: int = 5, architecture: str = "llama", layers: int = 2
) -> Path:
    """Write an adapter that changes the queries and the output of attention, and return `path`."""
    random = np.random.default_rng(seed)
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", 8.0)
    for layer in range(layers):
        for name in ("attn_q", "attn_output"):
            for half, shape in (("lora_a", (RANK, width)), ("lora_b", (width, RANK))):
                values = random.standard_normal(shape).astype(np.float32)
                writer.add_tensor(f"blk.{layer}.{name}.weight.{half}", values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
