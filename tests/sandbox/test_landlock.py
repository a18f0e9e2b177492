"""Restricted files, in real child processes with real files."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sandbox.child import REPOSITORY, results, run_child

if sys.platform != "linux":
    pytest.skip("Landlock is part of Linux", allow_module_level=True)

from app.sandbox import landlock, readable_paths

pytestmark = pytest.mark.skipif(landlock.abi_version() == 0, reason="this kernel has no Landlock")


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("files")
    home = folder / "outside"
    for name in ("allowed", "outside", "writable"):
        (folder / name).mkdir()
    (folder / "allowed" / "model.gguf").write_bytes(b"weights")
    (folder / "outside" / "note.txt").write_text("private")
    (folder / "outside" / "diary.txt").write_text("private")
    (folder / "single.txt").write_text("one file")
    (folder / "writable" / "old.txt").write_text("old")
    (folder / "allowed" / "link.txt").symlink_to(folder / "outside" / "note.txt")
    found = results("tests.sandbox.file_attempts", str(folder), home=home)
    assert (folder / "allowed" / "model.gguf").read_bytes() == b"weights"
    return found


@pytest.mark.parametrize(
    "attempt",
    [
        "read_allowed", "list_allowed", "read_single_file", "make_in_writable", "make_folder_in_writable",
        "earlier_descriptor", "own_status",
    ],
)  # fmt: skip
def test_what_was_given_still_works(answers: dict[str, str], attempt: str) -> None:
    assert answers[attempt] == "done"


@pytest.mark.parametrize(
    "attempt",
    [
        "read_outside", "list_outside", "list_home", "read_home", "read_by_link", "read_by_dots",
        "read_by_descriptor", "read_by_root", "write_allowed", "make_in_allowed", "remove_allowed",
        "run_program", "child_reads_outside", "other_status",
    ],
)  # fmt: skip
def test_all_else_is_refused(answers: dict[str, str], attempt: str) -> None:
    assert answers[attempt] == "EACCES"


@pytest.mark.parametrize(
    ("attempt", "since_abi", "error"),
    [
        ("rename_out", 2, {"EXDEV", "EACCES"}),
        ("truncate_allowed", 3, {"EACCES"}),
        ("tcp_connect", 4, {"EACCES"}),
        ("tcp_bind", 4, {"EACCES"}),
        ("abstract_of_parent", 6, {"EPERM"}),
        ("signal_parent", 6, {"EPERM"}),
    ],
)
def test_newer_kernels_refuse_more(
    answers: dict[str, str], attempt: str, since_abi: int, error: set[str]
) -> None:
    if landlock.abi_version() < since_abi:
        pytest.skip(f"needs Landlock ABI {since_abi}")
    assert answers[attempt] in error


def test_threads_that_would_stay_unrestricted_are_an_error() -> None:
    code = (
        "import threading; from pathlib import Path; from app.sandbox import landlock\n"
        "stop = threading.Event(); threading.Thread(target=stop.wait).start()\n"
        "try: print(landlock.restrict_files([Path('/')]))\n"
        "except RuntimeError: print('refused')\n"
        "stop.set()"
    )
    done = _python(code)
    assert done == ("refused" if landlock.abi_version() < 8 else str(landlock.abi_version()))


def _python(code: str, *arguments: str, home: Path | None = None) -> str:
    environment = dict(os.environ, PYTHONPATH=str(REPOSITORY), PYTHONDONTWRITEBYTECODE="1")
    if home is not None:
        environment["HOME"] = str(home)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_all_parts_of_a_split_model_are_readable_and_no_other_model(tmp_path: Path) -> None:
    for name in ("big-00001-of-00002.gguf", "big-00002-of-00002.gguf", "other.gguf"):
        (tmp_path / name).write_bytes(b"")
    paths = readable_paths.inference_readable_paths(tmp_path / "big-00001-of-00002.gguf", graphics=True)
    ours = {path.name for path in paths if path.is_relative_to(tmp_path)}
    assert ours == {"big-00001-of-00002.gguf", "big-00002-of-00002.gguf"}


def test_no_folder_that_holds_the_home_is_readable(tmp_path: Path) -> None:
    home = Path.home()
    for path in readable_paths.inference_readable_paths(tmp_path / "model.gguf", graphics=True):
        assert not home.is_relative_to(path.resolve()), path


def test_the_frozen_bundle_is_readable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert tmp_path in readable_paths.inference_readable_paths(tmp_path / "model.gguf", graphics=True)


def test_a_confined_process_loads_modules_and_the_real_engine(tmp_path: Path) -> None:
    """Late imports, compiled modules and llama.cpp with a real GGUF work; the rest of the disk doesn't."""
    pytest.importorskip("llama_cpp")
    home = tmp_path / "home"
    home.mkdir()
    (home / "diary.txt").write_text("private")
    model = tmp_path / "models" / "tiny.gguf"
    model.parent.mkdir()
    model.with_name("other.gguf").write_bytes(b"GGUF")
    run_child("tests.sandbox.tiny_gguf", str(model))
    found = results("tests.sandbox.confined_engine", str(model), home=home)
    assert found["answer"] == 4  # tokens of the vocabulary that the engine read out of the file
    assert found["diary"] == found["listing"] == found["other_model"] == found["temporary"] == "EACCES"
    assert found["program"] == "EACCES"
