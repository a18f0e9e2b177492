"""Pictures decoded for a model that sees, by the process that is thrown away."""

from pathlib import Path

import numpy as np
import pytest

from app.domain.errors import DocumentError
from app.domain.picture import LONGEST_PX
from app.ipc.document_file import MEMORY_LIMIT_BYTES
from app.ipc.parser_process import OneFileParser
from app.ipc.png import png
from app.ipc.reading import DocumentReader
from tests.parsing.made_files import pdf


def test_a_picture_keeps_its_pixels_and_a_large_one_is_made_smaller(
    reader: DocumentReader, tmp_path: Path
) -> None:
    pixels = np.random.default_rng(4).integers(0, 256, (30, 40, 3), dtype=np.uint8).tobytes()
    (tmp_path / "small.png").write_bytes(png(40, 30, pixels))
    picture = reader.read_picture(tmp_path / "small.png")
    assert (picture.width, picture.height, picture.pixels) == (40, 30, pixels)

    (tmp_path / "tall").write_bytes(png(500, 2 * LONGEST_PX, bytes(3 * 500 * 2 * LONGEST_PX)))
    picture = reader.read_picture(tmp_path / "tall")
    assert (picture.width, picture.height) == (250, LONGEST_PX)
    assert picture.is_whole


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (pdf("words"), "document_no_picture"),
        (b"just words", "document_no_picture"),
        (png(40, 30, bytes(3600))[:40], "document_damaged"),
    ],
)
def test_what_is_no_picture_is_refused(
    reader: DocumentReader, tmp_path: Path, content: bytes, code: str
) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(DocumentError, match=code):
        reader.read_picture(tmp_path / "file")


def test_a_pasted_picture_is_read_like_a_file(reader: DocumentReader) -> None:
    pixels = np.random.default_rng(5).integers(0, 256, (30, 40, 3), dtype=np.uint8).tobytes()
    whole = png(40, 30, pixels)
    assert reader.read_pasted_picture(whole).pixels == pixels
    small = reader.read_pasted_picture(whole, 20)
    assert (small.width, small.height, small.is_whole) == (20, 15, True)
    with pytest.raises(DocumentError, match="document_no_picture"):
        reader.read_pasted_picture(b"just words")
    with pytest.raises(DocumentError, match="document_damaged"):
        reader.read_pasted_picture(whole[:40])
    with pytest.raises(DocumentError, match="document_too_big_file"):
        reader.read_pasted_picture(bytes(MEMORY_LIMIT_BYTES + 1))


def test_a_pasted_picture_is_read_where_no_open_file_can_be_handed_over() -> None:
    with DocumentReader(lambda ocr: OneFileParser(ocr=ocr)) as reader:
        assert reader.read_pasted_picture(png(2, 1, b"abcdef")).pixels == b"abcdef"
