"""OpenDocument files behind a password."""

from collections.abc import Callable

import pytest

from app.domain.document import Reading
from tests.parsing import made_locked_odf as locked
from tests.parsing.made_files import archive, opendocument

BODIES = {
    "text": ("odt", "<text:p>The lantern tower</text:p>"),
    "spreadsheet": (
        "ods",
        '<table:table table:name="S"><table:table-row><table:table-cell><text:p>The lantern tower</text:p>'
        "</table:table-cell></table:table-row></table:table>",
    ),
}
LOCKS = {"AES": locked.aes, "Blowfish": locked.blowfish}
Read = Callable[..., Reading]


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("kind", BODIES)
def test_a_password_opens_what_it_locks(read_with: Read, kind: str, lock: str) -> None:
    called, body = BODIES[kind]
    reading = read_with(LOCKS[lock](opendocument(kind, body), "Türme-مصباح"), "wrong", "Türme-مصباح")
    assert (reading.reason, reading.facts.kind) == ("", called)
    assert "The lantern tower" in reading.pages[0].text


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize(
    ("passwords", "reason"), [((), "document_locked"), (("Lantern", "wrong"), "document_password_wrong")]
)
def test_without_the_password_nothing_is_read(
    read_with: Read, lock: str, passwords: tuple[str, ...], reason: str
) -> None:
    reading = read_with(LOCKS[lock](opendocument(*_text()), "lantern"), *passwords)
    assert (reading.reason, reading.pages) == (reason, ())


@pytest.mark.parametrize(
    ("about", "reason"),
    [
        (
            '<algorithm algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm"/><key-derivation/>',
            "document_locked_office",
        ),
        ("", "document_locked_office"),
        (
            '<algorithm algorithm-name="Blowfish CFB" initialisation-vector="AAAA"/><key-derivation '
            'key-derivation-name="PBKDF2" iteration-count="999999999999" salt="AAAA"/>',
            "document_damaged",
        ),
        (
            '<algorithm algorithm-name="Blowfish CFB" initialisation-vector="A"/><key-derivation '
            'key-derivation-name="PBKDF2" iteration-count="x" salt="AAAA"/>',
            "document_damaged",
        ),
    ],
    ids=["a newer way", "nothing said", "endless turns", "nonsense"],
)
def test_other_locks_are_told(read_with: Read, about: str, reason: str) -> None:
    entry = f'<file-entry full-path="content.xml"><encryption-data>{about}</encryption-data></file-entry>'
    data = archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f"<manifest>{entry}</manifest>",
            "content.xml": bytes(64),
        },
        stored_first=True,
    )
    assert read_with(data, "lantern").reason == reason


def _text() -> tuple[str, str]:
    return "text", BODIES["text"][1]
