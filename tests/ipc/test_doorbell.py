"""The bell of a profile: heard by its owner, by nobody else, and never in the way."""

import os
import queue
import socket
import stat
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ipc import doorbell
from app.ipc.doorbell import OPEN, SHOW, Doorbell, address, ring

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="UNIX sockets")


@pytest.fixture
def environ() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory(prefix="bell-") as folder:  # a socket's name must be short
        yield {"XDG_RUNTIME_DIR": folder}


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody hangs up on a busy computer; for tests in which nobody is waited for in vain."""
    monkeypatch.setattr(doorbell, "PATIENCE_S", 30.0)


@pytest.fixture
def heard() -> "queue.Queue[tuple[str, str, str]]":
    return queue.Queue()


@pytest.fixture
def bell(environ: dict[str, str], heard: "queue.Queue[tuple[str, str, str]]") -> Iterator[str]:
    place = address(Path("/profile"), environ)
    hung = Doorbell(place, lambda *told: heard.put(told))
    assert hung.hang()
    yield place
    hung.take_down()
    assert not os.path.exists(place)
    assert not _listening()


def _listening() -> bool:
    return any(thread.name == "doorbell" for thread in threading.enumerate())


@pytest.mark.usefixtures("patient")
def test_a_ring_is_heard_with_its_token(bell: str, heard: "queue.Queue[tuple[str, str, str]]") -> None:
    assert ring(bell, SHOW, "token-1")
    assert heard.get(timeout=60) == (SHOW, "token-1", "")
    assert stat.S_IMODE(os.stat(bell).st_mode) == 0o600


@pytest.mark.usefixtures("patient")
def test_a_file_is_passed_on_whatever_its_name(bell: str, heard: "queue.Queue[tuple[str, str, str]]") -> None:
    for file in ("/home/ada/My models/größer 100%.gguf", "/m/\udcff\n.gguf", "/" + "€" * 1300 + ".gguf"):
        assert ring(bell, OPEN, "", file)
        assert heard.get(timeout=60) == (OPEN, "", file)


@pytest.mark.usefixtures("patient")
def test_no_token_keeps_a_file_from_being_passed_on(
    bell: str, heard: "queue.Queue[tuple[str, str, str]]"
) -> None:
    for token, passed in (("two words", "two words"), ("ü", "ü"), ("t" * 20_000, "")):
        assert ring(bell, OPEN, token, "/m/a.gguf")
        assert heard.get(timeout=60) == (OPEN, passed, "/m/a.gguf")


def test_what_is_no_wish_is_not_passed_on(bell: str, heard: "queue.Queue[tuple[str, str, str]]") -> None:
    assert not ring(bell, "rm -rf", "x")
    with socket.socket(socket.AF_UNIX) as stranger:  # speaks no frames at all, and hangs up
        stranger.connect(bell)
        stranger.send(b"\xff" * 4096)
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect(bell)
        assert ring(bell, SHOW) or ring(bell, SHOW)  # after the silent one has had its time
    assert heard.get(timeout=60) == (SHOW, "", "")


@pytest.mark.usefixtures("patient")
def test_half_a_ring_doesnt_hold_the_bell(bell: str, heard: "queue.Queue[tuple[str, str, str]]") -> None:
    with socket.socket(socket.AF_UNIX) as halting:
        halting.connect(bell)
        halting.send((100).to_bytes(4, "big") + b"show")
        assert ring(bell, SHOW)
    assert heard.get(timeout=60) == (SHOW, "", "")


def test_nobody_at_home(environ: dict[str, str]) -> None:
    place = address(Path("/profile"), environ)
    assert not ring(place, SHOW)
    assert not ring("", SHOW)
    assert not Doorbell("", lambda *_: None).hang()


@pytest.mark.usefixtures("patient")
def test_a_bell_left_by_a_killed_program_is_replaced(environ: dict[str, str]) -> None:
    place = address(Path("/profile"), environ)
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(place)
    assert not ring(place, SHOW)
    hung = Doorbell(place, lambda *_: None)
    assert hung.hang()
    assert ring(place, SHOW)
    hung.take_down()


def test_profiles_have_bells_of_their_own_in_a_folder_of_ones_own(environ: dict[str, str]) -> None:
    assert address(Path("/one"), environ) != address(Path("/two"), environ)
    assert address(Path("/one"), {}) == ""
    shared = Path(environ["XDG_RUNTIME_DIR"])
    shared.chmod(0o755)
    assert address(Path("/one"), environ) == ""
    assert address(Path("/one"), {"XDG_RUNTIME_DIR": "x" * 200}) == ""


def test_a_bell_ends_its_thread_while_a_caller_says_nothing(environ: dict[str, str]) -> None:
    place = address(Path("/profile"), environ)
    hung = Doorbell(place, lambda *_: None)
    assert hung.hang()
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect(place)
        hung.take_down()
    assert not _listening()
    assert not os.path.exists(place)
    hung.take_down()  # once more does nothing
