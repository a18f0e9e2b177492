"""An open library database with everything that works on it. Main thread of the library process.

`step` does a little of whatever is due; jobs from the parent come in between.
"""

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import LibraryError
from app.domain.library import UNKNOWN_S, FileTrouble, LibraryFacts, LibrarySettings
from app.domain.passage import Found, PageText
from app.library.embedder import EmbedderFolder, embedder_folder
from app.library.file_store import Counts, FileStore
from app.library.ingest import Ingest
from app.library.library_store import Library, LibraryStore, shown
from app.library.meaning import Meaning
from app.library.power import Power
from app.library.ranker import Ranker
from app.library.reading_room import Reader
from app.library.rewording import Rewording
from app.library.schema import prepare
from app.library.search import Searcher, Wanted
from app.library.vector_store import VectorStore
from app.library.watching import LOOK_EVERY_S, Watching
from app.vault.database import Database

TELL_S = 0.3  # facts are told at most so often, and take at most a tenth of the time
BUSY_S = 0.1  # until the next step while threads are at work; they wake this one, too
IDLE_S = 30.0
LOW_S = 2.0  # on a low battery, until it is looked at again

Facts = tuple[LibraryFacts, ...]


def _nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Told:
    """What the parent knows."""

    libraries: Facts = ()
    conversations: Facts = ()
    embedder_loaded: bool = False
    embedder: str = ""


