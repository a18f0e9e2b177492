"""A backup holds everything, opens elsewhere with passphrase or code alone, and is refused whole when changed."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.cloud_choice import begun
from app.domain.conversation import Message, MessageState, Role
from app.domain.errors import HearthError, VaultBusyError, VaultDamagedError, VaultError, WrongSecretError
from app.services.backup import Restored, restore_steps
from app.vault.argon2_cost import FLOOR
from app.vault.backing_up import back_up
from app.vault.backup_file import PIECE_BYTES, TAG_BYTES, Manifest, Part, Writer, read_header
from app.vault.conversation_store import new_id
from app.vault.database import Database
from app.vault.key_file import KeyFile, SlotKind
from app.vault.keyring_store import KeyringStore
from app.vault.lock_file import ProfileLock
from app.vault.migrations import STEPS
from app.vault.profile import Profile
from app.vault.subkeys import KeyUse
from app.vault.vault import Vault
from tests.vault.keyring_session import KeyringSession, keyring_here, keyring_session
from tests.vault.scenes import PASSPHRASES, fill

__all__ = ["keyring_here", "keyring_session"]

ROOT = Path(__file__).parents[2]
PASSPHRASE = "long enough passphrase"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """An open profile with a conversation, a setting and a library's database."""
    with closing(Profile(tmp_path / "profile").create(PASSPHRASE, cost=FLOOR)) as made:
        fill(made, "before the backup")
        yield made


@pytest.fixture
def code(vault: Vault) -> str:
    """Its recovery code, which opens in no time."""
    return vault.make_recovery_code()


@pytest.fixture
def backup(vault: Vault, code: str, tmp_path: Path) -> Path:
    """A backup of it."""
    path = tmp_path / "hearth.backup"
    for _ in back_up(vault, path):
        pass
    return path


def _restore(backup: Path, folder: Path, code: str = "", passphrase: str = "") -> Restored:
    restored = Restored()
    for _ in restore_steps(backup, folder, passphrase, code, restored):
        pass
    return restored


def _titles(folder: Path, passphrase: str | None = PASSPHRASE, code: str | None = None) -> list[str]:
    with closing(Profile(folder).unlock(passphrase, code)) as opened:
        assert opened.notices == ()
        assert opened.database.damaged_pages() == 0
        return [conversation.title for conversation in opened.conversations.list()]


def _keys(backup: Path) -> KeyFile:
    with backup.open("rb") as file:
        return read_header(file, backup.name).keys


def _first_piece(backup: Path) -> int:
    with backup.open("rb") as file:
        read_header(file, backup.name)
        return file.tell()


