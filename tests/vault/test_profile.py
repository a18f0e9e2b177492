"""Making, unlocking and protecting a profile; real files, real keyring."""

import json
import os
import shutil
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import secretstorage

from app.domain.errors import (
    HearthError,
    KeyringUnavailableError,
    VaultDamagedError,
    VaultError,
    VaultLockedError,
    WrongSecretError,
)
from app.vault.argon2_cost import FLOOR
from app.vault.key_file import SlotKind
from app.vault.keyring_store import KeyringStore
from app.vault.profile import Profile
from app.vault.profile_place import default_profile_folder
from app.vault.subkeys import KeyUse
from app.vault.vault import Vault
from tests.vault.conftest import PASSPHRASE
from tests.vault.keyring_session import KeyringSession


def _made(profile: Profile) -> str:
    """A closed profile with a passphrase and a recovery code, which is returned."""
    vault = profile.create(PASSPHRASE, cost=FLOOR)
    vault.settings.set("mark", "whole")
    code = vault.make_recovery_code()
    vault.close()
    return code


def _opens(profile: Profile, passphrase: str | None = PASSPHRASE, **secrets: object) -> Vault:
    vault = profile.unlock(passphrase, **secrets)  # type: ignore[arg-type]
    vault.close()
    return vault


def _code(call: Callable[[], object], kind: type[HearthError]) -> str:
    with pytest.raises(kind) as caught:
        call()
    return caught.value.code


def test_a_profile_is_made_closed_and_opened(profile: Profile) -> None:
    assert not profile.exists()
    assert profile.slots() == ()
    with closing(profile.create(PASSPHRASE, cost=FLOOR)) as vault:
        vault.settings.set("mark", "whole")
        key = vault.key_for("library")
        assert key == vault.key_for(KeyUse.LIBRARY) != vault.key_for("ledger")
    assert profile.exists()
    assert profile.slots() == (SlotKind.PASSPHRASE,)
    with closing(profile.unlock(PASSPHRASE)) as vault:
        assert vault.settings.get("mark", "") == "whole"
        assert vault.key_for("library") == key
        assert vault.notices == ()
    assert _code(lambda: vault.key_for("library"), VaultLockedError) == "vault_closed"


def test_nothing_is_readable_by_others_nor_in_clear(profile: Profile) -> None:
    with closing(profile.create(PASSPHRASE, cost=FLOOR)) as vault:
        vault.conversations.create("canary-words-in-a-title")
        entries = [profile.folder, *profile.folder.iterdir()]
        assert {entry.name for entry in entries[1:]} == {
            "keys.json",
            "keys.json.bak",
            "profile.lock",
            "vault.db",
            "vault.db-wal",
        }
        for entry in entries:
            assert stat.S_IMODE(entry.stat().st_mode) & 0o077 == 0, entry.name
        assert not (profile.folder / "vault.db").read_bytes().startswith(b"SQLite format 3")
        assert not any(b"canary" in entry.read_bytes() for entry in entries[1:])
    profile.folder.chmod(0o755)
    for name in ("vault.db", "keys.json", "keys.json.bak"):
        (profile.folder / name).chmod(0o644)
    _opens(profile)
    for entry in [profile.folder, *profile.folder.iterdir()]:
        assert stat.S_IMODE(entry.stat().st_mode) & 0o077 == 0, entry.name


def test_wrong_secrets_are_told_apart(profile: Profile) -> None:
    code = _made(profile)
    swapped = code[:-1] + ("A" if code[-1] != "A" else "B")
    assert _code(lambda: profile.unlock("wrong"), WrongSecretError) == "passphrase_wrong"
    assert _code(lambda: profile.unlock(""), VaultError) == "passphrase_empty"
    assert _code(lambda: profile.unlock(recovery=swapped), WrongSecretError) == "recovery_code_mistyped"
    assert _code(lambda: profile.unlock(recovery="ABCD"), WrongSecretError) == "recovery_code_length"
    with pytest.raises(VaultLockedError) as caught:
        profile.unlock()
    assert (caught.value.code, caught.value.parameters["kinds"]) == ("secret_needed", "passphrase,recovery")
    assert _opens(profile, None, recovery=code).slots() == (SlotKind.PASSPHRASE, SlotKind.RECOVERY)


