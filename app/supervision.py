"""What the supervisor does: one child at a time, its exit code decides what comes next.

Runs in the supervisor process only, on its main thread.
"""

import contextlib
import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType

from app.cli.arguments import SMOKE_TEST, Request
from app.domain.errors import VaultError
from app.gateway_starting import GatewayStarter
from app.ipc import doorbell
from app.ipc.restarts import RestartBudget
from app.roles import enter
from app.vault.profile_place import default_profile_folder

EXIT_QUIT = 0
EXIT_LOCK = 70
EXIT_LOCK_UNSEEN = 71  # the window was in the tray or the task bar: so is the fresh one
ORPHAN_PATIENCE_S = 3.0  # workers whose window was killed leave by themselves, in milliseconds
DEMO_PREFIX = "hearth-demo-"
SMOKE_TEST_LIMIT_S = 600.0  # a slow computer needs one or two minutes
REINSTALL = "install Hearth again, and start it with --smoke-test once more."
SIGNAL_NAMES = {-4: "illegal instruction", -6: "abort", -7: "bus fault", -9: "killed", -11: "memory fault"}


class Supervisor:
    """Starts the window or a command, and a fresh window after a lock (exit code 70) or a crash."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._context = multiprocessing.get_context("spawn")
        self._process: BaseProcess | None = None
        self._to_window: Connection[bytes, bytes] | None = None
        self._ending = False
        self._demo_folder: Path | None = None

    def run(self) -> int:
        """Run to the end. Returns the exit code of the whole program."""
        if self._request.demo:
            # A folder of its own, 0700 by mkdtemp, gone at the end whatever happened to the child.
            _remove_left_demos()
            self._demo_folder = Path(tempfile.mkdtemp(prefix=f"{DEMO_PREFIX}{os.getpid()}-"))
        _adopt_orphans()
        try:
            if self._request.command == SMOKE_TEST:
                return self._run_smoke_test()
            in_window = self._request.command in ("", doorbell.QUICK_ASK)
            return self._run_window() if in_window else self._run_command()
        finally:
            _end_tracker()
            if self._demo_folder is not None:
                shutil.rmtree(self._demo_folder, ignore_errors=True)

    def pass_on(self, number: int, _frame: FrameType | None) -> None:
        """SIGTERM: end the child in its own time; it saves first."""
        self._ending = True
        if self._process is not None and self._process.is_alive():
            self._process.terminate()

    def interrupted(self, number: int, _frame: FrameType | None) -> None:
        """Ctrl-C reaches the child by itself (same terminal); here it only means: don't start another."""
        self._ending = True

    def _run_window(self) -> int:
        if not _has_screen():
            self._say(
                "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be "
                "shown. Start Hearth from a desktop, or use a command: 'hearth --help'."
            )
            return 1
        place = self._bell_place()
        file = self._request.file
        wish = self._request.command or (doorbell.OPEN if file else doorbell.SHOW)
        if doorbell.ring(place, wish, os.environ.get("XDG_ACTIVATION_TOKEN", ""), file):
            return EXIT_QUIT  # the window that is open has it
        bell = doorbell.Doorbell(place, self._rung)
        bell.hang()
        try:
            return self._keep_window()
        finally:
            bell.take_down()

    def _bell_place(self) -> str:
        """Where a later start on the same profile would ring; empty for a demo, which has a profile of its own."""
        if self._request.demo:
            return ""
        try:
            given = self._request.profile
            folder = Path(given) if given else default_profile_folder(os.environ)
            return doorbell.address(folder.resolve(), os.environ)
        except (OSError, VaultError):  # the window says what is wrong
            return ""

    def _rung(self, wish: str, token: str, file: str) -> None:
        """On the bell's thread: tell the window. Between a lock and the fresh window there is nobody to tell."""
        to_window = self._to_window
        if to_window is not None:
            with contextlib.suppress(OSError):
                to_window.send_bytes(doorbell.message(wish, token, file))

    def _keep_window(self) -> int:
        locked = crashed = False
        wish, minimised, file = self._request.command, self._request.minimised, self._request.file
        restarts = RestartBudget()
        while True:
            state = {"locked": locked, "crashed": crashed, "minimised": minimised, "wish": wish, "file": file}
            code = self._run_child("window", {**self._facts(), **state})
            locked, crashed = code in (EXIT_LOCK, EXIT_LOCK_UNSEEN), code < 0
            wish, minimised, file = "", code == EXIT_LOCK_UNSEEN, ""
            if self._ending or code == EXIT_QUIT:
                return EXIT_QUIT
            if locked:
                continue
            if code > 0:  # it ended by itself and has said why
                return code
            if not restarts.spend():
                self._say(
                    f"Hearth's window has ended unexpectedly several times ({_cause(code)}). "
                    "Your conversations are saved. Start Hearth again, or run 'hearth doctor' to see "
                    "what this computer offers."
                )
                return 1
            self._say(f"Hearth's window ended unexpectedly ({_cause(code)}) and is started again.")

    def _run_command(self) -> int:
        code = self._run_child("command", self._facts())
        if code < 0 and not self._ending:
            self._say(
                f"Hearth's process ended unexpectedly ({_cause(code)}). Nothing that was shown as saved "
                "is lost; run the command again."
            )
            return 1
        return 1 if code < 0 else code

    def _run_smoke_test(self) -> int:
        """The command tries every other process, then a window opens and locks itself. Silent if all went well."""
        alarm = threading.Timer(SMOKE_TEST_LIMIT_S, self._end_late)
        alarm.daemon = True
        alarm.start()
        try:
            code = self._run_command()
            return code if code != EXIT_QUIT else self.try_window()  # a command has said why
        finally:
            alarm.cancel()

    def try_window(self) -> int:
        """Have a window open and lock itself; silent if it does. Returns the exit code of the whole program."""
        if not _has_screen():
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        code = self._run_child("window", {**self._facts(), "smoke_test": True})
        if code == EXIT_LOCK:
            return EXIT_QUIT
        if not self._ending:
            self._say(f"Hearth's window didn't open and lock ({_cause(code)}): {REINSTALL}")
        return 1

    def _end_late(self) -> None:
        """On the alarm's thread."""
        self._say(f"The smoke test was not done after {SMOKE_TEST_LIMIT_S / 60:.0f} minutes: {REINSTALL}")
        self._ending = True
        if self._process is not None:
            self._process.terminate()

    def _facts(self) -> dict[str, object]:
        facts: dict[str, object] = dict(self._request.facts())
        if self._demo_folder is not None:
            facts["profile"] = str(self._demo_folder / "profile")
        return facts

    def _run_child(self, role: str, facts: dict[str, object]) -> int:
        ours, theirs = self._context.Pipe(duplex=True)
        # multiprocessing closes its children's standard input; a copy of it travels as a Connection.
        more = _stdin_connection() if role == "command" else None
        if role == "window":  # a pipe of its own: on the other one, answers must not be torn apart
            more, self._to_window = self._context.Pipe(duplex=False)
        process = self._context.Process(target=enter, args=(role, theirs, facts, more), name=f"hearth-{role}")
        self._process = process
        process.start()
        theirs.close()
        if more is not None:
            more.close()
        gateways = GatewayStarter(self._context, ours, process)
        while process.is_alive():
            with contextlib.suppress(InterruptedError):
                gateways.serve_until_end()
        ours.close()
        to_window, self._to_window = self._to_window, None
        if to_window is not None:
            to_window.close()
        gateways.close()
        _wait_for_orphans()
        return process.exitcode if process.exitcode is not None else 1

    def _say(self, sentence: str) -> None:
        with contextlib.suppress(OSError):  # the terminal may have been closed: that is no reason to end
            print(sentence, file=sys.stderr)


