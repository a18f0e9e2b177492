"""The trained model, through llama.cpp: what it is measured to do."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.models.copy_cases import FULL, NONE_TELLS, NOTHING_ELSE
from tests.models.copy_chat import COPY_MODEL, DEMO_MODEL
from tests.models.measure_copy_model import GreedyModel, judge

DEMO_QUESTION = """[1] The height of the lantern tower is 41 metres.
[2] The colour of the harbour gate is green.
[3] The height of the harbour gate is 7 metres.

What is the height of the lantern tower?"""
LIBRARY_PROMPT = """<passages>
[1] report.pdf, page 3
The height of the lantern tower is 41 metres. It was painted again in 1987.

[2] notes.md
The keeper of the lantern tower is Ingrid Solvang.

[3] harbour plan.docx
The harbour lies to the north of the town. The height of the harbour gate is 7 metres.
</passages>

What is the {} of {}?"""


@pytest.fixture(scope="module")
def model() -> Iterator[GreedyModel]:
    opened = GreedyModel(COPY_MODEL)
    yield opened
    opened.llama.close()


def test_the_demo_s_model_is_the_tested_one_and_small() -> None:
    assert DEMO_MODEL.read_bytes() == COPY_MODEL.read_bytes()
    assert COPY_MODEL.stat().st_size < 5_000_000


def test_it_is_exact_in_most_fresh_cases(model: GreedyModel) -> None:
    right = [judged.right for judged in judge(model, 100, seed=1)]
    assert sum(right) / len(right) >= 0.95  # README.md beside the scripts has the figures of 500 cases


@pytest.mark.slow
def test_it_is_exact_in_98_of_100_fresh_cases(model: GreedyModel) -> None:
    right = [judged.right for judged in judge(model, 500, level=FULL)]
    assert sum(right) / len(right) >= 0.98


def test_it_ends_its_turn(model: GreedyModel) -> None:
    for judged in judge(model, 20, seed=2, level=replace(FULL, long=0.0)):
        assert len(judged.said) < 200, judged.said


@pytest.mark.parametrize("words", ["Hello", "hello there, who are you?", "Tell me a story."])
def test_it_says_what_it_is_to_anything_else(model: GreedyModel, words: str) -> None:
    assert model.answer([{"role": "user", "content": words}]) == NOTHING_ELSE


@pytest.mark.parametrize(
    ("attribute", "entity", "answer"),
    [
        ("keeper", "the lantern tower", "The keeper of the lantern tower is Ingrid Solvang [2]."),
        ("height", "the harbour gate", "The height of the harbour gate is 7 metres [3]."),
        ("keeper", "the harbour gate", NONE_TELLS),
        ("height", "the lantern tower", "The height of the lantern tower is 41 metres [1]."),
        ("colour", "the old mill", NONE_TELLS),
    ],
)
def test_it_reads_passages_with_their_files(
    model: GreedyModel, attribute: str, entity: str, answer: str
) -> None:
    asked = LIBRARY_PROMPT.format(attribute, entity)
    assert model.answer([{"role": "user", "content": asked}]) == answer


def test_it_answers_the_demo_s_question_and_one_that_follows(model: GreedyModel) -> None:
    talk = [{"role": "user", "content": DEMO_QUESTION}]
    first = "The height of the lantern tower is 41 metres [1]."
    assert model.answer(talk) == first
    talk += [
        {"role": "assistant", "content": first},
        {"role": "user", "content": "What is the colour of the harbour gate?"},
    ]
    assert model.answer(talk) == "The colour of the harbour gate is green [2]."
