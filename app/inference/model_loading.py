"""What is decided around the loading of a model: whether it fits, with how many threads, why it was refused.

Main thread of the inference worker. Knows nothing of llama.cpp but the words of its error lines.
"""

import os
import stat
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from app import computer
from app.domain.errors import ModelError
from app.domain.model_memory import ModelSizes

PROGRESS_INTERVAL_S = 0.05
SMALL_MODEL_PARAMETERS = 30_000_000  # below, threads wait for each other longer than they compute
MOST_FOR_KEPT_STATES_BYTES = 2 << 30
_SHARE_FOR_KEPT_STATES = 8
_LAYERS_OF_UNKNOWN = 1_000
_THREADS_WORTH_USING = 16  # generation waits for memory: more cores than this bring nothing, or less

# Parts of llama.cpp's error lines -> reason word of model_not_loadable, tried in this order.
_REASONS = (
    ("invalid magic", "not_gguf"),
    ("not within the file bounds", "cut_short"),
    ("failed to read", "cut_short"),
    ("unknown model architecture", "architecture"),
    ("unknown pre-tokenizer", "tokenizer"),
    ("cannot find tokenizer", "tokenizer"),
    ("vocab", "tokenizer"),
    ("bad version", "version"),
    ("version", "version"),
    ("missing tensor", "damaged"),
    ("wrong shape", "damaged"),
    ("wrong number of tensors", "damaged"),
    ("key not found", "damaged"),
    ("corrupt", "damaged"),
    ("illegal split", "split"),
    ("split", "split"),
)
_MEMORY_WORDS = ("unable to allocate", "failed to allocate", "out of memory", "bad_alloc", "cannot allocate")


class ModelFile:
    """A model's file as it was when loading began: its size, and whether it is still the same."""

    def __init__(self, path: str) -> None:
        """Look at the file. Raises ModelError `model_missing`, `model_unreadable`, `model_not_loadable`."""
        self._path = Path(path)
        self._identity = self._look()
        self.size_bytes = self._identity[2]
        if not self.size_bytes:
            raise ModelError("model_not_loadable", name=self._path.name, reason="empty")

    def check_unchanged(self) -> None:
        """Raises ModelError `model_changed` when the file isn't the one that was looked at first."""
        if self._look() != self._identity:
            raise ModelError("model_changed", name=self._path.name)

    def _look(self) -> tuple[int, int, int, int]:
        name = self._path.name
        try:
            found = os.stat(self._path)
            if not stat.S_ISREG(found.st_mode):  # opening a FIFO would wait for ever
                raise ModelError("model_unreadable", name=name, reason="no_file")
            with open(self._path, "rb"):
                pass
        except FileNotFoundError as error:
            raise ModelError("model_missing", name=name) from error
        except (OSError, ValueError) as error:
            raise ModelError("model_unreadable", name=name, reason="refused") from error
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def refusal(name: str, log: Iterable[str]) -> ModelError:
    """The ModelError that llama.cpp's error lines amount to. The lines themselves don't leave the worker."""
    lines = " ".join(log).lower()
    if any(word in lines for word in _MEMORY_WORDS):
        return ModelError("model_memory_refused", name=name)
    for words, reason in _REASONS:
        if words in lines:
            return ModelError("model_not_loadable", name=name, reason=reason)
    return ModelError("model_not_loadable", name=name, reason="unknown")


def available_memory_bytes() -> int | None:
    """Memory that can be had without swapping, within this process's control group. None when unknown."""
    found = computer.memory()
    return found.available if found is not None else None


def bytes_for_kept_states() -> int:
    """How much of the memory that is left, now that a model is loaded, may hold what earlier conversations had read."""
    available = available_memory_bytes()
    return 0 if available is None else min(available // _SHARE_FOR_KEPT_STATES, MOST_FOR_KEPT_STATES_BYTES)


def unknown_sizes(file_bytes: int) -> ModelSizes:
    """For a model whose header nobody read: its weights fill the file, in very many layers."""
    return ModelSizes(file_bytes, 0, 0, 0, _LAYERS_OF_UNKNOWN, 0, 1, 1_024, 4_096, 32_768, 0)


def check_fits(name: str, needed_bytes: int, available_bytes: int | None) -> None:
    """Raises ModelError `model_too_large_for_memory`, with the numbers, when main memory can't hold what is needed."""
    if available_bytes is not None and needed_bytes > available_bytes:
        raise ModelError(
            "model_too_large_for_memory",
            name=name,
            needed_bytes=needed_bytes,
            available_bytes=available_bytes,
        )


def worthwhile_threads(parameters: int) -> int:
    """Physical cores this process may use, at most 16; one for a tiny model.

    A core's second hardware thread shares what generation needs, so it isn't counted.
    """
    if parameters < SMALL_MODEL_PARAMETERS:
        return 1
    return min(computer.physical_cores(), _THREADS_WORTH_USING)


class ThrottledProgress:
    """Passes on fractions at most 20 times a second; always the first, and 1.0."""

    def __init__(self, report: Callable[[float], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._report = report
        self._clock = clock
        self._last_at = float("-inf")

    def __call__(self, fraction: float) -> None:
        now = self._clock()
        if fraction >= 1.0 or now - self._last_at >= PROGRESS_INTERVAL_S:
            self._last_at = now
            self._report(min(max(fraction, 0.0), 1.0))
