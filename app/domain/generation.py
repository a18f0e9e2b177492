"""What is asked of a model and what comes back. Pure values shared by services and the inference worker."""

import enum
from dataclasses import dataclass

from app.domain.adapter import Adapter
from app.domain.conversation import Role
from app.domain.loading_choices import FlashAttention, GuessAhead, KvType
from app.domain.sampling import Sampling

__all__ = [
    "ALL_THAT_FIT",
    "Completion",
    "FinishReason",
    "FlashAttention",
    "GuessAhead",
    "KvType",
    "LoadOptions",
    "LoadedModel",
    "Prepared",
    "Sampling",
    "Turn",
]


@dataclass(frozen=True, slots=True)
class Turn:
    """One message as the model gets it. `id` is the message's id in the vault, empty for a system prompt.

    `pictures` are the keys of pictures that were shown to the model's process; it sees them before the text.
    """

    role: Role
    text: str
    id: str = ""
    pictures: tuple[str, ...] = ()


ALL_THAT_FIT = -1  # as many layers on graphics processors as their free memory takes


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How a model is put into memory. 0, "auto" and empty mean: chosen by the worker for this machine.

    Attributes:
        gpu_layers: layers that go on graphics processors, ALL_THAT_FIT, or 0 for the processor alone.
        batch_tokens: tokens of a prompt given to llama.cpp by one call.
        micro_batch_tokens: of these, how many are computed at once.
        devices: names of the graphics processors to use, as `hearth doctor` says them; empty for all.
        shares: how the layers are split over `devices`, as proportions; empty for by their free memory.
        kv_on_gpu: whether keys and values lie where their layer does; else in main memory.
        kv_type: how keys and values are kept.
        adapters: what changes how the model answers.
    """

    context_tokens: int = 0
    threads: int = 0
    gpu_layers: int = ALL_THAT_FIT
    batch_tokens: int = 0
    micro_batch_tokens: int = 0
    devices: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()
    kv_on_gpu: bool = True
    flash_attention: FlashAttention = FlashAttention.AUTO
    kv_type: KvType = KvType.F16
    guess_ahead: GuessAhead = GuessAhead.AUTO
    adapters: tuple[Adapter, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """What the worker says of a model it has loaded.

    Attributes:
        gpu_layers: how many of its layers lie on graphics processors.
        devices: the names of those.
        flash: whether attention was allowed to be computed without laying all scores out.
    """

    name: str
    architecture: str
    parameters: int
    size_bytes: int
    context_tokens: int
    trained_context_tokens: int
    threads: int
    template_sha256: str
    load_s: float
    gpu_layers: int = 0
    devices: tuple[str, ...] = ()
    kv_type: KvType = KvType.F16
    flash: bool = False


class FinishReason(enum.StrEnum):
    """Why an answer ended."""

    END = "end"  # the model ended its turn
    STOP_STRING = "stop_string"
    LENGTH = "length"  # max_tokens reached
    CONTEXT_FULL = "context_full"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Prepared:
    """The prompt as it goes to the model, known before the first token.

    `prompt` is word for word what the model reads. `dropped_ids` are the message ids that were left out
    because they don't fit, oldest first. Counts are tokens.
    """

    prompt: str
    dropped_ids: tuple[str, ...]
    prompt_tokens: int
    cached_tokens: int
    context_tokens: int


@dataclass(frozen=True, slots=True)
class Completion:
    """How an answer ended, with what it cost. `text` is the whole answer without thinking.

    `guessed_tokens` of the `completion_tokens` had been guessed ahead.
    """

    text: str
    thinking: str
    reason: FinishReason
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    first_token_s: float
    tokens_per_s: float
    thinking_s: float
    seed: int
    guessed_tokens: int = 0
