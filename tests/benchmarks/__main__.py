"""Runs benchmarks and prints a table: `python -m tests.benchmarks [NAME ...] [--rounds N]`.

JSON lines go to stderr. Without names the four quick ones: generation, prompt_reading, window, conversation. Only
when named: processor_time, for a computer that is busy otherwise; flash_attention, switching, speculation,
reading, embedding, ingesting, searching, library_memory, library_memory_indexing, conversation_list,
conversation_search, opening and typing, which take longer.
"""

import argparse
import sys
from collections.abc import Callable, Iterable

from tests.benchmarks import (
    conversation,
    conversation_list,
    finding,
    flash_attention,
    generation,
    ingesting,
    library_memory,
    opening,
    processor_time,
    prompt_reading,
    searching,
    speculation,
    switching,
    typing_latency,
    window,
)
from tests.benchmarks.ratio import Ratio

MEASURES: dict[str, Callable[[int], Iterable[Ratio]]] = {
    "generation": generation.measure,
    "prompt_reading": prompt_reading.measure,
    "window": window.measure,
    "conversation": lambda _rounds: conversation.measure(),  # its rounds are its turns
}
BY_NAME_ONLY: dict[str, Callable[[int], Iterable[Ratio]]] = {
    "processor_time": processor_time.measure,
    "flash_attention": flash_attention.measure,
    "switching": switching.measure,
    "speculation": speculation.measure,
    "reading": finding.measure_reading,
    "embedding": finding.measure_embedding,
    "ingesting": ingesting.measure,
    "searching": lambda _rounds: searching.measure(),  # its rounds are its questions
    "library_memory": lambda _rounds: library_memory.measure(),
    "library_memory_indexing": lambda _rounds: library_memory.measure_indexing(),  # takes an hour
    "conversation_list": conversation_list.measure_list,
    "opening": opening.measure,
    "typing": typing_latency.measure,
    "conversation_search": conversation_list.measure_search,
}


def main() -> int:
    """Run those named, or the quick ones. Exit code 1 when a target was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    found: list[Ratio] = []
    for name in given.names or MEASURES:
        found += _told({**MEASURES, **BY_NAME_ONLY}[name](given.rounds))
    print(f"{'what':42}{'ours':>10}{'theirs':>10}  {'unit':10}{'ratio':>8}  target")
    for one in found:
        target = f">= {one.at_least}" if one.at_least is not None else f"<= {one.at_most}"
        verdict = "met" if one.met else "MISSED"
        if one.at_least is None and one.at_most is None:
            target, verdict = "none,", "told for comparison"
        print(
            f"{one.name:42}{one.ours:10.3f}{one.theirs:10.3f}  {one.unit:10}{one.ratio:8.3f}  {target} {verdict}"
        )
    return 0 if all(one.met for one in found) else 1


def _told(ratios: Iterable[Ratio]) -> list[Ratio]:
    told = []
    for one in ratios:  # some are still being measured
        print(one.line(), file=sys.stderr, flush=True)
        told.append(one)
    return told


if __name__ == "__main__":
    sys.exit(main())
