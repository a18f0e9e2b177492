"""What answers from files rest on: kept with the message, gone with it, without words once the file is gone."""

import pytest

from app.domain.conversation import Message, MessageState, Role
from app.domain.source import Grounding, Source
from app.vault.conversation_store import new_id
from app.vault.profile import Profile
from app.vault.subkeys import KeyUse
from app.vault.vault import Vault
from tests.vault.decrypted_pages import decrypted

CANARY = "quincunx of the walled garden"
FIRST = Source(1, "/docs/a/report.pdf", "pdf", 3, 10, 40, CANARY, 1.5, "Papers", "", ("Walls", "Gates"))
SECOND = Source(2, "/docs/b.xlsx", "xlsx", 2, 0, 3, "Tea\t4 \ud800", 0.5, "Papers", "June")
THIRD = Source(3, "/mail/x.eml", "eml", 1, 0, 2, "Hi", 0.25, "Mail")
GROUNDING = Grounding(
    ("Papers", "Mail"), (FIRST, SECOND, THIRD), "what of the garden?", 4, "fused", 0.5, True
)


@pytest.fixture
def answer(vault: Vault) -> Message:
    """An answer in a conversation."""
    made = vault.conversations.create("Garden")
    message = Message(new_id(), made.id, None, Role.ASSISTANT, "It is [1].", MessageState.COMPLETE, 1)
    vault.conversations.add_message(message)
    return message


def test_everything_is_kept_with_the_answer(vault: Vault, answer: Message) -> None:
    assert vault.sources.of(answer.id) is None
    vault.sources.keep(answer.id, GROUNDING)
    vault.sources.keep(answer.id, GROUNDING)
    kept = vault.sources.of(answer.id)
    assert kept is not None
    assert kept.sources[0] == FIRST
    assert kept.sources[1].text == "Tea\t4 ?"
    assert (kept.libraries, kept.query, kept.left_out, kept.mode, kept.ready, kept.no_model) == (
        ("Papers", "Mail"), "what of the garden?", 4, "fused", 0.5, True,
    )  # fmt: skip
    assert vault.sources.grounded(answer.conversation_id) == {answer.id}


def test_it_goes_with_the_conversation(vault: Vault, answer: Message) -> None:
    vault.sources.keep(answer.id, GROUNDING)
    vault.sources.set_libraries(answer.conversation_id, ["Papers"])
    assert _everywhere(vault, CANARY)
    vault.conversations.delete(answer.conversation_id)
    assert vault.sources.of(answer.id) is None
    assert not _everywhere(vault, CANARY)
    vault.sources.keep(answer.id, GROUNDING)
    vault.sources.set_libraries(answer.conversation_id, ["Papers"])
    assert not _everywhere(vault, CANARY)


@pytest.mark.parametrize("how", ["library", "file", "folder"])
def test_m3_gone_forgetting_a_file_leaves_its_name_and_none_of_its_words(
    vault: Vault, answer: Message, how: str
) -> None:
    vault.sources.keep(answer.id, GROUNDING)
    if how == "library":
        vault.sources.forget_library("Papers")
    else:
        vault.sources.forget_path("Papers", FIRST.path if how == "file" else "/docs/a/")
    assert not _everywhere(vault, CANARY)
    kept = vault.sources.of(answer.id)
    assert kept is not None
    assert [source.path for source in kept.sources] == [FIRST.path, SECOND.path, THIRD.path]
    assert [bool(source.text) for source in kept.sources] == [False, how != "library", True]


def test_the_libraries_of_a_conversation_stay_chosen_until_they_are_removed(
    vault: Vault, answer: Message
) -> None:
    where = answer.conversation_id
    assert vault.sources.libraries(where) == ()
    vault.sources.set_libraries(where, ["Papers", "Mail", "Papers"])
    assert vault.sources.libraries(where) == ("Papers", "Mail")
    vault.sources.forget_library("Papers")
    assert vault.sources.libraries(where) == ("Mail",)


def _everywhere(vault: Vault, words: str) -> bool:
    """Whether any page of the decrypted database, used or free, holds these words."""
    vault.database.checkpoint()
    return words.encode() in decrypted(Profile(vault.folder), vault.key_for(KeyUse.VAULT))
