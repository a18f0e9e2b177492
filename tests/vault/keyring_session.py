"""A real Secret Service of its own: dbus-run-session with gnome-keyring, in a home folder of its own.

Import `start_keyring_session` where a test needs one. It ends the processes it started, by their group.
"""

import contextlib
import os
import selectors
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

PASSWORD = "keyring password"
_START_S = 120.0

# The daemon reports on its standard output that it is unlocked; only then is the address passed on.
_SCRIPT = """
printf %s "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
unset KEYRING_PASSWORD
echo "$DBUS_SESSION_BUS_ADDRESS"
read -r _
"""


@dataclass(frozen=True, slots=True)
class KeyringSession:
    """A running session bus with an unlocked keyring.

    `environ` is a whole environment for child processes, with DBUS_SESSION_BUS_ADDRESS and the home folder.
    """

    environ: Mapping[str, str]

    @property
    def address(self) -> str:
        """The bus address."""
        return self.environ["DBUS_SESSION_BUS_ADDRESS"]


def keyring_missing() -> str:
    """Why no session can be started here; empty where it can."""
    missing = [name for name in ("dbus-run-session", "gnome-keyring-daemon") if shutil.which(name) is None]
    return f"needs {' and '.join(missing)}" if missing else ""


@contextlib.contextmanager
def start_keyring_session(folder: Path) -> Iterator[KeyringSession]:
    """Run a session whose files all lie in `folder`, until the block ends."""
    reason = keyring_missing()
    if reason:
        pytest.skip(reason)
    home, runtime = folder / "home", folder / "run"
    for made in (home, runtime):
        made.mkdir(mode=0o700, parents=True)
    environ = {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
    }
    with subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", _SCRIPT],
        env={**environ, "KEYRING_PASSWORD": PASSWORD},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            assert process.stdout is not None
            with selectors.DefaultSelector() as selector:
                selector.register(process.stdout, selectors.EVENT_READ)
                assert selector.select(_START_S), "the keyring session didn't start"
            address = process.stdout.readline().strip()
            assert address.startswith("unix:"), "no session bus"
            yield KeyringSession({**environ, "DBUS_SESSION_BUS_ADDRESS": address})
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def keyring_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyringSession]:
    """One unlocked keyring for the tests of a module."""
    with start_keyring_session(tmp_path_factory.mktemp("keyring")) as session:
        yield session


@pytest.fixture
def keyring_here(keyring_session: KeyringSession, monkeypatch: pytest.MonkeyPatch) -> KeyringSession:
    """The same, and this process talks to it."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring_session.address)
    return keyring_session
