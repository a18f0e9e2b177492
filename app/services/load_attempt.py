"""One load as its parent follows it: what was tried, and what to ask for when a whole process was lost to it.

Work thread only.
"""

import signal
from typing import Final

from app.domain.generation import LoadOptions
from app.domain.load_planning import LoadStep, merged, options_for, step_down, to_processor
from app.domain.model_memory import LoadPlan, ModelSizes

LOSSES_PER_LOAD: Final = 3  # processes that may be lost in one load before it is given up
# How a process ends that aborts itself: by its signal, and on Windows by abort() or the runtime's fast fail.
_ABORTED: Final = frozenset({-signal.SIGABRT, 3, 0xC0000409})


class LoadAttempt:
    """What one load has come to.

    Attributes:
        options: what the next process is asked for.
        steps: everything that was given up so far.
        stopped: the person gave it up.
        hung: it reported nothing for so long that it was ended.
        begun: a process said what it tries.
    """

    def __init__(self, options: LoadOptions) -> None:
        self.options = options
        self.steps: tuple[LoadStep, ...] = ()
        self.stopped = self.hung = self.begun = False
        self._wished = options
        self._earlier: tuple[LoadStep, ...] = ()  # given up for processes that were lost
        self._plan: LoadPlan | None = None
        self._losses = 0
        self._weights_read = False

    def progressed(self, fraction: float) -> None:
        """So much of the weights is read, 0..1."""
        self._weights_read = fraction >= 1.0

    def tried(self, plan: LoadPlan, steps: tuple[LoadStep, ...]) -> None:
        """The process says what it tries."""
        self.begun = True
        self._plan = plan
        self.steps = merged((*self._earlier, *steps))

    def asks_for_less(self, sizes: ModelSizes | None, exit_code: int) -> bool:
        """After a lost process: set `options` to something smaller, if that may help.

        The system ends a process that takes too much memory with SIGKILL, and where it gives none llama.cpp aborts once
        the weights are read: less is asked for. A crash or a silence while layers were put on a graphics processor is
        taken for its driver's: the processor is left. Any other is the file's doing, and nothing smaller helps.
        """
        self._losses += 1
        plan, self._plan = self._plan, None
        if self.stopped or plan is None or sizes is None or self._losses > LOSSES_PER_LOAD:
            return False
        killed = exit_code == -getattr(signal, "SIGKILL", 9) and not self.hung
        starved = killed or (exit_code in _ABORTED and self._weights_read)
        if plan.gpu_layers and not killed:
            lower, step = to_processor(plan, self._wished, sizes)
        elif starved and (found := step_down(plan, self._wished, sizes)) is not None:
            lower, step = found
        else:
            return False
        self.options = options_for(lower, self._wished)
        self.steps = self._earlier = merged((*self.steps, step))
        self.hung = self._weights_read = False
        return True