def test_changing_a_passphrase_leaves_no_way_for_the_former(profile: Profile) -> None:
    _made(profile)
    with closing(profile.unlock(PASSPHRASE)) as vault:
        vault.check_passphrase(PASSPHRASE)
        assert _code(lambda: vault.change_passphrase("guess", "new", cost=FLOOR), WrongSecretError)
        vault.change_passphrase(PASSPHRASE, "new passphrase", cost=FLOOR)
    for left in (("keys.json", "keys.json.bak"), ("keys.json",), ("keys.json.bak",)):
        copied = profile.folder.with_name("-".join(left))
        copied.mkdir()
        for name in ("vault.db", *left):
            shutil.copy(profile.folder / name, copied)
        assert _code(lambda: Profile(copied).unlock(PASSPHRASE), WrongSecretError) == "passphrase_wrong"  # noqa: B023
        assert _opens(Profile(copied), "new passphrase")


def test_a_new_recovery_code_replaces_the_former(profile: Profile) -> None:
    former = _made(profile)
    with closing(profile.unlock(PASSPHRASE)) as vault:
        code = vault.make_recovery_code()
        assert _code(vault.remove_passphrase, VaultError) == "last_slot"
    assert _code(lambda: profile.unlock(recovery=former), WrongSecretError) == "recovery_code_wrong"
    with closing(profile.unlock(recovery=code)) as vault:
        vault.remove_recovery_code()
        vault.add_passphrase("forgotten, so a new one", cost=FLOOR)
    assert _code(lambda: profile.unlock(recovery=code), WrongSecretError) == "recovery_code_not_set"
    assert _opens(profile, "forgotten, so a new one")


def test_the_keyring_opens_by_itself(profile: Profile, keyring_here: KeyringSession) -> None:
    keyring = KeyringStore("linux")
    profile.create(keyring=keyring).close()
    assert profile.slots() == (SlotKind.KEYRING,)
    with closing(profile.unlock(keyring=KeyringStore("linux"))) as vault:
        vault.add_passphrase(PASSPHRASE, cost=FLOOR)
        vault.add_keyring(keyring)  # again: a new entry, the former one is gone
        assert len(_entries(vault)) == 1
    assert _opens(profile)
    with closing(profile.unlock(keyring=keyring)) as vault:
        vault.remove_keyring(keyring)
        assert _entries(vault) == []
    assert _code(lambda: profile.unlock(keyring=keyring), VaultLockedError) == "secret_needed"


def test_both_needs_both_and_can_be_undone(profile: Profile, keyring_here: KeyringSession) -> None:
    keyring = KeyringStore("linux")
    profile.create(PASSPHRASE, keyring, both=True, cost=FLOOR).close()
    assert profile.slots() == (SlotKind.BOTH,)
    assert _code(lambda: profile.unlock(PASSPHRASE), VaultLockedError) == "keyring_needed"
    assert _code(lambda: profile.unlock(keyring=keyring), VaultLockedError) == "secret_needed"
    assert _code(lambda: profile.unlock("wrong", keyring=keyring), WrongSecretError) == "passphrase_wrong"
    with closing(profile.unlock(PASSPHRASE, keyring=keyring)) as vault:
        assert _code(lambda: vault.add_passphrase("x", FLOOR), VaultError) == "slot_is_both"
        assert _code(lambda: vault.add_keyring(keyring), VaultError) == "slot_is_both"
        vault.change_passphrase(PASSPHRASE, "new", keyring, FLOOR)
    with closing(profile.unlock("new", keyring=keyring)) as vault:
        vault.use_keyring_alone(keyring)
        assert len(_entries(vault)) == 1
    with closing(profile.unlock(keyring=keyring)) as vault:
        vault.require_both("third", keyring, FLOOR)
        assert vault.slots() == (SlotKind.BOTH,)
        assert len(_entries(vault)) == 1
    _opens(profile, "third", keyring=keyring)


def _entries(vault: Vault) -> list[object]:
    """The keyring's entries of this profile."""
    with closing(secretstorage.dbus_init()) as connection:
        items = secretstorage.get_default_collection(connection).get_all_items()
        return [item for item in items if vault.profile_id in str(item.get_attributes())]


