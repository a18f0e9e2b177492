"""Fills Chroma while a search is under way, and after it. Run by `test_vector_index`, in a process of its own.

Prints how many vectors the index holds at both times.
"""

import queue
import threading

import numpy as np

from app.library.meaning import fill
from app.library.passage_table import Floats, Numbers
from app.library.vector_index import VectorIndex

PATIENCE_S = 60.0


class _Watched(threading.Event):
    """Tells when somebody begins to wait for it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = threading.Event()

    def wait(self, timeout: float | None = None) -> bool:
        self.asked.set()
        return super().wait(timeout)


class _Told(VectorIndex):
    """Tells when vectors have been taken in."""

    def __init__(self) -> None:
        super().__init__()
        self.taken = threading.Event()

    def add(self, numbers: Numbers, vectors: Floats) -> None:
        super().add(numbers, vectors)
        self.taken.set()


def main() -> None:
    """See above."""
    index, undisturbed, emptied = _Told(), _Watched(), threading.Event()
    waiting: queue.SimpleQueue[tuple[Numbers, Floats]] = queue.SimpleQueue()
    threading.Thread(target=fill, args=(index, waiting, set(), undisturbed, emptied.set), daemon=True).start()
    waiting.put((np.arange(1, 4, dtype=np.int64), np.eye(3, 8, dtype=np.float32)))
    print(undisturbed.asked.wait(PATIENCE_S), index.count)
    undisturbed.set()
    print(index.taken.wait(PATIENCE_S), index.count)
    print(emptied.wait(PATIENCE_S))


if __name__ == "__main__":
    main()
