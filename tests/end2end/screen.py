"""A screen of its own for the window's tests: an X server, and a session bus on which nothing but the
accessibility service can be started (no keyring comes up by itself).

Everything lies in one folder and ends with the block: the processes are ended by their ids.
"""

import contextlib
import os
import selectors
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end2end.pixels import Area, Picture, look

START_S = 60.0
SIZE = "1400x900x24"
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
_SERVICE = "[D-BUS Service]\nName=org.a11y.Bus\nExec={launcher}\n"


@dataclass(frozen=True)
class Screen:
    """A running X server and session bus; `variables` is what a program needs to be shown on it."""

    display: str
    bus: str
    folder: Path

    @property
    def variables(self) -> Mapping[str, str]:
        """For the environment of a program with a window."""
        return {
            "DISPLAY": self.display,
            "DBUS_SESSION_BUS_ADDRESS": self.bus,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
        }

    def look(self, area: Area) -> Picture:
        """What is to be seen in `area` now."""
        return look(self.folder / "Xvfb_screen0", area)

    def picture(self, path: Path) -> None:
        """Keep a picture of the screen, where ImageMagick is at hand; for looking at after a failure."""
        if shutil.which("import"):
            command = ["import", "-display", self.display, "-window", "root", str(path)]
            subprocess.run(command, check=False, timeout=START_S, capture_output=True)


def screen_missing() -> str:
    """Why no screen can be made here; empty where it can."""
    missing = [name for name in ("Xvfb", "xdotool", "dbus-daemon") if shutil.which(name) is None]
    if not _launcher():
        missing.append("at-spi2-core")
    return f"needs {', '.join(missing)}" if missing else ""


@contextlib.contextmanager
def start_screen(folder: Path, bus: str = "", size: str = SIZE) -> Iterator[Screen]:
    """Run a screen until the block ends. `bus`: the address of a session bus to use instead of a new one."""
    if reason := screen_missing():
        pytest.skip(reason)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        # The server looks for a free number itself and tells it.
        server = ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
        server += ["-fbdir", str(folder)]
        number = stack.enter_context(_told(server, folder, {}))
        variables = {"DISPLAY": f":{number}"}
        if not bus:
            (folder / "services").mkdir()
            (folder / "services" / "a11y.service").write_text(_SERVICE.format(launcher=_launcher()))
            (folder / "bus.conf").write_text(_BUS.format(folder=folder))
            daemon = ["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork", "--print-address"]
            bus = stack.enter_context(_told(daemon, folder, variables))
        yield Screen(f":{number}", bus, folder)


@contextlib.contextmanager
def _told(command: list[str], folder: Path, variables: Mapping[str, str]) -> Iterator[str]:
    """Run `command` until the block ends; gives the first line that it prints."""
    environ = {"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), **variables}
    with subprocess.Popen(
        command, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        start_new_session=True, text=True,
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            with selectors.DefaultSelector() as selector:
                selector.register(process.stdout, selectors.EVENT_READ)
                assert selector.select(START_S), f"{command[0]} didn't start"
            line = process.stdout.readline().strip()
            assert line, f"{command[0]} ended at once"
            yield line
        finally:
            process.terminate()
            try:
                process.wait(START_S)
            except subprocess.TimeoutExpired:
                process.kill()


def _launcher() -> str:
    return next((path for path in _LAUNCHERS if Path(path).exists()), "")
