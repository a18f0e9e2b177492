"""The numbers of an answer against those given, and which sentences the passages support."""

import random
import re

import pytest

from app.domain.citation import (
    best_sentences,
    check,
    sentence_ranges,
    support,
    unsupported,
    without_numbers,
)
from app.domain.source import Source

TOWER = (
    "The height of the lantern tower is 41 metres. It was built by Ann Lee in 1898. The keeper lives below."
)
GATE = "The colour of the harbour gate is green."


def sources(*texts: str) -> list[Source]:
    """Passages numbered from 1."""
    return [Source(n, "/a/notes.md", "markdown", 1, 0, len(text), text) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("answer", "shown", "cited", "removed"),
    [
        ("It is 41 metres [1].", "It is 41 metres [1].", (1,), ()),
        ("It is 41 metres [7].", "It is 41 metres.", (), (7,)),
        ("It is 41 metres[7].", "It is 41 metres.", (), (7,)),
        ("Both [2, 9, 1] and [1;2].", "Both [2, 1] and [1;2].", (2, 1), (9,)),
        ("Two [1][8] next.", "Two [1] next.", (1,), (8,)),
        ("Code `a[9]` and\n```\nb[8]\n```\nend [9].", "Code `a[9]` and\n```\nb[8]\n```\nend.", (), (9,)),
        ("A link [9](https://a.example) stays.", "A link [9](https://a.example) stays.", (), ()),
        ("Zero [0] is nobody [00001].", "Zero is nobody [00001].", (), (0,)),
        ("[9] At the start.", " At the start.", (), (9,)),
        ("", "", (), ()),
    ],
)
def test_only_numbers_that_were_given_stay(
    answer: str, shown: str, cited: tuple[int, ...], removed: tuple[int, ...]
) -> None:
    checked = check(answer, (1, 2))
    assert (checked.text, checked.cited, checked.removed) == (shown, cited, removed)


def test_by_chance_no_number_that_was_not_given_is_left_and_no_other_character_goes() -> None:
    rng = random.Random(11)
    pieces = [
        "word",
        " ",
        ".",
        "[",
        "]",
        "1",
        "2",
        "37",
        ",",
        "[3]",
        "[37]",
        "[1, 37]",
        "\n",
        "é",
        "`",
        "(",
        ")",
    ]
    for _ in range(5000):
        answer = "".join(rng.choices(pieces, k=rng.randint(0, 25)))
        given = set(rng.sample(range(1, 5), rng.randint(0, 4)))
        checked = check(answer, given)
        assert set(checked.cited) <= given
        assert not set(checked.removed) & given
        if "`" not in answer and "(" not in answer:
            left = re.findall(r"\[\s*(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\s*\](?!:)", checked.text)
            assert {int(n) for group in left for n in re.split("[,;]", group)} <= given
        bare = re.compile(r"[\[\]\d,;\s]")
        assert bare.sub("", checked.text) == bare.sub("", answer)


def test_numbers_are_left_out_of_what_a_later_prompt_gets() -> None:
    assert without_numbers("It is 41 [1]. `x[1]` stays [2, 3].") == "It is 41. `x[1]` stays."


def test_sentences_end_where_a_reader_ends_them() -> None:
    text = "It is 3.5 m high.[1] Dr. Lee came! 第一句。第二句。\n- an item\n\nLast"
    assert [text[a:b] for a, b in sentence_ranges(text)] == [
        "It is 3.5 m high.[1]", "Dr. Lee came!", "第一句。", "第二句。", "- an item", "Last",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "The height of the lantern tower is 41 metres [1].",
        "The lantern tower is 41 metres high [1].",
        "Ann Lee built it in 1898.",
        "The harbour's gate has a green colour [2].",
        "None of the passages tells.",
        "Your files do not say who painted it.",
        "Should I look further into the question?",
    ],
)
def test_what_stands_in_a_passage_is_not_marked(sentence: str) -> None:
    assert unsupported(sentence, sources(TOWER, GATE)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The height of the lantern tower is 42 metres [1].",
        "Bananas contain plenty of potassium.",
        "The museum opens every Tuesday afternoon [2].",
        "Ann Lee built it in 1897.",
    ],
)
def test_what_stands_in_no_passage_is_marked(sentence: str) -> None:
    text = f"The colour of the harbour gate is green [2]. {sentence}"
    ((start, end),) = unsupported(text, sources(TOWER, GATE))
    assert text[start:end] == sentence


def test_scripts_without_spaces_are_judged_too() -> None:
    given = sources("灯台の高さは41メートルです。庭の門は緑色です。")
    assert unsupported("灯台の高さは41メートルです。", given) == []
    assert len(unsupported("銀行の金利は来年から上がる予定だ。", given)) == 1


def test_forgotten_passages_mark_nothing() -> None:
    assert unsupported("Bananas contain plenty of potassium.", sources("")) == []


def test_support_lies_between_nothing_and_all() -> None:
    rng = random.Random(5)
    words = [*TOWER.split(), "banana", "potassium", "1999", "[1]", "日本"]
    for _ in range(500):
        sentence = " ".join(rng.choices(words, k=rng.randint(0, 12)))
        assert 0.0 <= support(sentence, TOWER) <= 1.0
        assert support(sentence, sentence) == 1.0


def test_the_best_sentence_is_the_one_that_answers() -> None:
    (span,) = best_sentences("What is the height of the lantern tower?", TOWER, count=1)
    assert TOWER[slice(*span)] == "The height of the lantern tower is 41 metres."
    assert best_sentences("Whose banana?", TOWER) == []


@pytest.mark.parametrize(
    ("sentence", "passage", "supported"),
    [
        ("It costs 12500 francs.", "It costs 12,500 francs.", True),
        ("Es kostet 12.500 Franken.", "Es kostet 12 500 Franken.", True),
        ("It costs 12,500 francs.", "It costs 12.5 francs.", False),
        ("It costs 2,500 francs.", "It costs 12,500 francs.", False),
        ("किराया 12500 रुपये है।", "किराया १२,५०० रुपये है।", True),
    ],
)
def test_a_number_is_the_same_however_its_thousands_are_parted(
    sentence: str, passage: str, supported: bool
) -> None:
    assert (support(sentence, passage.replace("12 500", "12\u202f500")) > 0) is supported


@pytest.mark.parametrize(
    "text",
    [
        "मीनार की ऊँचाई इकतालीस मीटर है।|इसे 1901 में बनाया गया।",
        "الارتفاع كم متر؟|واحد وأربعون.",
        "Աշտարակը բարձր է։|Այն հին է։",
    ],
    ids=["hi", "ar", "hy"],
)
def test_sentences_end_as_their_script_ends_them(text: str) -> None:
    first, second = text.split("|")
    whole = f"{first} {second}"
    assert [whole[start:end] for start, end in sentence_ranges(whole)] == [first, second]


def test_words_keep_the_signs_that_belong_to_their_letters() -> None:
    passage = "प्रकाशस्तंभ की ऊँचाई इकतालीस मीटर है। किराया हर महीने बदलता है।"
    ((start, end),) = best_sentences("किराया कितना है", passage, 1)
    assert passage[start:end] == "किराया हर महीने बदलता है।"
