"""The keyring's door, against a real Secret Service."""

import functools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import jeepney  # type: ignore[import-untyped, unused-ignore]
import jeepney.auth  # type: ignore[import-untyped, unused-ignore]
import jeepney.fds  # type: ignore[import-untyped, unused-ignore]
import jeepney.io.common  # type: ignore[import-untyped, unused-ignore]
import jeepney.io.threading  # type: ignore[import-untyped, unused-ignore]
import jeepney.low_level  # type: ignore[import-untyped, unused-ignore]
import jeepney.wrappers  # type: ignore[import-untyped, unused-ignore]
import keyring.errors
import pytest
import secretstorage
import secretstorage.exceptions

from app.domain.errors import KeyringUnavailableError
from app.vault import keyring_store
from app.vault.keyring_store import Backend, KeyringState, KeyringStore, candidates, entry_name, translate
from tests.vault.keyring_session import KeyringSession, start_keyring_session

NO_BUS = "unix:path=/nonexistent/bus"


@pytest.fixture
def own_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringSession]:
    """A keyring that this test may lock or end."""
    with start_keyring_session(tmp_path / "session") as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.address)
        yield session


def _lock() -> None:
    with closing(secretstorage.dbus_init()) as connection:
        secretstorage.get_default_collection(connection).lock()


def _calls(store: KeyringStore, name: str) -> tuple[Callable[[], object], ...]:
    return (
        functools.partial(store.get, name),
        functools.partial(store.set, name, "y"),
        functools.partial(store.delete, name),
    )


def test_a_secret_is_kept_read_and_forgotten(keyring_here: KeyringSession) -> None:
    store = KeyringStore("linux")
    assert store.backend is Backend.SECRET_SERVICE
    assert store.state() is KeyringState.AVAILABLE
    name = entry_name("a" * 32, "slot/1")
    assert store.get(name) is None
    store.set(name, "first")
    store.set(name, "geheimnis ☕")
    assert KeyringStore("linux").get(name) == "geheimnis ☕"
    assert store.get(entry_name("b" * 32, "slot/1")) is None
    store.delete(name)
    store.delete(name)
    assert store.get(name) is None


def test_an_emptied_entry_counts_as_missing(keyring_here: KeyringSession) -> None:
    store = KeyringStore("linux")
    store.set("p/emptied", "x")
    with closing(secretstorage.dbus_init()) as connection:
        (item,) = secretstorage.search_items(connection, {"username": "p/emptied"})
        item.set_secret(b"")
    assert store.get("p/emptied") is None


def test_without_a_bus_there_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", NO_BUS)
    store = KeyringStore("linux")
    assert store.backend is None
    assert store.state() is KeyringState.NONE
    for call in _calls(store, "a"):
        with pytest.raises(KeyringUnavailableError) as caught:
            call()
        assert caught.value.code == "keyring_none"


def test_a_locked_keyring_is_told_without_asking_and_asking_ends(
    own_session: KeyringSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring_store, "ASK_S", 1.0)  # nobody is there to answer the system's question
    store = KeyringStore("linux")
    store.set("p/locked", "x")
    _lock()
    assert store.state() is KeyringState.LOCKED
    for call in _calls(store, "p/locked"):
        with pytest.raises(KeyringUnavailableError) as caught:
            call()
        assert caught.value.code in ("keyring_locked", "keyring_denied", "keyring_failed")


def test_a_service_that_went_away_is_foreseen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with start_keyring_session(tmp_path / "session") as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session.address)
        store = KeyringStore("linux")
        assert store.state() is KeyringState.AVAILABLE
    assert store.state() is KeyringState.NONE
    with pytest.raises(KeyringUnavailableError) as caught:
        store.get("p/gone")
    assert caught.value.code == "keyring_none"


