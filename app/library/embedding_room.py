"""The thread that makes vectors. It sees texts and numbers, never the database."""

import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.errors import HearthError, LibraryError
from app.library.embedder import Embedder, EmbedderFolder
from app.library.passage_table import Floats
from app.library.vector_store import Unembedded

BATCH = 32
NICE = 10
BATTERY_REST = 1.0  # on battery, as long a rest as the work took


@dataclass(frozen=True, slots=True)
class Embedded:
    """The vectors of some passages."""

    numbers: tuple[int, ...]
    vectors: Floats


class EmbeddingRoom:
    """Loads the embedder and makes vectors of what it is given.

    Attributes:
        results: vectors, for the main thread.
        embedder: the loaded embedder, None until then.
        failure: why there is none.
        texts_per_s: measured on what was embedded so far, 0 before.
    """

    def __init__(
        self,
        folder: EmbedderFolder,
        done: Callable[[], None],
        may_work: Callable[[], bool],
        rest: Callable[[], bool],
        sleep: Callable[[float], None] = time.sleep,
        load: Callable[[EmbedderFolder], Embedder] = Embedder,
    ) -> None:
        """`done()` is called on this thread after each result; it works only while `may_work()`, and takes
        breaks, by `sleep(seconds)`, while `rest()`. `load` gives the embedder of a folder."""
        self.results: queue.SimpleQueue[Embedded] = queue.SimpleQueue()
        self.embedder: Embedder | None = None
        self.failure: HearthError | None = None
        self.texts_per_s = 0.0
        self._folder = folder
        self._done = done
        self._may_work = may_work
        self._rest = rest
        self._sleep = sleep
        self._load = load
        self._waiting: queue.SimpleQueue[Sequence[Unembedded]] = queue.SimpleQueue()
        threading.Thread(target=self._work, name="embedding", daemon=True).start()

    def give(self, passages: Sequence[Unembedded]) -> None:
        """Have vectors made; they come in batches, the shortest texts first."""
        self._waiting.put(passages)

    def _work(self) -> None:
        try:
            self.embedder = self._load(self._folder)
        except HearthError as error:
            self.failure = error
        except Exception as error:  # noqa: BLE001 - thread boundary
            self.failure = LibraryError("embedder_unfit", file=self._folder.name, reason=type(error).__name__)
        self._done()
        embedder = self.embedder
        if embedder is None:
            return
        _be_modest()
        while True:
            passages = sorted(self._waiting.get(), key=lambda passage: len(passage.text))
            for begin in range(0, len(passages), BATCH):
                while not self._may_work():
                    time.sleep(0.1)
                part = passages[begin : begin + BATCH]
                begun = time.monotonic()
                vectors = embedder.encode_passages([passage.text for passage in part])
                took_s = time.monotonic() - begun
                speed = len(part) / max(took_s, 1e-6)
                self.texts_per_s = speed if not self.texts_per_s else 0.8 * self.texts_per_s + 0.2 * speed
                self.results.put(Embedded(tuple(passage.number for passage in part), vectors))
                self._done()
                if self._rest():
                    self._sleep(took_s * BATTERY_REST)


def _be_modest() -> None:
    """Let everything else go first, where a thread can be told so. Threads started from here inherit it."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
