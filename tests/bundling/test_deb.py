"""The Debian package around a small folder: what every package has, and the same bytes each time."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from bundling import deb

pytestmark = pytest.mark.skipif(
    shutil.which("dpkg-deb") is None, reason="dpkg-deb makes the package, and isn't here"
)
LINUX = Path(__file__).parents[2] / "installers" / "linux"
EPOCH = 1_790_000_000


def built(folder: Path) -> Path:
    bundle, shared = folder / "made" / "hearth", folder / "share"
    bundle.mkdir(parents=True)
    shutil.copyfile("/usr/bin/true", bundle / "hearth")
    (shared / "applications").mkdir(parents=True)
    shutil.copyfile(LINUX / "hearth.desktop", shared / "applications" / "hearth.desktop")
    package = folder / "hearth_0.1.0_amd64.deb"
    deb.make_deb(bundle, shared, LINUX, package, "0.1.0", EPOCH)
    return package


def test_a_package_has_its_papers_and_sums_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    package = built(tmp_path / "a")
    assert package.read_bytes() == built(tmp_path / "b").read_bytes()
    subprocess.run(["dpkg-deb", "--raw-extract", str(package), str(tmp_path / "out")], check=True)
    share = tmp_path / "out" / "usr" / "share"
    for paper in (
        "doc/hearth/copyright",
        "doc/hearth/changelog.gz",
        "man/man1/hearth.1.gz",
        "lintian/overrides/hearth",
    ):
        assert (share / paper).stat().st_size > 0
    asked = ["dpkg-deb", "--field", str(package), "Recommends"]
    recommended = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert "libvulkan1" in recommended  # without it no graphics card is ever found
    sums = (tmp_path / "out" / "DEBIAN" / "md5sums").read_text("utf-8").splitlines()
    named = {line[34:]: line[:32] for line in sums}
    assert {"opt/hearth/hearth", "usr/share/man/man1/hearth.1.gz"} <= set(named)
    for path, digest in named.items():
        assert (
            hashlib.md5((tmp_path / "out" / path).read_bytes(), usedforsecurity=False).hexdigest() == digest
        )


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("lintian") is None, reason="lintian is the checker, and isn't here")
def test_the_checker_of_the_distribution_finds_nothing(tmp_path: Path) -> None:
    checker = ["lintian", "--allow-root", "--fail-on", "error,warning"]
    told = subprocess.run([*checker, str(built(tmp_path))], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def _checked_by(file: str, *checker: str) -> ParameterSet:
    missing = shutil.which(checker[0]) is None
    reason = f"{checker[0]} is the checker of {file}, and isn't here"
    return pytest.param(list(checker), file, marks=pytest.mark.skipif(missing, reason=reason), id=file)


@pytest.mark.parametrize(
    ("checker", "file"),
    [
        _checked_by("hearth.desktop", "desktop-file-validate"),
        _checked_by("org.hearth.Hearth.metainfo.xml", "appstreamcli", "validate", "--no-net"),
    ],
)
def test_what_the_desktop_reads_is_in_order(tmp_path: Path, checker: list[str], file: str) -> None:
    text = (
        (LINUX / file).read_text("utf-8").replace("@VERSION@", "0.1.0").replace("@DATE@", deb.date_of(EPOCH))
    )
    (tmp_path / file).write_text(text, "utf-8")
    told = subprocess.run([*checker, str(tmp_path / file)], capture_output=True, text=True, check=False)
    assert told.returncode == 0 and "hint" not in told.stdout, told.stdout + told.stderr
