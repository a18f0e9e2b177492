"""Compiling, and keeping this computer out of what is given away."""

import marshal
import re
import shutil
import sys
from pathlib import Path

import pytest

from bundling import compiling, desktop, freezing, libraries, neutral, windows

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


def test_where_packages_were_made_is_written_over(tmp_path: Path) -> None:
    library, project = tmp_path / "library.so", Path("/home/somebody/projects/hearth")
    library.write_bytes(
        b"\0src/lib.rs/root/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/regex-1.2/src/a.rs"
        b"/home/runner/work/x/x/src/b.rs/home/runner/_work/y/y/c.rs\0/__w/z/z/d.cpp\0"
    )
    assert neutral.findings(tmp_path, project) == ["place: library.so", "server: library.so"]
    size = library.stat().st_size
    assert neutral.neutralise(tmp_path, project) == 1 and library.stat().st_size == size
    assert neutral.findings(tmp_path, project) == []
    left = re.sub(b"//+", b"//", library.read_bytes())
    assert left == b"\0src/lib.rs//regex-1.2/src/a.rs//src/b.rs//c.rs\0//d.cpp\0"


def test_servers_and_secrets_are_found(tmp_path: Path) -> None:
    (tmp_path / "pip.conf").write_text("extra-index-url = x", "utf-8")
    (tmp_path / "key.pem").write_text("-----BEGIN PRIVATE KEY-----\n" + "A" * 64, "utf-8")
    told = neutral.findings(tmp_path, Path("/home/somebody/projects/hearth"))
    assert told == ["secret: key.pem", "server: pip.conf"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need developer mode there")
def test_what_is_laid_into_an_app_is_found_where_its_program_looks(tmp_path: Path) -> None:
    """Nothing but code lies in Frameworks: signing refuses the rest, and folders with a dot in their names."""
    app = tmp_path / "Hearth.app"
    frameworks, contents = app / "Contents" / "Frameworks", freezing.contents_of(app)
    (frameworks / "python3__dot__11").mkdir(parents=True)
    (contents / "torch-2.0.dist-info").mkdir(parents=True)
    (contents / "torch-2.0.dist-info" / "METADATA").write_text("x", "utf-8")
    (contents / "python3.11").symlink_to("../Frameworks/python3__dot__11")
    freezing.link_in(app)
    freezing.link_in(app)
    assert (frameworks / "torch-2.0.dist-info" / "METADATA").read_text("utf-8") == "x"
    assert {path.name for path in frameworks.iterdir()} == {"python3__dot__11", "torch-2.0.dist-info"}
    assert [path.name for path in frameworks.iterdir() if not path.is_symlink()] == ["python3__dot__11"]


def test_an_icon_of_apple_s_kind_holds_every_picture() -> None:
    made = desktop.icns({16: b"small", 512: b"larger"})
    assert made[:4] == b"icns" and int.from_bytes(made[4:8], "big") == len(made) == 8 + 13 + 14
    assert made[8:] == b"icp4\0\0\0\rsmall" + b"ic09\0\0\0\x0elarger"


@pytest.mark.parametrize(
    ("folders", "kept"),
    [
        ("$ORIGIN:$ORIGIN/../x.libs", None),
        ("/opt/python/lib", ""),
        ("$ORIGIN/../lib:/home/somebody/build:///////3.11.7/lib", "$ORIGIN/../lib"),
    ],
)
def test_no_library_looks_for_others_in_folders_of_another_computer(folders: str, kept: str | None) -> None:
    line = f" 0x000000000000001d (RUNPATH)            Library runpath: [{folders}]"
    assert libraries.relative_only(f" 0x1 (NEEDED)  Shared library: [libc.so.6]\n{line}\n") == kept


@pytest.mark.skipif(sys.platform != "linux", reason="how Linux names libraries")
def test_only_a_card_s_back_end_may_ask_for_what_is_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "llama_cpp" / "lib"
    folder.mkdir(parents=True)
    for name in ("libggml-vulkan.so", "libggml-cuda.so", "libggml-cpu-x64.so"):
        shutil.copyfile("/usr/bin/env", folder / name)  # asks for the C library
    assert libraries.missing(tmp_path, frozenset()) == {
        name: ["llama_cpp/lib/libggml-cpu-x64.so"] for name in libraries.missing(folder, frozenset())
    }
    assert libraries.missing(tmp_path, frozenset()) != {}


def test_windows_finds_python_s_stable_library_and_the_runtime_of_c(tmp_path: Path) -> None:
    base, folder = tmp_path / "python", tmp_path / "bundle"
    (folder / "shiboken6").mkdir(parents=True)
    base.mkdir()
    (base / "python3.dll").write_bytes(b"stable")
    for name in ("msvcp140.dll", "vcruntime140_1.dll", "Shiboken.pyd"):
        (folder / "shiboken6" / name).write_bytes(b"x")
    windows.lay_in(folder, base)
    laid = {path.name for path in folder.iterdir() if path.is_file()}
    assert laid == {"python3.dll", "msvcp140.dll", "vcruntime140_1.dll"}
