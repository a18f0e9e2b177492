"""Words in pictures: pages of a PDF without text, and pictures by themselves."""

import re
import struct
import zlib
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path

import pytest

from app.domain.document import Outcome, ReadOptions
from app.ipc.parser_process import ForkingParser
from app.ipc.reading import DocumentReader
from app.parsing import picture
from app.parsing.box import Box
from app.parsing.ocr_layout import in_reading_order, joined
from tests.parsing.hostile_reader import EXPECTED, REFUSED, enter_hostile
from tests.parsing.made_files import drawn_pdf
from tests.parsing.test_pdf_drawing import pixels_of

WITH_OCR = ReadOptions(ocr=True)
LINES = ("The lantern tower is 41 metres tall.", "It has been standing for 212 years.")
PAGE = " ".join(f"BT /F1 18 Tf 72 {700 - 40 * number} Td ({line}) Tj ET" for number, line in enumerate(LINES))


@pytest.fixture(scope="module")
def image(reader: DocumentReader, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A PNG of a page with two lines of words."""
    file = tmp_path_factory.mktemp("drawn") / "page.pdf"
    file.write_bytes(drawn_pdf([PAGE]))
    return reader.draw_page(file, 1, width_px=1200).png


def _with_transparency(png: bytes) -> bytes:
    """The same picture with a fourth channel."""
    width, height = struct.unpack_from(">II", png, 16)
    lines = b""
    for line in pixels_of(png, width):
        lines += b"\0" + b"".join(line[place : place + 3] + b"\xff" for place in range(0, len(line), 3))
    parts = b"\x89PNG\r\n\x1a\n"
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    for kind, body in ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 1)), (b"IEND", b"")):
        parts += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return parts


@pytest.mark.parametrize("form", ["plain", "with transparency", "in a PDF"])
def test_words_in_a_picture_are_read_when_asked_for(
    reader: DocumentReader, tmp_path: Path, image: bytes, form: str
) -> None:
    data = {
        "plain": image,
        "with transparency": _with_transparency(image),
        "in a PDF": picture.in_pdf(image),
    }[form]
    file = tmp_path / "scan"
    file.write_bytes(data)
    without = reader.read_document(file)
    assert without.outcome is Outcome.EMPTY
    assert without.reason == ("document_pictures_only" if form == "in a PDF" else "document_picture")
    reading = reader.read_document(file, WITH_OCR)
    assert reading.outcome is Outcome.TEXT, reading
    assert reading.pages[0].text == "\n".join(LINES) or reading.pages[0].text == "\n\n".join(LINES)
    assert reading.facts.notes == ("read_by_ocr",)


def test_a_passage_on_a_scanned_page_is_marked_where_it_is_seen(
    reader: DocumentReader, tmp_path: Path, image: bytes
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(picture.in_pdf(image))
    text = "\n\n".join(LINES)
    start = text.index("212")
    drawn = reader.draw_page(file, 1, ((0, len(LINES[0])), (start, start + 9)), 800, WITH_OCR)
    (first,), (second,) = drawn.marks
    # The lines stand at 700 and 660 of 792 points, from 72 of 612 on.
    assert first[0] == pytest.approx(800 * 72 / 612, abs=12)
    assert first[1] < 800 * (792 - 700) / 612 < first[3]
    assert second[1] < 800 * (792 - 660) / 612 < second[3]
    assert first[0] + 100 < second[0] < second[2]
    assert reader.draw_page(file, 1, ((0, 9),), 800).marks == ((),)


def test_a_page_with_hardly_a_word_is_looked_at_as_well(
    reader: DocumentReader, tmp_path: Path, image: bytes
) -> None:
    font = b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    stamped = picture.in_pdf(image).replace(b"/Resources <<", font)
    stamped = stamped.replace(b"/P Do", b"/P Do Q BT /F1 9 Tf 5 5 Td (page 7) Tj ET")
    drawing = stamped.index(b"stream\n", stamped.index(b"4 0 obj")) + len(b"stream\n")
    stamped = stamped[:drawing] + b"q " + stamped[drawing:]
    length = stamped.index(b"endstream", drawing) - drawing
    stamped = re.sub(rb"/Length \d+", b"/Length %d" % length, stamped, count=1)
    file = tmp_path / "scan.pdf"
    file.write_bytes(stamped)
    assert reader.read_document(file).pages[0].text == "page 7"
    reading = reader.read_document(file, WITH_OCR)
    assert LINES[0] in reading.pages[0].text
    assert reading.facts.notes == ("read_by_ocr",)


def test_pages_that_have_words_are_not_read_again(reader: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "mixed.pdf"
    file.write_bytes(drawn_pdf([PAGE, ""]))
    reading = reader.read_document(file, WITH_OCR)
    assert [page.number for page in reading.pages] == [1, 2]
    assert reading.pages[0].text.split("\n")[0].strip() == LINES[0]
    assert "read_by_ocr" not in reading.facts.notes


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(40), b"\xff\xd8\xff\xe0\0\x10" + bytes(40)])
def test_a_damaged_picture_is_one_reason(reader: DocumentReader, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "scan"
    file.write_bytes(data)
    assert reader.read_document(file, WITH_OCR).reason == "document_damaged"


@pytest.fixture(scope="module")
def hostile() -> Iterator[DocumentReader]:
    with DocumentReader(lambda ocr: ForkingParser(enter_hostile, ocr=ocr)) as made:
        yield made


def test_the_process_that_reads_pictures_is_confined_as_well(hostile: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "payload.pdf"
    file.write_bytes(b"%PDF-1.7 payload")
    reading = hostile.read_document(file, WITH_OCR)
    assert len(reading.pages) > 15
    for page in reading.pages:
        assert page.text in EXPECTED.get(page.label, REFUSED), page.label


def test_what_computes_holds_no_code_that_tells_its_maker() -> None:
    libraries = [
        path for path in files("onnxruntime") or () if path.suffix in (".so", ".pyd", ".dll", ".dylib")
    ]
    assert libraries
    for path in libraries:
        content = Path(str(path.locate())).read_bytes()
        assert b"OneCollector" not in content, path
        assert b"events.data.microsoft" not in content, path


def test_columns_are_read_one_after_the_other() -> None:
    title = Box(0, 0, 1000, 30)
    left = [Box(0, 60 + 40 * row, 460, 90 + 40 * row) for row in range(5)]
    right = [Box(540, 60 + 40 * row, 1000, 90 + 40 * row) for row in range(5)]
    assert in_reading_order([*right, *left, title]) == [[box] for box in (title, *left, *right)]


def test_cells_of_a_table_stay_in_their_row() -> None:
    rows = [
        [Box(0, 40 * row, 200, 30 + 40 * row), Box(600, 40 * row, 660, 30 + 40 * row)] for row in range(6)
    ]
    boxes = [box for row in reversed(rows) for box in reversed(row)]
    assert in_reading_order(boxes) == rows
    assert joined([(rows[0][0], "Lamp"), (rows[0][1], "12")]) == "Lamp\t12"
