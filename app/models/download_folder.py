"""What is half loaded: `models/.downloads/ID/`, a plan and a file for each of its parts, until all are right.

Window or command line process. Lists are read on the work thread; one download's files are written by its own
thread alone. Nothing in here is a model: a file gets a model's name only once it is whole and its sum is right.

    plan.json      what is fetched
    request.json   the request under way: its row in the ledger, and where its first byte belongs
    3.part         what has come of file 3, from its first byte on without a gap
    3.whole        file 3, checked
"""

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final, TypeVar

import msgspec

from app.domain.errors import Cancelled, ModelError
from app.models.download_plan import Plan, PlannedFile
from app.models.gguf_bytes import reason_of
from app.models.shelf_copy import MARGIN_BYTES
from app.vault.private_file import sync_folder

FOLDER: Final = ".downloads"
READY: Final = "ready"  # where a download's finished files get their names: those of the model
BESIDE: Final = "beside"  # and its projector
READ_BYTES: Final = 4 << 20
LIMIT_BYTES: Final = 1 << 20
T = TypeVar("T")


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The request under way. `validators` are what the server called each file, by its place in the plan."""

    number: int
    file: int
    first_byte: int
    validators: dict[int, str]


class DownloadFolder:
    """One download's files.

    Attributes:
        plan: what it fetches.
        path: the folder.
    """

    def __init__(self, path: Path, plan: Plan) -> None:
        self.path = path
        self.plan = plan

    def part(self, file: int) -> Path:
        """Where the bytes of a file go as they come."""
        return self.path / f"{file}.part"

    def whole(self, file: int) -> Path:
        """Where a file is once it is right."""
        return self.path / f"{file}.whole"

    def here_bytes(self, file: int) -> int:
        """How much of a file is here."""
        for path in (self.whole(file), self.part(file)):
            with contextlib.suppress(OSError):
                return path.stat().st_size
        return 0

    @property
    def done_bytes(self) -> int:
        """How much of all files is here."""
        return sum(self.here_bytes(file) for file in range(len(self.plan.files)))

    @property
    def request(self) -> Request | None:
        """The request that was under way last, None for none."""
        return _read(self.path / "request.json", Request)

    def keep_request(self, request: Request) -> None:
        """Remember the request under way."""
        self._write("request.json", request)

    def require_space(self) -> None:
        """Raises ModelError download_no_space unless the rest fits on the disk, with a margin for the vault."""
        self.require_room_for(max(self.plan.size_bytes - self.done_bytes, 0))

    def require_room_for(self, size_bytes: int) -> None:
        """Raises ModelError download_no_space unless so many bytes more fit."""
        need, free = size_bytes + MARGIN_BYTES, _free(self.path)
        if free < need:
            raise self._no_space(need, free)

    def open_part(self, file: int) -> "Part":
        """The file's bytes so far, to be read through and written on."""
        return Part(self, file)

    def finish(self, names: tuple[str, ...]) -> list[Path]:
        """Give the checked files their names, which begin with `READY` or `BESIDE`: a folder may be moved whole."""
        try:
            found = []
            for file, name in enumerate(names):
                path = self.path / name
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                if not path.exists():  # else a former try got so far
                    os.replace(self.whole(file), path)
                found.append(path)
            for folder in {path.parent for path in found}:
                sync_folder(folder)
        except OSError as error:
            raise self.unwritable(error) from error
        return found

    def is_ready(self, file: int, name: str) -> bool:
        """Whether a file was checked already, also by a try that ended since."""
        return self.whole(file).exists() or (self.path / name).exists()

    def delete(self) -> None:
        """Forget the download and all its bytes."""
        shutil.rmtree(self.path, ignore_errors=True)

    def unwritable(self, error: OSError) -> ModelError:
        """What a failure to write means."""
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return self._no_space(max(self.plan.size_bytes - self.done_bytes, 0), _free(self.path))
        if error.errno == errno.EFBIG:
            return ModelError("model_too_big_for_disk", file=self.plan.title, need_bytes=self.plan.size_bytes)
        return ModelError("shelf_unwritable", folder=FOLDER, reason=reason_of(error))

    def _no_space(self, need: int, free: int) -> ModelError:
        return ModelError("download_no_space", name=self.plan.title, need_bytes=need, free_bytes=free)

    def _write(self, name: str, value: msgspec.Struct) -> None:
        """Whole or not at all."""
        temporary = self.path / f"{name}.new"
        try:
            with open(temporary, "wb", opener=_private) as file:
                file.write(msgspec.json.encode(value))
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self.path / name)
        except OSError as error:
            raise self.unwritable(error) from error


