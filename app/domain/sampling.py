"""How the next token of an answer is chosen. A pure value of every process."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next token is chosen. Temperature 0 is greedy. `seed` < 0 draws a fresh one each time.

    Ranges: temperature 0..5, top_k 0 (off) or more, top_p and min_p 0..1, repeat_penalty 0.5..2 (1 = off)
    over the last `repeat_last_n` tokens. `max_tokens` 0 means until the model ends or the context is full.
    """

    temperature: float = 0.7
    top_k: int = 40
    top_p: float = 0.95
    min_p: float = 0.05
    repeat_penalty: float = 1.0
    repeat_last_n: int = 64
    seed: int = -1
    max_tokens: int = 0
    stop: tuple[str, ...] = ()
