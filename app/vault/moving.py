"""Moves a profile to another folder or disk, whole or not at all. Window or command line process, any one thread.

`home` is the folder that the profile is asked for by, `place.json` in it says which folder counts (`profile_place`).
A move lists there what it is going to make, copies, reads the copies back, and then names the new folder in one
rename: from that moment the new place counts. What is left in the old one is cleared away. A move that was killed is
taken back, or its clearing away carried on, by whoever looks at the profile next (`settled`).
"""

import hashlib
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from app.domain.errors import VaultBusyError, VaultError
from app.vault import left_models
from app.vault.backing_up import Progress
from app.vault.disk_kind import network_kind
from app.vault.key_store import KeyStore
from app.vault.lock_file import NAME as LOCK_NAME
from app.vault.lock_file import ProfileLock
from app.vault.private_file import (
    FILE_MODE,
    make_private_folder,
    read_bounded,
    remove_file,
    replace_file,
    storage_error,
    sync_folder,
)
from app.vault.profile_place import LONGEST_CHAIN, PLACE_NAME, Listed, Place, as_bytes, read_place
from app.vault.restoring import settle

MARKER_NAME = "moving-here"  # in a folder that is being filled
_UNFINISHED_MARKER = MARKER_NAME + ".new"
PIECE_BYTES = 1 << 20
SPARE_BYTES = 16 << 20  # what a file system needs beside the files
_STAYS = frozenset((LOCK_NAME, PLACE_NAME, PLACE_NAME + ".new", MARKER_NAME))
_MODELS, _MODEL_ENDING = "models", ".gguf"
_LEFT = f"{_MODELS}/{left_models.NAME}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a profile's folder. `path` relative, with `/`; `stays`: a model that is linked to, not copied;
    `is_there`: the new place has it already, for it stayed there at an earlier move."""

    path: str
    size_bytes: int = 0
    is_folder: bool = False
    is_link: bool = False
    stays: bool = False
    is_there: bool = False


@dataclass(frozen=True, slots=True)
class MovePlan:
    """A move that may begin.

    Attributes:
        home: the folder that the profile is asked for by.
        source, target: where it lies and where it shall lie.
        size_bytes: what will lie at the new place, models that stay not counted.
        models_bytes: of models that are files of the profile's own.
        entries: all of it, folders before what is in them.
        left: the models that will lie outside of the new place and are the profile's all the same.
    """

    home: Path
    source: Path
    target: Path
    size_bytes: int
    models_bytes: int
    entries: tuple[Entry, ...]
    left: tuple[str, ...] = ()


def planned(home: Path, target: Path, *, leave_models: bool = False) -> MovePlan:
    """Look whether the profile can be moved to `target`, a new or empty folder. Nothing changes.

    Errors: VaultError move_same, move_inside, move_not_empty(name), move_no_parent(name), move_network(name, kind),
    move_no_room(needed_bytes, free_bytes), profile_missing; those of `settled` and of the disk.
    """
    home, source = Path(os.path.abspath(home)), settled(Path(os.path.abspath(home)))
    target = Path(os.path.abspath(target))
    if not _holds_profile(source):
        raise VaultError("profile_missing", name=source.name)
    here, there = Path(os.path.realpath(source)), Path(os.path.realpath(target))
    if here == there:
        raise VaultError("move_same", name=str(target))
    if here in there.parents:
        raise VaultError("move_inside", name=str(target))
    if not target.parent.is_dir():
        raise VaultError("move_no_parent", name=str(target.parent))
    kind = network_kind(there)
    if kind:
        raise VaultError("move_network", name=str(target), kind=kind)
    try:
        entries = tuple(_marked(entry, source, target, leave_models) for entry in _entries(source))
        _must_be_free(target, entries, is_home=there == Path(os.path.realpath(home)))
        left = _left(source, target, entries)
        entries = (*(entry for entry in entries if entry.path != _LEFT), *([Entry(_LEFT)] if left else ()))
        goes = [entry for entry in entries if not entry.stays and not entry.is_there]
        size_bytes = sum(entry.size_bytes for entry in goes)
        base = target if target.is_dir() else target.parent
        if base.stat().st_dev != source.stat().st_dev:
            needed_bytes, free_bytes = size_bytes + SPARE_BYTES, shutil.disk_usage(base).free
            if needed_bytes > free_bytes:
                raise VaultError("move_no_room", needed_bytes=needed_bytes, free_bytes=free_bytes)
    except OSError as error:
        raise storage_error(error, target.name) from error
    models_bytes = sum(entry.size_bytes for entry in entries if _is_model(entry))
    return MovePlan(home, source, target, size_bytes, models_bytes, entries, left)


def move(home: Path, target: Path, *, leave_models: bool = False) -> Generator[Progress, None, None]:
    """Move the profile, which nobody may have open. Nothing happens before the first `next`.

    Closing the iterator early takes all back. Errors: those of `planned`; VaultBusyError;
    VaultError move_not_private(name), move_no_links(name), move_not_whole(name).
    """
    source = settled(Path(os.path.abspath(home)))
    settle(source)
    lock = ProfileLock(source)
    lock.take()
    try:
        plan = planned(home, target, leave_models=leave_models)
        before = Place(plan.source if plan.source != plan.home else None)
        arriving = _arriving(plan)
        _say(plan.home, replace(before, arriving=arriving))
        leaving = Listed(plan.source, (*(entry.path for entry in plan.entries if not entry.stays), _LEFT))
        after = Place(plan.target if plan.target != plan.home else None)
        try:
            yield from _fill(plan, arriving)
        except BaseException:
            _take_back(arriving)
            _say(plan.home, before)
            raise
        try:
            _say(plan.home, replace(after, leaving=leaving))
        except BaseException:
            # The disk may have failed after the rename. Nothing is taken back before the former folder is named
            # again; where that can't be, both are whole and left for the next start.
            _say(plan.home, replace(before, arriving=arriving))
            _take_back(arriving)
            _say(plan.home, before)
            raise
        _clear_away(leaving, plan.home)
        with suppress(VaultError):  # the next start does it
            remove_file(plan.target / MARKER_NAME)
            _say(plan.home, after)
    finally:
        lock.free()


def settled(home: Path) -> Path:
    """The folder that counts, after a move that was cut off was taken back or carried on.

    While another process is moving the profile nothing is touched. Errors: VaultError place_damaged(name),
    place_missing(path); those of the disk.
    """
    folder = home
    for _ in range(LONGEST_CHAIN):
        place = read_place(folder)
        if place is None:
            break
        if place.arriving is not None or place.leaving is not None:
            # Where what is left can't be touched now, the place that counts is whole all the same.
            with suppress(OSError, VaultError):
                place = _carried_on(folder, place)
        if place.profile is None:
            break
        folder = place.profile
    else:
        raise VaultError("place_damaged", name=str(home / PLACE_NAME))
    # Never a new profile where one should be: its disk may only be missing.
    if folder != home and not _holds_profile(folder):
        raise VaultError("place_missing", path=str(folder))
    return folder


def _holds_profile(folder: Path) -> bool:
    """Whether a profile lies there, whole or to be mended; what is wrong with one is said where it is opened."""
    return (folder / "vault.db").exists() or KeyStore(folder).exists()


def _carried_on(home: Path, place: Place) -> Place:
    """Take an unfinished move back, or clear away what a finished one left."""
    unfinished = place.arriving is not None
    source = (place.profile or home) if unfinished or place.leaving is None else place.leaving.folder
    if not unfinished and not _holds_profile(place.profile or home):
        return place  # its disk may only be missing: until it is back, nothing more of the former place is removed
    lock = ProfileLock(source)
    if source.is_dir():
        try:
            lock.take()
        except VaultBusyError:
            return place
    try:
        now = read_place(home)
        if now != place:  # whoever had the lock has done it
            return now or Place(None)
        if place.arriving is not None:
            _take_back(place.arriving)
        elif place.leaving is not None:
            _clear_away(place.leaving, home)
            with suppress(OSError):
                os.unlink((place.profile or home) / MARKER_NAME)
        after = Place(place.profile)
        _say(home, after)
        return after
    finally:
        lock.free()


def _say(home: Path, place: Place) -> None:
    """Write `place.json`, or remove it where it would say nothing."""
    if place == Place(None):
        remove_file(home / PLACE_NAME)
    else:
        replace_file(home / PLACE_NAME, as_bytes(place))


def _arriving(plan: MovePlan) -> Listed:
    paths = tuple(entry.path for entry in plan.entries if not entry.is_there)
    return Listed(plan.target, paths, secrets.token_hex(16), made=not plan.target.exists())


def _fill(plan: MovePlan, arriving: Listed) -> Iterator[Progress]:
    """Make everything at the new place, and read back what was copied."""
    target = plan.target
    make_private_folder(target)
    if sys.platform != "win32" and stat.S_IMODE(target.stat().st_mode) & 0o077:
        raise VaultError("move_not_private", name=str(target))
    replace_file(target / MARKER_NAME, arriving.token.encode("ascii"))
    sums: dict[str, bytes] = {}
    done_bytes, total_bytes = 0, 2 * plan.size_bytes
    for entry in plan.entries:
        there = target / entry.path
        try:
            if entry.is_folder:
                there.mkdir(mode=0o700, exist_ok=True)
            elif entry.is_link:
                os.symlink(_link_text(plan, entry), there)
            elif entry.path == _LEFT:
                _written(there, left_models.as_bytes(plan.left))
            elif entry.stays:
                _link_to(plan.source / entry.path, there)
            elif not entry.is_there and not _hard_linked(plan.source / entry.path, there):
                made = hashlib.sha256()
                for size in _copied(plan.source / entry.path, there, made):
                    done_bytes += size
                    yield Progress(done_bytes, total_bytes)
                sums[entry.path] = made.digest()
        except OSError as error:
            raise storage_error(error, Path(entry.path).name) from error
        yield Progress(done_bytes, total_bytes)
    for path, expected in sums.items():
        read = hashlib.sha256()
        try:
            for size in _read_back(target / path, read):
                done_bytes += size
                yield Progress(done_bytes, total_bytes)
        except OSError as error:
            raise storage_error(error, Path(path).name) from error
        if read.digest() != expected:
            raise VaultError("move_not_whole", name=Path(path).name)
    for folder in [target, *(target / entry.path for entry in plan.entries if entry.is_folder)]:
        sync_folder(folder)
    sync_folder(target.parent)


def _hard_linked(source: Path, there: Path) -> bool:
    """On the same disk nothing is copied: both names are of the same file until the old one is cleared away."""
    try:
        os.link(source, there, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


def _new_file(there: Path) -> IO[bytes]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(there, flags, FILE_MODE), "wb")


def _written(there: Path, content: bytes) -> None:
    with _new_file(there) as writes:
        writes.write(content)
        writes.flush()
        os.fsync(writes.fileno())


def _copied(source: Path, there: Path, made: "hashlib._Hash") -> Iterator[int]:
    with source.open("rb") as reads, _new_file(there) as writes:
        while piece := reads.read(PIECE_BYTES):
            writes.write(piece)
            made.update(piece)
            yield len(piece)
        writes.flush()
        os.fsync(writes.fileno())
        found = os.fstat(reads.fileno())
    os.utime(there, ns=(found.st_atime_ns, found.st_mtime_ns))


def _read_back(path: Path, read: "hashlib._Hash") -> Iterator[int]:
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):  # from the disk, not from memory
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := file.read(PIECE_BYTES):
            read.update(piece)
            yield len(piece)


def _link_to(source: Path, there: Path) -> None:
    """A model that stays is linked to. Errors: VaultError move_no_links(name)."""
    try:
        os.symlink(os.path.abspath(source), there)
    except FileExistsError:
        raise
    except OSError as error:
        raise VaultError("move_no_links", name=there.name) from error


def _link_text(plan: MovePlan, entry: Entry) -> str:
    """What a link says at the new place: links into the profile itself go along, others lead where they led."""
    link = plan.source / entry.path
    text = os.readlink(link)
    if os.path.isabs(text):
        inside = Path(text).is_relative_to(plan.source)
        return str(plan.target / Path(text).relative_to(plan.source)) if inside else text
    leads_to = os.path.normpath(os.path.join(os.path.realpath(link.parent), text))
    return text if Path(leads_to).is_relative_to(os.path.realpath(plan.source)) else leads_to


def _entries(source: Path) -> Iterator[Entry]:
    """All that lies in a profile's folder, folders first; what is no file, folder or link can't be of any use."""
    folders = [""]
    while folders:
        above = folders.pop(0)
        with os.scandir(source / above) as found:
            for one in sorted(found, key=lambda one: one.name):
                path = f"{above}/{one.name}" if above else one.name
                if one.is_symlink():
                    yield Entry(path, is_link=True)
                elif one.is_dir():
                    folders.append(path)
                    yield Entry(path, is_folder=True)
                elif one.is_file() and path not in _STAYS:
                    yield Entry(path, one.stat().st_size)


def _marked(entry: Entry, source: Path, target: Path, leave_models: bool) -> Entry:
    """The entry, with whether its file stays, or is at the new place already."""
    there = target / entry.path
    if entry.is_link and there.is_file() and not there.is_symlink():
        with suppress(OSError):  # a link that leads nowhere
            if os.path.samefile(source / entry.path, there):
                return replace(entry, is_link=False, is_there=True)
    return replace(entry, stays=True) if leave_models and _is_model(entry) else entry


def _left(source: Path, target: Path, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The models that lie outside of `target` after the move: those that stay now, and those that did before."""
    before = left_models.read_left(source / _MODELS)
    now = (os.path.abspath(source / entry.path) for entry in entries if entry.stays)
    return tuple(dict.fromkeys((*(path for path in before if not Path(path).is_relative_to(target)), *now)))


