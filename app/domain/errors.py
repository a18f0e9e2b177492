"""The tree of foreseen errors. Pure values: any process may raise and catch them.

    HearthError                     foreseen; a person is told `code` as a sentence
    ├── VaultError                  keys and the encrypted database
    │   ├── VaultLockedError        needs a passphrase, a recovery code or the keyring
    │   ├── WrongSecretError        the passphrase or code opens no slot
    │   ├── KeyringUnavailableError no keyring service, or it refuses
    │   ├── VaultDamagedError       tampered, cut short, foreign, or made by a newer Hearth
    │   └── VaultBusyError          another process has this profile open
    ├── ModelError                  a model file can't be used (missing, damaged, too large, crashes)
    ├── DocumentError               a file gives no text (locked, empty, damaged, of another kind, too large)
    ├── GenerationError             a loaded model can't answer this request
    ├── LibraryError                a library or a search can't be had as asked
    ├── CloudError                  a request was not sent, or its server refused, hung or spoke nonsense
    ├── WorkerError                 a worker process crashed, hung or spoke nonsense
    └── UsageError                  the request itself makes no sense (command line: exit 2)
    Cancelled                       the person stopped it; never shown (not a HearthError)

An error crosses processes as `code` plus `parameters`; the sentence is made by `app.services.sentences`
in the window or command line process. Bugs are ordinary Python exceptions, never part of this tree.
"""

from collections.abc import Mapping
from types import MappingProxyType

Parameter = str | int | float


class HearthError(Exception):
    """Something foreseen went wrong.

    Attributes:
        code: snake_case name of what happened, the key of its sentence.
        parameters: values the sentence needs (file name, sizes in bytes, limits).
    """

    def __init__(self, code: str, **parameters: Parameter) -> None:
        super().__init__(code)
        self.code = code
        self.parameters: Mapping[str, Parameter] = MappingProxyType(dict(parameters))

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self.parameters.items())
        return f"{self.code}({shown})"


class VaultError(HearthError):
    """Keys or the encrypted database can't be used as asked."""


class VaultLockedError(VaultError):
    """The profile needs a passphrase, a recovery code or an unlocked keyring first."""


class WrongSecretError(VaultError):
    """The passphrase or recovery code that was given opens no slot."""


class KeyringUnavailableError(VaultError):
    """The system has no keyring service, or the person or the service refused."""


class VaultDamagedError(VaultError):
    """A profile file was tampered with, cut short, belongs elsewhere, or is newer than this program."""


class VaultBusyError(VaultError):
    """Another process has this profile open."""


class ModelError(HearthError):
    """A model file can't be used."""


class DocumentError(HearthError):
    """A file gives no text; `app.domain.document.OUTCOMES` says which outcome its code stands for."""


class GenerationError(HearthError):
    """A loaded model can't answer this request."""


class LibraryError(HearthError):
    """A library or a search can't be had as asked."""


class CloudError(HearthError):
    """A request to a server was not allowed, not sent, or not answered as it should be."""


class WorkerError(HearthError):
    """A worker process crashed, hung or sent something that isn't a frame."""


class UsageError(HearthError):
    """The request makes no sense as it stands."""


class Cancelled(Exception):
    """The person stopped it. Nobody is shown anything."""
