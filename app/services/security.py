"""Passphrase and recovery code. Work thread only; Argon2id makes some calls take a second."""

from app.domain.errors import KeyringUnavailableError, UsageError, WrongSecretError
from app.domain.passphrase import PASSPHRASE_MIN_CHARS
from app.sandbox import SealReport
from app.vault.key_file import SlotKind
from app.vault.keyring_store import KeyringStore
from app.vault.vault import Vault


def must_be_long_enough(passphrase: str) -> None:
    """Raise UsageError for a new passphrase that is too short."""
    if len(passphrase) < PASSPHRASE_MIN_CHARS:
        raise UsageError("passphrase_too_short", minimum=PASSPHRASE_MIN_CHARS)


class SecurityService:
    """What protects the open profile, and changing it.

    Attributes:
        seal_report: how well this process is cut off from the network.
    """

    def __init__(self, vault: Vault, keyring: KeyringStore, seal_report: SealReport) -> None:
        self.seal_report = seal_report
        self._vault = vault
        self._keyring = keyring

    @property
    def notices(self) -> tuple[str, ...]:
        """Codes of what the person should be told once about this profile's key file."""
        return self._vault.notices

    def slots(self) -> tuple[str, ...]:
        """The kinds of key slots: "keyring", "passphrase", "both", "recovery"."""
        return tuple(kind.value for kind in self._vault.slots())

    @property
    def has_passphrase(self) -> bool:
        """Whether a person has to type something to open this profile."""
        return SlotKind.PASSPHRASE in self._vault.slots() or SlotKind.BOTH in self._vault.slots()

    @property
    def keyring_available(self) -> bool:
        """Whether this system has a keyring that could keep a key."""
        return self._keyring.backend is not None

    def set_passphrase(self, new: str, current: str | None = None) -> None:
        """Set or change the passphrase. The keyring no longer opens the profile by itself afterwards.

        Raises WrongSecretError for a wrong `current`, UsageError for one that is too short.
        """
        must_be_long_enough(new)
        if self.has_passphrase:
            if current is None:
                raise WrongSecretError("passphrase_wrong")
            self._vault.change_passphrase(current, new, self._keyring)
            return
        self._vault.add_passphrase(new)
        # A key that the keyring hands out by itself would make the passphrase a decoration.
        self._vault.remove_keyring(self._keyring)

    def require_both(self, passphrase: str) -> None:
        """Need the passphrase and the keyring together from now on. `passphrase` is checked first.

        Raises WrongSecretError, KeyringUnavailableError.
        """
        self._vault.check_passphrase(passphrase, self._keyring)
        self._vault.require_both(passphrase, self._keyring)

    def remove_passphrase(self, current: str) -> None:
        """Let the keyring open the profile again by itself.

        Raises WrongSecretError, or KeyringUnavailableError where there is no keyring to keep the key.
        """
        self._vault.check_passphrase(current, self._keyring)
        if self._keyring.backend is None:
            raise KeyringUnavailableError("keyring_none")
        if SlotKind.BOTH in self._vault.slots():
            self._vault.use_keyring_alone(self._keyring)
        else:
            self._vault.add_keyring(self._keyring)
            self._vault.remove_passphrase()

    def make_recovery_code(self) -> str:
        """A fresh recovery code, shown once; the former one stops working."""
        return self._vault.make_recovery_code()
