"""Files on their way through the reading threads: small texts together, whoever ends their process alone."""

import queue
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.document import ReadOptions
from app.ipc.parser_process import ForkingParser
from app.ipc.reading import DocumentReader
from app.library.file_store import Waiting
from app.library.reading_room import SMALL_BYTES, TOGETHER, FileRead, ReadingRoom, content_hash, together
from tests.parsing.made_files import pdf

PATIENCE_S = 60.0


def _waiting(number: int, path: str = "", size_bytes: int = 10) -> Waiting:
    return Waiting(number, 1, path.encode(), size_bytes, 0, False)


def test_small_files_go_together_and_no_file_waits_for_later_ones() -> None:
    sizes = [10, SMALL_BYTES + 1, 10, 0, SMALL_BYTES, SMALL_BYTES, SMALL_BYTES, SMALL_BYTES, 10]
    tasks = together([_waiting(number, size_bytes=size) for number, size in enumerate(sizes)])
    assert [[file.number for file in task] for task in tasks] == [[0, 2, 4, 5, 6], [1], [3], [7, 8]]
    assert [len(task) for task in together([_waiting(n) for n in range(TOGETHER + 1)])] == [TOGETHER, 1]


FILES = {
    "notes.md": b"# Harbour\n\nThe lantern tower.",
    "list.csv": b"name;height\ntower;31",
    "letter.txt": "Grüße aus Köln, wo der Turm überall zu sehen ist.".encode("cp1252"),
    "wide.txt": "words in two bytes each".encode("utf-16-le"),
    "values.json": b'{"tower": [31, 32]}',
    "empty.txt": b"  \n",
    "bytes.txt": bytes(range(256)) * 9,
    "page.html": b"<html><body><p>A page</p></body></html>",
    "report.txt": pdf("In truth a PDF"),
    "music": b"ID3\x04\0\0\0\0\0\0",
}


def _written(folder: Path) -> list[Waiting]:
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return [_waiting(number, str(folder / name)) for number, name in enumerate(FILES)]


def _read(reader: DocumentReader, files: list[Waiting]) -> list[FileRead]:
    arrived: queue.SimpleQueue[None] = queue.SimpleQueue()
    room = ReadingRoom(reader, set[bytes]().__contains__, lambda: arrived.put(None), 1)
    room.give(files)
    arrived.get(timeout=PATIENCE_S)
    return room.results.get_nowait()


def test_together_they_give_what_each_gives_alone(tmp_path: Path) -> None:
    files = _written(tmp_path)
    with DocumentReader() as reader:
        several = _read(reader, files)
        assert several[0].reading is not None and several[0].passages
        for file, result in zip(files, several, strict=True):
            alone = reader.read_document(Path(file.path.decode()), ReadOptions())
            assert result.hash == content_hash(file.path, ocr=False)
            assert result.reading is not None
            assert replace(result.reading, seconds=0.0) == replace(alone, seconds=0.0)
        texts = reader.read_texts(list(FILES.items()))
        backwards = reader.read_texts(list(reversed(FILES.items())))
    # Only plain texts, and what is plainly none, came from the process that read several.
    assert [name for name, text in zip(FILES, texts, strict=True) if text is None] == [
        "page.html",
        "report.txt",
    ]
    # What one file was is nothing to the next.
    for text, again in zip(texts, reversed(backwards), strict=True):
        assert (text and replace(text, seconds=0.0)) == (again and replace(again, seconds=0.0))


@pytest.fixture
def hostile() -> Iterator[DocumentReader]:
    from tests.parsing.hostile_reader import enter_hostile  # late: Linux alone

    with DocumentReader(lambda ocr: ForkingParser(enter_hostile, ocr=ocr)) as reader:
        yield reader


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_a_file_that_kills_its_reader_is_blamed_alone(hostile: DocumentReader, tmp_path: Path) -> None:
    orders = {"a": "crash", "b": "crash", "c": "babble", "d": "sleep"}
    for name, order in orders.items():
        (tmp_path / name).write_text(order)
    found = _read(hostile, [_waiting(number, str(tmp_path / name)) for number, name in enumerate(orders)])
    reasons = [result.reading.reason if result.reading else result.code for result in found]
    assert reasons == [*["document_crashed_reader"] * 3, ""]
