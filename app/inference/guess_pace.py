"""Whether guessing ahead pays, and how far: from what guesses came true and what reading them at once costs.

Main thread of the inference worker, standard library only. Times are measured where the answer is written, on this
computer, with this model, at this length of the conversation.
"""

import statistics
from collections import deque
from typing import Final

GUESSES: Final = (1, 3, 7, 15)  # how many are read at once with the token that is known: 2, 4, 8, 16 together
LOST_SHARE: Final = 0.02  # of the time spent without guesses, this much may be lost with them
_FIRST_CREDIT: Final = 6.0  # in single tokens: what finding out may cost in the beginning
_MOST_CREDIT: Final = 12.0  # in single tokens: what earlier gains may be lost again
_WORTH: Final = 0.95  # a token must take less than this share of its usual time, or it is left alone
_HOPED_SLOPE: Final = 0.25  # before anything was measured: one token more costs this share of a single one
_MEASURES: Final = 7
_STALE_TOKENS: Final = 512  # what was measured longer ago counts no more: a conversation has grown meanwhile
_FADING: Final = 0.97  # of what is remembered of guesses, with each one
# How many of the next tokens come true, before any was seen, by the length of what matches: 3, 4-7, 8-15, 16 and more.
_PRIOR: Final = (0.4, 0.6, 0.8, 0.9)
_PRIOR_WEIGHT: Final = 4.0


class GuessPace:
    """What is known of one loaded model's guesses. Times are seconds."""

    def __init__(self, *, always: bool = False) -> None:
        """`always`: as far as can be, whatever it costs."""
        self._always = always
        self._hits = [share * _PRIOR_WEIGHT for share in _PRIOR]
        self._tries = [_PRIOR_WEIGHT] * len(_PRIOR)
        self._singles: deque[float] = deque(maxlen=_MEASURES)
        self._single_s = 0.0  # their median: asked for many times with each token
        self._batches: dict[int, deque[float]] = {}
        self._batch_s: dict[int, float] = {}  # their medians
        self._measured_at: dict[int, int] = {}
        self._tokens = 0
        self._credit: float | None = None

    def saw(self, length: int, expected: bool) -> None:
        """A token came after `length` matching ones, and was the expected one or not; whether it was guessed or not."""
        kind = _kind(length)
        self._hits[kind] = self._hits[kind] * _FADING + expected
        self._tries[kind] = self._tries[kind] * _FADING + 1

    def read_one(self, seconds: float) -> None:
        """A token was read alone."""
        self._tokens += 1
        self._singles.append(seconds)
        self._single_s = statistics.median(self._singles)
        if self._credit is None:
            self._credit = _FIRST_CREDIT * seconds
        self._earn(LOST_SHARE * seconds)

    def read_batch(self, guesses: int, seconds: float, came_true: int) -> None:
        """`guesses` were read with the token before them, and so many of them came true."""
        self._tokens += 1 + came_true
        batches = self._batches.setdefault(guesses, deque(maxlen=_MEASURES))
        batches.append(seconds)
        self._batch_s[guesses] = statistics.median(batches)
        self._measured_at[guesses] = self._tokens
        self._earn((1 + came_true) * self._single_s - self._cost(guesses))

    def worth(self, length: int, most: int) -> int:
        """How many tokens to guess, at most `most`, when `length` match; 0 when the next is better read alone."""
        if self._always:
            return min(GUESSES[-1], most)
        if self._credit is None or self._credit <= 0:
            return 0
        best, best_cost = 0, self._single_s * _WORTH
        chance = expected = 1.0
        for count in range(1, min(GUESSES[-1], most) + 1):
            kind = _kind(length + count - 1)
            chance *= self._hits[kind] / self._tries[kind]
            expected += chance
            if count in GUESSES and (cost := self._cost(count) / expected) < best_cost:
                best, best_cost = count, cost
        return best

    def _earn(self, seconds: float) -> None:
        self._credit = min((self._credit or 0.0) + seconds, _MOST_CREDIT * self._single_s)

    def _cost(self, guesses: int) -> float:
        """What reading that many costs, measured, or concluded from fewer, or hoped for."""
        if self._fresh(guesses):
            return self._batch_s[guesses]
        single = self._single_s
        fewer = max((count for count in GUESSES if count < guesses and self._fresh(count)), default=0)
        if not fewer:
            return single * (1 + _HOPED_SLOPE * guesses)
        known = self._batch_s[fewer]
        return single + (known - single) * guesses / fewer

    def _fresh(self, guesses: int) -> bool:
        return self._tokens - self._measured_at.get(guesses, -_STALE_TOKENS) < _STALE_TOKENS


def _kind(length: int) -> int:
    return 0 if length < 4 else 1 if length < 8 else 2 if length < 16 else 3
