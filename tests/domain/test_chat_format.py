"""Thinking is told from the answer, however the text is cut; a template's hash forgets line ends."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chat_format import (
    COHERE,
    HARMONY,
    KNOWN_TAGS,
    MAX_LEADING_SPACE,
    THINK,
    ThinkingSplitter,
    ThinkingTags,
    normalised_template,
    open_at_end,
    tags_in_template,
    template_sha256,
)

FRAGMENTS = [
    "<think>",
    "</think>",
    "<thi",
    "nk>",
    "</thi",
    "<",
    "\n",
    " ",
    "word",
    "é😀",
    HARMONY.open,
    HARMONY.close,
    *HARMONY.intro,
    *HARMONY.again,
    COHERE.open,
    COHERE.close,
    *COHERE.intro,
]


def split(pieces: list[str], inside: ThinkingTags | None = None) -> tuple[str, str]:
    """(thinking, answer) of a text that comes in these pieces."""
    splitter = ThinkingSplitter(KNOWN_TAGS, inside)
    found = [part for piece in pieces for part in splitter.feed(piece)] + splitter.finish()
    assert all(text for _, text in found)
    kinds = [kind for kind, _ in groupby(found, key=lambda part: part[0])]
    assert kinds in ([], ["thinking"], ["answer"], ["thinking", "answer"])  # never back into thinking
    return (
        "".join(text for kind, text in found if kind == "thinking"),
        "".join(text for kind, text in found if kind == "answer"),
    )


@pytest.mark.parametrize(
    ("text", "thinking", "answer"),
    [
        ("", "", ""),
        ("Hello", "", "Hello"),
        ("  Hello", "", "  Hello"),
        ("<think>a</think>b", "a", "b"),
        ("\n <think>\na\n</think>\n\n b", "a\n", " b"),
        ("<think>\n\n</think>\n\nb", "", "b"),
        ("<think></think>", "", ""),
        ("<think>never closed </thin", "never closed </thin", ""),
        ("<thin", "", "<thin"),
        ("<thinking>x</thinking>y", "x", "y"),
        ("<think>x</thinking>y</think>z", "x</thinking>y", "z"),
        ("The tag <think>x</think> is", "", "The tag <think>x</think> is"),
        ("<think>a</think>b<think>c</think>", "a", "b<think>c</think>"),
        ("<think>a</think>\n<think>c</think>", "a", "<think>c</think>"),
        ("[THINK]a[/THINK]b", "a", "b"),
        ("<seed:think>a</seed:think>b", "a", "b"),
        ("◁think▷a◁/think▷b", "a", "b"),
        ("<|channel>thought\na<channel|>b", "a", "b"),
        ("<|START_THINKING|>a<|END_THINKING|><|START_RESPONSE|>b", "a", "b"),
        ("<|START_RESPONSE|>b", "", "b"),
        ("<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b", "a", "b"),
        ("<|channel|>final<|message|>b", "", "b"),
        (
            "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>analysis<|message|>c<|end|>"
            "<|start|>assistant<|channel|>final<|message|>b",
            "ac",
            "b",
        ),
        (" " * (MAX_LEADING_SPACE + 1) + "<think>", "", " " * (MAX_LEADING_SPACE + 1) + "<think>"),
    ],
)
def test_whole_answers(text: str, thinking: str, answer: str) -> None:
    assert split([text]) == (thinking, answer)
    assert split(list(text)) == (thinking, answer)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12), st.data())
def test_cutting_makes_no_difference(fragments: list[str], data: st.DataObject) -> None:
    text = "".join(fragments)
    inside = data.draw(st.sampled_from([None, THINK, HARMONY]))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert split(pieces, inside) == split([text], inside) == split(list(text), inside)


@given(st.text(alphabet="ab<>/\n think", max_size=60))
def test_text_that_opens_no_block_is_all_answer(text: str) -> None:
    if any(text.lstrip().startswith(tags.open) for tags in KNOWN_TAGS):
        return
    assert split([text]) == ("", text)


def test_prompt_that_has_opened_the_block() -> None:
    tags = open_at_end("<|im_start|>assistant\n<think>\n", KNOWN_TAGS)
    assert tags == THINK
    assert split(["\nfirst", "</think>", "\n\nthen"], tags) == ("first", "then")
    assert open_at_end("assistant\n<think>\n\n</think>\n\n", KNOWN_TAGS) is None
    assert open_at_end("", KNOWN_TAGS) is None


def test_certain_text_is_given_at_once() -> None:
    splitter = ThinkingSplitter()
    assert splitter.feed("<think>on") == [("thinking", "on")]
    states = [splitter.thinking]
    assert splitter.feed("e</th") == [("thinking", "e")]
    assert splitter.feed("ink>") == []
    states.append(splitter.thinking)
    assert states == [True, False]
    assert splitter.feed("two") == [("answer", "two")]
    assert splitter.feed("<think>") == [("answer", "<think>")]
    assert splitter.finish() == []


def test_nothing_is_hoarded_in_a_long_answer() -> None:
    splitter = ThinkingSplitter(KNOWN_TAGS)
    held_most = 0
    for piece in ["<think>", *["< \n</"] * 5000, "</think>", *["\n"] * 5000, *["<think"] * 5000]:
        splitter.feed(piece)
        held_most = max(held_most, len(splitter._held))
    assert held_most <= MAX_LEADING_SPACE + max(len(tags.open) for tags in KNOWN_TAGS)


def test_white_space_without_end_is_let_through() -> None:
    splitter = ThinkingSplitter()
    out = [part for _ in range(MAX_LEADING_SPACE + 5) for part in splitter.feed(" ")]
    assert "".join(text for _, text in out) == " " * (MAX_LEADING_SPACE + 5)


@pytest.mark.parametrize(
    ("template", "opens"),
    [
        ("{{ m.content.split('</think>') }}", ["<think>"]),
        ("{{ '[THINK]' }}", ["[THINK]"]),
        ("{{ '<|channel|>' + channel + '<|message|>' }}", [HARMONY.open]),
        ("{{ '<|channel>thought\\n' }}", ["<|channel>thought\n"]),
        ("<|user|>{{ m }}<|end|>", ["<think>"]),  # <|end|> alone is the end of a turn in many templates
        ("plain", ["<think>"]),
    ],
)
def test_tags_a_template_speaks_of(template: str, opens: list[str]) -> None:
    assert [tags.open for tags in tags_in_template(template)] == opens


def test_template_hash_forgets_line_ends_only() -> None:
    assert normalised_template("a \r\nb\t\rc\n\n") == "a\nb\nc"
    assert template_sha256("a\r\nb\n") == template_sha256("a\nb")
    assert template_sha256("a\n b") != template_sha256("a\nb")
    assert len(template_sha256("broken \udc80")) == 64
