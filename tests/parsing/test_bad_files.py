"""Files made to do harm: each is one outcome with a reason, in time, and nothing else happens."""

import io
import json
import random
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.document import Outcome, Reading, ReadOptions
from app.ipc.reading import DocumentReader
from tests.parsing.made_files import archive, docx, drawn_pdf, epub, opendocument, pdf, pptx, xlsx
from tests.parsing.test_kinds import PAGE, para
from tests.parsing.test_messages import MESSAGE

Read = Callable[..., Reading]
SECRET = "a-line-of-another-file"

WHOLE = {
    "pdf": pdf("The lantern tower", "second"),
    "docx": docx(para("words") * 50),
    "xlsx": xlsx('<row r="1"><c r="A1" t="str"><v>words</v></c></row>' * 50),
    "pptx": pptx("<p:sp><p:txBody><a:p><a:r><a:t>words</a:t></a:r></a:p></p:txBody></p:sp>" * 50),
    "odt": opendocument("text", "<text:p>words</text:p>" * 50),
    "epub": epub("<p>words</p>" * 50, "<p>more</p>"),
    "html": PAGE.encode(),
    "eml": MESSAGE,
    "rtf": rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}" + rb"words\par " * 50 + b"}",
}


@pytest.mark.parametrize("kind", WHOLE)
def test_cut_or_changed_at_any_place_it_is_text_or_a_reason(
    reader: DocumentReader, tmp_path: Path, kind: str
) -> None:
    whole = WHOLE[kind]
    file = tmp_path / f"file.{kind}"
    for place in range(1, 8):
        at = len(whole) * place // 8
        for data in (whole[:at], whole[:at] + b"\xff\0\xff\0" + whole[at + 4 :]):
            file.write_bytes(data)
            reading = reader.read_document(file)
            assert (reading.outcome is Outcome.TEXT) == (reading.reason == "")
            assert reading.reason not in ("document_too_slow", "document_crashed_reader"), place


def test_a_small_archive_that_unpacks_to_very_much_is_refused(read: Read) -> None:
    bomb = docx("<w:p/>", numbering="<w:numbering>" + " " * (200 * 1024 * 1024) + "</w:numbering>")
    assert len(bomb) < 1024 * 1024
    reading = read(bomb)
    assert (reading.reason, reading.outcome) == ("document_inflates", Outcome.LIMIT)


def test_a_stream_that_unpacks_to_ten_gigabytes_ends_in_time(reader: DocumentReader, tmp_path: Path) -> None:
    inflating = zlib.compressobj(9)
    piece = inflating.compress(bytes(1 << 20)) + inflating.flush(zlib.Z_FULL_FLUSH)
    again = inflating.compress(bytes(1 << 20)) + inflating.flush(zlib.Z_FULL_FLUSH)
    packed = zlib.compress(piece + again * 10_000, 9)  # the same piece over and over, packed once more
    assert len(packed) < 100_000
    whole = drawn_pdf(["x" * len(packed)])
    whole = whole.replace(b"x" * len(packed), packed)
    whole = whole.replace(b"<< /Length", b"<< /Filter [/FlateDecode /FlateDecode] /Length", 1)
    file = tmp_path / "bomb.pdf"
    file.write_bytes(whole)
    reading = reader.read_document(file, ReadOptions(time_limit_s=4))
    # Whichever limit is met first; a file that isn't ended by one of them would be told as damaged.
    assert reading.outcome is not Outcome.TEXT
    assert reading.reason in ("document_too_slow", "document_crashed_reader")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BILLION = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]><d><p>words</p>&l11;</d>'


def test_a_billion_laughs_are_not_laughed(read: Read) -> None:
    assert len(read(BILLION, "joke.xml").pages[0].text) < 10_000
    document = archive(
        {"word/document.xml": BILLION.replace("<d>", "<d><body><p><r><t>words</t></r></p></body>")}
    )
    reading = read(document)
    assert reading.reason in ("", "document_damaged")
    assert sum(len(page.text) for page in reading.pages) < 10_000


@pytest.mark.parametrize("kind", ["xml", "docx", "odt"])
def test_other_files_are_not_drawn_in(read: Read, tmp_path: Path, kind: str) -> None:
    (tmp_path / "other.txt").write_text(SECRET)
    doctype = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{tmp_path}/other.txt">]>'
    external = f'<!DOCTYPE d SYSTEM "file://{tmp_path}/other.txt">'
    for head in (doctype, external):
        body = f"{head}<d><p>words &x;</p></d>"
        if kind == "docx":
            data = archive(
                {
                    "word/document.xml": f"{head}<document><body><p><r><t>words &x;</t></r></p></body></document>"
                }
            )
        elif kind == "odt":
            inside = f"{head}<a><body><text><p>words &x;</p></text></body></a>"
            data = archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": inside})
        else:
            data = body.encode()
        reading = read(data, f"file.{kind}")
        assert SECRET not in str(reading)
        assert "words" in str(reading)


