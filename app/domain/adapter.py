"""Adapters (LoRA): small files that change how a model answers. Pure; any process."""

from dataclasses import dataclass
from typing import Final

from app.domain.errors import UsageError

ADAPTERS_LIMIT: Final = 8
MOST_STRENGTH: Final = 10.0


@dataclass(frozen=True, slots=True)
class Adapter:
    """One adapter: an absolute path, and how strongly it counts. 1 is as it was trained; below 0 it counts against."""

    path: str
    strength: float = 1.0


def checked_adapters(adapters: tuple[Adapter, ...]) -> tuple[Adapter, ...]:
    """Those that count: one of no strength is none. Raises UsageError for too many, or a strength out of range."""
    if len(adapters) > ADAPTERS_LIMIT:
        raise UsageError("adapters_too_many", limit=ADAPTERS_LIMIT)
    for adapter in adapters:
        if not -MOST_STRENGTH <= adapter.strength <= MOST_STRENGTH:  # also for a NaN
            raise UsageError("adapter_strength", limit=f"{MOST_STRENGTH:g}")
    return tuple(adapter for adapter in adapters if adapter.strength)
