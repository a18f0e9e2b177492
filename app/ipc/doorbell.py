"""One window for each profile: a later start rings, and the window that is there comes to the front.

Runs in the supervisor only, which outlives the window's lock. The bell is a UNIX socket (a named pipe on Windows) in
the person's own runtime folder; what it hears is a word, a token of the desktop and the path of a model, never content.
"""

import contextlib
import hashlib
import os
import stat
import sys
import threading
from collections.abc import Callable, Mapping
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

SHOW = "show"
QUICK_ASK = "quick-ask"
OPEN = "open"  # a model's file
WISHES = (SHOW, QUICK_ASK, OPEN)
HEARD = b"coming"
LIMIT_BYTES = 16_384  # a path of 4,096 bytes and a token, each byte written as two digits
TOKEN_LIMIT = 1000  # letters; longer ones are passed over
PATIENCE_S = 2.0
ADDRESS_LIMIT_BYTES = 104  # what a UNIX socket's name holds on macOS; 108 on Linux
NAME_DIGITS = 16


def address(profile: Path, environ: Mapping[str, str]) -> str:
    """Where the bell of a profile hangs; empty where there is no place that is the person's alone."""
    name = hashlib.sha256(os.fsencode(profile)).hexdigest()[:NAME_DIGITS]
    if sys.platform == "win32":
        return rf"\\.\pipe\hearth-{name}"
    for variable in ("XDG_RUNTIME_DIR", "TMPDIR"):  # the second is a folder of one's own on macOS
        folder = Path(environ.get(variable, ""))
        path = str(folder / f"hearth-{name}.bell")
        if folder.is_absolute() and _is_ours(folder) and len(os.fsencode(path)) < ADDRESS_LIMIT_BYTES:
            return path
    return ""


def message(wish: str, token: str, file: str) -> bytes:
    """What crosses the bell and the pipe to the window."""
    if len(token) > TOKEN_LIMIT:
        token = ""  # only for coming to the front; the file is what matters
    return " ".join((wish, *(os.fsencode(part).hex() for part in (token, file)))).encode("ascii", "ignore")


def heard_in(content: bytes) -> tuple[str, str, str]:
    """Wish, token and file of a message."""
    wish, _, rest = content.decode("ascii", "ignore").partition(" ")
    token, _, file = rest.partition(" ")
    return wish, _from_digits(token), _from_digits(file)


def _from_digits(digits: str) -> str:
    try:
        return os.fsdecode(bytes.fromhex(digits))
    except ValueError:
        return ""


def ring(place: str, wish: str, token: str = "", file: str = "") -> bool:
    """Ask whoever holds the profile for `wish`. False when nobody does, or nobody answers."""
    if not place:
        return False
    try:
        with Client(place, family=_family()) as bell:
            bell.send_bytes(message(wish, token, file)[:LIMIT_BYTES])
            return bell.poll(PATIENCE_S) and bell.recv_bytes(LIMIT_BYTES) == HEARD
    except (OSError, EOFError):
        return False


class Doorbell:
    """Hangs at `place` and calls `heard(wish, token, file)` on a thread of its own. Take it down at the end."""

    def __init__(self, place: str, heard: Callable[[str, str, str], None]) -> None:
        self._place = place
        self._heard = heard
        self._down = threading.Event()
        self._thread: threading.Thread | None = None

    def hang(self) -> bool:
        """Begin to listen. False where that can't be: then the profile's lock alone keeps a second window off."""
        if not self._place:
            return False
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                os.unlink(self._place)  # nobody answered there: left by one that was killed
        before = os.umask(0o177)
        try:
            listener = Listener(self._place, family=_family())
        except OSError:
            return False
        finally:
            os.umask(before)
        self._thread = threading.Thread(target=self._listen, args=(listener,), name="doorbell", daemon=True)
        self._thread.start()
        return True

    def take_down(self) -> None:
        """Stop listening; the socket and the thread are gone."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._down.set()
        with contextlib.suppress(OSError, EOFError):  # nothing but a caller ends the wait for one
            Client(self._place, family=_family()).close()
        thread.join(2 * PATIENCE_S)

    def _listen(self, listener: Listener) -> None:
        """The bell's thread: one caller after the other. The listener is closed here, where it is waited at."""
        with listener:
            while not self._down.is_set():
                with contextlib.suppress(OSError, EOFError), listener.accept() as caller:
                    if not self._down.is_set():
                        self._answer(caller)

    def _answer(self, caller: "Connection[bytes, bytes]") -> None:
        if not caller.poll(PATIENCE_S):  # whoever calls and says nothing keeps nobody waiting
            return
        # A ring comes in one piece, and whoever sends half of one keeps nobody waiting either.
        if sys.platform != "win32":
            os.set_blocking(caller.fileno(), False)
        wish, token, file = heard_in(caller.recv_bytes(LIMIT_BYTES))
        if wish in WISHES:
            caller.send_bytes(HEARD)
            self._heard(wish, token, file)


def _family() -> str:
    return "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


def _is_ours(folder: Path) -> bool:
    try:
        found = folder.stat(follow_symlinks=False)
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
