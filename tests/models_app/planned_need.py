"""What the program plans to take of memory for a model on the processor alone."""

from app.domain.generation import KvType, LoadOptions
from app.domain.load_planning import first_plan
from app.domain.model_memory import LoadPlan, MemoryNeed, main_memory_need
from app.models.gguf import GgufFile
from app.models.memory_need import model_sizes


def planned(header: GgufFile, context_tokens: int, kv_type: KvType = KvType.F16) -> LoadPlan:
    """As it is loaded at `context_tokens`."""
    options = LoadOptions(context_tokens=context_tokens, kv_type=kv_type, gpu_layers=0)
    return first_plan(options, model_sizes(header), (), None)[0]


def planned_need(
    header: GgufFile, context_tokens: int, kv_type: KvType = KvType.F16, repacks: bool = True
) -> MemoryNeed:
    """Bytes of main memory. `repacks`: whether the processor lays weights out anew."""
    return main_memory_need(model_sizes(header, repacks), planned(header, context_tokens, kv_type))
