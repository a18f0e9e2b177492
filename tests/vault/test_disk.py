"""Full disks, read-only folders, another person's account."""

import errno
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.conversation import Message, MessageState, Role
from app.domain.errors import VaultError
from app.vault.argon2_cost import FLOOR
from app.vault.conversation_store import new_id
from app.vault.profile import Profile
from app.vault.vault import Vault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
SIZE_BYTES = 3 << 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE_BYTES}", "hearth-test", str(place)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("mounting a small file system isn't allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def _write_until_refused(vault: Vault) -> tuple[list[Message], VaultError]:
    made = vault.conversations.create("fills the disk")
    saved: list[Message] = []
    for number in range(2000):
        row = Message(
            new_id(), made.id, None, Role.USER, f"{number} words " * 600, MessageState.COMPLETE, number
        )
        try:
            vault.conversations.add_message(row)
        except VaultError as error:
            return saved, error
        saved.append(row)
    raise AssertionError("nothing was refused")


def test_what_was_saved_stays_when_the_disk_is_full(small_disk: Path) -> None:
    profile = Profile(small_disk / "profile")
    other = small_disk / "other"
    other.write_bytes(bytes(256 << 10))  # what is deleted in the end, to have room again
    with closing(profile.create("passphrase", cost=FLOOR)) as vault:
        saved, error = _write_until_refused(vault)
        assert error.code == "disk_full"
        assert len(saved) > 10
        with pytest.raises(VaultError) as caught:
            for number in range(10_000):  # smaller pieces until not even they fit
                vault.settings.set(f"setting{number}", "x" * 3000)
        assert caught.value.code == "disk_full"
        keys = (profile.folder / "keys.json").read_bytes()
        _fill_up(small_disk)
        with pytest.raises(VaultError) as caught:
            vault.change_passphrase("passphrase", "new", cost=FLOOR)
        assert caught.value.code == "disk_full"
        assert (profile.folder / "keys.json").read_bytes() == keys
        assert vault.conversations.messages(saved[0].conversation_id) == saved
    (small_disk / "filler").unlink()
    other.unlink()
    with closing(profile.unlock("passphrase")) as vault:
        assert vault.conversations.messages(saved[0].conversation_id) == saved
        assert vault.database.damaged_pages() == 0
        vault.settings.set("room", "again")


def test_a_profile_that_does_not_fit_is_no_half_profile(small_disk: Path) -> None:
    profile = Profile(small_disk / "profile")
    _fill_up(small_disk)
    with pytest.raises(VaultError) as caught:
        profile.create("passphrase", cost=FLOOR)
    assert caught.value.code == "disk_full"
    assert not profile.exists()
    (small_disk / "filler").unlink()
    profile.create("passphrase", cost=FLOOR).close()
    profile.unlock("passphrase").close()


def _fill_up(place: Path) -> None:
    with (place / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError as error:
            assert error.errno == errno.ENOSPC


def test_a_file_size_limit_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    """RLIMIT_FSIZE refuses writes in the middle; also where no file system can be mounted."""
    profile = Profile(tmp_path / "profile")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    former = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with closing(profile.create("passphrase", cost=FLOOR)) as vault:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, hard))
        try:
            saved, error = _write_until_refused(vault)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, former)
        assert error.code in ("disk_full", "storage_failed")
    with closing(profile.unlock("passphrase")) as vault:
        found = vault.conversations.messages(vault.conversations.list()[0].id)
        assert found == saved
        assert vault.database.damaged_pages() == 0


AS_NOBODY = """
import os, sys
from pathlib import Path  # before, for the other account may not read where Python lies
os.setgroups([]); os.setgid(65534); os.setuid(65534)
folder = Path(sys.argv[1])
for entry in [folder, *(folder / name for name in sys.argv[2:])]:
    for flags in (os.O_RDONLY, os.O_RDWR):
        try:
            os.close(os.open(entry, flags))
        except OSError as error:
            print(type(error).__name__)
        else:
            print("opened", entry)
try:
    os.listdir(folder)
except OSError as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to become another")
def test_another_account_gets_nowhere(tmp_path: Path) -> None:
    for folder in (tmp_path, *list(tmp_path.parents)[:2]):  # pytest's own folders are closed as well
        folder.chmod(0o755)
    profile = Profile(tmp_path / "profile")
    with closing(profile.create("passphrase", cost=FLOOR)):
        names = sorted(entry.name for entry in profile.folder.iterdir())
        done = subprocess.run(
            [sys.executable, "-S", "-c", AS_NOBODY, str(profile.folder), *names],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
        )
    answers = done.stdout.split("\n")[:-1]
    assert len(answers) == 2 * (len(names) + 1) + 1, done.stderr
    assert set(answers) <= {"PermissionError", "IsADirectoryError"}
    assert answers.count("IsADirectoryError") <= 1


READS_ONLY = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from app.domain.errors import VaultError
from app.vault.argon2_cost import FLOOR
from app.vault.profile import Profile
for call in (lambda p: p.unlock("passphrase"), lambda p: p.create("passphrase", cost=FLOOR)):
    try:
        call(Profile(Path(sys.argv[1])))
    except VaultError as error:
        print(error.code)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to mount")
def test_a_read_only_disk_is_told(small_disk: Path) -> None:
    profile = Profile(small_disk / "profile")
    profile.create("passphrase", cost=FLOOR).close()
    if subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=False).returncode:
        pytest.skip("remounting isn't allowed here")
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", READS_ONLY, str(profile.folder), root],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["profile_read_only", "profile_read_only"], done.stderr
