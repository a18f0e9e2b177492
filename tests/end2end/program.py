"""Hearth as a person starts it: a child process with a home folder of its own. For the end-to-end tests.

`HEARTH_PROGRAM=/path/to/hearth` in the environment of the tests has them try a bundle in the place of the source.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from app.models.shelf import ModelShelf
from app.vault.argon2_cost import FLOOR
from app.vault.profile import Profile
from app.vault.vault import Vault

ROOT = Path(__file__).parents[2]
COPY_MODEL = ROOT / "resources" / "models" / "hearth-demo.gguf"
RANDOM_MODEL = ROOT / "tests" / "models" / "random-tiny.gguf"
PASSPHRASE = "correct horse battery staple"
PROGRAM = os.environ.get("HEARTH_PROGRAM", "")  # of a bundle
PATIENCE_S = 400.0  # with a busy computer; nothing that passes takes so long
POLL_S = 0.05
ENDLESS = "go on for ever"
# What the small trained model answers in a line.
ASKED = "What is the height of the lantern tower?"
TOWER_QUESTION = f"[1] The height of the lantern tower is 41 metres. {ASKED}"
TOWER_ANSWER = "The height of the lantern tower is 41 metres [1]."
T = TypeVar("T")


@dataclass(frozen=True)
class Outcome:
    """What a finished command left."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on stdout."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Home:
    """A home folder, and Hearth in it. Nothing of the real home or environment is seen.

    Attributes:
        variables: what its environment has beside the usual.
        interpreter: arguments for Python itself.
        before: a command that the program is an argument of.
    """

    folder: Path
    variables: dict[str, str] = field(default_factory=dict)
    interpreter: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    @property
    def profile(self) -> Path:
        """The profile the commands use."""
        return self.folder / "profile"

    @property
    def passphrase_file(self) -> Path:
        """A file with the passphrase."""
        path = self.folder / "passphrase"
        if not path.exists():
            path.write_text(PASSPHRASE + "\n", encoding="utf-8")
        return path

    def environment(self) -> dict[str, str]:
        """A bare environment with this home."""
        temporary = self.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        return {
            "HOME": str(self.folder),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TMPDIR": str(temporary),
            "XDG_RUNTIME_DIR": str(temporary),
            **self.variables,
        }

    def command(self, *arguments: str, profile: bool = True) -> list[str]:
        """The argument vector of one command on this profile."""
        own = ["--profile", str(self.profile), "--passphrase-file", str(self.passphrase_file)]
        start = [PROGRAM] if PROGRAM else [sys.executable, *self.interpreter, "-m", "app"]
        return [*self.before, *start, *(own if profile else []), *arguments]

    def run(self, *arguments: str, stdin: str = "", profile: bool = True, cwd: Path | None = None) -> Outcome:
        """Run one command to its end."""
        done = subprocess.run(
            self.command(*arguments, profile=profile),
            input=stdin.encode(),
            capture_output=True,
            timeout=PATIENCE_S,
            env=self.environment(),
            cwd=cwd or ROOT,
            check=False,
        )
        out, err = (stream.decode(errors="replace") for stream in (done.stdout, done.stderr))
        return Outcome(done.returncode, out, err)

    @contextmanager
    def vault(self) -> Iterator[Vault]:
        """The profile's vault, opened in this process for the block."""
        with closing(Profile(self.profile).unlock(PASSPHRASE)) as vault:
            yield vault

    def choose(self, values: Mapping[str, object]) -> None:
        """Have the profile hold these settings, as after they were chosen in the window."""
        with self.vault() as vault:
            for key, value in values.items():
                vault.settings.set(key, value)

    def kept(self, key: str) -> object:
        """What the profile holds under a setting's name; None where it was never chosen."""
        with self.vault() as vault:
            return vault.settings.get(key, None)

    def start(self, *arguments: str, profile: bool = True) -> "subprocess.Popen[bytes]":
        """Start a command in a session of its own, so that its whole family can be ended."""
        return subprocess.Popen(
            self.command(*arguments, profile=profile),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment(),
            cwd=ROOT,
            start_new_session=True,
        )


def make_profile(home: Home) -> None:
    """Make the home's profile as Hearth does, but with the least Argon2 that is allowed."""
    Profile(home.profile).create(passphrase=PASSPHRASE, cost=FLOOR).close()


def put_on_shelf(home: Home, model: Path) -> None:
    """Have the home's profile offer this model, as `hearth models add` does."""
    ModelShelf(home.profile / "models").add(model)


@contextmanager
def endless_answer(home: Home) -> Iterator["subprocess.Popen[bytes]"]:
    """`hearth chat` on a home with the endless model, in the midst of an answer; ended with the block."""
    talking = home.start("chat")
    try:
        assert talking.stdin is not None
        assert talking.stdout is not None
        talking.stdin.write(f"{ENDLESS}\n".encode())
        talking.stdin.flush()
        assert talking.stdout.read(8), "no answer"
        yield talking
    finally:
        end(talking)


def wait_for(find: Callable[[], T], what: str, patience_s: float = PATIENCE_S, state: object = "") -> T:
    """What `find` gives as soon as it gives something; AssertionError naming `what` when it never does."""
    deadline = time.monotonic() + patience_s
    while not (found := find()):
        assert time.monotonic() < deadline, f"waited in vain: {what}. {state() if callable(state) else state}"
        time.sleep(POLL_S)
    return found


def runs(pid: int) -> bool:
    """Whether a process is there and not just waiting to be reaped."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def children(pid: int) -> list[int]:
    """The processes of ours that this one started itself, or has adopted."""
    return [child for child in family(pid)[1:] if _parent(child) == pid and role_of(child) == "child"]


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    except OSError:
        return 0


def family(pid: int) -> list[int]:
    """A process and all that came from it, itself first. Linux only."""
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += [int(child) for child in task.read_text(encoding="ascii").split()]
            except OSError:
                continue  # it ended while we looked
    return found


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a started program and its family for certain."""
    for pid in reversed(family(process.pid)) if process.returncode is None else ():
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    process.communicate(timeout=PATIENCE_S)


def told_by_proc(pid: int) -> bytes:
    """A process's arguments and variables, as far as they may be read."""
    told = b""
    for kind in ("cmdline", "environ"):
        with contextlib.suppress(PermissionError):  # not dumpable: even better
            told += Path(f"/proc/{pid}/{kind}").read_bytes()
    return told


def role_of(pid: int) -> str:
    """supervisor, tracker, child, gone or other, told by the arguments it was started with."""
    try:
        arguments = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return "gone"
    joined = b" ".join(arguments)
    if b"resource_tracker" in joined:
        return "tracker"
    if b"spawn_main" in joined or b"--multiprocessing-fork" in joined:
        return "child"
    return "supervisor" if b"-m app" in joined or (PROGRAM and arguments[0] == PROGRAM.encode()) else "other"
