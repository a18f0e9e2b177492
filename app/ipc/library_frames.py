"""Frames between the window (or command line) and the library worker, which owns `library.db`."""

from app.domain.library import FileTrouble, LibraryFacts, LibrarySettings
from app.domain.passage import Found, PageText, SearchFilter
from app.ipc.frames import Cancel, Ending, Failed, Hello, JobFrame, Leave

# ---- parent to worker


class OpenLibrary(JobFrame, frozen=True, tag=True):
    """Open `path` (made where it isn't there) with its raw 32-byte `key` and 16-byte `salt`.

    The first job, and one that stays open: it sends `LibrariesChanged`, at once and whenever something
    changes, until the worker leaves. `Failed` ends it when the file can't be opened; nothing else works then.
    `embedder` is the folder of the embedder to use, empty for the packaged one; with `meaning` False none is
    used, and searches go by words alone. `background` is False for a
    single command that only asks: then nothing is read, watched or embedded by itself. `power_supplies` is the
    folder in which the kernel tells of batteries, empty for where it is. `ranker` is the folder of a cross-encoder,
    empty for none.
    """

    path: str
    key: bytes
    salt: bytes
    embedder: str = ""
    meaning: bool = True
    background: bool = True
    power_supplies: str = ""
    ranker: str = ""


class AddLibrary(JobFrame, frozen=True, tag=True):
    """Make a library, or add paths, in the file system's bytes, to one and take its new settings. Ends with `Done`.

    `settings` None: a library that is there keeps its own, a new one gets `defaults`.
    """

    name: str
    paths: tuple[bytes, ...]
    settings: LibrarySettings | None = None
    conversation: bool = False
    defaults: LibrarySettings = LibrarySettings()


class RemoveLibrary(JobFrame, frozen=True, tag=True):
    """Forget a library and everything made of its files. Ends with `Done`, once it is gone from the disk."""

    name: str


class RemovePath(JobFrame, frozen=True, tag=True):
    """Take a folder or file out of a library and forget what was made of it. Ends with `Done`."""

    name: str
    path: str


class SyncLibrary(JobFrame, frozen=True, tag=True):
    """Look through a library's folders (all libraries: empty name) again. Ends with `Done` at once."""

    name: str = ""


class RetryFile(JobFrame, frozen=True, tag=True):
    """Read a file again that gave no text, with `password` if it needs one. Ends with `Done`.

    `keep`: the password is kept in the encrypted database as long as the file is in a library, and tried again when
    the file has changed; else it is forgotten with the process.
    """

    path: str
    password: str = ""
    keep: bool = False


class PauseLibraries(JobFrame, frozen=True, tag=True):
    """Rest (or go on) reading and embedding; `name` empty: all libraries. Ends with `Done`."""

    paused: bool
    name: str = ""


class YieldToChat(JobFrame, frozen=True, tag=True):
    """Hold back while a model answers (or go on). Ends with `Done`."""

    on: bool


class LoadEmbedder(JobFrame, frozen=True, tag=True):
    """Have the embedder in memory. Ends with `Done` when searches can use it."""


class UseEmbedder(JobFrame, frozen=True, tag=True):
    """Let the embedder in the folder `path` (empty: the packaged one) make vectors of everything and take over.

    Ends with `Done` once it is loaded; the former answers until the new one has made all its vectors.
    """

    path: str


class UseRanker(JobFrame, frozen=True, tag=True):
    """Rank the best passages anew with the cross-encoder in the folder `path`; empty: with none. Ends with `Done`."""

    path: str


class TellTroubles(JobFrame, frozen=True, tag=True):
    """Ends with `Troubles` of a library (all: empty name), at most `limit`."""

    name: str = ""
    limit: int = 1000


class SearchPassages(JobFrame, frozen=True, tag=True):
    """Ends with `PassagesFound`. `libraries` empty: all that belong to no conversation. With
    `fill`, passages of files that belong to a conversation come in reading order where the query finds too few."""

    query: str
    libraries: tuple[str, ...] = ()
    limit: int = 10
    only: SearchFilter = SearchFilter()
    join: bool = True
    fill: bool = False


class TellPasswords(JobFrame, frozen=True, tag=True):
    """Ends with `PasswordsTold`. Asked only when a page of a locked file is to be drawn."""


class TellPage(JobFrame, frozen=True, tag=True):
    """Ends with `PageTold`: a page's text as it was read."""

    path: str
    number: int


# ---- worker to parent


class LibrariesChanged(JobFrame, frozen=True, tag=True):
    """All libraries as they are now; `conversations` are those that belong to a conversation. `embedder` is the name
    of the one that is to answer, empty where there is none."""

    libraries: tuple[LibraryFacts, ...]
    conversations: tuple[LibraryFacts, ...] = ()
    embedder_loaded: bool = False
    embedder: str = ""


class Done(Ending, frozen=True, tag=True):
    """What was asked for has been done."""


class Troubles(Ending, frozen=True, tag=True):
    """The files that need attention."""

    troubles: tuple[FileTrouble, ...]


class PassagesFound(Ending, frozen=True, tag=True):
    """The result of `SearchPassages`."""

    found: Found


class PageTold(Ending, frozen=True, tag=True):
    """The result of `TellPage`."""

    page: PageText


class PasswordsTold(Ending, frozen=True, tag=True):
    """The passwords that are tried on locked files: those given since the process began, and those kept."""

    passwords: tuple[str, ...]


ToLibrary = (
    OpenLibrary
    | AddLibrary
    | RemoveLibrary
    | RemovePath
    | SyncLibrary
    | RetryFile
    | PauseLibraries
    | YieldToChat
    | LoadEmbedder
    | UseEmbedder
    | UseRanker
    | TellTroubles
    | SearchPassages
    | TellPage
    | TellPasswords
    | Cancel
    | Leave
)
FromLibrary = Hello | LibrariesChanged | Done | Troubles | PassagesFound | PageTold | PasswordsTold | Failed
