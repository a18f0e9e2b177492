"""Reading keys.json strictly: nothing but what was written is taken."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import VaultDamagedError
from app.vault.argon2_cost import FLOOR
from app.vault.key_file import LIMIT_BYTES, KeyFile, Slot, SlotKind, parse, serialise

SEAL_KEY = bytes(32)
SLOTS = (
    Slot("1" * 32, SlotKind.PASSPHRASE, bytes(16), bytes(12), bytes(48), "", FLOOR),
    Slot("2" * 32, SlotKind.KEYRING, bytes(16), bytes(12), bytes(48), "secret_service"),
    Slot("3" * 32, SlotKind.RECOVERY, bytes(16), bytes(12), bytes(48)),
)
FILE = KeyFile("a" * 32, 7, True, SLOTS).sealed(SEAL_KEY)
WRITTEN = serialise(FILE)


def _with_checksum(shown: dict[str, Any]) -> bytes:
    """What an attacker writes, who can make the checksum fit."""
    shown.pop("checksum", None)
    body = json.dumps(shown, sort_keys=True, separators=(",", ":")).encode()
    return json.dumps({**shown, "checksum": hashlib.sha256(body).hexdigest()}).encode()


def _refused(content: bytes) -> str:
    with pytest.raises(VaultDamagedError) as caught:
        parse(content)
    return caught.value.code


def _is_read_or_refused(content: bytes) -> bool:
    """Whether it gives a key file or a refusal of its own; any other error comes through."""
    try:
        return isinstance(parse(content), KeyFile)
    except VaultDamagedError as error:
        return error.code in ("keys_damaged", "keys_newer")


def test_it_reads_back_what_was_written() -> None:
    assert parse(WRITTEN) == FILE
    assert parse(WRITTEN).is_sealed_with(SEAL_KEY)
    assert not parse(WRITTEN).is_sealed_with(bytes([1]) * 32)


@given(st.integers(0, len(WRITTEN) - 1), st.integers(1, 255))
def test_a_changed_byte_is_damage_or_changes_nothing(at: int, flip: int) -> None:
    content = bytearray(WRITTEN)
    content[at] ^= flip
    try:
        assert parse(bytes(content)) == FILE  # white space between values
    except VaultDamagedError as error:
        assert error.code in ("keys_damaged", "keys_newer")


@given(st.binary(max_size=300), st.integers(0, len(WRITTEN)), st.integers(0, len(WRITTEN)))
def test_a_file_with_a_piece_replaced_never_raises_anything_else(piece: bytes, start: int, end: int) -> None:
    content = WRITTEN[: min(start, end)] + piece + WRITTEN[max(start, end) :]
    try:
        assert parse(content) == FILE
    except VaultDamagedError:
        pass


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(json.loads(WRITTEN))), JSON)
def test_any_value_in_any_place_is_refused_or_read(name: str, value: Any) -> None:
    shown = {**json.loads(WRITTEN), name: value}
    assert _is_read_or_refused(_with_checksum(shown))


@given(st.integers(0, 2), st.sampled_from(sorted(json.loads(WRITTEN)["slots"][0])), JSON)
def test_any_value_in_a_slot_is_refused_or_read(number: int, name: str, value: Any) -> None:
    shown = json.loads(WRITTEN)
    shown["slots"][number][name] = value
    assert _is_read_or_refused(_with_checksum(shown))


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes"),
    [
        (100 * 1024 * 1024, 3, 4),  # 100 GB
        (64 * 1024, 1, 4),  # one pass
        (1024, 3, 4),
        (64 * 1024, 3, 0),
        (64 * 1024, 3, 100_000),
        (64 * 1024, 1 << 40, 4),
        (1024 * 1024, 64, 4),  # each allowed alone, hours together
        (-1, 3, 4),
        (True, 3, 4),
        (65536.0, 3, 4),
    ],
)
def test_parameters_too_cheap_or_too_dear_are_refused(memory_kib: float, passes: int, lanes: int) -> None:
    shown = json.loads(WRITTEN)
    shown["slots"][0]["argon2"] = {"memory_kib": memory_kib, "passes": passes, "lanes": lanes}
    assert _refused(_with_checksum(shown)) == "keys_damaged"


@pytest.mark.parametrize(
    "change",
    [
        lambda shown: shown.update(extra=1),
        lambda shown: shown.pop("serial"),
        lambda shown: shown.update(slots=[]),
        lambda shown: shown["slots"].append(shown["slots"][0]),
        lambda shown: shown["slots"][0].update(kind="none"),
        lambda shown: shown["slots"][0].update(backend="kwallet"),
        lambda shown: shown["slots"][1].update(backend=""),
        lambda shown: shown["slots"][0].update(wrapped="00"),
        lambda shown: shown.update(format="other"),
        lambda shown: shown.update(version=0),
    ],
)
def test_what_does_not_fit_the_format_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    shown = json.loads(WRITTEN)
    change(shown)
    assert _refused(_with_checksum(shown)) == "keys_damaged"


def test_a_newer_version_is_told_apart() -> None:
    shown = json.loads(WRITTEN)
    shown.update(version=2, slots={"quite": "different"})
    with pytest.raises(VaultDamagedError) as caught:
        parse(json.dumps(shown).encode())
    assert caught.value.code == "keys_newer"
    assert dict(caught.value.parameters) == {"found": 2, "known": 1}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 60_000,
        b" " * (LIMIT_BYTES + 1),
        b"9" * 50_000,
        b'{"a":1,"a":2}',
    ],
)
def test_what_is_no_key_file_is_refused(content: bytes) -> None:
    assert _refused(content) == "keys_damaged"
