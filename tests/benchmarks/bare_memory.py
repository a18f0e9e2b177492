"""100,000 vectors in NumPy and in Chroma beside their embedder, and nothing else. Run by `library_memory`.

python bare_memory.py EMBEDDER_FOLDER     prints {"rss_mib"}
"""

import json
import os
import sys
import types

os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", ANONYMIZED_TELEMETRY="False")
VECTORS, DIMENSIONS, AT_ONCE = 100_000, 384, 5000


def main() -> None:
    """Hold them, ask once, and tell."""
    _leave_the_exporter_out()
    import chromadb  # late: after the surroundings are set
    import numpy as np
    import psutil
    from sentence_transformers import SentenceTransformer

    embedder = SentenceTransformer(sys.argv[1], device="cpu", local_files_only=True)
    vectors = np.random.default_rng(7).normal(size=(VECTORS, DIMENSIONS)).astype(np.float32)
    collection = chromadb.EphemeralClient().create_collection("vectors")
    for begin in range(0, VECTORS, AT_ONCE):
        numbers = [str(number) for number in range(begin, begin + AT_ONCE)]
        collection.add(ids=numbers, embeddings=vectors[begin : begin + AT_ONCE])
    collection.query(query_embeddings=embedder.encode(["How high is the tower?"]), n_results=10, include=[])
    print(json.dumps({"rss_mib": psutil.Process().memory_info().rss >> 20}))


def _leave_the_exporter_out() -> None:
    """What Chroma would send its traces with isn't installed; see `app.library.vector_index`."""
    exporter = types.ModuleType("opentelemetry.exporter.otlp.proto.grpc.trace_exporter")
    exporter.__dict__["OTLPSpanExporter"] = object
    sys.modules[exporter.__name__] = exporter


if __name__ == "__main__":
    main()
