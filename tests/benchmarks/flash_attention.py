"""Reading a short question and writing at a depth of 2,000 tokens without flash attention, against with it.

`python -m tests.benchmarks.flash_attention [--rounds N] [--threads N] [--depth N]`, on a processor. One model with two
contexts, by the clock and by processor time: with one thread, as it is by default, the latter tells even on a computer
that is busy otherwise.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from functools import partial

from app import sandbox
from tests.benchmarks.bench_home import benchmark_model
from tests.benchmarks.ratio import Ratio, ratio_of

TARGET = 1.1
DEPTH_TOKENS = 2_000
QUESTION_TOKENS = 61
WRITTEN_TOKENS = 32
CONTEXT_TOKENS = 8_192  # what a conversation is loaded with


def measure(rounds: int = 5, threads: int = 1, depth: int = DEPTH_TOKENS) -> Iterator[Ratio]:
    """Both ways in turns; every figure is tokens a second."""
    sandbox.refuse_matrix_tiles()
    from app.domain.model_memory import BATCH_TOKENS, LoadPlan, micro_batch
    from app.inference.llama_engine import LlamaContext, LlamaModel

    model = LlamaModel(str(benchmark_model()), lambda _fraction: True)
    plain = LoadPlan(CONTEXT_TOKENS, micro_batch_tokens=micro_batch(16, CONTEXT_TOKENS))
    flash = LoadPlan(CONTEXT_TOKENS, flash=True, micro_batch_tokens=BATCH_TOKENS)
    contexts = [LlamaContext(model, plan, threads, BATCH_TOKENS) for plan in (plain, flash)]
    text = [300 + number * 7_919 % 30_000 for number in range(depth + QUESTION_TOKENS)]
    for context in contexts:
        for start in range(0, depth, BATCH_TOKENS):
            context.decode_batch(text[start : min(start + BATCH_TOKENS, depth)], start)

    def read(context: LlamaContext) -> None:
        context.decode_batch(text[depth:], depth)

    def write(context: LlamaContext) -> None:
        for at, token in enumerate(text[:WRITTEN_TOKENS], depth):
            context.decode_one(token, at)

    for name, count, act in (("reading", QUESTION_TOKENS, read), ("writing", WRITTEN_TOKENS, write)):
        found: list[list[tuple[float, float]]] = [[], []]
        for turn in range(rounds + 1):
            for context, figures in zip(contexts, found, strict=True):
                context.keep_first(depth)
                spent = _spent(partial(act, context))
                if turn:  # the first doesn't count
                    figures.append((count / spent[0], count / spent[1]))
        for kind, clock in enumerate(("by the clock", "of processor time")):
            mine, other = ([one[kind] for one in figures] for figures in found)
            what = f"{name} {count} after {depth}, {clock}"
            yield ratio_of(what, "tokens/s", mine, other, at_least=TARGET, threads=threads)


def _spent(act: Callable[[], None]) -> tuple[float, float]:
    """Seconds by the clock, and of processor time, all threads together."""
    clock, processor = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - clock, time.process_time() - processor


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--depth", type=int, default=DEPTH_TOKENS)
    for ratio in measure(**vars(parser.parse_args())):
        print(ratio.line(), flush=True)