def test_variables_and_files_of_the_library_have_no_say(
    keyring_session: KeyringSession, tmp_path: Path
) -> None:
    """A planted back end, configuration file and property: the secret still goes to the real service."""
    (tmp_path / "planted.py").write_text(
        "import keyring.backend\n"
        "class Keyring(keyring.backend.KeyringBackend):\n"
        "    priority = 99\n"
        "    def get_password(self, service, username): raise SystemExit(66)\n"
        "    def set_password(self, service, username, password): raise SystemExit(66)\n",
        encoding="utf-8",
    )
    config = Path(keyring_session.environ["XDG_CONFIG_HOME"]) / "python_keyring"
    config.mkdir(parents=True, exist_ok=True)
    (config / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring=planted.Keyring\nkeyring-path={tmp_path}\n", encoding="utf-8"
    )
    root = Path(__file__).parents[2]
    code = (
        "import planted\n"
        "from app.vault.keyring_store import KeyringStore\n"
        "store = KeyringStore('linux')\n"
        "store.set('p/planted', 'kept')\n"
        "print(store.get('p/planted'), store.backend)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={
            **keyring_session.environ,
            "PYTHONPATH": f"{root}{os.pathsep}{tmp_path}",
            "PYTHON_KEYRING_BACKEND": "planted.Keyring",
            "KEYRING_PROPERTY_PREFERRED_COLLECTION": "/org/freedesktop/secrets/collection/elsewhere",
            "KEYRING_PROPERTY_SCHEME": "KeePassXC",
            "KEYRING_PROPERTY_APPID": "planted",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "kept secret_service"), done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the seal by the kernel is Linux only")
def test_it_works_in_a_process_sealed_from_the_network(keyring_session: KeyringSession) -> None:
    code = (
        "from app.sandbox import seal_network\n"
        "seal_network()\n"
        "from app.vault.keyring_store import KeyringStore\n"
        "store = KeyringStore('linux')\n"
        "store.set('p/sealed', 'kept')\n"
        "print(store.get('p/sealed'), store.state())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=dict(keyring_session.environ),
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "kept available"), done.stderr


def test_each_platform_has_its_own_named_backends() -> None:
    assert candidates("win32", {}) == (Backend.WINDOWS_LOCKER,)
    assert candidates("darwin", {}) == (Backend.MACOS_KEYCHAIN,)
    assert candidates("linux", {}) == (Backend.SECRET_SERVICE, Backend.KWALLET)
    assert candidates("linux", {"XDG_CURRENT_DESKTOP": "KDE"})[0] is Backend.KWALLET
    for platform in ("win32", "darwin"):  # what this system can't have is "none", not an exception
        assert KeyringStore(platform).state() in (KeyringState.NONE, KeyringState.AVAILABLE)


def _exceptions_of(module: object) -> set[type[Exception]]:
    own = getattr(module, "__name__", "").partition(".")[0]
    return {
        found
        for found in vars(module).values()
        if isinstance(found, type)
        and issubclass(found, Exception)
        and found.__module__.partition(".")[0] == own
    }


def _made(kind: type[Exception]) -> Exception:
    """An instance, without the arguments its constructor wants."""
    return kind.__new__(kind, "reason")


def test_every_exception_of_the_libraries_is_translated() -> None:
    modules = (
        keyring.errors,
        secretstorage.exceptions,
        jeepney.auth,
        jeepney.fds,
        jeepney.io.common,
        jeepney.io.threading,
        jeepney.low_level,
        jeepney.wrappers,
    )
    kinds = set[type[Exception]]().union(*(_exceptions_of(module) for module in modules))
    assert {"KeyringLocked", "NoKeyringError", "InitError", "PasswordSetError", "PasswordDeleteError"} <= {
        kind.__name__ for kind in kinds
    }
    assert {"PromptDismissedException", "DBusErrorResponse", "AuthenticationError"} <= {
        kind.__name__ for kind in kinds
    }
    missed = [kind.__name__ for kind in kinds if translate(_made(kind)) is None]
    assert missed == []
    for plain in (ConnectionRefusedError(), TimeoutError(), EOFError(), PermissionError(), OSError()):
        assert translate(plain) is not None


def test_a_bug_of_ours_is_not_taken_for_a_keyring_error() -> None:
    assert translate(TypeError("bug")) is None
    assert translate(KeyError("bug")) is None
