"""What a killed window leaves behind is waited for, and ended when it stays."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process adopt orphans")

# A child starts a grandchild that sleeps, and leaves; a sibling that is spared sleeps as well.
SCENE = """
import subprocess, sys
from app.sandbox.orphans import adopt_orphans, wait_for_children
seconds, patience_s, adopt = sys.argv[1], float(sys.argv[2]), sys.argv[3] == "adopt"
if adopt:
    adopt_orphans()
spared = subprocess.Popen(["sleep", "60"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
parent = subprocess.run(["sh", "-c", f"sleep {seconds} >/dev/null 2>&1 & echo $!"], stdout=subprocess.PIPE)
orphan = int(parent.stdout)
wait_for_children([spared.pid], patience_s)
print(orphan, spared.poll() is None)
spared.kill()
spared.wait()
"""


def _left(seconds: str, patience_s: str, adopt: str = "adopt") -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", SCENE, seconds, patience_s, adopt],
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    orphan, spared = done.stdout.split()
    return int(orphan), spared


def _is_there(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def test_an_orphan_is_waited_for() -> None:
    begun = time.monotonic()
    orphan, spared = _left("0.5", "50")
    assert not _is_there(orphan)
    assert spared == "True"
    assert time.monotonic() - begun > 0.5


def test_an_orphan_that_stays_is_ended() -> None:
    orphan, spared = _left("60", "0.1")
    assert not _is_there(orphan)
    assert spared == "True"


def test_without_adoption_the_orphan_stays() -> None:
    orphan, _ = _left("60", "0.1", "leave")
    assert _is_there(orphan)  # what the others show isn't so by itself
    os.kill(orphan, 9)
