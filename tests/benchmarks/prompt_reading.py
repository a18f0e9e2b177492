"""Reading a prompt of about 2,000 tokens against llama-bench: `python -m tests.benchmarks.prompt_reading`.

Ours: `prompt_tokens / first_token_s` of `hearth ask --json`: from the frame's arrival in the worker to the first
token, so rendering the template, cutting the text into tokens, reading and sampling once. Theirs: the same number
of tokens with `llama-bench -p N -n 0`. Both with the same threads and batches. llama-bench warms up with a whole
prompt, so ours is the second question to a worker in the tenth turn's benchmark, and the first one here.
"""

import argparse
import os

from app.domain.model_memory import BATCH_TOKENS
from app.inference.model_loading import worthwhile_threads
from tests.benchmarks.bench_home import ask, benchmark_home, llama_bench_speed
from tests.benchmarks.generation import LARGE
from tests.benchmarks.ratio import Ratio, compare

TARGET = 0.97
TOKENS = 2_000


def prompt_text(tokens: int, token_chars: float) -> str:
    """Words that come to about `tokens` tokens; no two paragraphs alike."""
    words = [
        "the",
        "window",
        "of",
        "the",
        "house",
        "was",
        "open",
        "and",
        "she",
        "heard",
        "rain",
        "on",
        "the",
        "leaves",
        "all",
        "night",
    ]
    text = " ".join(words[number * 7 % len(words)] for number in range(tokens * 3))
    return text[: int(tokens * token_chars)]


def measure(rounds: int = 3) -> list[Ratio]:
    """Read the prompt and one token of the answer, in a fresh process each time as llama-bench does."""
    threads = worthwhile_threads(LARGE)
    with benchmark_home() as home:

        def usage(text: str) -> dict[str, float]:
            return ask(home, "--max-tokens", "1", "--temperature", "0", stdin=text)

        trial = prompt_text(TOKENS, 1.0)
        text = prompt_text(TOKENS, len(trial) / usage(trial)["prompt_tokens"])
        count = int(usage(text)["prompt_tokens"])

        def ours() -> float:
            told = usage(text)
            return told["prompt_tokens"] / told["first_token_s"]

        def theirs() -> float:
            return llama_bench_speed("-p", str(count), "-n", "0", "-t", str(threads), "-b", str(BATCH_TOKENS))

        return [
            compare(
                f"reading {count} tokens",
                "tokens/s",
                ours,
                theirs,
                rounds,
                at_least=TARGET,
                threads=threads,
                cores=os.cpu_count(),
                batch_tokens=BATCH_TOKENS,
            )
        ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    for ratio in measure(**vars(parser.parse_args())):
        print(ratio.line())
