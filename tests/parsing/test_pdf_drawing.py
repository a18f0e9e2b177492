"""Pages drawn with the places of given characters."""

import struct
import zlib
from pathlib import Path

import pytest

from app.domain.errors import DocumentError
from app.ipc.reading import DocumentReader
from tests.parsing.made_files import pdf


def pixels_of(png: bytes, width: int) -> list[bytes]:
    """The lines of an RGB picture that uses no filters."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place, data = 8, b""
    while place < len(png):
        length, kind = struct.unpack_from(">I4s", png, place)
        if kind == b"IDAT":
            data += png[place + 8 : place + 8 + length]
        place += 12 + length
    lines = zlib.decompress(data)
    row = 1 + 3 * width
    return [lines[start + 1 : start + row] for start in range(0, len(lines), row)]


def _ink(lines: list[bytes], box: tuple[int, int, int, int]) -> int:
    left, top, right, bottom = box
    return sum(value < 128 for line in lines[top:bottom] for value in line[3 * left : 3 * right])


def test_a_mark_lies_where_its_words_are_drawn(reader: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf("first", "The lantern tower is tall"))
    text = reader.read_document(file).pages[1].text
    start = text.index("tower")
    image = reader.draw_page(file, 2, ((start, start + 5), (0, len(text)), (900, 950)), width_px=800)
    assert (image.width, image.height) == (800, 1036)
    word, whole, nothing = image.marks
    assert nothing == ()
    lines = pixels_of(image.png, image.width)
    everything = _ink(lines, (0, 0, image.width, image.height))
    assert everything > 500
    assert sum(_ink(lines, box) for box in whole) > 0.95 * everything
    assert 0.1 * everything < sum(_ink(lines, box) for box in word) < 0.4 * everything
    assert all(box[0] > whole[0][0] for box in word)


def test_what_cannot_be_drawn_is_said(reader: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf("first"))
    with pytest.raises(DocumentError, match="document_no_page"):
        reader.draw_page(file, 2)
    (tmp_path / "note.txt").write_text("words")
    with pytest.raises(DocumentError, match="document_no_pages_to_draw"):
        reader.draw_page(tmp_path / "note.txt", 1)
