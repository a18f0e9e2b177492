"""How a profile loads its models, for commands that tell of models and need nothing else of it.

Command line process, any one thread. A profile that can't be opened without asking anybody leaves models as usual.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import HearthError, VaultBusyError, VaultError, VaultLockedError
from app.domain.generation import LoadOptions
from app.services.model_options import ModelOptions, OwnOptions, forget_removed
from app.services.opening import inspect
from app.services.opening_state import OpeningState
from app.vault.keyring_store import KeyringStore
from app.vault.profile import Profile


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The options of some models as they were in the vault.

    Attributes:
        usual: how a model without options of its own is loaded.
        loading, own: by shelf name, what was asked for.
        unread: why they aren't known, None where they are, or where there is no profile yet.
    """

    usual: LoadOptions = field(default_factory=LoadOptions)
    loading: dict[str, LoadOptions] = field(default_factory=dict)
    own: dict[str, OwnOptions] = field(default_factory=dict)
    unread: HearthError | None = None

    def loading_of(self, name: str) -> LoadOptions:
        """How the model of this name is loaded; for another than those asked for, as usual."""
        return self.loading.get(name, self.usual)

    def own_of(self, name: str) -> OwnOptions:
        """What the model of this name has of its own."""
        return self.own.get(name, OwnOptions())


def read_options(
    folder: Path,
    names: tuple[str, ...],
    passphrase: Callable[[], str] | None,
    environ: dict[str, str],
) -> ReadOptions:
    """The options of the models `names` of the profile in `folder`; makes none where there is none.

    `passphrase`: reads the one that was given. Errors: VaultError where a passphrase was given and doesn't open it;
    UsageError where it can't be read.
    """
    opening = inspect(folder)
    if opening.state in (OpeningState.NEW, OpeningState.NEW_NEEDS_PASSPHRASE):
        return ReadOptions()
    if passphrase is None and opening.state is not OpeningState.OPENS_BY_ITSELF:
        return ReadOptions(
            unread=opening.error or VaultLockedError("secret_needed", kinds=",".join(opening.slots))
        )
    keyring = KeyringStore(environ=environ)
    try:
        vault = Profile(folder).unlock(
            passphrase=passphrase() if passphrase is not None else None,
            keyring=keyring if keyring.backend is not None else None,
        )
    except VaultError as error:
        if passphrase is not None and not isinstance(error, VaultBusyError):
            raise
        return ReadOptions(unread=error)
    try:
        options = ModelOptions(vault.settings)
        forget_removed(options, folder / "models")
        return ReadOptions(
            options.loading(""),
            {name: options.loading(name) for name in names},
            {name: options.own(name) for name in names},
        )
    finally:
        vault.close()
