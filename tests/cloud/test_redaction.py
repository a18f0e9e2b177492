"""Masking and putting back, kind by kind, with made-up people. Check digits are right unless the test is about them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cloud.marks import Kind, Mark, resolve
from app.cloud.redaction import Redactor, Wishes, find

MADE_UP_KEY = "sk-" + "ant-" + "a1B2" * 8


def found(text: str, wishes: Wishes | None = None) -> list[tuple[str, str]]:
    return [(str(mark.kind), text[mark.start : mark.end]) for mark in find(text, wishes or Wishes())]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("write to anna.b+news@mail.example.co.uk.", "email", "anna.b+news@mail.example.co.uk"),
        ("see https://example.org/a?b=c#d, or not", "url", "https://example.org/a?b=c#d"),
        ("(www.example.org)", "url", "www.example.org"),
        ("from 192.168.7.21 at noon", "ip", "192.168.7.21"),
        ("host 2001:db8::7 answers", "ip", "2001:db8::7"),
        ("my card 4111 1111 1111 1111 expires", "card", "4111 1111 1111 1111"),
        ("IBAN: DE89 3704 0044 0532 0130 00 bitte", "iban", "DE89 3704 0044 0532 0130 00"),
        ("to gb82west12345698765432 now", "iban", "gb82west12345698765432"),
        ("call (541) 754-3010 today", "phone", "(541) 754-3010"),
        ("Tel. 030 901820", "phone", "030 901820"),
        ("+46 (0)8 928 571 38", "phone", "+46 (0)8 928 571 38"),
        ("SSN 219-09-9999", "", ""),
        ("my ssn is 536-22-8726.", "national_id", "536-22-8726"),
        ("DNI 54362315K", "national_id", "54362315K"),
        ("codice RCCMNL83S18D969H", "national_id", "RCCMNL83S18D969H"),
        ("CPF 390.533.447-05", "national_id", "390.533.447-05"),
        ("NI number QQ123456C", "", ""),  # Q can't stand first
        ("NI number AB 12 34 56 C", "national_id", "AB 12 34 56 C"),
        ("passport number C01X00T47", "national_id", "C01X00T47"),
        ("born on 12 March 1984 in", "birth_date", "12 March 1984"),
        ("Geburtsdatum: 03.11.1971", "birth_date", "03.11.1971"),
        ("What is your DOB? Mine is 12/31/1960.", "birth_date", "12/31/1960"),
        ("Date of birth (as in the passport): 3 May 1970", "birth_date", "3 May 1970"),
        ("he was born in Turku on May 3, 1970 and", "birth_date", "May 3, 1970"),
        ("né le 3 mai 1970", "birth_date", "3 mai 1970"),
        ("the letter to Mrs. Ingrid van der Berg said", "name", "Ingrid van der Berg"),
        ("My name is Olga Petrova and", "name", "Olga Petrova"),
        ("lives at 221B Baker Street, London", "address", "221B Baker Street"),
        ("wohnt Hauptstraße 17, 10115 Berlin", "address", "Hauptstraße 17, 10115 Berlin"),
        ("see /home/ingrid/notes.txt.", "path", "/home/ingrid/notes.txt"),
        (f"key {MADE_UP_KEY}!", "key", MADE_UP_KEY),
        ("AKIAIOSFODNN7EXAMPLE is", "key", "AKIAIOSFODNN7EXAMPLE"),
        ("password: hunter22!", "key", "hunter22!"),
        ("Authorization: Bearer abcdef123456", "key", "abcdef123456"),
        ("postgres://bob:s3cret@db.local/x", "key", "s3cret"),
    ],
)
def test_each_kind_is_found_whole_and_alone(text: str, kind: str, words: str) -> None:
    wanted = [(kind, words)] if kind else []
    if kind == "key" and "://" in text:
        assert ("key", words) in found(text)
        return
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "version 10.2.3.4 came out",
        "In 2019 2020 2021 2022 sales were 1,234 5,678 9,012.",
        "Net income was 12 345 678 and 23 456 789 in the two years.",
        "The card 4111 1111 1111 1112 fails its check digit.",
        "DE89 3704 0044 0532 0130 01 is no account",
        "Order 123-45-678 of 2024-11-24, 12:30:45, page 12-14",
        "a::b and std::vector<int>",
        "She was at the street market, place number four.",
        "ISBN 978-3-16-148410-0",
        "The pump has serial number 555-867-5309.",
        "Invoice no. 0171 555 0134 is paid.",
        "Seriennummer: 030 901820",
        "A star was born. The film of 1976 won a prize.",
        "She was born here; they met on 3 May 1970.",
    ],
)
def test_what_only_looks_alike_is_left(text: str) -> None:
    assert found(text) == []


def test_the_persons_own_words_and_this_computer() -> None:
    wishes = Wishes(own_words=["Project Nightjar"], user="ingrid", host="birch", home="/srv/people/ingrid")
    text = "ingrid@birch keeps project\n nightjar in /srv/people/ingrid/plans; Ingridson doesn't."
    assert found(text, wishes) == [
        ("user", "ingrid"),
        ("host", "birch"),
        ("own", "project\n nightjar"),
        ("path", "/srv/people/ingrid/plans;"[:-1]),
    ]


def test_kinds_can_be_switched_off() -> None:
    text = "a@b.example, 192.168.7.21"
    assert found(text, Wishes(kinds={Kind.IP})) == [("ip", "192.168.7.21")]
    assert found(text, Wishes(kinds=())) == []


def test_the_same_words_get_the_same_placeholder_over_several_texts() -> None:
    redactor = Redactor()
    first = redactor.redact("a@b.example and c@d.example, a@b.example again")
    assert first.text == "[EMAIL_1] and [EMAIL_2], [EMAIL_1] again"
    assert redactor.redact("only c@d.example").text == "only [EMAIL_2]"
    item = first.items[1]
    assert (item.start, item.end, item.placeholder) == (16, 27, "[EMAIL_2]")


def test_what_looks_like_a_placeholder_already_comes_back_as_it_was() -> None:
    redactor = Redactor()
    text = "[EMAIL_1] is what I call a@b.example"
    masked = redactor.redact(text)
    assert masked.text == "[LITERAL_1] is what I call [EMAIL_1]"
    assert redactor.restore(masked.text) == text


def test_words_are_not_put_back_into_links_and_code() -> None:
    redactor = Redactor()
    redactor.redact("a@b.example")
    reply = (
        "Hello [EMAIL_1], run `mail [EMAIL_1]`, open https://evil.example/?q=[EMAIL_1] or [here](https://e.example/[EMAIL_1])\n"
        "```sh\ncurl [EMAIL_1]\n```\nand [EMAIL_7] is nobody, bye [EMAIL_1]"
    )
    assert redactor.restore_reply(reply) == reply.replace("Hello [EMAIL_1]", "Hello a@b.example").replace(
        "bye [EMAIL_1]", "bye a@b.example"
    )
    assert redactor.restore_reply("~~~\n[EMAIL_1]") == "~~~\n[EMAIL_1]"  # a fence that never closes


_PIECES = st.one_of(
    st.sampled_from(
        [
            "a@b.example",
            "+46 8 928 571 38", "4111 1111 1111 1111", "[EMAIL_1]", "[EMAIL_2]", "[PHONE_1]",
            "GB82WEST12345698765432",
            "192.168.7.21", "536-22-8726", "\n", " ", "Dr. Anna Lund", "https://x.example/y", "[", "]", "_1]",
            "[EMAIL_",
        ]
    ),
    st.text(max_size=12),
)  # fmt: skip


@given(st.lists(st.lists(_PIECES, max_size=12).map("".join), min_size=1, max_size=4))
def test_masked_text_put_back_is_the_same(texts: list[str]) -> None:
    redactor = Redactor()
    for text in texts:
        masked = redactor.redact(text)
        assert redactor.restore(masked.text) == text
        for item in masked.items:
            assert redactor.restore(item.placeholder) == text[item.start : item.end]


def test_overlapping_marks_leave_the_stronger_then_the_longer() -> None:
    phone, card = Mark(0, 10, Kind.PHONE), Mark(5, 20, Kind.CARD)
    assert resolve([phone, card]) == [card]
    assert resolve([Mark(0, 4, Kind.NAME), Mark(0, 9, Kind.NAME), Mark(9, 12, Kind.NAME)]) == [
        Mark(0, 9, Kind.NAME),
        Mark(9, 12, Kind.NAME),
    ]


@pytest.mark.parametrize(
    "piece", ["1-", "(1) ", "a.", "a@", "[", "x:", "http://", "A1 ", "Mr. A ", "-----BEGIN PRIVATE KEY-----"]
)
def test_hostile_repetition_takes_no_more_than_it_is_long(piece: str) -> None:
    """Work grows with the text, not with its square: counted in calls, which no busy machine can change."""
    short, long = (piece * (size // len(piece)) for size in (2_000, 16_000))
    redactor = Redactor()
    for text in (short, long):
        assert redactor.restore(redactor.redact(text).text) == text
