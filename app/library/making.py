"""Making one embedder's vectors of all passages. Main thread of the library process; a thread of its own computes."""

import queue
from collections.abc import Callable

from app.library.embedder import EmbedderFolder
from app.library.embedding_room import Embedded, EmbeddingRoom
from app.library.vector_store import VectorStore

GIVEN_AT_ONCE = 256  # passages handed to the embedding thread; sorted by length among themselves


class Making:
    """An embedder and how far it is with the passages.

    Attributes:
        folder: the embedder.
        number: its row, 0 before its first vector.
        room: where it is loaded, None until then.
        outstanding: passages whose vectors are on their way.
        complete: whether every passage had a vector when last looked.
    """

    def __init__(
        self, store: VectorStore, folder: EmbedderFolder, make_room: Callable[[EmbedderFolder], EmbeddingRoom]
    ) -> None:
        self.folder = folder
        self.number = store.find(folder.identity)
        self.room: EmbeddingRoom | None = None
        self.outstanding = 0
        self.complete = False
        self._store = store
        self._make_room = make_room
        self._after = 0

    @property
    def loaded(self) -> bool:
        """Whether it is in memory."""
        return self.room is not None and self.room.embedder is not None

    @property
    def failed(self) -> bool:
        """Whether it was found unfit."""
        return self.room is not None and self.room.failure is not None

    def load(self) -> None:
        """Begin to load it, unless it is there or was found unfit."""
        if self.room is None:
            self.room = self._make_room(self.folder)

    def look_again(self) -> None:
        """There are passages that may lack a vector."""
        self.complete = False
        self._after = 0

    def take(self) -> Embedded | None:
        """Keep what was made next; None when nothing has come."""
        if self.room is None:
            return None
        try:
            made: Embedded = self.room.results.get_nowait()
        except queue.Empty:
            return None
        self.outstanding -= len(made.numbers)
        kept = self._store.put(self.number, made.numbers, made.vectors)
        # What has gone since it was handed out must not come back, neither here nor in an index.
        numbers = tuple(number for number, stays in zip(made.numbers, kept, strict=True) if stays)
        return Embedded(numbers, made.vectors[kept])

    def give(self) -> None:
        """Hand out passages without a vector, or note that there are none."""
        if self.complete or self.outstanding or self.failed:
            return
        passages = self._store.unembedded(self.number, self._after, GIVEN_AT_ONCE)
        if not passages:
            self.complete = True
            return
        self.load()
        if self.room is None or self.room.embedder is None:
            return
        if not self.number:
            self.number = self._store.register(
                self.folder.identity,
                self.folder.name,
                self.room.embedder.dimensions,
                "" if self.folder.packaged else str(self.folder.path),
            )
        self._after = passages[-1].number
        self.outstanding += len(passages)
        self.room.give(passages)