def _tree(folder: Path) -> dict[str, str]:
    """Every file below with a hash of its content; the lock holds a process id."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "profile.lock"
    }


def test_everything_is_there_after_a_restore(vault: Vault, backup: Path, tmp_path: Path) -> None:
    _restore(backup, tmp_path / "other", passphrase=PASSPHRASE)
    with closing(Profile(tmp_path / "other").unlock(PASSPHRASE)) as restored:
        (kept,) = vault.conversations.list()
        assert restored.conversations.list() == [kept]
        assert restored.conversations.messages(kept.id) == vault.conversations.messages(kept.id)
        assert restored.settings.get("theme", "") == "dark"
        library = Database.open(
            restored.folder / "library.db",
            restored.key_for(KeyUse.LIBRARY),
            restored.salt_for(KeyUse.LIBRARY),
        )
        with closing(library):
            assert library.rows("SELECT text FROM passages") == [("a passage",)]
    assert not list((tmp_path / "other").glob("before-restore-*"))


def test_restored_conversations_stay_on_this_computer(vault: Vault, code: str, tmp_path: Path) -> None:
    (kept,) = vault.conversations.list()
    vault.grants.put(begun(kept.id, "House", "https://models.example.org:443", 1))
    for _ in back_up(vault, tmp_path / "hearth.backup"):
        pass
    _restore(tmp_path / "hearth.backup", tmp_path / "other", code)
    with closing(Profile(tmp_path / "other").unlock(None, code)) as restored:
        assert restored.grants.get(kept.id) is None
        assert restored.conversations.get(kept.id).provider == ""
    assert vault.grants.get(kept.id) is not None


def test_the_file_shows_nothing_of_what_is_in_it(backup: Path) -> None:
    content = backup.read_bytes()
    assert b"before the backup" not in content
    assert b"SQLite" not in content
    if os.name == "posix":
        assert backup.stat().st_mode & 0o077 == 0


def test_the_recovery_code_alone_opens_it(backup: Path, code: str, tmp_path: Path) -> None:
    _restore(backup, tmp_path / "other", code)
    assert _titles(tmp_path / "other", None, code) == ["before the backup"]


def test_an_open_profile_writes_on_while_the_backup_holds_its_moment(vault: Vault, tmp_path: Path) -> None:
    steps = back_up(vault, tmp_path / "hearth.backup")
    next(steps)
    later = vault.conversations.create("after it began")
    gone = vault.conversations.create("deleted meanwhile")
    vault.conversations.delete(gone.id)
    for _ in steps:
        vault.settings.set("theme", "light")
    assert vault.conversations.get(later.id).title == "after it began"
    assert not Path(f"{vault.database.path}-wal").stat().st_size  # deleted is gone from the log, too
    _restore(tmp_path / "hearth.backup", tmp_path / "other", passphrase=PASSPHRASE)
    assert _titles(tmp_path / "other") == ["before the backup"]


def test_a_stopped_backup_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    steps = back_up(vault, tmp_path / "hearth.backup")
    next(steps)
    steps.close()
    assert {path.name for path in tmp_path.iterdir()} == before
    vault.conversations.create("goes on")


def test_a_profile_of_the_keyring_needs_a_code_first_and_opens_by_a_keyring_again(
    tmp_path: Path, keyring_here: KeyringSession
) -> None:
    keyring = KeyringStore("linux")
    with closing(Profile(tmp_path / "profile").create(keyring=keyring)) as opened:
        fill(opened, "of the keyring")
        with pytest.raises(VaultError) as caught:
            next(back_up(opened, tmp_path / "hearth.backup"))
        assert caught.value.code == "backup_no_way_in"
        code = opened.make_recovery_code()
        for _ in back_up(opened, tmp_path / "hearth.backup"):
            pass
    assert [slot.kind for slot in _keys(tmp_path / "hearth.backup").slots] == [SlotKind.RECOVERY]
    shutil.rmtree(tmp_path / "profile")
    _restore(tmp_path / "hearth.backup", tmp_path / "other", code)
    with closing(Profile(tmp_path / "other").unlock(keyring=KeyringStore("linux"))) as restored:
        assert [conversation.title for conversation in restored.conversations.list()] == ["of the keyring"]


def test_a_file_that_is_there_is_not_replaced(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "hearth.backup").write_text("mine", encoding="utf-8")
    with pytest.raises(VaultError) as caught:
        next(back_up(vault, tmp_path / "hearth.backup"))
    assert caught.value.code == "backup_exists"
    assert (tmp_path / "hearth.backup").read_text(encoding="utf-8") == "mine"


def test_a_flipped_byte_is_refused_and_replaces_nothing(backup: Path, code: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    Profile(other).create("another passphrase", cost=FLOOR).close()
    before = _tree(other)
    content = backup.read_bytes()
    start = _first_piece(backup)
    places = {*range(14), *range(14, start + 40, 37), *range(start, len(content), 4999), len(content) - 1}
    for place in sorted(places):
        changed = bytearray(content)
        changed[place] ^= 1 << place % 8
        (tmp_path / "changed").write_bytes(changed)
        with pytest.raises(VaultDamagedError) as caught:
            _restore(tmp_path / "changed", other, code)
        assert caught.value.code in ("backup_damaged", "backup_foreign"), place
        assert _tree(other) == before, place


def test_a_file_cut_short_or_grown_is_refused(backup: Path, code: str, tmp_path: Path) -> None:
    content = backup.read_bytes()
    cuts = [0, 5, 13, 14, 700, *range(2000, len(content), 9973), len(content) - 1]
    for changed in [*(content[:cut] for cut in cuts), content + b"\0", content + content]:
        (tmp_path / "changed").write_bytes(changed)
        with pytest.raises(VaultDamagedError):
            _restore(tmp_path / "changed", tmp_path / "other", code)
        assert _tree(tmp_path / "other") == {}


def test_pieces_in_another_order_or_from_another_backup_are_refused(
    vault: Vault, code: str, tmp_path: Path
) -> None:
    conversation = vault.conversations.create("long")
    text = os.urandom(2 * PIECE_BYTES).hex()
    row = Message(new_id(), conversation.id, None, Role.USER, text, MessageState.COMPLETE, 1)
    vault.conversations.add_message(row)
    contents = []
    for name in ("one", "two"):
        for _ in back_up(vault, tmp_path / name):
            pass
        contents.append((tmp_path / name).read_bytes())
    sealed = PIECE_BYTES + TAG_BYTES
    for one, two in [contents, contents[::-1]]:
        start = _first_piece(tmp_path / "one")  # the same in both
        pieces = [one[at : at + sealed] for at in range(start, len(one), sealed)]
        assert len(pieces) > 3
        swapped = [pieces[1], pieces[0], *pieces[2:]]
        doubled = [pieces[0], pieces[0], *pieces[1:]]
        without = [pieces[0], *pieces[2:]]
        strange = [*pieces[:1], two[start + sealed : start + 2 * sealed], *pieces[2:]]
        early = pieces[:-1]
        for changed in (swapped, doubled, without, strange, early):
            (tmp_path / "changed").write_bytes(one[:start] + b"".join(changed))
            with pytest.raises(VaultDamagedError) as caught:
                _restore(tmp_path / "changed", tmp_path / "other", code)
            assert caught.value.code == "backup_damaged"
    _restore(tmp_path / "one", tmp_path / "other", code)


@pytest.mark.parametrize(
    ("passphrase", "given", "expected"),
    [
        ("another passphrase", "", "backup_passphrase_wrong"),
        ("", "", "backup_secret_needed"),
        ("", "0000", "recovery_code_length"),
        ("", "0000-0000-0000-0000-0000-0000-0000-0000-0000", "recovery_code_mistyped"),
    ],
)
def test_a_wrong_secret_is_told_from_damage(
    backup: Path, tmp_path: Path, passphrase: str, given: str, expected: str
) -> None:
    with pytest.raises(HearthError) as caught:
        _restore(backup, tmp_path / "other", given, passphrase)
    assert caught.value.code == expected
    assert _tree(tmp_path / "other") == {}


def test_a_code_of_another_profile_opens_nothing(vault: Vault, tmp_path: Path) -> None:
    former = vault.make_recovery_code()
    vault.make_recovery_code()
    for _ in back_up(vault, tmp_path / "hearth.backup"):
        pass
    with pytest.raises(WrongSecretError) as caught:
        _restore(tmp_path / "hearth.backup", tmp_path / "other", former)
    assert caught.value.code == "backup_code_wrong"


def test_what_was_there_is_kept_as_a_profile_of_its_own(backup: Path, code: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with closing(Profile(other).create("another passphrase", cost=FLOOR)) as existing:
        existing.conversations.create("was there")
    (other / "models").mkdir()
    (other / "models" / "a.gguf").write_bytes(b"GGUF")
    restored = _restore(backup, other, code)
    assert restored.kept is not None
    assert restored.kept.parent == other
    assert _titles(other) == ["before the backup"]
    assert _titles(restored.kept, "another passphrase") == ["was there"]
    assert (other / "models" / "a.gguf").exists()


def test_a_profile_that_is_open_is_not_replaced(vault: Vault, backup: Path, code: str) -> None:
    with pytest.raises(VaultBusyError):
        _restore(backup, vault.folder, code)
    assert vault.conversations.counts().conversations == 1


def test_while_a_restore_runs_the_profile_is_busy(backup: Path, code: str, tmp_path: Path) -> None:
    steps = restore_steps(backup, tmp_path / "other", None, code, Restored())
    next(steps)
    with pytest.raises(VaultBusyError):
        ProfileLock(tmp_path / "other").take()
    with pytest.raises(VaultBusyError):
        Profile(tmp_path / "other")
    steps.close()
    assert not Profile(tmp_path / "other").exists()


def test_a_backup_of_a_newer_hearth_is_left_alone(vault: Vault, code: str, tmp_path: Path) -> None:
    with vault.database.transaction() as transaction:
        transaction.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    for _ in back_up(vault, tmp_path / "hearth.backup"):
        pass
    with pytest.raises(VaultDamagedError) as caught:
        _restore(tmp_path / "hearth.backup", tmp_path / "other", code)
    assert caught.value.code == "database_newer"
    assert _tree(tmp_path / "other") == {}


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "models/x", "vault.db-wal", ""])
def test_a_backup_made_to_write_elsewhere_is_refused(
    vault: Vault, code: str, tmp_path: Path, name: str
) -> None:
    with (tmp_path / "hostile").open("wb") as file:
        writer = Writer(file, vault.keys_for_backup(), vault.key_for(KeyUse.BACKUP), 0)
        writer.manifest(Manifest((Part("vault.db", 3), Part(name, 3))))
        writer.write(b"abcdef")
        writer.finish()
    with pytest.raises(VaultDamagedError) as caught:
        _restore(tmp_path / "hostile", tmp_path / "other", code)
    assert caught.value.code == "backup_damaged"
    assert _tree(tmp_path / "other") == {}


@pytest.mark.parametrize(
    "content", [b"", b"HEARTHBK", b"PK\x03\x04" + bytes(5000), b"HEARTHBK\0\1\xff\xff\xff\xff" + bytes(99)]
)
def test_other_files_are_no_backups(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(VaultDamagedError):
        _restore(tmp_path / "file", tmp_path / "other")


def test_a_fifo_is_no_backup_and_keeps_nobody_waiting(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no FIFOs here")
    os.mkfifo(tmp_path / "fifo")
    with pytest.raises(VaultError) as caught:
        _restore(tmp_path / "fifo", tmp_path / "other")
    assert caught.value.code == "backup_missing"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system that holds half a backup."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=160k", "hearth-test", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small file system isn't allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_no_half_backup(vault: Vault, small_disk: Path) -> None:
    with pytest.raises(VaultError) as caught:
        for _ in back_up(vault, small_disk / "hearth.backup"):
            pass
    assert caught.value.code == "disk_full"
    assert list(small_disk.iterdir()) == []


def test_a_full_disk_leaves_the_profile_that_was_there(backup: Path, code: str, small_disk: Path) -> None:
    (small_disk / "profile").mkdir(mode=0o700)
    (small_disk / "profile" / "vault.db").write_bytes(b"what was there")
    before = _tree(small_disk)
    with pytest.raises(VaultError) as caught:
        _restore(backup, small_disk / "profile", code)
    assert caught.value.code == "disk_full"
    assert _tree(small_disk) == before


def _killed(scene: str, folder: Path, at: int) -> bool:
    """Run a scene that kills itself at its nth touch of a file; whether it came to its end before."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.vault.scenes", scene, str(folder), str(at)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    whole = b"made" in done.stdout
    assert done.returncode == (0 if whole else -signal.SIGKILL), done.stderr.decode()
    return whole


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("at", [2, 4, 8, 12, 16, 18])
def test_killed_while_it_is_made_there_is_no_backup_or_a_whole_one(tmp_path: Path, at: int) -> None:
    folder, made = tmp_path / "profile", tmp_path / "made.backup"
    with closing(Profile(folder).create(PASSPHRASES[0], cost=FLOOR)) as opened:
        fill(opened, "in the backup")
        code = opened.make_recovery_code()
    whole = _killed("backup", folder, at)
    assert made.exists() or not whole
    if made.exists():
        _restore(made, tmp_path / "other", code)
        assert _titles(tmp_path / "other", None, code) == ["in the backup"]
    assert _titles(folder, None, code) == ["in the backup"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_while_restoring_the_old_or_the_new_is_whole(tmp_path: Path) -> None:
    with closing(Profile(tmp_path / "source").create(PASSPHRASES[1], cost=FLOOR)) as opened:
        fill(opened, "restored")
        code = opened.make_recovery_code()
        for _ in back_up(opened, tmp_path / "hearth.backup"):
            pass
    with closing(Profile(tmp_path / "first").create(PASSPHRASES[0], cost=FLOOR)) as opened:
        fill(opened, "was there")
        own_code = opened.make_recovery_code()
    seen = []
    for at in range(1, 200, 3):
        folder = tmp_path / "profile"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(tmp_path / "first", folder)
        whole = _killed("restore", folder, at)
        profile = Profile(folder)  # carries on what was cut off
        assert not (folder / "restoring").exists()
        kept = list(folder.glob("before-restore-*"))
        if kept:
            assert _titles(folder, None, code) == ["restored"]
            assert _titles(kept[0], None, own_code) == ["was there"]
        else:
            assert not whole
            assert profile.exists()
            assert _titles(folder, None, own_code) == ["was there"]
        seen.append(bool(kept))
        if whole:
            break
    assert seen == sorted(seen)
    assert seen.count(False) > 3
    assert seen.count(True) > 5
