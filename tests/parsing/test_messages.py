"""Messages and mailboxes: what is said, in which form, and what is attached."""

import base64
from email.message import Message

import pytest

from app.domain.document import ReadOptions
from app.ipc.frames import Frame
from app.ipc.parser_frames import PageRead
from app.parsing import html, mail
from app.parsing.output import Output
from tests.parsing.made_files import pdf, xlsx
from tests.parsing.test_kinds import Read, structure

MESSAGE = b"""From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>\r
To: a@example.org\r
Subject: =?utf-8?q?T=C3=BCrme?=\r
Date: Mon, 01 Apr 2024 10:00:00 +0200\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=B\r
\r
--B\r
Content-Type: text/plain; charset=iso-8859-1\r
\r
Gr\xfc\xdfe\r
--B\r
Content-Type: application/octet-stream; name="prices"\r
Content-Disposition: attachment; filename="prices"\r
Content-Transfer-Encoding: base64\r
\r
%s\r
--B\r
Content-Type: application/octet-stream\r
Content-Disposition: attachment; filename="broken.docx"\r
\r
PK\x03\x04 nothing\r
--B--\r
""" % base64.b64encode(xlsx('<row r="1"><c r="A1" t="str"><v>Lamp</v></c></row>'))


def test_a_message_with_what_is_attached(read: Read) -> None:
    reading = read(MESSAGE)
    assert (reading.facts.kind, reading.facts.title) == ("eml", "Türme")
    assert reading.facts.date == "2024-04-01T10:00:00+02:00"
    letter, attached = reading.pages
    assert structure(letter) == [
        ("heading1", "Türme"),
        (
            "paragraph",
            "From: Jürgen <j@example.org>\nTo: a@example.org\nDate: Mon, 01 Apr 2024 10:00:00 +0200",
        ),
        ("paragraph", "Grüße"),
    ]
    assert (attached.number, attached.label, attached.text) == (2, "prices, Prices", "Prices\n\nLamp")
    assert reading.facts.notes == ("attachment_not_read",)


def _mail(*parts: tuple[str, str], kind: str = "alternative") -> str:
    body = "".join(f"--B\nContent-Type: text/{form}; charset=utf-8\n\n{text}\n" for form, text in parts)
    return f"From: a@b.example\nSubject: S\nContent-Type: multipart/{kind}; boundary=B\n\n{body}--B--\n"


@pytest.mark.parametrize(
    ("mail", "words"),
    [
        (_mail(("plain", "The plain form"), ("html", "<p>The page</p>")), "The plain form"),
        (_mail(("plain", " "), ("html", "<p>The page</p>")), "The page"),
        (
            _mail(("plain", "No HTML?"), ("html", f"<p>{'It is here. ' * 9}</p>")),
            ("It is here. " * 9).strip(),
        ),
        (_mail(("plain", "Come."), ("calendar", "BEGIN:VCALENDAR " * 9)), "Come."),
        (_mail(("plain", "Said"), ("html", "")), "Said"),
        (_mail(("plain", "First"), ("html", "<p>Second</p>"), kind="mixed"), "First\n\nSecond"),
    ],
    ids=["plain", "empty plain", "stub", "invitation", "empty page", "one after the other"],
)
def test_of_a_messages_forms_the_one_that_says_it_is_read(read: Read, mail: str, words: str) -> None:
    assert read(mail, "m.eml").pages[0].text == f"S\n\nFrom: a@b.example\n\n{words}"


def test_a_page_within_forms_of_forms_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[str] = []
    plain_text = html.plain_text

    def counted(page: str) -> str:
        pages.append(page)
        return plain_text(page)

    monkeypatch.setattr(html, "plain_text", counted)
    message = Message()
    message["Content-Type"] = "text/html"
    message.set_payload("<p>The page</p>")
    for _ in range(20):
        outer = Message()
        outer["Content-Type"] = "multipart/alternative"
        outer.attach(message)
        message = outer
    sent: list[Frame] = []
    mail.add(message, Output(sent.append, ReadOptions(), lambda *_: None))
    (read_page,) = (frame.page for frame in sent if isinstance(frame, PageRead))
    assert "The page" in read_page.text
    assert len(pages) == 1


def test_something_attached_without_words_is_noted(read: Read) -> None:
    attached = base64.b64encode(pdf("")).decode()
    mail = (
        "From: a@b.example\nSubject: S\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nwords\n--B\n"
        f"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n{attached}\n--B--\n"
    )
    assert read(mail, "m.eml").facts.notes == ("attachment_not_read",)


def test_a_mailbox_gives_each_message(read: Read) -> None:
    one = b"From a@example.org Mon Apr  1 10:00:00 2024\nFrom: a@example.org\nSubject: %s\n\nwords\n>From here\n\n"
    reading = read(one % b"First" + one % b"Second")
    assert reading.facts.kind == "mbox"
    assert [(page.number, page.label) for page in reading.pages] == [(1, "First"), (2, "Second")]
    assert reading.pages[1].text.endswith("words\nFrom here")


ODD_HEADERS = (
    ("Ann Lee <ann@example.org>", "Towers", "text/plain; charset=utf-8", "T\u00fcrme".encode()),
    (
        "Ann Lee <ann@example.org>",
        "=?utf-8?q?T=C3=BCrme?=",
        "text/plain; charset=latin-1",
        "T\u00fcrme".encode("latin-1"),
    ),
    ('"Lee, Ann" <ann@example.org>', "Towers\n in two lines", "text/html", b"<p>T&uuml;rme</p>"),
    ("ann@example.org (Ann)", "x" * 3000, 'text/plain; charset="utf-8"', "T\u00fcrme".encode()),
    ("<<>>,,@", "=?nonsense?q?x?=", "text/plain; charset=nonsense; charset=utf-8", "T\u00fcrme".encode()),
)


def test_equal_and_odd_headers_of_a_mailbox_are_those_of_each_message(read: Read) -> None:
    messages = [
        f"From: {sender}\nSubject: {subject}\nContent-Type: {kind}\n\n".encode() + body + b"\n"
        for sender, subject, kind, body in ODD_HEADERS
        for subject in (subject, "Towers")
    ]
    start = b"From a@example.org Mon Apr  1 10:00:00 2024\n"
    together = read(b"".join(start + message + b"\n" for message in messages * 2), "box")
    alone = [read(message, "one.eml").pages[0] for message in messages]
    assert together.facts.kind == "mbox"
    assert [(page.label, page.text) for page in together.pages] == [
        (page.label, page.text) for page in alone
    ] * 2
    assert all("T\u00fcrme" in page.text for page in alone)
