"""Hardening of a process and its end with its parent, in real processes."""

import contextlib
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.roles import ROLES
from tests.sandbox.child import REPOSITORY, results

if sys.platform != "linux":
    pytest.skip("looks at the process through Linux' own interfaces", allow_module_level=True)


PATIENCE_S = 60.0


@contextlib.contextmanager
def _started(code: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A Python process that is killed at the end if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            process.kill()


def test_files_are_private_and_no_dump_is_left(tmp_path: Path) -> None:
    made = tmp_path / "made"
    code = (
        "import ctypes, resource, sys; from app import sandbox; sandbox.harden_process()\n"
        "open(sys.argv[1], 'w').close()\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), *resource.getrlimit(resource.RLIMIT_CORE))"
    )
    with _started(code, str(made)) as process:
        answer, _ = process.communicate(timeout=PATIENCE_S)
    assert answer.split() == ["0", "0", "0"]
    assert made.stat().st_mode & 0o777 == 0o600


def test_a_worker_ends_with_its_parent_though_its_pipe_stays_open() -> None:
    code = (
        "import os, sys, time; from app import sandbox\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    sandbox.die_with_parent(); print(os.getpid(), flush=True)\n"
        "    [time.sleep(1) for _ in range(60)]\n"
        "    os._exit(0)\n"
        "sys.stdin.read(); os._exit(0)"
    )
    with _started(code) as parent:
        assert parent.stdout is not None and parent.stdin is not None
        assert select.select([parent.stdout], [], [], PATIENCE_S)[0], "the worker didn't start"
        watch = os.pidfd_open(int(parent.stdout.readline()))
        try:
            parent.stdin.close()
            parent.wait(PATIENCE_S)
            assert select.select([watch], [], [], PATIENCE_S / 3)[0], "the worker outlived its parent"
        finally:
            os.close(watch)


def test_a_worker_stays_when_only_the_thread_that_started_it_ends() -> None:
    """The kernel's parent is a thread; a worker started from a pool's thread must not go with it."""
    code = (
        "import os, sys, threading; from app import sandbox\n"  # reads end when the worker does
        "ours, theirs = os.pipe(); back, answer = os.pipe()\n"
        "def start():\n"
        "    if os.fork() == 0:\n"
        "        sandbox.die_with_parent(); os.write(answer, b'1')\n"
        "        os.read(ours, 1); os.write(answer, b'2'); os._exit(0)\n"
        "    os.close(answer); os.read(back, 1)\n"
        "thread = threading.Thread(target=start); thread.start(); thread.join()\n"
        "task = f'/proc/self/task/{thread.native_id}'\n"
        "rounds = 0\n"
        "while os.path.exists(task) and rounds < 10**6: rounds += 1\n"
        "os.write(theirs, b'x')\n"
        "print(os.read(back, 1).decode())"
    )
    with _started(code) as process:
        answer, _ = process.communicate(timeout=PATIENCE_S)
    assert answer.strip() == "2"


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_role_begins_hardened_and_cut_off(role: str) -> None:
    refused, given = "refused", "given"
    internet = given if role == "gateway" else refused
    local = given if role in ("window", "command") else refused
    assert results("tests.sandbox.entered", role) == {
        "seal": "kernel",
        "native": internet,
        "internet": given if role == "gateway" else "refused twice",  # by Python, too
        "local": local,
        "files": refused if role == "gateway" else given,
        "dumpable": 0,
        "umask": 0o077,
        "ends_with_parent": role not in ("window", "command"),
    }
