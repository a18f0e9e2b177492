"""Imports in the background of an open profile."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import UsageError
from app.services.events import ConversationsChanged, ImportEnded, ImportProgressed
from tests.parsing import made_conversations as made
from tests.services.session_at_work import SessionAtWork


@pytest.fixture
def work(tmp_path: Path) -> Iterator[SessionAtWork]:
    opened = SessionAtWork(tmp_path / "profile")
    yield opened
    opened.close()


@pytest.fixture
def chats(tmp_path: Path) -> Path:
    """Three files, one of them damaged."""
    folder = tmp_path / "chats"
    folder.mkdir()
    (folder / "a.chat").write_bytes(made.gpt4all())
    (folder / "b.chat").write_bytes(made.gpt4all()[:-5])
    (folder / "conversations.json").write_text(json.dumps(made.chatgpt()), encoding="utf-8")
    return folder


def test_the_end_and_the_new_list_are_told(work: SessionAtWork, chats: Path) -> None:
    def twice() -> str:
        work.session.imports.start(chats)
        with pytest.raises(UsageError) as caught:
            work.session.imports.start(chats)
        return caught.value.code

    assert work.do(twice) == "import_under_way"
    ended = work.until(ImportEnded)
    assert ended.summary is not None
    assert (ended.summary.added, len(ended.summary.refused)) == (2, 1)
    assert [event.done for event in work.seen if isinstance(event, ImportProgressed)] == [1, 2, 3]
    assert any(isinstance(event, ConversationsChanged) for event in work.seen)
    assert work.do(lambda: work.session.vault.conversations.counts().conversations) == 2


def test_a_stop_takes_nothing_in(work: SessionAtWork, chats: Path) -> None:
    def begin_and_stop() -> None:
        work.session.imports.start(chats)
        work.session.imports.stop()

    work.do(begin_and_stop)
    ended = work.until(ImportEnded)
    assert (ended.summary, ended.error) == (None, None)
    assert work.do(lambda: work.session.vault.conversations.counts().conversations) == 0


def test_one_file_that_can_not_be_read_is_told_with_its_reason(work: SessionAtWork, chats: Path) -> None:
    work.do(lambda: work.session.imports.start(chats / "b.chat"))
    error = work.until(ImportEnded).error
    assert error is not None
    assert error.code == "document_damaged"


def test_closing_in_the_midst_takes_in_all_or_nothing(tmp_path: Path, chats: Path) -> None:
    opened = SessionAtWork(tmp_path / "other")
    opened.do(lambda: opened.session.imports.start(chats))
    opened.close()
    again = SessionAtWork(tmp_path / "other")
    try:
        assert again.do(lambda: again.session.vault.conversations.counts().conversations) in (0, 2)
    finally:
        again.close()
