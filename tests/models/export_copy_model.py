"""Writes the trained copy model as GGUF: `python -m tests.models.export_copy_model --work FOLDER`.

One process. It puts the same file where the tests and where `hearth --demo` look for it.
"""

import argparse
import shutil
from pathlib import Path

import llama_cpp
import torch

from tests.models.byte_bpe import ByteBpe
from tests.models.copy_chat import CHAT_TEMPLATE, COPY_MODEL, COPY_TOKENIZER, DEMO_MODEL
from tests.models.llama_gguf import Array, LlamaFile, quantise, write_gguf
from tests.models.tiny_llama import Shape, TinyLlama

CONTEXT_TOKENS = 4_096


def load_model(work: Path) -> tuple[TinyLlama, ByteBpe]:
    """The model and tokenizer that training left in `work`."""
    bpe = ByteBpe.load(work / "tokenizer.json")
    model = TinyLlama(Shape(vocabulary=len(bpe.tokens)))
    model.load_state_dict(torch.load(work / "checkpoint.pt", weights_only=True)["model"])
    return model.eval(), bpe


def average(model: TinyLlama, other: TinyLlama) -> None:
    """Puts the mean of both models' weights into the first: two checkpoints of one run, which err differently."""
    with torch.no_grad():
        for own, others in zip(model.parameters(), other.parameters(), strict=True):
            own.lerp_(others, 0.5)


def export(model: TinyLlama, bpe: ByteBpe, path: Path) -> None:
    """Writes the model to `path`: matrices as F16, the embedding in eight bits, or it would pass 5 MB."""
    shape = model.shape
    file = LlamaFile(
        name="Hearth demo",
        description="A small test model: it finds and copies a fact out of numbered passages, no more.",
        licence="apache-2.0",
        chat_template=CHAT_TEMPLATE,
        layers=shape.layers,
        width=shape.width,
        heads=shape.heads,
        kv_heads=shape.heads,
        hidden=shape.hidden,
        context_tokens=CONTEXT_TOKENS,
        rope_base=shape.rope_base,
        norm_epsilon=shape.norm_epsilon,
    )
    weights = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}

    def tensor(name: str, size: tuple[int, ...]) -> Array:
        if name == "token_embd.weight":
            return weights["embedding"]
        if name == "output_norm.weight":
            return weights["last_norm"]
        _, layer, part, _ = name.split(".")
        own = f"layers.{layer}."
        if part in ("attn_q", "attn_k", "attn_v"):
            at = ("attn_q", "attn_k", "attn_v").index(part) * shape.width
            return weights[own + "qkv"][at : at + shape.width]
        if part in ("ffn_gate", "ffn_up"):
            at = ("ffn_gate", "ffn_up").index(part) * shape.hidden
            return weights[own + "gate_up"][at : at + shape.hidden]
        names = {
            "attn_norm": "attention_norm",
            "attn_output": "out",
            "ffn_norm": "hidden_norm",
            "ffn_down": "down",
        }
        return weights[f"{own}{names[part]}"]

    wide = path.with_suffix(".f16")
    try:
        write_gguf(wide, file, bpe, tensor)
        quantise(wide, path, "F16", embedding_type=llama_cpp.GGML_TYPE_Q8_0)
    finally:
        wide.unlink(missing_ok=True)


def main() -> None:
    """Reads the command line and writes both files, or the one that `--out` names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument(
        "--mean-with", type=Path, help="take the mean with the weights of an earlier checkpoint"
    )
    parser.add_argument("--out", type=Path, help="write here alone")
    arguments = parser.parse_args()
    model, bpe = load_model(arguments.work)
    if arguments.mean_with is not None:
        average(model, load_model(arguments.mean_with)[0])
    export(model, bpe, arguments.out or COPY_MODEL)
    if arguments.out is None:
        DEMO_MODEL.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(COPY_MODEL, DEMO_MODEL)
        bpe.save(COPY_TOKENIZER)


if __name__ == "__main__":
    main()
