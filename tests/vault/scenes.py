"""What the child processes of the kill tests do. Run as `python -m tests.vault.scenes SCENE FOLDER`.

Each prints "ready" when the moment begins at which it may be killed, then one line per thing that a person
would have been shown as saved.
"""

import itertools
import os
import signal
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app.domain.conversation import Message, MessageState, Role
from app.services.backup import Restored, restore_steps
from app.vault.argon2_cost import FLOOR
from app.vault.backing_up import back_up
from app.vault.conversation_store import new_id
from app.vault.database import Database, Transaction
from app.vault.migrations import STEPS, Step, migrate
from app.vault.profile import Profile
from app.vault.subkeys import KeyUse
from app.vault.vault import Vault

PASSPHRASES = ("first passphrase", "second passphrase")
CONVERSATION_TITLE = "killed"


def _say(line: str) -> None:
    print(line, flush=True)


def _die_at_a_touch(folder: Path) -> None:
    """Have the process killed when it touches something in `folder` for the nth time: the third argument."""
    touches = itertools.count(1)
    last = int(sys.argv[3])

    def look(event: str, arguments: tuple[object, ...]) -> None:
        touched = str(arguments[0]) if arguments else ""
        if touched.startswith(str(folder)) and next(touches) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)


def create(folder: Path) -> None:
    """Make a profile; killed at the touch of a file whose number is the third argument."""
    _die_at_a_touch(folder)
    Profile(folder).create(PASSPHRASES[0], cost=FLOOR).close()
    _say("made")


def rewrap(folder: Path) -> None:
    """Change the passphrase to and fro, and the recovery code each time."""
    vault = Profile(folder).unlock(PASSPHRASES[0])
    _say("ready")
    for turn in itertools.count():
        former, new = PASSPHRASES[turn % 2], PASSPHRASES[(turn + 1) % 2]
        vault.change_passphrase(former, new, cost=FLOOR)
        vault.make_recovery_code()
        _say(f"changed {new}")


def write(folder: Path) -> None:
    """Add messages and let one grow, without end."""
    vault = Profile(folder).unlock(PASSPHRASES[0])
    store = vault.conversations
    made = store.create(CONVERSATION_TITLE)
    _say("ready")
    for number in itertools.count():
        row = Message(
            new_id(), made.id, None, Role.ASSISTANT, f"message {number} ", MessageState.STREAMING, number
        )
        store.add_message(row)
        for _ in range(3):
            row = replace(row, text=row.text + "grows " * 200)
            store.update_message(row)
        store.update_message(replace(row, state=MessageState.COMPLETE))
        _say(f"saved {row.id} {len(row.text)}")


def many_steps() -> tuple[Step, ...]:
    """The real first step and many after it, each rewriting every message's index."""

    def step(number: int) -> Step:
        def work(transaction: Transaction) -> None:
            transaction.execute(f"CREATE TABLE step_{number} (a TEXT)")
            transaction.execute("UPDATE messages SET text = text || ' more'")

        return work

    return (*STEPS, *(step(number) for number in range(len(STEPS) + 1, 200)))


def upgrade(folder: Path) -> None:
    """Take the steps of a much newer version."""
    vault = Profile(folder).unlock(PASSPHRASES[0])
    _say("ready")
    migrate(vault.database, many_steps())
    _say("upgraded")
    sys.stdin.readline()


def fill(vault: Vault, title: str) -> None:
    """A conversation, a setting and a library's database with a passage."""
    made = vault.conversations.create(title)
    for number in range(40):
        row = Message(new_id(), made.id, None, Role.USER, f"{title} {number} " * 60, MessageState.COMPLETE, 1)
        vault.conversations.add_message(row)
    vault.settings.set("theme", "dark")
    key, salt = vault.key_for(KeyUse.LIBRARY), vault.salt_for(KeyUse.LIBRARY)
    library = Database.create(vault.folder / "library.db", key, salt)
    with closing(library), library.transaction() as transaction:
        transaction.execute("CREATE TABLE passages (text TEXT)")
        transaction.execute("INSERT INTO passages VALUES ('a passage')")


def backup(folder: Path) -> None:
    """Make a backup beside the profile; killed as in `create`."""
    with closing(Profile(folder).unlock(PASSPHRASES[0])) as vault:
        _die_at_a_touch(folder.parent)
        for _ in back_up(vault, folder.parent / "made.backup"):
            pass
    _say("made")


def restore(folder: Path) -> None:
    """Restore the backup beside the profile over it; killed as in `create`."""
    steps = restore_steps(folder.parent / "hearth.backup", folder, PASSPHRASES[1], None, Restored())
    _die_at_a_touch(folder)
    for _ in steps:
        pass
    _say("made")


SCENES = {
    "create": create,
    "rewrap": rewrap,
    "write": write,
    "upgrade": upgrade,
    "backup": backup,
    "restore": restore,
}

if __name__ == "__main__":
    SCENES[sys.argv[1]](Path(sys.argv[2]))
