"""One reader for all tests of a module: its parser process is started once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.document import Reading, ReadOptions
from app.ipc.reading import DocumentReader


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader() as made:
        yield made


@pytest.fixture
def read(reader: DocumentReader, tmp_path: Path) -> Callable[..., Reading]:
    """Read these bytes as a file of this name."""

    def read_bytes(data: bytes | str, name: str = "file") -> Reading:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return reader.read_document(path)

    return read_bytes


@pytest.fixture
def read_with(reader: DocumentReader, tmp_path: Path) -> Callable[..., Reading]:
    """Read these bytes with these passwords."""

    def read_bytes(data: bytes, *passwords: str) -> Reading:
        path = tmp_path / "file"
        path.write_bytes(data)
        return reader.read_document(path, ReadOptions(passwords=passwords))

    return read_bytes
