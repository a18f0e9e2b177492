"""Finding words in what no database holds."""

from pathlib import Path

import pytest

from app.domain.conversation import Message, MessageState, Role
from app.vault.database import Database
from app.vault.migrations import STEPS, migrate
from app.vault.temporary_conversations import ConversationsWithTemporary

TEXT = "Le Café de la gare sert 東京都 des cafés noirs. " + "x" * 300 + " À la fin."


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("cafe", ["Café", "cafés"]),
        ("GARE caf", ["Café", "gare", "cafés"]),
        ("京都", ["京都"]),
        ("fin", ["fin"]),
        ("caf gare", None),  # only the last word may be a beginning
        ("gare train", None),
        (" .,-", None),
    ],
)
def test_temporary_conversations_are_searched_too(
    tmp_path: Path, query: str, marked: list[str] | None
) -> None:
    database = Database.create(tmp_path / "vault.db", b"k" * 32, b"s" * 16)
    migrate(database, STEPS)
    store = ConversationsWithTemporary(database)
    made = store.create_temporary("Voyage")
    store.add_message(Message("m", made.id, None, Role.USER, TEXT, MessageState.COMPLETE, 0))
    hits = store.search(query)
    database.close()
    if marked is None:
        assert hits == []
        return
    (hit,) = hits
    assert (hit.conversation.id, hit.message_id) == (made.id, "m")
    assert [hit.snippet[start:end] for start, end in hit.matches] == marked
    assert len(hit.snippet) < 170
