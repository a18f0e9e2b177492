"""Two threads share one product, whoever comes first."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.library import meaning, passage_table
from app.library.meaning import Meaning
from app.library.passage_table import Floats
from app.library.schema import prepare
from app.library.shared_scan import SharedScan
from app.library.vector_store import VectorStore
from app.vault.database import Database

WIDTH = 384


class _AtOnce(Executor):
    """The other thread has done all before the main thread comes."""

    def submit(self, work: Callable[..., Any], /, *values: Any, **named: Any) -> "Future[Any]":
        done: Future[Any] = Future()
        done.set_result(work(*values, **named))
        return done


class _Late(Executor):
    """The other thread comes when the main thread has done its share, and waits for it."""

    def submit(self, work: Callable[..., Any], /, *values: Any, **named: Any) -> "Future[Any]":
        class Waiting(Future[Any]):
            def result(self, timeout: float | None = None) -> Any:
                return work(*values, **named)

        return Waiting()


@pytest.mark.parametrize("rows", [1, 84, 20_001, 40_000])
@pytest.mark.parametrize("beside", [_AtOnce(), _Late(), ThreadPoolExecutor(1)])
def test_every_row_is_multiplied(rows: int, beside: Executor) -> None:
    matrix, query = _random(rows), _random(1)[0]
    assert np.allclose(SharedScan(matrix, query, beside).finish(), matrix @ query, rtol=1e-4, atol=0)


def test_a_width_past_a_part_is_taken_row_by_row() -> None:
    matrix = np.ones((2, 3_000_000), dtype=np.float32)
    assert SharedScan(matrix, matrix[0], _Late()).finish().tolist() == [3e6] * 2


def test_a_search_of_all_is_shared_and_one_of_some_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "BESIDE_FROM", 100)
    scans: list[int] = []
    real = VectorStore.scan

    def scan(store: VectorStore, query: Floats, beside: Executor) -> SharedScan:
        scans.append(store.size())
        return real(store, query, beside)

    monkeypatch.setattr(VectorStore, "scan", scan)
    database = Database.create(tmp_path / "library.db", b"k" * 32, b"s" * 16)
    vectors = _library(database, 120)
    store = VectorStore(database)
    store.use(1)
    searched, table = (
        Meaning(store, None, lambda: None, lambda: True, lambda: False),
        passage_table.load(database),
    )
    allowed, nowhere = np.ones(120, dtype=np.bool_), np.zeros(0, dtype=np.int64)
    found, have = searched.comparing(vectors[7], table, allowed, True, 10)(nowhere)
    assert (scans, have) == ([120], 120)
    assert np.allclose(found, store.cosines(vectors[7], np.arange(120)), rtol=1e-4, atol=0)
    allowed[5] = False
    found, have = searched.comparing(vectors[7], table, allowed, False, 10)(nowhere)
    assert (scans, have, int(np.isnan(found).sum())) == ([120], 119, 1)
    database.close()


def _library(database: Database, passages: int) -> Floats:
    """Passages of one document with vectors."""
    prepare(database)
    with database.transaction() as transaction:
        transaction.execute("INSERT INTO documents VALUES (1, x'01', 'text', '', '', '', '{}', '[]')")
        for number in range(1, passages + 1):
            transaction.execute(
                "INSERT INTO passages VALUES (?, 1, 1, 0, 1, 'en', '[]', 'a', 'a', 1)", (number,)
            )
    store, vectors = VectorStore(database), _random(passages)
    assert store.register("identity", "name", WIDTH) == 1
    store.put(1, range(1, passages + 1), vectors)
    return vectors


def _random(rows: int) -> Floats:
    return np.random.default_rng(rows).random((rows, WIDTH), dtype=np.float32) / np.float32(WIDTH)