class LibraryAtWork:
    """What the jobs of the parent act on."""

    def __init__(
        self,
        path: Path,
        key: bytes,
        salt: bytes,
        *,
        reader: Reader,
        tell: Callable[[Told], None],
        wake: Callable[[], None],
        embedder: EmbedderFolder | None,
        power: Power,
        ranker: str = "",
        background: bool = True,
    ) -> None:
        """Open or make the file. `tell` gets the facts whenever they change. Raises VaultError.

        `embedder` None: searches go by words alone. `background` False: nothing is looked through, read or
        embedded by itself.
        """
        self._database = Database.open(path, key, salt) if path.exists() else Database.create(path, key, salt)
        prepare(self._database)
        self._libraries = LibraryStore(self._database)
        self._files = FileStore(self._database)
        self._vectors = VectorStore(self._database)
        self._rewording = Rewording(self._database)
        self._power = power
        self._chatting = False
        self._resting = False
        self._meaning = Meaning(
            self._vectors,
            embedder,
            wake,
            may_work=lambda: not (self._chatting or self._resting or self._power.low),
            rest=lambda: self._power.on_battery,
        )
        # Not for a single question of the command line, which has ended before the embedder is there.
        self._searcher = Searcher(
            self._database,
            self._meaning,
            Ranker(ranker, wake),
            self._meaning.load if background else _nothing,
        )
        self._background = background
        self._tell = tell
        self._wake = wake
        self._ingest = Ingest(self._database, self._libraries, self._files, reader, wake)
        # Removals that were cut off go on; whoever has asked for them asks again.
        self._cut_off = self._libraries.removals()
        self._ingest.forget_unused()
        self._coming_ranker: Ranker | None = None
        for password in self._files.passwords():
            self._ingest.try_password(password)
        self._told: Told | None = None
        self._embedder_told = (False, False)
        self._tell_after_s = 0.0
        self._looked_s = time.monotonic()
        self._changed_roots: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._watching = Watching(self._root_changed)
        if background:
            self.sync("")
        else:
            self._tell_now()

    # ---- what the parent asks for

    def add(
        self,
        name: str,
        paths: tuple[str, ...],
        settings: LibrarySettings | None,
        *,
        conversation: bool,
        defaults: LibrarySettings,
    ) -> None:
        """Make a library or add to it, and begin to read. Without `settings` a new one gets `defaults`.

        With OCR switched on files that were read before are looked at again, where it may find words.
        """
        without_ocr = {one.number for one in self._libraries.all() if not one.settings.ocr}
        library = self._libraries.add(name, paths, settings, conversation, defaults)
        if library.settings.ocr and library.number in without_ocr:
            self._files.read_pictures(library.number)
        self._look(library)
        self._tell_now()

    def remove(self, name: str) -> None:
        """Forget a library. Nothing of it is found any more; some may be left on the disk until all is `forgotten`."""
        if (name, "") in self._cut_off and all(library.name != name for library in self._libraries.all()):
            return
        library = self._libraries.find(name)
        self._ingest.stop_looking(root.number for root in self._libraries.roots(library.number))
        with self._database.transaction() as transaction:
            self._libraries.remove(transaction, library)
        self._forget()

    def forgotten(self) -> bool:
        """Whether nothing is left on the disk of all that was removed."""
        return not self._ingest.forgetting

    def remove_path(self, name: str, path: str) -> None:
        """Take a root out of a library. As with `remove`, some may be left on the disk until all is `forgotten`."""
        library = self._libraries.find(name)
        roots = [root for root in self._libraries.roots(library.number) if shown(root.path) == path]
        if not roots and (name, path) in self._cut_off:
            return
        if not roots:
            raise LibraryError("library_file_unknown", file=path)
        self._ingest.stop_looking(root.number for root in roots)
        with self._database.transaction() as transaction:
            for root in roots:
                self._libraries.remove_root(transaction, library, root)
        self._forget()
        self._look(library)  # what another root reaches, too, is found again

    def sync(self, name: str) -> None:
        """Look through the folders of one library, or of all."""
        for library in self._libraries.all() if not name else [self._libraries.find(name)]:
            self._look(library)
        self._tell_now()

    def pause(self, name: str, paused: bool) -> None:
        """Rest or go on; for all libraries when `name` is empty."""
        if name:
            self._libraries.find(name)
        self._libraries.set_paused(name, paused)
        self._tell_now()

    def yield_to_chat(self, on: bool) -> None:
        """Hold back while a model answers."""
        self._chatting = on

    def retry(self, path: str, password: str, keep: bool = False) -> None:
        """Read a file again, with a password if one is given, which is kept with the file if wished.

        A folder that couldn't be found or looked into is looked for again.
        """
        if any(
            (root.missing and shown(root.path) == path) or path in self._libraries.unread(root.number)
            for root in self._libraries.roots()
        ):
            self.sync("")
            return
        if password:
            self._ingest.try_password(password)
        self._files.retry(path)
        if password and keep:
            self._files.keep_password(path, password)
        self._forget()

    def load_embedder(self) -> bool:
        """Begin to load it; whether it is there. Raises LibraryError when it can't be had."""
        self._meaning.load()
        self._meaning.raise_if_failed()
        self._searcher.ranker.load()
        return self._meaning.loaded and self._searcher.ranker.settled

    def use_ranker(self, path: str) -> None:
        """Rank with the cross-encoder in this folder from now on; empty: with none."""
        self._coming_ranker = Ranker(path, self._wake)
        self._coming_ranker.load()

    def ranker_taken(self) -> bool:
        """Whether the cross-encoder that was chosen ranks now. Raises LibraryError when it can't."""
        coming = self._coming_ranker
        if coming is None or not coming.settled:
            return coming is None
        self._coming_ranker = None
        if coming.failure is not None:
            raise coming.failure
        self._searcher.ranker = coming
        return True

    def use_embedder(self, path: str) -> None:
        """Let the embedder in this folder ("": the packaged one) take over. Raises LibraryError."""
        self._meaning.change(embedder_folder(path))
        self._tell_now()

    def embedder_taken(self) -> bool:
        """Whether the embedder that was chosen is loaded. Raises LibraryError when it can't be."""
        return self._meaning.taken()

    def search(self, wanted: Wanted) -> Found:
        """Find passages."""
        with self._meaning.searching():
            return self._searcher.search(wanted)

    def page(self, path: str, number: int) -> PageText:
        """A page's text as it was read."""
        return self._files.page(path, number)

    @property
    def passwords(self) -> tuple[str, ...]:
        """Those that are tried on locked files."""
        return self._ingest.passwords

    def troubles(self, name: str, limit: int) -> list[FileTrouble]:
        """Folders and files that need attention."""
        roots = [
            (library.name, root.number)
            for library in self._libraries.all()
            if name in ("", library.name)
            for root in self._libraries.roots(library.number)
        ]
        closed = [
            FileTrouble(path, owner, "library_folder_closed", {"reason": reason})
            for owner, root in roots
            for path, reason in self._libraries.closed(root).items()
        ]
        left_out = [
            FileTrouble(path, owner, code)
            for owner, root in roots
            for path, code in self._libraries.left_out(root).items()
        ]
        return [*closed, *left_out, *self._files.troubles(name, limit)][:limit]

    # ---- what goes on by itself

    def step(self) -> float:
        """Do a little; in how many seconds the next step is due."""
        self._look_at_changed()
        may_read = self._background and not self._chatting and not self._power.low
        busy = self._ingest.step(read_more=may_read, read_attached=self._background)
        if self._ingest.passages_changed:
            self._ingest.passages_changed = False
            self._searcher.forget_table()
            self._meaning.passages_changed()
        reading = self._ingest.reading or self._ingest.looking or self._ingest.forgetting
        busy = self._meaning.step(embed_more=self._background and not reading and not self._resting) or busy
        if self._background and not reading and not self._meaning.working:
            self._meaning.fill_index()
        if may_read and not reading:
            busy = self._reworded() or self._searcher.read_ahead() or busy
        changed = self._ingest.changed or self._meaning.changed or self._is_embedder_news()
        if changed and time.monotonic() >= self._tell_after_s:
            self._tell_now()
            changed = False
        if busy:
            return 0.0
        if reading or changed or self._meaning.working:
            return BUSY_S
        return LOW_S if self._power.low else IDLE_S

    def _reworded(self) -> bool:
        """Make words that an older Hearth has indexed anew; whether there were any left."""
        if not self._rewording.left:
            return False
        self._rewording.step()
        if not self._rewording.left:
            self._searcher.forget_table()
            self._ingest.changed = True
        return True

    def _look(self, library: Library) -> None:
        for root in self._libraries.roots(library.number):
            self._ingest.look(root, library.settings)
        if self._background:
            self._watching.watch(self._libraries.roots())

    def _look_at_changed(self) -> None:
        """Look through what the system tells of, and through everything now and then."""
        if self._background and time.monotonic() - self._looked_s > LOOK_EVERY_S:
            self._looked_s = time.monotonic()
            self.sync("")
        numbers: set[int] = set()
        while not self._changed_roots.empty():
            numbers.add(self._changed_roots.get_nowait())
        if numbers:
            settings = {library.number: library.settings for library in self._libraries.all()}
            for root in self._libraries.roots():
                if root.number in numbers:
                    self._ingest.look(root, settings[root.library])

    def _root_changed(self, number: int) -> None:
        """On the watching thread."""
        self._changed_roots.put(number)
        self._wake()

    def _forget(self) -> None:
        self._ingest.forget_unused()
        self._database.checkpoint()  # also where no document went: names of folders did
        self._searcher.forget_table()
        self._watching.watch(self._libraries.roots() if self._background else ())
        self._tell_now()

    def _is_embedder_news(self) -> bool:
        return self._embedder_told != (self._meaning.loaded, self._meaning.failed)

    def _tell_now(self) -> None:
        self._ingest.changed = self._meaning.changed = False
        self._embedder_told = (self._meaning.loaded, self._meaning.failed)
        begun_s = time.monotonic()
        known = self._libraries.all()
        self._resting = bool(known) and all(library.paused for library in known)
        counts, passages = self._files.counts(), self._files.passages(self._meaning.target)
        facts = {
            library.number: self._facts(
                library, counts.get(library.number, Counts()), *passages.get(library.number, (0, 0))
            )
            for library in known
        }
        told = Told(
            tuple(facts[library.number] for library in known if not library.conversation),
            tuple(facts[library.number] for library in known if library.conversation),
            self._meaning.loaded,
            self._meaning.name,
        )
        now_s = time.monotonic()
        self._tell_after_s = now_s + max(TELL_S, 10 * (now_s - begun_s))
        if told != self._told:
            self._told = told
            self._tell(told)

    def _facts(self, library: Library, counts: Counts, passages: int, embedded: int) -> LibraryFacts:
        roots = self._libraries.roots(library.number)
        return LibraryFacts(
            name=library.name,
            paths=tuple(shown(root.path) for root in roots),
            files=counts.files,
            files_ready=counts.files - counts.waiting,
            passages=passages,
            embedded=embedded,
            attention=counts.attention
            + sum(root.missing + len(self._libraries.unread(root.number)) for root in roots),
            looked_through=not self._ingest.looking,
            paused=library.paused,
            seconds_left=self._seconds_left(counts, passages - embedded),
            settings=library.settings,
            older_words=self._rewording.left,
        )

    def _seconds_left(self, counts: Counts, unembedded: int) -> float:
        if self._ingest.looking:
            return UNKNOWN_S
        embedding_s = 0.0
        if unembedded and not self._meaning.failed:
            if not self._meaning.texts_per_s:
                return UNKNOWN_S
            embedding_s = unembedded / self._meaning.texts_per_s
        if not counts.waiting:
            return embedding_s
        if not self._ingest.files_per_s:
            return UNKNOWN_S
        return counts.waiting / self._ingest.files_per_s + embedding_s
