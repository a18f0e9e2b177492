"""One finding in a text, and which finding wins where two overlap. Pure; any process."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Kind(enum.StrEnum):
    """What a finding is. The order is the order in which they win over each other at the same place."""

    LITERAL = "literal"  # what looks like a placeholder already: masked, so that putting back stays exact
    OWN = "own"  # a word that the person named
    KEY = "key"
    EMAIL = "email"
    URL = "url"
    IBAN = "iban"
    CARD = "card"
    NATIONAL_ID = "national_id"
    IP = "ip"
    PHONE = "phone"
    BIRTH_DATE = "birth_date"
    PATH = "path"
    USER = "user"
    HOST = "host"
    ADDRESS = "address"
    NAME = "name"


ALL_KINDS = frozenset(Kind)
_RANK = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of a text that is personal: characters `start` to `end` (exclusive)."""

    start: int
    end: int
    kind: Kind


def resolve(found: Iterable[Mark]) -> list[Mark]:
    """Marks in order of their place, none of them overlapping: the stronger kind wins, then the longer."""
    kept: list[Mark] = []
    by_strength = sorted(found, key=lambda mark: (_RANK[mark.kind], mark.start - mark.end, mark.start))
    for mark in by_strength:
        if mark.start < mark.end and all(
            mark.end <= other.start or other.end <= mark.start for other in kept
        ):
            kept.append(mark)
    return sorted(kept)
