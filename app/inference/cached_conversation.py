"""What the KV cache holds, how much of a new prompt it already covers, and what earlier conversations left.

Main thread of the inference worker. Who switches between two conversations doesn't wait for either to be read again:
what the cache held is put aside, in this process's memory and never on disk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

LEAST_KEPT_TOKENS: Final = 128  # fewer are read again about as soon as they are put back


class Cache(Protocol):
    """What is needed of a context; `llama_engine.LlamaContext` is one."""

    @property
    def held_tokens(self) -> int:
        """How many positions it holds."""

    def keep_first(self, count: int) -> bool:
        """Forget all but the first `count`; False when it can't."""

    def forget_all(self) -> None:
        """Forget everything."""

    def state_bytes(self) -> int:
        """How large a copy of what it holds would be."""

    def copy_state(self) -> bytearray | None:
        """A copy of what it holds, None when it can't be had."""

    def put_back(self, state: bytearray) -> bool:
        """Hold what a copy held, in place of what it holds; False when that can't be done, and then it is empty."""


@dataclass(frozen=True, slots=True)
class KeptState:
    """What the cache held for a conversation that was left."""

    tokens: list[int]
    state: bytearray


class CachedConversation:
    """The tokens in the cache, in step with it.

    Attributes:
        tokens: what the cache holds, from the first position. Whoever decodes appends.
    """

    def __init__(self, cache: Cache, *, forgets_partly: bool, keep_bytes: int = 0) -> None:
        """`forgets_partly` is False for models whose memory can't drop single positions.

        `keep_bytes`: memory for what conversations that were left had in the cache.
        """
        self._cache = cache
        self._keep_bytes = keep_bytes
        self._kept: list[KeptState] = []  # the one that was left last is the last
        self._forgets_partly = forgets_partly
        self.tokens: list[int] = []

    def covered(self, prompt: Sequence[int]) -> int:
        """How many tokens of `prompt` needn't be read again, if it is switched to. At least one is left: its output is
        needed."""
        kept = (self._covered(state.tokens, prompt) for state in self._kept)
        return max(self._covered(self.tokens, prompt), *kept, 0)

    def switch_to(self, prompt: Sequence[int]) -> None:
        """Have the cache hold what covers most of `prompt`. Another conversation that it held is put aside."""
        now = self._covered(self.tokens, prompt)
        best = max(self._kept, key=lambda state: self._covered(state.tokens, prompt), default=None)
        if best is not None and self._covered(best.tokens, prompt) < now + LEAST_KEPT_TOKENS:
            best = None
        if best is not None or now * 2 < len(self.tokens):
            self._put_aside()
        if best is not None:
            self._kept.remove(best)
            self.tokens = list(best.tokens) if self._cache.put_back(best.state) else []

    def _covered(self, tokens: Sequence[int], prompt: Sequence[int]) -> int:
        common = min(_common_prefix(tokens, prompt), len(prompt) - 1)
        if common < len(tokens) and not self._forgets_partly:
            return 0
        return max(common, 0)

    def _put_aside(self) -> None:
        """Copy what the cache holds, and drop the oldest copies for it; unless it is too little or too much."""
        if len(self.tokens) < LEAST_KEPT_TOKENS or self._cache.state_bytes() > self._keep_bytes:
            return
        state = self._cache.copy_state()
        if state is None:
            return
        self._kept.append(KeptState(list(self.tokens), state))
        while sum(len(kept.state) for kept in self._kept) > self._keep_bytes:
            del self._kept[0]

    def keep(self, count: int) -> int:
        """Forget all but the first `count`. Returns how many are left, which is 0 when that can't be done."""
        if count == len(self.tokens):
            return count
        if count > 0 and self._cache.keep_first(count):
            del self.tokens[count:]
            return count
        self.clear()
        return 0

    def clear(self) -> None:
        """Forget everything."""
        self._cache.forget_all()
        self.tokens.clear()

    def settle(self, wanted: Sequence[int]) -> None:
        """After a stopped or failed reading of `wanted`: find out how far the cache really got."""
        held = self._cache.held_tokens
        if self._forgets_partly and 0 < held <= len(wanted):
            self.tokens = list(wanted[:held])
        else:
            self.clear()


def _common_prefix(left: Sequence[int], right: Sequence[int]) -> int:
    """Length of the common beginning; halving keeps the comparison in C."""
    shorter = min(len(left), len(right))
    if left[:shorter] == right[:shorter]:
        return shorter
    low, high = 0, shorter  # left[:low] is equal, left[:high] isn't
    while high - low > 1:
        middle = (low + high) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle
    return low
