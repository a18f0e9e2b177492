"""Brings a model into memory as far as it fits: plans, tries, and steps down while llama.cpp can't allocate.

Main thread of the inference worker.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.domain.devices import Device, graphics_by_itself
from app.domain.errors import Cancelled, ModelError
from app.domain.generation import LoadOptions
from app.domain.load_planning import LoadStep, first_plan, least_main_memory, merged, step_down
from app.domain.model_memory import BATCH_TOKENS, LoadPlan, ModelSizes
from app.inference import model_loading
from app.inference.llama_engine import LlamaContext, LlamaModel, LoadStopped
from app.inference.llama_library import LlamaFailure, list_devices

Trying = Callable[[LoadPlan, tuple[LoadStep, ...]], None]


@dataclass(frozen=True, slots=True)
class ModelWish:
    """What is to be loaded, from where, and how."""

    path: str
    name: str
    options: LoadOptions
    sizes: ModelSizes


class FittedLoading:
    """One load. Afterwards `model`, `context` and `plan` are there, and `devices` names the ones used."""

    def __init__(
        self,
        wish: ModelWish,
        available_bytes: int | None,
        progress: Callable[[float], bool],
        trying: Trying,
    ) -> None:
        """Plan. `trying` is told each plan before it is tried, with all steps down that led to it.

        Raises ModelError `device_not_found`, and `model_too_large_for_memory` for what can't fit: nothing is loaded.
        """
        self._wish = wish
        self._progress = progress
        self._trying = trying
        graphics = _wished_devices(wish)
        self.devices = tuple(device.name for device in graphics)
        self.plan, self._steps = first_plan(wish.options, wish.sizes, graphics, available_bytes)
        needed_bytes = least_main_memory(wish.sizes, self.plan, graphics)
        model_loading.check_fits(wish.name, needed_bytes, available_bytes)
        self.model: LlamaModel | None = None

    def load_weights(self) -> LlamaModel:
        """Read the weights. Raises ModelError, Cancelled."""
        while True:
            self._trying(self.plan, self._steps)
            try:
                self.model = LlamaModel(
                    self._wish.path,
                    self._progress,
                    gpu_layers=self.plan.gpu_layers,
                    devices=self.devices,
                    shares=self._wish.options.shares,
                )
            except LoadStopped as error:
                raise Cancelled from error
            except LlamaFailure as failure:
                refused = model_loading.refusal(self._wish.name, failure.log)
                if refused.code != "model_memory_refused" or not self.plan.gpu_layers:
                    raise refused from failure
                self._step_down(refused)
            else:
                return self.model

    def make_context(self, threads: int) -> tuple[LlamaModel, LlamaContext]:
        """Allocate the cache for the weights that were read; they are read again where layers have to move."""
        batch = self._wish.options.batch_tokens or BATCH_TOKENS
        while True:
            model, on_devices = self.model or self.load_weights(), self.plan.gpu_layers
            longest = model.trained_context_tokens or self.plan.context_tokens
            self.plan = replace(self.plan, context_tokens=min(self.plan.context_tokens, longest))
            try:
                context = LlamaContext(model, self.plan, threads, batch)
            except LlamaFailure as failure:
                refused = ModelError("model_memory_refused", name=self._wish.name)
                refused.__cause__ = failure
                self._step_down(refused)
            else:
                self._put_adapters_on(model, context)
                return model, context
            if self.plan.gpu_layers != on_devices:
                self.close()
            else:
                self._trying(self.plan, self._steps)

    def _put_adapters_on(self, model: LlamaModel, context: LlamaContext) -> None:
        """Raises ModelError `adapter_not_loadable`; the context is freed then."""
        found: list[tuple[int, float]] = []
        for adapter in self._wish.options.adapters:
            try:
                found.append((model.adapter(adapter.path), adapter.strength))
                context.use(found)
            except LlamaFailure as failure:
                context.close()
                file = os.path.basename(adapter.path)
                raise ModelError("adapter_not_loadable", name=self._wish.name, file=file) from failure

    def close(self) -> None:
        """Free the weights."""
        if self.model is not None:
            self.model.close()
            self.model = None

    def _step_down(self, refused: ModelError) -> None:
        """Raises `refused` when there is nothing left to try."""
        next_one = step_down(self.plan, self._wish.options, self._wish.sizes)
        if next_one is None:
            raise refused
        self.plan, step = next_one
        self._steps = merged((*self._steps, step))


def _wished_devices(wish: ModelWish) -> Sequence[Device]:
    if wish.options.gpu_layers == 0:
        return ()
    devices = list_devices().devices
    if not wish.options.devices:
        return graphics_by_itself(devices)
    found = {device.name: device for device in devices if device.takes_layers}
    for name in wish.options.devices:
        if name not in found:
            raise ModelError("device_not_found", name=wish.name, device=name)
    return [found[name] for name in wish.options.devices]
