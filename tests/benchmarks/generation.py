"""Tokens per second through the whole program against llama-bench: `python -m tests.benchmarks.generation`.

Ours: `usage.tokens_per_s` of `hearth ask --json`, the steps between first and last token in the worker process
while it streams to the command process. Theirs: `llama-bench -p 0 -d DEPTH -n TOKENS`, which decodes tokens picked
at random and samples none. Both start at the same depth of context, with the same threads, weights in memory.
"""

import argparse
import os
from collections.abc import Iterator

from app.inference.model_loading import worthwhile_threads
from tests.benchmarks.bench_home import ask, benchmark_home, llama_bench_speed
from tests.benchmarks.ratio import Ratio, compare

TARGET = 0.97
QUESTION = "Tell me a story"
LARGE = 300_000_000  # enough weights for every core


def measure(rounds: int = 5, tokens: int = 96) -> Iterator[Ratio]:
    """Greedy, and sampled as the program does unless told otherwise."""
    threads = worthwhile_threads(LARGE)
    with benchmark_home() as home:
        depth = int(ask(home, "--max-tokens", "1", question=QUESTION)["prompt_tokens"])
        for name, options in (("greedy", ("--temperature", "0")), ("sampled", ("--seed", "1"))):

            def ours(options: tuple[str, ...] = options) -> float:
                usage = ask(home, *options, "--max-tokens", str(tokens), question=QUESTION)
                assert usage["completion_tokens"] == tokens, "the answer ended too early to be compared"
                return float(usage["tokens_per_s"])

            def theirs() -> float:
                return llama_bench_speed("-p", "0", "-n", str(tokens), "-d", str(depth), "-t", str(threads))

            yield compare(
                f"generation, {name}",
                "tokens/s",
                ours,
                theirs,
                rounds,
                at_least=TARGET,
                tokens=tokens,
                depth=depth,
                threads=threads,
                cores=os.cpu_count(),
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tokens", type=int, default=96)
    for ratio in measure(**vars(parser.parse_args())):
        print(ratio.line())
