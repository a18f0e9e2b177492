"""Compiling, and keeping this computer out of what is given away."""

import marshal
import shutil
import sys
from pathlib import Path

from bundling import compiling, neutral

MODULE = "def f():\n    return 1\n"


def _package(folder: Path) -> Path:
    for name in ("small/__init__.py", "small/deep/one.py", "torch/__init__.py", "small/template.py"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("this is { no Python" if "template" in name else MODULE, "utf-8")
    return folder


def test_modules_are_compiled_and_their_source_goes_unless_it_is_read(tmp_path: Path) -> None:
    compiling.compile_all(_package(tmp_path))
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    compiled = f"torch/__pycache__/__init__.{sys.implementation.cache_tag}.pyc"
    assert left == {
        "small/__init__.pyc", "small/deep/one.pyc", "small/template.py", "torch/__init__.py", compiled
    }  # fmt: skip


def test_compiled_files_are_the_same_each_time_and_name_no_place(tmp_path: Path) -> None:
    made = []
    for place in ("a", "somewhere/else"):
        folder = tmp_path / place
        compiling.compile_all(_package(folder))
        made.append((folder / "small/deep/one.pyc").read_bytes())
        shutil.rmtree(folder)
    assert made[0] == made[1]
    assert marshal.loads(made[0][16:]).co_filename == "small/deep/one.py"


def test_places_of_this_computer_are_found_and_written_over(tmp_path: Path) -> None:
    project = Path("/home/somebody/projects/hearth")
    library = tmp_path / "library.so"
    library.write_bytes(b"\0/home/somebody/projects/hearth/x.c\0/tmp/pip-req-build-a1b2/y.c\0rest")
    kept = tmp_path / "kept.txt"
    kept.write_text("<root>nothing</root>", "utf-8")
    assert neutral.findings(tmp_path, project) == ["place: library.so"]
    size = library.stat().st_size
    assert neutral.neutralise(tmp_path, project) == 1
    assert neutral.findings(tmp_path, project) == []
    assert library.stat().st_size == size
    assert b"hearth/x.c\0" in library.read_bytes()
    assert b"/y.c\0rest" in library.read_bytes()


def test_servers_and_secrets_are_found(tmp_path: Path) -> None:
    (tmp_path / "pip.conf").write_text("extra-index-url = x", "utf-8")
    (tmp_path / "key.pem").write_text("-----BEGIN PRIVATE KEY-----\n" + "A" * 64, "utf-8")
    told = neutral.findings(tmp_path, Path("/home/somebody/projects/hearth"))
    assert told == ["secret: key.pem", "server: pip.conf"]
