"""Each foreseen reason for which set-up can't go on is one sentence with a way out."""

import os
import shlex
import sys
from pathlib import Path

import pytest

from set_up import compiler, pip, vulkan
from set_up.exclusive import one_at_a_time
from set_up.places import here
from set_up.trouble import GIGABYTE, SetUpStopped, require_space
from tests.bootstrap.checkout import copy_checkout, only_sentence, start


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout without an environment. The first test that starts it has one made, the others find it."""
    return copy_checkout(tmp_path_factory.mktemp("bare"))


def test_without_a_compiler_it_stops_before_anything_is_fetched(bare: Path, tmp_path: Path) -> None:
    nothing = tmp_path / "no-programs"
    nothing.mkdir()
    done = start(bare, "run", PATH=str(nothing), CC="cc", CXX="c++", PIP_NO_INDEX="1")
    assert done.returncode == 1
    assert "No C++ compiler was found" in only_sentence(done.stderr)
    assert done.stdout == ""
    assert list((bare.parent / "home").rglob("*.whl")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the compilers of this system are found another way")
def test_one_of_two_compilers_is_not_enough(tmp_path: Path) -> None:
    for name in ("gcc", "apt-get"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    with pytest.raises(SetUpStopped, match=r"run: sudo apt-get install g\+\+, then start again"):
        compiler.require_compiler({"PATH": str(tmp_path)})
    (tmp_path / "g++").write_text("#!/bin/sh\n")
    (tmp_path / "g++").chmod(0o755)
    compiler.require_compiler({"PATH": str(tmp_path)})


@pytest.mark.parametrize(("gpu", "program"), [("vulkan", "glslc"), ("cuda", "nvcc"), ("rocm", "hipcc")])
def test_a_gpu_build_names_the_program_it_lacks(tmp_path: Path, gpu: str, program: str) -> None:
    with pytest.raises(SetUpStopped, match=f"needs the program {program}"):
        compiler.require_gpu_tools(gpu, {"PATH": str(tmp_path)})


def test_vulkan_headers_that_are_old_get_stand_ins_and_those_that_lack_are_named(tmp_path: Path) -> None:
    include = tmp_path / "include"
    system = (include,)
    core, spirv = include / "vulkan" / "vulkan_core.h", include / "spirv" / "unified1" / "spirv.hpp"
    assert (vulkan.lacking({}, system), vulkan.options({}, system)) == ("Vulkan's headers", ())
    for file, text in ((core, "// Vulkan\n#define VK_HEADER_VERSION 239\n"), (spirv, "")):
        file.parent.mkdir(parents=True)
        file.write_text(text)
    assert vulkan.lacking({}, system) == ""
    (word,) = shlex.split(" ".join(vulkan.options({}, system)))
    stand_ins = Path(word.removeprefix("-DVulkan_INCLUDE_DIR="))
    assert "include_next <vulkan/vulkan.hpp>" in (stand_ins / "vulkan" / "vulkan.hpp").read_text("utf-8")
    core.write_text("#define VK_HEADER_VERSION 309\n")
    assert vulkan.options({}, system) == ()
    spirv.unlink()
    assert vulkan.lacking({}, system) == "the headers of SPIR-V"
    sdk = tmp_path / "sdk"
    (sdk / "include" / "vulkan").mkdir(parents=True)
    (sdk / "include" / "vulkan" / "vulkan_core.h").write_text("#define VK_HEADER_VERSION 250\n")
    core.write_text("#define VK_HEADER_VERSION 239\n")
    assert vulkan.options({"VULKAN_SDK": str(sdk)}, system) == ()


@pytest.mark.skipif(sys.platform == "darwin", reason="Metal is there")
def test_metal_elsewhere_than_on_a_mac_is_refused() -> None:
    with pytest.raises(SetUpStopped, match="Metal is there on a Mac only"):
        compiler.require_gpu_tools("metal")


def test_compiling_may_fetch_nothing_whatever_the_person_set() -> None:
    words = compiler.options(
        "vulkan", {"CMAKE_ARGS": "-DFETCHCONTENT_FULLY_DISCONNECTED=OFF -DGGML_LTO=ON"}
    ).split()
    assert words[:2] == ["-DFETCHCONTENT_FULLY_DISCONNECTED=OFF", "-DGGML_LTO=ON"]
    last = {word.partition("=")[0]: word.partition("=")[2] for word in words}  # cmake takes the last
    assert last["-DFETCHCONTENT_FULLY_DISCONNECTED"] == "ON"
    assert last["-DLLAMA_USE_PREBUILT_UI"] == last["-DLLAMA_CURL"] == "OFF"
    assert last["-DGGML_VULKAN"] == last["-DGGML_LTO"] == "ON"


def test_a_full_disk_is_said_with_both_numbers(tmp_path: Path) -> None:
    asked: list[Path] = []

    def almost_full(folder: Path) -> int:
        asked.append(folder)
        return GIGABYTE // 4

    with pytest.raises(SetUpStopped, match=r"needs 1\.5 GB there and 0\.2 GB are free\. Make room") as stop:
        require_space(tmp_path / "not" / "yet", 3 * GIGABYTE // 2, almost_full)
    assert asked == [tmp_path]
    only_sentence(str(stop.value))
    require_space(tmp_path, GIGABYTE // 4, almost_full)


@pytest.mark.skipif(sys.platform != "linux", reason="a compiler is claimed by CC and CXX")
def test_without_network_and_kept_packages_it_says_so_and_the_next_start_says_it_again(bare: Path) -> None:
    settings = {"PIP_NO_INDEX": "1", "CC": sys.executable, "CXX": sys.executable}
    for _ in range(2):
        done = start(bare, "run", **settings)
        assert done.returncode == 1
        sentence = only_sentence(done.stderr)
        assert "found neither on this computer nor on a package server: connect to the network" in sentence
        assert str(bare / ".hearth-setup" / "log.txt") in sentence
        assert not (bare / ".venv" / "hearth-setup.json").exists()


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("WARNING: Retrying (Retry(total=1)) after connection broken", "No package server could be reached"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "is not the one that Hearth was tested with"),
        ("OSError: [Errno 28] No space left on device", "The disk was full"),
        ("ERROR: No matching distribution found for numpy==2", "was found neither on this computer"),
        ("something else altogether", "tells at its end why"),
    ],
)
def test_what_pip_prints_becomes_a_sentence(tmp_path: Path, printed: str, said: str) -> None:
    sentence = str(pip.sentence(here(tmp_path), "what Hearth needs", printed))
    assert said in sentence
    only_sentence(sentence)


def test_wrong_use_is_told_and_exits_2(tmp_path: Path) -> None:
    checkout = copy_checkout(tmp_path)
    for arguments in (["fly"], ["run", "--gpu", "abacus"], ["--gpu"], ["--gpu=cuda"]):
        done = start(checkout, *arguments)
        assert done.returncode == 2, arguments
        assert only_sentence(done.stderr).endswith("shows what can be asked.")
    assert not (checkout / ".venv").exists()
    assert "bootstrap.py run" in start(checkout, "--help").stdout


def test_two_set_ups_of_one_folder_wait_for_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = here(tmp_path)
    with one_at_a_time(places):
        with (
            pytest.raises(SetUpStopped, match="at work for very long"),
            one_at_a_time(places, longest_wait_s=0.0),
        ):
            pytest.fail("both hold the lock")
        assert "waiting for it" in capsys.readouterr().err
    with one_at_a_time(places, longest_wait_s=0.0):
        pass


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(SetUpStopped, match="can't write in"), one_at_a_time(here(tmp_path)):
        pass
