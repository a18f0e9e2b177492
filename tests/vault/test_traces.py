"""Deleted means gone: from every page of the decrypted database, its free pages, its indexes and its WAL."""

from contextlib import closing
from dataclasses import replace

from app.domain.conversation import Message, MessageState, Role
from app.domain.picture import Picture, ShownPicture
from app.vault.argon2_cost import FLOOR
from app.vault.conversation_store import new_id
from app.vault.picture_store import put_pictures
from app.vault.profile import Profile
from app.vault.subkeys import KeyUse
from app.vault.vault import Vault
from tests.vault.decrypted_pages import decrypted


def _canaries() -> list[str]:
    names = ("alpha", "beta", "gamma", "delta", "title", "prompt", "think", "draft", "picture")
    return [f"canary{name}quokka" for name in names]


def _fill(vault: Vault, words: list[str]) -> str:
    store = vault.conversations
    made = store.create(f"About {words[4]}", system_prompt=f"Know {words[5]}")
    parent: str | None = None
    for number in range(60):
        text = f"{words[number % 4]} message{number} " + "long text " * (number * 20)
        row = Message(new_id(), made.id, parent, Role.ASSISTANT, "", MessageState.STREAMING, number)
        store.add_message(row)
        row = replace(row, text=text[: len(text) // 2 + 20], thinking=words[6])
        store.update_message(row)
        store.update_message(replace(row, text=text, state=MessageState.COMPLETE))
        parent = row.id
    dot = Picture(1, 1, b"rgb")
    with vault.database.transaction() as transaction:
        put_pictures(transaction, parent or "", [ShownPicture(words[8], dot, dot)])
    vault.settings.set(f"draft.{made.id}", f"half typed {words[7]}")
    return made.id


def _found(plain: bytes, words: list[str]) -> list[str]:
    """Which of the words, or the longer half of one (an index shares beginnings), stand in the pages."""
    return [word for word in words if word.encode() in plain or word[6:].encode() in plain]


def test_a_deleted_conversation_is_in_no_page_of_the_decrypted_database(profile: Profile) -> None:
    words, others = _canaries(), [word.replace("quokka", "wombat") for word in _canaries()]
    vault = profile.create("passphrase", cost=FLOOR)
    with closing(vault):
        key = vault.key_for(KeyUse.VAULT)
        gone, kept = _fill(vault, words), _fill(vault, others)
        assert vault.conversations.search(words[0])
        vault.database.checkpoint()
        assert set(words) <= set(_found(decrypted(profile, key), words))  # the look itself works
        vault.conversations.delete(gone)
        vault.settings.delete(f"draft.{gone}")
        plain = decrypted(profile, key)
        assert _found(plain, words) == []
        assert set(_found(plain, others)) == set(others)
        assert vault.conversations.search(words[0]) == []
        assert vault.conversations.counts().messages == len(vault.conversations.messages(kept)) == 60
    assert _found(decrypted(profile, key), words) == []
    assert not profile.database_path.with_name("vault.db-wal").exists()


def test_what_an_edit_replaced_is_gone_after_closing(profile: Profile) -> None:
    vault = profile.create("passphrase", cost=FLOOR)
    with closing(vault):
        key = vault.key_for(KeyUse.VAULT)
        made = vault.conversations.create("canaryformertitle")
        row = Message(new_id(), made.id, None, Role.USER, "canaryformertext", MessageState.COMPLETE, 1)
        vault.conversations.add_message(row)
        vault.conversations.update_message(replace(row, text="new"))
        vault.conversations.rename(made.id, "new")
        vault.settings.set("draft", "canaryformerdraft")
        vault.settings.set("draft", "new")
    assert (
        _found(decrypted(profile, key), ["canaryformertitle", "canaryformertext", "canaryformerdraft"]) == []
    )
