"""A keyring in memory, and profiles that open by it: no passphrase is stretched, which takes a third of a second."""

from pathlib import Path

from app.vault.keyring_store import Backend
from app.vault.profile import Profile
from app.vault.vault import Vault


class KeyringInMemory:
    """A keyring for as long as the process lives. `held`: its entries."""

    backend: Backend | None = Backend.SECRET_SERVICE

    def __init__(self) -> None:
        self.held: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """The entry; None where there is none."""
        return self.held.get(name)

    def set(self, name: str, secret: str) -> None:
        """Make or replace an entry."""
        self.held[name] = secret

    def delete(self, name: str) -> None:
        """Forget an entry."""
        self.held.pop(name, None)


_KEYRING = KeyringInMemory()  # of all profiles of a run: each has an entry of its own


def opened_by_keyring(folder: Path) -> Vault:
    """The profile in `folder`, made first where there is none."""
    profile = Profile(folder)
    return profile.unlock(keyring=_KEYRING) if profile.exists() else profile.create(keyring=_KEYRING)
