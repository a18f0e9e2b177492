"""The cosines of a query with very many vectors, by two threads that take part after part.

One begins at once, while words are scored on the main thread, which then takes its share. OpenBLAS by itself would
cut the product in equal pieces and wait for the one whose core has other work. So parts are cut into products that
it leaves to the core that asks for them. Memory limits the pace: one core alone takes half as long again as two.
"""

import threading
from concurrent.futures import Executor

import numpy as np

from app.library.passage_table import Floats

_ONE_CORE_VALUES = 1 << 15  # of a product; OpenBLAS shares one of some 460,000 and more among cores
_PART_VALUES = 1 << 21  # 8 MB, a quarter of a millisecond
_FIRST_SHARE = 0.3  # of the rows, in one go: until then the main thread has words to score


class SharedScan:
    """The product of a matrix (n, d), which has rows and columns, with a vector (d,)."""

    def __init__(self, matrix: Floats, query: Floats, beside: Executor) -> None:
        """Begin on a thread of `beside`."""
        self._matrix = matrix
        self._query = query
        self._found = np.empty(len(matrix), dtype=np.float32)
        self._in_one = max(1, _ONE_CORE_VALUES // matrix.shape[1])
        self._taken = 0  # rows that are done, or that a thread is at
        self._lock = threading.Lock()
        self._other = beside.submit(self._work, int(len(matrix) * _FIRST_SHARE))

    def finish(self) -> Floats:
        """(n,) the product; helps to make it."""
        self._work(0)
        self._other.result()
        return self._found

    def _work(self, first: int) -> None:
        """Multiply parts until none is left. `first`: rows of the first part, if it is to be a large one."""
        part = max(1, _PART_VALUES // self._matrix.shape[1])
        begin, end = self._take(max(first, part))
        while begin < end:
            self._multiply(begin, end)
            begin, end = self._take(part)

    def _take(self, rows: int) -> tuple[int, int]:
        """The next rows."""
        with self._lock:
            begin, self._taken = self._taken, min(self._taken + rows, len(self._matrix))
            return begin, self._taken

    def _multiply(self, begin: int, end: int) -> None:
        blocks = (end - begin) // self._in_one
        even = begin + blocks * self._in_one
        rows, found = self._matrix[begin:even], self._found[begin:even]
        np.matmul(
            rows.reshape(blocks, self._in_one, rows.shape[1]),
            self._query,
            found.reshape(blocks, self._in_one),
        )
        np.matmul(self._matrix[even:end], self._query, self._found[even:end])
