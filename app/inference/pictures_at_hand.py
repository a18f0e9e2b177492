"""The pictures that turns may name: how they stand among a prompt's tokens, and where they are read.

Main thread of the inference worker. A picture's places in the prompt are numbers below zero, the same for the same
picture and for no other. So what the KV cache holds of it is found as that of words is, by comparing.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from app.domain.errors import GenerationError
from app.domain.picture import Picture
from app.inference.llama_sight import Patch, Words

_FIRST_NUMBER = -2  # -1 means "no token" elsewhere


class Sight(Protocol):
    """What is needed of a projector; `llama_sight.LlamaSight` is one."""

    side_by_side: bool

    def look(self, patch: Patch, at: int) -> bool:
        """Have the model see `patch`; False when it was stopped or can't be done."""

    def parts(self, picture: Picture) -> tuple[Words | Patch, ...]:
        """The picture as the model gets it."""

    def release(self, patch: Patch) -> None:
        """Free what `parts` gave."""


class PicturesAtHand:
    """Pictures, by key. Nothing is read of the projector before the first."""

    def __init__(self, open_sight: Callable[[], Sight]) -> None:
        """`open_sight` reads the projector, once. Raises ModelError."""
        self._open_sight = open_sight
        self._sight: Sight | None = None
        self._parts: dict[str, tuple[Words | Patch, ...]] = {}
        self._tokens: dict[str, list[int]] = {}
        self._patches: dict[int, Patch] = {}  # by the first of its numbers
        self._extra: dict[int, int] = {}  # by the first of its numbers: cells it takes beyond its positions
        self._next = _FIRST_NUMBER

    def show(self, picture: Picture, keep: Collection[str]) -> int:
        """Keep a picture, and of the others only those that `keep` names. Returns the tokens it takes.

        Raises GenerationError `picture_damaged`, LlamaFailure, and what `open_sight` raises.
        """
        if not picture.is_whole:
            raise GenerationError("picture_damaged")
        key = picture.key
        if self._sight is None:
            self._sight = self._open_sight()
        for former in [former for former in self._parts if former != key and former not in keep]:
            self._drop(former)
        if key not in self._parts:
            self._keep(key, self._sight.parts(picture))
        return self.cells(self._tokens[key])

    def tokens(self, key: str) -> list[int]:
        """The picture's places in a prompt. Raises GenerationError `picture_unknown`."""
        if key not in self._parts:
            raise GenerationError("picture_unknown")
        return self._tokens[key]

    def cells(self, tokens: Sequence[int]) -> int:
        """How much of the context these tokens take."""
        return len(tokens) + (sum(self._extra.get(token, 0) for token in tokens) if self._extra else 0)

    @property
    def side_by_side(self) -> bool:
        """Whether the cache's last position doesn't tell how much of a picture was read."""
        return self._sight is not None and self._sight.side_by_side

    def look(self, number: int, at: int) -> int:
        """Have the model see the patch whose first place is `number`, from position `at` on.

        Returns the positions it takes; 0 when it was stopped or can't be done. Raises GenerationError
        `picture_unknown`.
        """
        patch = self._patches.get(number)
        if patch is None or self._sight is None:
            raise GenerationError("picture_unknown")
        return patch.positions if self._sight.look(patch, at) else 0

    def start_of_patch(self, tokens: Sequence[int], index: int) -> int:
        """`index`, or where the patch begins that it would cut: one is read as a whole or not at all."""
        while 0 < index < len(tokens) and tokens[index] < 0 and tokens[index] not in self._patches:
            index -= 1
        return index

    def _keep(self, key: str, parts: tuple[Words | Patch, ...]) -> None:
        known = self._tokens.get(key)  # of a picture that was dropped: its places stay what they were
        tokens: list[int] = []
        for part in parts:
            if isinstance(part, Words):
                tokens += part.tokens
                continue
            first = known[len(tokens)] if known is not None else self._next
            if known is None:
                self._next -= part.positions
            self._patches[first] = part
            if part.cells != part.positions:
                self._extra[first] = part.cells - part.positions
            tokens += range(first, first - part.positions, -1)
        self._parts[key], self._tokens[key] = parts, tokens

    def _drop(self, key: str) -> None:
        tokens, at = self._tokens[key], 0
        for part in self._parts.pop(key):
            if isinstance(part, Words):
                at += len(part.tokens)
                continue
            del self._patches[tokens[at]]
            at += part.positions
            assert self._sight is not None
            self._sight.release(part)
