"""SIGKILL at random moments: the next start works, and nothing that was shown as saved is missing."""

import os
import random
import selectors
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.conversation import Message, MessageState, Role
from app.domain.errors import WrongSecretError
from app.vault.argon2_cost import FLOOR
from app.vault.conversation_store import new_id
from app.vault.database import SALT_BYTES, Database
from app.vault.migrations import STEPS, copies, migrate
from app.vault.profile import Profile
from app.vault.subkeys import KeyUse
from app.vault.vault import Vault
from tests.vault.scenes import CONVERSATION_TITLE, PASSPHRASES, many_steps

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
ROOT = Path(__file__).parents[2]
_CHANCE = random.Random(9)


def some(moments: range, count: int) -> list[object]:
    """`moments` for a parametrised test: about `count` of them, spread evenly, each time; the others when asked for."""
    step = -(-len(moments) // count)
    return [
        moment if place % step == 0 else pytest.param(moment, marks=pytest.mark.slow)
        for place, moment in enumerate(moments)
    ]


def _killed(scene: str, folder: Path, after_s: float) -> list[str]:
    """Run a scene, kill it `after_s` seconds after it is ready; the whole lines it had printed by then."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.vault.scenes", scene, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        ends = time.monotonic() + after_s
        printed = b""
        with selectors.DefaultSelector() as selector:
            selector.register(child.stdout, selectors.EVENT_READ)
            while (left := ends - time.monotonic()) > 0:
                if selector.select(left):
                    read = os.read(child.stdout.fileno(), 65536)
                    if not read:
                        break
                    printed += read
        child.send_signal(signal.SIGKILL)
        printed += child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    return printed.decode().split("\n")[:-1]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile's folder with a conversation of 50 messages, to be copied."""
    folder = tmp_path_factory.mktemp("filled") / "profile"
    with closing(Profile(folder).create(PASSPHRASES[0], cost=FLOOR)) as vault:
        made = vault.conversations.create("kept")
        for number in range(50):
            row = Message(new_id(), made.id, None, Role.USER, f"kept {number}", MessageState.COMPLETE, number)
            vault.conversations.add_message(row)
    return folder


@pytest.fixture
def profile(filled: Path, tmp_path: Path) -> Profile:
    """A copy of it."""
    return Profile(shutil.copytree(filled, tmp_path / "profile"))


def _whole(vault: Vault) -> None:
    assert vault.database.damaged_pages() == 0
    with vault.database.transaction() as transaction:
        transaction.execute("INSERT INTO message_words (message_words, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize("at", some(range(1, 60, 4), 8))
def test_killed_at_each_stage_of_making_a_profile(tmp_path: Path, at: int) -> None:
    """The child kills itself at its nth touch of a file in the profile's folder, seen by an audit hook."""
    profile = Profile(tmp_path / "profile")
    done = subprocess.run(
        [sys.executable, "-m", "tests.vault.scenes", "create", str(profile.folder), str(at)],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == (0 if b"made" in done.stdout else -signal.SIGKILL), done.stderr.decode()
    if b"made" in done.stdout:
        assert profile.exists()
    elif not profile.exists():
        # Also what was left may be completed with the passphrase that was chosen, where it is known.
        left = Profile(tmp_path / "left")
        if (profile.folder / "keys.json").exists():
            shutil.copytree(profile.folder, left.folder)
            left.unlock(PASSPHRASES[0]).close()
        profile.create(PASSPHRASES[0], cost=FLOOR).close()
    with closing(profile.unlock(PASSPHRASES[0])) as vault:
        _whole(vault)
    left_over = {entry.name for entry in profile.folder.iterdir()}
    assert left_over <= {"keys.json", "keys.json.bak", "vault.db", "profile.lock"}


@pytest.mark.parametrize("turn", some(range(6), 2))
def test_killed_while_the_passphrase_changes(profile: Profile, turn: int) -> None:
    printed = _killed("rewrap", profile.folder, after_s=_CHANCE.uniform(0.3, 1.2))
    shown = printed[-1].removeprefix("changed ") if printed else PASSPHRASES[0]
    other = PASSPHRASES[1 - PASSPHRASES.index(shown)]
    try:
        vault = profile.unlock(shown)
    except WrongSecretError:
        vault = profile.unlock(other)  # killed after the write and before it was said
    with closing(vault):
        assert vault.conversations.counts().messages == 50
        assert set(vault.notices) <= {"keys_from_copy"}
        _whole(vault)
    assert (profile.folder / "keys.json").read_bytes() == (profile.folder / "keys.json.bak").read_bytes()


@pytest.mark.parametrize("turn", some(range(6), 2))
def test_killed_while_messages_are_written(profile: Profile, turn: int) -> None:
    printed = _killed("write", profile.folder, after_s=_CHANCE.uniform(0.05, 0.6))
    with closing(profile.unlock(PASSPHRASES[0])) as vault:
        _whole(vault)
        kept = vault.conversations.list()
        made = next(c for c in kept if c.title == CONVERSATION_TITLE)
        found = {row.id: row for row in vault.conversations.messages(made.id)}
        for line in printed:
            _, message_id, length = line.split()
            assert len(found[message_id].text) == int(length)
            assert found[message_id].state is MessageState.COMPLETE
        assert len(found) - len(printed) in (0, 1, 2)
        assert MessageState.STREAMING not in {row.state for row in found.values()}
        assert vault.conversations.counts().messages == 50 + len(found)


@pytest.mark.parametrize("turn", some(range(6), 2))
def test_killed_while_the_schema_is_brought_up_to_date(profile: Profile, turn: int) -> None:
    with closing(profile.unlock(PASSPHRASES[0])) as vault:
        key = vault.key_for(KeyUse.VAULT)
    _killed("upgrade", profile.folder, after_s=_CHANCE.uniform(0.0, 0.6))
    database = Database.open(profile.database_path, key, profile.database_path.read_bytes()[:SALT_BYTES])
    with closing(database):
        reached = database.user_version
        texts = {row[0] for row in database.rows("SELECT text FROM messages")}
        assert texts == {f"kept {number}" + " more" * (reached - len(STEPS)) for number in range(50)}
        tables = [row[0] for row in database.rows("SELECT name FROM sqlite_schema WHERE name LIKE 'step_%'")]
        assert len(tables) == reached - len(STEPS)
        if len(STEPS) < reached < len(many_steps()):
            assert [found.name for found in copies(profile.database_path)] == [
                f"vault.db.before-{len(STEPS)}"
            ]
        assert migrate(database, many_steps()) == len(many_steps()) - reached
        assert copies(profile.database_path) == []
        assert database.damaged_pages() == 0
