"""Searching among 100,000 passages against a bare NumPy scan of the same vectors, in one run.

`search_library` says what is searched. Every question is asked once: what is kept of rare words is of no use.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil

from app.library.embedder import embedder_folder
from app.library.meaning import Meaning
from app.library.passage_table import Floats
from app.library.schema import prepare
from app.library.search import Searcher, Wanted
from app.library.vector_store import VectorStore
from app.vault.database import Database
from tests.benchmarks import search_library
from tests.benchmarks.ratio import Ratio, ratio_of

QUERIES = 200
WARM_UP = 60  # other questions, before any is counted
ASKED = QUERIES + WARM_UP  # others in each state: what was read for a question is kept


class _GivenVector(Meaning):
    """Meaning whose query vector is given: embedding the query is measured elsewhere."""

    vector = np.zeros(search_library.DIMENSIONS, dtype=np.float32)

    def query_vector(self, text: str) -> Floats:
        return self.vector


def measure() -> list[Ratio]:
    """95th percentiles by the clock and of processor time; exact, and with the index."""
    place = Path(tempfile.mkdtemp(prefix="hearth-bench-"))
    try:
        return _measured(search_library.library(place))
    finally:
        shutil.rmtree(place)


def _measured(path: Path) -> list[Ratio]:
    questions, vectors = search_library.questions(), search_library.vectors()
    before_bytes = psutil.Process().memory_info().rss
    database = Database.open(path, search_library.KEY, search_library.SALT)
    prepare(database)
    meaning = _GivenVector(
        VectorStore(database), embedder_folder(""), lambda: None, lambda: True, lambda: False
    )
    searcher = Searcher(database, meaning)
    searcher.search(Wanted(questions[0]))
    begun = time.process_time()
    while searcher.read_ahead():
        pass
    facts: dict[str, float] = {
        "passages": search_library.PASSAGES,
        "read_ahead_s": round(time.process_time() - begun, 2),
        "library_mib": _grown_mib(before_bytes),  # beside what Python and the benchmark's own vectors take
    }
    found = list(_compared("exact scan", searcher, meaning, vectors, questions[:ASKED], facts))
    begun, begun_cpu = time.perf_counter(), time.process_time()
    meaning.fill_index()
    while not meaning.index_filled:
        time.sleep(0.01)
        meaning.fill_index()  # the library process does so whenever it has nothing else to do
    facts = {
        "index_filled_s": round(time.perf_counter() - begun, 1),
        "index_filled_cpu_s": round(time.process_time() - begun_cpu, 1),
        "library_mib": _grown_mib(before_bytes),
    }
    found += _compared("index", searcher, meaning, vectors, questions[ASKED : 2 * ASKED], facts)
    database.close()
    return found


def _grown_mib(before_bytes: int) -> int:
    return (psutil.Process().memory_info().rss - before_bytes) >> 20


def _compared(
    name: str,
    searcher: Searcher,
    meaning: _GivenVector,
    vectors: Floats,
    questions: list[str],
    facts: dict[str, float],
) -> Iterator[Ratio]:
    for question in questions[QUERIES:]:
        searcher.search(Wanted(question))
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    for number, question in enumerate(questions[:QUERIES]):  # in turns: a computer's speed drifts
        meaning.vector = vector = vectors[number * 37]
        theirs.append(_timed(lambda vector=vector: np.argpartition(-(vectors @ vector), 10)[:10]))  # type: ignore[misc]
        ours.append(_timed(lambda question=question: searcher.search(Wanted(question))))  # type: ignore[misc]
    load = os.getloadavg()[0]
    for clock, what in enumerate(("p95", "p95 of processor time")):
        mine, other = (float(np.percentile([one[clock] for one in each], 95)) for each in (ours, theirs))
        yield ratio_of(
            f"search {what}, {name}",
            "ms",
            [mine * 1000],
            [other * 1000],
            at_most=2.0,
            load_before=load,
            facts=facts,
        )


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of all processors."""
    begun_s, begun_cpu_s = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun_s, time.process_time() - begun_cpu_s
