"""The door to Chroma: an index over vectors, in memory only.

Filled on a thread of its own (`fill`), asked from the main thread. It holds numbers and vectors and nothing
else: no text, no name. What is gone from the database is deleted here too; since passage numbers are never
given twice, a number that is still here can at worst find nothing.
"""

import sys
import threading
import types
from collections.abc import Sequence
from typing import Any

import numpy as np

from app.library.passage_table import Floats, Numbers

_COLLECTION = "passages"
_SPACE = {"hnsw:space": "cosine", "hnsw:construction_ef": 80, "hnsw:M": 16, "hnsw:search_ef": 120}


class VectorIndex:
    """Nearest vectors, nearly always all of them.

    Attributes:
        count: how many vectors it holds.
    """

    def __init__(self) -> None:
        """An empty index. Takes a second the first time, for the import."""
        _leave_the_exporter_out()
        import chromadb
        from chromadb.config import Settings

        # Explicit, or a .env file or a CHROMA_ variable could make an HTTP client of it.
        self._client: Any = chromadb.EphemeralClient(
            Settings(
                _env_file=None,
                chroma_api_impl="chromadb.api.rust.RustBindingsAPI",
                anonymized_telemetry=False,
                allow_reset=True,
                is_persistent=False,
                chroma_server_host=None,
                chroma_otel_collection_endpoint="",
            )
        )
        self._client.reset()  # clients of one process share what they hold
        # Its `configuration` is never read: CVE-2026-45829.
        self._vectors: Any = self._client.create_collection(
            _COLLECTION, embedding_function=None, metadata=dict(_SPACE)
        )
        self._lock = threading.Lock()  # one call at a time: filling and asking come from two threads
        self.count = 0

    def add(self, numbers: Numbers, vectors: Floats) -> None:
        """Put vectors in; about half a millisecond each."""
        if not len(numbers):
            return
        with self._lock:
            self._vectors.upsert(ids=[str(number) for number in numbers.tolist()], embeddings=vectors)
            self.count = int(self._vectors.count())

    def remove(self, numbers: Sequence[int]) -> None:
        """Take vectors out."""
        if not numbers:
            return
        with self._lock:
            self._vectors.delete(ids=[str(number) for number in numbers])
            self.count = int(self._vectors.count())

    def nearest(self, query: Floats, limit: int) -> Numbers:
        """The passages whose vectors are nearest, best first."""
        with self._lock:
            if not self.count:
                return np.zeros(0, dtype=np.int64)
            found = self._vectors.query(
                query_embeddings=query.reshape(1, -1), n_results=min(limit, self.count), include=[]
            )
        return np.array([int(number) for number in found["ids"][0]], dtype=np.int64)


def _leave_the_exporter_out() -> None:
    """WORKAROUND for Chroma 1.5.9, which imports what sends its traces to a server before it looks whether
    anybody wants that. Ours isn't installed at all; this stands in its place and refuses to be made.
    """

    class OTLPSpanExporter:
        def __init__(self, *_: object, **__: object) -> None:
            raise RuntimeError("nothing is sent anywhere")

    name = "opentelemetry.exporter.otlp.proto.grpc.trace_exporter"
    if name not in sys.modules:
        module = types.ModuleType(name)
        module.OTLPSpanExporter = OTLPSpanExporter  # type: ignore[attr-defined]
        sys.modules[name] = module
