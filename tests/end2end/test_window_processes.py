"""An open window that has answered, looked at from outside: what its processes have loaded, and what another account,
another window and a command get at. All tests look at the same window."""

import contextlib
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.program import COPY_MODEL, TOWER_QUESTION, Home, family, make_profile, put_on_shelf
from tests.end2end.screen import Screen
from tests.end2end.test_roles import WITHOUT, mapped_libraries
from tests.end2end.window import PATIENCE_S, Window

TRY = """
import os, sys
os.setgroups([]); os.setgid(65534); os.setuid(65534)
reached = []
for path in sys.stdin.read().splitlines():
    attempts = [lambda: os.listdir(path), lambda: os.open(path, os.O_RDONLY), lambda: os.stat(path)]
    if path.startswith("/proc/"):
        attempts.pop()  # the kernel tells everybody that a process is there
    for attempt in attempts:
        try:
            attempt()
            reached.append(path)
            break
        except OSError as error:
            if error.errno not in (13, 1, 20, 2):  # refused, not a folder, or gone meanwhile
                reached.append(f"{path}: {error}")
print("\\n".join(reached))
"""


def _reached_by_nobody(paths: list[str]) -> list[str]:
    """Which of the paths another account gets at."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", TRY], input="\n".join(paths), capture_output=True, text=True, check=True
    )
    return done.stdout.split("\n")[:-1] if done.stdout.strip() else []


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory, screen: Screen) -> Iterator[Window]:
    """A window that has answered one question."""
    home = Home(tmp_path_factory.mktemp("home"))
    make_profile(home)
    put_on_shelf(home, COPY_MODEL)
    with Window(home, screen) as opened:
        opened.unlock()
        opened.ask(TOWER_QUESTION)
        yield opened
        opened.quit()
    assert home.run("export").code == 0  # it left the profile to others


def test_each_process_has_only_its_own_libraries(window: Window) -> None:
    mapped = {
        "supervisor": mapped_libraries(window.process.pid),
        "window": mapped_libraries(window.pid),
        "inference": mapped_libraries(window.inference_pid),
    }
    assert mapped["supervisor"] == set()
    assert {"PySide6", "sqlcipher3"} <= mapped["window"]
    assert "llama_cpp" in mapped["inference"]
    for role, libraries in mapped.items():
        assert not libraries & WITHOUT[role], role


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another account")
def test_another_account_gets_at_nothing(window: Window) -> None:
    profile, folder = window.home.profile, window.home.folder
    for shut in (*folder.parents, folder, folder / "tmp"):
        if shut.is_relative_to("/tmp") and shut != Path("/tmp"):
            shut.chmod(0o755)  # what shuts others out must be Hearth's own doing
    control = folder / "open to all"
    control.write_text("x")
    control.chmod(0o644)
    ours = sorted(str(path) for path in profile.rglob("*"))
    assert any(path.endswith("vault.db") for path in ours)
    ours += [str(path) for path in (folder / "tmp").rglob("*") if _is_hearths(path)]
    for pid in family(window.process.pid)[1:]:
        ours += [f"/proc/{pid}/mem", f"/proc/{pid}/environ", f"/proc/{pid}/fd"]
    assert _reached_by_nobody([str(control), *ours]) == [str(control)]
    assert stat.S_IMODE(profile.stat().st_mode) == 0o700


def _is_hearths(path: Path) -> bool:
    """The accessibility service's own folder isn't."""
    return "at-spi" not in str(path) and "dconf" not in str(path)


def test_nothing_listens(window: Window) -> None:
    inodes = set()
    for entry in [entry for pid in family(window.process.pid) for entry in Path(f"/proc/{pid}/fd").iterdir()]:
        with contextlib.suppress(FileNotFoundError):  # closed meanwhile
            if (target := os.readlink(entry)).startswith("socket:"):
                inodes.add(target[8:-1])
    assert inodes  # the way to the display, at least
    for kind in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        for line in Path(f"/proc/{window.pid}/net/{kind}").read_text().splitlines()[1:]:
            assert line.split()[9] not in inodes, line
    for line in Path(f"/proc/{window.pid}/net/unix").read_text().splitlines()[1:]:
        fields = line.split()
        listens = int(fields[3], 16) & 0x10000  # __SO_ACCEPTCON
        assert not (listens and fields[6] in inodes), line


def test_a_command_beside_it_is_refused(window: Window) -> None:
    refused = window.home.run("export")
    assert (refused.code, refused.out) == (1, "")
    assert "open in another Hearth" in refused.err
    assert "Traceback" not in refused.err


def test_a_second_window_is_refused_and_the_first_goes_on(window: Window, screen: Screen) -> None:
    """Where the second can't ring the first's bell, as here; where it can, see test_window_shell.py."""
    for bell in Path(window.home.environment()["XDG_RUNTIME_DIR"]).glob("hearth-*.bell"):
        bell.unlink()
    with Window(window.home, screen, "--passphrase-file", str(window.home.passphrase_file)) as second:
        second.wait_words("open in another Hearth")
        second.process.terminate()
        assert second.process.wait(PATIENCE_S) == 0, second.told()
    before = len(window.answers())
    window.ask(TOWER_QUESTION)
    assert len(window.answers()) == before + 1
