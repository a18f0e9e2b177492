"""What opening a profile needs from the person: values only, for whoever asks before a profile is open."""

import enum
from dataclasses import dataclass

from app.domain.errors import HearthError


class OpeningState(enum.StrEnum):
    """What opening a profile needs from the person."""

    NEW = "new"  # nothing: the keyring keeps the key
    NEW_NEEDS_PASSPHRASE = "new_needs_passphrase"  # no keyring here
    OPENS_BY_ITSELF = "opens_by_itself"
    NEEDS_UNLOCK = "needs_unlock"  # opens by itself, but the person locked it: one button
    NEEDS_PASSPHRASE = "needs_passphrase"
    KEYRING_LOCKED = "keyring_locked"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Opening:
    """The state of a profile; `slots` are the kinds of key slots in it, `error` says what is broken."""

    state: OpeningState
    slots: tuple[str, ...] = ()
    error: HearthError | None = None
