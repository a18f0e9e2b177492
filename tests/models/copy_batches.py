"""Turns cases into token batches for training: which tokens stand where, and which of them are learned.

Runs in the training process alone: it needs torch.
"""

import random

import torch
from torch import Tensor

from tests.models.byte_bpe import ByteBpe
from tests.models.copy_cases import FULL, Level, make_case
from tests.models.copy_chat import tokens_of

IGNORED = -100

# The curriculum: several questions over the same passages make each sequence worth more.
LEVELS = (
    Level(passages=2, sentences=1, turns=4, dressed=0.3, other=0.04, again=0.0, mixed=0.8),
    Level(passages=4, sentences=1, turns=6, dressed=0.5, other=0.04, again=0.0, mixed=0.5),
    Level(passages=5, sentences=2, turns=7, dressed=0.6, other=0.04, again=0.02, mixed=0.3),
    Level(passages=5, sentences=3, turns=7, dressed=0.6, other=0.04, again=0.05, long=0.1, fractions=0.4),
)
# Length and rows of the batches. Few different ones, because torch compiles the layers for each.
BUCKETS = ((128, 40), (192, 26), (256, 20), (384, 14), (512, 10), (768, 6), (1_024, 4), (1_536, 2))

Row = tuple[list[int], list[bool]]


def to_tensors(rows: list[Row], length: int) -> tuple[Tensor, Tensor]:
    """Padded ids (batch, length) and targets (batch, length), targets `IGNORED` outside the answers."""
    inputs = torch.zeros(len(rows), length, dtype=torch.long)
    targets = torch.full((len(rows), length), IGNORED, dtype=torch.long)
    for row, (ids, learned) in enumerate(rows):
        tokens = torch.tensor(ids)
        inputs[row, : len(ids) - 1] = tokens[:-1]
        targets[row, : len(ids) - 1] = torch.where(torch.tensor(learned[1:]), tokens[1:], IGNORED)
    return inputs, targets


class CaseBatches:
    """Endless full batches of cases of like length; `level` and `full` may be changed on the way.

    Attributes: `level`, where four fifths of the cases come from, the rest from those below; `full`, the
    share of cases that are of the kind that is measured (0..1).
    """

    def __init__(self, rng: random.Random, bpe: ByteBpe, share: int) -> None:
        self._share = share
        self._rng = rng
        self._bpe = bpe
        self._waiting: dict[int, list[Row]] = {length: [] for length, _ in BUCKETS}
        self.level = 0
        self.full = 0.0

    def next(self) -> tuple[Tensor, Tensor]:
        """The next batch, ids and targets."""
        while True:
            level = LEVELS[self.level if self._rng.random() < 0.8 else self._rng.randint(0, self.level)]
            if self._rng.random() < self.full:
                level = FULL
            row = tokens_of(make_case(self._rng, level), self._bpe)
            for length, rows in BUCKETS:
                if len(row[0]) <= length + 1:
                    waiting = self._waiting[length]
                    waiting.append(row)
                    if len(waiting) == rows // self._share:
                        self._waiting[length] = []
                        return to_tensors(waiting, length)
                    break
