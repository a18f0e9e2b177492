"""Answers know what they were made from, and what isn't known goes to no server."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.cloud.payload import Wanted, compose
from app.domain.conversation import Message, MessageState, Role
from app.domain.errors import CloudError
from app.domain.labels import UNKNOWN, Grant, Label, LabelKind, permitted
from app.domain.picture import Picture, ShownPicture
from app.domain.provider import make_provider
from app.services.conversation_text import labelled_turns
from app.vault.conversation_store import ConversationStore
from app.vault.database import Database
from app.vault.label_store import LabelStore
from app.vault.migrations import migrate
from app.vault.picture_store import put_pictures

KEY, SALT = bytes(range(32)), bytes(range(100, 116))
PROVIDER = make_provider("House", "openai", "https://models.example.org/v1", "m")
TAX = "/home/anna/tax.pdf"
EVERYTHING = Grant(
    "c",
    "House",
    str(PROVIDER.origin),
    10_000,
    typed=True,
    earlier=True,
    earlier_answers=True,
    system_prompt=True,
)


class Talk:
    """A conversation in a real database: questions by number, answers with what they were given."""

    def __init__(self, database: Database, system_prompt: str = "") -> None:
        self.store, self.labels = ConversationStore(database), LabelStore(database)
        self.id = self.store.create("Tax", system_prompt, "m").id
        self._last: str | None = None
        self._count = 0

    def say(self, role: Role, text: str) -> Message:
        self._count += 1
        made = Message(
            f"{self._count:032}", self.id, self._last, role, text, MessageState.COMPLETE, self._count * 100
        )
        self.store.add_message(made)
        self._last = made.id
        return made

    def answer(self, text: str, *documents: str) -> Message:
        made = self.say(Role.ASSISTANT, text)
        self.labels.keep(made, LabelKind.LOCAL_ANSWER, "", documents)
        return made

    def going(self, grant: Grant, conversation: str = "") -> list[str]:
        wanted = conversation or self.id
        turns = labelled_turns(self.store.get(wanted), self.store.messages(wanted), self.labels.of(wanted))
        return [turn.text for turn in permitted(turns, grant)]


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    database = Database.create(tmp_path / "vault.db", KEY, SALT)
    migrate(database)
    with closing(database):
        yield Talk(database)


def test_a_local_answer_that_quotes_a_document_stays_when_the_conversation_goes_to_a_server(
    talk: Talk,
) -> None:
    talk.say(Role.USER, "What do I owe?")
    talk.answer("4,112 crowns [1].", TAX)
    talk.say(Role.USER, "And why?")
    talk.answer("Because of the 4,112 crowns before.")  # no passage of its own, and the words of one in view
    assert talk.going(EVERYTHING) == ["What do I owe?", "And why?"]
    assert len(talk.going(replace(EVERYTHING, documents=frozenset({TAX})))) == 4
    # Answers repeat their questions, so they don't go without leave for these.
    assert talk.going(replace(EVERYTHING, documents=frozenset({TAX}), earlier=False)) == []


def test_an_answer_carries_the_system_prompt_and_the_oldest_question_in_its_view(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "vault.db", KEY, SALT)
    migrate(database)
    with closing(database):
        talk = Talk(database, "You are Anna's lawyer.")
        talk.say(Role.USER, "One")
        talk.answer("First")
        talk.say(Role.USER, "Two")
        second = talk.answer("Second")
        labels = talk.labels.of(talk.id)[second.id]
        assert {label.kind for label in labels} == {
            LabelKind.SYSTEM_PROMPT, LabelKind.TYPED, LabelKind.LOCAL_ANSWER,
        }  # fmt: skip
        assert Label(LabelKind.TYPED, at_ms=100) in labels
        assert talk.going(replace(EVERYTHING, system_prompt=False)) == ["One", "Two"]


def test_copies_older_and_rewritten_answers_are_of_unknown_origin_and_stay(talk: Talk) -> None:
    talk.say(Role.USER, "What do I owe?")
    talk.answer("4,112 crowns.", TAX)
    copy = talk.store.duplicate(talk.id, "Tax again")
    assert talk.going(replace(EVERYTHING, documents=frozenset({TAX})), copy.id) == ["What do I owe?"]
    talk.say(Role.ASSISTANT, "An answer from before labels were kept")
    talk.say(Role.USER, "Go on")
    after = talk.answer("Made from it")
    assert talk.labels.of(talk.id)[after.id] >= UNKNOWN
    assert talk.going(EVERYTHING) == ["What do I owe?", "Go on"]


def test_an_answer_carries_the_pictures_beside_its_question_as_documents(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "vault.db", KEY, SALT)
    migrate(database)
    with closing(database):
        talk = Talk(database)
        asked = talk.say(Role.USER, "What does my passport say?")
        dot = Picture(1, 1, b"abc")
        with database.transaction() as transaction:
            put_pictures(transaction, asked.id, (ShownPicture("passport.png", dot, dot),))
        talk.answer("Anna, born in 1984.")
        talk.say(Role.USER, "Older than Bert?")
        talk.answer("Yes, of 1984.")
        assert talk.going(EVERYTHING) == ["What does my passport say?", "Older than Bert?"]
        assert len(talk.going(replace(EVERYTHING, documents=frozenset({"passport.png"})))) == 4


def test_the_gate_refuses_what_nobody_left_out(talk: Talk) -> None:
    talk.say(Role.USER, "What do I owe?")
    talk.answer("4,112 crowns.", TAX)
    turns = labelled_turns(talk.store.get(talk.id), talk.store.messages(talk.id), talk.labels.of(talk.id))
    with pytest.raises(CloudError) as caught:
        compose(turns, EVERYTHING, PROVIDER, Wanted("m"))
    assert (caught.value.code, caught.value.parameters["subject_name"]) == ("label_not_granted", TAX)


def test_labels_go_with_their_message(talk: Talk) -> None:
    talk.say(Role.USER, "What do I owe?")
    talk.answer("4,112 crowns.", TAX)
    talk.store.delete(talk.id)
    assert talk.labels.of(talk.id) == {}
