"""The Debian package and the portable archive. Both hold the same folder; the same input gives the same bytes."""

import gzip
import hashlib
import os
import shutil
import subprocess
import tarfile
import time
from pathlib import Path

from bundling import libraries

# Library a desktop always has, newer than ours could be where its graphics drivers need that -> its package.
OF_THE_DESKTOP = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Asked for by one plug-in alone, which isn't loaded where it is missing: printing.
OPTIONAL = frozenset({"libcups.so.2"})
OF_LIBC = frozenset(
    {
        "ld-linux-x86-64.so.2",
        "ld-linux-aarch64.so.1",
        "libc.so.6",
        "libdl.so.2",
        "libm.so.6",
        "libpthread.so.0",
        "librt.so.1",
        "libutil.so.1",
    }
)
_HOME = "opt/hearth"
_MAINTAINER = "The Hearth project <hearth@localhost>"
_DESCRIPTION = """Private AI that stays home
 Chat with an open model on this computer, with no network. Conversations are
 encrypted, files can be searched and answered from."""


def make_deb(bundle: Path, shared: Path, scripts: Path, target: Path, version: str, epoch: int) -> None:
    """Build the package `target` from the folder `bundle` and what the desktop reads in `shared` (usr/share)."""
    tree = target.with_suffix(".tree")
    shutil.rmtree(tree, ignore_errors=True)
    (tree / "opt").mkdir(parents=True)
    subprocess.run(["cp", "-a", "--link", str(bundle), str(tree / _HOME)], check=True)
    shutil.copytree(shared, tree / "usr" / "share")
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "hearth").symlink_to(f"/{_HOME}/hearth")
    _lay_in_papers(tree / "usr" / "share", scripts, version, epoch)
    control = tree / "DEBIAN"
    control.mkdir()
    (control / "md5sums").write_text(_sums(tree), "utf-8")
    shutil.copyfile(scripts / "postrm", control / "postrm")
    (control / "postrm").chmod(0o755)
    (control / "control").write_text(_control(bundle, version), "utf-8")
    _say_times(tree, epoch)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
    command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z9", "--build", str(tree), str(target)]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)


def _lay_in_papers(shared: Path, scripts: Path, version: str, epoch: int) -> None:
    """What Debian wants of every package: copyright, changelog, manual page; and why it may lie in /opt."""
    date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(epoch))
    changes = (
        f"hearth ({version}) unstable; urgency=medium\n\n  * What is new: Help, or CHANGELOG.md of the source.\n\n"
        f" -- {_MAINTAINER}  {date}\n"
    )
    manual = (scripts / "hearth.1").read_text("utf-8").replace("@VERSION@", version)
    for place, content in (
        ("doc/hearth/copyright", (scripts / "copyright").read_bytes()),
        ("doc/hearth/changelog.gz", gzip.compress(changes.encode(), 9, mtime=0)),
        ("man/man1/hearth.1.gz", gzip.compress(manual.encode(), 9, mtime=0)),
        ("lintian/overrides/hearth", (scripts / "lintian-overrides").read_bytes()),
    ):
        (shared / place).parent.mkdir(parents=True, exist_ok=True)
        (shared / place).write_bytes(content)


def _sums(tree: Path) -> str:
    """A line for each file, by which `dpkg --verify` finds what was changed later."""
    lines = []
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False))
            lines.append(f"{digest.hexdigest()}  {path.relative_to(tree).as_posix()}\n")
    return "".join(lines)


def make_archive(bundle: Path, shared: Path, target: Path, epoch: int) -> None:
    """The same folder as `target`, a .tar.gz, with the desktop's files beside it."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = epoch
        return entry

    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=epoch) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        for folder, name in ((bundle, "hearth"), (shared, "hearth/share")):
            for path in [folder, *sorted(folder.rglob("*"))]:
                inside = Path(name, path.relative_to(folder)).as_posix()
                archive.add(path, inside, recursive=False, filter=plain)


def _control(bundle: Path, version: str) -> str:
    size_kb = sum(path.lstat().st_size for path in bundle.rglob("*") if path.is_file()) // 1024
    libc = f"libc6 (>= 2.{libraries.newest_libc(bundle)})"
    return (
        f"Package: hearth\nVersion: {version}\nArchitecture: {architecture()}\nSection: misc\nPriority: optional\n"
        f"Maintainer: {_MAINTAINER}\n"
        f"Installed-Size: {size_kb}\n"
        f"Depends: {', '.join([libc, *sorted(set(OF_THE_DESKTOP.values()))])}\n"
        "Recommends: gnome-keyring | kwalletmanager, libvulkan1\n"  # the latter reaches graphics cards
        f"Description: {_DESCRIPTION}\n"
    )


def architecture() -> str:
    """What Debian calls this kind of machine, such as amd64."""
    done = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _say_times(tree: Path, epoch: int) -> None:
    for path in [tree, *tree.rglob("*")]:
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def date_of(epoch: int) -> str:
    """The day of `epoch`, as AppStream writes it."""
    return time.strftime("%Y-%m-%d", time.gmtime(epoch))
