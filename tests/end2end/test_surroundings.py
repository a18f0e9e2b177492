"""Bad surroundings: read-only and full disks, a missing or long home, damaged key files. A sentence each."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command_here import run_here
from tests.end2end.program import (
    COPY_MODEL,
    PATIENCE_S,
    RANDOM_MODEL,
    Home,
    Outcome,
    make_profile,
    put_on_shelf,
)
from tests.end2end.screen import Screen
from tests.end2end.test_kill import Talk
from tests.end2end.window import QUESTION, Window

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file systems")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 4 MiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "hearth-test", str(place)]
    if subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a small file system isn't allowed here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def _one_sentence(done: Outcome) -> str:
    """The one sentence that a command told on standard error before it ended, with nothing on standard output."""
    assert (done.code, done.out) == (1, ""), done.err
    assert len(done.err.strip().splitlines()) == 1, done.err
    assert "Traceback" not in done.err
    return done.err


def test_a_read_only_disk_is_told(small_disk: Path) -> None:
    home = Home(small_disk)
    home.environment()
    home.passphrase_file.touch()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert "read-only" in _one_sentence(home.run("export"))


def test_without_home_it_asks_for_a_profile(home: Home) -> None:
    bare = Home(home.folder, {"HOME": ""})
    done = bare.run("export", "--passphrase-file", str(home.passphrase_file), profile=False)
    assert "--profile" in _one_sentence(done)


def test_without_home_the_doctor_still_tells_the_rest(home: Home) -> None:
    done = Home(home.folder, {"HOME": ""}).run("doctor", profile=False)
    assert done.code == 1  # no profile can be opened
    assert "Sealed" in done.out
    assert "--profile" in done.out
    assert done.err == ""


@pytest.mark.parametrize("name", ["Frau Groß's «Häuschen» in the hills", "h" * 240])
def test_a_home_with_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    home = Home(folder)
    make_profile(home)
    assert home.run("models", "add", "--copy", str(RANDOM_MODEL)).code == 0
    done = home.run("ask", "--max-tokens", "5", "hello")
    assert done.code == 0, done.err


def test_a_damaged_key_file_is_told_and_left(home: Home) -> None:
    make_profile(home)
    before = (home.profile / "vault.db").read_bytes()
    for content in (b"", bytes(100), b"[]", b'{"version": "x"}', b"{" * 100_000):
        _write_keys(home, content)
        assert "keys.json" in _one_sentence(run_here(home, "export"))
        assert (home.profile / "keys.json").read_bytes() == content
        assert (home.profile / "vault.db").read_bytes() == before
    assert "keys.json" in _one_sentence(home.run("export"))


def test_a_damaged_key_file_is_told_in_the_window_and_left(home: Home, screen: Screen) -> None:
    make_profile(home)
    before = (home.profile / "vault.db").read_bytes()
    _write_keys(home, b"gone")
    with Window(home, screen) as window:
        window.wait_words("Hearth can't open your conversations")
        assert "keys.json" in window.words()
        window.quit()
    assert (home.profile / "keys.json").read_bytes() == b"gone"
    assert (home.profile / "vault.db").read_bytes() == before


def _write_keys(home: Home, content: bytes) -> None:
    for name in ("keys.json", "keys.json.bak"):
        (home.profile / name).write_bytes(content)


def test_a_full_disk_while_chatting_loses_nothing_saved(small_disk: Path) -> None:
    home = Home(small_disk)
    make_profile(home)
    put_on_shelf(home, COPY_MODEL)
    talk = Talk(home)
    filler = small_disk / "filler"
    try:
        talk.say(QUESTION.format("first"))
        assert talk.hear() is not None
        with filler.open("wb", 0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                pass
        for number in range(3):
            talk.say(QUESTION.format("long " * 4000 + str(number)))
        talk.say("/quit")
        talk.process.wait(PATIENCE_S)
        assert talk.process.stderr is not None
        told = talk.process.stderr.read().decode()
    finally:
        talk.end()
    assert "disk is full" in told
    assert "Traceback" not in told
    os.unlink(filler)
    done = home.run("export", "--format", "json")
    assert done.code == 0, done.err
    texts = [row["text"] for each in json.loads(done.out)["conversations"] for row in each["messages"]]
    assert QUESTION.format("first") in texts
    assert talk.answers[0]["answer"] in texts
