"""Search by meaning: the embedder, its vectors, and the index over them. Main thread of the library process.

The embedder is loaded only when it is needed: because passages wait for vectors, or because somebody asks for
it. Until the index is filled, an exact scan answers; so does it for searches in a part of the passages. The index
is asked on a thread beside, and a scan of all begun there, while the main thread, which waits for it in the same
search, scores words.
"""

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from app.domain.errors import LibraryError
from app.library.embedder import EmbedderFolder, embedder_or_none
from app.library.embedding_room import EmbeddingRoom
from app.library.making import Making
from app.library.passage_table import Floats, Mask, Numbers, PassageTable, Positions
from app.library.vector_index import VectorIndex
from app.library.vector_store import VectorStore

INDEX_FROM = 2000  # passages; below, an exact scan takes less than a millisecond
BESIDE_FROM = 10_000  # vectors: an exact scan of fewer is over before a thread has begun
INDEX_PARTS_WAITING = 16
INDEX_PART = 64  # vectors; Chroma holds the interpreter while it takes them in, half a millisecond each


class Meaning:
    """Vectors from passages and queries.

    Attributes:
        changed: whether vectors were added since the flag was last taken down.
    """

    def __init__(
        self,
        store: VectorStore,
        folder: EmbedderFolder | None,
        wake: Callable[[], None],
        may_work: Callable[[], bool],
        rest: Callable[[], bool],
    ) -> None:
        """`folder` None: there is no embedder on this computer, and searches use words alone.

        Where another embedder has made the vectors there are, and can still be had, it answers until `folder`
        has made its own.
        """
        self.changed = False
        self._store = store
        self._wake = wake
        self._may_work = may_work
        self._rest = rest
        self._now: Making | None = None  # answers queries
        self._next: Making | None = None  # makes its vectors beside, then takes over
        self._clean = False  # no other embedder's vectors are left
        self._index: VectorIndex | None = None
        self._indexed: set[int] = set()
        self._to_index: queue.SimpleQueue[tuple[Numbers, Floats]] = queue.SimpleQueue()
        self._given_to = 0  # up to this passage the index was given the vectors that were there
        self._beside = ThreadPoolExecutor(1, "comparing")
        self._undisturbed = threading.Event()  # set while the index may be filled: no search is under way
        self._undisturbed.set()
        if folder is not None:
            self._now = self._making(folder)
            before = self._before(folder) if store.unembedded(self._now.number, 0, 1) else None
            if before is not None:
                self._now, self._next = before, self._now
            store.use(self._now.number)

    @property
    def folder(self) -> EmbedderFolder | None:
        """The embedder that answers."""
        return self._now.folder if self._now is not None else None

    @property
    def name(self) -> str:
        """The name of the embedder that is to answer; empty where there is none."""
        making = self._next or self._now
        return making.folder.name if making is not None else ""

    @property
    def target(self) -> int:
        """The number of the embedder whose progress counts: the coming one, if there is one."""
        making = self._next or self._now
        return making.number if making is not None else 0

    @property
    def loaded(self) -> bool:
        """Whether a query can be given a vector at once."""
        return self._now is not None and self._now.loaded

    @property
    def failed(self) -> bool:
        """Whether there is no embedder to be had."""
        return self._now is None or (self._now.failed and self._next is None)

    @property
    def texts_per_s(self) -> float:
        """How fast vectors are made, 0 before it is known."""
        making = self._next or self._now
        return making.room.texts_per_s if making is not None and making.room is not None else 0.0

    @property
    def working(self) -> bool:
        """Whether vectors are on their way."""
        return any(making is not None and making.outstanding > 0 for making in (self._now, self._next))

    def load(self) -> None:
        """Begin to load the embedder, unless it is there or was found unfit."""
        if self._now is not None:
            self._now.load()

    def raise_if_failed(self) -> None:
        """Raise LibraryError embedder_missing or embedder_unfit when there is none to be had."""
        if self._now is None:
            raise LibraryError("embedder_missing", file="")
        if self._now.room is not None and self._now.room.failure is not None:
            raise self._now.room.failure

    def change(self, folder: EmbedderFolder) -> None:
        """Let another embedder make its vectors, and take over when it has made all; see `taken`."""
        if self._now is not None and folder.identity == self._now.folder.identity:
            self._next = None
        elif self._next is None or folder.identity != self._next.folder.identity:
            self._next = self._making(folder)
            self._next.load()
        self.changed = True

    def taken(self) -> bool:
        """Whether the embedder that was chosen last is in memory. Raises LibraryError when it is unfit: the one
        before stays."""
        making = self._next
        if making is None:
            return True
        making.load()
        if making.room is not None and making.room.failure is not None:
            self._next, self.changed = None, True
            raise making.room.failure
        return making.loaded

    def passages_changed(self) -> None:
        """There are passages that may lack a vector."""
        for making in (self._now, self._next):
            if making is not None:
                making.look_again()

    def step(self, *, embed_more: bool) -> bool:
        """Take over what was made; `embed_more` hands out more. Returns whether more is waiting here."""
        busy = False
        for making in (self._now, self._next):
            made = making.take() if making is not None else None
            if made is not None:
                busy = self.changed = True
                if self._index is not None and making is self._now:
                    self._to_index.put((np.array(made.numbers, dtype=np.int64), made.vectors))
        making = self._next or self._now
        if embed_more and making is not None:
            making.give()
            if making is self._now and making.number:
                self._store.use(making.number)
            if making.complete and making is self._next:
                self._take_over(making)
            if making.complete and making.number and not self._clean:
                self._store.forget_others(making.number)
                self._clean = True
        return busy

    @contextlib.contextmanager
    def searching(self) -> Iterator[None]:
        """Nothing more is put into the index meanwhile: a search would wait for it at every turn."""
        self._undisturbed.clear()
        try:
            yield
        finally:
            self._undisturbed.set()

    def query_vector(self, text: str) -> Floats | None:
        """The vector of a query; None while the embedder isn't loaded."""
        if self._now is None or self._now.room is None or self._now.room.embedder is None:
            return None
        return self._now.room.embedder.encode_query(text)

    def comparing(
        self, query: Floats, table: PassageTable, allowed: Mask, everything: bool, limit: int
    ) -> Callable[[Positions], tuple[Floats, int]]:
        """Begin to ask the index, where it may answer, on a thread beside, else to compare all vectors there: both let
        go of the interpreter. A scan of some of very many, or of few, comes when it is asked for.

        What is returned waits for the end. It takes the places of more passages that are wanted, and gives (n,)
        cosines of the `limit` nearest allowed passages, of those wanted, and of their neighbours; NaN for others
        that weren't compared. Also how many allowed passages have a vector.

        `everything`: all passages are allowed, so the index may answer.
        """
        places, rows = self._store.places(table)
        if not everything:
            keep = allowed[places]
            places, rows = places[keep], rows[keep]
        have = len(rows)
        if everything and self._index is not None and len(self._indexed) >= have > 0:
            nearest = self._beside.submit(self._index.nearest, query, limit)
            return lambda wanted: (self._near(query, table, nearest.result(), wanted), have)
        if have >= BESIDE_FROM and have == self._store.size():
            scan = self._store.scan(query, self._beside)
            return lambda _wanted: (_spread(scan.finish(), places, table), have)
        return lambda _wanted: (_spread(self._store.cosines(query, rows), places, table), have)

    def _near(self, query: Floats, table: PassageTable, nearest: Numbers, wanted: Positions) -> Floats:
        """(n,) cosines of the passages `nearest`, of those at the places `wanted`, and of their neighbours."""
        near = table.mask(nearest)
        near[wanted] = True
        near[1:] |= near[:-1] & table.linked[:-1]  # their neighbours count, too; two further on do no harm
        near[:-1] |= near[1:] & table.linked[:-1]
        places, rows = self._store.places(table)
        some = np.flatnonzero(near)
        at = np.minimum(np.searchsorted(places, some), len(places) - 1)
        at = at[places[at] == some]
        return _spread(self._store.cosines(query, rows[at]), places[at], table)

    def ready(self, allowed: Mask, table: PassageTable) -> float:
        """The share of the allowed passages that have vectors."""
        places, _ = self._store.places(table)
        return int(allowed[places].sum()) / max(int(allowed.sum()), 1)

    @property
    def index_filled(self) -> bool:
        """Whether the index knows every vector there is."""
        return self._index is not None and len(self._indexed) >= self._store.size()

    def fill_index(self) -> None:
        """Go on filling the index, on a thread of its own, where it is worth having.

        A few vectors are given at a time, and more when `wake` tells that these are in: all at once would be
        another copy of them, and that memory doesn't come back.
        """
        if self._index is None and self._store.size() >= INDEX_FROM:
            self._index, self._given_to = VectorIndex(), 0
            threading.Thread(
                target=fill,
                args=(self._index, self._to_index, self._indexed, self._undisturbed, self._wake),
                name="filling",
                daemon=True,
            ).start()
        while self._index is not None and self._to_index.qsize() < INDEX_PARTS_WAITING:
            numbers, vectors = self._store.part(self._given_to, INDEX_PART)
            if not len(numbers):
                break
            self._to_index.put((numbers, vectors))
            self._given_to = int(numbers[-1])

    def forget(self, gone: Numbers) -> None:
        """Passages have gone: take their vectors out of memory."""
        self._store.drop(gone)
        if self._index is not None:
            self._to_index.put((gone, np.zeros((0, 0), dtype=np.float32)))

    def _making(self, folder: EmbedderFolder) -> Making:
        return Making(
            self._store, folder, lambda own: EmbeddingRoom(own, self._wake, self._may_work, self._rest)
        )

    def _before(self, folder: EmbedderFolder) -> Making | None:
        """The embedder that made the vectors there are, if it isn't `folder` and lies where it lay."""
        for identity, path in self._store.others(folder.identity):
            found = embedder_or_none(path)
            if found is not None and found.identity == identity:
                return self._making(found)
        return None

    def _take_over(self, making: Making) -> None:
        """The coming embedder has made all its vectors: it answers from now on."""
        self._now, self._next = making, None
        self._store.use(making.number)
        # What fills the former index has a queue of its own, and waits there for ever.
        self._index, self._indexed, self._to_index = None, set(), queue.SimpleQueue()
        self._clean = False
        self.changed = True


def _spread(cosines: Floats, places: Positions, table: PassageTable) -> Floats:
    """(n,) these cosines at their places, NaN elsewhere."""
    if len(cosines) == len(table):
        return cosines
    found = np.full(len(table), np.nan, dtype=np.float32)
    found[places] = cosines
    return found


def fill(
    index: VectorIndex,
    waiting: "queue.SimpleQueue[tuple[Numbers, Floats]]",
    indexed: set[int],
    undisturbed: threading.Event,
    emptied: Callable[[], None],
) -> None:
    """On the filling thread, in the order of coming: a removal after what it removes. Waits for `undisturbed`, and
    calls `emptied` whenever nothing waits any more."""
    while True:
        numbers, vectors = waiting.get()
        undisturbed.wait()
        if len(vectors):
            index.add(numbers, vectors)
            indexed.update(numbers.tolist())
        else:
            index.remove([number for number in numbers.tolist() if number in indexed])
            indexed.difference_update(numbers.tolist())
        if waiting.empty():
            emptied()
