"""Order in the list, deletion that can be undone, and conversations no disk sees: real vault, real worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.conversation import MessageState
from app.domain.errors import UsageError, VaultError
from app.services.arranging import ArrangingService
from app.services.beginning import Beginning
from app.services.events import AnswerGrew, ConversationsChanged
from app.vault.conversation_search import search
from app.vault.database import Database
from tests.services.session_at_work import SessionAtWork
from tests.services.test_chat import ENDLESS, SHORT, ask

CANARY = "quetzalcanary"


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    opened = SessionAtWork(tmp_path / "profile")
    yield opened
    opened.close()


def kept(work: SessionAtWork, title: str = "Kept", text: str = "") -> str:
    """A conversation in the vault, without asking a model."""
    return work.do(lambda: work.session.vault.conversations.create(title, text).id)


def everything(database: Database) -> str:
    """All rows of all tables, the indexes' own among them, as text."""
    names = [row[0] for row in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    assert {"messages", "settings", "message_words_data"} <= set(names)
    rows = [
        database.rows(f'SELECT * FROM "{name}"')  # noqa: S608 - a name out of the schema
        for name in names
    ]
    return "\n".join(
        value.decode("latin-1") if isinstance(value, bytes) else str(value)
        for table in rows
        for row in table
        for value in row
    )


def listed(work: SessionAtWork) -> list[str]:
    return [one.id for one in work.do(work.session.chat.conversations)]


def test_pins_folders_and_copies_are_kept(work: SessionAtWork) -> None:
    arranging, made = work.session.arranging, kept(work)
    folder = work.do(lambda: arranging.add_folder("  Flat  search "))
    assert work.do(lambda: arranging.add_folder("flat search")) == folder
    work.do(lambda: arranging.move(made, folder.id))
    work.do(lambda: arranging.pin(made, True))
    (one,) = work.do(work.session.chat.conversations)
    assert (one.pinned, one.folder) == (True, folder.id)
    copy = work.do(lambda: arranging.duplicate(made, "Kept (copy)"))
    assert (copy.pinned, copy.folder) == (False, folder.id)
    work.do(lambda: arranging.rename_folder(folder.id, "Flats"))
    assert [one.name for one in work.do(arranging.folders)] == ["Flats"]
    work.do(lambda: arranging.remove_folder(folder.id))
    assert {one.folder for one in work.do(work.session.chat.conversations)} == {""}
    with pytest.raises(UsageError):
        work.do(lambda: arranging.add_folder("   "))


def test_a_deletion_can_be_taken_back(work: SessionAtWork) -> None:
    made = kept(work)
    work.do(lambda: work.session.arranging.delete(made))
    assert listed(work) == []
    assert work.do(lambda: work.session.arranging.undo(made)) is True
    assert listed(work) == [made]
    assert work.do(lambda: work.session.arranging.undo(made)) is False


def test_m3_gone_a_deletion_is_real_when_its_time_is_over(work: SessionAtWork) -> None:
    hasty = work.do(
        lambda: ArrangingService(
            work.session.vault.conversations, work.session.chat, work.workroom, work.events.put, undo_s=0.05
        )
    )
    made = kept(work, CANARY)
    work.do(lambda: work.session.chat.save_draft(made, CANARY))
    assert CANARY in work.do(lambda: everything(work.session.vault.database))
    work.do(lambda: hasty.delete(made))
    work.until(ConversationsChanged)
    work.until(ConversationsChanged)
    assert CANARY not in work.do(lambda: everything(work.session.vault.database))
    assert work.do(lambda: hasty.undo(made)) is False


def test_m3_gone_a_deletion_is_real_when_the_program_ends(work: SessionAtWork) -> None:
    made = kept(work, CANARY)
    work.do(lambda: work.session.arranging.delete(made))
    work.do(work.session.arranging.close)
    assert CANARY not in work.do(lambda: everything(work.session.vault.database))


def test_m3_gone_a_deletion_that_a_crash_cut_off_is_finished_at_the_next_start(work: SessionAtWork) -> None:
    made = kept(work, CANARY)
    work.do(lambda: work.session.vault.conversations.mark_deleting(made, True))
    work.do(
        lambda: ArrangingService(
            work.session.vault.conversations, work.session.chat, work.workroom, work.events.put
        )
    )
    assert CANARY not in work.do(lambda: everything(work.session.vault.database))


def test_deleting_stops_the_answer_and_undo_brings_it_back_stopped(work: SessionAtWork) -> None:
    made = ask(work, "talk", sampling=ENDLESS)
    work.until(AnswerGrew)
    work.do(lambda: work.session.arranging.delete(made))
    assert work.ended().answer.state is MessageState.STOPPED
    assert not work.session.chat.busy
    work.do(lambda: work.session.arranging.undo(made))
    _question, answer = work.do(lambda: work.session.chat.messages(made))
    assert answer.state is MessageState.STOPPED
    ask(work, "again", made)
    assert work.ended().answer.text


def test_m2_sealed_a_temporary_conversation_reaches_no_disk(work: SessionAtWork) -> None:
    chat, arranging = work.session.chat, work.session.arranging
    beginning = Beginning(system_prompt=f"{CANARY} one", temporary=True)
    sent = work.do(lambda: chat.send(None, f"{CANARY} two", sampling=SHORT, beginning=beginning))
    answer = work.ended().answer
    assert sent.temporary and answer.text
    work.do(lambda: chat.save_draft(sent.id, f"{CANARY} three"))
    work.do(lambda: chat.rename(sent.id, f"{CANARY} four"))
    work.do(lambda: arranging.keep_place(sent.id, CANARY))
    ask(work, f"{CANARY} five", sent.id)
    work.ended()
    work.do(lambda: chat.retry(answer.id))
    work.until(AnswerGrew)
    work.do(chat.stop)
    work.ended()
    assert [one.temporary for one in work.do(chat.conversations)] == [True]
    assert len(work.do(lambda: chat.messages(sent.id))) == 2
    assert CANARY not in work.do(lambda: everything(work.session.vault.database))
    found = work.do(lambda: (search(work.session.vault.database, CANARY, 50), chat.search(CANARY)))
    assert found[0] == []  # in no index; what is held is looked through as it is
    assert found[1] and all(hit.conversation.temporary for hit in found[1])
    assert work.do(lambda: chat.draft(sent.id)) == ""
    files = [path for path in work.folder.rglob("*") if path.is_file()]
    assert files
    assert not [path.name for path in files if CANARY.encode() in path.read_bytes()]


def test_a_temporary_conversation_can_be_deleted_and_taken_back(work: SessionAtWork) -> None:
    chat, arranging = work.session.chat, work.session.arranging
    sent = work.do(lambda: chat.send(None, "one", sampling=SHORT, beginning=Beginning(temporary=True)))
    work.ended()
    work.do(lambda: arranging.delete(sent.id))
    assert listed(work) == []
    work.do(lambda: arranging.undo(sent.id))
    copy = work.do(lambda: arranging.duplicate(sent.id, "copy"))
    assert copy.temporary
    assert [m.text for m in work.do(lambda: chat.messages(copy.id))] == [
        m.text for m in work.do(lambda: chat.messages(sent.id))
    ]
    work.do(lambda: chat.delete(sent.id))
    assert listed(work) == [copy.id]
    with pytest.raises(VaultError):
        work.do(lambda: chat.messages(sent.id))
