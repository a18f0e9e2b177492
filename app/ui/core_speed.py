"""How much slower this core is right now than the one on which limits in milliseconds of work were set."""

import time

REFERENCE_S = 0.0106  # the least of 40 runs of `_work` on a Xeon of 2023 that did nothing else
_RUNS = 5


def slowness() -> float:
    """1.0 on a core as fast as the reference or faster; 2.0 where the same work takes twice its processor time.

    A crowded machine counts as slow: others empty the caches, and share the core.
    """
    return max(1.0, min(_work() for _ in range(_RUNS)) / REFERENCE_S)


def _work() -> float:
    """Processor time, in seconds, of some work as the window does it: objects, texts, tables."""
    began = time.thread_time()
    found: dict[str, list[object]] = {}
    for number in range(40_000):
        found[f"key {number % 5_000}"] = [number, str(number)]
        if number % 7 == 0:
            found.get(f"key {number * 31 % 5_000}")
    return time.thread_time() - began
