"""Tiny models in the form of sentence-transformers, with random weights: an embedder and a cross-encoder.

    python -m tests.library.small_models FOLDER

makes `first` and `second` in FOLDER, embedders that differ in their weights, and `ranker`. In a process of its own:
torch doesn't belong into the tests' process.
"""

import json
import subprocess
import sys
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def make_all(folder: Path) -> None:
    """Have the models made in a process of its own."""
    subprocess.run([sys.executable, "-m", __name__, str(folder)], check=True, timeout=300)


def _bert(folder: Path, seed: int, ranker: bool) -> None:
    import torch  # late: only in the process that makes one
    from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizerFast

    torch.manual_seed(seed)
    folder.mkdir(parents=True)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    tokenizer = BertTokenizerFast(
        vocab=dict(zip(pieces, range(len(pieces)), strict=True)), model_max_length=128
    )
    config = BertConfig(
        vocab_size=len(pieces), hidden_size=32, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=128, num_labels=1,
    )  # fmt: skip
    model = BertForSequenceClassification(config) if ranker else BertModel(config)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


def _embedder(folder: Path, seed: int) -> None:
    _bert(folder, seed, ranker=False)
    parts = [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
        {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
    ]
    (folder / "modules.json").write_text(json.dumps(parts), encoding="utf-8")
    (folder / "1_Pooling").mkdir()
    pooling = {"word_embedding_dimension": 32, "pooling_mode_mean_tokens": True}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling), encoding="utf-8")


if __name__ == "__main__":
    _folder = Path(sys.argv[1])
    _embedder(_folder / "first", 1)
    _embedder(_folder / "second", 2)
    _bert(_folder / "ranker", 3, ranker=True)
