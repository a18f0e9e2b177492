"""Keys for servers and passwords for proxies: in the system's keyring, or in memory until Hearth ends.

Work thread only. Bound to scheme, host and port (and a proxy's user): each is found only under the address it was given
for.
"""

import contextlib
from dataclasses import dataclass, field

from app.domain.errors import CloudError, KeyringUnavailableError
from app.domain.origin import Origin
from app.domain.proxy import Proxy, is_password
from app.vault.keyring_store import LIMIT_CHARS, SecretKeeper, entry_name


@dataclass(frozen=True, slots=True)
class Secrets:
    """What a person typed of a server that nobody else may read; empty for nothing. Not shown where values are."""

    key: str = field(default="", repr=False)
    proxy_password: str = field(default="", repr=False)


class ProviderKeys:
    """Keys by origin, and passwords by proxy."""

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
        return self._keep(origin, key, lasting)

    def keep_password(self, proxy: Proxy, password: str, *, lasting: bool = True) -> bool:
        """The same for the password of a proxy's user. Errors: CloudError proxy_password_unusable."""
        if not is_password(password):
            raise CloudError("proxy_password_unusable")
        return self._keep(proxy, password, lasting)

    @property
    def lasting(self) -> bool:
        """Whether there is a keyring that keys could be kept in beyond this session."""
        return self._keyring is not None

    def get(self, origin: Origin) -> str:
        """The key for this origin, empty where there is none."""
        return self._get(origin)

    def password(self, proxy: Proxy) -> str:
        """The password of this proxy's user, empty where there is none."""
        return self._get(proxy) if proxy.user else ""

    def forget(self, origin: Origin | Proxy) -> None:
        """Forget the key for this origin, or the password for this proxy, in both places."""
        self._session.pop(str(origin), None)
        if self._keyring is not None:
            with contextlib.suppress(KeyringUnavailableError):
                self._keyring.delete(self._name(origin))

    def _keep(self, place: Origin | Proxy, secret: str, lasting: bool) -> bool:
        self._session[str(place)] = secret
        if self._keyring is None or not lasting:
            return False
        try:
            self._keyring.set(self._name(place), secret)
        except KeyringUnavailableError:
            return False
        return True

    def _get(self, place: Origin | Proxy) -> str:
        known = self._session.get(str(place), "")
        if known or self._keyring is None:
            return known
        try:
            return self._keyring.get(self._name(place)) or ""
        except KeyringUnavailableError:
            return ""

    def _name(self, place: Origin | Proxy) -> str:
        # The two can't meet: a password's proxy has a user in its address, and no server has one in its own.
        return entry_name(self._profile_id, f"key {place}")
