"""What this computer has, as the system tells it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import computer

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc and control groups")


def test_there_is_a_processor_with_cores() -> None:
    found = computer.processor()
    assert found.name
    assert 1 <= found.cores <= found.threads <= (os.cpu_count() or 1)
    assert found.cores == computer.physical_cores()


def test_there_is_memory() -> None:
    found = computer.memory()
    assert found is not None
    assert 0 < found.available <= found.total


def test_memory_is_read_at_some_speed() -> None:
    assert 1e9 < computer.memory_bandwidth() < 5e12


@linux_only
def test_a_core_s_two_threads_count_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computer, "allowed_processors", lambda: {0, 1, 2, 3})
    monkeypatch.setattr(computer, "_core_of", lambda cpu: str(cpu // 2))
    assert computer.physical_cores() == 2


@linux_only
def test_the_limit_of_a_control_group_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computer, "_group", lambda: tmp_path)
    whole = computer.memory()
    assert whole is not None
    (tmp_path / "memory.max").write_text("max\n")
    (tmp_path / "memory.current").write_text("700000000\n")
    unlimited = computer.memory()
    assert unlimited is not None
    assert unlimited.total == whole.total
    (tmp_path / "memory.max").write_text("1000000000\n")
    (tmp_path / "memory.stat").write_text("anon 5\ninactive_file 100000000\n")
    assert computer.memory() == computer.Memory(1_000_000_000, 400_000_000)


@linux_only
def test_the_limit_of_addresses_counts() -> None:
    code = (
        "import resource; from app import computer\n"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (used + 300_000_000,) * 2)\n"
        "print(computer.memory().available)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 200_000_000 < int(done.stdout) <= 300_000_000
