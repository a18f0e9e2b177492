"""What the library worker does with its jobs. Loaded after the process has confined itself: NumPy starts threads."""

import os
import queue
from collections.abc import Callable
from pathlib import Path

from app.domain.errors import LibraryError
from app.ipc.channel import Channel
from app.ipc.frames import Failed, JobFrame
from app.ipc.library_frames import (
    AddLibrary,
    Done,
    LibrariesChanged,
    LoadEmbedder,
    OpenLibrary,
    PageTold,
    PassagesFound,
    PasswordsTold,
    PauseLibraries,
    RemoveLibrary,
    RemovePath,
    RetryFile,
    SearchPassages,
    SyncLibrary,
    TellPage,
    TellPasswords,
    TellTroubles,
    Troubles,
    UseEmbedder,
    UseRanker,
    YieldToChat,
)
from app.ipc.reading import DocumentReader
from app.ipc.worker import Job
from app.library.at_work import LibraryAtWork, Told
from app.library.embedder import embedder_or_none
from app.library.power import Power
from app.library.search import Wanted

LOOK_EVERY_S = 0.1  # whether what lasts is done


class LibraryWorker:
    """Does the jobs of `app.ipc.library_frames`, and what is to be done between them."""

    def __init__(self, channel: Channel, waiting: "queue.SimpleQueue[JobFrame | None]") -> None:
        self._channel = channel
        self._waiting = waiting
        self._opened: LibraryAtWork | None = None
        self._lasting: list[tuple[Job, Callable[[], bool]]] = []

    def __call__(self, frame: JobFrame, job: Job) -> None:
        """Do one job; see `app.ipc.worker.Handler`."""
        if isinstance(frame, OpenLibrary):
            self._open(frame, job)
            return
        opened = self._opened
        if opened is None:
            raise LibraryError("library_not_open")
        if isinstance(frame, SearchPassages):
            wanted = Wanted(frame.query, frame.libraries, frame.limit, frame.only, frame.join, frame.fill)
            job.send(PassagesFound(job.number, opened.search(wanted)))
        elif isinstance(frame, LoadEmbedder):
            self._wait(job, opened.load_embedder)
        elif isinstance(frame, UseEmbedder):
            opened.use_embedder(frame.path)
            self._wait(job, opened.embedder_taken)
        elif isinstance(frame, UseRanker):
            opened.use_ranker(frame.path)
            self._wait(job, opened.ranker_taken)
        elif isinstance(frame, TellTroubles):
            job.send(Troubles(job.number, tuple(opened.troubles(frame.name, frame.limit))))
        elif isinstance(frame, TellPage):
            job.send(PageTold(job.number, opened.page(frame.path, frame.number)))
        elif isinstance(frame, TellPasswords):
            job.send(PasswordsTold(job.number, opened.passwords))
        else:
            _change(opened, frame)
            removes = isinstance(frame, RemoveLibrary | RemovePath)
            self._wait(job, lambda: not removes or opened.forgotten())

    def between(self) -> float | None:
        """Work on; see `app.ipc.worker.Between`."""
        opened = self._opened
        if opened is None:
            return None
        wait_s = opened.step()
        if self._lasting:
            wait_s = min(wait_s, LOOK_EVERY_S)
            self._finish_lasting()
        return wait_s

    def _wait(self, job: Job, done: Callable[[], bool]) -> None:
        """The job stays open until an embedder is there, or all that was removed is gone: this takes seconds, and
        searches go on."""
        if done():
            job.send(Done(job.number))
        else:
            self._lasting.append((job, done))

    def _finish_lasting(self) -> None:
        waiting, self._lasting = self._lasting, []
        for job, done in waiting:
            try:
                self._wait(job, done)
            except LibraryError as error:
                job.send(Failed(job.number, type(error).__name__, error.code, dict(error.parameters)))

    def _open(self, frame: OpenLibrary, job: Job) -> None:
        def tell(told: Told) -> None:
            self._channel.send(
                LibrariesChanged(
                    job.number, told.libraries, told.conversations, told.embedder_loaded, told.embedder
                )
            )

        self._opened = LibraryAtWork(
            Path(frame.path),
            frame.key,
            frame.salt,
            reader=DocumentReader(),
            tell=tell,
            wake=lambda: self._waiting.put(None),
            embedder=embedder_or_none(frame.embedder) if frame.meaning else None,
            ranker=frame.ranker,
            background=frame.background,
            power=Power(Path(frame.power_supplies)) if frame.power_supplies else Power(),
        )


def _change(opened: LibraryAtWork, frame: JobFrame) -> None:
    if isinstance(frame, AddLibrary):
        opened.add(
            frame.name,
            tuple(map(os.fsdecode, frame.paths)),
            frame.settings,
            conversation=frame.conversation,
            defaults=frame.defaults,
        )
    elif isinstance(frame, RemoveLibrary):
        opened.remove(frame.name)
    elif isinstance(frame, RemovePath):
        opened.remove_path(frame.name, frame.path)
    elif isinstance(frame, SyncLibrary):
        opened.sync(frame.name)
    elif isinstance(frame, RetryFile):
        opened.retry(frame.path, frame.password, frame.keep)
    elif isinstance(frame, PauseLibraries):
        opened.pause(frame.name, frame.paused)
    elif isinstance(frame, YieldToChat):
        opened.yield_to_chat(frame.on)
