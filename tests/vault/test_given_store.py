"""What the model was given: kept word for word with the answer, gone with it and with the files it quotes."""

import pytest

from app.domain.conversation import Message, MessageState, Role
from app.domain.given import Given
from app.domain.sampling import Sampling
from app.domain.source import Grounding, Source
from app.vault import given_store
from app.vault.conversation_store import new_id
from app.vault.vault import Vault

PROMPT = "<|user|>\nWhat is 2 < 3 & \N{HOT BEVERAGE}?\n<|assistant|>\n"
GIVEN = Given(PROMPT, ("a", "b"), 12, 3, 2048, Sampling(temperature=0.25, seed=7, stop=("\n\n",)))


def an_answer(vault: Vault, conversation_id: str = "") -> Message:
    """An answer in a conversation."""
    where = conversation_id or vault.conversations.create("Garden").id
    message = Message(new_id(), where, None, Role.ASSISTANT, "Yes.", MessageState.COMPLETE, 1)
    vault.conversations.add_message(message)
    return message


def test_it_is_kept_word_for_word_and_replaced(vault: Vault) -> None:
    answer = an_answer(vault)
    assert vault.given.of(answer.id) is None
    vault.given.keep(answer.id, Given("before"))
    vault.given.keep(answer.id, GIVEN)
    assert vault.given.of(answer.id) == GIVEN
    vault.given.keep("nobody", GIVEN)
    assert vault.given.of("nobody") is None


def test_it_goes_with_the_conversation(vault: Vault) -> None:
    answer = an_answer(vault)
    vault.given.keep(answer.id, GIVEN)
    vault.conversations.delete(answer.conversation_id)
    assert vault.database.rows("SELECT 1 FROM message_prompts") == []


@pytest.mark.parametrize("how", ["library", "file", "another"])
def test_m3_gone_a_prompt_that_quotes_a_forgotten_file_goes_with_it(vault: Vault, how: str) -> None:
    answer = an_answer(vault)
    source = Source(1, "/docs/report.pdf", "pdf", 1, 0, 4, "Secret", 1.0, "Papers")
    vault.sources.keep(answer.id, Grounding(("Papers",), (source,)))
    vault.given.keep(answer.id, GIVEN)
    if how == "library":
        vault.sources.forget_library("Papers")
    else:
        vault.sources.forget_path("Papers", source.path if how == "file" else "/docs/other.pdf")
    assert (vault.given.of(answer.id) is None) == (how != "another")


def test_only_the_last_prompts_of_a_conversation_are_kept(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(given_store, "KEPT_OF_A_CONVERSATION", 2)
    first = an_answer(vault)
    answers = [first, *(an_answer(vault, first.conversation_id) for _ in range(3))]
    other = an_answer(vault)
    for answer in (other, *answers):
        vault.given.keep(answer.id, GIVEN)
    assert [vault.given.of(one.id) is not None for one in answers] == [False, False, True, True]
    assert vault.given.of(other.id) == GIVEN
