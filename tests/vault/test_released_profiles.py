"""Each release left a real profile; this version must open a copy of every one."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.conversation import MessageState
from app.vault.profile import Profile
from tests.vault.make_profile import ANSWER, CUT_OFF, PASSPHRASE, QUESTION, SETTINGS, SYSTEM_PROMPT, TITLE, of

PROFILES = Path(__file__).parents[1] / "data" / "profiles"
RELEASED = sorted(entry.name for entry in PROFILES.iterdir() if entry.is_dir())


def test_there_is_a_profile_of_the_first_release() -> None:
    assert "v1" in RELEASED


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_profile_opens_with_everything_in_it(tmp_path: Path, name: str) -> None:
    profile = Profile(tmp_path / "profile")
    shutil.copytree(PROFILES / name, profile.folder)
    for _ in range(2):
        with closing(profile.unlock(PASSPHRASE)) as vault:
            (made,) = vault.conversations.list()
            assert (made.title, made.system_prompt, made.model) == (TITLE, SYSTEM_PROMPT, "tiny-model")
            question, cut_off, answer = vault.conversations.messages(made.id)
            assert (question, answer) == (of(QUESTION, made.id), of(ANSWER, made.id))
            assert (cut_off.text, cut_off.state) == (CUT_OFF.text, MessageState.INTERRUPTED)
            assert made.leaf_id == ANSWER.id
            assert vault.settings.all() == SETTINGS
            assert [hit.message_id for hit in vault.conversations.search("41 metr")] == [ANSWER.id]
            assert vault.notices == ()