def test_a_web_page_fetches_nothing(read: Read, tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text(SECRET)
    page = (
        '<html><head><meta http-equiv="refresh" content="0; url=//example.org/"><base href="//example.org/">'
        f'<link rel="stylesheet" href="file://{tmp_path}/other.html"></head><body><p>words</p>'
        f'<iframe src="file://{tmp_path}/other.html"></iframe><img src="//example.org/x.png" alt="a tower">'
        f'<object data="{tmp_path}/other.html"></object></body></html>'
    )
    reading = read(page)
    assert reading.pages[0].text == "words\n\na tower"


def test_names_in_an_archive_lead_nowhere(read: Read, tmp_path: Path) -> None:
    inside = docx(para("words"), settings="<w:settings SPACE/>")
    evil = archive({"../../evil.txt": "x", "/etc/evil": "x", "word/document.xml": "<document/>"})
    assert read(inside).outcome is Outcome.TEXT
    assert read(evil).reason == "document_no_words"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_one_very_long_line_is_cut_and_said(read: Read) -> None:
    reading = read(b"word " * (40 * 1024 * 1024))
    assert reading.outcome is Outcome.TEXT
    assert reading.facts.notes == ("cut_length",)
    assert len(reading.pages[0].text) <= 8 * 1024 * 1024


def test_cross_references_that_go_round_end(read: Read) -> None:
    whole = pdf("The lantern tower")
    table = int(whole.rsplit(b"startxref\n", 1)[1].split()[0])
    around = whole.replace(b"trailer << ", f"trailer << /Prev {table} ".encode())
    kids = whole.replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    for data in (around, kids):
        assert read(data).reason in ("", "document_damaged", "document_no_words", "document_pictures_only")


def test_deep_nesting_ends(read: Read) -> None:
    deep = 100_000
    for name, data in (
        ("a.html", "<div>" * deep + "words"),
        ("a.json", "[" * deep),
        ("a.xml", "<a>" * deep + "words"),
        ("a.rtf", "{\\rtf1 words " + "{" * deep),
        ("a.md", "> " * deep + "words"),
    ):
        assert read(data, name).reason in ("", "document_damaged", "document_no_words"), name


def test_a_file_deleted_while_it_is_open_is_read(reader: DocumentReader, tmp_path: Path) -> None:
    file = tmp_path / "gone.txt"
    file.write_text("a few words")
    asked = []

    def remove_it() -> bool:
        asked.append(True)
        file.unlink(missing_ok=True)  # the file is open by now: that is asked while it is read
        return False

    assert reader.read_document(file, ReadOptions(), remove_it).pages[0].text == "a few words"
    assert asked
    assert reader.read_document(file).reason == "document_missing"


RUSSIAN = "Маяк стоит на берегу моря и светит ночью. "
MIXED = "Größe und Maße\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (MIXED.encode() + MIXED.encode("cp1252") + b"end", MIXED * 2 + "end"),
        (("words " * 900 + "Maße").encode()[:-2] + b"e", "words " * 900 + "MaÃe"),
        ((RUSSIAN * 9).encode("utf-16-le"), RUSSIAN * 9),
        ((RUSSIAN * 9).encode("utf-16-be"), RUSSIAN * 9),
        (("灯台は海辺に立っている。" * 9).encode("cp932"), "灯台は海辺に立っている。" * 9),
        (b"\x1b[31;1mERROR\x1b[0m \x1b]0;title\x07failed", "ERROR failed"),
    ],
)
def test_encodings_that_are_mixed_cut_or_not_marked(read: Read, data: bytes, text: str) -> None:
    assert read(data, "notes.txt").pages[0].text.strip() == text.strip()


def test_a_random_file_is_no_text_in_two_bytes(read: Read) -> None:
    for seed in range(20):
        assert read(random.Random(seed).randbytes(4000)).reason != ""


def test_a_book_whose_list_of_chapters_leads_nowhere_gives_its_pages(read: Read) -> None:
    whole = zipfile.ZipFile(io.BytesIO(epub("<p>first</p>", "<p>second</p>")))
    parts = {name: whole.read(name) for name in whole.namelist()}
    listing = next(name for name in parts if name.endswith(".opf"))
    broken = {**parts, listing: parts[listing].replace(b"idref=", b"idref='nowhere' other=")}
    unlisted = {name: part for name, part in parts.items() if name != listing}
    for found in (broken, unlisted):
        reading = read(archive(dict(found), stored_first=True))
        assert "first" in reading.pages[0].text and "partly_damaged" in reading.facts.notes


def test_what_a_page_of_frames_says_without_them_is_text(read: Read) -> None:
    page = "<html><frameset><frame src='a.html'><noframes><body><p>the words</p></body></noframes></frameset></html>"
    assert read(page).pages[0].text == "the words"


def test_a_notebook_keeps_what_went_wrong(read: Read) -> None:
    output = {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["\x1b[31mno lantern\x1b[0m"]}
    cells = [{"cell_type": "code", "source": "light()", "outputs": [output]}]
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    assert read(json.dumps(notebook), "a.ipynb").pages[0].text == "light()\n\nno lantern"
