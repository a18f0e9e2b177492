"""What every benchmark gives: two figures measured in one run, their ratio, its target, and the conditions."""

import json
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

BUDGET_S = 60.0  # no further round begins after this long: all benchmarks together stay under six minutes
LEAST_ROUNDS = 2


@dataclass(frozen=True)
class Ratio:
    """One comparison. `ours` and `theirs` are medians in `unit`; `at_least` and `at_most` bound `ratio`."""

    name: str
    unit: str
    ours: float
    theirs: float
    ratio: float
    rounds: int
    at_least: float | None = None
    at_most: float | None = None
    load_before: float = 0.0
    conditions: dict[str, object] = field(default_factory=dict)

    @property
    def met(self) -> bool:
        """Whether the ratio is on the right side of its target."""
        low = self.at_least is None or self.ratio >= self.at_least
        return low and (self.at_most is None or self.ratio <= self.at_most)

    def line(self) -> str:
        """The comparison as one line of JSON."""
        return json.dumps({**asdict(self), "met": self.met})


def compare(
    name: str,
    unit: str,
    ours: Callable[[], float],
    theirs: Callable[[], float],
    rounds: int,
    *,
    at_least: float | None = None,
    at_most: float | None = None,
    **conditions: object,
) -> Ratio:
    """Measure both in turns, A B A B, after one round of each that doesn't count; compare the medians.

    A computer's speed drifts, so the two of a round stand side by side; the medians of rounds shrug off a stray.
    """
    load = os.getloadavg()[0]
    ours(), theirs()
    mine: list[float] = []
    other: list[float] = []
    began = time.monotonic()
    while len(mine) < rounds and (len(mine) < LEAST_ROUNDS or time.monotonic() - began < BUDGET_S):
        mine.append(ours())
        other.append(theirs())
    return ratio_of(
        name, unit, mine, other, at_least=at_least, at_most=at_most, load_before=load, **conditions
    )


def ratio_of(
    name: str,
    unit: str,
    mine: list[float],
    other: list[float],
    *,
    at_least: float | None = None,
    at_most: float | None = None,
    load_before: float = 0.0,
    **conditions: object,
) -> Ratio:
    """The comparison of figures that were measured in turns, by their medians."""
    ours, theirs = statistics.median(mine), statistics.median(other)
    spread = {
        "ours_all": [round(value, 4) for value in mine],
        "theirs_all": [round(value, 4) for value in other],
    }
    return Ratio(
        name=name,
        unit=unit,
        ours=round(ours, 4),
        theirs=round(theirs, 4),
        ratio=round(ours / theirs, 4),
        rounds=len(mine),
        at_least=at_least,
        at_most=at_most,
        load_before=round(load_before, 2),
        conditions={**conditions, **spread},
    )
