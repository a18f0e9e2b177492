"""The same as generation and prompt_reading, in processor time a token: `python -m tests.benchmarks processor_time`.

For a computer that is busy otherwise, where seconds say nothing. Both sides run with one thread on one core, and each
figure is the difference of a long and a short run of the whole program (all its processes), so that starting and
loading cancel out. Text is decoded, sampled, streamed to the command process and printed on our side only.
"""

import json
import os
import subprocess
from collections.abc import Iterator

from tests.benchmarks.bench_home import benchmark_home, llama_bench_command
from tests.benchmarks.prompt_reading import prompt_text
from tests.benchmarks.ratio import Ratio, compare
from tests.end2end.program import ROOT, Home

TARGET = 0.97
SHORT_TOKENS, LONG_TOKENS = 16, 112
QUESTION = "Tell me a story"


def measure(rounds: int = 5) -> Iterator[Ratio]:
    """Generation, greedy and sampled, and reading a prompt. Linux only."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})  # inherited: Hearth, too, then takes one thread
    try:
        with benchmark_home() as home:
            yield _generation(home, rounds, "greedy", "--temperature", "0")
            yield _generation(home, rounds, "sampled", "--seed", "1")
            yield _reading(home, rounds)
    finally:
        os.sched_setaffinity(0, allowed)


def _generation(home: Home, rounds: int, name: str, *options: str) -> Ratio:
    depth = int(_asked(home, QUESTION, "--max-tokens", "1")[1]["prompt_tokens"])

    def ours() -> float:
        spent = []
        for tokens in (SHORT_TOKENS, LONG_TOKENS):
            seconds, usage = _asked(home, QUESTION, *options, "--max-tokens", str(tokens))
            assert usage["completion_tokens"] == tokens, "the answer ended too early to be compared"
            spent.append(seconds)
        return (LONG_TOKENS - SHORT_TOKENS) / (spent[1] - spent[0])

    def theirs() -> float:
        short, long = (
            _benched("-p", "0", "-n", str(n), "-d", str(depth)) for n in (SHORT_TOKENS, LONG_TOKENS)
        )
        return (LONG_TOKENS - SHORT_TOKENS) / (long - short)

    return compare(f"generation, {name}, processor", "tokens/s", ours, theirs, rounds, at_least=TARGET)


def _reading(home: Home, rounds: int) -> Ratio:
    texts = (prompt_text(40, 3.0), prompt_text(700, 3.0))
    counts = [int(_asked(home, text, "--max-tokens", "1")[1]["prompt_tokens"]) for text in texts]
    more = counts[1] - counts[0]

    def ours() -> float:
        short, long = (_asked(home, text, "--max-tokens", "1", "--temperature", "0")[0] for text in texts)
        return more / (long - short)

    def theirs() -> float:
        short, long = (_benched("-p", str(count), "-n", "0", "-b", "512") for count in counts)
        return more / (long - short)

    return compare(f"reading {more} tokens, processor", "tokens/s", ours, theirs, rounds, at_least=TARGET)


def _asked(home: Home, question: str, *options: str) -> tuple[float, dict[str, float]]:
    """Processor seconds of one `hearth ask` with all its processes, and its usage."""
    seconds, out = _spent(home.command("ask", "--json", *options, "-"), home.environment(), question)
    usage: dict[str, float] = json.loads(out)["usage"]
    return seconds, usage


def _benched(*options: str) -> float:
    """Processor seconds of one llama-bench, which reads or writes its tokens once."""
    return _spent(llama_bench_command(*options, "-t", "1", "--no-warmup"), dict(os.environ), "")[0]


def _spent(command: list[str], environ: dict[str, str], stdin: str) -> tuple[float, bytes]:
    before = os.times()
    done = subprocess.run(
        command, env=environ, input=stdin.encode(), capture_output=True, check=True, cwd=ROOT
    )
    after = os.times()
    spent = after.children_user - before.children_user + after.children_system - before.children_system
    return spent, done.stdout
