"""How the tokens of an answer are chosen and read: one by one, or with guesses of the next ones read along.

Main thread of the inference worker. What is chosen is the same either way: guesses are no more than tokens that were
read before they were known, and a token is always chosen by the sampler, once, from what was computed for its place.
"""

import time
from functools import cached_property

from app.inference.guess_pace import GuessPace
from app.inference.llama_engine import LAST_ROW, LlamaContext, Sampler
from app.inference.llama_library import LlamaFailure
from app.inference.prompt_lookup import PromptLookup


class SingleReading:
    """One token after the other. `held`: the tokens in the cache, kept in step.

    Attributes:
        guessed_tokens: how many needn't be waited for.
    """

    guessed_tokens = 0

    def __init__(self, context: LlamaContext, held: list[int]) -> None:
        self._context = context
        self._held = held

    def sample(self, sampler: Sampler) -> int:
        """Choose the next token."""
        return self._context.sample(sampler)

    def read(self, token: int) -> None:
        """Have what follows `token` computed. Raises LlamaFailure."""
        self._context.decode_one(token, len(self._held))
        self._held.append(token)

    def finish(self) -> None:
        """Have the cache hold exactly `held`. Raises LlamaFailure."""


class GuessedReading:
    """Reads what probably comes next along with what came, where that pays. As `SingleReading`."""

    def __init__(self, context: LlamaContext, held: list[int], pace: GuessPace) -> None:
        self._context = context
        self._held = held
        self._pace = pace
        self._guesses: list[int] = []  # read after the last token that was known
        self._true = 0  # how many of them came
        self._began = 0.0  # of what is computed at the moment
        self._batch_s = 0.0
        self.guessed_tokens = 0

    @cached_property
    def _lookup(self) -> PromptLookup:
        """Made with the first token that is read, when a person has it already: a long prompt takes a while."""
        return PromptLookup(self._held)

    def sample(self, sampler: Sampler) -> int:
        """Choose the next token."""
        token = self._context.sample(sampler, self._true if self._guesses else LAST_ROW)
        if self._began:  # graphics processors compute until something is asked of them
            seconds, self._began = time.monotonic() - self._began, 0.0
            if self._guesses:
                self._batch_s = seconds
            else:
                self._pace.read_one(seconds)
        return token

    def read(self, token: int) -> None:
        """Have what follows `token` computed, unless it has been. Raises LlamaFailure."""
        length = self._lookup.length
        expected = self._lookup.add(token)
        if expected is not None:
            self._pace.saw(length, expected)
        if self._true < len(self._guesses) and self._guesses[self._true] == token:
            self._true += 1
            self.guessed_tokens += 1
            self._held.append(token)
            return
        self.finish()
        room = min(self._context.context_tokens - len(self._held), self._context.batch_tokens) - 1
        length = self._lookup.length
        guesses = self._lookup.following(self._pace.worth(length, max(room, 0))) if length else []
        self._began = time.monotonic()
        if guesses:
            self._context.decode_guesses([token, *guesses])
        else:
            self._context.decode_one(token, len(self._held))
        self._guesses = guesses
        self._held.append(token)

    def finish(self) -> None:
        """Have the cache hold exactly `held`. Raises LlamaFailure."""
        guesses, true = self._guesses, self._true
        if not guesses:
            return
        self._guesses, self._true = [], 0
        self._pace.read_batch(len(guesses), self._batch_s, true)
        if true < len(guesses) and not self._context.keep_first(len(self._held)):
            raise LlamaFailure("forget")
