"""Files as they come, read from outside: outcomes, reasons, and nothing that waits or breaks."""

import os
import socket
import sys
import threading
from pathlib import Path

import pytest

from app.domain.document import NOTES, OUTCOMES, Outcome
from app.domain.errors import DocumentError
from app.ipc.parser_process import OneFileParser
from app.ipc.reading import DocumentReader
from app.services.notices import DOCUMENT_NOTES
from app.services.sentence_table import SENTENCES, UNKNOWN
from app.services.sentences import sentence
from tests.parsing.made_files import drawn_pdf, pdf

PICTURE = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q "


def test_every_reason_has_a_sentence() -> None:
    assert sorted(set(OUTCOMES) - set(SENTENCES)) == []
    assert set(DOCUMENT_NOTES) == NOTES
    assert UNKNOWN not in {sentence(DocumentError(code)) for code in OUTCOMES}


def test_a_pdf_gives_its_pages_with_their_numbers(reader: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "no name says what it is"
    file.write_bytes(pdf("The lantern tower", "", "Third page"))
    reading = reader.read_document(file)
    assert (reading.outcome, reading.facts.kind) == (Outcome.TEXT, "pdf")
    assert [(page.number, page.text) for page in reading.pages] == [
        (1, "The lantern tower"),
        (2, ""),
        (3, "Third page"),
    ]
    assert reading.facts.notes == ()  # a page that is blank lacks nothing


@pytest.mark.parametrize("words", ["", "Page 2 of 2"])
def test_pages_that_are_pictures_are_noted(reader: DocumentReader, tmp_path: Path, words: str) -> None:
    file = tmp_path / "half scanned.pdf"
    stamp = f"BT /F1 8 Tf 72 20 Td ({words}) Tj ET"  # as scanners put them on
    file.write_bytes(drawn_pdf(["BT /F1 24 Tf 72 700 Td (Words on paper) Tj ET", PICTURE + stamp]))
    reading = reader.read_document(file)
    assert [page.text for page in reading.pages] == ["Words on paper", words]
    assert reading.facts.notes == ("pages_without_words",)


def test_a_pdf_without_words_says_so(reader: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf("", ""))
    reading = reader.read_document(file)
    assert (reading.outcome, reading.reason) == (Outcome.EMPTY, "document_pictures_only")
    assert reading.parameters == {"pages": 2}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_in_any_encoding(reader: DocumentReader, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "brief.txt"
    text = "Grüße aus Köln, wo der Turm überall zu sehen ist.\n\nMit freundlichen Grüßen, Jürgen"
    file.write_bytes(text.encode(encoding))
    page = reader.read_document(file).pages[0]
    assert page.text == text
    assert [page.text[block.start : block.end] for block in page.blocks] == text.split("\n\n")


def test_hidden_characters_stay_in_the_text(reader: DocumentReader, tmp_path: Path) -> None:
    text = "open\u200b the \U000e0041 door \u202etfel"
    file = tmp_path / "note.txt"
    file.write_text(text, encoding="utf-8")
    assert reader.read_document(file).pages[0].text == text


def test_lone_surrogates_and_zero_bytes_do_not_break_anything(reader: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_bytes("words \ud800 and more".encode("utf-8", "surrogatepass"))
    assert reader.read_document(file).outcome is Outcome.TEXT


def _make(folder: Path, what: str) -> Path:
    path = folder / what
    match what:
        case "empty":
            path.touch()
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(str(path))
        case "broken link":
            path.symlink_to(folder / "nowhere")
        case "link to itself":
            path.symlink_to(path)
        case "device":
            path = Path("/dev/zero")
        case "half a pdf":
            path.write_bytes(pdf("The lantern tower")[:120])
        case "too big":
            with path.open("wb") as file:
                file.truncate(600 * 1024 * 1024)
        case "zero bytes":
            path.write_bytes(bytes(100_000))
        case "only spaces":
            path.write_text("  \n\n \t ")
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="makes files that Windows doesn't have")
@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("missing", "document_missing"),
        ("n" * 255, "document_missing"),
        ("n" * 300, "document_missing"),
        ("with\0zero", "document_missing"),
        ("empty", "document_empty"),
        ("folder", "document_not_regular_file"),
        ("pipe", "document_not_regular_file"),
        ("socket", "document_not_regular_file"),
        ("device", "document_not_regular_file"),
        ("broken link", "document_link_broken"),
        ("link to itself", "document_link_broken"),
        ("half a pdf", "document_damaged"),
        ("too big", "document_too_big_file"),
        ("zero bytes", "document_kind_unknown"),
        ("only spaces", "document_no_words"),
    ],
)
def test_what_gives_no_text_gives_its_reason(
    reader: DocumentReader, tmp_path: Path, what: str, code: str
) -> None:
    # One that waited, for a pipe that nobody writes to, would be told as too slow or never end.
    reading = reader.read_document(_make(tmp_path, what))
    assert (reading.reason, reading.outcome) == (code, OUTCOMES[code])


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows doesn't have")
@pytest.mark.parametrize(
    "name",
    [
        b"two\nlines.txt",
        "turn\u202efdp.txt".encode(),
        b"-rf",
        b"CON.txt",
        b"\xff\xfe.txt",
        b"<b>.txt",
        b"x" * 255,
    ],
)
def test_names_of_every_kind(reader: DocumentReader, tmp_path: Path, name: bytes) -> None:
    path = os.fsencode(tmp_path) + b"/" + name
    Path(os.fsdecode(path)).write_text("a few words")
    assert reader.read_document(Path(os.fsdecode(path))).pages[0].text == "a few words"


def test_a_file_that_grows_has_an_end(reader: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "log.txt"
    file.write_text("first line\n" * 1000)
    stop = threading.Event()

    def grow() -> None:
        with file.open("a") as log:
            while not stop.is_set():
                log.write("more\n" * 1000)
                log.flush()

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        assert reader.read_document(file).outcome is Outcome.TEXT
    finally:
        stop.set()
        thread.join()


def test_where_processes_cannot_be_forked_each_file_gets_a_fresh_one(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf("The lantern tower"))
    with DocumentReader(lambda ocr: OneFileParser(ocr=ocr)) as reader:
        assert reader.read_document(file).pages[0].text == "The lantern tower"
        assert reader.read_document(tmp_path / "none").reason == "document_missing"
