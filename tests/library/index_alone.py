"""Fills the index from rows, a few vectors at a time. Run by `test_vector_index`, in a process of its own.

Prints how many vectors there are; whether the index holds each and each is nearest to itself; the most that ever
waited; how many it holds after some have gone while they waited; and whether it gives the cosines of an exact scan for
the nearest passages, for those wanted and for their neighbours, and for few others.
"""

import tempfile
import threading
from pathlib import Path

import numpy as np

from app.library import passage_table
from app.library.embedder import embedder_folder
from app.library.meaning import INDEX_FROM, Meaning
from app.library.passage_table import Floats, PassageTable
from app.library.schema import prepare
from app.library.vector_store import VectorStore
from app.vault.database import Database

VECTORS = INDEX_FROM + 300
DIMENSIONS = 16
GONE = 100
PATIENCE_S = 100.0


def main() -> None:
    """See above."""
    with tempfile.TemporaryDirectory() as place:
        database = Database.create(Path(place, "library.db"), b"k" * 32, b"s" * 16)
        vectors = _write(database)
        store, woken = VectorStore(database), threading.Event()
        meaning = Meaning(store, embedder_folder(""), woken.set, lambda: True, lambda: False)
        print(store.size() == VECTORS)
        most = _fill(meaning, woken)
        index = meaning._index
        assert index is not None
        numbers = [int(index.nearest(vectors[place], 1)[0]) for place in range(0, VECTORS, 50)]
        print(index.count == VECTORS, numbers == list(range(1, VECTORS + 1, 50)), most < VECTORS // 2)
        meaning = Meaning(store, embedder_folder(""), woken.set, lambda: True, lambda: False)
        with meaning.searching():  # nothing is taken in meanwhile
            meaning.fill_index()
            with database.transaction() as transaction:
                transaction.execute("DELETE FROM passages WHERE number <= ?", (GONE,))
            meaning.forget(np.arange(1, GONE + 1))
        _fill(meaning, woken)
        index = meaning._index
        assert index is not None
        table = passage_table.load(database)
        print(index.count == len(table) == VECTORS - GONE)
        print(*_compared(meaning, table, vectors[GONE + 700]))
        database.close()


def _compared(meaning: Meaning, table: PassageTable, query: Floats) -> tuple[bool, ...]:
    """Of the index against an exact scan, for a query that is the vector of the passage at place 700."""
    every = np.ones(len(table), dtype=np.bool_)
    wanted = np.array([5, 1500])
    near, have = meaning.comparing(query, table, every, True, 10)(wanted)
    exact, all_of_them = meaning.comparing(query, table, every, False, 10)(wanted)
    known = np.flatnonzero(~np.isnan(near))
    asked = {4, 5, 6, 699, 700, 701, 1499, 1500, 1501}
    return (
        have == all_of_them == len(table) == len(exact),
        np.allclose(near[known], exact[known], atol=1e-6),
        asked <= set(known.tolist()),
        len(known) < 100,
    )


def _fill(meaning: Meaning, woken: threading.Event) -> int:
    """As the library process does, whenever it is woken; how many vectors waited at most."""
    most = 0
    meaning.fill_index()
    while not meaning.index_filled or meaning._to_index.qsize():
        most = max(most, meaning._to_index.qsize() * 64)
        assert woken.wait(PATIENCE_S)
        woken.clear()
        meaning.fill_index()
    return most


def _write(database: Database) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    prepare(database)
    vectors = np.random.default_rng(7).normal(size=(VECTORS, DIMENSIONS)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    with database.transaction() as transaction:
        transaction.execute("INSERT INTO documents VALUES (1, x'01', 'text', '', '', '', '{}', '[]')")
        for number in range(1, VECTORS + 1):
            transaction.execute(
                "INSERT INTO passages VALUES (?, 1, 1, 0, 1, 'en', '[]', 'x', 'x', 1)", (number,)
            )
    store = VectorStore(database)
    store.put(
        store.register(embedder_folder("").identity, "made", DIMENSIONS), range(1, VECTORS + 1), vectors
    )
    return vectors


if __name__ == "__main__":
    main()
