"""What code that has taken over the reading of a document can do: nothing, and one line is said of it."""

import json
import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.document import Outcome, Reading, ReadOptions
from app.domain.errors import Cancelled, DocumentError
from app.ipc.parser_process import ForkingParser, OneFileParser
from app.ipc.reading import DocumentReader
from tests.parsing.hostile_reader import ATTEMPTS, EXPECTED, REFUSED, enter_hostile
from tests.parsing.test_pdf_drawing import pixels_of

if sys.platform != "linux":
    pytest.skip("the parser is confined by Linux", allow_module_level=True)

from app.parsing import forked_reader
from app.sandbox import allow_list, landlock

SHORT = ReadOptions(time_limit_s=0.15)


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader(lambda ocr: ForkingParser(enter_hostile, ocr=ocr)) as made:
        yield made


@pytest.fixture(scope="module")
def answers(reader: DocumentReader, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    file = tmp_path_factory.mktemp("hostile") / "payload.pdf"
    file.write_bytes(b"%PDF-1.7 payload")
    reading = reader.read_document(file)
    assert reading.outcome is Outcome.TEXT, reading
    assert file.read_bytes() == b"%PDF-1.7 payload"
    return {page.label: page.text for page in reading.pages}


@pytest.mark.parametrize("attempt", sorted(ATTEMPTS))
def test_a_payload_gets_an_error_for(answers: dict[str, str], attempt: str) -> None:
    assert answers[attempt] in EXPECTED.get(attempt, REFUSED)


def test_a_payload_in_what_draws_a_page_reaches_fonts_at_most(reader: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "payload.pdf"
    file.write_bytes(b"%PDF-1.7 payload")
    image = reader.draw_page(file, 1)
    answers = json.loads(b"".join(pixels_of(image.png, image.width)))
    fonts = answers.pop("fonts")
    assert fonts in ("done", "ENOENT", "EPERM", "EACCES")  # that depends on the system
    if landlock.abi_version() > 0 and Path("/usr/share/fonts").is_dir():
        assert fonts == "done"
    # Looking at a file tells that it is there and how large it is, which nobody can be told.
    assert answers.pop("look_at_other") in {"done", *REFUSED}
    for attempt, answer in answers.items():
        assert answer in EXPECTED.get(attempt, REFUSED), attempt


def _read(reader: DocumentReader, folder: Path, what: str, options: ReadOptions = SHORT) -> Reading:
    file = folder / "file.txt"
    file.write_text(what)
    return reader.read_document(file, options)


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("crash", "document_crashed_reader"),
        ("spin", "document_too_slow"),
        ("babble", "document_crashed_reader"),
        ("stuck", "document_too_slow"),
    ],
)
def test_a_reader_that_goes_wrong_is_one_line(
    reader: DocumentReader, tmp_path: Path, what: str, code: str
) -> None:
    assert _read(reader, tmp_path, what).reason == code
    # and the next file is none the worse for it
    assert _read(reader, tmp_path, "sleep").pages[0].text == "words before the end"


def test_what_was_read_before_the_time_was_over_is_kept(reader: DocumentReader, tmp_path: Path) -> None:
    reading = _read(reader, tmp_path, "sleep")
    assert (reading.outcome, reading.facts.notes) == (Outcome.TEXT, ("cut_time",))


@pytest.mark.parametrize(
    ("wall_s", "processor_s", "waited_s", "left_s"),
    [
        (5, 5, 0, 13),
        (5, 5, None, 13),
        (100, 10, 89, 8),  # a busy computer
        (100, 10, None, 8),  # and one that doesn't say so
        (20, 1, 1, 0),  # it does nothing
        (179, 10, 169, 1),
        (18, 18, 0, 0),
    ],
)
def test_what_other_programs_take_from_a_reader_does_not_count(
    wall_s: float, processor_s: float, waited_s: float | None, left_s: float
) -> None:
    options = ReadOptions(time_limit_s=18)
    assert forked_reader.time_left_s(options, wall_s, processor_s, waited_s) == pytest.approx(left_s)