@pytest.mark.parametrize("others", [True, False])
@pytest.mark.parametrize(
    ("secret", "code"),
    [
        (None, "keyring_entry_missing"),
        (b"", "keyring_entry_missing"),
        (b"something else", "keyring_entry_changed"),
        (b"00" * 36, "keyring_entry_changed"),
        ("☕".encode() * 9, "keyring_entry_changed"),
    ],
)
def test_an_entry_that_vanished_or_changed_is_told(
    profile: Profile, keyring_here: KeyringSession, secret: bytes | None, code: str, others: bool
) -> None:
    keyring = KeyringStore("linux")
    profile.create(PASSPHRASE if others else None, keyring, cost=FLOOR).close()
    profile_id = json.loads((profile.folder / "keys.json").read_text())["profile"]
    with closing(secretstorage.dbus_init()) as connection:
        for item in list(secretstorage.get_default_collection(connection).get_all_items()):
            if profile_id in item.get_attributes().get("username", ""):
                item.delete() if secret is None else item.set_secret(secret)
    before = (profile.folder / "keys.json").read_bytes()
    with pytest.raises(VaultLockedError) as caught:
        profile.unlock(keyring=keyring)
    assert caught.value.code == code
    assert caught.value.parameters["other_ways"] == ("passphrase" if others else "")
    assert (profile.folder / "keys.json").read_bytes() == before  # no new key over old data
    if others:
        with closing(profile.unlock(PASSPHRASE)) as vault:
            vault.add_keyring(keyring)
        _opens(profile, None, keyring=keyring)


def test_a_keyring_that_refuses_leaves_no_half_profile(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    assert (
        _code(lambda: profile.create(keyring=KeyringStore("linux")), KeyringUnavailableError)
        == "keyring_none"
    )
    assert not profile.exists()
    profile.create(PASSPHRASE, cost=FLOOR).close()


def test_no_new_key_over_old_data(profile: Profile, tmp_path: Path) -> None:
    _made(profile)
    assert _code(lambda: profile.create("other", cost=FLOOR), VaultError) == "profile_exists"
    kept = {entry.name: entry.read_bytes() for entry in profile.folder.iterdir()}
    for missing, code in (
        (("keys.json", "keys.json.bak"), "keys_missing"),
        (("vault.db",), "database_missing"),
    ):
        copied = Profile(tmp_path / code)
        shutil.copytree(profile.folder, copied.folder, ignore=shutil.ignore_patterns(*missing))
        assert copied.exists()
        assert _code(lambda: copied.unlock(PASSPHRASE), VaultDamagedError) == code  # noqa: B023
        assert _code(lambda: copied.create("other", cost=FLOOR), VaultError) == "profile_exists"  # noqa: B023
        assert _code(copied.slots, VaultDamagedError) == code
        left = {entry.name: entry.read_bytes() for entry in copied.folder.iterdir()}
        assert left == {name: content for name, content in kept.items() if name not in missing} | {
            "profile.lock": left["profile.lock"]
        }


@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "flipped"])
def test_the_copy_stands_in_for_a_damaged_keys_json_and_is_told(profile: Profile, damage: str) -> None:
    _made(profile)
    path = profile.folder / "keys.json"
    content = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        flipped = content.replace(b'"wrapped": "', b'"wrapped": "0', 1)
        path.write_bytes({"empty": b"", "cut": content[:500], "flipped": flipped}[damage])
    assert _opens(profile).notices == ("keys_from_copy",)
    assert path.read_bytes() == content
    assert _opens(profile).notices == ()


def test_both_key_files_damaged_is_a_refusal(profile: Profile) -> None:
    _made(profile)
    for name in ("keys.json", "keys.json.bak"):
        (profile.folder / name).write_bytes(b"{}")
    assert _code(lambda: profile.unlock(PASSPHRASE), VaultDamagedError) == "keys_damaged"
    assert (profile.folder / "keys.json").read_bytes() == b"{}"


def test_a_newer_keys_json_is_refused_and_left_alone(profile: Profile) -> None:
    _made(profile)
    path = profile.folder / "keys.json"
    path.write_text('{"format": "hearth-keys", "version": 2}', encoding="utf-8")
    assert _code(lambda: profile.unlock(PASSPHRASE), VaultDamagedError) == "keys_newer"
    assert path.read_text() == '{"format": "hearth-keys", "version": 2}'


def test_a_fifo_in_place_of_keys_json_does_not_hang(profile: Profile) -> None:
    _made(profile)
    for name in ("keys.json", "keys.json.bak"):
        (profile.folder / name).unlink()
        os.mkfifo(profile.folder / name)
    assert _code(lambda: profile.unlock(PASSPHRASE), VaultDamagedError) == "keys_damaged"


def test_an_older_key_file_put_back_is_told(profile: Profile) -> None:
    _made(profile)
    old = (profile.folder / "keys.json").read_bytes()
    with closing(profile.unlock(PASSPHRASE)) as vault:
        vault.change_passphrase(PASSPHRASE, "new", cost=FLOOR)
    for name in ("keys.json", "keys.json.bak"):
        (profile.folder / name).write_bytes(old)
    assert _opens(profile).notices == ("keys_older",)


