"""What a bundle's room goes to, and in what two builds differ."""

import shutil
import sys
from pathlib import Path

import pytest

import bundle_facts


def made(folder: Path) -> Path:
    for name, size in (
        ("hearth", 10),
        ("_internal/torch/lib/libtorch.so", 500),
        ("_internal/app/cli/ask.pyc", 20),
        ("_internal/email/message.pyc", 30),
        ("_internal/somebody/else.pyc", 7),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x" * size)
    return folder


def test_every_file_is_counted_to_one_part(tmp_path: Path) -> None:
    assert bundle_facts.sizes_of(made(tmp_path)) == {
        "torch": 500,
        "Hearth's own modules": 30,
        bundle_facts.PYTHON: 30,
        bundle_facts.REST: 7,
    }


def test_the_same_files_do_not_differ_and_others_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = made(tmp_path / "one")
    other = tmp_path / "other"
    shutil.copytree(one, other)
    assert bundle_facts.main(["compare", str(one), str(other)]) == 0
    assert capsys.readouterr().out == "0 of 5 files differ\n"
    (other / "hearth").write_bytes(b"y" * 10)
    (other / "_internal" / "models").mkdir()
    (other / "_internal" / "models" / "small.gguf").write_bytes(b"GGUF")
    assert bundle_facts.main(["compare", str(one), str(other)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[:2] == ["only in the second: _internal/models/small.gguf", "differs: hearth"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes")
def test_another_right_to_a_file_is_a_difference(tmp_path: Path) -> None:
    one, other = made(tmp_path / "one"), made(tmp_path / "other")
    (other / "hearth").chmod(0o700)
    assert bundle_facts.differences(one, other) == ["differs: hearth"]