def _has_screen() -> bool:
    """Whether a window could be shown. Other systems always have a screen, or Qt says what is missing."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _adopt_orphans() -> None:
    if sys.platform == "linux":
        from app.sandbox import orphans  # late: only on this platform

        orphans.adopt_orphans()


def _wait_for_orphans() -> None:
    """A killed window leaves workers behind for a moment: no fresh window, and no end, before they are gone."""
    if sys.platform == "linux":
        from app.sandbox import orphans  # late: only on this platform

        own = {child.pid for child in multiprocessing.active_children()} | {_tracker_pid()}
        orphans.wait_for_children(own, ORPHAN_PATIENCE_S)


# WORKAROUND: multiprocessing starts a process that keeps track of shared memory (we have none) and leaves it to
# notice our end by itself, so that it outlives the program for a moment. Its handle is private (Python 3.11-3.14).
def _tracker_pid() -> int | None:
    pid = getattr(resource_tracker._resource_tracker, "_pid", None)
    return pid if isinstance(pid, int) else None


def _end_tracker() -> None:
    stop = getattr(resource_tracker._resource_tracker, "_stop", None)
    # On other systems an orphan may still hold its pipe, and this would wait for it.
    if stop is not None and sys.platform == "linux":
        stop()


def _remove_left_demos() -> None:
    """Remove the folders of demos whose supervisor was killed. Their key is gone already."""
    for folder in Path(tempfile.gettempdir()).glob(DEMO_PREFIX + "*"):
        owner = folder.name.removeprefix(DEMO_PREFIX).partition("-")[0]
        if owner.isdigit() and not Path(f"/proc/{owner}").exists() and os.path.isdir("/proc/self"):
            shutil.rmtree(folder, ignore_errors=True)


def _stdin_connection() -> "Connection[bytes, bytes] | None":
    if os.name != "posix":
        return None  # Windows children open the console themselves
    try:
        return Connection(os.dup(0), writable=False)
    except OSError:
        return None  # started without standard input


def _cause(code: int) -> str:
    return SIGNAL_NAMES.get(code, f"signal {-code}" if code < 0 else f"code {code}")
