"""System libraries that Qt needs, and programs that the tests drive: found by trying, installed with apt.

Linux only. What is missing is installed where that is allowed (root, or sudo without a password); elsewhere
the one command that does it is named.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from set_up.places import Places
from set_up.trouble import SetUpStopped

# Library file -> Debian package. What Qt 6.12's xcb and wayland platforms, QtGui and QtWidgets are linked
# with (`objdump -p`), plus OpenMP for llama.cpp. The first name that apt knows is taken.
LIBRARIES: dict[str, tuple[str, ...]] = {
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libgomp.so.1": ("libgomp1",),
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-glx.so.0": ("libxcb-glx0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
}
# Program -> Debian package, for the tests alone.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "at-spi-bus-launcher": "at-spi2-core",
    "gnome-keyring-daemon": "gnome-keyring",
    "dbus-run-session": "dbus",
    "ip": "iproute2",
    "setpriv": "util-linux",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_PACKAGES = ("fonts-inter", "fonts-noto-core")
# Where programs lie that people don't start themselves.
_FURTHER_PATH = "/usr/local/sbin:/usr/sbin:/sbin:/usr/libexec:/usr/lib/at-spi2-core"


def provide(places: Places, *, with_tests: bool) -> None:
    """Install what is missing, or stop with the command that does. Says what it does on standard error."""
    if not sys.platform.startswith("linux"):
        return
    for_window = [names for library, names in LIBRARIES.items() if not _loads(library)]
    if not _has_fonts():
        for_window += [(name,) for name in FONT_PACKAGES]
    for_tests = _missing_for_tests() if with_tests else []
    if not for_window and not for_tests:
        return
    if shutil.which("apt-get") is None:
        _name_them(for_window, for_tests)
        return
    packages = [_known_to_apt(names) for names in [*for_window, *for_tests]]
    command = ["apt-get", "install", "-y", "--no-install-recommends", *dict.fromkeys(packages)]
    by_hand = "sudo " + " ".join(word for word in command if word != "-y")
    prefix = _right_to_install()
    if prefix is None:
        if for_window:
            raise SetUpStopped(
                f"Some system libraries that the window needs are missing: run: {by_hand}; then start again."
            )
        _tell(
            "Some tests will be left out, because programs they drive are missing; to have them run: "
            f"{by_hand}"
        )
        return
    _tell("Installing system packages: " + " ".join(dict.fromkeys(packages)))
    if not (_apt(places, [*prefix, *command]) or _apt_after_update(places, prefix, command)):
        if for_window:
            raise SetUpStopped(
                f"Some system libraries that the window needs could not be installed (see {places.log}): "
                "see that "
                f"apt's servers can be reached, or run it yourself: {by_hand}; then start again."
            )
        _tell(
            f"Some tests will be left out: the programs they drive could not be installed (see {places.log})."
        )


def _missing_for_tests() -> list[tuple[str, ...]]:
    path = os.environ.get("PATH", "") + os.pathsep + _FURTHER_PATH
    missing: list[tuple[str, ...]] = [
        (package,) for program, package in TEST_PROGRAMS.items() if shutil.which(program, path=path) is None
    ]
    return missing + [(name,) for name in FONT_PACKAGES if not _apt_has_installed(name)]


def _apt_has_installed(package: str) -> bool:
    # Without dpkg there is nothing to install it with either.
    return not Path("/var/lib/dpkg/info").is_dir() or Path(f"/var/lib/dpkg/info/{package}.list").exists()


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_fonts() -> bool:
    return any(
        name.lower().endswith((".ttf", ".otf", ".ttc", ".pfb"))
        for folder in FONT_FOLDERS
        for _, _, names in os.walk(os.path.expanduser(folder))
        for name in names
    )


def _known_to_apt(names: Sequence[str], known: Callable[[str], bool] | None = None) -> str:
    """The first of `names` that this release of the system has, else the last."""
    return next((name for name in names[:-1] if (known or _in_apt_cache)(name)), names[-1])


def _in_apt_cache(package: str) -> bool:
    answer = subprocess.run(
        ["apt-cache", "policy", package], capture_output=True, text=True, check=False
    ).stdout
    return "Candidate:" in answer and "(none)" not in answer


def _right_to_install() -> list[str] | None:
    """What to put before apt-get, or None where installing isn't allowed without asking."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def _apt_after_update(places: Places, prefix: list[str], command: list[str]) -> bool:
    return _apt(places, [*prefix, "apt-get", "update"]) and _apt(places, [*prefix, *command])


def _apt(places: Places, command: list[str]) -> bool:
    with open(places.log, "ab") as log:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            check=False,
        )
    return done.returncode == 0


def _name_them(for_window: list[tuple[str, ...]], for_tests: list[tuple[str, ...]]) -> None:
    if for_window:
        _tell(
            "The window may not open: libraries or fonts are missing, which Debian calls "
            + " ".join(names[-1] for names in for_window)
            + ". Install what your system calls them."
        )
    if for_tests:
        _tell("Some tests will be left out without: " + " ".join(names[-1] for names in for_tests))


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
