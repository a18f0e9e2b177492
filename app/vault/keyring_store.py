"""The one door to `keyring`: secrets in the system's own keyring, by name.

Window or command line process, on the vault's thread (a locked keyring asks the person, and that may take a
while). Works in a process that may open UNIX sockets only.

The backend is one of four that we name and build here. `keyring.get_keyring()` is never called, and
`PYTHON_KEYRING_BACKEND`, `keyringrc.cfg`, `KEYRING_PROPERTY_*`, `KEYCHAIN_PATH` and installed plug-ins
such as keyrings.alt have no say: each of them could send a secret elsewhere.
"""

import contextlib
import enum
import importlib
import sys
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from app.domain.errors import KeyringUnavailableError

SERVICE = "Hearth"
LIMIT_CHARS = 2000  # Windows keeps at most 2560 bytes
ASK_S = 120.0
"""How long a person is given to answer the system's own unlock question."""


class KeyringState(enum.StrEnum):
    """What can be expected of the keyring, as far as it can be told without asking the person."""

    AVAILABLE = "available"
    LOCKED = "locked"  # asking for an entry makes the system ask for its password
    DENIED = "denied"  # the service is there and refuses
    NONE = "none"


class Backend(enum.StrEnum):
    """The four keyrings. The values are written to keys.json and never change."""

    SECRET_SERVICE = "secret_service"
    KWALLET = "kwallet"
    MACOS_KEYCHAIN = "macos_keychain"
    WINDOWS_LOCKER = "windows_locker"


_CLASSES: Mapping[Backend, tuple[str, str]] = {
    Backend.SECRET_SERVICE: ("keyring.backends.SecretService", "Keyring"),
    Backend.KWALLET: ("keyring.backends.kwallet", "DBusKeyring"),
    Backend.MACOS_KEYCHAIN: ("keyring.backends.macOS", "Keyring"),
    Backend.WINDOWS_LOCKER: ("keyring.backends.Windows", "WinVaultKeyring"),
}


class SecretBackend(Protocol):
    """The part of a keyring backend that is used."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret."""


class SecretKeeper(Protocol):
    """What the profile needs of a keyring; `KeyringStore` is the real one."""

    backend: Backend | None

    def get(self, name: str) -> str | None:
        """See `KeyringStore.get`."""

    def set(self, name: str, secret: str) -> None:
        """See `KeyringStore.set`."""

    def delete(self, name: str) -> None:
        """See `KeyringStore.delete`."""


class KeyringStore:
    """Secrets by name in one system keyring.

    Attributes:
        backend: which of the four it is, or None where there is none.
    """

    def __init__(self, platform: str = sys.platform, environ: Mapping[str, str] | None = None) -> None:
        """Find the keyring of this system. Never raises and never asks the person.

        `environ` is where XDG_CURRENT_DESKTOP is looked up; the session bus is found by the library itself.
        """
        self.backend: Backend | None = None
        self._built: SecretBackend | None = None
        for backend in candidates(platform, environ or {}):
            built = _build(backend)
            if built is not None:
                self.backend, self._built = backend, built
                break

    def state(self) -> KeyringState:
        """What to expect of `get` and `set`, without making the system ask the person anything."""
        if self._built is None:
            return KeyringState.NONE
        if self.backend is not Backend.SECRET_SERVICE:
            return KeyringState.AVAILABLE
        try:
            with _translated(), _default_collection() as collection:
                if collection is None:
                    return KeyringState.LOCKED  # the first set makes it, and the system asks for a password
                return KeyringState.LOCKED if collection.is_locked() else KeyringState.AVAILABLE
        except KeyringUnavailableError as error:
            return KeyringState.NONE if error.code == "keyring_none" else KeyringState.DENIED

    def get(self, name: str) -> str | None:
        """The secret kept under `name`, or None where there is none or it is empty.

        Errors: KeyringUnavailableError keyring_none, keyring_locked (the person was asked and didn't unlock
        it), keyring_denied, keyring_failed(reason).
        """
        with self._opened() as built:
            return built.get_password(_service(name), name) or None

    def set(self, name: str, secret: str) -> None:
        """Keep `secret` (1 to 2,000 characters) under `name`, and read it back. Errors as in `get`."""
        if not 0 < len(secret) <= LIMIT_CHARS:
            raise ValueError("a secret has 1 to 2,000 characters")
        with self._opened() as built:
            built.set_password(_service(name), name, secret)
            if built.get_password(_service(name), name) != secret:
                raise KeyringUnavailableError("keyring_failed", reason="not kept")

    def delete(self, name: str) -> None:
        """Forget what is kept under `name`; nothing there is no error. Errors as in `get`."""
        with self._opened() as built:
            if built.get_password(_service(name), name) is not None:
                built.delete_password(_service(name), name)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[SecretBackend]:
        if self._built is None:
            raise KeyringUnavailableError("keyring_none")
        with _translated():
            if self.backend is Backend.SECRET_SERVICE:
                _unlock_secret_service()
            yield self._built


