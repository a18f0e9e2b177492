"""From folders to passages: looks, queues, has files read, writes what comes of it. Main thread.

`step` does a little at a time, so that searches are answered in between. The queue is the `waiting` rows of
`files`: a file leaves it in the same transaction that brings its passages, so a kill at any moment loses
nothing and repeats at most the few files that were being read.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from app.domain.library import LibrarySettings
from app.library.file_store import FileStore, Waiting
from app.library.library_store import LibraryStore, Root
from app.library.reading_room import TOGETHER, FileRead, Reader, ReadingRoom, together
from app.library.scanning import Differences, Known, differences
from app.vault.database import Database

AT_ONCE = 256  # results written in one transaction, at most
PASSAGES_AT_ONCE = 2000
GATHER_S = 0.3  # results wait for company so long: one fsync for many small files


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """One look through a root. `stopped`: nothing more of it is taken in."""

    root: Root
    stopped: threading.Event = field(default_factory=threading.Event)


class Ingest:
    """Keeps what is known of the folders true.

    Attributes:
        changed: whether something was written since the flag was last taken down.
        passages_changed: the same for passages and the files that hold them.
        files_per_s: how fast files have been read lately, 0 before it is known.
    """

    def __init__(
        self,
        database: Database,
        libraries: LibraryStore,
        files: FileStore,
        reader: Reader,
        wake: Callable[[], None],
        threads: int = 2,
    ) -> None:
        """`wake` is called from other threads when there is something to do for `step`."""
        self.changed = True
        self.passages_changed = False
        self.files_per_s = 0.0
        self._database = database
        self._libraries = libraries
        self._files = files
        self._wake = wake
        self._known_hashes = files.hashes()
        # A set that other threads ask and only this one changes; each call is one step for the interpreter.
        self._room = ReadingRoom(reader, self._known_hashes.__contains__, wake, threads)
        self._threads = threads
        self._reading: dict[int, Waiting] = {}
        self._tasks = 0  # lists of files that the reading threads have
        self._looks: queue.SimpleQueue[tuple[_Look, Differences | None]] = queue.SimpleQueue()
        self._looking: list[_Look] = []
        self._look_again: dict[int, tuple[Root, LibrarySettings]] = {}  # by the root's number
        self._written_s = 0.0
        self._held: list[FileRead] = []
        self._forgotten: int | None = None  # the document up to which those without a file were removed

    @property
    def looking(self) -> bool:
        """Whether a folder is being looked through."""
        return bool(self._looking)

    @property
    def reading(self) -> bool:
        """Whether files are on their way."""
        return bool(self._reading) or bool(self._held)

    @property
    def forgetting(self) -> bool:
        """Whether documents are being removed."""
        return self._forgotten is not None

    @property
    def passwords(self) -> tuple[str, ...]:
        """Those that are tried on files that need one."""
        return self._room.passwords

    def look(self, root: Root, settings: LibrarySettings) -> None:
        """Look through a root for what is new, changed, moved or gone, on a thread of its own.

        While a look through it is under way another one waits for its end: what a look finds is told against what
        was known when it began, so of two at once the second would change rows that the first takes out.
        """
        if any(look.root.number == root.number and not look.stopped.is_set() for look in self._looking):
            self._look_again[root.number] = root, settings
            return
        look = _Look(root)
        self._looking.append(look)
        known = self._files.known(root.number)
        threading.Thread(target=self._look, args=(look, settings, known), name="looking", daemon=True).start()

    def stop_looking(self, roots: Iterable[int]) -> None:
        """Take in nothing more of the looks through these roots: they are being removed, and their numbers may come
        to mean other folders."""
        numbers = frozenset(roots)
        for look in self._looking:
            if look.root.number in numbers:
                look.stopped.set()
                self._look_again.pop(look.root.number, None)

    def try_password(self, password: str) -> None:
        """Try it on files that need one, until this process ends."""
        self._room.try_password(password)

    def forget_unused(self) -> None:
        """Forget documents that no file holds any more, from the disk too: some now, the others in the next steps."""
        self._files.forget_passwords()
        self._forgotten = 0
        self._forget_some()
        self.changed = self.passages_changed = True

    def _forget_some(self) -> bool:
        """Whether there were any. What is left when the process ends is looked for at its next start."""
        if self._forgotten is None:
            return False
        removed = self._files.remove_unused(self._forgotten)
        self._known_hashes.difference_update(removed.hashes)
        self._forgotten = removed.upto
        if removed.upto is None:
            self._libraries.forget_removals()
            self._database.checkpoint()
            self.changed = self.passages_changed = True
        return True

    def step(self, *, read_more: bool, read_attached: bool = False) -> bool:
        """Do a little. `read_more` False writes what is under way and begins nothing new, but for files that
        were added to a conversation with `read_attached`: an answer may wait for them.

        Returns whether another step at once would find something to do.
        """
        busy = self._take_look()
        busy = self._write() or busy
        busy = self._forget_some() or busy
        if read_more or read_attached:
            self._feed(all_libraries=read_more)
        if not self._reading and not self._held:
            self._written_s = 0.0  # what comes after a rest says nothing about how fast reading is
        return busy

    def _look(self, look: _Look, settings: LibrarySettings, known: dict[bytes, Known]) -> None:
        """On the looking thread."""
        root = look.root
        found: Iterator[Differences] = differences(
            root.number, root.path, settings, known, look.stopped.is_set
        )
        try:
            for part in found:
                self._looks.put((look, part))
                self._wake()
        except OSError:
            pass  # what could be seen has been taken in; the next look tries again
        finally:
            self._looks.put((look, None))
            self._wake()

    def _take_look(self) -> bool:
        try:
            look, part = self._looks.get_nowait()
        except queue.Empty:
            return False
        if part is None:
            self._looking.remove(look)
            self.changed = True
            waiting = None if look.stopped.is_set() else self._look_again.pop(look.root.number, None)
            if waiting is not None:
                self.look(*waiting)
        elif not look.stopped.is_set():
            self._take_in(look.root.library, part)
        return True

    def _take_in(self, library: int, part: Differences) -> None:
        if part.size:
            self._files.apply(library, part)
            self.changed = True
            self.passages_changed = self.passages_changed or bool(part.moved)
        if part.complete:
            self._libraries.set_missing(part.root, part.missing)
            self._libraries.set_closed(part.root, part.closed)
            self._libraries.set_left_out(part.root, part.left_out)
        if part.gone or part.changed:
            self.forget_unused()

    def _feed(self, all_libraries: bool) -> None:
        """Keep the reading threads busy; files of conversations first, somebody waits for them."""
        room = self._threads * 2 - self._tasks
        if room <= 0:
            return
        under_way = {*self._reading, *(result.file.number for result in self._held)}
        for library in sorted(self._libraries.all(), key=lambda library: not library.conversation):
            if library.paused or room <= 0 or not (all_libraries or library.conversation):
                continue
            for task in together(self._files.waiting(library, under_way, room * TOGETHER))[:room]:
                self._reading.update((file.number, file) for file in task)
                self._room.give(task)
                self._tasks += 1
                room -= 1

    def _write(self) -> bool:
        passages = sum(len(result.passages) for result in self._held)
        while len(self._held) < AT_ONCE and passages < PASSAGES_AT_ONCE:
            try:
                results = self._room.results.get_nowait()
            except queue.Empty:
                break
            self._tasks -= 1
            for result in results:
                self._reading.pop(result.file.number, None)
                passages += len(result.passages)
            self._held += results
        if not self._held:
            return False
        now = time.monotonic()
        full = len(self._held) >= AT_ONCE or passages >= PASSAGES_AT_ONCE
        if not full and self._reading and now - self._written_s < GATHER_S:
            return False
        self._keep(self._held)
        if self._written_s:
            speed = len(self._held) / max(now - self._written_s, 1e-3)
            self.files_per_s = speed if not self.files_per_s else 0.9 * self.files_per_s + 0.1 * speed
        self._held = []
        self._written_s = now
        self.changed = self.passages_changed = True
        return True

    def _keep(self, results: list[FileRead]) -> None:
        replaced = False
        with self._database.transaction() as transaction:
            for result in results:
                if not self._files.has(result.file.number):
                    continue  # it was removed while it was read: nothing of it may stay
                if result.code:
                    self._files.refuse(transaction, result.file, result.code, result.params)
                    continue
                document = (
                    self._files.document_of(result.hash)
                    if result.reading is None
                    else self._files.keep(transaction, result.hash, result.reading, result.passages)
                )
                if document is None:
                    # What these bytes gave was forgotten since they were hashed: they are read at their next turn.
                    self._known_hashes.discard(result.hash)
                    continue
                replaced = self._files.link(transaction, result.file, document) or replaced
                self._known_hashes.add(result.hash)
        if replaced:
            self.forget_unused()