def test_the_same_time_counts_where_each_file_is_read_by_a_process_of_its_own(tmp_path: Path) -> None:
    with DocumentReader(lambda ocr: OneFileParser(enter_hostile, ocr=ocr)) as reader:
        assert _read(reader, tmp_path, "nap").pages[0].text == "words after the nap"
        assert _read(reader, tmp_path, "spin").reason == "document_too_slow"


def test_a_flood_of_text_is_stopped(reader: DocumentReader, tmp_path: Path) -> None:
    reading = _read(reader, tmp_path, "flood", ReadOptions(time_limit_s=90))
    assert reading.facts.notes == ("cut_length",)
    assert sum(len(page.text) for page in reading.pages) <= 64 * 1024 * 1024


def test_a_flood_of_blocks_is_stopped(reader: DocumentReader, tmp_path: Path) -> None:
    reading = _read(reader, tmp_path, "blocks", ReadOptions(time_limit_s=90))
    assert reading.facts.notes == ("cut_length",)
    assert sum(len(page.blocks) for page in reading.pages) < 2_000_000
    assert all(len(page.label) <= 500 for page in reading.pages)


@pytest.mark.parametrize("order", ["crash", "babble", "lie"])
def test_of_several_texts_those_before_the_hostile_one_are_kept(reader: DocumentReader, order: str) -> None:
    files = [
        ("a.txt", b"the first"),
        ("b.md", b"# the second"),
        ("c.txt", order.encode()),
        ("d.txt", b"last"),
    ]
    readings = reader.read_texts(files)
    assert [reading.pages[0].text if reading else None for reading in readings] == [
        "the first", "the second", None, None,
    ]  # fmt: skip
    # and the next ones are none the worse for it
    assert None not in reader.read_texts(files[:2])


def test_a_picture_that_is_none_is_refused(reader: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "payload.pdf"
    file.write_bytes(b"%PDF-1.7 lie")
    with pytest.raises(DocumentError, match="document_crashed_reader"):
        reader.draw_page(file, 1)


def test_reading_can_be_cancelled(reader: DocumentReader, tmp_path: Path) -> None:
    given_up = threading.Event()
    file = tmp_path / "file.txt"
    file.write_text("spin")
    threading.Timer(0.3, given_up.set).start()
    with pytest.raises(Cancelled):
        reader.read_document(file, ReadOptions(time_limit_s=60), given_up.is_set)


def test_a_file_written_to_while_it_is_read_is_said_to_have_changed(
    reader: DocumentReader, tmp_path: Path
) -> None:
    file = tmp_path / "file.txt"
    file.write_text("spin")
    written: list[int] = []

    def write_more() -> bool:
        if not written:
            written.append(file.write_text("spin and more"))
        return False

    assert reader.read_document(file, SHORT, write_more).reason == "document_changed"


def test_several_files_are_read_at_the_same_time(tmp_path: Path) -> None:
    paths = []
    for number in range(60):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"this is number {number}")
    with DocumentReader() as reader, ThreadPoolExecutor(3) as threads:
        found = list(threads.map(reader.read_document, paths))
    assert [reading.pages[0].text for reading in found] == [
        f"this is number {number}" for number in range(60)
    ]


def test_a_parser_process_that_was_killed_is_started_anew(tmp_path: Path) -> None:
    started: list[ForkingParser] = []

    def start(_ocr: bool) -> ForkingParser:
        started.append(ForkingParser())
        return started[-1]

    file = tmp_path / "file.txt"
    file.write_text("a few words")
    with DocumentReader(start) as reader:
        assert reader.read_document(file).outcome is Outcome.TEXT
        os.kill(started[0].pid, 9)
        assert reader.read_document(file).outcome is Outcome.TEXT
        assert len(started) == 2


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_list_of_what_is_allowed_ends_in_a_refusal(machine: str) -> None:
    program = allow_list.build_filter(machine)
    assert len(program) % 8 == 0
    assert program[-8:-4] == b"\x06\0\0\0"  # BPF_RET
    assert program[-4:] == b"\x01\0\5\0"  # SECCOMP_RET_ERRNO | EPERM
