"""Office files behind a password."""

from collections.abc import Callable

import pytest

from app.domain.document import Outcome, Reading
from app.domain.errors import DocumentError
from app.services.sentences import sentence
from tests.parsing import made_locked_office as locked
from tests.parsing.made_files import archive, docx, pptx, xlsx

PARAGRAPH = "<w:p><w:r><w:t>The lantern tower</w:t></w:r></w:p>"
SHAPE = "<p:sp><p:txBody><a:p><a:r><a:t>The lantern tower</a:t></a:r></a:p></p:txBody></p:sp>"
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>The lantern tower</t></is></c></row>'
FILES = {"docx": docx(PARAGRAPH), "pptx": pptx(SHAPE), "xlsx": xlsx(ROW)}

Read = Callable[..., Reading]


@pytest.mark.parametrize("lock", [locked.agile, locked.standard])
@pytest.mark.parametrize("kind", FILES)
def test_a_password_opens_what_it_locks(
    read_with: Read, kind: str, lock: Callable[[bytes, str], bytes]
) -> None:
    reading = read_with(lock(FILES[kind], "lantern"), "wrong", "lantern")
    assert (reading.reason, reading.facts.kind) == ("", kind)
    assert "The lantern tower" in reading.pages[0].text


@pytest.mark.parametrize("lock", [locked.agile, locked.standard])
@pytest.mark.parametrize(
    ("passwords", "reason"), [((), "document_locked"), (("Lantern", "wrong"), "document_password_wrong")]
)
def test_without_the_password_nothing_is_read(
    read_with: Read, lock: Callable[[bytes, str], bytes], passwords: tuple[str, ...], reason: str
) -> None:
    reading = read_with(lock(FILES["docx"], "lantern"), *passwords)
    assert (reading.outcome, reading.reason, reading.pages) == (Outcome.LOCKED, reason, ())
    assert "password" in sentence(DocumentError(reason, name="pay.docx"))


def test_letters_of_any_script_open_it(read_with: Read) -> None:
    assert read_with(locked.agile(FILES["docx"], "Türme-مصباح-🏮"), "Türme-مصباح-🏮").reason == ""


def test_what_is_only_protected_from_changes_needs_no_password(read_with: Read) -> None:
    assert read_with(locked.agile(FILES["xlsx"], "VelvetSweatshop")).reason == ""


def test_more_than_a_segment_is_whole(read_with: Read) -> None:
    text = "".join(f"<w:p><w:r><w:t>Step {hash(n * 7919)}</w:t></w:r></w:p>" for n in range(3000))
    plain = docx(text)
    assert len(plain) > 3 * 4096
    assert read_with(locked.agile(plain, "lantern"), "lantern").pages == read_with(plain).pages


def locked_by(about: bytes) -> bytes:
    """A file that says this of its encryption."""
    return locked.compound({"EncryptionInfo": about, "EncryptedPackage": bytes(64)})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (locked.agile(FILES["docx"], "lantern", chaining="ChainingModeCFB"), "document_locked_office"),
        (locked_by(b"\3\0\3\0"), "document_locked_office"),
        (locked.compound({"EncryptedPackage": bytes(64)}), "document_rights_managed"),
        (locked.agile(b"nothing that Office writes", "lantern"), "document_damaged"),
        (locked.agile(locked.agile(FILES["docx"], "lantern"), "lantern"), "document_damaged"),
        (locked.agile(FILES["docx"], "lantern").replace(b'spinCount="50"', b'spinCount="-1"'), "document_damaged"),
        (locked.agile(FILES["docx"], "lantern").replace(b'blockSize="16"', b'blockSize="32"'), "document_damaged"),
        (locked_by(b"\4\0\2\0\x24\0\0\0\xff\xff\xff\xff"), "document_locked_office"),
    ],
    ids=["another chain", "extensible", "rights", "no package", "twice", "turns", "blocks", "header"],
)  # fmt: skip
def test_what_cannot_be_unlocked_is_told(read_with: Read, data: bytes, reason: str) -> None:
    assert read_with(data, "lantern").reason == reason


def test_locked_kinds_that_a_password_cannot_open_here_do_not_ask_for_one(read_with: Read) -> None:
    manifest = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": manifest,
        "content.xml": b"\1\2",
    }
    for passwords in ((), ("lantern",)):
        reading = read_with(archive(parts), *passwords)
        assert (reading.outcome, reading.reason) == (Outcome.LOCKED, "document_locked_office")
    said = sentence(DocumentError("document_locked_office"))
    assert "Give the password" not in said
