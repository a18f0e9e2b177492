"""What may come next, because it came after the same words before: in the prompt, or earlier in the answer.

Main thread of the inference worker, standard library only. Every token of an answer passes through here, so adding one
is a look into a table and a few comparisons.
"""

from collections.abc import Sequence
from typing import Final

LEAST_MATCH: Final = 3  # tokens that must be the same before a place counts as one to go on from
_LOOKED_AT: Final = 8  # of many such places, the latest ones
_LONGEST_MATCH: Final = 32  # beyond that, places are as good as each other
_BASE: Final = 1 << 21  # more than any vocabulary has


class PromptLookup:
    """The tokens so far, and the place in them from which the text seems to be copied.

    Attributes:
        length: how many tokens before that place are the same as the last ones, 0 when there is no such place.
    """

    def __init__(self, tokens: Sequence[int]) -> None:
        self._tokens: list[int] = []
        self._latest: dict[int, int] = {}  # three tokens, as one number -> where the one after them stands
        self._earlier: list[int] = []  # where the same three stood before, for each position; -1 for nowhere
        self._source = -1
        self.length = 0
        for token in tokens:
            self._append(token)
        self._find()

    def add(self, token: int) -> bool | None:
        """Take the next token. Returns whether it was the expected one, None when none was expected."""
        expected = self._tokens[self._source] == token if self.length else None
        before = self._append(token)
        if expected:
            self._source += 1
            self.length += 1
        else:
            self._find(before)
        return expected

    def following(self, count: int) -> list[int]:
        """Up to `count` tokens that are expected next. A place near the end repeats what lies between."""
        if not self.length:
            return []
        ahead = self._tokens[self._source : self._source + count]
        while len(ahead) < count:
            ahead += ahead[: count - len(ahead)]
        return ahead

    def _append(self, token: int) -> int:
        """Add a token; returns where the one after its last three stood before."""
        tokens = self._tokens
        tokens.append(token)
        if len(tokens) < LEAST_MATCH:
            self._earlier.append(-1)
            return -1
        key = (tokens[-3] * _BASE + tokens[-2]) * _BASE + token
        before = self._latest.get(key, -1)
        self._latest[key] = len(tokens)
        self._earlier.append(before)
        return before

    def _find(self, before: int | None = None) -> None:
        """Look for the place before which most is the same; of equal ones the latest."""
        place = before if before is not None else (self._earlier[-1] if self._earlier else -1)
        self._source, self.length = -1, 0
        for _ in range(_LOOKED_AT):
            if place < 0:
                return
            length = self._match(place)
            if length > self.length:
                self._source, self.length = place, length
            place = self._earlier[place - 1]

    def _match(self, place: int) -> int:
        tokens, end, length = self._tokens, len(self._tokens), LEAST_MATCH
        while (
            length < _LONGEST_MATCH
            and length < place
            and tokens[place - 1 - length] == tokens[end - 1 - length]
        ):
            length += 1
        return length
