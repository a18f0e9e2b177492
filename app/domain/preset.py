"""Presets ("assistants"): a way of answering under a name, and what its values may be. Pure; any process."""

from dataclasses import dataclass
from typing import TypeGuard

from app.domain.adapter import Adapter, checked_adapters
from app.domain.errors import UsageError
from app.domain.sampling import Sampling

NAME_LIMIT_CHARS = 80
PROMPT_LIMIT_CHARS = 100_000
MODEL_LIMIT_CHARS = 300
STOP_LIMIT = 8
STOP_LIMIT_CHARS = 100


@dataclass(frozen=True, slots=True)
class Preset:
    """A way of answering.

    `id` is empty before it is kept. `model` is a name on the shelf, empty for the chosen one. `sampling` None
    means the usual one. `adapters` are put on the model; they are files of this computer, which no export names.
    """

    name: str
    system_prompt: str = ""
    model: str = ""
    sampling: Sampling | None = None
    id: str = ""
    adapters: tuple[Adapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Range:
    """What a number of `Sampling` may be, both ends included."""

    low: float
    high: float
    whole: bool = False

    def is_number(self, value: object) -> TypeGuard[int | float]:
        """Whether `value` is a number of this kind, in the range or not; True and False are none."""
        return type(value) is int or (type(value) is float and not self.whole)

    def __contains__(self, value: float) -> bool:
        """Whether it lies within; NaN never does."""
        return self.low <= value <= self.high


RANGES = {
    "temperature": Range(0, 5),
    "top_k": Range(0, 100_000, whole=True),
    "top_p": Range(0, 1),
    "min_p": Range(0, 1),
    "repeat_penalty": Range(0.5, 2),
    "repeat_last_n": Range(0, 1_000_000, whole=True),
    "seed": Range(-1, 2**32 - 2, whole=True),
    "max_tokens": Range(0, 1_000_000, whole=True),
}


def checked_preset(preset: Preset) -> Preset:
    """The preset, fit to be kept: its name on one line. Raises UsageError for what it may not be."""
    name = " ".join(preset.name.split())
    if not name:
        raise UsageError("preset_name_empty")
    for field, text, limit in (
        ("name", name, NAME_LIMIT_CHARS),
        ("system_prompt", preset.system_prompt, PROMPT_LIMIT_CHARS),
        ("model", preset.model, MODEL_LIMIT_CHARS),
    ):
        if len(text) > limit:
            raise UsageError("preset_text_long", field=field, limit_chars=limit)
    if preset.sampling is not None:
        check_sampling(preset.sampling)
    adapters = checked_adapters(preset.adapters)
    return Preset(name, preset.system_prompt, preset.model, preset.sampling, preset.id, adapters)


def check_sampling(sampling: Sampling) -> None:
    """Raise UsageError for a number that is out of its range, or too many or too long stop texts."""
    for field in RANGES:
        check_number(field, getattr(sampling, field))
    if len(sampling.stop) > STOP_LIMIT:
        raise UsageError("preset_too_many", field="stop", limit=STOP_LIMIT)
    for text in sampling.stop:
        if not text or len(text) > STOP_LIMIT_CHARS:
            raise UsageError("preset_text_long", field="stop", limit_chars=STOP_LIMIT_CHARS)


def check_number(field: str, value: float) -> None:
    """Raise UsageError unless `value` lies in the range of `field`."""
    allowed = RANGES[field]
    if value not in allowed:
        raise UsageError("preset_value_range", field=field, low=f"{allowed.low:g}", high=f"{allowed.high:g}")
