"""Keys for servers: in the system's keyring, or in memory until Hearth ends. Work thread only.

Bound to scheme, host and port: a key is found only under the origin it was given for.
"""

import contextlib

from app.domain.errors import CloudError, KeyringUnavailableError
from app.domain.origin import Origin
from app.vault.keyring_store import LIMIT_CHARS, SecretKeeper, entry_name


class ProviderKeys:
    """Keys by origin."""

    def __init__(self, profile_id: str, keyring: SecretKeeper | None) -> None:
        self._profile_id = profile_id
        self._keyring = keyring
        self._session: dict[str, str] = {}

    def keep(self, origin: Origin, key: str, *, lasting: bool = True) -> bool:
        """Keep a key, `lasting` or until Hearth ends; whether it outlives this session.

        Errors: CloudError key_unusable.
        """
        if not 0 < len(key) <= LIMIT_CHARS or not all("!" <= character <= "~" for character in key):
            raise CloudError("key_unusable")
        self._session[str(origin)] = key
        if self._keyring is None or not lasting:
            return False
        try:
            self._keyring.set(self._name(origin), key)
        except KeyringUnavailableError:
            return False
        return True

    @property
    def lasting(self) -> bool:
        """Whether there is a keyring that keys could be kept in beyond this session."""
        return self._keyring is not None

    def get(self, origin: Origin) -> str:
        """The key for this origin, empty where there is none."""
        known = self._session.get(str(origin), "")
        if known or self._keyring is None:
            return known
        try:
            return self._keyring.get(self._name(origin)) or ""
        except KeyringUnavailableError:
            return ""

    def forget(self, origin: Origin) -> None:
        """Forget the key for this origin, in both places."""
        self._session.pop(str(origin), None)
        if self._keyring is not None:
            with contextlib.suppress(KeyringUnavailableError):
                self._keyring.delete(self._name(origin))

    def _name(self, origin: Origin) -> str:
        return entry_name(self._profile_id, f"key {origin}")
