"""Wrapping and unwrapping the data key."""

from dataclasses import replace

import pytest

from app.domain.errors import VaultError
from app.vault.argon2_cost import FLOOR, Argon2Cost, calibrated
from app.vault.key_file import Slot, SlotKind
from app.vault.key_slots import Secrets, new_data_key, new_profile_id, normalised, unwrap, wrap
from app.vault.subkeys import KeyUse, database_salt, subkey

PROFILE = new_profile_id()
DATA_KEY = new_data_key()
RIGHT = Secrets(passphrase="pass", keyring=bytes(32), recovery=bytes(20))


def _slot(kind: SlotKind) -> Slot:
    backend = "secret_service" if kind.has_keyring else ""
    return wrap(DATA_KEY, kind, PROFILE, RIGHT, backend, FLOOR if kind.has_passphrase else None)


@pytest.mark.parametrize("kind", list(SlotKind))
def test_a_slot_opens_with_its_secrets_only(kind: SlotKind) -> None:
    slot = _slot(kind)
    assert DATA_KEY.hex() not in repr(slot)
    assert unwrap(slot, PROFILE, RIGHT) == DATA_KEY
    wrong = Secrets(passphrase="Pass", keyring=bytes([1]) * 32, recovery=bytes([1]) * 20)
    assert unwrap(slot, PROFILE, wrong) is None


def test_both_needs_both() -> None:
    slot = _slot(SlotKind.BOTH)
    assert unwrap(slot, PROFILE, replace(RIGHT, keyring=bytes([1]) * 32)) is None
    assert unwrap(slot, PROFILE, replace(RIGHT, passphrase="other")) is None


@pytest.mark.parametrize("kind", [SlotKind.KEYRING, SlotKind.RECOVERY])
def test_a_slot_is_bound_to_all_that_stands_beside_it(kind: SlotKind) -> None:
    slot = _slot(kind)
    assert unwrap(slot, new_profile_id(), RIGHT) is None
    for changed in (
        replace(slot, id="f" * 32),
        replace(slot, salt=bytes([1]) * 16),
        replace(slot, nonce=bytes([1]) * 12),
        replace(slot, backend="kwallet"),
        replace(slot, wrapped=slot.wrapped[:-1] + bytes([slot.wrapped[-1] ^ 1])),
    ):
        assert unwrap(changed, PROFILE, RIGHT) is None


def test_the_same_slot_is_never_written_twice_alike() -> None:
    first, second = _slot(SlotKind.RECOVERY), _slot(SlotKind.RECOVERY)
    assert {first.salt, first.nonce, first.wrapped}.isdisjoint({second.salt, second.nonce, second.wrapped})


def test_a_passphrase_is_the_same_from_every_keyboard() -> None:
    assert normalised("caf\u00e9 \uff11") == normalised("cafe\u0301 1")
    assert normalised("a\ud800") != normalised("a")
    for text, code in (("", "passphrase_empty"), ("x" * 2000, "passphrase_too_long")):
        with pytest.raises(VaultError) as caught:
            normalised(text)
        assert caught.value.code == code


def test_calibration_stays_within_the_bounds() -> None:
    assert calibrated(target_s=0.0) == FLOOR
    assert calibrated(target_s=1e6).is_allowed()
    assert not Argon2Cost(FLOOR.memory_kib - 1, 3).is_allowed()


def test_each_use_has_its_own_key() -> None:
    keys = {subkey(DATA_KEY, use) for use in KeyUse}
    assert len(keys) == len(KeyUse)
    assert DATA_KEY not in keys
    assert database_salt(DATA_KEY, KeyUse.VAULT) != database_salt(DATA_KEY, KeyUse.LIBRARY)
    # Known answer: the derivation may never change, or old profiles don't open.
    assert subkey(bytes(32), KeyUse.VAULT).hex() == (
        "8b38c52903d5f6ffc679f0d3631ffbc95c8ee5a736a2567acbd892b86a6b3182"
    )
