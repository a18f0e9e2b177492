"""Puts a folder of PDF files into Chroma with llama-index, as its first examples do. Run by `ingesting`.

python llama_index_ingest.py FOLDER EMBEDDER_FOLDER PASSAGE_TOKENS     prints {"passages", "processor_s", "seconds"}
"""

import json
import os
import sys
import time

begun_s = time.monotonic()
os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1", ANONYMIZED_TELEMETRY="False")

import chromadb  # noqa: E402 - after the surroundings are set
from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex  # noqa: E402
from llama_index.core.node_parser import SentenceSplitter  # noqa: E402
from llama_index.embeddings.huggingface import HuggingFaceEmbedding  # noqa: E402
from llama_index.vector_stores.chroma import ChromaVectorStore  # noqa: E402


def main() -> None:
    """Ingest the folder."""
    folder, embedder, tokens = sys.argv[1:4]
    collection = chromadb.EphemeralClient().create_collection("reports")
    index = VectorStoreIndex.from_documents(
        SimpleDirectoryReader(folder).load_data(),
        storage_context=StorageContext.from_defaults(vector_store=ChromaVectorStore(collection)),
        embed_model=HuggingFaceEmbedding(embedder, device="cpu"),
        transformations=[SentenceSplitter(chunk_size=int(tokens), chunk_overlap=0)],
    )
    assert index is not None
    facts = {
        "passages": collection.count(),
        "processor_s": time.process_time(),
        "seconds": time.monotonic() - begun_s,
    }
    print(json.dumps(facts))


if __name__ == "__main__":
    main()
