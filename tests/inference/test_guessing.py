"""Guessing ahead: what is proposed, when it pays, and that no answer changes by it."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.generation import FinishReason, GuessAhead, LoadOptions, Sampling
from app.inference.chat_engine import ChatEngine
from app.inference.guess_pace import GUESSES, GuessPace
from app.inference.prompt_lookup import PromptLookup
from tests.inference.test_answering import Heard, answer, assistant, never, user
from tests.inference.tiny_models import write_tiny_model

TRAINED = Path(__file__).parents[2] / "resources/models/hearth-demo.gguf"
PASSAGES = (
    "[1] (Guide to the house, page 2) The code for the door is 8841 Amber and the garden gate is always open.\n"
    "[2] (Guide to the house, page 5) The name of the boiler is Old Martha; it wants 1.5 bar of pressure.\n\n"
)


# ---- what is proposed


def test_what_came_after_the_same_words_is_expected_again() -> None:
    lookup = PromptLookup([1, 2, 3, 4, 5, 6, 9, 2, 3])
    assert lookup.following(4) == []  # two tokens are too few
    assert lookup.add(4) is None
    assert (lookup.length, lookup.following(2)) == (3, [5, 6])
    assert lookup.add(5) is True
    assert (lookup.length, lookup.following(1)) == (4, [6])
    assert lookup.add(7) is False
    assert lookup.following(1) == []


def test_the_place_with_most_before_it_counts_and_of_equal_ones_the_latest() -> None:
    assert PromptLookup([7, 1, 2, 3, 10, 8, 1, 2, 3, 20, 7, 1, 2, 3]).following(1) == [10]
    assert PromptLookup([7, 1, 2, 3, 10, 8, 1, 2, 3, 20, 9, 1, 2, 3]).following(1) == [20]


def test_what_repeats_is_expected_to_go_on() -> None:
    assert PromptLookup([1, 2, 3, 4, 1, 2, 3]).following(9) == [4, 1, 2, 3, 4, 1, 2, 3, 4]
    assert PromptLookup([5] * 4).following(3) == [5, 5, 5]
    assert PromptLookup([]).following(3) == []


# ---- when it pays


def _time_taken(come_true: Callable[[], bool], cost: Callable[[int], float], tokens: int = 4_000) -> float:
    """Time for an answer, in single tokens for each: every place matches, by three tokens at first."""
    pace, written, spent, length = GuessPace(), 0, 0.0, 3
    while written < tokens:
        guesses = pace.worth(length, GUESSES[-1])
        true = 0
        for _ in range(max(guesses, 1)):
            hit = come_true()
            pace.saw(length, hit)
            length = length + 1 if hit else 3
            if not hit:
                break
            true += 1
        spent += cost(1 + guesses)
        written += 1 + (true if guesses else 0)
        if guesses:
            pace.read_batch(guesses, cost(1 + guesses), true)
        else:
            pace.read_one(cost(1))
    return spent / written


@pytest.mark.parametrize("slope", [0.02, 0.1, 0.4, 1.0, 3.0])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0])
def test_little_is_lost_whatever_the_text_and_the_computer_are_like(share: float, slope: float) -> None:
    """A token more costs `slope` of a single one, and `share` of the guesses come true."""
    chance = random.Random(5)
    assert _time_taken(lambda: chance.random() < share, lambda count: 1 + slope * (count - 1)) <= 1.03


def test_what_pays_is_done() -> None:
    assert _time_taken(lambda: True, lambda count: 1 + 0.1 * (count - 1)) < 0.2
    assert _time_taken(lambda: True, lambda count: 1 + 0.35 * (count - 1)) < 0.5


def test_text_that_stops_quoting_is_noticed_and_text_that_begins_again_too() -> None:
    chance, count = random.Random(5), 0

    def by_turns() -> bool:
        nonlocal count
        count += 1
        return count // 1_000 % 2 == 1 or chance.random() < 0.05

    assert _time_taken(by_turns, lambda size: 1 + 0.3 * (size - 1), 12_000) < 0.85


# ---- with a model


@contextmanager
def _loaded(path: Path, guess: GuessAhead) -> Iterator[ChatEngine]:
    engine = ChatEngine()
    engine.load(str(path), "m", LoadOptions(threads=1, guess_ahead=guess), lambda _: None, never)
    try:
        yield engine
    finally:
        engine.close()


@pytest.fixture(scope="module")
def noise(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(
        tmp_path_factory.mktemp("models") / "n.gguf", ends=False, context_tokens=512, ascii_only=True
    )


@pytest.mark.parametrize(
    "sampling",
    [
        Sampling(temperature=0, max_tokens=200),
        Sampling(temperature=0, repeat_penalty=1.3, max_tokens=60),
        Sampling(temperature=0.3, seed=11, max_tokens=200),
        Sampling(temperature=2.0, seed=12, max_tokens=60),
        Sampling(temperature=0.3, seed=13, stop=("e",), max_tokens=200),
    ],
)
def test_every_answer_is_the_same_as_without_guesses(noise: Path, sampling: Sampling) -> None:
    said = "to be or not to be, that is the question; to be or not to be, "
    turns = [user(said * 2), assistant(said), user("Once more: to be or not", 2)]
    with _loaded(noise, GuessAhead.OFF) as plain, _loaded(noise, GuessAhead.ON) as guessing:
        for number in range(3):
            turns.append(user(f"{number} and again to be or", 10 + number))
            wanted = answer(plain, *turns, sampling=sampling)
            heard = Heard()
            got = answer(guessing, *turns, sampling=sampling, heard=heard)
            assert (got.text, got.reason, got.completion_tokens) == (
                wanted.text,
                wanted.reason,
                wanted.completion_tokens,
            )
            assert "".join(text for _, text in heard.pieces) == got.text
            assert wanted.guessed_tokens == 0
            # What the cache holds is in step: the next turn needs no more of it read again.
            turns.append(assistant(got.text, 10 + number))
            assert guessing.measure(tuple(turns), 64) == plain.measure(tuple(turns), 64)
        if sampling.temperature == 0 and sampling.repeat_penalty == 1.0:
            assert got.guessed_tokens > 0  # noise runs in circles


def test_an_answer_fills_the_context_to_its_end(noise: Path) -> None:
    sampling = Sampling(temperature=0)
    with _loaded(noise, GuessAhead.OFF) as plain, _loaded(noise, GuessAhead.ON) as guessing:
        wanted = answer(plain, user("go round and round and round"), sampling=sampling)
        got = answer(guessing, user("go round and round and round"), sampling=sampling)
    assert got.guessed_tokens > 0
    assert (got.text, got.reason, got.completion_tokens) == (
        wanted.text,
        FinishReason.CONTEXT_FULL,
        wanted.completion_tokens,
    )


def test_who_gives_a_seed_gets_the_very_same_text(noise: Path) -> None:
    sampling = Sampling(temperature=0.1, seed=3, max_tokens=100)
    with _loaded(noise, GuessAhead.AUTO) as engine:
        assert answer(engine, user("round and round and round"), sampling=sampling).guessed_tokens == 0


def test_a_trained_model_copies_faster_and_says_the_same() -> None:
    questions = ("What is the code for the door?", "What is the name of the boiler?")
    with _loaded(TRAINED, GuessAhead.OFF) as plain, _loaded(TRAINED, GuessAhead.ON) as guessing:
        guessed = 0
        for number, question in enumerate(questions):
            turn = user(PASSAGES + question, number)
            sampling = Sampling(temperature=0, max_tokens=40)
            got = answer(guessing, turn, sampling=sampling)
            assert got.text == answer(plain, turn, sampling=sampling).text
            guessed += got.guessed_tokens
    assert guessed > 0
