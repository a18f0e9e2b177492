"""100,000 vectors in NumPy and in Chroma beside their embedder, and nothing else. Run by `library_memory`.

python bare_memory.py EMBEDDER_FOLDER     prints {"rss_mib"}
"""

import json
import os
import sys

os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", ANONYMIZED_TELEMETRY="False")

import chromadb
import numpy as np
import psutil
from sentence_transformers import SentenceTransformer

VECTORS, DIMENSIONS, AT_ONCE = 100_000, 384, 5000


def main() -> None:
    """Hold them, ask once, and tell."""
    embedder = SentenceTransformer(sys.argv[1], device="cpu", local_files_only=True)
    vectors = np.random.default_rng(7).normal(size=(VECTORS, DIMENSIONS)).astype(np.float32)
    collection = chromadb.EphemeralClient().create_collection("vectors")
    for begin in range(0, VECTORS, AT_ONCE):
        numbers = [str(number) for number in range(begin, begin + AT_ONCE)]
        collection.add(ids=numbers, embeddings=vectors[begin : begin + AT_ONCE])
    collection.query(query_embeddings=embedder.encode(["How high is the tower?"]), n_results=10, include=[])
    print(json.dumps({"rss_mib": psutil.Process().memory_info().rss >> 20}))


if __name__ == "__main__":
    main()
