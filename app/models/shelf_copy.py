"""Copies a model file onto the shelf so that a crash leaves nothing half-done under a final name.

Runs in the window or command line process, on the thread that asked. The copy is written under a temporary
name, held with a lock while it grows, flushed to the disk, and only then given its name.
"""

import contextlib
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final

from app.domain.errors import Cancelled, ModelError
from app.models.gguf_bytes import FileIdentity, reason_of, shown_name

if sys.platform == "win32":

    def _hold(fd: int) -> bool:
        """An open file can't be deleted there, which serves the same end."""
        return True

else:
    import fcntl

    def _hold(fd: int) -> bool:
        """Whether this process now holds the file's lock. It goes with the descriptor, also by kill -9."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in (errno.EWOULDBLOCK, errno.EACCES)  # else: no locks on this file system
        return True


PREFIX: Final = ".hearth-part-"
STEP_BYTES: Final = 4 << 20
MARGIN_BYTES: Final = 16 << 20  # left free, so that the vault can still be written

_RENAMES_ONLY_CLOSED: Final[bool] = os.name == "nt"

Progress = Callable[[int, int], None]  # bytes done, bytes in all
IsCancelled = Callable[[], bool]


def copy_into(
    source: Path,
    folder: Path,
    expected: FileIdentity,
    place: Callable[[Path], Path],
    progress: Progress,
    is_cancelled: IsCancelled,
) -> Path:
    """Copies `source` into `folder` and has `place` give the finished temporary file its name.

    `expected` is the file that was checked; another one, or a change while copying, raises
    ModelError model_changed. Raises no_disk_space, model_unreadable, shelf_unwritable and Cancelled as well.
    Nothing is left behind in any of these cases.
    """
    name = shown_name(source)
    _require_space(folder, expected.size_bytes, name)
    try:
        reader = open(source, "rb", buffering=0, opener=_open_without_waiting)  # noqa: SIM115
    except OSError as error:
        raise _translated(error, "model_unreadable", name) from error
    with reader:
        if FileIdentity.of_stat(os.fstat(reader.fileno())) != expected:
            raise ModelError("model_changed", file=name)
        temporary, writer = _create(folder)
        try:
            with writer:
                _pump(reader, writer, expected.size_bytes, name, progress, is_cancelled)
                if FileIdentity.of_stat(os.fstat(reader.fileno())) != expected:
                    raise ModelError("model_changed", file=name)
                try:
                    os.fsync(writer.fileno())
                except OSError as error:
                    raise _write_error(error, folder, expected.size_bytes, name) from error
                if (
                    not _RENAMES_ONLY_CLOSED
                ):  # the lock has to outlive the renaming: a listing clears the rest
                    return place(temporary)
            return place(temporary)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def same_content(first: Path, second: Path, progress: Progress, is_cancelled: IsCancelled) -> bool:
    """Whether two regular files hold the same bytes. Files of different size are told apart at once."""
    try:
        with (
            open(first, "rb", buffering=0, opener=_open_without_waiting) as one,
            open(second, "rb", buffering=0, opener=_open_without_waiting) as other,
        ):
            size = os.fstat(one.fileno()).st_size
            if size != os.fstat(other.fileno()).st_size:
                return False
            # The ends first: models of one family differ in the header or in the last layer.
            for start in (max(0, size - 65_536), 0):
                one.seek(start)
                other.seek(start)
                if one.read(65_536) != other.read(65_536):
                    return False
            one.seek(0)
            other.seek(0)
            done = 0
            while done < size:
                if is_cancelled():
                    raise Cancelled
                piece = one.read(STEP_BYTES)
                if not piece or piece != _exactly(other, len(piece)):
                    return False
                done += len(piece)
                progress(done, size)
            return True
    except OSError:
        return False


def clear_stale(folder: Path) -> None:
    """Removes temporary files in `folder` that no living process writes."""
    try:
        found = [Path(entry.path) for entry in os.scandir(folder) if entry.name.startswith(PREFIX)]
    except OSError:
        return
    flags = os.O_RDWR
    for extra in ("O_NOFOLLOW", "O_NONBLOCK"):
        flags |= getattr(os, extra, 0)
    for path in found:
        try:
            fd = os.open(path, flags)
        except OSError:
            continue
        try:
            nobody_writes = _hold(fd)
            if nobody_writes and not _RENAMES_ONLY_CLOSED:
                path.unlink(missing_ok=True)
        except OSError:
            nobody_writes = False  # a folder that can't be written: nothing to clear then
        finally:
            os.close(fd)
        if nobody_writes and _RENAMES_ONLY_CLOSED:
            with contextlib.suppress(OSError):  # somebody has it open
                path.unlink()


def _create(folder: Path) -> tuple[Path, IO[bytes]]:
    for _ in range(20):
        path = folder / f"{PREFIX}{secrets.token_hex(8)}"
        try:
            writer = open(path, "xb", buffering=0, opener=_private)  # noqa: SIM115
        except OSError as error:
            raise ModelError("shelf_unwritable", folder=folder.name, reason=reason_of(error)) from error
        # A listing of another process may have taken the new file for a stale one just now.
        if _hold(writer.fileno()) and (os.fstat(writer.fileno()).st_nlink or os.name == "nt"):
            return path, writer
        writer.close()
        path.unlink(missing_ok=True)
    raise ModelError("shelf_unwritable", folder=folder.name, reason="busy")


def _pump(
    reader: IO[bytes],
    writer: IO[bytes],
    size: int,
    name: str,
    progress: Progress,
    is_cancelled: IsCancelled,
) -> None:
    done = 0
    progress(0, size)
    while done < size:
        if is_cancelled():
            raise Cancelled
        try:
            piece = memoryview(reader.read(min(STEP_BYTES, size - done)))
        except OSError as error:
            raise _translated(error, "model_unreadable", name) from error
        if not piece:
            raise ModelError("model_changed", file=name)
        done += len(piece)
        try:
            while piece:
                piece = piece[writer.write(piece) :]
        except OSError as error:
            raise _write_error(error, Path(str(writer.name)).parent, size, name) from error
        progress(done, size)
    if is_cancelled():
        raise Cancelled


def _exactly(stream: IO[bytes], n_bytes: int) -> bytes:
    found = stream.read(n_bytes)
    while len(found) < n_bytes:  # an unbuffered read may stop early
        more = stream.read(n_bytes - len(found))
        if not more:
            break
        found += more
    return found


def _require_space(folder: Path, size: int, name: str) -> None:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return  # the writing itself will tell
    if free < size + MARGIN_BYTES:
        raise ModelError("no_disk_space", file=name, need_bytes=size + MARGIN_BYTES, free_bytes=free)


def _write_error(error: OSError, folder: Path, size: int, name: str) -> ModelError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        try:
            free = shutil.disk_usage(folder).free
        except OSError:
            free = 0
        return ModelError("no_disk_space", file=name, need_bytes=size, free_bytes=free)
    if error.errno == errno.EFBIG:
        return ModelError("model_too_big_for_disk", file=name, need_bytes=size)
    return ModelError("shelf_unwritable", folder=folder.name, reason=reason_of(error))


def _translated(error: OSError, code: str, name: str) -> ModelError:
    return ModelError(code, file=name, reason=reason_of(error))


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
