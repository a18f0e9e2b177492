"""Writing with guesses against writing without: `python -m tests.benchmarks speculation`.

Processor time a token of the same answers by the same engine, in one thread and in turns, so that a busy computer
changes little. Three kinds of text: the trained model copies facts out of passages; random weights drawn from hot,
which quote nothing, so that all there is to win is losing little; and random weights at temperature 0, which run in
circles sooner or later. It has no entry of its own: see `switching`.
"""

import time
from collections.abc import Iterator
from pathlib import Path

from app.domain.conversation import Role
from app.domain.generation import Completion, GuessAhead, LoadOptions, Prepared, Sampling, Turn
from app.inference.chat_engine import ChatEngine
from app.inference.engine import AnswerRequest
from app.services.places import resource
from tests.benchmarks.bench_home import benchmark_model
from tests.benchmarks.prompt_reading import prompt_text
from tests.benchmarks.ratio import Ratio, compare

NOISE_TOKENS = 128
COPY_TOKENS = 64
LEAST = 0.97
COPIED = 1.2
_PASSAGES = (
    "[1] (Guide to the house, page {n}) The code for the door is {n}41 Amber Lane Seven and the gate is open.\n"
    "[2] (Guide to the house, page 5) The name of the boiler is Old Martha Jane the {n}; it wants pressure.\n\n"
)
_QUESTIONS = ("What is the code for the door?", "What is the name of the boiler?")


class _Unheard:
    """Nobody listens."""

    def prepared(self, prepared: Prepared) -> None:
        pass

    def reading(self, done_tokens: int, total_tokens: int) -> None:
        pass

    def text(self, thinking: bool, text: str) -> None:
        pass


class _Writer:
    """One engine with one kind of text. Counts what was written and guessed."""

    def __init__(self, path: Path, guess: GuessAhead, texts: tuple[str, ...], sampling: Sampling) -> None:
        self._engine = ChatEngine()
        options = LoadOptions(context_tokens=2048, threads=1, gpu_layers=0, guess_ahead=guess)
        self._engine.load(str(path), "bench", options, lambda _: None, lambda: False)
        self._texts, self._sampling = texts, sampling
        self.written = self.guessed = 0

    def tokens_per_s(self) -> float:
        """Write all answers once; the prompts have been read before, as far as they can be kept."""
        spent = tokens = 0.0
        for text in self._texts:
            turns = (Turn(Role.USER, text, "u"),)
            self._answer(turns, Sampling(temperature=0, max_tokens=1))
            began = time.process_time()
            done = self._answer(turns, self._sampling)
            spent += time.process_time() - began
            tokens += done.completion_tokens
            self.written += done.completion_tokens
            self.guessed += done.guessed_tokens
        return tokens / spent

    def _answer(self, turns: tuple[Turn, ...], sampling: Sampling) -> Completion:
        return self._engine.answer(
            AnswerRequest(turns, sampling, reserve_tokens=64), _Unheard(), lambda: False
        )

    def close(self) -> None:
        self._engine.close()


def measure(rounds: int = 3) -> Iterator[Ratio]:
    """The trained model that copies, then random weights."""
    demo = resource("models", "hearth-demo.gguf")
    copied = tuple(_PASSAGES.format(n=10 + number) + _QUESTIONS[number % 2] for number in range(8))
    yield _compared(
        "copied from passages", demo, copied, Sampling(temperature=0, max_tokens=COPY_TOKENS), rounds, COPIED
    )
    noise, text = benchmark_model(), (prompt_text(200, 4.0),)
    hot = Sampling(temperature=1.0, max_tokens=NOISE_TOKENS)
    yield _compared("quoting nothing", noise, text, hot, rounds, LEAST)
    yield _compared(
        "running in circles", noise, text, Sampling(temperature=0, max_tokens=NOISE_TOKENS), rounds, LEAST
    )


def _compared(
    name: str, path: Path, texts: tuple[str, ...], sampling: Sampling, rounds: int, at_least: float
) -> Ratio:
    guessing, plain = (_Writer(path, guess, texts, sampling) for guess in (GuessAhead.AUTO, GuessAhead.OFF))
    try:
        ratio = compare(
            f"guessing ahead, {name}",
            "tokens/s",
            guessing.tokens_per_s,
            plain.tokens_per_s,
            rounds,
            at_least=at_least,
        )
        ratio.conditions["guessed_share"] = round(guessing.guessed / guessing.written, 3)
        return ratio
    finally:
        guessing.close()
        plain.close()
