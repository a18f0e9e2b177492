"""Vectors as rows, and in memory for an exact scan. Main thread of the library process.

The rows are the truth, in half precision, which moves a cosine by less than .0005. In memory they are float32
(154 MB for 100,000 passages): NumPy takes fifteen times as long to scan halves.
"""

import json
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from app.library.passage_table import Floats, Mask, Numbers, PassageTable, Positions
from app.library.shared_scan import SharedScan
from app.library.words import titles_above
from app.vault.database import Database

_SCANNED_AT_ONCE = 8192
_ROOM = 4096  # rows added to the matrix at a time


@dataclass(frozen=True, slots=True)
class Unembedded:
    """A passage without a vector; `text` is what the embedder reads: titles above it, then itself."""

    number: int
    text: str


class VectorStore:
    """Rows of `embedders` and `vectors`, and the matrix of those in use."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._embedder = 0
        self._numbers: Numbers = np.zeros(0, dtype=np.int64)
        self._matrix: Floats = np.zeros((0, 0), dtype=np.float32)
        self._used = 0  # rows of both that are filled, in rising order of numbers
        self._loaded = False
        self._places: tuple[Numbers, int, Positions, Positions] | None = None  # of the last table asked for

    # ---- rows

    def register(self, identity: str, name: str, dimensions: int, path: str = "") -> int:
        """The number of an embedder; it gets one when it is new. `path` is empty for the packaged one."""
        with self._database.transaction() as transaction:
            transaction.execute(
                "INSERT INTO embedders (identity, name, dimensions, path) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                (identity, name, dimensions, path),
            )
        row = self._database.row("SELECT number FROM embedders WHERE identity = ?", (identity,))
        assert row is not None
        return int(row[0])

    def find(self, identity: str) -> int:
        """The number of an embedder that has been used before, else 0."""
        row = self._database.row("SELECT number FROM embedders WHERE identity = ?", (identity,))
        return int(row[0]) if row else 0

    def counts(self) -> dict[int, int]:
        """How many vectors each embedder has made."""
        return dict(self._database.rows("SELECT embedder, count(*) FROM vectors GROUP BY embedder"))

    def unembedded(self, embedder: int, after: int, limit: int) -> list[Unembedded]:
        """Passages with a number above `after` that this embedder has made no vector of."""
        rows = self._database.rows(
            "SELECT p.number, p.headings, p.text FROM passages AS p WHERE p.number > ? AND NOT EXISTS"
            " (SELECT 1 FROM vectors AS v WHERE v.embedder = ? AND v.passage = p.number)"
            " ORDER BY p.number LIMIT ?",
            (after, embedder, limit),
        )
        return [Unembedded(number, embedded_text(headings, text)) for number, headings, text in rows]

    def put(self, embedder: int, numbers: Sequence[int], vectors: Floats) -> Mask:
        """Keep vectors; those of passages that have gone meanwhile are dropped. Returns (n,) which were kept."""
        halves = vectors.astype(np.float16)
        with self._database.transaction() as transaction:
            made = [
                transaction.execute(
                    "INSERT INTO vectors (embedder, passage, vector) SELECT ?1, number, ?3 FROM passages"
                    " WHERE number = ?2 ON CONFLICT (embedder, passage) DO NOTHING",
                    (embedder, number, vector.tobytes()),
                )
                for number, vector in zip(numbers, halves, strict=True)
            ]
        kept = np.array(made, dtype=np.bool_)
        if embedder == self._embedder and self._loaded and kept.any():
            self._append(np.array(numbers, dtype=np.int64)[kept], halves[kept].astype(np.float32))
        return kept

    def others(self, identity: str) -> list[tuple[str, str]]:
        """Identity and folder ("" for the packaged one) of other embedders with vectors, the fullest first."""
        return [
            (str(row[0]), str(row[1]))
            for row in self._database.rows(
                "SELECT e.identity, e.path FROM embedders AS e JOIN vectors AS v ON v.embedder = e.number"
                " WHERE e.identity <> ? GROUP BY e.number ORDER BY count(*) DESC",
                (identity,),
            )
        ]

    def forget_others(self, embedder: int) -> None:
        """Drop what other embedders made, from the disk too, once this one has made all."""
        if self._database.row("SELECT 1 FROM embedders WHERE number <> ?", (embedder,)) is None:
            return
        with self._database.transaction() as transaction:
            transaction.execute("DELETE FROM embedders WHERE number <> ?", (embedder,))
        self._database.checkpoint()

    # ---- in memory

    @property
    def embedder(self) -> int:
        """The embedder whose vectors are searched, 0 for none."""
        return self._embedder

    def use(self, embedder: int) -> None:
        """Search with this embedder's vectors from now on; they are loaded by the first search."""
        if embedder != self._embedder:
            self._embedder = embedder
            self._drop()

    def places(self, table: PassageTable) -> tuple[Positions, Positions]:
        """Which passages of `table` have vectors: their places there, and in the matrix."""
        self._load()
        kept = self._places
        if kept is not None and kept[0] is table.numbers and kept[1] == self._used:
            return kept[2], kept[3]
        numbers = self._numbers[: self._used]
        at = np.searchsorted(table.numbers, numbers)
        at = np.minimum(at, max(len(table) - 1, 0))
        there = table.numbers[at] == numbers if len(table) else np.zeros(len(numbers), dtype=np.bool_)
        self._places = (table.numbers, self._used, at[there], np.flatnonzero(there))
        return self._places[2], self._places[3]

    def cosines(self, query: Floats, rows: Positions) -> Floats:
        """The cosine of `query` with each of these rows of the matrix."""
        if not len(rows):  # before the first vector the matrix has no width either
            return np.zeros(0, dtype=np.float32)
        if len(rows) == self._used:  # all of them, in their order: nothing need be copied
            return self._matrix[: self._used] @ query
        found = np.empty(len(rows), dtype=np.float32)
        for begin in range(0, len(rows), _SCANNED_AT_ONCE):
            part = rows[begin : begin + _SCANNED_AT_ONCE]
            found[begin : begin + len(part)] = self._matrix[part] @ query
        return found

    def scan(self, query: Floats, beside: Executor) -> SharedScan:
        """Begin to make the cosine of `query` with each row of the matrix, in order; there must be one."""
        return SharedScan(self._matrix[: self._used], query, beside)

    def size(self) -> int:
        """How many vectors there are in memory."""
        self._load()
        return self._used

    def drop(self, gone: Numbers) -> None:
        """Take the vectors of these passages out of memory."""
        if self._loaded and len(gone):
            numbers = self._numbers[: self._used]
            stay = ~np.isin(numbers, gone)
            if not stay.all():
                self._matrix, self._numbers = self._matrix[: self._used][stay], numbers[stay]
                self._used, self._places = len(self._numbers), None

    def part(self, after: int, limit: int) -> tuple[Numbers, Floats]:
        """The next vectors of passages with a number above `after`, for an index to be filled with."""
        self._load()
        begin = int(np.searchsorted(self._numbers[: self._used], after, side="right"))
        end = min(begin + limit, self._used)
        return self._numbers[begin:end].copy(), self._matrix[begin:end].copy()

    def _load(self) -> None:
        if self._loaded:
            return
        total = self.counts().get(self._embedder, 0)
        numbers, matrix = np.zeros(total, dtype=np.int64), np.zeros((0, 0), dtype=np.float32)
        used, after = 0, 0
        # Some rows at a time: all of them as Python's own values would take as much again as the matrix.
        while rows := self._database.rows(
            "SELECT passage, vector FROM vectors WHERE embedder = ? AND passage > ? ORDER BY passage LIMIT ?",
            (self._embedder, after, _ROOM),
        ):
            halves = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.float16).reshape(len(rows), -1)
            if not used:
                matrix = np.zeros((total, halves.shape[1]), dtype=np.float32)
            numbers[used : used + len(rows)] = [row[0] for row in rows]
            matrix[used : used + len(rows)] = halves
            used, after = used + len(rows), rows[-1][0]
        self._numbers, self._matrix, self._used, self._loaded = numbers, matrix, used, True

    def _drop(self) -> None:
        self._numbers, self._matrix = np.zeros(0, dtype=np.int64), np.zeros((0, 0), dtype=np.float32)
        self._used, self._loaded, self._places = 0, False, None

    def _append(self, numbers: Numbers, vectors: Floats) -> None:
        order = np.argsort(numbers)
        numbers, vectors = numbers[order], vectors[order]
        if self._used and len(numbers) and numbers[0] <= self._numbers[self._used - 1]:
            self._drop()  # out of order (an interrupted run is being completed): load again when next asked
            return
        needed = self._used + len(numbers)
        if needed > len(self._numbers) or self._matrix.shape[1] != vectors.shape[1]:
            room = needed + max(_ROOM, needed // 4)
            grown = np.zeros((room, vectors.shape[1]), dtype=np.float32)
            grown[: self._used] = self._matrix[: self._used] if self._used else 0
            longer = np.zeros(room, dtype=np.int64)
            longer[: self._used] = self._numbers[: self._used]
            self._matrix, self._numbers = grown, longer
        self._matrix[self._used : needed] = vectors
        self._numbers[self._used : needed] = numbers
        self._used = needed


def embedded_text(headings: str, text: str) -> str:
    """What the embedder reads of a passage. `headings` is a JSON list."""
    return "\n".join((*titles_above(json.loads(headings), text), text))
