"""What a word adds to the BM25 of each passage that has it, or whose neighbour has it. No database here.

The part doesn't depend on the query, so it is kept: the words of everyday language, which have the longest lists,
come in nearly every question. Main thread of the library process.
"""

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.library.passage_table import Floats, PassageTable, Positions

K1 = 0.9
B = 0.4
SURROUNDINGS = 0.5  # share of the score that comes from a passage together with its neighbours
_COLUMN_FROM = 30  # a word in more than a thirtieth of all passages
KEPT_BYTES = 48 << 20  # 120 words that are in many of 100,000 passages, or very many rarer ones


@dataclass(frozen=True, slots=True)
class Gain:
    """`values`: (m,) at `places`, or (n,) for all passages where `places` is None."""

    places: NDArray[np.int32] | None
    values: Floats

    @property
    def size_bytes(self) -> int:
        """Memory it takes."""
        return self.values.nbytes + (self.places.nbytes if self.places is not None else 0)

    def add_to(self, scores: Floats, weight: float) -> None:
        """Add it, times `weight`, to (n,) scores."""
        if self.places is None:
            scores += np.float32(weight) * self.values
        else:
            np.add.at(scores, self.places, np.float32(weight) * self.values)


class GainMaker:
    """Makes gains for the passages of one table.

    Attributes:
        table: the passages.
    """

    def __init__(self, table: PassageTable) -> None:
        self.table = table
        # (n + 1,) whether the passages before and at this place are of the same document.
        self._linked = np.zeros(len(table) + 1, dtype=np.float32)
        self._linked[1:] = table.linked
        self._norm = _norm(table.lengths, table.mean_length)
        self._wide_norm = _norm(table.surroundings, table.mean_surroundings)
        # Columns that are used again: fresh ones of this size are slow to come by. `_own` has how often the word at
        # hand occurs, with one spare passage at each end, and holds zeros between calls.
        self._own = np.zeros(len(table) + 2, dtype=np.float32)
        self._around, self._spare = np.empty((2, len(table)), dtype=np.float32)

    def gain(self, places: Positions, counts: Floats) -> Gain:
        """What a word gains that occurs `counts` times in the passages at `places`, which rise."""
        self._own[places + 1] = counts
        wide = _COLUMN_FROM * len(places) > len(self.table)
        gain = Gain(None, self._everywhere()) if wide else self._near(places)
        self._own[places + 1] = 0
        return gain

    def _near(self, places: Positions) -> Gain:
        """For a word in few passages."""
        near = np.zeros(len(self._own), dtype=np.bool_)
        near[places] = near[places + 1] = near[places + 2] = True
        touched = np.flatnonzero(near[1:-1])
        after = touched + 1
        own = self._own[after]
        around = own + self._linked[touched] * self._own[touched]
        around += self._linked[after] * self._own[touched + 2]
        values = np.float32(1 - SURROUNDINGS) * _saturated(own, self._norm[touched])
        values += np.float32(SURROUNDINGS) * _saturated(around, self._wide_norm[touched])
        return Gain(touched.astype(np.int32), values)

    def _everywhere(self) -> Floats:
        """(n,) the same for a word in many passages: a column is smaller and faster then."""
        own = self._own[1:-1]
        around = np.multiply(self._linked[:-1], self._own[:-2], out=self._around)
        around += np.multiply(self._linked[1:], self._own[2:], out=self._spare)
        around += own
        values: Floats = around + self._wide_norm
        np.divide(around, values, out=values)
        values *= np.float32(SURROUNDINGS * (K1 + 1))
        alone = np.add(own, self._norm, out=self._spare)
        np.divide(own, alone, out=alone)
        alone *= np.float32((1 - SURROUNDINGS) * (K1 + 1))
        values += alone
        return values

    def own_gain(self, places: Positions, counts: Floats) -> Floats:
        """(m,) the gain of the passages at `places` by themselves."""
        return _saturated(counts, self._norm[places])


class KeptGains:
    """The gains of the words that were asked for last, as far as `KEPT_BYTES` reach."""

    def __init__(self, limit_bytes: int = KEPT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._size_bytes = 0
        self._gains: OrderedDict[tuple[str, ...], Gain] = OrderedDict()

    def get(self, forms: tuple[str, ...]) -> Gain | None:
        """The gain of a word, if it is kept."""
        found = self._gains.get(forms)
        if found is not None:
            self._gains.move_to_end(forms)
        return found

    def keep(self, forms: tuple[str, ...], gain: Gain) -> None:
        """Keep it, and drop what wasn't asked for the longest."""
        before = self._gains.pop(forms, None)
        self._size_bytes += gain.size_bytes - (before.size_bytes if before is not None else 0)
        self._gains[forms] = gain
        while self._size_bytes > self._limit_bytes and self._gains:
            _, dropped = self._gains.popitem(last=False)
            self._size_bytes -= dropped.size_bytes

    def clear(self) -> None:
        """Drop everything."""
        self._gains.clear()
        self._size_bytes = 0


def _norm(lengths: Floats, mean: float) -> Floats:
    """What BM25 sets beside the count, for texts of these lengths."""
    norm: Floats = (K1 * (1 - B + B * lengths / mean)).astype(np.float32)
    return norm


def _saturated(counts: Floats, norm: Floats) -> Floats:
    """BM25's part for how often a word occurs."""
    gain: Floats = (counts * np.float32(K1 + 1)) / (counts + norm)
    return gain
