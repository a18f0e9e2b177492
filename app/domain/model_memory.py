"""How much memory a model takes in the processor's and a graphics processor's memory, from a few of its numbers.

Pure arithmetic, any process. The formulas are llama.cpp's own sizes; tests/models_app compares them with what loading
really takes. `app.models.memory_need` finds the numbers in a file's header.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.domain.loading_choices import KvType

# Bytes of one value in the KV cache.
KV_TYPES: Final[Mapping[str, float]] = MappingProxyType(
    {KvType.F16: 2.0, KvType.Q8_0: 34 / 32, KvType.Q4_0: 18 / 32}
)
_KV_BLOCK: Final = 32
CONTEXT_STEP: Final = 256  # llama.cpp rounds a context up to this
BATCH_TOKENS: Final = 512  # read by one call
# Computed at once by a processor without flash attention. All heads' scores for one batch lie in memory together
# (heads x context x batch x 4 bytes); with these sizes reading is as fast as with 512, measured.
MICRO_BATCH_TOKENS: Final = 128
SMALL_MICRO_BATCH_TOKENS: Final = 64
SCORES_WORTH_BYTES: Final = 96 << 20  # with more than this, the small batch is taken
WORKER_BYTES: Final = 48 << 20  # interpreter, llama.cpp and vocabulary before any weight is read
VOCABULARY_ENTRY_BYTES: Final = 160  # text, score and two maps for each token
# What a driver keeps for itself, and what another window may want meanwhile.
DEVICE_RESERVE_BYTES: Final = 256 << 20
DEVICE_RESERVE_SHARE: Final = 0.05


@dataclass(frozen=True, slots=True)
class ModelSizes:
    """The numbers of a model that its memory hangs on.

    Attributes:
        weights: bytes of all tensors.
        repacked: bytes of those that the processor lays out anew, in memory of its own; 0 where it doesn't.
        table: bytes of the table of token embeddings, of which a token needs one row.
        output: bytes of the output matrix; of the table where that serves as one.
        values_per_position: numbers kept for one position, over all layers.
        trained_tokens: the longest text it was trained on, 0 when unknown.
        head_width: numbers of one head's key or value, 0 when unknown.
        beside: bytes of what is read beside it: a projector, with the first picture, and adapters.
    """

    weights: int
    repacked: int
    table: int
    output: int
    layers: int
    values_per_position: int
    heads: int
    embedding_width: int
    feed_forward_width: int
    vocabulary_size: int
    trained_tokens: int
    head_width: int = 0
    beside: int = 0

    @property
    def kv_in_few_bits(self) -> bool:
        """Whether its cache can be kept in fewer than 16 bits, which is done by blocks of 32 numbers."""
        return self.head_width % _KV_BLOCK == 0

    @property
    def layer(self) -> int:
        """Bytes of one layer's weights."""
        outside = self.table + (self.output if self.output != self.table else 0)
        return max(self.weights - outside, 0) // max(self.layers, 1)


@dataclass(frozen=True, slots=True)
class MemoryNeed:
    """Bytes in memory while a model answers, by what they hold.

    Attributes:
        weights: the file's tensors, which the system may drop and read again where memory is short.
        repacked: those of them that are laid out anew for the processor.
        cache: keys and values at the context length asked about.
        working: intermediate values of one batch, and the process itself.
    """

    weights: int
    repacked: int
    cache: int
    working: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.weights + self.repacked + self.cache + self.working

    @property
    def least(self) -> int:
        """What must be had at the same time: weights that were laid out anew needn't stay as they lie in the file."""
        return self.total - self.repacked


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """How a model is put into memory, with nothing left to choose.

    Attributes:
        gpu_layers: how many of the last layers go on graphics processors; one more than there are takes the output too.
        flash: whether attention may be computed without laying all scores out.
        kv_on_gpu: whether the cache of a layer lies where the layer does.
    """

    context_tokens: int
    gpu_layers: int = 0
    kv_type: KvType = KvType.F16
    flash: bool = False
    micro_batch_tokens: int = MICRO_BATCH_TOKENS
    kv_on_gpu: bool = True


def micro_batch(heads: int, context_tokens: int) -> int:
    """How many tokens a processor computes at once without flash attention."""
    scores = 4 * heads * context_tokens * MICRO_BATCH_TOKENS
    return MICRO_BATCH_TOKENS if scores <= SCORES_WORTH_BYTES else SMALL_MICRO_BATCH_TOKENS


def cache_bytes(sizes: ModelSizes, context_tokens: int, kv_type: KvType) -> int:
    """Keys and values of `context_tokens` positions."""
    positions = context_tokens + -context_tokens % CONTEXT_STEP
    return round(positions * sizes.values_per_position * KV_TYPES[kv_type])


def main_memory_need(sizes: ModelSizes, plan: LoadPlan) -> MemoryNeed:
    """What the model takes of the main memory."""
    share = 1 - min(plan.gpu_layers, sizes.layers) / max(sizes.layers, 1)
    weights = sizes.weights - min(plan.gpu_layers, sizes.layers) * sizes.layer
    weights += 0 if plan.gpu_layers > 0 else sizes.beside  # it computes where most of the model does
    cache = cache_bytes(sizes, plan.context_tokens, plan.kv_type)
    return MemoryNeed(
        weights=weights,
        repacked=round(sizes.repacked * share),
        cache=round(cache * share) if plan.kv_on_gpu else cache,
        working=WORKER_BYTES + VOCABULARY_ENTRY_BYTES * sizes.vocabulary_size + _computing_bytes(sizes, plan),
    )


def device_need(sizes: ModelSizes, plan: LoadPlan) -> int:
    """What the model takes of the graphics processors' memory, all together."""
    if plan.gpu_layers <= 0:
        return 0
    layers = min(plan.gpu_layers, sizes.layers)
    cache = cache_bytes(sizes, plan.context_tokens, plan.kv_type) * layers // max(sizes.layers, 1)
    return (
        layers * sizes.layer
        + (sizes.output if plan.gpu_layers > sizes.layers else 0)
        + (cache if plan.kv_on_gpu else 0)
        + sizes.beside
        + _computing_bytes(sizes, plan)
    )


def device_room(free_bytes: int) -> int:
    """What of a device's free memory a model may take."""
    return max(free_bytes - max(DEVICE_RESERVE_BYTES, round(free_bytes * DEVICE_RESERVE_SHARE)), 0)


def _computing_bytes(sizes: ModelSizes, plan: LoadPlan) -> int:
    """What one batch of a prompt touches: activations, the mask, scores of attention, one row of the output."""
    batch = min(plan.micro_batch_tokens, plan.context_tokens)
    activations = 4 * batch * (2 * sizes.feed_forward_width + 8 * sizes.embedding_width)
    mask = 2 * batch * plan.context_tokens
    attention = 0 if plan.flash else 4 * sizes.heads * plan.context_tokens * batch
    row = 4 * 4 * sizes.vocabulary_size
    return activations + mask + attention + row
