"""An optional cross-encoder that reads question and passage together and ranks the best passages anew.

Off until a person chooses its folder. It is loaded on a thread of its own; its scores are made on the main thread of
the library process, of a few passages and for a short time.
"""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.domain.errors import HearthError, LibraryError
from app.library.embedder import cross_encoder
from app.library.passage_table import Floats

CANDIDATES = 30  # passages that are ranked anew
LONGEST_S = 2.0  # what isn't scored by then keeps its place behind the others
AT_ONCE = 6
TEXT_CHARS = 2000  # about what it can read


class Ranker:
    """The chosen cross-encoder, if there is one.

    Attributes:
        folder: where it lies, None for none.
        failure: why it can't be used.
    """

    def __init__(self, path: str, wake: Callable[[], None]) -> None:
        """`path` empty: none. A folder that can't be used ranks nothing."""
        self.folder = Path(path) if path else None
        self.failure: HearthError | None = None
        self._wake = wake
        self._model: Any = None
        self._begun = False

    @property
    def settled(self) -> bool:
        """Whether it is loaded, or there is none to load."""
        return self.folder is None or self._model is not None or self.failure is not None

    def load(self) -> None:
        """Begin to load it; takes seconds."""
        if self.folder is not None and not self._begun:
            self._begun = True
            threading.Thread(target=self._load, args=(self.folder,), name="ranker", daemon=True).start()

    def scores(self, query: str, texts: Sequence[str]) -> Floats:
        """Scores of the first of `texts`, as many as there was time for: none while it isn't loaded."""
        self.load()
        found: list[float] = []
        if self._model is None:
            return np.zeros(0, dtype=np.float32)
        begun_s = time.monotonic()
        for begin in range(0, min(len(texts), CANDIDATES), AT_ONCE):
            part = texts[begin : min(begin + AT_ONCE, CANDIDATES)]
            pairs = [(query, text[:TEXT_CHARS]) for text in part]
            found += (
                np.asarray(self._model.predict(pairs, show_progress_bar=False), np.float32).ravel().tolist()
            )
            if time.monotonic() - begun_s > LONGEST_S:
                break
        return np.array(found, dtype=np.float32)

    def _load(self, folder: Path) -> None:
        """On its own thread."""
        try:
            self._model = cross_encoder(folder)
        except HearthError as error:
            self.failure = error
        except Exception as error:  # noqa: BLE001 - thread boundary
            self.failure = LibraryError("ranker_unfit", file=folder.name, reason=type(error).__name__)
        self._wake()
