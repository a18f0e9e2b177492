"""Moving a profile's folder: whole or not at all, also when it is killed at any touch of a file."""

import errno
import itertools
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.errors import VaultBusyError, VaultError
from app.vault import private_file
from app.vault.disk_kind import network_kind
from app.vault.lock_file import ProfileLock
from app.vault.moving import move, planned, settled
from app.vault.profile_place import PLACE_NAME, Listed, Place, as_bytes, lies_in, read_place

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
FILES = {
    "keys.json": b"{}",
    "vault.db": os.urandom(2_100_000),
    "window.json": b"{}",
    "models/small.gguf": os.urandom(5000),
    "models/.speeds.json": b"{}",
    "models/big.parts/big-00001-of-00002.gguf": b"part one",
    "before-restore-2026-01-01-000000/vault.db": b"former",
}
LINKS = {
    "models/big.gguf": "big.parts/big-00001-of-00002.gguf",
    "models/elsewhere.gguf": "/usr/share/no.gguf",
}


def make(folder: Path) -> Path:
    """Files as a profile has them; nobody looks into them here."""
    for path, content in FILES.items():
        (folder / path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    for path, target in LINKS.items():
        os.symlink(target, folder / path)
    return folder


def is_whole(folder: Path) -> bool:
    links = {path: os.readlink(folder / path) for path in LINKS if (folder / path).is_symlink()}
    files = {path: (folder / path).read_bytes() for path in FILES if (folder / path).is_file()}
    return files == FILES and links == LINKS


def all_moved(home: Path, target: Path, *, leave_models: bool = False) -> None:
    for _ in move(home, target, leave_models=leave_models):
        pass


def left_in(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()} if folder.exists() else set()


def refusal(home: Path, target: Path) -> str:
    with pytest.raises(VaultError) as refused:
        planned(home, target)
    return refused.value.code


@pytest.fixture(params=["same disk", "another disk"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A folder to move to: on the same disk links are made, to another one files are copied."""
    if request.param == "same disk":
        yield tmp_path / "elsewhere"
        return
    shared = Path("/dev/shm")
    if not shared.is_dir() or shared.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second disk here")
    folder = Path(tempfile.mkdtemp(dir=shared))
    yield folder / "elsewhere"
    shutil.rmtree(folder)


def test_a_moved_profile_is_found_by_its_old_name_and_nothing_is_left_behind(
    tmp_path: Path, elsewhere: Path
) -> None:
    home = make(tmp_path / "home")
    steps = list(move(home, elsewhere))
    assert is_whole(elsewhere) and settled(home) == lies_in(home) == elsewhere
    assert steps[-1].done_bytes <= steps[-1].total_bytes
    assert left_in(home) == {PLACE_NAME, "profile.lock"}
    assert left_in(elsewhere) == {path.split("/")[0] for path in FILES}
    assert (elsewhere.stat().st_mode & 0o777, (elsewhere / "vault.db").stat().st_nlink) == (0o700, 1)
    again = elsewhere.with_name("third")
    all_moved(home, again)
    assert is_whole(again) and settled(home) == again and not elsewhere.exists()
    all_moved(home, home)
    assert is_whole(home) and settled(home) == home and not again.exists()
    assert PLACE_NAME not in left_in(home)


def test_models_can_stay_and_are_linked_to_and_found_again_on_the_way_back(
    tmp_path: Path, elsewhere: Path
) -> None:
    home = make(tmp_path / "home")
    plan = planned(home, elsewhere, leave_models=True)
    assert plan.models_bytes == 5008 and plan.size_bytes < planned(home, elsewhere).size_bytes
    all_moved(home, elsewhere, leave_models=True)
    assert is_whole(elsewhere)  # through the links
    for path in ("models/small.gguf", "models/big.parts/big-00001-of-00002.gguf"):
        assert os.readlink(elsewhere / path) == str(home / path)
    assert left_in(home) == {PLACE_NAME, "profile.lock", "models"}
    all_moved(home, home)
    assert is_whole(home) and not elsewhere.exists()
    assert not (home / "models/small.gguf").is_symlink()


def test_links_lead_where_they_led(tmp_path: Path) -> None:
    home, model = make(tmp_path / "home"), tmp_path / "model.gguf"
    model.write_bytes(b"model")
    (home / "models" / "beside.gguf").symlink_to("../../model.gguf")
    (home / "models" / "whole.gguf").symlink_to(home / "models" / "small.gguf")
    (tmp_path / "deeper" / "down").mkdir(parents=True)
    elsewhere = tmp_path / "deeper" / "down" / "elsewhere"
    all_moved(home, elsewhere)
    assert is_whole(elsewhere)  # a link to a neighbour still names the neighbour
    assert (elsewhere / "models" / "beside.gguf").samefile(model)
    assert os.readlink(elsewhere / "models" / "whole.gguf") == str(elsewhere / "models" / "small.gguf")


def test_a_stopped_move_leaves_all_as_it_was(tmp_path: Path, elsewhere: Path) -> None:
    home = make(tmp_path / "home")
    steps = move(home, elsewhere)
    for _ in range(5):
        next(steps)
    assert read_place(home) is not None
    with pytest.raises(VaultBusyError):  # nobody opens it meanwhile
        ProfileLock(settled(home)).take()
    steps.close()
    assert is_whole(home) and settled(home) == home and not elsewhere.exists()
    assert PLACE_NAME not in left_in(home)


def test_where_a_profile_is_not_moved_to(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    assert refusal(home, home) == "move_same"
    assert refusal(home, home / "models" / "deeper") == "move_inside"
    assert refusal(home, tmp_path) == "move_not_empty"
    (tmp_path / "file").write_text("x", encoding="ascii")
    assert refusal(home, tmp_path / "file") == "move_not_empty"
    assert refusal(home, tmp_path / "typo" / "hearth") == "move_no_parent"
    assert refusal(tmp_path / "nothing", tmp_path / "new") == "profile_missing"
    (home / "vault.db").touch()
    os.truncate(home / "vault.db", 1 << 43)  # a hole of 8 TB
    if (shared := Path("/dev/shm")).is_dir() and shared.stat().st_dev != home.stat().st_dev:
        assert refusal(home, shared / "hearth-test-never-made") == "move_no_room"


def test_a_disk_that_is_missing_makes_no_new_profile(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    all_moved(home, tmp_path / "disk")
    (tmp_path / "disk").rename(tmp_path / "unplugged")
    with pytest.raises(VaultError) as missing:
        settled(home)
    assert missing.value.code == "place_missing"
    (tmp_path / "unplugged").rename(tmp_path / "disk")
    assert settled(home) == tmp_path / "disk"
    # Whether there is a copy of it is said by whoever opens the profile.
    (tmp_path / "disk" / "keys.json").unlink()
    assert settled(home) == tmp_path / "disk"


def test_what_was_left_is_not_cleared_away_while_the_new_disk_is_missing(tmp_path: Path) -> None:
    home = make(tmp_path / "home")
    all_moved(home, tmp_path / "disk")
    shutil.copytree(tmp_path / "disk", home, symlinks=True, dirs_exist_ok=True)
    left = Listed(home, ("keys.json", "vault.db"))
    (home / PLACE_NAME).write_bytes(as_bytes(Place(tmp_path / "disk", leaving=left)))
    (tmp_path / "disk").rename(tmp_path / "unplugged")
    with pytest.raises(VaultError):
        settled(home)
    assert is_whole(home)
    (tmp_path / "unplugged").rename(tmp_path / "disk")
    assert settled(home) == tmp_path / "disk" and not (home / "vault.db").exists()


def test_a_former_place_that_became_read_only_keeps_nobody_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = make(tmp_path / "home")
    all_moved(home, tmp_path / "disk")
    left = Listed(home, ("keys.json",))
    (home / PLACE_NAME).write_bytes(as_bytes(Place(tmp_path / "disk", leaving=left)))

    def take(_lock: ProfileLock) -> None:
        raise VaultError("profile_read_only", name="profile.lock")

    monkeypatch.setattr(ProfileLock, "take", take)
    assert settled(home) == tmp_path / "disk"
    monkeypatch.undo()
    assert settled(home) == tmp_path / "disk" and read_place(home) == Place(tmp_path / "disk")


@pytest.mark.parametrize("fails_on", [False, True])
def test_a_disk_that_fails_as_the_new_place_is_named_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_on: bool
) -> None:
    """The rename is done and can't be made durable; afterwards the disk works again, or it doesn't."""
    home, elsewhere, real = make(tmp_path / "home"), tmp_path / "elsewhere", private_file.sync_folder
    failed: list[Path] = []

    def sync_folder(folder: Path) -> None:
        if folder == home and (failed or ((place := read_place(home)) and place.leaving)):
            failed.append(folder)
            if fails_on or len(failed) == 1:
                raise OSError(errno.EIO, "")
        real(folder)

    monkeypatch.setattr(private_file, "sync_folder", sync_folder)
    with pytest.raises(VaultError):
        all_moved(home, elsewhere)
    monkeypatch.undo()
    assert is_whole(home) and (is_whole(elsewhere) if fails_on else not elsewhere.exists())
    assert is_whole(settled(home)) and settled(home) == home and not elsewhere.exists()


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"profile": "relative"}', b"[]", b'{"profile": "", "leaving": 3}']
)
def test_a_pointer_that_is_damaged_is_said_and_nothing_is_touched(tmp_path: Path, content: bytes) -> None:
    home = make(tmp_path / "home")
    (home / PLACE_NAME).write_bytes(content)
    with pytest.raises(VaultError) as damaged:
        settled(home)
    assert damaged.value.code == "place_damaged"
    assert lies_in(home) == home and is_whole(home)


def test_pointers_in_a_circle_end(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / name).mkdir()
        (tmp_path / name / PLACE_NAME).write_text(f'{{"profile": "{tmp_path / other}"}}', encoding="ascii")
    with pytest.raises(VaultError):
        settled(tmp_path / "a")
    assert lies_in(tmp_path / "a")


def killed_at(touch: int, act: Callable[[], object]) -> bool:
    """Run `act` in a process that is killed at its nth touch of a file. False when it was done before."""
    child = os.fork()
    if child == 0:
        touches = itertools.count(1)

        def look(event: str, _arguments: object) -> None:
            if event in TOUCHES and next(touches) == touch:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(look)
        try:
            act()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


TOUCHES = {
    "open",
    "os.link",
    "os.symlink",
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.rmdir",
    "os.utime",
    "os.chmod",
}


@pytest.mark.parametrize("way", ["same disk", "models stay", "another disk"])
def test_killed_at_every_touch_one_place_is_whole(tmp_path: Path, way: str) -> None:
    """The next start is killed as well; the one after it finds all in one place, nothing in the other."""
    memory = Path("/dev/shm")  # where no disk has to be waited for
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        home, pattern = Path(folder, "home"), make(Path(folder, "pattern"))
        elsewhere = (tmp_path if way == "another disk" else Path(folder)) / "elsewhere"
        leave_models, touch, ended = way == "models stay", 0, set()
        while True:
            touch += 1 if way == "same disk" else 3
            shutil.copytree(pattern, home, symlinks=True)
            was_killed = killed_at(touch, lambda: all_moved(home, elsewhere, leave_models=leave_models))
            killed_at(touch % 9 + 1, lambda: settled(home))
            found = settled(home)
            assert is_whole(found), f"touch {touch}"
            ended.add(found == home)
            left = {"profile.lock", PLACE_NAME} | ({"models"} if leave_models else set())
            assert left_in(elsewhere if found == home else home) <= left, f"touch {touch}"
            assert "moving-here" not in left_in(found)
            shutil.rmtree(home, ignore_errors=True)
            shutil.rmtree(elsewhere, ignore_errors=True)
            if not was_killed:
                break
    assert touch > 40 and ended == {True, False}


MOUNTS = """22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
40 22 0:52 / /home/ada/net rw,relatime shared:1 - nfs4 server:/share rw
41 22 0:53 / /media/my\\040stick rw - vfat /dev/sdb1 rw
42 22 0:54 / /mnt/box rw - fuse.sshfs ada@box:/ rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ada/net/a", "nfs4"),
        ("/home/ada/network", ""),
        ("/media/my stick/x", ""),
        ("/mnt/box", "fuse.sshfs"),
    ],
)
def test_folders_of_other_computers_are_known(folder: str, kind: str) -> None:
    assert network_kind(Path(folder), MOUNTS) == kind
