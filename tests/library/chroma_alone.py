"""Fills and asks the index in surroundings that would turn Chroma into something else. A child process.

Prints what it found; the last line is the number of files opened for writing and sockets made.
"""

import os
import sys

import numpy as np

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
touched: list[str] = []


def _look(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.__new__", "socket.connect"):
        touched.append(event)
    elif event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING:
        touched.append(f"write {arguments[0]!r}")


def main() -> None:
    """Add, ask, remove, ask."""
    sys.addaudithook(_look)
    from app.library.vector_index import VectorIndex

    index = VectorIndex()
    vectors = np.eye(8, dtype=np.float32)
    index.add(np.arange(1, 9, dtype=np.int64), vectors)
    print(index.count, index.nearest(vectors[4], 3)[0])
    index.remove([5])
    print(index.count, 5 in index.nearest(vectors[4], 8))
    print([event for event in touched if "/dev/null" not in event])
    print(any(name.startswith("opentelemetry.exporter.otlp.proto.grpc._") for name in sys.modules))


if __name__ == "__main__":
    main()
