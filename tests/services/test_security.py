"""Passphrases and recovery codes through the service, on a real profile and a real keyring."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import KeyringUnavailableError, UsageError, WrongSecretError
from app.services.opening import inspect
from app.services.opening_state import OpeningState
from app.vault.profile import Profile
from tests.end2end.program import PASSPHRASE
from tests.services.session_at_work import SessionAtWork
from tests.vault.keyring_session import KeyringSession, keyring_session  # noqa: F401 - a fixture

ROOT = Path(__file__).parents[2]


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    opened = SessionAtWork(tmp_path / "profile", by_passphrase=True)
    yield opened
    opened.close()


def test_a_changed_passphrase_is_the_only_one_that_opens(tmp_path: Path) -> None:
    work = SessionAtWork(tmp_path / "profile", by_passphrase=True)
    with pytest.raises(WrongSecretError):
        work.do(lambda: work.session.security.set_passphrase("entirely new words", "not the old one"))
    with pytest.raises(WrongSecretError):
        work.do(lambda: work.session.security.set_passphrase("entirely new words"))
    work.do(lambda: work.session.security.set_passphrase("entirely new words", PASSPHRASE))
    work.close()
    with pytest.raises(WrongSecretError):
        Profile(work.folder).unlock(passphrase=PASSPHRASE)
    Profile(work.folder).unlock(passphrase="entirely new words").close()


def test_a_short_passphrase_is_refused(work: SessionAtWork) -> None:
    with pytest.raises(UsageError) as caught:
        work.do(lambda: work.session.security.set_passphrase("short", PASSPHRASE))
    assert caught.value.code == "passphrase_too_short"


def test_the_newest_recovery_code_opens_and_the_former_one_does_not(tmp_path: Path) -> None:
    work = SessionAtWork(tmp_path / "profile", by_passphrase=True)
    first = work.do(work.session.security.make_recovery_code)
    second = work.do(work.session.security.make_recovery_code)
    assert "recovery" in work.do(work.session.security.slots)
    work.close()
    with pytest.raises(WrongSecretError):
        Profile(work.folder).unlock(recovery=first)
    Profile(work.folder).unlock(recovery=second).close()


def test_without_a_keyring_the_passphrase_stays(work: SessionAtWork) -> None:
    if work.session.security.keyring_available:
        pytest.skip("a keyring is running here; the next test covers that")
    with pytest.raises(KeyringUnavailableError):
        work.do(lambda: work.session.security.remove_passphrase(PASSPHRASE))
    assert work.session.security.has_passphrase


IN_KEYRING = """
import os, sys
from pathlib import Path
from app.sandbox import SealLevel, SealReport
from app.services.opening import inspect, open_session
from app.services.workroom import Workroom
folder = Path(sys.argv[1])
room = Workroom()
def opened(passphrase=None):
    return room.do(lambda: open_session(folder, passphrase=passphrase, recovery_code=None,
        publish=lambda event: None, seal=SealReport(SealLevel.NONE, "test", 0), workroom=room)).result()
print(inspect(folder).state.value)
session = opened()
print(",".join(session.security.slots()), inspect(folder).state.value)
room.do(lambda: session.security.set_passphrase("zwölf blaue Öfen")).result()
print(",".join(session.security.slots()), inspect(folder).state.value)
room.do(lambda: session.security.require_both("zwölf blaue Öfen")).result()
print(",".join(session.security.slots()), inspect(folder).state.value)
room.do(session.close).result()
session = opened("zwölf blaue Öfen")
room.do(lambda: session.security.remove_passphrase("zwölf blaue Öfen")).result()
print(",".join(session.security.slots()), inspect(folder).state.value, inspect(folder, True).state.value)
room.do(session.close).result()
room.close()
"""


def test_a_passphrase_takes_the_keyring_s_place_and_gives_it_back(
    keyring_session: KeyringSession,  # noqa: F811 - the fixture
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", IN_KEYRING, str(tmp_path / "profile")],
        env={**keyring_session.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "new",
        "keyring opens_by_itself",
        "passphrase needs_passphrase",
        "both needs_passphrase",
        "keyring opens_by_itself needs_unlock",
    ], done.stderr


def test_a_broken_profile_is_a_state_with_its_reason(tmp_path: Path) -> None:
    work = SessionAtWork(tmp_path / "profile", by_passphrase=True)
    work.close()
    for name in ("keys.json", "keys.json.bak"):
        (work.folder / name).write_bytes(b"{")
    opening = inspect(work.folder)
    assert opening.state is OpeningState.BROKEN
    assert opening.error is not None
    assert opening.error.code == "keys_damaged"
