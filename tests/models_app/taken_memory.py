"""Loads one model in this process, reads a prompt and a token, and prints its resident bytes: for a test's child.

`python -m tests.models_app.taken_memory FILE CONTEXT_TOKENS`
"""

import sys
from pathlib import Path

from app import sandbox
from app.inference.llama_engine import LlamaContext, LlamaModel
from app.models.gguf import read_gguf
from tests.models_app.planned_need import planned


def main() -> None:
    """Load, compute, tell."""
    sandbox.refuse_matrix_tiles()
    path, context_tokens = sys.argv[1], int(sys.argv[2])
    model = LlamaModel(path, lambda _fraction: True)
    context = LlamaContext(model, planned(read_gguf(Path(path)), context_tokens), 2, 512)
    prompt = [300] * min(context_tokens - 8, 512)
    context.decode_batch(prompt, 0)
    context.decode_one(5, len(prompt))
    with open("/proc/self/smaps_rollup", encoding="ascii") as lines:
        print(next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Rss:")))


if __name__ == "__main__":
    main()
