"""Puts a collection into a library database of its own, with the program's own parts, and searches it.

In this process and without reading files: what is measured is cutting, indexing and ranking.
"""

import math
import os
from collections.abc import Iterable, Sequence
from enum import Enum
from pathlib import Path

import numpy as np

from app.domain.document import DocumentFacts, Outcome, Page, Reading
from app.domain.library import LibrarySettings
from app.library.embedder import Embedder, EmbedderFolder, embedder_folder
from app.library.file_store import FileStore, Waiting
from app.library.library_store import LibraryStore
from app.library.meaning import Meaning
from app.library.passage_table import Floats
from app.library.reading_room import passages_of
from app.library.scanning import Differences, Seen
from app.library.schema import STEPS
from app.library.search import Searcher, Wanted
from app.library.vector_store import VectorStore
from app.vault.database import Database
from app.vault.migrations import migrate

BATCH = 64


class Vectors:
    """The real embedder, with vectors kept between runs in HEARTH_VECTORS, a folder, where that is set."""

    def __init__(self) -> None:
        self.folder = embedder_folder("")
        self._embedder: Embedder | None = None
        self._known: dict[str, Floats] = {}
        place = os.environ.get("HEARTH_VECTORS")
        self._file = Path(place, f"{self.folder.identity[:16]}.npz") if place else None
        if self._file is not None and self._file.exists():
            with np.load(self._file, allow_pickle=False) as kept:
                self._known = dict(
                    zip(kept["texts"].tolist(), kept["vectors"].astype(np.float32), strict=True)
                )

    def of(self, texts: Sequence[str]) -> Floats:
        """(len(texts), dimensions) vectors."""
        missing = sorted({text for text in texts if text not in self._known}, key=len)
        if missing:
            if self._embedder is None:
                self._embedder = Embedder(self.folder)
            for begin in range(0, len(missing), BATCH):
                part = missing[begin : begin + BATCH]
                self._known.update(zip(part, self._embedder.encode_passages(part), strict=True))
            if self._file is not None:
                vectors = np.array(list(self._known.values()), dtype=np.float16)
                np.savez(self._file, texts=np.array(list(self._known)), vectors=vectors)
        return np.array([self._known[text] for text in texts], dtype=np.float32)


class _Prepared(Meaning):
    """Meaning whose query vectors come from `Vectors`."""

    def __init__(self, store: VectorStore, folder: EmbedderFolder, vectors: Vectors) -> None:
        super().__init__(store, folder, lambda: None, lambda: True, lambda: False)
        self._vectors = vectors
        self.on = True

    def query_vector(self, text: str) -> Floats | None:
        return self.vector(text) if self.on else None

    def vector(self, text: str) -> Floats:
        """The vector of a query."""
        found: Floats = self._vectors.of([text])[0]
        return found


class By(Enum):
    """What a ranking rests on."""

    WORDS = "words"
    MEANING = "meaning"
    FUSED = "fused"


class SearchedCollection:
    """Documents (id -> text) in a database at `path`."""

    def __init__(self, path: Path, documents: dict[str, str], vectors: Vectors) -> None:
        self._database = Database.create(path, b"k" * 32, b"s" * 16)
        migrate(self._database, STEPS)
        libraries, files = LibraryStore(self._database), FileStore(self._database)
        library = libraries.add("all", (str(path.parent),), None, False, LibrarySettings())
        root = libraries.roots()[0].number
        seen = [Seen(f"/{name}".encode(), 1, 1, 1, place) for place, name in enumerate(documents, 1)]
        files.apply(library.number, Differences(root, new=seen))
        with self._database.transaction() as transaction:
            for file in files.waiting(library, (), len(documents)):
                name = file.path.decode()[1:]
                self._keep(files, transaction, file, name, documents[name])
        store = VectorStore(self._database)
        number = store.register(vectors.folder.identity, vectors.folder.name, 384)
        store.use(number)
        waiting = store.unembedded(number, 0, 1 << 30)
        store.put(number, [each.number for each in waiting], vectors.of([each.text for each in waiting]))
        self.passages = len(waiting)
        self._places: dict[int, tuple[str, int, int]] = {
            number: (name[1:], start, stop)
            for number, name, start, stop in self._database.rows(
                "SELECT p.number, f.shown, p.start, p.stop FROM passages AS p"
                " JOIN files AS f ON f.document = p.document"
            )
        }
        self._meaning = _Prepared(store, vectors.folder, vectors)
        self._searcher = Searcher(self._database, self._meaning)

    def ranked(self, query: str, by: By, k: int = 40) -> list[str]:
        """Ids of documents, best first."""
        if by is By.MEANING:
            return list(dict.fromkeys(name for name, _, _ in self.spans(query, by, k)))
        self._meaning.on = by is By.FUSED
        hits = self._searcher.search(Wanted(query, limit=k, join=False)).hits
        return list(dict.fromkeys(path[1:] for hit in hits for path in (hit.passage.path, *hit.also)))

    def spans(self, query: str, by: By, k: int) -> list[tuple[str, int, int]]:
        """Document id and character range of the best passages; neighbours joined, but by meaning alone."""
        if by is By.MEANING:
            table = self._searcher.table
            vector, everything = self._meaning.vector(query), np.ones(len(table), dtype=np.bool_)
            cosines, _ = self._meaning.comparing(vector, table, everything, True, k)(table.numbers[:0])
            best = table.numbers[np.argsort(-cosines, kind="stable")[:k]].tolist()
            return [self._places[number] for number in best]
        self._meaning.on = by is By.FUSED
        hits = self._searcher.search(Wanted(query, limit=k)).hits
        return [(hit.passage.path[1:], hit.passage.start, hit.passage.end) for hit in hits]

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _keep(self, files: FileStore, transaction: object, file: Waiting, name: str, text: str) -> None:
        reading = Reading(Outcome.TEXT, "", DocumentFacts("text"), (Page(1, text),), 0.0)
        hash_ = name.encode().ljust(32, b"\0")
        files.keep(transaction, hash_, reading, passages_of(reading))  # type: ignore[arg-type]
        document = files.document_of(hash_)
        assert document is not None
        files.link(transaction, file, document)  # type: ignore[arg-type]


def ndcg(ranked: Sequence[str], relevant: Iterable[str], k: int = 10) -> float:
    """Normalised discounted cumulative gain of the first `k`."""
    wanted = set(relevant)
    gain = sum(1 / math.log2(place + 2) for place, each in enumerate(ranked[:k]) if each in wanted)
    return gain / sum(1 / math.log2(place + 2) for place in range(min(len(wanted), k)))


def covered(found: Sequence[tuple[str, int, int]], text: str, answer: Sequence[tuple[int, int]]) -> float:
    """The share of the answer's characters that lie in what was found."""
    wanted = {place for start, end in answer for place in range(start, end)}
    have = {place for name, start, end in found if name == text for place in range(start, end)}
    return len(wanted & have) / max(len(wanted), 1)
