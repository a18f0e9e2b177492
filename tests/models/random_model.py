"""Makes Llama-shaped GGUF files with seeded random weights: `python -m tests.models.random_model OUT`.

One process. The tokenizer is synthetic: 256 bytes, made-up merges to any size, the special tokens of ChatML.
Weights are scaled so that no layer grows the stream out of range: text of any length is nonsense, never NaN.
"""

import argparse
import itertools
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.models.byte_bpe import BYTE_CHARS, SPECIALS, ByteBpe
from tests.models.copy_chat import CHAT_TEMPLATE
from tests.models.llama_gguf import FILE_TYPES, Array, LlamaFile, quantise, write_gguf

# The tiny one lies beside this module; larger ones are made when needed.
RANDOM_MODEL = Path(__file__).parent / "random-tiny.gguf"
# Raised whenever the bytes of a model change, so that cached ones are made anew.
RECIPE = 1


@dataclass(frozen=True)
class RandomShape:
    """Sizes of a random model. `vocabulary` is at least 259; `quantisation` is F16, Q4_K_M or Q8_0."""

    vocabulary: int
    layers: int
    width: int
    heads: int
    kv_heads: int
    hidden: int
    context_tokens: int
    quantisation: str = "F16"


TINY = RandomShape(vocabulary=512, layers=2, width=64, heads=4, kv_heads=2, hidden=128, context_tokens=4096)
# About 300 million weights, shaped as small Llamas are; what the benchmarks run on.
BENCHMARK = RandomShape(
    vocabulary=32_000,
    layers=24,
    width=1024,
    heads=16,
    kv_heads=8,
    hidden=2_816,
    context_tokens=8_192,
    quantisation="Q4_K_M",
)


def synthetic_tokenizer(vocabulary: int) -> ByteBpe:
    """A tokenizer of exactly `vocabulary` tokens; its merges join lower-case letters, some after a space.

    Errors: ValueError where `vocabulary` is under 259 or over some 400,000.
    """
    count = vocabulary - len(BYTE_CHARS) - len(SPECIALS)
    if count < 0:
        raise ValueError(f"A vocabulary needs at least {len(BYTE_CHARS) + len(SPECIALS)} tokens.")
    letters = "etaoinshrdlucmfwypvbgkjqxz"
    merges: list[tuple[str, str]] = [("\u0120", letter) for letter in letters]
    merges += [(first, second) for first in letters for second in letters]
    # Longer tokens grow by one letter from each shorter one, in the order in which those were made.
    for at in itertools.count():
        if len(merges) >= count:
            break
        if at >= 16_000:
            raise ValueError(f"A synthetic vocabulary of {vocabulary} tokens is too large.")
        stem = "".join(merges[at])
        merges += [(stem, letter) for letter in letters if len(stem) != 1]
    seen: set[str] = set()
    unique = [pair for pair in merges if not ("".join(pair) in seen or seen.add("".join(pair)))]  # type: ignore[func-returns-value]
    if len(unique) < count:
        raise ValueError(f"A synthetic vocabulary of {vocabulary} tokens is too large.")
    return ByteBpe(unique[:count])


def write_random_model(path: Path, shape: RandomShape, seed: int = 1) -> None:
    """Writes a model of `shape` to `path`; the same shape and seed give the same bytes.

    Errors: OSError where it can't be written, ValueError for a shape that no tokenizer fits.
    """
    bpe = synthetic_tokenizer(shape.vocabulary)
    file = LlamaFile(
        name=f"Random weights {shape.width}x{shape.layers}",
        description="Random weights for tests: it writes nonsense.",
        licence="apache-2.0",
        chat_template=CHAT_TEMPLATE,
        layers=shape.layers,
        width=shape.width,
        heads=shape.heads,
        kv_heads=shape.kv_heads,
        hidden=shape.hidden,
        context_tokens=shape.context_tokens,
    )
    rng = np.random.default_rng(seed)

    def tensor(name: str, size: tuple[int, ...]) -> Array:
        if len(size) == 1:
            return np.ones(size, dtype=np.float32)
        shrink = (
            (2 * shape.layers) ** -0.5 if name.endswith(("attn_output.weight", "ffn_down.weight")) else 1.0
        )
        made = rng.standard_normal(size, dtype=np.float32) * np.float32(shrink * size[1] ** -0.5)
        if name == "token_embd.weight":
            # Control tokens must never be likeliest, or text would end at random: as output weights, zero
            # rows score 0, and the best of many random scores lies well above that.
            made[-len(SPECIALS) :] = 0.0
        return made

    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        plain, final = Path(folder) / "f16.gguf", Path(folder) / "final.gguf"
        write_gguf(plain, file, bpe, tensor)
        if shape.quantisation == "F16":
            plain.replace(path)
        else:
            quantise(plain, final, shape.quantisation)
            final.replace(path)


def benchmark_model(cache: Path | None = None) -> Path:
    """The benchmark model, made on first use in `cache` (else HEARTH_TEST_CACHE, else the system's)."""
    if cache is None:
        default = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "hearth-tests"
        cache = Path(os.environ.get("HEARTH_TEST_CACHE", default))
    cache.mkdir(parents=True, exist_ok=True)
    path = cache / f"random-300m-q4_k_m-{RECIPE}.gguf"
    if not path.exists():
        write_random_model(path, BENCHMARK)
    return path


def main() -> None:
    """Reads the command line and writes one model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--preset", choices=("tiny", "benchmark"), default="tiny")
    for name in ("vocabulary", "layers", "width", "heads", "kv-heads", "hidden", "context-tokens"):
        parser.add_argument(f"--{name}", type=int)
    parser.add_argument("--quantisation", choices=("F16", *FILE_TYPES))
    parser.add_argument("--seed", type=int, default=1)
    given = vars(parser.parse_args())
    out, preset, seed = given.pop("out"), given.pop("preset"), given.pop("seed")
    base = TINY if preset == "tiny" else BENCHMARK
    changed = {name: value for name, value in given.items() if value is not None}
    write_random_model(out, RandomShape(**{**vars(base), **changed}), seed)


if __name__ == "__main__":
    main()
