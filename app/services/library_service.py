"""Libraries: what was added, how far it is, and searching it. The library process does the work.

Lives on the work thread: calls come from there, and `then` and `failed` are called there, one of them once.
The process is started by the first call that needs it (or by `start`), keeps `library.db` for itself, and is
started again after a crash, at most 3 times in 5 minutes; it then goes on where it was.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from app.domain.errors import HearthError, LibraryError
from app.domain.library import (
    NEW_READS_HIDDEN,
    NEW_READS_PICTURES,
    FileTrouble,
    LibraryFacts,
    LibrarySettings,
)
from app.domain.passage import Found, PageText, SearchFilter
from app.ipc.child import Child, error_from
from app.ipc.frames import Ending, Failed, JobFrame
from app.ipc.library_frames import (
    AddLibrary,
    Done,
    FromLibrary,
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
from app.ipc.restarts import RestartBudget
from app.services.events import AnswerEnded, AnswerStarted, Event, LibraryChanged
from app.services.places import resource
from app.services.policy import read_policy
from app.services.profile_paths import as_found, as_kept
from app.services.workroom import Workroom
from app.vault.subkeys import KeyUse
from app.vault.vault import Vault

FILE_NAME = "library.db"
EMBEDDER = "library.embedder"  # setting: the folder of the embedder, empty for the packaged one
RANKER = "library.ranker"  # setting: the folder of a cross-encoder, empty for none
CONVERSATION = "conversation:"  # name of the library with the files dropped on a conversation, before its id

Then = Callable[[], None]
Fail = Callable[[Exception], None]
T = TypeVar("T", bound=Ending)


def _nothing(*_: object) -> None:
    pass


class LibraryService:
    """The libraries of an open profile.

    Attributes:
        libraries: as last told; also published as LibraryChanged.
        conversations: libraries of files that were dropped on one conversation.
        embedder_loaded: whether searches use meaning at once.
        embedder: name of the embedder that answers, or will; empty where there is none.
        failure: why nothing works: the database can't be opened, or the process keeps crashing; else None.
    """

    def __init__(
        self,
        workroom: Workroom,
        publish: Callable[[Event], None],
        vault: Vault,
        start_child: Callable[[], Child] = lambda: Child("library", FromLibrary),
        *,
        meaning: bool = True,
        power_supplies: Path | None = None,
        policy: Path | None = None,
    ) -> None:
        """`meaning` False: no vectors are made, and searches go by words alone. `policy`: the administrator's file,
        where that isn't its usual place.

        `power_supplies`: where the kernel tells of batteries, where that isn't its usual place.
        """
        self.libraries: tuple[LibraryFacts, ...] = ()
        self.conversations: tuple[LibraryFacts, ...] = ()
        self.embedder_loaded = False
        self.embedder = ""
        self._workroom = workroom
        self._publish = publish
        self._vault = vault
        self._meaning = meaning
        self._power_supplies = str(power_supplies or "")
        self._policy = policy
        self._start_child = start_child
        self._child: Child | None = None
        self._starts = RestartBudget()
        self._crashed_before = False
        self._rests = False
        self._background = True
        self.failure: Exception | None = None
        self._told_by: Child | None = None  # whose facts, or whose failure, these are
        self._waiting_for_facts: list[tuple[Callable[[], bool], Then, Fail]] = []

    @property
    def exists(self) -> bool:
        """Whether anything was ever added, so that it is worth starting the process."""
        return (self._vault.folder / FILE_NAME).exists()

    def start(self, *, background: bool = True) -> None:
        """Start the process, unless it runs. `background` False: for one command that only asks.

        Raises WorkerError when it can't be started, LibraryError when it has crashed too often or has to rest.
        """
        if self._rests:
            raise LibraryError("library_resting")
        if self._child is not None:
            if self._child.alive:
                return
            self._crashed_before = True  # its end hasn't been told yet
        if self._crashed_before and not self._starts.spend():
            raise LibraryError("library_crashes_too_often")
        self._background = background
        child = self._start_child()
        child.on_end = lambda exit_code: self._workroom.post(lambda: self._ended(child))
        self._child = child
        key = self._vault.key_for(KeyUse.LIBRARY)
        salt = self._vault.salt_for(KeyUse.LIBRARY)
        path = str(self._vault.folder / FILE_NAME)
        embedder, ranker = self._folder(EMBEDDER), self._folder(RANKER)
        child.submit(
            lambda job: OpenLibrary(
                job,
                path,
                key,
                salt,
                embedder,
                meaning=self._meaning,
                background=background,
                power_supplies=self._power_supplies,
                ranker=ranker,
            ),
            lambda frame: self._workroom.post(lambda: self._told(child, frame)),
        )

    def start_in_background(self) -> None:
        """Follow the folders from now on, if there are any. A process that can't be started is no reason not to
        open the window: the next call that needs it says so."""
        if self.exists:
            with contextlib.suppress(HearthError):
                self.start()

    def hear(self, event: Event) -> None:
        """Hold back while an answer is being written."""
        if isinstance(event, AnswerStarted):
            self.yield_to_chat(True)
        elif isinstance(event, AnswerEnded):
            self.yield_to_chat(False)

    def close(self) -> None:
        """End the process. What it was doing goes on at the next start."""
        child, self._child = self._child, None
        if child is not None:
            child.on_end = None
            child.close(patience_s=2.0)

    @contextlib.contextmanager
    def resting(self) -> Iterator[None]:
        """Inside, no process has `library.db` open, and none is started: what is asked meanwhile is refused."""
        ran = self._child is not None
        self._rests = True
        self.close()
        try:
            yield
        finally:
            self._rests = False
            if ran:
                self.start_in_background()

    # ---- changing

    @property
    def new_settings(self) -> LibrarySettings:
        """What a new library reads, as the profile's settings say."""
        chosen = self._vault.settings.get
        return LibrarySettings(hidden=chosen(NEW_READS_HIDDEN, False), ocr=chosen(NEW_READS_PICTURES, False))

    def add(
        self,
        name: str,
        paths: tuple[Path, ...],
        settings: LibrarySettings | None = None,
        then: Then = _nothing,
        failed: Fail = _nothing,
    ) -> None:
        """Make a library of folders and files, or add them to the one of that name.

        `settings` None: one that is there keeps its own, a new one gets `new_settings`. Fails with LibraryError
        library_folder_forbidden(name, path) for what the administrator doesn't allow.
        """
        policy, sample = read_policy(self._policy), resource("sample")
        try:
            for path in paths:
                if not path.is_relative_to(sample):
                    policy.library_must_be_allowed(path)
        except LibraryError as error:
            failed(error)
            return
        places, defaults = tuple(map(os.fsencode, paths)), self.new_settings
        self._done(lambda job: AddLibrary(job, name, places, settings, defaults=defaults), then, failed)

    def remove(self, name: str, then: Then = _nothing, failed: Fail = _nothing) -> None:
        """Forget a library and everything made of its files. `then`: it is gone from the disk.

        The words that answers quoted from it go too; the answers keep the names of the files.
        """
        self._forget(
            lambda job: RemoveLibrary(job, name),
            lambda: self._vault.sources.forget_library(name),
            then,
            failed,
        )

    def remove_path(self, name: str, path: Path, then: Then = _nothing, failed: Fail = _nothing) -> None:
        """Take a folder or file out of a library and forget what was made of it, also what answers quoted."""
        self._forget(
            lambda job: RemovePath(job, name, str(path)),
            lambda: self._vault.sources.forget_path(name, str(path)),
            then,
            failed,
        )

    def _forget(
        self, make_frame: Callable[[int], JobFrame], forget_quoted: Then, then: Then, failed: Fail
    ) -> None:
        """Have answers forget their words before, as nobody hears of the end of a removal that outlasts this session,
        and again after it, for an answer that was being written."""
        try:
            self.start(background=self._background)
        except HearthError as error:
            failed(error)
            return
        forget_quoted()

        def removed() -> None:
            forget_quoted()
            then()

        self._done(make_frame, removed, failed)

    def sync(self, name: str = "", then: Then = _nothing, failed: Fail = _nothing) -> None:
        """Look through the folders (of all libraries: empty name) for changes now."""
        self._done(lambda job: SyncLibrary(job, name), then, failed)

    def pause(self, paused: bool, name: str = "", then: Then = _nothing, failed: Fail = _nothing) -> None:
        """Rest, or go on, with one library or all."""
        self._done(lambda job: PauseLibraries(job, paused, name), then, failed)

    def retry(
        self,
        path: str,
        password: str = "",
        then: Then = _nothing,
        failed: Fail = _nothing,
        keep: bool = False,
    ) -> None:
        """Read a file again that gave no text. A password is kept in memory only, until the process ends; with `keep`
        in the encrypted database, as long as the file is in a library."""
        self._done(lambda job: RetryFile(job, path, password, keep), then, failed)

    def add_temporary(
        self, conversation_id: str, paths: tuple[Path, ...], then: Then = _nothing, failed: Fail = _nothing
    ) -> None:
        """Read files for one conversation only. Search them with the library `temporary_name(...)`."""
        name, places = temporary_name(conversation_id), tuple(map(os.fsencode, paths))
        settings = LibrarySettings(hidden=True, ocr=True)  # whoever hands over a picture wants its words
        self._done(lambda job: AddLibrary(job, name, places, settings, True), then, failed)

    def yield_to_chat(self, on: bool) -> None:
        """Hold back while a model answers, or go on. Nothing happens when no library is open."""
        if self._child is not None and self._child.alive:
            self._done(lambda job: YieldToChat(job, on), _nothing, _nothing)

    # ---- asking

    def search(
        self,
        query: str,
        then: Callable[[Found], None],
        failed: Fail,
        *,
        libraries: tuple[str, ...] = (),
        k: int = 10,
        only: SearchFilter = SearchFilter(),  # noqa: B008 - a frozen value
        join: bool = True,
        fill: bool = False,
    ) -> None:
        """Find passages; in all libraries but those of conversations unless some are named.

        `join` lets neighbouring passages come as one. `fill` brings passages of files that were added to a
        conversation up to `k`, whether they fit the query or not.
        """
        self._ask(
            lambda job: SearchPassages(job, query, libraries, k, only, join, fill),
            PassagesFound,
            lambda frame: then(frame.found),
            failed,
        )

    def troubles(
        self, name: str, then: Callable[[tuple[FileTrouble, ...]], None], failed: Fail, limit: int = 1000
    ) -> None:
        """Files of a library (all: empty name) that gave no text, with the reason."""
        self._ask(
            lambda job: TellTroubles(job, name, limit), Troubles, lambda frame: then(frame.troubles), failed
        )

    def page_text(self, path: str, number: int, then: Callable[[PageText], None], failed: Fail) -> None:
        """A page's text as it was read: what passages are ranges of."""
        self._ask(lambda job: TellPage(job, path, number), PageTold, lambda frame: then(frame.page), failed)

    def passwords(self, then: Callable[[tuple[str, ...]], None], failed: Fail) -> None:
        """The passwords of locked files that are known, for drawing a page of one. Kept nowhere else."""
        self._ask(TellPasswords, PasswordsTold, lambda frame: then(frame.passwords), failed)

    def load_embedder(self, then: Then, failed: Fail) -> None:
        """Have searches by meaning possible; takes seconds the first time."""
        self._done(LoadEmbedder, then, failed)

    def use_embedder(self, folder: str, then: Then, failed: Fail) -> None:
        """Have the embedder in `folder` (empty: the packaged one) read everything anew, beside the one in use, and
        take over when it is done. `failed`: it can't be used, and nothing changes."""

        def taken() -> None:
            self._vault.settings.set(EMBEDDER, as_kept(self._vault.folder, folder))
            then()

        self._done(lambda job: UseEmbedder(job, folder), taken, failed)

    @property
    def ranker(self) -> str:
        """The folder of the cross-encoder that ranks the best passages anew, empty for none."""
        return self._folder(RANKER)

    def _folder(self, setting: str) -> str:
        return as_found(self._vault.folder, self._vault.settings.get_text(setting))

    def use_ranker(self, folder: str, then: Then, failed: Fail) -> None:
        """Have the cross-encoder in `folder` rank the best passages of every search anew; empty: none."""

        def taken() -> None:
            self._vault.settings.set(RANKER, as_kept(self._vault.folder, folder))
            then()

        self._done(lambda job: UseRanker(job, folder), taken, failed)

    def when_told(self, then: Then, failed: Fail, settled: Callable[[], bool] = lambda: True) -> None:
        """Call `then` once the libraries' facts have been told and `settled()` says they are as wanted; at once, if
        they are now."""
        try:
            self.start(background=self._background)
        except HearthError as error:
            failed(error)
            return
        told = self._told_by is self._child
        if told and self.failure is not None:
            failed(self.failure)
        elif told and settled():
            then()
        else:
            self._waiting_for_facts.append((settled, then, failed))

    # ---- the process

    def _done(self, make_frame: Callable[[int], JobFrame], then: Then, failed: Fail) -> None:
        self._ask(make_frame, Done, lambda _: then(), failed)

    def _ask(
        self,
        make_frame: Callable[[int], JobFrame],
        answer: type[T],
        then: Callable[[T], None],
        failed: Fail,
        *,
        again: bool = True,
    ) -> None:
        """Give a job to the process. Where that ends before it answers, the next one is asked, once: every job may
        be done twice."""

        def heard(frame: JobFrame) -> None:
            if isinstance(frame, answer):
                then(frame)
            elif isinstance(frame, Failed):
                if again and self._background and self.failure is None and _tells_of_a_crash(frame):
                    self._ask(make_frame, answer, then, failed, again=False)
                else:
                    failed(self.failure or _error(frame))

        try:
            self.start(background=self._background)
        except HearthError as error:
            failed(error)
            return
        child = self._child
        assert child is not None
        child.submit(make_frame, lambda frame: self._workroom.post(lambda: heard(frame)))

    def _told(self, child: Child, frame: JobFrame) -> None:
        if child is not self._child:
            return
        if isinstance(frame, LibrariesChanged):
            self.failure, self._told_by = None, child
            self.libraries, self.conversations = frame.libraries, frame.conversations
            self.embedder_loaded, self.embedder = frame.embedder_loaded, frame.embedder
            self._publish(
                LibraryChanged(frame.libraries, frame.conversations, frame.embedder, frame.embedder_loaded)
            )
            waiting, self._waiting_for_facts = self._waiting_for_facts, []
            for entry in waiting:
                if entry[0]():
                    entry[1]()
                else:
                    self._waiting_for_facts.append(entry)
        elif isinstance(frame, Failed) and not _tells_of_a_crash(frame):  # `_ended` hears of a crash, too
            self._told_by = child
            self._give_up(_error(frame))

    def _ended(self, child: Child) -> None:
        """The process ended by itself. Its jobs were failed by the child already; what it owned goes on."""
        if child is not self._child:
            return
        self._child = None
        self._crashed_before = True
        if self.failure is not None:
            return
        if not self._background:
            self._give_up(LibraryError("library_crashed"))
            return
        try:
            self.start()
        except HearthError as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Nothing works until the next start; whoever waits is told why."""
        self.failure = error
        waiting, self._waiting_for_facts = self._waiting_for_facts, []
        for _, _, failed in waiting:
            failed(error)


def _tells_of_a_crash(frame: Failed) -> bool:
    return (frame.kind, frame.code) == ("WorkerError", "worker_crashed")


def _error(frame: Failed) -> Exception:
    return LibraryError("library_crashed") if _tells_of_a_crash(frame) else error_from(frame)


def temporary_name(conversation_id: str) -> str:
    """The library that holds the files dropped on a conversation."""
    return CONVERSATION + conversation_id
