"""Prints what opening costs here: `python -m tests.vault.measure_open`. For people; asserted nowhere."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.domain.conversation import Message, MessageState, Role
from app.vault.argon2_cost import FLOOR, calibrated, stretch
from app.vault.conversation_store import new_id
from app.vault.database import Database
from app.vault.profile import Profile
from app.vault.subkeys import KeyUse

PASSPHRASE = "measured passphrase"


def _median_ms(work: Callable[[], object], times: int = 9) -> float:
    taken: list[float] = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken) * 1000


def main() -> None:
    """Make a profile with 2,000 messages and time what people wait for."""
    with tempfile.TemporaryDirectory() as temporary:
        profile = Profile(Path(temporary) / "profile")
        vault = profile.create(PASSPHRASE, cost=FLOOR)
        code = vault.make_recovery_code()
        for _ in range(20):
            made = vault.conversations.create("Measured")
            for number in range(100):
                text = f"message {number} " + "of some words " * 60
                row = Message(new_id(), made.id, None, Role.USER, text, MessageState.COMPLETE, number)
                vault.conversations.add_message(row)
        key = vault.key_for(KeyUse.VAULT)
        print(f"list of conversations      {_median_ms(vault.conversations.list):8.2f} ms")
        print(
            f"one conversation of 100    {_median_ms(lambda: vault.conversations.messages(made.id)):8.2f} ms"
        )
        print(
            f"search                     {_median_ms(lambda: vault.conversations.search('some wor')):8.2f} ms"
        )
        print(f"saving a setting           {_median_ms(lambda: vault.settings.set('a', 1), 50):8.2f} ms")
        vault.close()
        salt = profile.database_path.read_bytes()[:16]
        print(f"opening the database       {_median_ms(lambda: _open(profile, key, salt, False)):8.2f} ms")
        print(f"  and reading every text   {_median_ms(lambda: _open(profile, key, salt, True)):8.2f} ms")
        print(
            f"  the same, memory locked  {_median_ms(lambda: _open(profile, key, salt, True, True)):8.2f} ms"
        )
        print(
            f"unlocking, recovery code   {_median_ms(lambda: profile.unlock(recovery=code).close()):8.2f} ms"
        )
        print(f"unlocking, cheapest Argon2 {_median_ms(lambda: profile.unlock(PASSPHRASE).close()):8.2f} ms")
        cost = calibrated()
        print(f"calibrated {cost}          {_median_ms(lambda: stretch(b'x', bytes(16), cost), 3):8.2f} ms")


def _open(profile: Profile, key: bytes, salt: bytes, read: bool, lock_memory: bool = False) -> None:
    database = Database.open(profile.database_path, key, salt)
    if lock_memory:
        database.row("PRAGMA cipher_memory_security = ON")
    if read:
        database.rows("SELECT text FROM messages")
    if lock_memory:
        database.row("PRAGMA cipher_memory_security = OFF")
    database.close()


if __name__ == "__main__":
    main()
