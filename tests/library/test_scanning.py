"""What a look through a folder makes of what it finds, and of what it doesn't."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.library import LibrarySettings
from app.library.scanning import Differences, Known, differences


def _look(root: Path, known: dict[bytes, Known]) -> Differences:
    """The only part of a look: there are few files."""
    found = list(differences(1, os.fsencode(root), LibrarySettings(), known, lambda: False))
    assert len(found) == 1
    return found[0]


def _known(root: Path) -> dict[bytes, Known]:
    found = _look(root, {}).new
    return {
        file.path: Known(number, file.size_bytes, file.changed_ns, file.device, file.inode)
        for number, file in enumerate(found, start=1)
    }


def _write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)


def _elsewhere(known: dict[bytes, Known], folder: Path) -> dict[bytes, Known]:
    """As `known`, with the files under `folder` on a disk of their own."""
    return {
        path: replace(file, device=file.device + 1) if path.startswith(os.fsencode(folder)) else file
        for path, file in known.items()
    }


def test_deleted_files_are_gone_also_when_the_folder_is_empty(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "sub/b.txt")
    known = _known(tmp_path)
    (tmp_path / "a.txt").unlink()
    (tmp_path / "sub" / "b.txt").unlink()
    found = _look(tmp_path, known)
    assert (sorted(found.gone), found.missing) == ([1, 2], False)


def test_a_disk_that_is_not_connected_takes_nothing_out(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "disk/b.txt", "disk/deep/c.txt")
    known = _known(tmp_path)
    on_disk = _elsewhere(known, tmp_path / "disk")
    for name in ("disk/deep/c.txt", "disk/b.txt"):
        (tmp_path / name).unlink()
    (tmp_path / "disk" / "deep").rmdir()  # what was mounted on stays, and is empty
    found = _look(tmp_path, on_disk)
    assert (found.gone, found.missing) == ([], True)
    # The same of a whole root.
    (tmp_path / "a.txt").unlink()
    found = _look(tmp_path, _elsewhere(known, tmp_path))
    assert (found.gone, found.missing) == ([], True)


def test_a_disk_that_comes_back_under_another_number_is_the_same(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "b.txt")
    known = _known(tmp_path)
    before = _elsewhere(known, tmp_path)
    found = _look(tmp_path, before)
    assert (found.new, found.changed, found.gone, found.missing) == ([], [], [], False)
    assert {number: file.device for number, file in found.moved} == {
        file.number: file.device for file in known.values()
    }
    # And what is deleted on it meanwhile is gone.
    (tmp_path / "a.txt").unlink()
    found = _look(tmp_path, before)
    assert (found.gone, found.missing) == ([known[os.fsencode(tmp_path / "a.txt")].number], False)


def test_a_missing_root_takes_nothing_out(tmp_path: Path) -> None:
    _write(tmp_path / "root", "a.txt")
    known = _known(tmp_path / "root")
    (tmp_path / "root" / "a.txt").unlink()
    (tmp_path / "root").rmdir()
    found = _look(tmp_path / "root", known)
    assert (found.gone, found.missing) == ([], True)


def test_loops_pipes_and_sockets_are_passed_by_and_odd_names_found(tmp_path: Path) -> None:
    _write(tmp_path, "two\nlines.txt", "sub/b.txt", "-rf.txt")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    os.mkfifo(tmp_path / "pipe.txt")
    odd = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    Path(os.fsdecode(odd)).write_text("odd")
    assert {os.path.basename(path) for path in _known(tmp_path)} == {
        b"two\nlines.txt", b"b.txt", b"-rf.txt", b"\xff\xfe.txt",
    }  # fmt: skip


def test_folders_that_can_t_be_looked_into_are_told_and_what_was_read_of_them_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, "a.txt", "shut/b.txt", "unlisted/c.txt", "gone/d.txt")
    known = _known(tmp_path)
    root = os.fsencode(tmp_path)
    real = os.scandir
    refused = {root + b"/shut": errno.EACCES, root + b"/gone": errno.ENOENT}

    def scandir(folder: bytes) -> object:
        """As for somebody without rights: root, whom tests may run as, has all."""
        if folder in refused:
            raise OSError(refused[folder], os.strerror(refused[folder]))
        entries = real(folder)
        return map(_Unsearchable, entries) if folder.endswith(b"/unlisted") else entries

    monkeypatch.setattr(os, "scandir", scandir)
    found = _look(tmp_path, known)
    assert found.gone == []  # what lay in a folder that goes at this very moment is missed by the next look
    assert found.closed == {
        root + b"/shut": "Permission denied", root + b"/unlisted": "Permission denied",
    }  # fmt: skip


class _Unsearchable:
    """A file in a folder that may be listed, but not entered."""

    def __init__(self, entry: "os.DirEntry[bytes]") -> None:
        self._entry = entry
        self.name, self.path = entry.name, entry.path

    def is_symlink(self) -> bool:
        return self._entry.is_symlink()

    def is_dir(self) -> bool:
        return self._entry.is_dir()

    def is_file(self) -> bool:
        return self._entry.is_file()

    def stat(self, *, follow_symlinks: bool) -> os.stat_result:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def test_a_name_that_differs_in_capitals_alone_is_a_move(tmp_path: Path) -> None:
    _write(tmp_path, "Report.TXT", "Letters/One.txt", "Letters/Two.txt")
    known = _known(tmp_path)
    (tmp_path / "Report.TXT").rename(tmp_path / "report.txt")
    (tmp_path / "Letters").rename(tmp_path / "letters")
    found = _look(tmp_path, known)
    assert (found.new, found.changed, found.gone) == ([], [], [])
    numbers = {os.path.basename(path).lower(): file.number for path, file in known.items()}
    assert {os.path.relpath(file.path, os.fsencode(tmp_path)): number for number, file in found.moved} == {
        b"report.txt": numbers[b"report.txt"],
        b"letters/One.txt": numbers[b"one.txt"],
        b"letters/Two.txt": numbers[b"two.txt"],
    }


def test_where_capitals_do_not_count_it_is_a_move_too(tmp_path: Path) -> None:
    _write(tmp_path, "report.txt")
    ((path, file),) = _known(tmp_path).items()
    # The old name leads to the file, as on such a disk, but no look finds it.
    before = path.replace(b"report.txt", b"./report.txt")
    assert os.path.lexists(before)
    found = _look(tmp_path, {before: file})
    assert ([(number, seen.path) for number, seen in found.moved], found.new, found.gone) == (
        [(1, path)], [], [],
    )  # fmt: skip


def test_files_that_take_each_other_s_names_are_read_again(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "A.txt", "c.txt")
    for name in ("a.txt", "A.txt", "c.txt"):
        os.utime(tmp_path / name, ns=(1, 10**18))  # as long and as old as each other: an unpacked archive
    known = _known(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "kept")
    (tmp_path / "A.txt").rename(tmp_path / "a.txt")
    (tmp_path / "kept").rename(tmp_path / "A.txt")
    found = _look(tmp_path, known)
    assert sorted(number for number, _ in found.changed) == sorted(
        known[os.fsencode(tmp_path / name)].number for name in ("a.txt", "A.txt")
    )
    assert (found.new, found.moved, found.gone) == ([], [], [])


def test_a_file_with_several_names_keeps_them(tmp_path: Path) -> None:
    _write(tmp_path, "one.txt")
    os.link(tmp_path / "one.txt", tmp_path / "two.txt")
    known = _known(tmp_path)
    assert _look(tmp_path, known).size == 0
    os.link(tmp_path / "one.txt", tmp_path / "three.txt")
    assert [os.path.basename(file.path) for file in _look(tmp_path, known).new] == [b"three.txt"]
    (tmp_path / "two.txt").unlink()
    found = _look(tmp_path, known)
    assert [number for number, _ in found.moved] == [known[os.fsencode(tmp_path / "two.txt")].number]
    assert (found.new, found.gone) == ([], [])
