"""What a conversation's server may have is kept, goes with a word, and is nothing where it can't be read."""

from dataclasses import replace

import pytest

from app.domain.cloud_choice import CloudChoice, begun
from app.domain.labels import LabelKind
from app.vault.vault import Vault


@pytest.fixture
def kept(vault: Vault) -> CloudChoice:
    where = vault.conversations.create("Tax", "", "m").id
    choice = begun(where, "House", "https://models.example.org:443", 5)
    grant = replace(choice.grant, earlier=True, documents=frozenset({"/home/anna/tax.pdf"}))
    agreed = frozenset({(LabelKind.TYPED, ""), (LabelKind.DOCUMENT, "/home/anna/tax.pdf")})
    choice = replace(choice, grant=grant, agreed=agreed, agreed_bytes=300, limit_micro=7, model="big-1")
    vault.grants.put(choice)
    return choice


def test_a_choice_is_kept_whole_and_forgotten(vault: Vault, kept: CloudChoice) -> None:
    where = kept.grant.conversation
    assert vault.grants.get(where) == kept
    vault.grants.remove(where)
    assert vault.grants.get(where) is None


DOCUMENTS = "UPDATE conversation_grants SET documents = ?"
AGREED = "UPDATE conversation_grants SET agreed = ?"


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        *((damage, said) for damage in (DOCUMENTS, AGREED) for said in ("", "nonsense", "7", "null")),
        (AGREED, '[["a kind of later", ""]]'),
    ],
)
def test_a_choice_that_cannot_be_read_is_none(
    vault: Vault, kept: CloudChoice, damage: str, said: str
) -> None:
    with vault.database.transaction() as transaction:
        transaction.execute(damage, (said,))
    assert vault.grants.get(kept.grant.conversation) is None
