"""One process per profile."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.errors import VaultBusyError, VaultError
from app.vault.lock_file import NAME, ProfileLock

ROOT = Path(__file__).parents[2]
HOLDS = """
import sys
from pathlib import Path
from app.vault.lock_file import ProfileLock
lock = ProfileLock(Path(sys.argv[1]))
lock.take()
print("held", flush=True)
sys.stdin.readline()
"""


def test_another_process_is_refused_until_the_holder_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        lock = ProfileLock(tmp_path)
        with pytest.raises(VaultBusyError) as caught:
            lock.take()
        assert (caught.value.code, caught.value.parameters["pid"]) == ("profile_in_use", holder.pid)
        holder.kill()
    lock.take()
    assert lock.holder() == os.getpid()
    lock.take()
    lock.free()
    lock.free()


def test_rubbish_in_the_file_is_no_process(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"\xff" * 5000)
    first, second = ProfileLock(tmp_path), ProfileLock(tmp_path)
    assert first.holder() == 0
    first.take()
    with pytest.raises(VaultBusyError):
        second.take()
    first.free()


def test_a_folder_in_its_place_is_foreseen(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(VaultError):
        ProfileLock(tmp_path).take()