class Part:
    """One file as it grows. Use as a context.

    Attributes:
        size_bytes: how much of it is here.
    """

    def __init__(self, folder: DownloadFolder, file: int) -> None:
        self._folder = folder
        self._file = file
        self._planned: PlannedFile = folder.plan.files[file]
        self._sum = hashlib.sha256()
        try:
            self._stream: IO[bytes] = open(folder.part(file), "a+b", buffering=0, opener=_private)  # noqa: SIM115
        except OSError as error:
            raise folder.unwritable(error) from error
        self.size_bytes = os.fstat(self._stream.fileno()).st_size

    def __enter__(self) -> "Part":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def read_through(self, is_cancelled: Callable[[], bool], progress: Callable[[int], None]) -> None:
        """Take up the sum of what is here already. Raises Cancelled."""
        planned = self._planned.size_bytes
        if 0 <= planned < self.size_bytes:
            self.start_anew()
        self._stream.seek(0)
        done = 0
        while piece := self._stream.read(READ_BYTES):
            if is_cancelled():
                raise Cancelled
            self._sum.update(piece)
            done += len(piece)
            progress(done)
        self.size_bytes = done

    def start_anew(self) -> None:
        """Forget what is here."""
        try:
            self._stream.truncate(0)
        except OSError as error:
            raise self._folder.unwritable(error) from error
        self._sum = hashlib.sha256()
        self.size_bytes = 0

    def add(self, data: bytes) -> None:
        """Write on. What couldn't be written whole is taken back, so that sum and file stay one."""
        left = memoryview(data)
        try:
            while left:
                left = left[self._stream.write(left) :]
        except OSError as error:
            with contextlib.suppress(OSError):
                self._stream.truncate(self.size_bytes)
            raise self._folder.unwritable(error) from error
        self._sum.update(data)
        self.size_bytes += len(data)

    def complete(self) -> str:
        """Check the whole file, make it lasting, and call it whole; its SHA-256. Raises ModelError
        download_sum_wrong: it is deleted then."""
        found = self._sum.hexdigest()
        if not self._is_right(found):
            self.start_anew()
            with contextlib.suppress(OSError):
                self._folder.part(self._file).unlink()
            raise ModelError("download_sum_wrong", name=self._folder.plan.title)
        try:
            os.fsync(self._stream.fileno())
            os.replace(self._folder.part(self._file), self._folder.whole(self._file))
            sync_folder(self._folder.path)
        except OSError as error:
            raise self._folder.unwritable(error) from error
        return found

    def _is_right(self, found: str) -> bool:
        planned = self._planned
        if planned.size_bytes >= 0 and planned.size_bytes != self.size_bytes:
            return False
        if planned.sha256:
            return planned.sha256 == found
        if planned.git_id:
            # Git's own sum of a small file: git-scm.com/book/en/v2/Git-Internals-Git-Objects
            self._stream.seek(0)
            data = self._stream.read(self.size_bytes)
            head = b"blob %d\0" % self.size_bytes
            return hashlib.sha1(head + data, usedforsecurity=False).hexdigest() == planned.git_id
        return self.size_bytes > 0


def begin(models: Path, plan: Plan) -> DownloadFolder:
    """Make the folder of a new download, or take up the one there is, also where a projector comes along now or no
    longer. Raises ModelError."""
    path = models / FOLDER / plan.id
    folder = DownloadFolder(path, plan)
    former = _read(path / "plan.json", Plan)
    shared = min(len(former.files), len(plan.files)) if former is not None else 0
    if former is not None and former.files[:shared] != plan.files[:shared]:
        folder.delete()  # the hub holds another file by now: the bytes of the former one are of no use
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise folder.unwritable(error) from error
    folder._write("plan.json", plan)
    return folder


def half_loaded(models: Path) -> list[DownloadFolder]:
    """All that was begun and not finished, by title."""
    found = []
    for path in _folders(models):
        plan = _read(path / "plan.json", Plan)
        if plan is not None and plan.id == path.name:
            found.append(DownloadFolder(path, plan))
    return sorted(found, key=lambda folder: folder.plan.title)


def clear_broken(models: Path) -> None:
    """Delete what has no plan that could be read. Only while nothing is being loaded: a new one has none yet."""
    for path in _folders(models):
        if _read(path / "plan.json", Plan) is None:
            shutil.rmtree(path, ignore_errors=True)


def _folders(models: Path) -> list[Path]:
    try:
        return list((models / FOLDER).iterdir())
    except OSError:
        return []


def _read(path: Path, kind: type[T]) -> T | None:
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(LIMIT_BYTES), type=kind)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _free(path: Path) -> int:
    try:
        return shutil.disk_usage(path).free
    except OSError:
        return 0


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
