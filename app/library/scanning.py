"""Looking through a folder for files that are new, changed, moved or gone. Runs on a thread of its own.

Nothing is opened. Links are not followed: what they lead to belongs to whoever put it there, and may lead
out of the folder or round in circles.
"""

import fnmatch
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.domain.library import LibrarySettings

BATCH = 500
# Never of interest and often huge. A person who does want one of these adds it as a root of its own.
ALWAYS_IGNORED = (
    "node_modules", "__pycache__", "$RECYCLE.BIN", "System Volume Information", "lost+found", "Thumbs.db",
    "desktop.ini", "~$*", "*.tmp", "*.part", "*.crdownload", "*.swp",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as the file system has it."""

    path: bytes
    size_bytes: int
    changed_ns: int
    device: int
    inode: int


@dataclass(frozen=True, slots=True)
class Known:
    """A file as the database has it."""

    number: int
    size_bytes: int
    changed_ns: int
    device: int
    inode: int


@dataclass(frozen=True, slots=True)
class Differences:
    """What a part of the look has found. The last one has `complete` set.

    Attributes:
        root: whose look it is.
        new, changed: to be read; `changed` with the file's number.
        moved: number and new place, or the old one on a disk that has another number now; the content is the same.
        gone: numbers.
        missing: the root itself isn't there, or a disk under it isn't connected; what was on it isn't gone.
        closed: with `complete`, folders that can't be looked into, and why; what was read of them isn't gone.
        left_out: with `complete`, entries that are no ordinary files, and the code of the sentence that says why.
    """

    root: int
    new: list[Seen] = field(default_factory=list)
    changed: list[tuple[int, Seen]] = field(default_factory=list)
    moved: list[tuple[int, Seen]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    missing: bool = False
    closed: dict[bytes, str] = field(default_factory=dict)
    left_out: dict[bytes, str] = field(default_factory=dict)
    complete: bool = False

    @property
    def size(self) -> int:
        """How many files this is about."""
        return len(self.new) + len(self.changed) + len(self.moved) + len(self.gone)


def differences(
    root: int,
    path: bytes,
    settings: LibrarySettings,
    known: Mapping[bytes, Known],
    stopped: Callable[[], bool],
) -> Iterator[Differences]:
    """Compare the files under `path` with `known` ones, in batches; ends early, incomplete, when `stopped`."""
    if not os.path.lexists(path):
        yield Differences(root, missing=True, complete=True)
        return
    by_inode: dict[tuple[int, int], dict[bytes, Known]] = {}  # one file may have several names
    for place, one in known.items():
        if one.inode:
            by_inode.setdefault((one.device, one.inode), {})[place] = one
    seen: set[bytes] = set()
    occupied: set[bytes] = set()  # folders with files in them, at any depth
    renamed: list[Seen] = []  # perhaps: whether an old name is gone is known at the end
    moved: set[int] = set()
    closed: dict[bytes, str] = {}
    left_out: dict[bytes, str] = {}
    batch = Differences(root)
    for file in _files(path, settings, closed, left_out):
        if stopped():
            return
        seen.add(file.path)
        _occupy(os.path.dirname(file.path), occupied)
        before = known.get(file.path)
        names = by_inode.get((file.device, file.inode), {})
        if before is None:
            (renamed if names else batch.new).append(file)
        elif (names and file.path not in names) or not _same_content(before, file):
            batch.changed.append((before.number, file))
        elif before.device != file.device:
            batch.moved.append((before.number, file))
        if batch.size >= BATCH:
            yield batch
            batch = Differences(root)
    for file in renamed:
        # Not whether the old name leads somewhere: where capitals don't count, "Report" leads to "report".
        origin = next(
            (
                before.number
                for place, before in by_inode[file.device, file.inode].items()
                if place not in seen
                and before.number not in moved
                and _same_content(before, file)
                and not _is_under(place, closed)
            ),
            None,
        )
        if origin is None:
            batch.new.append(file)
        else:
            moved.add(origin)
            batch.moved.append((origin, file))
        if batch.size >= BATCH:
            yield batch
            batch = Differences(root)
    disks = _Disks(path, occupied)
    missing = False
    for place, before in known.items():
        if place in seen or before.number in moved or _is_under(place, closed):
            continue
        if disks.disconnected(place, before.device):
            missing = True
        else:
            batch.gone.append(before.number)
    told = {folder: reason for folder, reason in closed.items() if reason}
    yield replace(batch, missing=missing, closed=told, left_out=left_out, complete=True)


def _occupy(folder: bytes, occupied: set[bytes]) -> None:
    while folder not in occupied:
        occupied.add(folder)
        folder = os.path.dirname(folder)


class _Disks:
    """Tells a file that was deleted from one whose disk isn't connected.

    A disk leaves the empty folder behind that it was mounted on, which lies on another disk. Files under a folder
    that is empty but for folders, on another disk than they were, are most likely still there.
    """

    def __init__(self, root: bytes, occupied: set[bytes]) -> None:
        self._root = root
        self._occupied = occupied
        self._devices: dict[bytes, int] = {}

    def disconnected(self, place: bytes, device: int) -> bool:
        """Whether the file that was at `place`, on `device`, may be there when its disk is."""
        folder = os.path.dirname(place)
        while len(folder) > len(self._root) and not os.path.isdir(folder):
            folder = os.path.dirname(folder)
        if folder in self._occupied:
            return False
        if folder not in self._devices:
            try:
                self._devices[folder] = _device(os.stat(folder))
            except OSError:
                return True
        return self._devices[folder] != device


def _same_content(before: Known, file: Seen) -> bool:
    return (before.size_bytes, before.changed_ns) == (file.size_bytes, file.changed_ns)


def _is_under(place: bytes, folders: Iterable[bytes]) -> bool:
    return any(place.startswith(folder + os.sep.encode()) for folder in folders)


def _files(
    path: bytes, settings: LibrarySettings, closed: dict[bytes, str], left_out: dict[bytes, str]
) -> Iterator[Seen]:
    """Ordinary files under `path` (or `path` itself) that the settings let through.

    Folders that can't be looked into, or whose files can't, are added to `closed` with the system's reason; with
    none where they have gone since they were seen. Entries a person may miss are added to `left_out` with a code.
    """
    try:
        status = os.stat(path)
    except OSError as error:
        closed[path] = _reason(error)
        return
    if stat.S_ISREG(status.st_mode):
        yield _seen(path, status)
        return
    within = os.path.realpath(path)  # of many links, looked up once
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            closed[folder] = _reason(error)
            continue
        folders: list[bytes] = []
        for entry in entries:
            try:
                if is_ignored(entry.path, path, settings):
                    continue
                if entry.is_symlink():
                    may_be_missed = b"." not in entry.name or is_wanted_kind(entry.name, settings)
                    if may_be_missed and (code := _left_out_link(entry.path, within)):
                        left_out[entry.path] = code
                elif entry.is_dir():
                    folders.append(entry.path)
                elif not is_wanted_kind(entry.name, settings):
                    continue
                elif not entry.is_file():
                    left_out[entry.path] = "library_entry_special"
                else:
                    yield _seen(entry.path, entry.stat(follow_symlinks=False))
            except FileNotFoundError:
                continue  # gone since the folder was listed
            except OSError as error:
                closed[folder] = _reason(error)
        waiting.extend(reversed(folders))


def _left_out_link(link: bytes, within: bytes) -> str:
    """Why nothing is read by this link; "" where it leads to what is read in its own place, below the folder `within`,
    whose links are resolved. Nothing outside is asked for but the names on the way.
    """
    target = os.path.realpath(link)
    if target != within and not _is_under(target, (within.rstrip(os.sep.encode()),)):
        return "library_link_outward"
    return "" if os.path.exists(target) else "library_link_broken"


def _reason(error: OSError) -> str:
    return "" if isinstance(error, FileNotFoundError) else error.strerror or type(error).__name__


def is_ignored(path: bytes, root: bytes, settings: LibrarySettings) -> bool:
    """Whether the settings keep this file or folder out."""
    relative = os.fsdecode(os.path.relpath(path, root)).replace(os.sep, "/")
    name = relative.rsplit("/", 1)[-1]
    if name.startswith(".") and not settings.hidden:
        return True
    for pattern in (*ALWAYS_IGNORED, *settings.ignore):
        pattern = pattern.rstrip("/")
        if fnmatch.fnmatch(name, pattern) or (
            "/" in pattern and fnmatch.fnmatch(relative, pattern.lstrip("/"))
        ):
            return True
    return False


def is_wanted_kind(name: bytes, settings: LibrarySettings) -> bool:
    """Whether the file's ending is among the kinds to be read."""
    if not settings.kinds:
        return True
    ending = os.path.splitext(os.fsdecode(name))[1].lstrip(".").lower()
    return ending in {kind.lstrip(".").lower() for kind in settings.kinds}


def _seen(path: bytes, status: os.stat_result) -> Seen:
    # SQLite keeps 64 bits with a sign; some file systems use the 64th.
    inode = status.st_ino if status.st_ino < 1 << 63 else status.st_ino - (1 << 64)
    return Seen(path, status.st_size, status.st_mtime_ns, _device(status), inode)


def _device(status: os.stat_result) -> int:
    return status.st_dev & ((1 << 63) - 1)
