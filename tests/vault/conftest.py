"""Fixtures of the vault's tests. Everything lies in tmp_path."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.vault.profile import Profile
from app.vault.vault import Vault
from tests.vault.keyring_in_memory import opened_by_keyring
from tests.vault.keyring_session import keyring_here, keyring_session

__all__ = ["keyring_here", "keyring_session"]

PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A profile folder that isn't there yet."""
    return Profile(tmp_path / "profile")


@pytest.fixture
def vault(profile: Profile) -> Iterator[Vault]:
    """A new, open vault."""
    opened = opened_by_keyring(profile.folder)
    yield opened
    opened.close()
