"""Imports in the background: files are read on a thread that may wait, what was read is added on the work thread.

Calls come from the work thread. ImportProgressed is published meanwhile, ImportEnded once.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.domain.errors import Cancelled, HearthError, UsageError
from app.ipc.reading import DocumentReader
from app.services.events import ConversationsChanged, Event, ImportEnded, ImportProgressed
from app.services.importing import ReadIn, add, files_in, read_in
from app.services.workroom import Workroom
from app.vault.vault import Vault


class ImportService:
    """Takes conversations of other programs into the open profile, one import at a time."""

    def __init__(self, vault: Vault, workroom: Workroom, publish: Callable[[Event], None]) -> None:
        self._vault = vault
        self._workroom = workroom
        self._publish = publish
        self._waiting = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")
        self._stopped: threading.Event | None = None  # set by the work thread, looked at by the waiting one

    def start(self, path: Path) -> None:
        """Take in a file or a folder. Errors: UsageError("import_under_way")."""
        if self._stopped is not None:
            raise UsageError("import_under_way")
        stopped = self._stopped = threading.Event()
        self._waiting.submit(self._read, path, stopped)

    def stop(self) -> None:
        """Take in nothing after all."""
        if self._stopped is not None:
            self._stopped.set()

    def close(self) -> None:
        """Give up what is being read."""
        self.stop()
        self._stopped = None
        self._waiting.shutdown(cancel_futures=True)

    def _read(self, path: Path, stopped: threading.Event) -> None:
        """On the waiting thread."""
        try:
            files = files_in(path)

            def progressed(done: int) -> None:
                self._publish(ImportProgressed(done, len(files)))

            with DocumentReader() as reader:
                read = read_in(files, reader, stopped.is_set, progressed)
            if read.is_empty and len(files) == 1:
                raise read.refused[0].error
        except (HearthError, Cancelled) as error:
            problem = error if isinstance(error, HearthError) else None
            self._workroom.post(lambda: self._end(stopped, ImportEnded(path, None, problem)))
        else:
            self._workroom.post(lambda: self._add(stopped, path, read))

    def _add(self, stopped: threading.Event, path: Path, read: ReadIn) -> None:
        if stopped is not self._stopped:
            return
        ended = ImportEnded(path, None)
        if not stopped.is_set():
            try:
                ended = ImportEnded(path, add(read, self._vault))
            except HearthError as error:
                ended = ImportEnded(path, None, error)
        self._end(stopped, ended)

    def _end(self, stopped: threading.Event, ended: ImportEnded) -> None:
        if stopped is not self._stopped:  # closed meanwhile
            return
        self._stopped = None
        if ended.summary is not None and ended.summary.added:
            self._publish(ConversationsChanged())
        self._publish(ended)