def entry_name(profile_id: str, use: str) -> str:
    """The name of an entry that belongs to one profile only."""
    return f"{profile_id}/{use}"


def candidates(platform: str, environ: Mapping[str, str]) -> tuple[Backend, ...]:
    """The backends to try on a platform (as in `sys.platform`), in this order."""
    if platform == "win32":
        return (Backend.WINDOWS_LOCKER,)
    if platform == "darwin":
        return (Backend.MACOS_KEYCHAIN,)
    if "KDE" in environ.get("XDG_CURRENT_DESKTOP", "").split(":"):
        return (Backend.KWALLET, Backend.SECRET_SERVICE)
    return (Backend.SECRET_SERVICE, Backend.KWALLET)


def translate(error: Exception) -> KeyringUnavailableError | None:
    """The foreseen error for an exception of `keyring` or of a library under it; None for a bug of ours."""
    families = {f"{kind.__module__.partition('.')[0]}.{kind.__name__}" for kind in type(error).__mro__}
    reason = type(error).__name__
    if families & {"keyring.NoKeyringError", "secretstorage.SecretServiceNotAvailableException"}:
        return KeyringUnavailableError("keyring_none")
    if families & {"secretstorage.PromptDismissedException"}:
        return KeyringUnavailableError("keyring_denied")
    if families & {"keyring.KeyringLocked", "secretstorage.LockedException"}:
        return KeyringUnavailableError("keyring_locked")
    if isinstance(error, TimeoutError):
        return KeyringUnavailableError("keyring_locked")
    if isinstance(error, ConnectionError | FileNotFoundError):
        return KeyringUnavailableError("keyring_none")
    if isinstance(error, PermissionError):
        return KeyringUnavailableError("keyring_denied")
    known = {
        "keyring.KeyringError",
        "secretstorage.SecretStorageException",
        "jeepney.DBusErrorResponse",
        "jeepney.AuthenticationError",
        "jeepney.RouterClosed",
        "jeepney.SizeLimitError",
        "jeepney.NoFDError",
        "jeepney.ReceiveStopped",
        "dbus.DBusException",
        "pywintypes.error",
        "win32ctypes.error",
    }
    if families & known or isinstance(error, OSError | EOFError | AssertionError | UnicodeDecodeError):
        # AssertionError: secretstorage checks what the service answers that way.
        return KeyringUnavailableError("keyring_failed", reason=reason)
    return None


def _service(name: str) -> str:
    """One service name per entry: Windows finds entries by it alone."""
    return f"{SERVICE} {name}"


def _build(backend: Backend) -> SecretBackend | None:
    """The backend's object, or None where this system can't have it."""
    module, name = _CLASSES[backend]
    try:
        found = getattr(importlib.import_module(module), name)  # imported late: each belongs to one system
        if not found.viable:
            return None
        # `set_properties_from_env` would let variables choose another collection; KEYCHAIN_PATH another file.
        own = {"set_properties_from_env": lambda self: None, "appid": SERVICE, "keychain": None}
        built: SecretBackend = type(found)(f"Hearth{name}", (found,), own)()
    except Exception:  # noqa: BLE001 - the door to code for other systems: what can't be built isn't there
        return None
    return built


def _unlock_secret_service() -> None:
    """Ask the person to unlock the keyring, for at most ASK_S; the library itself would wait for ever."""
    with _default_collection() as collection:
        if collection is not None and collection.is_locked():
            dismissed = collection.unlock(timeout=ASK_S)
            if dismissed or collection.is_locked():
                raise KeyringUnavailableError("keyring_locked")


@contextlib.contextmanager
def _default_collection() -> Iterator[Any]:
    """The Secret Service's default collection, or None where it has none yet."""
    import secretstorage  # late: Linux only

    with contextlib.closing(secretstorage.dbus_init()) as connection:
        try:
            collection = secretstorage.Collection(connection)
        except secretstorage.ItemNotFoundException:
            collection = None
        yield collection


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except KeyringUnavailableError:
        raise
    except Exception as error:  # the door: three libraries' exceptions, sorted by `translate`
        translated = translate(error)
        if translated is None:
            raise
        raise translated from error
