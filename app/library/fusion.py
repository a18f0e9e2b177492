"""Keyword and meaning scores into one ranking. Pure functions.

Both are brought to mean 0 and deviation 1 over the passages looked at, then added. How much meaning counts
depends on whether the embedder was made for the passage's language: rank fusion with equal weights was
measured to lose half of the right answers outside of English (docs/decisions/0010).
"""

import math
from collections.abc import Sequence
from enum import Enum

import numpy as np

from app.library.passage_table import Floats, Mask, Positions
from app.library.word_gains import SURROUNDINGS


class Knowledge(Enum):
    """What an embedder knows of a language; the value is the share of meaning in a passage's score.

    FAR and UNTOLD count only in a script that the embedder knows, and with it names, numbers and loan words.
    docs/decisions/0025 has what they were chosen by.
    """

    KNOWN = 0.4  # it was made for the language
    NEAR = 0.35  # not made for it, yet it finds seven of ten right passages by meaning alone
    UNTOLD = 0.25  # nobody knows which language it is
    FAR = 0.15


MEANING_KNOWN = Knowledge.KNOWN.value
LATIN = "latin"
# In a small library nearly every passage is looked at, and few of them have any of the words: without the
# others a good match by words would stand out less there than in a large one.
LEAST = 200
_BLOCK = 32  # scores whose highest is looked at first, where the best of very many are wanted


def meaning_share(knowledge: Knowledge, script: str, known_scripts: Sequence[str]) -> float:
    """The weight of meaning for a passage; 0 where the embedder sees only noise."""
    if knowledge is Knowledge.KNOWN or script in known_scripts:
        return knowledge.value
    return 0.0


def fused(keyword: Floats, meaning: Floats, share: Floats) -> Floats:
    """(n,) the fused score. `meaning` is NaN where a passage has no vector; `share` is (n,) or one number."""
    by_meaning = standardised(meaning)
    total: Floats = (1 - share) * standardised(keyword, LEAST) + share * by_meaning
    return total


def with_surroundings(cosine: Floats, pool: Positions, linked: Mask, share: Floats) -> Floats:
    """(m,) cosines of the passages at `pool`: half their own, half the mean with their neighbours, as keyword scores.

    `cosine` is (n,), NaN where not known; `linked` as in the passage table; `share` (m,) how much meaning counts.
    Where the embedder doesn't know the language a cosine stays as it is: what it sees there is names and numbers,
    and these stand in the passage itself or not at all.
    """
    own = cosine[pool]
    total, number = own.copy(), np.ones(len(pool), dtype=np.float32)
    for step in (-1, 1):
        near = np.clip(pool + step, 0, len(cosine) - 1)
        value = cosine[near]
        there = (near != pool) & linked[np.minimum(pool, near)] & ~np.isnan(value)
        total[there] += value[there]
        number[there] += 1
    wide = own * np.float32(1 - SURROUNDINGS) + total / number * np.float32(SURROUNDINGS)
    found: Floats = np.where(share >= MEANING_KNOWN, wide, own)
    return found


def standardised(scores: Floats, least: int = 1) -> Floats:
    """(n,) the scores with mean 0 and deviation 1; 0 for those that are NaN or where all are the same.

    Fewer than `least` are filled up with zeros before mean and deviation are taken.
    """
    known = scores[~np.isnan(scores)].astype(np.float64)
    number = max(len(known), least)
    mean = known.sum() / number
    deviation = math.sqrt(max((known**2).sum() / number - mean**2, 0.0))
    if deviation < 1e-9:
        return np.zeros_like(scores)
    found: Floats = np.nan_to_num((scores - mean) / deviation, nan=0.0).astype(np.float32)
    return found


def best_places(scores: Floats, limit: int, above: float = 0.0) -> Positions:
    """Places of the highest scores above `above`, best first; none where a score is NaN."""
    blocks = len(scores) // _BLOCK
    if blocks >= limit:
        # As many blocks as are wanted have something at least this high: what is lower isn't among the best.
        # A block's scores lie far apart: the highest of neighbours takes twenty times as long to be found.
        best_of_blocks = np.fmax.reduce(scores[: blocks * _BLOCK].reshape(_BLOCK, blocks))
        least = np.partition(np.fmax(best_of_blocks, np.float32(above)), -limit)[-limit]
        some = np.flatnonzero(scores >= least if least > above else scores > above)
    else:
        some = np.flatnonzero(scores > above)
    found: Positions = some[np.argsort(-scores[some], kind="stable")][:limit]
    return found
