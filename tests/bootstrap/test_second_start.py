"""A second start has nothing to do and does nothing; a damaged environment is noticed."""

import json
import os
from pathlib import Path

import pytest

from set_up import stamp
from set_up.places import Places, here
from tests.bootstrap.checkout import copy_checkout, start

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the made-up environment is made of shell scripts")


def _made_up_environment(checkout: Path) -> Places:
    """An environment that notes in a file whenever its Python is started, stamped as finished."""
    places = here(checkout)
    places.programs.mkdir(parents=True)
    (places.packages / "PySide6").mkdir(parents=True)
    for program, words in ((places.python, "python"), (places.hearth, "hearth")):
        program.write_text(f'#!/bin/sh\necho {words} "$@" >> "{checkout}/started"\n')
        program.chmod(0o755)
    stamp.write(places, "none", with_tests=False)
    return places


def _started(checkout: Path) -> list[str]:
    file = checkout / "started"
    return file.read_text().splitlines() if file.exists() else []


def test_a_second_start_runs_hearth_and_nothing_else(tmp_path: Path) -> None:
    checkout = copy_checkout(tmp_path)
    _made_up_environment(checkout)
    done = start(checkout, "run", "ask", "--json", "two words")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert _started(checkout) == ["hearth ask --json two words"]
    assert not (checkout / ".hearth-setup").exists()  # not even the lock was taken


def test_a_second_start_loads_no_module_of_the_set_up_work(tmp_path: Path) -> None:
    checkout = copy_checkout(tmp_path)
    _made_up_environment(checkout)
    done = start(checkout, "run", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    ours = {name for name in loaded if name.startswith("set_up.")}
    assert ours == {"set_up.program", "set_up.stamp", "set_up.places", "set_up.trouble"}


def test_the_gpu_kind_that_is_there_stays_unless_another_is_asked_for(tmp_path: Path) -> None:
    places = _made_up_environment(copy_checkout(tmp_path))
    stamp.write(places, "vulkan", with_tests=True)
    noted = stamp.read(places)
    assert stamp.is_ready(places, noted, None, with_tests=False)
    assert stamp.is_ready(places, noted, "vulkan", with_tests=True)
    assert not stamp.is_ready(places, noted, "none", with_tests=False)


def test_what_is_missing_for_the_tests_is_noticed(tmp_path: Path) -> None:
    places = _made_up_environment(copy_checkout(tmp_path))
    assert not stamp.is_ready(places, stamp.read(places), None, with_tests=True)


@pytest.mark.parametrize(
    "damage", ["package", "python", "command", "lock", "half-written stamp", "stamp of another shape"]
)
def test_damage_is_noticed(tmp_path: Path, damage: str) -> None:
    places = _made_up_environment(copy_checkout(tmp_path))
    assert stamp.is_ready(places, stamp.read(places), None, with_tests=False)
    note = places.venv / "hearth-setup.json"
    match damage:
        case "package":
            (places.packages / "PySide6").rmdir()
        case "python":
            places.python.unlink()
            places.python.symlink_to(tmp_path / "a Python that was uninstalled")
        case "command":
            places.hearth.unlink()
        case "lock":
            with places.lock_file("run").open("a") as lock:
                lock.write("# another\n")
        case "half-written stamp":
            note.write_text(note.read_text()[:40])
        case _:
            note.write_text(json.dumps(["recipe"]))
    assert not stamp.is_ready(places, stamp.read(places), None, with_tests=False)