def _is_model(entry: Entry) -> bool:
    parts = entry.path.split("/")
    own = len(parts) > 1 and parts[0] == _MODELS and not parts[1].startswith(".")
    return own and entry.path.endswith(_MODEL_ENDING) and not entry.is_folder and not entry.is_link


def _must_be_free(target: Path, entries: tuple[Entry, ...], *, is_home: bool) -> None:
    """Nothing is at the new place; at the profile's home only what a move has left there."""
    if not os.path.lexists(target):
        return
    stayed = {entry.path for entry in entries if entry.is_there}
    foreign = [PLACE_NAME, MARKER_NAME] if not is_home else [MARKER_NAME]
    if not target.is_dir() or any(os.path.lexists(target / name) for name in foreign):
        raise VaultError("move_not_empty", name=str(target))
    for entry in _entries(target):
        if entry.path not in stayed and not (entry.is_folder and is_home):
            raise VaultError("move_not_empty", name=str(target))


def _take_back(arriving: Listed) -> None:
    """Remove an unfinished copy, if it is the one that was listed. What can't be removed is left: it doesn't count."""
    folder = arriving.folder
    with suppress(OSError, VaultError):
        if read_bounded(folder / MARKER_NAME, 100) == arriving.token.encode("ascii"):
            _remove(folder, arriving.paths)
            os.unlink(folder / MARKER_NAME)
    with suppress(OSError):
        os.unlink(folder / _UNFINISHED_MARKER)
    if arriving.made:
        with suppress(OSError):
            os.rmdir(folder)


def _clear_away(leaving: Listed, home: Path) -> None:
    """Remove what has been moved; a folder with something else in it stays."""
    _remove(leaving.folder, leaving.paths)
    if leaving.folder != home:
        with suppress(OSError):
            if {entry.name for entry in os.scandir(leaving.folder)} <= {LOCK_NAME}:
                os.unlink(leaving.folder / LOCK_NAME)
                os.rmdir(leaving.folder)


def _remove(folder: Path, paths: tuple[str, ...]) -> None:
    for path in reversed(paths):
        with suppress(OSError):
            one = folder / path
            if one.is_dir() and not one.is_symlink():
                one.rmdir()
            else:
                one.unlink()
    with suppress(OSError):
        sync_folder(folder)