def test_an_edited_key_file_is_mended_from_the_copy_and_told(profile: Profile) -> None:
    _made(profile)
    from app.vault.key_file import parse, serialise  # the attacker's own tool makes the checksum fit

    path = profile.folder / "keys.json"
    whole = path.read_bytes()
    file = parse(whole)
    edited = serialise(type(file)(file.profile_id, file.serial + 5, True, file.slots[:1], file.seal))
    path.write_bytes(edited)
    assert _opens(profile).notices == ("keys_tampered", "keys_from_copy")
    assert path.read_bytes() == whole
    for name in ("keys.json", "keys.json.bak"):
        (profile.folder / name).write_bytes(edited)
    assert _opens(profile).notices == ("keys_tampered",)


def test_another_profile_s_files_are_not_taken(profile: Profile, tmp_path: Path) -> None:
    _made(profile)
    other = Profile(tmp_path / "other")
    _made(other)
    shutil.copy(other.folder / "vault.db", profile.folder / "vault.db")
    before = (profile.folder / "vault.db").read_bytes()
    assert _code(lambda: profile.unlock(PASSPHRASE), VaultDamagedError) == "database_foreign"
    assert (profile.folder / "vault.db").read_bytes() == before


def test_an_open_profile_is_refused_to_others(profile: Profile, vault: Vault) -> None:
    with pytest.raises(VaultError) as caught:
        profile.unlock(PASSPHRASE)
    assert (caught.value.code, caught.value.parameters["pid"]) == ("profile_in_use", os.getpid())


def test_a_failed_unlock_frees_the_profile(profile: Profile) -> None:
    _made(profile)
    assert _code(lambda: profile.unlock("wrong"), WrongSecretError)
    _opens(profile)


def test_a_profile_that_is_not_there_is_not_made_by_unlocking(profile: Profile) -> None:
    assert _code(lambda: profile.unlock(PASSPHRASE), VaultError) == "profile_missing"
    assert not profile.folder.exists()
    assert _code(profile.create, VaultError) == "secret_needed"
    assert _code(lambda: profile.create(""), VaultError) == "passphrase_empty"
    assert not profile.folder.exists()


def test_bad_places_for_a_profile_are_foreseen(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    for place, codes in (
        (tmp_path / "file", ("profile_not_a_folder",)),
        (tmp_path / "file" / "below", ("profile_not_a_folder",)),
        (tmp_path / ("x" * 300), ("path_too_long",)),
        (shared, ("profile_folder_shared",)),
        (Path("/proc/profile"), ("storage_failed", "profile_denied", "profile_read_only", "profile_missing")),
    ):
        assert _code(lambda: Profile(place).create(PASSPHRASE, cost=FLOOR), VaultError) in codes  # noqa: B023
    assert stat.S_IMODE(shared.stat().st_mode) == 0o1777


def test_no_profile_is_made_among_things_that_others_may_look_at(tmp_path: Path) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    (documents / "letter.txt").touch()
    documents.chmod(0o755)
    refused = _code(lambda: Profile(documents).create(PASSPHRASE, cost=FLOOR), VaultError)
    assert refused == "profile_folder_in_use"
    assert stat.S_IMODE(documents.stat().st_mode) == 0o755
    assert [entry.name for entry in documents.iterdir()] == ["letter.txt"]
    (documents / "letter.txt").rename(documents / "models")  # what is ours is no reason
    _made(Profile(documents))


@pytest.mark.parametrize("name", ["with space", "ünï ☕", "x" * 200, "-dash", "quo\"te's", "new\nline"])
def test_odd_folder_names_work(tmp_path: Path, name: str) -> None:
    odd = Profile(tmp_path / name)
    _made(odd)
    assert _opens(odd)


def test_the_folder_of_each_platform() -> None:
    home = {"HOME": "/home/ada"}
    assert default_profile_folder(home, "linux") == Path("/home/ada/.local/share/hearth")
    assert default_profile_folder({**home, "XDG_DATA_HOME": "/data"}, "linux") == Path("/data/hearth")
    assert default_profile_folder({**home, "XDG_DATA_HOME": "rel"}, "linux") == default_profile_folder(
        home, "linux"
    )
    assert default_profile_folder(home, "darwin") == Path("/home/ada/Library/Application Support/Hearth")
    for environ, platform, variable in (
        ({}, "linux", "HOME"),
        ({"HOME": ""}, "darwin", "HOME"),
        ({}, "win32", "LOCALAPPDATA"),
    ):
        with pytest.raises(VaultError) as caught:
            default_profile_folder(environ, platform)
        assert (caught.value.code, caught.value.parameters["variable"]) == ("home_unset", variable)
