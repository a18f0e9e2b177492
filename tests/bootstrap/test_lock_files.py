"""What is installed is named exactly, with hashes, and from no particular place."""

import re

import pytest

from set_up.places import here
from set_up.stamp import ALL_LOCKS as INSTALLED_LOCKS

ALL_LOCKS = (*INSTALLED_LOCKS, "bundle")  # which makes the bundle, and is installed for that alone
PIN = re.compile(r"^([a-z0-9-]+)==([0-9][0-9a-z.]*)( ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def _requirements(name: str) -> dict[str, list[str]]:
    """Requirement line -> its hash lines. Any line of another kind fails the test."""
    found: dict[str, list[str]] = {}
    for line in here().lock_file(name).read_text("utf-8").splitlines():
        if PIN.match(line):
            found[line] = []
        elif HASH.match(line):
            next(reversed(found.values())).append(line)
        else:
            assert line.startswith("    #"), line
    return found


@pytest.mark.parametrize("name", ALL_LOCKS)
def test_each_requirement_is_one_version_with_hashes(name: str) -> None:
    requirements = _requirements(name)
    assert requirements
    assert [line for line, hashes in requirements.items() if not hashes] == []
    assert all(hashes[-1].endswith("\\") is False for hashes in requirements.values())


@pytest.mark.parametrize("name", ALL_LOCKS)
def test_no_server_and_no_place_on_a_disk_is_named(name: str) -> None:
    text = here().lock_file(name).read_text("utf-8")
    for word in ("://", "--index-url", "--extra-index-url", "--find-links", " @ ", "/"):
        assert word not in text, word


def test_the_lock_files_agree_on_versions() -> None:
    versions: dict[tuple[str, str], str] = {}
    for name in ALL_LOCKS:
        for line in _requirements(name):
            match = PIN.match(line)
            assert match
            key = (match[1], match[3] or "")
            assert versions.setdefault(key, match[2]) == match[2], line


def test_torch_comes_by_itself_and_without_cuda() -> None:
    assert [line.split("==")[0] for line in _requirements("torch")] == ["torch"]
    names = {line.split("==")[0] for name in ALL_LOCKS if name != "torch" for line in _requirements(name)}
    assert not {name for name in names if name in ("torch", "triton") or name.startswith(("nvidia", "cuda"))}
    assert ALL_LOCKS.index("torch") < ALL_LOCKS.index("library")


def test_nothing_that_reports_to_somebody_is_among_them() -> None:
    names = {line.split("==")[0] for name in ALL_LOCKS for line in _requirements(name)}
    assert not {name for name in names if "exporter" in name or name in ("posthog", "kubernetes", "hf-xet")}


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_qt_has_files_for_every_system(system: str) -> None:
    # One wheel per system and processor: at least four.
    hashes = next(
        hashes for line, hashes in _requirements("run").items() if line.startswith("pyside6-essentials==")
    )
    assert len(hashes) >= 4, system
