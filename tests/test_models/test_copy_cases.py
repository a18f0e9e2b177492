"""The cases by which the copy model is trained and measured: each has exactly the answer that it says."""

import random
import re

import pytest

from tests.models.byte_bpe import ByteBpe
from tests.models.copy_cases import CORE, FULL, NONE_TELLS, NOTHING_ELSE, Case, make_case
from tests.models.copy_chat import COPY_TOKENIZER, messages_of, tokens_of

COUNT = 400


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    rng = random.Random("the test's own")
    return [make_case(rng, FULL) for _ in range(COUNT)]


def test_the_same_seed_makes_the_same_cases() -> None:
    assert make_case(random.Random(3), FULL) == make_case(random.Random(3), FULL)
    assert make_case(random.Random(3), FULL) != make_case(random.Random(4), FULL)


def test_a_found_value_stands_in_the_passages_and_its_number_with_it(cases: list[Case]) -> None:
    found = 0
    for case in cases:
        above = ""
        for turn in case.turns:
            above += turn.user + "\n"
            if turn.kind == "found":
                found += 1
                match = re.fullmatch(r"The (.+?) of (.+) is (.+) \[(\d+)\]\.", turn.answer, re.DOTALL)
                assert match is not None, turn.answer
                number, told = match[4], f"The {match[1]} of {match[2]} is {match[3]}."
                # Between the passage's number and the sentence stands no other passage's number.
                assert re.search(rf"\[{number}\] [^\[]*{re.escape(told)}", above) is not None, turn.answer
    assert found > COUNT


def test_there_are_all_kinds_and_layouts(cases: list[Case]) -> None:
    kinds = {turn.kind: turn.answer for case in cases for turn in case.turns}
    assert (kinds["none"], kinds["other"]) == (NONE_TELLS, NOTHING_ELSE)
    parts = {part for case in cases for part in case.layout.split("+")}
    assert parts == {"plain", "library", "system", "follow-up", "new passages", "other"}
    assert {case.system is None for case in cases} == {True, False}


def test_no_passage_tells_what_is_asked_and_said_to_be_missing(cases: list[Case]) -> None:
    for case in cases:
        above = ""
        for turn in case.turns:
            above += turn.user + "\n"
            asked = re.search(r"What is (the .+ of .+)\?", turn.user)
            if turn.kind == "none" and asked is not None:
                assert f"{asked[1]} is ".lower() not in above.lower()


def test_only_answers_are_learned_and_they_end_their_turn(cases: list[Case]) -> None:
    bpe = ByteBpe.load(COPY_TOKENIZER)
    end = bpe.ids["<|im_end|>"]
    for case in cases[:40]:
        ids, learned = tokens_of(case, bpe)
        taught = [token for token, wanted in zip(ids, learned, strict=True) if wanted]
        answers = [turn.answer for turn in case.turns if turn.kind != "earlier"]
        assert taught.count(end) == len(answers)
        assert bpe.decode(taught) == "".join(answers)
        assert messages_of(case)[-1] == {"role": "user", "content": case.turns[-1].user}


def test_the_core_asks_one_question() -> None:
    rng = random.Random("core")
    made = [make_case(rng, CORE) for _ in range(COUNT)]
    assert {len(case.turns) for case in made if case.layout != "other"} == {1}
